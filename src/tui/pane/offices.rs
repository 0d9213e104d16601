//! The Offices pane: the offices, and beside them what is said about the selected one.
//!
//! ```text
//! > Colombia   [+]    COLOMBIA                        meets the stated minimum
//!   Costa Rica [-]    (!) No longer active, takes no applications       portal
//!   Ecuador    [-]        undated, read 23 Nov 2026
//!   Guatemala  [-]    (!) No new applications; cases go on              guide
//!
//!                     Stated minimum                                    guide
//!                     [+] In Colombia on or before 11 June 2023
//! ```

mod view;

use tui_input::InputRequest;

use crate::content::Msg;
use crate::desk::Action;
use crate::find::HitKind;
use crate::rules::Value;
use crate::tui::arrangement::Shown;
use crate::tui::component::{Effect, EventContext, Pane, View};
use crate::tui::field::digit;
use crate::tui::focus::Focus;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::Page;

/// The pane; the selected office is the desk's.
#[derive(Debug, Default)]
pub struct OfficesPane;

impl Pane for OfficesPane {
    fn scopes(&self, view: &View<'_>) -> &'static [Scope] {
        if view.is_on(Focus::Detail) {
            &[Scope::Office, Scope::Browse, Scope::Always]
        } else {
            &[Scope::Offices, Scope::Browse, Scope::Always]
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        match (cx.focus, cmd) {
            (_, Cmd::Back | Cmd::NextPart | Cmd::PartBefore) => return false,
            (Focus::List, Cmd::Choose | Cmd::Right) => cx.effect(Effect::Focus(Focus::Detail)),
            (Focus::List, Cmd::Up | Cmd::Down | Cmd::Home | Cmd::End) => select(cmd, cx),
            (Focus::List, Cmd::Left) => {}
            (_, Cmd::Choose) => check_here(cx),
            (_, Cmd::Left) => cx.effect(Effect::Focus(Focus::List)),
            // The list is short: a page up or down is meant for the office beside it.
            _ => cx.scroll(cmd),
        }
        true
    }

    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        let Some(digit) = digit(request) else { return };
        match digit.checked_sub(1).filter(|row| *row < cx.desk.content().offices.len()) {
            Some(row) => drop(cx.apply(Action::SelectOffice(row))),
            None => cx.tell(Msg::SaidNoNumber),
        }
    }

    fn shown(&self, _view: &View<'_>) -> Shown {
        Shown::Offices
    }

    fn list(&self, view: &View<'_>, width: u16) -> Page {
        view::list(view, width)
    }

    fn detail(&self, view: &View<'_>, width: u16) -> Page {
        view::page(view, self.is_glance(view), width)
    }

    fn is_glance(&self, view: &View<'_>) -> bool {
        view.is_glance() && view.scroll == 0
    }

    fn show(&mut self, hit: &HitKind, cx: &mut EventContext<'_>) {
        if let HitKind::Office(office) = hit {
            cx.apply(Action::SelectOffice(*office));
            cx.effect(Effect::Focus(Focus::Detail));
        }
    }
}

fn select(cmd: Cmd, cx: &mut EventContext<'_>) {
    let at = cx.desk.office_index();
    let to = moved(at, cx.desk.content().offices.len().saturating_sub(1), cmd);
    if to != at {
        cx.apply(Action::SelectOffice(to));
    }
}

/// Goes on with the check; where it asks for the country, the focus is on the office's own.
fn check_here(cx: &mut EventContext<'_>) {
    let country = Value::Country(cx.desk.office().country.id.clone());
    cx.apply(Action::GoOn);
    cx.effect(Effect::BeginAnswering(Some(country)));
}

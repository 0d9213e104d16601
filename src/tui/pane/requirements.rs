//! The Requirements pane: offices across, kinds of rule down, the current rule below.
//!
//! ```text
//!               [Colombia]       Costa Rica      Ecuador         Guatemala
//! >Nationality  +CU HT VE         NI VE EC        CU HT NI VE CO  GT SV HN NI
//!  There by     +11 Jun 23        12 Jun 23       18 Oct 23       bef. 16 Jul 24
//!  Age          ?18+              not stated      not stated      not stated
//!
//! Colombia: Nationality                                                     [+]
//! (!) No longer active, takes no new applications.      portal, undated, read …
//!   Cuban, Haitian or Venezuelan
//! ```

mod filter;
mod view;

use tui_input::InputRequest;

use crate::content::{Content, Lookup, Msg};
use crate::desk::{Action, Desk};
use crate::find::HitKind;
use crate::tui::arrangement::Shown;
use crate::tui::component::{Effect, EventContext, Pane, Title, View};
use crate::tui::field::digit;
use crate::tui::focus::Focus;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::{moved, moved_sideways};
use crate::tui::page::Page;

pub use filter::FilterField;

/// The pane; its column is the desk's selected office.
#[derive(Debug, Default)]
pub struct RequirementsPane {
    /// The selected row, by its place among the content's aspects.
    pub row: usize,
    /// The answer by which the offices are marked.
    pub filter: FilterField,
    /// The office that is compared with the selected one, by its place in the content.
    pub beside: Option<usize>,
}

impl RequirementsPane {
    /// Has the rule read, or the selected office beside another.
    fn read(&mut self, beside: Option<usize>, cx: &mut EventContext<'_>) {
        if beside != self.beside {
            (self.beside, *cx.scroll) = (beside, 0);
        }
    }

    fn filtering(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match cmd {
            Cmd::Up | Cmd::Down => self.filter.choose(cmd, cx.desk),
            Cmd::Back => self.filter = FilterField::default(),
            Cmd::Choose => {
                let meant = self.filter.meaning(cx.desk);
                if meant.is_some() || self.filter.typed().is_empty() {
                    self.filter.is_open = false;
                }
                // The focus goes to the row that the answer is about.
                let row = meant.and_then(|meant| filter::row(cx.desk.content(), &meant));
                self.row = row.unwrap_or(self.row);
            }
            _ => {}
        }
    }

    /// Compares the selected office with the next one, or with the one before where there is none.
    fn compare(&mut self, cx: &mut EventContext<'_>) {
        let at = cx.desk.office_index();
        let other = [Cmd::Right, Cmd::Left].map(|cmd| beside(cx.desk.content(), at, cmd));
        if let Some(other) = other.into_iter().find(|other| *other != at) {
            self.read(Some(other), cx);
            cx.effect(Effect::Focus(Focus::Detail));
        }
    }

    /// To the office left or right: of the one compared with, past the selected one; else of the selected one.
    fn sideways(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        let (at, content) = (cx.desk.office_index(), cx.desk.content());
        let Some(other) = self.beside else {
            let to = beside(content, at, cmd);
            return drop(cx.apply(Action::SelectOffice(to)));
        };
        let next = beside(content, other, cmd);
        let next = if next == at { beside(content, next, cmd) } else { next };
        if next != at {
            self.read(Some(next), cx);
        }
    }
}

impl Pane for RequirementsPane {
    fn scopes(&self, view: &View<'_>) -> &'static [Scope] {
        match (view.is_on(Focus::List), self.beside) {
            (true, _) if self.has_field() => &[Scope::Filter, Scope::Always],
            (true, _) => &[Scope::Requirements, Scope::Browse, Scope::Always],
            (false, Some(_)) => &[Scope::Differ, Scope::Browse, Scope::Always],
            (false, None) => &[Scope::Rule, Scope::Browse, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        match (cx.focus, cmd) {
            (Focus::List, _) if self.has_field() => self.filtering(cmd, cx),
            (_, Cmd::NextPart | Cmd::PartBefore) => return false,
            (_, Cmd::Back) => {
                if cx.focus == Focus::List {
                    self.filter = FilterField::default();
                }
                self.left(cx);
                cx.effect(Effect::Focus(Focus::List));
            }
            (Focus::List, Cmd::Filter) => self.filter.is_open = true,
            (_, Cmd::Differ) => self.compare(cx),
            (Focus::List, Cmd::Choose) => cx.effect(Effect::Focus(Focus::Detail)),
            (_, Cmd::Left | Cmd::Right) => self.sideways(cmd, cx),
            (Focus::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
                self.row = moved(self.row, cx.desk.content().aspects.len().saturating_sub(1), cmd);
                *cx.scroll = 0;
            }
            _ => cx.scroll(cmd),
        }
        true
    }

    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        if self.has_field() && cx.focus == Focus::List {
            self.filter.edit(request);
        } else if digit(request).is_some() {
            cx.tell(Msg::SaidNoNumber);
        }
    }

    fn has_field(&self) -> bool {
        self.filter.is_open
    }

    fn title(&self, _view: &View<'_>) -> Title {
        Title::Own
    }

    fn shown(&self, _view: &View<'_>) -> Shown {
        Shown::Matrix
    }

    fn list(&self, view: &View<'_>, width: u16) -> Page {
        view::list(self, view, width)
    }

    fn detail(&self, view: &View<'_>, width: u16) -> Page {
        view::page(self, view, width)
    }

    fn show(&mut self, hit: &HitKind, cx: &mut EventContext<'_>) {
        let HitKind::Requirement(office, n) = hit else { return };
        let content = cx.desk.content();
        let aspect = content.offices.at(*office).requirements.at(*n).aspect.id.clone();
        let row = content.aspects.iter().position(|own| own.id == aspect);
        self.row = row.unwrap_or(self.row);
        cx.apply(Action::SelectOffice(*office));
        cx.effect(Effect::Focus(Focus::Detail));
    }

    fn left(&mut self, cx: &mut EventContext<'_>) {
        self.filter.is_open = false;
        self.read(None, cx);
    }

    fn clamp(&mut self, desk: &Desk) {
        self.row = self.row.min(desk.content().aspects.len().saturating_sub(1));
    }

    fn reset(&mut self, _cx: &mut EventContext<'_>) {
        // It may have been that person's answer.
        self.filter = FilterField::default();
    }
}

/// The office left or right of another.
fn beside(content: &Content, from: usize, cmd: Cmd) -> usize {
    moved_sideways(from, content.offices.len().saturating_sub(1), cmd)
}

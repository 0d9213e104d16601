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

use crate::content::{Content, Msg};
use crate::desk::{Action, Desk};
use crate::find::HitKind;
use crate::tui::component::{Context, Effect, Pane, View};
use crate::tui::field::digit;
use crate::tui::focus::Part;
use crate::tui::geometry::Arrangement;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::{moved, scrolled};
use crate::tui::page::Page;

pub use filter::Filter;

/// The pane; its column is the desk's selected office.
#[derive(Debug, Default)]
pub struct Requirements {
    /// The row, by its place among the content's aspects.
    row: usize,
    filter: Filter,
    reading: Reading,
    scroll: usize,
}

/// What is read in the detail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    Rule,
    /// The selected office beside another one, by its place in the content.
    Beside(usize),
}

impl Requirements {
    /// The selected row.
    pub fn row(&self) -> usize {
        self.row
    }

    /// The answer by which the offices are marked.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The office that is compared with the selected one.
    pub fn beside(&self) -> Option<usize> {
        match self.reading {
            Reading::Beside(office) => Some(office),
            Reading::Rule => None,
        }
    }

    fn read(&mut self, reading: Reading) {
        self.scroll = if reading == self.reading { self.scroll } else { 0 };
        self.reading = reading;
    }

    /// Ends typing and comparing.
    fn leave(&mut self) {
        self.filter.close();
        self.read(Reading::Rule);
    }

    fn filtering(&mut self, cmd: Cmd, cx: &mut Context<'_>) {
        match cmd {
            Cmd::Up | Cmd::Down => self.filter.choose(cmd, cx.desk),
            Cmd::Back => self.filter = Filter::Off,
            Cmd::Choose => {
                let meant = self.filter.meaning(cx.desk);
                if meant.is_some() || self.filter.typed().is_empty() {
                    self.filter.close();
                }
                // The focus goes to the row that the answer is about.
                let row = meant.and_then(|meant| filter::row(cx.desk.content(), &meant));
                self.row = row.unwrap_or(self.row);
            }
            _ => {}
        }
    }

    /// Compares the selected office with the next one, or with the one before where there is none.
    fn compare(&mut self, cx: &mut Context<'_>) {
        let at = cx.desk.office_index();
        let other = [Cmd::Right, Cmd::Left].map(|cmd| beside(cx.desk.content(), at, cmd));
        if let Some(other) = other.into_iter().find(|other| *other != at) {
            self.read(Reading::Beside(other));
            cx.effect(Effect::Focus(Part::Detail));
        }
    }

    /// To the office left or right: of the one compared with, past the selected one; else of the selected one.
    fn sideways(&mut self, cmd: Cmd, cx: &mut Context<'_>) {
        let (at, content) = (cx.desk.office_index(), cx.desk.content());
        let Reading::Beside(other) = self.reading else {
            let to = beside(content, at, cmd);
            return drop(cx.apply(Action::SelectOffice(to)));
        };
        let next = beside(content, other, cmd);
        let next = if next == at { beside(content, next, cmd) } else { next };
        if next != at {
            self.read(Reading::Beside(next));
        }
    }
}

impl Pane for Requirements {
    fn scopes(&self, view: &View<'_>) -> &'static [Scope] {
        match (view.is_on(Part::List), self.reading) {
            (true, _) if self.has_field() => &[Scope::Filter, Scope::Always],
            (true, _) => &[Scope::Requirements, Scope::Browse, Scope::Always],
            (false, Reading::Beside(_)) => &[Scope::Differ, Scope::Browse, Scope::Always],
            (false, Reading::Rule) => &[Scope::Rule, Scope::Browse, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut Context<'_>) -> bool {
        match (cx.focus, cmd) {
            (Part::List, _) if self.has_field() => self.filtering(cmd, cx),
            (_, Cmd::NextPart | Cmd::PartBefore) => return false,
            (_, Cmd::Back) => {
                if cx.focus == Part::List {
                    self.filter = Filter::Off;
                }
                self.leave();
                cx.effect(Effect::Focus(Part::List));
            }
            (Part::List, Cmd::Filter) => self.filter.open(),
            (_, Cmd::Differ) => self.compare(cx),
            (Part::List, Cmd::Choose) => cx.effect(Effect::Focus(Part::Detail)),
            (_, Cmd::Left | Cmd::Right) => self.sideways(cmd, cx),
            (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
                self.row = moved(self.row, cx.desk.content().aspects.len().saturating_sub(1), cmd);
                self.scroll = 0;
            }
            _ => self.scroll = scrolled(self.scroll, cx.page, cmd),
        }
        true
    }

    fn edit(&mut self, request: InputRequest, cx: &mut Context<'_>) {
        if self.has_field() && cx.focus == Part::List {
            self.filter.edit(request);
        } else if digit(request).is_some() {
            cx.tell(Msg::SaidNoNumber);
        }
    }

    fn has_field(&self) -> bool {
        matches!(self.filter, Filter::Typing(_))
    }

    fn arrangement(&self, _view: &View<'_>) -> Arrangement {
        Arrangement::Stacked { opens_whole: true }
    }

    fn list(&self, view: &View<'_>, width: u16) -> Page {
        view::list(self, view, width)
    }

    fn detail(&self, view: &View<'_>, width: u16) -> Page {
        view::page(self, view, width)
    }

    fn scroll(&mut self) -> &mut usize {
        &mut self.scroll
    }

    fn scrolled(&self) -> usize {
        self.scroll
    }

    fn show(&mut self, hit: &HitKind, cx: &mut Context<'_>) {
        let HitKind::Requirement(office, n) = hit else { return };
        let content = cx.desk.content();
        let aspect = content.offices.get(*office).and_then(|o| o.requirements.get(*n)).map(|r| r.aspect);
        let row = content.aspects.iter().position(|(own, _)| Some(*own) == aspect);
        self.row = row.unwrap_or(self.row);
        cx.apply(Action::SelectOffice(*office));
        cx.effect(Effect::Focus(Part::Detail));
    }

    fn left(&mut self, _desk: &Desk) {
        self.leave();
    }

    fn clamp(&mut self, desk: &Desk) {
        self.row = self.row.min(desk.content().aspects.len().saturating_sub(1));
    }

    fn reset(&mut self) {
        // It may have been that person's answer.
        self.filter = Filter::Off;
    }
}

/// The office left or right of another.
fn beside(content: &Content, from: usize, cmd: Cmd) -> usize {
    let step = if cmd == Cmd::Left { Cmd::Up } else { Cmd::Down };
    moved(from, content.offices.len().saturating_sub(1), step)
}

//! On which day the person got to a step.
//!
//! ```text
//! 9 Screening: on which day did the person get there? Enter alone is today.
//! > 3 may 2026      = 3 May 2026
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use crate::content::Msg;
use crate::desk::{Action, Desk, Outcome};
use crate::tui::component::{Effect, EventContext, Overlay, View};
use crate::tui::field;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::{Page, Paragraph};

/// The longest day that is taken, in characters.
const LONGEST: usize = 40;

/// The question on which day a step was reached.
#[derive(Debug, Default)]
pub(super) struct Reached {
    step: usize,
    input: Input,
    error: Option<String>,
}

impl Reached {
    /// Asks for the day of a step.
    pub(super) fn new(step: usize) -> Self {
        Self { step, ..Self::default() }
    }
}

impl Overlay for Reached {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Day, Scope::Always]
    }

    /// Takes the day; what is wrong stays to be mended.
    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        if cmd != Cmd::Choose {
            return;
        }
        let day = match cx.desk.day_typed(self.input.value()) {
            Ok(day) => day,
            Err(error) => return self.error = Some(error),
        };
        if let Outcome::MoveRefused(error) = cx.desk.apply(Action::Reach(self.step, day)) {
            return self.error = Some(cx.desk.phrases().move_error(&error));
        }
        cx.effect(Effect::Pop);
        cx.tell(Msg::SaidReached);
    }

    fn edit(&mut self, request: InputRequest, _cx: &mut EventContext<'_>) {
        if field::edit(&mut self.input, request, LONGEST) {
            self.error = None;
        }
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let (desk, phrases) = (view.desk, view.desk.phrases());
        let mut page = Page::new(width);
        let name = format!("{} {}", self.step + 1, desk.content().process.step(self.step).short.get(desk.lang()));
        page.text(0, &phrases.fill(Msg::MoveWhen, &[("step", &name)]), view.theme.strong());
        let column = 2 + self.input.visual_cursor();
        page.focus_next(u16::try_from(column).unwrap_or_default());
        let read = desk.day_typed(self.input.value()).map(|day| format!("= {}", phrases.day(day))).unwrap_or_default();
        let typed = Span::raw(format!("> {}", self.input.value()));
        page.line(Line::from(vec![typed, Span::raw("   "), Span::styled(read, view.theme.accent())]));
        if let Some(error) = &self.error {
            page.paragraph(error, Paragraph { indent: 4, mark: ("(!)", view.theme.alert()), ..Paragraph::default() });
        } else {
            page.text(2, phrases.get(Msg::MoveToday), Style::new());
        }
        page
    }
}

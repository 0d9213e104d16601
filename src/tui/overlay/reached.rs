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
use crate::tui::overlay::Overlay;
use crate::tui::page::{Page, Set};
use crate::tui::state::{Message, State};

/// The longest day that is taken, in characters.
const LONGEST: usize = 40;

/// The step, what is typed, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Reached {
    step: usize,
    input: Input,
    wrong: Option<String>,
}

impl Reached {
    /// Asks for the day of a step.
    #[must_use]
    pub fn new(step: usize) -> Self {
        Self { step, ..Self::default() }
    }
}

/// Takes the day; what is wrong stays to be mended.
pub fn take(state: &mut State) {
    let Some(Overlay::Reached(overlay)) = state.overlays.last_mut() else { return };
    let step = overlay.step;
    let moved = state.desk.day_typed(overlay.input.value()).and_then(|day| {
        let reached = state.desk.reach(step, day);
        reached.map_err(|refused| state.desk.phrases().move_error(&refused))
    });
    match moved {
        Ok(()) => {
            state.overlays.pop();
            state.said = Message::Msg(Msg::SaidReached);
        }
        Err(wrong) => overlay.wrong = Some(wrong),
    }
}

/// Changes what is typed.
pub fn edit(overlay: &mut Reached, request: InputRequest) {
    let full = overlay.input.value().chars().count() >= LONGEST;
    if !(full && matches!(request, InputRequest::InsertChar(_))) {
        let changed = overlay.input.handle(request).is_some_and(|change| change.value);
        overlay.wrong = overlay.wrong.take().filter(|_| !changed);
    }
}

/// The question, the field, and how it is read.
#[must_use]
pub fn page(state: &State, overlay: &Reached, width: u16) -> Page {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let mut page = Page::new(width);
    let step = desk.content().process.steps.get(overlay.step);
    let name = format!("{} {}", overlay.step + 1, step.map_or("", |step| step.short.get(desk.lang())));
    page.text(0, &phrases.fill(Msg::MoveWhen, &[("step", &name)]), state.theme.strong());
    let column = 2 + overlay.input.visual_cursor();
    page.focus_next(u16::try_from(column).unwrap_or_default());
    let read = desk.day_typed(overlay.input.value()).map(|day| format!("= {}", phrases.day(day))).unwrap_or_default();
    let typed = Span::raw(format!("> {}", overlay.input.value()));
    page.line(Line::from(vec![typed, Span::raw("   "), Span::styled(read, state.theme.accent())]));
    if let Some(wrong) = &overlay.wrong {
        page.paragraph(wrong, Set { indent: 4, mark: ("(!)", state.theme.alert()), ..Set::default() });
    } else {
        page.text(2, phrases.get(Msg::MoveToday), Style::new());
    }
    page
}

//! On which day the person got to a step.
//!
//! ```text
//! 9 Screening: on which day did the person get there? Enter alone is today.
//! > 3 may 2026      = 3 May 2026
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use crate::content::Word;
use crate::tui::layer::Layer;
use crate::tui::page::{Page, Set};
use crate::tui::state::{Said, State};

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
    let Some(Layer::Reached(layer)) = state.layers.last_mut() else { return };
    let step = layer.step;
    let moved = state.desk.day_typed(layer.input.value()).and_then(|day| {
        let reached = state.desk.reach(step, day);
        reached.map_err(|refused| state.desk.speaker().refused(&refused))
    });
    match moved {
        Ok(()) => {
            state.layers.pop();
            state.said = Said::Word(Word::SaidReached);
        }
        Err(wrong) => layer.wrong = Some(wrong),
    }
}

/// Changes what is typed.
pub fn edit(layer: &mut Reached, request: InputRequest) {
    let full = layer.input.value().chars().count() >= LONGEST;
    if !(full && matches!(request, InputRequest::InsertChar(_))) {
        let changed = layer.input.handle(request).is_some_and(|change| change.value);
        layer.wrong = layer.wrong.take().filter(|_| !changed);
    }
}

/// The question, the field, and how it is read.
#[must_use]
pub fn page(state: &State, layer: &Reached, width: u16) -> Page {
    let (desk, speaker) = (&state.desk, state.desk.speaker());
    let mut page = Page::new(width);
    let step = desk.content().process.steps.get(layer.step);
    let name = format!("{} {}", layer.step + 1, step.map_or("", |step| step.short.say(desk.lang())));
    page.text(0, &speaker.fill(Word::MoveWhen, &[("step", &name)]), state.look.strong());
    let column = 2 + layer.input.visual_cursor();
    page.focus_next(u16::try_from(column).unwrap_or_default());
    let read = desk.day_typed(layer.input.value()).map(|day| format!("= {}", speaker.day(day))).unwrap_or_default();
    let typed = Span::raw(format!("> {}", layer.input.value()));
    page.line(Line::from(vec![typed, Span::raw("   "), Span::styled(read, state.look.accent())]));
    if let Some(wrong) = &layer.wrong {
        page.paragraph(wrong, Set { indent: 4, mark: ("(!)", state.look.alert()), ..Set::default() });
    } else {
        page.text(2, speaker.word(Word::MoveToday), Style::new());
    }
    page
}

//! The form on one page, for who knows it: every question in a row, the field in the row of the current one.
//!
//! ```text
//! CHECK  4 of at most 6  answering  Colombia                  * use, do not store
//!
//!   1 Country         Colombia
//!   2 Has a case      no
//!   3 Nationality     Venezuelan
//! > 4 Came            2019        = some day in 2019
//!   5 18 or older
//!   6 Legal status
//!
//!   1 on or before 11 June 2023   2 after 11 June 2023   0 don't know   9 prefers not to say
//!
//! Colombia [?]   Costa Rica [-]   Ecuador [-]   Guatemala [-]
//! ```

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{answering, field, verdicts};
use crate::content::{Msg, Question};
use crate::rules::Verdict;
use crate::tui::page::{Page, cut};
use crate::tui::pane::check::update;
use crate::tui::state::State;

/// Cells of the mark of the focus, the number and the name of a question.
const NAME: usize = 4;
const ANSWER: usize = NAME + 18;

/// The whole form, and what can be answered current below it where there is room for that. Nothing where there is no
/// room for the form.
#[must_use]
pub(super) fn page(state: &State, question: &Question, width: u16, height: usize) -> Option<Page> {
    let pages = [true, false].into_iter().map(|choices| form(state, question, width, choices));
    pages.into_iter().find(|page| page.len() <= height)
}

fn form(state: &State, question: &Question, width: u16, with_choices: bool) -> Page {
    let (desk, content) = (&state.desk, state.desk.content());
    let mut page = Page::new(width);
    answering::title(state, question, &mut page);
    page.gap();
    for (n, row) in desk.check().ahead(content, question, desk.as_of()).into_iter().enumerate() {
        if row.id == question.id {
            current(state, question, n, &mut page);
        } else {
            other(state, row, n, &mut page);
        }
    }
    page.gap();
    if with_choices {
        offered(state, question, &mut page);
    }
    field::beneath(state, question, true, &mut page);
    page.gap();
    page.line(verdicts(state, usize::from(width)));
    if desk.found().best() == Verdict::Met {
        page.text(0, desk.phrases().get(Msg::PromisesNothing), state.theme.strong());
    }
    page
}

fn named(question: &Question, state: &State, n: usize, focused: bool) -> String {
    let name = question.name.get(state.desk.lang());
    let blanks = " ".repeat((ANSWER - NAME).saturating_sub(name.width()));
    format!("{} {:<2}{name}{blanks}", if focused { ">" } else { " " }, n + 1)
}

fn current(state: &State, question: &Question, n: usize, page: &mut Page) {
    let typed = &state.check.field.input;
    let room = page.width().saturating_sub(ANSWER + 1);
    let scroll = typed.visual_scroll(room);
    let shown = field::visible(typed.value(), scroll, room);
    let column = ANSWER + typed.visual_cursor().saturating_sub(scroll);
    page.focus_next(u16::try_from(column).unwrap_or_default());
    let read = match state.check.field.selected {
        Some(n) => update::choices(state, question).get(n).map(|choice| {
            let country = state.desk.check().country(state.desk.content());
            format!("> {}", state.desk.phrases().choice(question, choice, country))
        }),
        None => Some(field::read_as(state, question)),
    };
    let read = cut(&read.unwrap_or_default(), room.saturating_sub(shown.width() + 2));
    page.line(Line::from(vec![
        Span::styled(format!("{}{shown}", named(question, state, n, true)), state.theme.strong()),
        Span::styled(format!("  {read}"), state.theme.accent()),
    ]));
}

fn other(state: &State, question: &Question, n: usize, page: &mut Page) {
    let given = state.desk.check().answers().get(&question.id).is_some();
    let answer = if given { super::answer(state, question) } else { String::new() };
    let answer = cut(&answer, page.width().saturating_sub(ANSWER));
    page.line(Line::from(format!("{}{answer}", named(question, state, n, false))));
}

/// The choices of the current question, one after the other; none is broken where a line ends.
fn offered(state: &State, question: &Question, page: &mut Page) {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let country = desk.check().country(desk.content());
    let mut line = String::new();
    for choice in answering::offered(state, question) {
        let Some(key) = choice.key else { continue };
        let words = format!("   {key} {}", phrases.choice(question, &choice, country));
        if line.width() + words.width() > page.width() && !line.is_empty() {
            page.line(Line::from(std::mem::take(&mut line)));
        }
        line.push_str(&words);
    }
    page.line(Line::from(line));
}

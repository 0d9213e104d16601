//! The field of a question, how what is typed in it is read, and what is wrong with it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Form;
use crate::check::Reading;
use crate::content::Msg;
use crate::rules::Answer;
use crate::tui::page::{Page, Paragraph, cut};
use crate::tui::pane::check::FieldError;

/// The cell at which the reading of a short answer begins.
const READING: usize = 12;

/// Cells for what a word can mean: more would be sent with each letter.
const MEANINGS: usize = 24;

/// The choice of the list that is under the focus.
pub(super) fn selected(form: Form<'_>) -> Option<usize> {
    form.field.selected.filter(|_| !form.field.is_looked_up(form.question))
}

/// The field with what is typed and how it is read.
pub(super) fn draw(form: Form<'_>, width: u16, page: &mut Page) {
    let field = form.field;
    let room = usize::from(width).saturating_sub(6);
    let scroll = field.input.visual_scroll(room);
    let shown: String = visible(field.input.value(), scroll, room);
    let column = 2 + field.input.visual_cursor().saturating_sub(scroll);
    let start = READING.min(room / 4).max(shown.width() + 2);
    let in_list = selected(form).is_some();
    match (in_list, field.selected.is_some()) {
        (true, _) => {}
        (false, true) => page.focus_next(u16::try_from(2 + start).unwrap_or(2)),
        (false, false) => page.focus_next(u16::try_from(column).unwrap_or(2)),
    }
    let read = cut(&read_as(form), (room + 4).saturating_sub(start));
    let blanks = " ".repeat(start - shown.width());
    page.line(Line::from(vec![
        Span::raw(if in_list { "  " } else { "> " }),
        Span::raw(shown),
        Span::raw(blanks),
        Span::raw(read),
    ]));
}

/// What is typed, as it is read; a word that can mean several, with the others after it, from the one under the focus on.
pub(super) fn read_as(form: Form<'_>) -> String {
    let (phrases, field) = (form.view.desk.phrases(), form.field);
    if field.is_empty() {
        return String::new();
    }
    let meanings =
        if form.field.is_looked_up(form.question) { field.choices(form.view.desk, form.question) } else { Vec::new() };
    let name = |answer: &Answer| phrases.answer(form.question, answer);
    let read = match (field.selected, field.reading(form.view.desk, form.question)) {
        (Some(n), _) => meanings.get(n).map(|choice| format!("> {}", name(&choice.answer))),
        (None, Reading::Answer(answer)) => Some(phrases.fill(Msg::ReadAs, &[("answer", &name(&answer))])),
        _ => None,
    };
    // Where nothing is read yet, all that it can mean stands there.
    let first = if read.is_some() { field.selected.unwrap_or(0) + 1 } else { 0 };
    let mut line = read.unwrap_or_default();
    for other in meanings.iter().skip(first).map(|choice| name(&choice.answer)) {
        if line.width() + 3 + other.width() > MEANINGS {
            break;
        }
        line = format!("{line}   {other}");
    }
    line
}

/// What is wrong with what was taken; else, with `hint`, how to write an answer.
pub(super) fn beneath(form: Form<'_>, hinted: bool, page: &mut Page) {
    let (phrases, field) = (form.view.desk.phrases(), form.field);
    if let Some(wrong) = &field.error {
        let text = match wrong {
            FieldError::Nothing => phrases.get(Msg::WrongNothing).to_owned(),
            FieldError::Invalid(error) => phrases.answer_error(error),
        };
        return page
            .paragraph(&text, Paragraph { indent: 4, mark: ("(!)", form.view.theme.alert()), ..Paragraph::default() });
    }
    if let Some(hint) = phrases.hint(form.question).filter(|_| hinted && field.which.is_empty()) {
        page.text(4, hint, Style::new());
    }
}

/// The part of a text between two columns.
pub(super) fn visible(text: &str, from: usize, width: usize) -> String {
    let mut at = 0;
    let mut out = String::new();
    for c in text.chars() {
        let cells = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if at >= from && at + cells <= from + width {
            out.push(c);
        }
        at += cells;
    }
    out
}

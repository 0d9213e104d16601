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

use super::{Form, answering, field, verdicts};
use crate::content::{Msg, Question};
use crate::rules::Verdict;
use crate::tui::component::View;
use crate::tui::page::{Page, cut};

/// Where the answer begins: behind the mark of the focus, a number of two digits and a name of at most 16 cells.
const ANSWER: usize = 22;

/// The whole form, and the choices of the current question below it where there is room for that. Nothing where there is no
/// room for the form.
pub(super) fn page(form: Form<'_>, width: u16, height: usize) -> Option<Page> {
    let pages = [true, false].into_iter().map(|choices| page_with(form, width, choices));
    pages.into_iter().find(|page| page.len() <= height)
}

fn page_with(form: Form<'_>, width: u16, with_choices: bool) -> Page {
    let (desk, content) = (form.view.desk, form.view.desk.content());
    let mut page = Page::new(width);
    answering::title(form, &mut page);
    page.gap();
    for (n, row) in desk.check().ahead(content, form.question, desk.as_of()).into_iter().enumerate() {
        if row.id == form.question.id {
            current(form, n, &mut page);
        } else {
            other(form, row, n, &mut page);
        }
    }
    page.gap();
    if with_choices {
        offered(form, &mut page);
    }
    field::beneath(form, true, &mut page);
    page.gap();
    page.line(verdicts(form.view, usize::from(width)));
    if desk.found().best() == Verdict::Met {
        page.text(0, desk.phrases().get(Msg::PromisesNothing), form.view.theme.strong());
    }
    page
}

fn named(question: &Question, view: &View<'_>, n: usize, focused: bool) -> String {
    let name = question.name.get(view.desk.lang());
    let row = format!("{} {} {name}", if focused { ">" } else { " " }, n + 1);
    let blanks = " ".repeat(ANSWER.saturating_sub(row.width()));
    row + &blanks
}

fn current(form: Form<'_>, n: usize, page: &mut Page) {
    let typed = &form.field.input;
    let room = page.width().saturating_sub(ANSWER + 1);
    let scroll = typed.visual_scroll(room);
    let shown = field::visible(typed.value(), scroll, room);
    let column = ANSWER + typed.visual_cursor().saturating_sub(scroll);
    page.focus_next(u16::try_from(column).unwrap_or_default());
    let read = match form.field.selected {
        Some(n) => form.field.choices(form.view.desk, form.question).get(n).map(|choice| {
            let country = form.view.desk.check().country(form.view.desk.content());
            format!("> {}", form.view.desk.phrases().choice(form.question, choice, country))
        }),
        None => Some(field::read_as(form)),
    };
    let read = cut(&read.unwrap_or_default(), room.saturating_sub(shown.width() + 2));
    page.line(Line::from(vec![
        Span::styled(format!("{}{shown}", named(form.question, form.view, n, true)), form.view.theme.strong()),
        Span::styled(format!("  {read}"), form.view.theme.accent()),
    ]));
}

fn other(form: Form<'_>, row: &Question, n: usize, page: &mut Page) {
    let given = form.view.desk.check().answers().get(&row.id).is_some();
    let answer = if given { super::answer(form.view, row) } else { String::new() };
    let answer = cut(&answer, page.width().saturating_sub(ANSWER));
    page.line(Line::from(format!("{}{answer}", named(row, form.view, n, false))));
}

/// The choices of the current question, one after the other; none is broken where a line ends.
fn offered(form: Form<'_>, page: &mut Page) {
    let (desk, phrases) = (form.view.desk, form.view.desk.phrases());
    let country = desk.check().country(desk.content());
    let mut line = String::new();
    for choice in form.field.listed(form.view.desk, form.question) {
        let Some(key) = choice.key else { continue };
        let words = format!("   {key} {}", phrases.choice(form.question, &choice, country));
        if line.width() + words.width() > page.width() && !line.is_empty() {
            page.line(Line::from(std::mem::take(&mut line)));
        }
        line.push_str(&words);
    }
    page.line(Line::from(line));
}

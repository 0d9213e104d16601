//! The Check pane: the answers and what they come to while browsing, one question while answering.

mod answering;
pub(super) mod beside;
mod field;
mod one_page;
pub(super) mod result;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::field::Field;
use super::rows::{Row, rows};
use crate::content::{Msg, Question};
use crate::document::Mark;
use crate::rules::{Answer, Verdict};
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::{Page, cut};

/// Cells of the mark of the focus and of a row's number.
const LEAD: usize = 4;

/// A question while it is answered.
#[derive(Clone, Copy)]
struct Form<'a> {
    view: &'a View<'a>,
    field: &'a Field,
    question: &'a Question,
}

pub(super) fn asked(view: &View<'_>, field: &Field, question: &Question, width: u16) -> Page {
    let form = Form { view, field, question };
    let height = usize::from(view.area().height);
    let form_page = if view.desk.settings().one_page { one_page::page(form, width, height) } else { None };
    form_page.unwrap_or_else(|| answering::page(form, width, height))
}

/// The answers, in two columns where there is room, then the question that is needed next.
///
/// ```text
/// > 1 Country       Colombia                4 Came          some day in 2019
///   2 Has a case    no                      5 Adult         prefers not to say
///   3 Nationality   Venezuelan              6 Status        not asked yet
/// ```
pub(super) fn list(view: &View<'_>, selected: usize, width: u16) -> Page {
    let all = rows(view.desk);
    let rows = cells(view, &all);
    let mut page = Page::new(width);
    if view.desk.check().is_empty() {
        page.text(0, view.desk.phrases().get(Msg::CheckNobody), Style::new());
        page.gap();
    }
    let two = width >= 72 && rows.len() > 1;
    let questions = all.iter().filter(|row| row.question().is_some()).count();
    let lines = lines(questions, rows.len(), two);
    let width = usize::from(width);
    // The number, the mark of the focus, and the blanks beside them.
    let lead = if rows.len() > 9 { LEAD + 1 } else { LEAD };
    let widest = |column: usize, of: fn(&(String, String)) -> usize| {
        let cells = lines.iter().filter_map(|line| rows.get(*line.get(column)?));
        cells.map(of).max().unwrap_or(0)
    };
    let names = [0, 1].map(|column| widest(column, |(name, _)| name.width()));
    // The left column has what it needs, as far as the right one keeps two fifths.
    let needed = lead + names[0] + 2 + widest(0, |(_, answer)| answer.width()) + 3;
    let left = if two { needed.min(width * 3 / 5) } else { width };
    for line in &lines {
        let mut spans = Vec::new();
        for ((n, names), (start, room)) in line.iter().zip(names).zip([(0, left), (left, width - left)]) {
            let Some((name, answer)) = rows.get(*n) else { continue };
            let at = *n == selected && view.is_on(Focus::List);
            if at {
                page.focus_next(u16::try_from(start).unwrap_or_default());
            }
            let number = format!("{} {:<width$}", if at { ">" } else { " " }, n + 1, width = lead - 2);
            let name = format!("{name}{}", " ".repeat(names.saturating_sub(name.width())));
            spans.extend(cell(view, (&number, &name, answer), at, room));
        }
        page.line(Line::from(spans));
    }
    page
}

/// Which rows stand in which line: the questions column by column, below them in a line what can be looked at then.
fn lines(questions: usize, all: usize, two: bool) -> Vec<Vec<usize>> {
    if !two {
        return (0..all).map(|n| vec![n]).collect();
    }
    let high = questions.div_ceil(2);
    let mut lines: Vec<Vec<usize>> = (0..high).map(|line| (line..questions).step_by(high.max(1)).collect()).collect();
    if questions < all {
        lines.push((questions..all).collect());
    }
    lines
}

fn cell(view: &View<'_>, (lead, name, answer): (&str, &str, &str), at: bool, room: usize) -> [Span<'static>; 4] {
    let used = lead.width() + name.width() + 2;
    let answer = cut(answer, room.saturating_sub(used));
    let blanks = " ".repeat(room.saturating_sub(used + answer.width()));
    let style = if at { view.theme.strong() } else { Style::new() };
    let name = Span::raw(format!("{name}  "));
    [Span::styled(lead.to_owned(), style), name, Span::styled(answer, style), Span::raw(blanks)]
}

/// Name and answer of every row.
fn cells(view: &View<'_>, rows: &[Row<'_>]) -> Vec<(String, String)> {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let named = |row: Row<'_>| match row {
        Row::Question(question) => (question.name.get(desk.lang()).to_owned(), answer(view, question)),
        Row::Pathways => (phrases.get(Msg::RowPathways).to_owned(), String::new()),
        Row::Bring => {
            let has_some = desk.checklist().ready().next().is_some();
            let count = if has_some { desk.phrases().bring_count(desk.checklist()) } else { String::new() };
            (phrases.get(Msg::BringTitle).to_owned(), count)
        }
    };
    rows.iter().copied().map(named).collect()
}

/// What was answered; what matters stands first, so that a cut leaves it.
fn answer(view: &View<'_>, question: &Question) -> String {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let answered = desk.check().answered(desk.content());
    let open = desk.check().next(desk.content(), desk.as_of()).is_some_and(|next| *next.id == *question.id);
    let Some(given) = answered.iter().find(|a| a.question.id == question.id).filter(|_| !open) else {
        let forgotten = desk.check().is_forgotten(&question.id);
        return phrases.get(if forgotten { Msg::WasNotStored } else { Msg::NotAskedYet }).to_owned();
    };
    let said = phrases.answer_short(question, given.answer);
    match given.answer {
        _ if given.parked => format!("{}: {said}", phrases.get(Msg::NotUsed)),
        Answer::Withheld(_) => phrases.fill(Msg::NotStoredAnswer, &[("answer", &said)]),
        _ => said,
    }
}

/// The verdicts of all offices in one line; in codes where it is narrow.
fn verdicts(view: &View<'_>, width: usize) -> Line<'static> {
    let mut long = Vec::new();
    let mut short = Vec::new();
    for finding in &view.desk.found().offices {
        let mark = Mark::Verdict(finding.verdict).sign();
        // No words stand beside these signs: they have no colour that is pale on some ground.
        let is_pale = finding.verdict == Verdict::NotMet;
        let style = if is_pale { Style::new() } else { view.theme.verdict(finding.verdict) };
        long.extend([
            Span::raw(format!("{} ", finding.office.name.get(view.desk.lang()))),
            Span::styled(mark, style),
            Span::raw("   "),
        ]);
        let sign = mark.trim_matches(['[', ']']).to_owned();
        short.extend([
            Span::raw(view.desk.content().sign(&finding.office, view.desk.lang()).to_owned()),
            Span::styled(sign, style),
            Span::raw(" "),
        ]);
    }
    let long = Line::from(long);
    if long.width() <= width + 3 { long } else { Line::from(short) }
}

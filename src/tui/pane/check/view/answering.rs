//! One question, as it is answered.
//!
//! ```text
//! CHECK  4 of at most 6  answering  Colombia
//!
//! When did the person first come to Colombia?
//! Why: the rule looks at the first day in the country
//!
//! > 2019        = some day in 2019
//!     or type when: 2019   03 2023   11 jun 2023
//!   1 on or before 11 June 2023
//!   2 after 11 June 2023
//!
//! Colombia [?]   Costa Rica [-]   Ecuador [-]   Guatemala [-]
//! ```
//!
//! From question to question, and from letter to letter, everything keeps its row: on a slow line only what differs is
//! sent. What a typed word can mean stands beside it, the best first: `> c         = Colombia   Chile   Cuba`.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Form, field, verdicts};
use crate::check::Choice;
use crate::content::{FactKind, Msg};
use crate::document::{self, Depth};
use crate::rules::Verdict;
use crate::tui::key::Key;
use crate::tui::page::{Page, cut, spread};

/// More choices than this stand in two columns where there is room.
const ONE_COLUMN: usize = 7;

/// Rows of the question, why it is asked and the rule, where there is room.
const ASKED: usize = 3;

/// The row of the verdicts, where there is room.
const VERDICTS: usize = 16;

/// The question, its choices and the field: with air and reasons where all of it fits, else what is needed.
pub(super) fn page(form: Form<'_>, width: u16, height: usize) -> Page {
    let roomy = roomy(form, width, height);
    if roomy.len() <= height { roomy } else { tight(form, width, height) }
}

fn roomy(form: Form<'_>, width: u16, height: usize) -> Page {
    let mut page = Page::new(width);
    title(form, &mut page);
    page.gap();
    asked(form, true, &mut page);
    field::draw(form, width, &mut page);
    let before = page.len();
    field::beneath(form, true, &mut page);
    page.fill(before + 1);
    choices(form, usize::MAX, &mut page);
    page.gap();
    page.fill(VERDICTS.min(height.saturating_sub(2)));
    page.line(verdicts(form.view, usize::from(width)));
    if form.view.desk.found().best() == Verdict::Met {
        page.text(0, form.view.desk.phrases().get(Msg::PromisesNothing), form.view.theme.strong());
    }
    page
}

/// The question and the field are always in sight; of the choices below them, those around the focus.
fn tight(form: Form<'_>, width: u16, height: usize) -> Page {
    let mut page = Page::new(width);
    title(form, &mut page);
    asked(form, false, &mut page);
    field::draw(form, width, &mut page);
    field::beneath(form, form.field.is_empty(), &mut page);
    let mut end = Page::new(width);
    end.line(verdicts(form.view, usize::from(width)));
    if form.view.desk.found().best() == Verdict::Met {
        end.text(0, form.view.desk.phrases().get(Msg::PromisesNothing), form.view.theme.strong());
    }
    let left = height.saturating_sub(page.len() + end.len());
    choices(form, left.max(1), &mut page);
    page.append(end);
    page
}

pub(super) fn title(form: Form<'_>, page: &mut Page) {
    let (desk, phrases) = (form.view.desk, form.view.desk.phrases());
    let content = desk.content();
    let (at, of) = desk.check().count(content, form.question, desk.as_of());
    let count = phrases.fill(Msg::CheckCount, &[("n", &at.to_string()), ("of", &of.to_string())]);
    let last = answered_before(form);
    let parts: Vec<&str> =
        [&count, phrases.get(Msg::CheckAnswering), &last].into_iter().filter(|part| !part.is_empty()).collect();
    let room = page.width().saturating_sub(phrases.get(Msg::CheckTitle).width() + 2);
    let words = cut(&parts.join("  "), room);
    let mut line = vec![
        Span::styled(phrases.get(Msg::CheckTitle).to_owned(), form.view.theme.strong()),
        Span::styled(format!("  {words}"), form.view.theme.quiet()),
    ];
    // Always in the same place: whether the answer is stored is seen without looking for it.
    let (stored, style) = if form.field.withheld {
        (phrases.get(Msg::WithheldNow).to_owned(), form.view.theme.strong())
    } else {
        (format!("* {}", phrases.get(Msg::WithholdHint)), form.view.theme.quiet())
    };
    let blanks = room.saturating_sub(words.width() + stored.width());
    if blanks >= 2 || form.field.withheld {
        line.extend([Span::raw(" ".repeat(blanks.max(1))), Span::styled(stored, style)]);
    }
    page.line(Line::from(line));
}

/// The answer that was typed last, said back as it was understood: "Country: Colombia".
fn answered_before(form: Form<'_>) -> String {
    let desk = form.view.desk;
    let answered = desk.check().answered(desk.content());
    // What was chosen by a digit was read when it was chosen; what was typed can have been misheard.
    let is_typed = |kind| !matches!(kind, FactKind::YesNo | FactKind::OneOf);
    let before = answered.iter().rev().find(|answered| {
        let question = answered.question;
        !answered.parked && is_typed(question.kind) && question.order < form.question.order
    });
    before.map_or_else(String::new, |answered| {
        let name = answered.question.name.get(desk.lang());
        format!("{name}: {}", desk.phrases().answer_short(answered.question, answered.answer))
    })
}

fn asked(form: Form<'_>, roomy: bool, page: &mut Page) {
    let (desk, phrases) = (form.view.desk, form.view.desk.phrases());
    let country = desk.check().country(desk.content());
    let before = page.len();
    page.text(0, &phrases.ask(form.question, country), form.view.theme.strong());
    if !roomy {
        return;
    }
    for why in document::why(&desk.context(), form.question, Depth::Line).blocks {
        page.text(0, &why.text, form.view.theme.quiet());
    }
    page.fill(before + ASKED);
    page.line(Line::default());
}

/// The choices, in at most so many rows.
fn choices(form: Form<'_>, most: usize, page: &mut Page) {
    let (phrases, width, before) = (form.view.desk.phrases(), page.width(), page.len());
    if !form.field.which.is_empty() {
        page.text(2, phrases.get(Msg::WhichOne), Style::new());
    }
    let most = most.saturating_sub(page.len() - before).max(1);
    let choices = form.field.listed(form.view.desk, form.question);
    let columns = if choices.len() > ONE_COLUMN && width >= 60 { 2 } else { 1 };
    let high = choices.len().div_ceil(columns);
    let room = width / columns;
    let focused = field::selected(form).map_or(0, |n| n % high.max(1));
    let first = (focused + 1).saturating_sub(most);
    let below = choices.len().saturating_sub((first + most).min(high) * columns);
    for line in (0..high).skip(first).take(most) {
        let mut spans = Vec::new();
        for n in (line..choices.len()).step_by(high) {
            let Some(choice) = choices.get(n) else { continue };
            if field::selected(form) == Some(n) {
                let column = if n < high { 0 } else { room };
                page.focus_next(u16::try_from(column).unwrap_or_default());
            }
            spans.extend(one_choice(form, (n, choice), room));
        }
        let is_last = line + 1 == first + most;
        page.line(if below > 0 && is_last { announced(form, &spans, below, width) } else { Line::from(spans) });
    }
}

/// A row of choices that says how many there are below it.
fn announced(form: Form<'_>, choices: &[Span<'static>], below: usize, width: usize) -> Line<'static> {
    let phrases = form.view.desk.phrases();
    let values = [("n", &*below.to_string()), ("key", &Key::Down.name(phrases))];
    let more = phrases.fill(Msg::MoreChoices, &values);
    let text: String = choices.iter().map(|span| span.content.as_ref()).collect();
    let style = choices.first().map_or_else(Style::new, |span| span.style);
    let kept = cut(text.trim_end(), width.saturating_sub(more.width() + 1));
    spread(vec![Span::styled(kept, style)], Span::styled(more, form.view.theme.quiet()), width)
}

fn one_choice(form: Form<'_>, (n, choice): (usize, &Choice), room: usize) -> [Span<'static>; 2] {
    let desk = form.view.desk;
    let at = field::selected(form) == Some(n);
    let key = choice.key.unwrap_or(' ');
    let words = desk.phrases().choice(form.question, choice, desk.check().country(desk.content()));
    let words = cut(&words, room.saturating_sub(5));
    let blanks = " ".repeat(room.saturating_sub(4 + words.width()));
    let style = if at { form.view.theme.strong() } else { Style::new() };
    [
        Span::styled(format!("{} {key} ", if at { ">" } else { " " }), style),
        Span::styled(format!("{words}{blanks}"), style),
    ]
}

//! One question, as it is answered.
//!
//! ```text
//! CHECK  4 of at most 6  answering  Colombia
//!
//! When did the person first come to Colombia?
//! Why: the rule looks at the first day in the country
//!
//!   1 on or before 11 June 2023
//!   2 after 11 June 2023
//!   or type when: 2019   03 2023   11 jun 2023
//! > 2019                                               = some day in 2019
//!
//! Colombia [?]   Costa Rica [-]   Ecuador [-]   Guatemala [-]
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{update, verdicts};
use crate::check::{Choice, Reading};
use crate::content::{Kind, Question, Word};
use crate::rules::Verdict;
use crate::tui::page::{Page, Set, cut};
use crate::tui::pane::check::state::Wrong;
use crate::tui::state::State;

/// More choices than this stand in two columns where there is room.
const ONE_COLUMN: usize = 7;

/// The question at hand, its choices and the field: with air and reasons where all of it fits, else what is needed.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let Some(question) = state.desk.question() else { return Page::new(width) };
    let height = usize::from(crate::tui::view::body_height(state));
    let roomy = roomy(state, question, width);
    if roomy.len() <= height { roomy } else { tight(state, question, width, height) }
}

fn roomy(state: &State, question: &Question, width: u16) -> Page {
    let mut page = Page::new(width);
    title(state, question, &mut page);
    page.gap();
    asked(state, question, true, &mut page);
    choices(state, question, usize::MAX, &mut page);
    field(state, question, width, &mut page);
    page.gap();
    page.line(verdicts(state, usize::from(width)));
    if state.desk.found().best() == Verdict::Met {
        page.text(0, state.desk.speaker().word(Word::PromisesNothing), state.look.strong());
    }
    page
}

/// The question and the field are always in sight; of the choices below them, those around the hand.
fn tight(state: &State, question: &Question, width: u16, height: usize) -> Page {
    let mut page = Page::new(width);
    title(state, question, &mut page);
    asked(state, question, false, &mut page);
    field(state, question, width, &mut page);
    let left = height.saturating_sub(page.len() + 1);
    choices(state, question, left.max(1), &mut page);
    let mut line = verdicts(state, usize::from(width));
    if state.desk.found().best() == Verdict::Met {
        let room = usize::from(width).saturating_sub(line.width() + 1);
        let promise = cut(state.desk.speaker().word(Word::PromisesNothing), room);
        line.push_span(Span::styled(format!(" {promise}"), state.look.strong()));
    }
    page.line(line);
    page
}

fn title(state: &State, question: &Question, page: &mut Page) {
    let (desk, speaker) = (&state.desk, state.desk.speaker());
    let content = desk.content();
    let (at, of) = desk.check().count(content, question, desk.as_of());
    let count = speaker.fill(Word::CheckCount, &[("n", &at.to_string()), ("of", &of.to_string())]);
    let office = desk.check().office(content).map_or("", |office| office.name.say(desk.lang()));
    let answering = speaker.word(Word::CheckAnswering);
    let parts: Vec<&str> = [&count, answering, office].into_iter().filter(|part| !part.is_empty()).collect();
    let room = page.width().saturating_sub(speaker.word(Word::CheckTitle).width() + 2);
    page.line(Line::from(vec![
        Span::styled(speaker.word(Word::CheckTitle).to_owned(), state.look.strong()),
        Span::styled(format!("  {}", cut(&parts.join("  "), room)), state.look.quiet()),
    ]));
}

fn asked(state: &State, question: &Question, roomy: bool, page: &mut Page) {
    let (desk, speaker) = (&state.desk, state.desk.speaker());
    let country = desk.check().country(desk.content());
    page.text(0, &speaker.ask(question, country), state.look.strong());
    if !roomy {
        return;
    }
    page.text(0, &speaker.fill(Word::WhyAsked, &[("why", &speaker.why(question, country))]), state.look.quiet());
    if let Some(requirement) = desk.check().needed_by(desk.content(), question) {
        let rule = speaker.requirement(requirement);
        page.text(0, &speaker.fill(Word::WhyRule, &[("rule", &rule)]), state.look.quiet());
    }
    page.gap();
}

/// The choices, in at most so many rows.
fn choices(state: &State, question: &Question, most: usize, page: &mut Page) {
    let (speaker, width, before) = (state.desk.speaker(), page.width(), page.len());
    if !state.check.field.which.is_empty() {
        page.text(2, speaker.word(Word::WhichOne), Style::new());
    }
    let most = most.saturating_sub(page.len() - before).max(1);
    let choices = update::choices(state, question);
    let columns = if choices.len() > ONE_COLUMN && width >= 60 { 2 } else { 1 };
    let high = choices.len().div_ceil(columns);
    let room = width / columns;
    let hand = state.check.field.selected.map_or(0, |n| n % high.max(1));
    let first = (hand + 1).saturating_sub(most);
    for line in (0..high).skip(first).take(most) {
        let mut spans = Vec::new();
        for n in (line..choices.len()).step_by(high) {
            let Some(choice) = choices.get(n) else { continue };
            if state.check.field.selected == Some(n) {
                let column = if n < high { 0 } else { room };
                page.focus_next(u16::try_from(column).unwrap_or_default());
            }
            spans.extend(one_choice(state, question, (n, choice), room));
        }
        page.line(Line::from(spans));
    }
}

fn one_choice(state: &State, question: &Question, (n, choice): (usize, &Choice), room: usize) -> [Span<'static>; 2] {
    let (desk, field) = (&state.desk, &state.check.field);
    let at = field.selected == Some(n);
    // A digit chooses only while nothing is typed: what it would not do is not shown.
    let numbered = !matches!(question.kind, Kind::Country | Kind::Countries) || field.is_empty();
    let key = choice.key.filter(|_| numbered).unwrap_or(' ');
    let words = desk.speaker().choice(question, choice, desk.check().country(desk.content()));
    let words = cut(&words, room.saturating_sub(5));
    let blanks = " ".repeat(room.saturating_sub(4 + words.width()));
    let style = if at { state.look.strong() } else { Style::new() };
    [
        Span::styled(format!("{} {key} ", if at { ">" } else { " " }), state.look.accent()),
        Span::styled(format!("{words}{blanks}"), style),
    ]
}

fn field(state: &State, question: &Question, width: u16, page: &mut Page) {
    let (speaker, field) = (state.desk.speaker(), &state.check.field);
    let hint = match question.kind {
        Kind::Date | Kind::DateOrNo => Some(Word::OrTypeDate),
        Kind::Country => Some(Word::TypeCountry),
        Kind::Countries => Some(Word::TypeCountries),
        Kind::YesNo | Kind::OneOf => None,
    };
    if let Some(hint) = hint.filter(|_| field.is_empty() && field.which.is_empty()) {
        page.text(4, speaker.word(hint), state.look.quiet());
    }
    let room = usize::from(width).saturating_sub(6);
    let scroll = field.input.visual_scroll(room);
    let shown: String = visible(field.input.value(), scroll, room);
    let column = 2 + field.input.visual_cursor().saturating_sub(scroll);
    if field.selected.is_none() {
        page.focus_next(u16::try_from(column).unwrap_or(2));
    }
    let read = match update::reading(state, question) {
        Reading::Answer(answer) if !field.is_empty() => {
            speaker.fill(Word::ReadAs, &[("answer", &speaker.answer(question, &answer))])
        }
        _ => String::new(),
    };
    let read = cut(&read, room.saturating_sub(shown.width() + 2));
    let blanks = " ".repeat((room + 4).saturating_sub(shown.width() + read.width()));
    page.line(Line::from(vec![
        Span::raw(if field.selected.is_none() { "> " } else { "  " }),
        Span::styled(shown, state.look.strong()),
        Span::raw(blanks),
        Span::styled(read, state.look.accent()),
    ]));
    if let Some(wrong) = field.trouble {
        let text = match wrong {
            Wrong::Nothing => speaker.word(Word::WrongNothing).to_owned(),
            Wrong::Trouble(trouble) => speaker.trouble(trouble),
        };
        page.paragraph(&text, Set { indent: 4, mark: ("(!)", state.look.alert()), ..Set::default() });
    }
}

/// The part of a text between two columns.
fn visible(text: &str, from: usize, width: usize) -> String {
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

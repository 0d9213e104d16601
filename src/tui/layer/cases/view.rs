//! How it looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Cases;
use crate::case::Trouble;
use crate::content::Word;
use crate::desk::{Case, CaseWords};
use crate::tui::page::{Page, Set, cut};
use crate::tui::state::State;

/// Cells of the mark of the hand and the code.
const LEAD: usize = 8;

/// Every case in a line, under what there is to do with them.
#[must_use]
pub fn page(state: &State, layer: &Cases, width: u16) -> Page {
    let (speaker, mut page) = (state.desk.speaker(), Page::new(width));
    let count = layer.all.len().to_string();
    let title = speaker.word(Word::CasesTitle);
    page.paragraph(title, Set { tag: (&count, Style::new()), style: state.look.strong(), ..Set::default() });
    if layer.at_start {
        page.text(0, speaker.word(Word::CasesLeft), Style::new());
    }
    if let Some(trouble) = &layer.trouble {
        let set = Set { indent: 4, mark: ("(!)", state.look.alert()), ..Set::default() };
        page.paragraph(&speaker.case_trouble(trouble), set);
    }
    page.gap();
    if layer.all.is_empty() {
        page.focus_next(0);
        page.text(0, speaker.word(Word::CasesNone), Style::new());
    }
    for row in 0..layer.all.len() {
        let hand = row == layer.row;
        if hand {
            page.focus_next(0);
        }
        page.line(line(state, layer, row, usize::from(width)));
        if hand && layer.confirms {
            let set = Set { indent: LEAD + 1, mark: ("     (!)", state.look.alert()), ..Set::default() };
            page.paragraph(speaker.word(Word::CaseDelete), set);
        }
    }
    page
}

fn line(state: &State, layer: &Cases, row: usize, width: usize) -> Line<'static> {
    let hand = row == layer.row;
    let style = if hand { state.look.strong() } else { Style::new() };
    let (left, right) = match (layer.line(row), layer.all.get(row)) {
        (Some(Ok(line)), Some(case)) => {
            let words = state.desk.case_words(case, line);
            (said(&words), beside(&words))
        }
        (Some(Err(trouble)), _) => (unread(state, trouble), String::new()),
        // Far from the hand: it is read when the hand comes near.
        _ => (String::new(), String::new()),
    };
    let code = match (layer.line(row), layer.all.get(row)) {
        (Some(Ok(line)), _) => line.code.as_ref().map_or("-", |code| code.as_str()).to_owned(),
        (_, Some(Case::Stored(code))) => code.to_string(),
        _ => String::new(),
    };
    let lead = format!("{} {code:<width$}", if hand { ">" } else { " " }, width = LEAD - 2);
    let left = cut(&left, width.saturating_sub(LEAD + right.width() + 1));
    let blanks = " ".repeat(width.saturating_sub(LEAD + left.width() + right.width()));
    Line::from(vec![Span::styled(format!("{lead}{left}"), style), Span::raw(format!("{blanks}{right}"))])
}

/// Where the person is, how far the check is, and what is still asked.
fn said(words: &CaseWords) -> String {
    let CaseWords { country, answers, open, step, .. } = words;
    format!("{}  {answers}  {}  {step}", padded(country, 18), padded(open, 24))
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// How old it is, and who has it.
fn beside(words: &CaseWords) -> String {
    let parts = [words.kept.as_str(), &words.place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

fn unread(state: &State, trouble: &Trouble) -> String {
    state.desk.speaker().case_trouble(trouble)
}

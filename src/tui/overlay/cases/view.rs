//! The page of cases.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Cases;
use crate::case::StoreError;
use crate::content::Msg;
use crate::desk::{Case, CasePhrases};
use crate::text::pad;
use crate::tui::component::View;
use crate::tui::page::{Page, Paragraph, cut};

/// Cells of the mark of the focus and the code.
pub(super) const LEAD: usize = 8;

/// Every case in a line, under what there is to do with them.
pub(super) fn page(overlay: &Cases, view: &View<'_>, width: u16) -> Page {
    let (phrases, mut page) = (view.desk.phrases(), Page::new(width));
    let count = overlay.all.len().to_string();
    let title = phrases.get(Msg::CasesTitle);
    page.paragraph(
        title,
        Paragraph { tag: (&count, Style::new()), style: view.theme.strong(), ..Paragraph::default() },
    );
    if overlay.at_start {
        page.text(0, phrases.get(Msg::CasesLeft), Style::new());
    }
    if let Some(trouble) = &overlay.error {
        let set = Paragraph { indent: 4, mark: ("(!)", view.theme.alert()), ..Paragraph::default() };
        page.paragraph(&phrases.case_error(trouble), set);
    }
    page.gap();
    if overlay.all.is_empty() {
        page.focus_next(0);
        page.text(0, phrases.get(Msg::CasesNone), Style::new());
    }
    for row in 0..overlay.all.len() {
        let focused = row == overlay.row;
        if focused {
            page.focus_next(0);
        }
        page.line(line(view, overlay, row, usize::from(width)));
        if focused && !overlay.typed.value().is_empty() {
            page.text(2, overlay.typed.value(), view.theme.strong());
        }
        if let Some(asks) = overlay.asks.as_ref().filter(|_| focused) {
            asks.draw(view, &mut page);
        }
    }
    page
}

fn line(view: &View<'_>, overlay: &Cases, row: usize, width: usize) -> Line<'static> {
    let focused = row == overlay.row;
    let style = if focused { view.theme.strong() } else { Style::new() };
    let (left, right) = match (overlay.line(row), overlay.all.get(row)) {
        (Some(Ok(line)), Some(case)) => {
            let words = view.desk.case_phrases(case, line);
            let right = beside(&words);
            (said(&words, width.saturating_sub(LEAD + right.width() + 1)), right)
        }
        (Some(Err(trouble)), _) => (unread(view, trouble), String::new()),
        // Far from the focus: it is read when the focus comes near.
        _ => (String::new(), String::new()),
    };
    let code = match (overlay.line(row), overlay.all.get(row)) {
        (Some(Ok(line)), _) => line.code.as_ref().map_or("-", |code| code.as_str()).to_owned(),
        (_, Some(Case::Stored(code))) => code.to_string(),
        _ => String::new(),
    };
    let mark = if focused { ">" } else { " " };
    let lead = format!("{mark} {code:<width$}", width = LEAD - 2);
    let left = cut(&left, width.saturating_sub(LEAD + right.width() + 1));
    let blanks = " ".repeat(width.saturating_sub(LEAD + left.width() + right.width()));
    Line::from(vec![Span::styled(format!("{lead}{left}"), style), Span::raw(format!("{blanks}{right}"))])
}

/// What the person has come to where they are, their nationality, and what is still asked, as far as whole columns fit.
fn said(words: &CasePhrases, room: usize) -> String {
    let CasePhrases { mark, country, nationality, open, step, .. } = words;
    let mut said = format!("{mark:3} {}", pad(country, 12));
    for (column, width) in [(&cut(nationality, 16), 16), (open, 18), (step, 0)] {
        if said.width() + 2 + column.width() > room {
            break;
        }
        said = format!("{said}  {}", pad(column, width));
    }
    said
}

/// How old it is, and who has it.
fn beside(words: &CasePhrases) -> String {
    let parts = [words.kept.as_str(), &words.place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

fn unread(view: &View<'_>, trouble: &StoreError) -> String {
    view.desk.phrases().case_error(trouble)
}

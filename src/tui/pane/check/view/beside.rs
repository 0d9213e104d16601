//! What stands beside a question where there is room: the answers so far, the rule that needs the next one, and what the
//! answers come to.
//!
//! ```text
//! Answers___________________________________
//!   Country       Colombia
//!   Nationality   Venezuelan
//!
//! The rule: in Colombia on or before 11 June 2023
//!   (?) The guide does not say whether ...
//!
//! [?] COLOMBIA: cannot tell yet, 2 of 5 met
//! ```

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::Msg;
use crate::document::{self, Depth};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::page::{Page, cut};

/// The page, for a width in cells.
pub(in crate::tui::pane::check) fn page(view: &View<'_>, width: u16) -> Page {
    let (desk, context) = (view.desk, view.desk.context());
    let mut page = Page::new(width);
    page.title(desk.phrases().get(Msg::CaseAnswersAre), view.theme.title(), &Span::default());
    answers(view, &mut page);
    if let Some(question) = desk.question() {
        page.gap();
        blocks::render(&document::why(&context, question, Depth::Whole), view, &mut page);
    }
    page.gap();
    // The answers above bear no numbers.
    let mut result = document::result(&context);
    result.blocks.iter_mut().for_each(|block| block.answers.clear());
    blocks::render(&result, view, &mut page);
    page
}

fn answers(view: &View<'_>, page: &mut Page) {
    let desk = view.desk;
    let answered = desk.check().answered(desk.content());
    let rows: Vec<(&str, String)> = answered
        .iter()
        .filter(|answered| !answered.parked)
        .map(|answered| (answered.question.name.get(desk.lang()), super::answer(view, answered.question)))
        .collect();
    let widest = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    for (name, answer) in &rows {
        let blanks = " ".repeat(widest + 2 - name.width());
        let answer = cut(answer, page.width().saturating_sub(widest + 4));
        page.line(Line::raw(format!("  {name}{blanks}{answer}")));
    }
    if rows.is_empty() {
        page.line(Line::raw(format!("  {}", desk.phrases().get(Msg::NotAskedYet))));
    }
}

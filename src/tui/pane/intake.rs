//! Statements on an office's intake, and notices.

use crate::content::{Office, Statement};
use crate::rules::IntakeLine;
use crate::tui::component::View;
use crate::tui::page::{Page, Set};

/// What is said of an office's intake, newest first: stands before anything else that is said of the office.
pub(super) fn of(view: &View<'_>, office: &Office, page: &mut Page) {
    lines(view, &view.desk.intake(office).statements, page);
}

/// Statements on intake; what one source says one after the other makes one paragraph under its name.
pub(super) fn lines(view: &View<'_>, statements: &[IntakeLine<'_>], page: &mut Page) {
    for lines in statements.chunk_by(|a, b| a.statement.source.id == b.statement.source.id) {
        said(view, lines, page);
    }
}

/// The newest that is said of an office's intake: stands with everything that is said of the office.
pub(super) fn newest(view: &View<'_>, office: &Office, page: &mut Page) {
    if let Some(newest) = view.desk.intake(office).statements.get(..1) {
        said(view, newest, page);
    }
}

/// A notice, with who says it and when.
pub(super) fn notice(view: &View<'_>, said: &Statement, page: &mut Page) {
    let mark = ("(!) ", view.theme.alert());
    let by = view.desk.phrases().said_by(said);
    let set = Set { indent: 4, mark, style: view.theme.strong(), tag: (&by, view.theme.quiet()) };
    page.paragraph(said.text.get(view.desk.lang()), set);
}

fn said(view: &View<'_>, said: &[IntakeLine<'_>], page: &mut Page) {
    let Some(first) = said.first() else { return };
    let closed = said.iter().any(|line| line.state.is_closed());
    let mark = (if closed { "(!) " } else { "    " }, view.theme.alert());
    let texts: Vec<&str> = said.iter().map(|line| line.statement.text.get(view.desk.lang())).collect();
    let by = view.desk.phrases().said_by(first.statement);
    page.paragraph(&texts.join(" "), Set { indent: 4, mark, tag: (&by, view.theme.quiet()), ..Set::default() });
}

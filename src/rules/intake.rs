//! Whether an office takes new applications: shown beside every verdict, never part of it.

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::sync::Arc;

use crate::content::{Content, IntakeState, Notice, Office, Statement};

/// The statements about an office's intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeIntake<'a> {
    /// That of the newest statement known by the day; `NotStated` where there is none.
    pub state: IntakeState,
    /// Newest first, each after the notices that belong before it; those that may be later than the day come last.
    pub statements: Vec<IntakeLine<'a>>,
}

/// One statement about intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IntakeLine<'a> {
    /// None for a notice that says nothing of intake and stands before a statement that it bears on.
    pub state: Option<IntakeState>,
    pub statement: &'a Statement,
}

/// The statements about an office's intake by a day, its own and the notices with an intake state, newest first by
/// [`Statement::order`]; of equally new ones the office's own come first, in the order of the file.
pub fn of<'a>(content: &'a Content, office: &'a Office, as_of: NaiveDate) -> OfficeIntake<'a> {
    let own = office.intake.iter().map(|own| IntakeLine { state: Some(own.state), statement: &own.statement });
    let mut statements = newest_first(own.chain(reported(content)), as_of);
    let decides = statements.iter().find(|line| line.statement.known_by(as_of));
    let state = decides.and_then(|line| line.state).unwrap_or(IntakeState::NotStated);
    for own in office.intake.iter().filter(|own| own.statement.published_by(as_of)) {
        put_before(&own.statement, &own.notices, as_of, &mut statements);
    }
    OfficeIntake { state, statements }
}

/// Puts notices right before a statement, unless they are listed already.
fn put_before<'a>(said: &Statement, notices: &'a [Arc<Notice>], as_of: NaiveDate, lines: &mut Vec<IntakeLine<'a>>) {
    for notice in notices.iter().map(|notice| &notice.statement).filter(|notice| notice.known_by(as_of)) {
        let is_listed = lines.iter().any(|line| std::ptr::eq(line.statement, notice));
        let place = lines.iter().position(|line| std::ptr::eq(line.statement, said));
        if let Some(place) = place.filter(|_| !is_listed) {
            lines.insert(place, IntakeLine { state: None, statement: notice });
        }
    }
}

/// What is reported by a day about the intake of the whole programme, newest first.
pub fn everywhere(content: &Content, as_of: NaiveDate) -> Vec<IntakeLine<'_>> {
    newest_first(reported(content), as_of)
}

fn reported(content: &Content) -> impl Iterator<Item = IntakeLine<'_>> {
    let notices = content.notices.iter();
    let with_state = notices.filter(|notice| notice.intake.is_some());
    with_state.map(|notice| IntakeLine { state: notice.intake, statement: &notice.statement })
}

fn newest_first<'a>(lines: impl Iterator<Item = IntakeLine<'a>>, as_of: NaiveDate) -> Vec<IntakeLine<'a>> {
    let mut lines: Vec<_> = lines.filter(|line| line.statement.published_by(as_of)).collect();
    lines.sort_by_key(|line| Reverse((line.statement.known_by(as_of), line.statement.order())));
    lines
}

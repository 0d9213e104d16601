//! Whether an office takes new applications: shown beside every verdict, never part of it.

use chrono::NaiveDate;
use std::cmp::Reverse;

use crate::content::{Content, IntakeState, Office, Statement};

/// The statements about an office's intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeIntake<'a> {
    /// That of the newest statement known by the day; `NotStated` where there is none.
    pub state: IntakeState,
    /// Newest first; those that may be later than the day come last.
    pub statements: Vec<IntakeLine<'a>>,
}

/// One statement about intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IntakeLine<'a> {
    pub state: IntakeState,
    pub statement: &'a Statement,
}

/// The statements about an office's intake by a day, its own and the notices with an intake state, newest first by
/// [`Statement::order`]; of equally new ones the office's own come first, in the order of the file.
pub fn of<'a>(content: &'a Content, office: &'a Office, as_of: NaiveDate) -> OfficeIntake<'a> {
    let own = office.intake.iter().map(|intake| IntakeLine { state: intake.state, statement: &intake.statement });
    let statements = newest_first(own.chain(reported(content)), as_of);
    let decides = statements.iter().find(|line| line.statement.known_by(as_of));
    OfficeIntake { state: decides.map_or(IntakeState::NotStated, |line| line.state), statements }
}

/// What is reported by a day about the intake of the whole programme, newest first.
pub fn everywhere(content: &Content, as_of: NaiveDate) -> Vec<IntakeLine<'_>> {
    newest_first(reported(content), as_of)
}

fn reported(content: &Content) -> impl Iterator<Item = IntakeLine<'_>> {
    let notices = content.notices.iter();
    notices.filter_map(|notice| Some(IntakeLine { state: notice.intake?, statement: &notice.statement }))
}

fn newest_first<'a>(lines: impl Iterator<Item = IntakeLine<'a>>, as_of: NaiveDate) -> Vec<IntakeLine<'a>> {
    let mut lines: Vec<_> = lines.filter(|line| line.statement.published_by(as_of)).collect();
    lines.sort_by_key(|line| Reverse((line.statement.known_by(as_of), line.statement.order())));
    lines
}

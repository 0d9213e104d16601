//! Whether an office takes new applications: shown beside every verdict, never part of it.

use chrono::NaiveDate;
use std::cmp::Reverse;

use crate::content::{Content, IntakeState, Office, Statement};

/// The statements about an office's intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeIntake<'a> {
    /// That of the newest statement; `NotStated` where there is none.
    pub state: IntakeState,
    /// Newest first.
    pub statements: Vec<IntakeLine<'a>>,
}

/// One statement about intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IntakeLine<'a> {
    pub state: IntakeState,
    pub statement: &'a Statement,
    /// Whether it is about the whole programme.
    pub notice: bool,
}

/// The statements about an office's intake by a day, its own and the notices with an intake state, newest first by
/// [`Statement::order`]; of equally new ones the office's own come first, in the order of the file.
pub fn of<'a>(content: &'a Content, office: &'a Office, as_of: NaiveDate) -> OfficeIntake<'a> {
    let own = office.intake.iter().map(|intake| IntakeLine {
        state: intake.state,
        statement: &intake.statement,
        notice: false,
    });
    let notices = content
        .notices
        .iter()
        .filter_map(|notice| Some(IntakeLine { state: notice.intake?, statement: &notice.statement, notice: true }));
    let mut statements: Vec<_> = own.chain(notices).filter(|line| line.statement.published_by(as_of)).collect();
    statements.sort_by_key(|line| Reverse(line.statement.order()));
    OfficeIntake { state: statements.first().map_or(IntakeState::NotStated, |line| line.state), statements }
}

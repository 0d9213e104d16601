//! What became of a pathway by a day.

use chrono::NaiveDate;

use crate::content::{Pathway, PathwayStatus, Statement};

/// The latest status of a pathway, with who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LatestStatus<'a> {
    /// [`PathwayStatus::NotStated`] where nothing was said.
    pub status: PathwayStatus,
    /// Who says so.
    pub statement: Option<&'a Statement>,
}

/// What was said last of a pathway by a day; where nothing was, the last notice that bears on it.
pub fn latest(pathway: &Pathway, day: NaiveDate) -> LatestStatus<'_> {
    // Of several on one day the first in the file counts: that it ended comes before its details.
    let own = pathway.later.iter().filter(|later| later.statement.published_by(day)).rev();
    if let Some(later) = own.max_by_key(|later| later.statement.order()) {
        return LatestStatus { status: later.status, statement: Some(&later.statement) };
    }
    let notices = pathway.notices.iter().map(|notice| &notice.statement).filter(|said| said.published_by(day));
    let statement = notices.rev().max_by_key(|said| said.order());
    let status = if statement.is_some() { PathwayStatus::Affected } else { PathwayStatus::NotStated };
    LatestStatus { status, statement }
}

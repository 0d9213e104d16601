//! Whether an office takes new applications: shown beside every verdict, never part of it.

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::sync::Arc;

use crate::content::{Content, Id, Intake, IntakeState, Notice, Office, Statement};

/// The statements about an office's intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeIntake<'a> {
    /// That of the newest statement known by the day; `NotStated` where there is none.
    pub state: IntakeState,
    /// Whether the newest one and another contradict each other.
    pub is_contradictory: bool,
    /// Newest first, each after the notices that belong before it; those that may be later than the day come last.
    pub statements: Vec<IntakeLine<'a>>,
    /// How many of the first say what the state is: all up to the one that says it, or to the last of those that disagree.
    pub newest: usize,
}

impl<'a> OfficeIntake<'a> {
    /// What is said where not all of it is: what the state is, and of the rest what no notice overtook.
    pub fn at_a_glance(&self, as_of: NaiveDate) -> impl Iterator<Item = &IntakeLine<'a>> {
        let (newest, others) = self.statements.split_at_checked(self.newest).unwrap_or((&self.statements, &[]));
        newest.iter().chain(others.iter().filter(move |line| line.state.is_some() && !line.is_overtaken(as_of)))
    }
}

/// One statement about intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IntakeLine<'a> {
    /// None for a notice that says nothing of intake and stands before a statement that it bears on.
    pub state: Option<IntakeState>,
    pub statement: &'a Statement,
    /// Those that belong before it.
    pub notices: &'a [Arc<Notice>],
}

impl IntakeLine<'_> {
    /// Whether a notice made by a day stands before it, so that it must not be said alone.
    fn is_overtaken(&self, as_of: NaiveDate) -> bool {
        self.notices.iter().any(|notice| notice.statement.known_by(as_of))
    }
}

/// The statements about an office's intake by a day, its own and the notices with an intake state, newest first by
/// [`Statement::order`]; of equally new ones the office's own come first, in the order of the file.
pub fn of<'a>(content: &'a Content, office: &'a Office, as_of: NaiveDate) -> OfficeIntake<'a> {
    let own = office.intake.iter();
    let own = own.map(|own| IntakeLine { state: Some(own.state), statement: &own.statement, notices: &own.notices });
    let lines = newest_first(own.chain(reported(content)), as_of);
    let decides = lines.iter().find(|line| line.statement.known_by(as_of));
    let disputed: Vec<[IntakeLine<'_>; 2]> =
        office.intake.iter().filter_map(|own| disputed(own, &lines, as_of)).collect();
    // A newer statement than both decides alone.
    let is_decided_by = |pair: &[IntakeLine<'_>; 2]| {
        decides.is_some_and(|newest| pair.iter().any(|one| one.statement == newest.statement))
    };
    let is_contradictory = disputed.iter().any(|pair| pair[0].state != pair[1].state && is_decided_by(pair));
    let state = match decides.and_then(|line| line.state) {
        Some(_) if is_contradictory => IntakeState::Disputed,
        state => state.unwrap_or(IntakeState::NotStated),
    };
    let statements = with_notices(&lines, as_of);
    let is_disputed = |line: &IntakeLine<'_>| disputed.iter().flatten().any(|one| one.statement == line.statement);
    let last = statements.iter().rposition(is_disputed);
    let first = statements.iter().position(|line| line.state.is_some());
    OfficeIntake { state, is_contradictory, newest: first.max(last).unwrap_or_default() + 1, statements }
}

/// A statement and the one that it disputes, where both are made by the day.
fn disputed<'a>(own: &Intake, lines: &[IntakeLine<'a>], as_of: NaiveDate) -> Option<[IntakeLine<'a>; 2]> {
    let made = |id: &Id| lines.iter().find(|line| line.statement.id == *id && line.statement.known_by(as_of)).copied();
    Some([made(&own.statement.id)?, made(own.disputes.as_ref()?)?])
}

/// Lines, each after the notices that belong before it; a notice is listed once.
fn with_notices<'a>(lines: &[IntakeLine<'a>], as_of: NaiveDate) -> Vec<IntakeLine<'a>> {
    let mut listed: Vec<IntakeLine<'a>> = Vec::with_capacity(lines.len());
    for line in lines {
        for notice in line.notices.iter().map(|notice| &notice.statement).filter(|notice| notice.known_by(as_of)) {
            if listed.iter().chain(lines).all(|other| other.statement != notice) {
                listed.push(IntakeLine { state: None, statement: notice, notices: &[] });
            }
        }
        listed.push(*line);
    }
    listed
}

/// What is reported by a day about the intake of the whole programme, newest first.
pub fn everywhere(content: &Content, as_of: NaiveDate) -> Vec<IntakeLine<'_>> {
    newest_first(reported(content), as_of)
}

fn reported(content: &Content) -> impl Iterator<Item = IntakeLine<'_>> {
    let notices = content.notices.iter();
    let with_state = notices.filter(|notice| notice.intake.is_some());
    with_state.map(|notice| IntakeLine { state: notice.intake, statement: &notice.statement, notices: &[] })
}

fn newest_first<'a>(lines: impl Iterator<Item = IntakeLine<'a>>, as_of: NaiveDate) -> Vec<IntakeLine<'a>> {
    let mut lines: Vec<_> = lines.filter(|line| line.statement.published_by(as_of)).collect();
    lines.sort_by_key(|line| Reverse((line.statement.known_by(as_of), line.statement.order())));
    lines
}

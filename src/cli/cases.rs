//! `smo cases`: lists, shows, deletes and exports stored cases, and says what is due.

mod due;
mod export;
mod list;
mod show;

use chrono::Days;

use super::args::CasesAction;
use super::clock;
use super::error::{CommandError, Printed};
use super::names;
use super::session::Session;
use crate::case::{Code, Holder, Store, StoreError};
use crate::content::{Msg, PartialDate};
use crate::desk::PersonState;
use crate::text::nearest;

pub(super) const NOTHING_STORED: &str = "--no-store keeps no cases; leave it out to work with those that are stored";

fn store(session: &Session) -> Result<Store, CommandError> {
    if !session.stores {
        return Err(CommandError::Usage(NOTHING_STORED.to_owned()));
    }
    session.disk().and_then(|disk| Store::open(Box::new(disk))).map_err(failed)
}

/// The person of a stored case.
pub(super) fn person(session: &Session, text: &str) -> Result<(Code, PersonState), CommandError> {
    let store = store(session)?;
    let code = known(&store, text)?;
    let record = store.read(&code).map_err(failed)?;
    Ok((code, PersonState::of_record(&session.content, &record).0))
}

pub(super) fn run(session: &Session, action: &CasesAction) -> Result<Printed, CommandError> {
    let store = store(session)?;
    match action {
        CasesAction::List { json } => list::run(session, &store, *json),
        CasesAction::Due { format } => due::run(session, &store, *format),
        CasesAction::Show { code } => show::run(session, &store, &known(&store, code)?),
        CasesAction::Delete { codes } => delete(session, &store, codes),
        CasesAction::Export { codes, output } => export::run(session, &store, codes, output.as_deref()),
    }
}

/// What list and show say of a case alike: that it is finished, that it is kept.
fn marks(session: &Session, finished: bool, kept: bool) -> impl Iterator<Item = String> {
    let marks = [(finished, Msg::CaseFinished), (kept, Msg::CaseKept)];
    marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| session.phrases().get(word).to_owned())
}

/// The name of a fact; its id where the content has none for it.
fn name<'a>(session: &'a Session, fact: &'a str) -> &'a str {
    session.content.question(fact).map_or(fact, |question| question.name.get(session.lang))
}

fn held_by(session: &Session, holder: Option<&Holder>) -> String {
    let phrases = session.phrases();
    let Some(holder) = holder else { return phrases.get(Msg::CaseHeld).to_owned() };
    let values = [
        ("terminal", if holder.terminal.is_empty() { "-" } else { &holder.terminal }),
        ("host", &holder.host),
        ("time", &holder.since.format("%H:%M").to_string()),
        ("date", &phrases.date_short(PartialDate::Day(holder.since.date()))),
        ("pid", &holder.pid.to_string()),
    ];
    phrases.fill(Msg::CaseHeldBy, &values)
}

/// Moves all of the cases to the trash, or none where one does not exist or is open at a desk.
fn delete(session: &Session, store: &Store, codes: &[String]) -> Result<Printed, CommandError> {
    let mut known = all_known(store, codes)?;
    known.sort();
    known.dedup();
    for code in &known {
        if let Some(holder) = store.held_by(code).map_err(failed)? {
            return Err(failed(StoreError::HeldBy { code: code.clone(), holder }));
        }
    }
    let today = clock::now().date();
    let until = today.checked_add_days(Days::new(session.content.hold_days.into())).unwrap_or(today);
    known.iter().try_for_each(|code| store.throw_away(code, until)).map_err(failed)?;
    let codes: Vec<&str> = known.iter().map(Code::as_str).collect();
    let (phrases, folder) = (session.phrases(), session.disk().map_err(failed)?.trash());
    let deleted = phrases.fill(Msg::CasesDeleted, &[("codes", &codes.join(", "))]);
    let values = [("date", &*phrases.day(until)), ("folder", &folder.display().to_string())];
    Ok(format!("{deleted}\n{}\n", phrases.fill(Msg::CasesInTrash, &values)).into())
}

/// The codes of stored or damaged cases, read without regard to upper or lower case.
fn all_known(store: &Store, texts: &[String]) -> Result<Vec<Code>, CommandError> {
    texts.iter().map(|text| known(store, text)).collect()
}

fn known(store: &Store, text: &str) -> Result<Code, CommandError> {
    let listing = store.list().map_err(failed)?;
    if let Ok(code) = text.parse::<Code>() {
        let of_code = |name: &String| name.split_once('.').is_some_and(|(own, _)| own == code.as_str());
        if listing.cases.iter().any(|listed| listed.code == code) || listing.aside.iter().any(of_code) {
            return Ok(code);
        }
    }
    let meant = nearest(text, listing.cases.iter().map(|listed| listed.code.as_str()));
    Err(names::unknown("case", text, meant.as_slice(), "`smo cases list` names the cases"))
}

fn failed(trouble: StoreError) -> CommandError {
    match trouble {
        StoreError::NoCase(_) => CommandError::Usage(trouble.to_string()),
        trouble => CommandError::Files(trouble.to_string()),
    }
}

//! `smo cases show`: one stored case, with the verdict when it was saved and the verdict now.

use chrono::NaiveDateTime;

use super::list::{held_by, name};
use crate::case::{Code, Record, Store};
use crate::cli::error::{CommandError, Printed};
use crate::cli::session::Session;
use crate::content::{Msg, Office, PartialDate};
use crate::desk::PersonState;
use crate::document::{self, Depth, Mark};
use crate::plain::Page;
use crate::rules::Verdict;

pub(super) fn run(session: &Session, store: &Store, code: &Code) -> Result<Printed, CommandError> {
    let record = store.read(code).map_err(super::failed)?;
    let held = store.held_by(code).map_err(super::failed)?;
    let (person, unread) = PersonState::of_record(&session.content, &record);
    let ctx = session.context(Some(&person));
    let mut page = session.page();
    session.show(&mut page, &document::brief(&ctx));
    page.gap();
    put_head(session, &record, &mut page);
    if let Some(holder) = held {
        page.put("  ", &held_by(session, holder.as_ref()));
    }
    page.gap();
    page.heading("", session.phrases().get(Msg::CaseAnswersAre));
    session.show(&mut page, &document::answers(&ctx));
    let withheld: Vec<&str> = record.withheld.iter().map(|fact| name(session, fact)).collect();
    put_list(session, &mut page, Msg::CaseWithheld, "facts", &withheld);
    if let Some(unread) = session.phrases().unread(&unread) {
        page.put("  ", &unread);
    }
    put_progress(session, &record, &person, &mut page);
    put_verdicts(session, &record, &person, &mut page);
    session.show(&mut page, &document::head(&ctx));
    Ok(page.finish().into())
}

fn put_head(session: &Session, record: &Record, page: &mut Page) {
    let phrases = session.phrases();
    page.heading("", record.code().as_str());
    let at = |word: Msg, time: NaiveDateTime| {
        let date = phrases.date_short(PartialDate::Day(time.date()));
        phrases.fill(word, &[("date", &date), ("time", &time.format("%H:%M").to_string())])
    };
    let mut parts = vec![at(Msg::CaseBegun, record.created), at(Msg::CaseChanged, record.changed)];
    let marks = [(record.finished, Msg::CaseFinished), (record.kept, Msg::CaseKept)];
    parts.extend(marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| phrases.get(word).to_owned()));
    page.put("  ", &parts.join("; "));
}

/// Items that are ready, and the person's way through the process.
fn put_progress(session: &Session, record: &Record, person: &PersonState, page: &mut Page) {
    let content = &session.content;
    let item = |id: &String| {
        let item = content.items.iter().find(|item| *item.id == **id);
        item.map_or_else(|| id.clone(), |item| item.text.get(session.lang).to_owned())
    };
    let items: Vec<String> = record.items.iter().map(item).collect();
    put_list(session, page, Msg::CaseReady, "items", &items);
    if !record.place.is_empty() {
        session.show(page, &document::place(&session.context(Some(person))));
    }
}

fn put_list(session: &Session, page: &mut Page, word: Msg, name: &str, items: &[impl AsRef<str>]) {
    if !items.is_empty() {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        page.put("  ", &session.phrases().fill(word, &[(name, &items.join(", "))]));
    }
}

/// The office in the person's country with its intake, the stored verdict, and the verdict now where it or the content
/// differs.
fn put_verdicts(session: &Session, record: &Record, person: &PersonState, page: &mut Page) {
    let content = &session.content;
    let Some(office) = person.check.answers().country(content).and_then(|country| content.office_in(&country)) else {
        return;
    };
    let Some(now) = person.check.found().office(&office.id).map(|finding| finding.verdict) else { return };
    let then = record.verdicts.iter().find(|then| *then.office == *office.id).map(|then| then.verdict);
    session.show(page, &document::office(&session.context(Some(person)), office, Depth::Glance));
    if let Some(then) = then {
        put_verdict(session, office, (Msg::CaseThen, then), &record.check_code, page);
    }
    if then != Some(now) || record.check_code != content.check_code {
        put_verdict(session, office, (Msg::CaseNow, now), &content.check_code, page);
    }
    if then == Some(Verdict::Met) && now != Verdict::Met {
        page.put("  (!) ", session.phrases().get(Msg::PromisesNothing));
    }
}

fn put_verdict(session: &Session, office: &Office, (word, verdict): (Msg, Verdict), code: &str, page: &mut Page) {
    let phrases = session.phrases();
    let name = office.name.get(session.lang);
    let said = format!("{name} {} {}", Mark::Verdict(verdict).sign(), phrases.verdict(verdict));
    page.heading("  ", &phrases.fill(word, &[("code", code), ("verdict", &said)]));
}

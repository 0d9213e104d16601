//! `smo cases show`: one stored case, with what its answers come to now, and its verdict then where the rules were others.

use chrono::NaiveDateTime;

use super::{failed, held_by, marks, name};
use crate::case::{Code, Record, Store};
use crate::cli::error::{CommandError, Printed};
use crate::cli::session::Session;
use crate::content::{Msg, PartialDate};
use crate::desk::PersonState;
use crate::document::{self, Mark};
use crate::plain::TextPage;
use crate::rules::{OfficeFinding, Verdict};

pub(super) fn run(session: &Session, store: &Store, code: &Code) -> Result<Printed, CommandError> {
    let record = store.read(code).map_err(failed)?;
    let held = store.held_by(code).map_err(failed)?;
    let (mut person, unread) = PersonState::of_record(&session.content, &record);
    // The verdict of then has a line of its own, with its check-code.
    person.stored_verdicts.clear();
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
    put_list(session, &mut page, (Msg::CaseWithheld, "facts"), &withheld);
    if let Some(unread) = session.phrases().unread(&unread) {
        page.put("  ", &unread);
    }
    let item =
        |id: &str| session.content.items.iter().find(|item| *item.id == *id).map(|item| item.text.get(session.lang));
    let items: Vec<&str> = record.items.iter().map(|id| item(id).unwrap_or(id)).collect();
    put_list(session, &mut page, (Msg::CaseReady, "items"), &items);
    if !record.place.is_empty() {
        session.show(&mut page, &document::place(&ctx));
    }
    page.gap();
    session.show(&mut page, &document::result(&ctx));
    if let Some(now) = person.check.finding_here(&session.content) {
        put_then(session, &record, now, &mut page);
    }
    Ok(page.finish().into())
}

fn put_head(session: &Session, record: &Record, page: &mut TextPage) {
    let phrases = session.phrases();
    page.heading("", record.code().as_str());
    let at = |word: Msg, time: NaiveDateTime| {
        let date = phrases.date_short(PartialDate::Day(time.date()));
        phrases.fill(word, &[("date", &date), ("time", &time.format("%H:%M").to_string())])
    };
    let begun = [at(Msg::CaseBegun, record.created), at(Msg::CaseChanged, record.changed)].into_iter();
    let parts: Vec<String> = begun.chain(marks(session, record.finished, record.kept)).collect();
    page.put("  ", &parts.join("; "));
}

fn put_list(session: &Session, page: &mut TextPage, (word, name): (Msg, &str), items: &[&str]) {
    if !items.is_empty() {
        page.put("  ", &session.phrases().fill(word, &[(name, &items.join(", "))]));
    }
}

/// The stored verdict of the office in the person's country, where it or the content was another. It stands below what the
/// office says of its intake now.
fn put_then(session: &Session, record: &Record, now: &OfficeFinding, page: &mut TextPage) {
    let (phrases, code) = (session.phrases(), &*session.content.check_code);
    let Some(then) = record.verdicts.iter().find(|then| *then.office == *now.office.id) else { return };
    if then.verdict == now.verdict && record.check_code == *code {
        return;
    }
    let name = now.office.name.get(session.lang);
    let said = format!("{name} {} {}", Mark::Verdict(then.verdict).sign(), phrases.verdict(then.verdict));
    page.gap();
    page.heading("", &phrases.fill(Msg::CaseThen, &[("code", &record.check_code), ("verdict", &said), ("now", code)]));
    if then.verdict == Verdict::Met {
        page.put("  (!) ", phrases.get(Msg::PromisesNothing));
    }
}

//! `smo cases show`: what is stored of one case, the verdict then and now, and what stands with it always.

use chrono::NaiveDateTime;

use super::list::{held_by, name};
use crate::case::{Code, Record, Store, StoredAnswer};
use crate::cli::error::{CommandError, Printed};
use crate::cli::head;
use crate::cli::page::Page;
use crate::cli::session::Session;
use crate::content::{Msg, Office, PartialDate, Topic};
use crate::rules::{Answers, Verdict, assess};
use crate::wording::mark;

/// Prints a case.
pub(super) fn run(session: &Session, store: &Store, code: &Code) -> Result<Printed, CommandError> {
    let record = store.read(code).map_err(super::failed)?;
    let held = store.held_by(code).map_err(super::failed)?;
    let (answers, unread) = record.answers(&session.content);
    let mut page = Page::new(session.ascii, session.color);
    page.heading(head::NOTICE, &head::brief(session));
    page.gap();
    put_head(session, &record, &mut page);
    if let Some(holder) = held {
        page.put("  ", &held_by(session, holder.as_ref()));
    }
    put_answers(session, &record, &answers, &mut page);
    let unread: Vec<String> = unread.iter().map(|dropped| said(session, &dropped.said)).collect();
    put_list(session, &mut page, Msg::CaseUnread, "facts", &unread);
    put_progress(session, &record, &mut page);
    put_verdicts(session, &record, &answers, &mut page);
    page.gap();
    head::put(session, &mut page);
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

fn put_answers(session: &Session, record: &Record, answers: &Answers, page: &mut Page) {
    let phrases = session.phrases();
    page.gap();
    page.heading("", phrases.get(Msg::CaseAnswersAre));
    for question in &session.content.questions {
        let name = question.name.get(session.lang);
        if let Some(answer) = answers.get(&question.id) {
            page.put("  ", &format!("{name}: {}", phrases.answer(question, answer)));
        }
        for (country, _, answer) in answers.parked().filter(|(_, id, _)| **id == question.id) {
            let (answer, country) = (phrases.answer(question, answer), phrases.country(country));
            page.put("  ", &format!("{name}: {answer} ({country}: {})", phrases.get(Msg::NotUsed)));
        }
    }
    let withheld: Vec<&str> = record.withheld.iter().map(|fact| name(session, fact)).collect();
    put_list(session, page, Msg::CaseWithheld, "facts", &withheld);
}

fn said(session: &Session, said: &StoredAnswer) -> String {
    format!("{}: {}", name(session, &said.fact), said.value)
}

/// What is ready, and the way through the process.
fn put_progress(session: &Session, record: &Record, page: &mut Page) {
    let content = &session.content;
    let item = |id: &String| {
        let item = content.items.iter().find(|item| *item.id == **id);
        item.map_or_else(|| id.clone(), |item| item.text.get(session.lang).to_owned())
    };
    let items: Vec<String> = record.items.iter().map(item).collect();
    put_list(session, page, Msg::CaseReady, "items", &items);
    if record.place.is_empty() {
        return;
    }
    page.gap();
    page.heading("", session.phrases().get(Msg::CasePlace));
    for visit in &record.place {
        let step = content.process.steps.iter().find(|step| *step.id == *visit.step);
        let title = step.map_or(visit.step.as_str(), |step| step.title.get(session.lang));
        page.put("  ", &format!("{}: {title}", session.phrases().date_short(PartialDate::Day(visit.date))));
    }
}

fn put_list(session: &Session, page: &mut Page, word: Msg, name: &str, items: &[impl AsRef<str>]) {
    if !items.is_empty() {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        page.put("  ", &session.phrases().fill(word, &[(name, &items.join(", "))]));
    }
}

/// The office in the person's country: its intake, the verdict then, and now where that is another or other rules'.
fn put_verdicts(session: &Session, record: &Record, answers: &Answers, page: &mut Page) {
    let content = &session.content;
    let Some(office) = answers.country(content).and_then(|country| content.office_in(&country)) else { return };
    let found = assess(content, answers);
    let Some(now) = found.office(&office.id).map(|finding| finding.verdict) else { return };
    let then = record.verdicts.iter().find(|then| *then.office == *office.id).map(|then| then.verdict);
    page.gap();
    page.heading("", &office.name.get(session.lang).to_uppercase());
    head::put_intake(session, office, page);
    if let Some(then) = then {
        put_verdict(session, office, (Msg::CaseThen, then), &record.check_code, page);
    }
    if then != Some(now) || record.check_code != content.check_code {
        put_verdict(session, office, (Msg::CaseNow, now), &content.check_code, page);
    }
    if then == Some(Verdict::Met) || now == Verdict::Met {
        let caveats: Vec<&str> = content.on(Topic::Caveat).map(|said| said.text.get(session.lang)).collect();
        page.put("  (!) ", &caveats.join(" "));
    }
}

fn put_verdict(session: &Session, office: &Office, (word, verdict): (Msg, Verdict), code: &str, page: &mut Page) {
    let phrases = session.phrases();
    let name = office.name.get(session.lang);
    let said = format!("{name} {} {}", mark(verdict, true), phrases.verdict(verdict));
    page.heading("  ", &phrases.fill(word, &[("code", code), ("verdict", &said)]));
}

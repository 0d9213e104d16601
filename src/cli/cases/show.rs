//! `smo cases show`: what is stored of one case, the verdict then and now, and what stands with it always.

use chrono::NaiveDateTime;

use super::list::{held_by, name};
use crate::case::{Code, Record, Said, Store};
use crate::cli::failure::{Failure, Printed};
use crate::cli::head;
use crate::cli::page::Page;
use crate::cli::session::Session;
use crate::content::{Office, PartialDate, Topic, Word};
use crate::rules::{Answers, Verdict, assess};
use crate::wording::mark;

/// Prints a case.
pub(super) fn run(session: &Session, store: &Store, code: &Code) -> Result<Printed, Failure> {
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
    put_list(session, &mut page, Word::CaseUnread, "facts", &unread);
    put_progress(session, &record, &mut page);
    put_verdicts(session, &record, &answers, &mut page);
    page.gap();
    head::put(session, &mut page);
    Ok(page.finish().into())
}

fn put_head(session: &Session, record: &Record, page: &mut Page) {
    let speaker = session.speaker();
    page.heading("", record.code().as_str());
    let at = |word: Word, time: NaiveDateTime| {
        let date = speaker.date_short(PartialDate::Day(time.date()));
        speaker.fill(word, &[("date", &date), ("time", &time.format("%H:%M").to_string())])
    };
    let mut parts = vec![at(Word::CaseBegun, record.created), at(Word::CaseChanged, record.changed)];
    let marks = [(record.finished, Word::CaseFinished), (record.kept, Word::CaseKept)];
    parts.extend(marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| speaker.word(word).to_owned()));
    page.put("  ", &parts.join("; "));
}

fn put_answers(session: &Session, record: &Record, answers: &Answers, page: &mut Page) {
    let speaker = session.speaker();
    page.gap();
    page.heading("", speaker.word(Word::CaseAnswersAre));
    for question in &session.content.questions {
        let name = question.name.say(session.lang);
        if let Some(answer) = answers.get(&question.id) {
            page.put("  ", &format!("{name}: {}", speaker.answer(question, answer)));
        }
        for (country, _, answer) in answers.parked().filter(|(_, id, _)| **id == question.id) {
            let (answer, country) = (speaker.answer(question, answer), speaker.country(country));
            page.put("  ", &format!("{name}: {answer} ({country}: {})", speaker.word(Word::NotUsed)));
        }
    }
    let withheld: Vec<&str> = record.withheld.iter().map(|fact| name(session, fact)).collect();
    put_list(session, page, Word::CaseWithheld, "facts", &withheld);
}

fn said(session: &Session, said: &Said) -> String {
    format!("{}: {}", name(session, &said.fact), said.value)
}

/// What is ready, and the way through the process.
fn put_progress(session: &Session, record: &Record, page: &mut Page) {
    let content = &session.content;
    let item = |id: &String| {
        let item = content.items.iter().find(|item| *item.id == **id);
        item.map_or_else(|| id.clone(), |item| item.text.say(session.lang).to_owned())
    };
    let items: Vec<String> = record.items.iter().map(item).collect();
    put_list(session, page, Word::CaseReady, "items", &items);
    if record.place.is_empty() {
        return;
    }
    page.gap();
    page.heading("", session.speaker().word(Word::CasePlace));
    for visit in &record.place {
        let step = content.process.steps.iter().find(|step| *step.id == *visit.step);
        let title = step.map_or(visit.step.as_str(), |step| step.title.say(session.lang));
        page.put("  ", &format!("{}: {title}", session.speaker().date_short(PartialDate::Day(visit.date))));
    }
}

fn put_list(session: &Session, page: &mut Page, word: Word, name: &str, items: &[impl AsRef<str>]) {
    if !items.is_empty() {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        page.put("  ", &session.speaker().fill(word, &[(name, &items.join(", "))]));
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
    page.heading("", &office.name.say(session.lang).to_uppercase());
    head::put_intake(session, office, page);
    if let Some(then) = then {
        put_verdict(session, office, (Word::CaseThen, then), &record.check_code, page);
    }
    if then != Some(now) || record.check_code != content.check_code {
        put_verdict(session, office, (Word::CaseNow, now), &content.check_code, page);
    }
    if then == Some(Verdict::Met) || now == Verdict::Met {
        let caveats: Vec<&str> = content.on(Topic::Caveat).map(|said| said.text.say(session.lang)).collect();
        page.put("  (!) ", &caveats.join(" "));
    }
}

fn put_verdict(session: &Session, office: &Office, (word, verdict): (Word, Verdict), code: &str, page: &mut Page) {
    let speaker = session.speaker();
    let name = office.name.say(session.lang);
    let said = format!("{name} {} {}", mark(verdict, true), speaker.verdict(verdict));
    page.heading("  ", &speaker.fill(word, &[("code", code), ("verdict", &said)]));
}

//! The place of a person in the process, and when what lies ahead is to be expected.

use chrono::NaiveDate;
use serde::Serialize;

use crate::case::Code;
use crate::cli::page::Page;
use crate::cli::session::Session;
use crate::content::Msg;
use crate::process::{Expected, Place};

/// A case and its place.
pub(super) struct Person {
    pub(super) code: Code,
    pub(super) place: Place,
}

impl Person {
    /// The way so far, and every wait ahead.
    pub(super) fn put(&self, session: &Session, page: &mut Page) {
        let (phrases, model) = (session.phrases(), &session.content.process);
        let name = |step: usize| {
            let title = model.steps.get(step).map_or("", |found| found.title.get(session.lang));
            format!("{} {title}", step + 1)
        };
        page.gap();
        page.heading("", &format!("{}: {}", self.code, phrases.get(Msg::CasePlace)));
        for (step, day) in self.place.known(model) {
            page.put("  ", &format!("{}: {}", name(step), phrases.day(day)));
        }
        if self.place.at(model).is_none() {
            page.put("  ", phrases.get(Msg::CaseNoPlace));
        }
        for expected in Expected::ahead(model, &self.place, session.as_of) {
            page.put("  - ", &format!("{}: {}", name(expected.step), phrases.waiting(&expected)));
        }
    }

    /// The same as data.
    pub(super) fn data<'a>(&'a self, session: &'a Session) -> PersonData<'a> {
        let model = &session.content.process;
        let id = |step: usize| model.steps.get(step).map(|found| &*found.id);
        let reached = |step, date| Reached { step, date };
        let ahead = Expected::ahead(model, &self.place, session.as_of).into_iter().map(|expected| Window {
            step: id(expected.step),
            from: expected.from.map(|(step, day)| reached(id(step), day)),
            min: expected.min,
            max: expected.max,
            text: session.phrases().waiting(&expected),
        });
        PersonData {
            code: self.code.as_str(),
            moves: self.place.moves().iter().map(|made| reached(Some(&*made.step), made.day)).collect(),
            at: self.place.at(model).and_then(id),
            expected: ahead.collect(),
        }
    }
}

/// A case in the process.
#[derive(Serialize)]
pub(super) struct PersonData<'a> {
    code: &'a str,
    moves: Vec<Reached<'a>>,
    at: Option<&'a str>,
    expected: Vec<Window<'a>>,
}

#[derive(Serialize)]
struct Reached<'a> {
    step: Option<&'a str>,
    date: NaiveDate,
}

/// When a step is to be expected.
#[derive(Serialize)]
struct Window<'a> {
    step: Option<&'a str>,
    from: Option<Reached<'a>>,
    min: Option<NaiveDate>,
    max: Option<NaiveDate>,
    text: String,
}

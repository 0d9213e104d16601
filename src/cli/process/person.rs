//! The place of a person in the process, and when what lies ahead is to be expected.

use serde_json::{Value, json};

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
    pub(super) fn json(&self, session: &Session) -> Value {
        let model = &session.content.process;
        let id = |step: usize| model.steps.get(step).map(|found| found.id.to_string());
        let moves = self.place.moves().iter().map(|made| json!({ "step": *made.step, "date": made.day.to_string() }));
        let ahead = Expected::ahead(model, &self.place, session.as_of);
        let ahead = ahead.iter().map(|expected| {
            json!({
                "step": id(expected.step),
                "from": expected.from.map(|(step, day)| json!({ "step": id(step), "date": day.to_string() })),
                "min": expected.min.map(|day| day.to_string()),
                "max": expected.max.map(|day| day.to_string()),
                "text": session.phrases().waiting(expected),
            })
        });
        json!({
            "code": self.code.as_str(),
            "moves": moves.collect::<Vec<_>>(),
            "at": self.place.at(model).and_then(id),
            "expected": ahead.collect::<Vec<_>>(),
        })
    }
}

//! The process as JSON, format 1: steps with everything said of them, and the links between them by id.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Detail, links};
use crate::content::{
    Certainty, EndKind, Lang, Link, LinkKind, Notice, Period, ProcessModel, Source, Statement, StepKind, Wait,
};

/// The process in a language, as it stands on a day: what is dated after it is left out.
#[must_use]
pub fn value(model: &ProcessModel, guide: &Source, notices: &[Arc<Notice>], lang: Lang, day: NaiveDate) -> Value {
    value_of(model, &(0..model.steps.len()).collect(), guide, notices, lang, day)
}

/// The same of some steps, with the links that leave them.
#[must_use]
pub fn value_of(
    model: &ProcessModel,
    steps: &BTreeSet<usize>,
    guide: &Source,
    notices: &[Arc<Notice>],
    lang: Lang,
    day: NaiveDate,
) -> Value {
    let writer = Writer { model, lang };
    let leaving = links(model).filter(|(at, _)| steps.contains(&at.from));
    let steps = steps.iter().filter_map(|step| Detail::of(model, *step, day));
    let made = notices.iter().filter(|notice| notice.statement.made_by(day));
    json!({
        "format": 1,
        "guide": { "date": guide.date.map(|d| d.to_string()), "certainty": certainty(guide.certainty) },
        "as_of": day.to_string(),
        "notices": made.map(|n| writer.statement(&n.statement)).collect::<Vec<_>>(),
        "steps": steps.map(|detail| writer.step(&detail)).collect::<Vec<_>>(),
        "links": leaving.map(|(at, link)| writer.link(at.from, link)).collect::<Vec<_>>(),
    })
}

struct Writer<'a> {
    model: &'a ProcessModel,
    lang: Lang,
}

impl Writer<'_> {
    fn step(&self, detail: &Detail<'_>) -> Value {
        let step = detail.step;
        let said = &step.statement;
        let details = detail.statements.iter().filter(|s| !std::ptr::eq(**s, said));
        json!({
            "id": *step.id,
            "number": detail.number,
            "kind": kind(step.kind),
            "end": step.end.map(end),
            "track": step.track.as_ref().map(|track| &*track.id),
            "actor": step.actor.as_ref().map(|actor| &*actor.id),
            "title": step.title.get(self.lang),
            "short": step.short.get(self.lang),
            "text": said.text.get(self.lang),
            "certainty": certainty(said.certainty),
            "source": *said.source.id,
            "section": said.section,
            "wait": detail.wait.map(|wait| self.wait(wait)),
            "details": details.map(|s| self.statement(s)).collect::<Vec<_>>(),
            "links": step.links.iter().map(|link| self.link(detail.number - 1, link)).collect::<Vec<_>>(),
            "notices": detail.notices.iter().map(|n| &*n.statement.id).collect::<Vec<_>>(),
            "open": step.open.iter().map(|note| note.get(self.lang)).collect::<Vec<_>>(),
        })
    }

    fn statement(&self, said: &Statement) -> Value {
        json!({
            "id": *said.id,
            "text": said.text.get(self.lang),
            "certainty": certainty(said.certainty),
            "source": *said.source.id,
            "section": said.section,
            "date": said.date.map(|date| date.to_string()),
            "read": said.source.read.to_string(),
        })
    }

    fn wait(&self, wait: &Wait) -> Value {
        json!({
            "min": wait.min.map(period),
            "max": wait.max.map(period),
            "from": wait.from.map(|step| self.id(step)),
            "text": wait.statement.text.get(self.lang),
            "source": *wait.statement.source.id,
            "section": wait.statement.section,
        })
    }

    fn link(&self, from: usize, link: &Link) -> Value {
        json!({
            "from": self.id(from),
            "to": self.id(link.to),
            "kind": match link.kind {
                LinkKind::Forward => "forward",
                LinkKind::Loop => "loop",
                LinkKind::Transfer => "transfer",
            },
            "certainty": certainty(link.certainty),
            "text": link.text.get(self.lang),
        })
    }

    fn id(&self, step: usize) -> Option<&str> {
        self.model.steps.get(step).map(|step| &*step.id)
    }
}

fn kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Act => "act",
        StepKind::Decision => "decision",
        StepKind::Wait => "wait",
        StepKind::End => "end",
    }
}

fn end(end: EndKind) -> &'static str {
    match end {
        EndKind::Stated => "stated",
        EndKind::NotStated => "not_stated",
    }
}

/// The word of the contract for how sure something is.
#[must_use]
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Most => "most",
        Certainty::Usual => "usual",
        Certainty::Likely => "likely",
        Certainty::May => "may",
        Certainty::Some => "some",
        Certainty::NotBefore => "not_before",
        Certainty::NotStated => "not_stated",
    }
}

/// An ISO 8601 period, as in the content: `P2W`, `P3M`.
fn period(period: Period) -> String {
    match period {
        Period::Weeks(n) => format!("P{n}W"),
        Period::Months(n) => format!("P{n}M"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]

    use super::*;
    use crate::process::testing::{Sketch, day, source};

    #[test]
    fn steps_and_links_name_each_other_by_id() {
        let model = Sketch::new(3)
            .go(0, 1)
            .link(0, 2, LinkKind::Transfer, Certainty::Likely)
            .link(1, 0, LinkKind::Loop, Certainty::May)
            .go(1, 2)
            .track(1, 0)
            .wait(1, "2 weeks or more", Some(Period::Weeks(2)), Some(0))
            .detail(1, "more", Some("2025-02"))
            .notice(1, "stop", Some("2025-01-27"))
            .end(2, EndKind::NotStated)
            .model();
        let now = value(&model, &source(), &model.steps[1].notices, Lang(0), day("2025-02-01"));
        assert_eq!(now["format"], 1);
        assert_eq!(now["guide"], json!({ "date": "2024-08", "certainty": "not_before" }));
        let transfer =
            json!({ "from": "s0", "to": "s2", "kind": "transfer", "certainty": "likely", "text": "case 0 to 2" });
        assert_eq!(now["links"][1], transfer);
        assert_eq!(now["links"].as_array().map(Vec::len), Some(4));
        let step = &now["steps"][1];
        assert_eq!((&step["number"], &step["track"], &step["kind"]), (&json!(2), &json!("a"), &json!("act")));
        assert_eq!((&step["wait"]["min"], &step["wait"]["max"]), (&json!("P2W"), &Value::Null));
        assert_eq!(step["wait"]["from"], "s0");
        assert_eq!(step["notices"], json!(["stop"]));
        assert_eq!((&step["details"][0]["id"], &step["details"][0]["date"]), (&json!("more"), &json!("2025-02")));
        assert_eq!((&now["steps"][2]["end"], &now["steps"][2]["wait"]), (&json!("not_stated"), &Value::Null));

        let before = value(&model, &source(), &model.steps[1].notices, Lang(0), day("2024-12-31"));
        assert_eq!((&before["notices"], &before["steps"][1]["notices"]), (&json!([]), &json!([])));
        assert_eq!(before["steps"][1]["details"], json!([]));
    }
}

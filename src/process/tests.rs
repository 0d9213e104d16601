//! Processes made by hand, for the tests of this module.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::end_of;
use crate::content::{
    Catalog, Certainty, EndKind, Link, LinkKind, Msg, Notice, PartialDate, Period, ProcessModel, Source, Statement,
    Step, StepKind, Text, Track, Wait,
};

/// The same words in the only language of a builder.
pub(super) fn words(words: &str) -> Text {
    Text::new(vec![words.into()])
}

pub(super) fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

pub(super) fn source() -> Arc<Source> {
    Arc::new(Source {
        id: "guide".into(),
        publisher: "A publisher".into(),
        label: words("guide"),
        title: words("A guide"),
        address: None,
        date: Some(PartialDate::Month(2024, 8)),
        certainty: Certainty::NotBefore,
        read: day("2026-11-23"),
        note: None,
    })
}

pub(super) fn statement(id: &str, said: &str, date: Option<&str>) -> Statement {
    Statement {
        id: id.into(),
        text: words(said),
        source: source(),
        section: Some("A section".into()),
        date: date.map(|d| d.parse().unwrap()),
        ..Statement::default()
    }
}

/// A process in the making: steps `s0`, `s1`… that somebody does, without links.
pub(super) struct ProcessBuilder(ProcessModel);

impl ProcessBuilder {
    pub(super) fn new(steps: usize) -> Self {
        let track = |mark: &str| {
            Arc::new(Track { id: mark.to_lowercase().into(), name: words(&format!("Track {mark}")), mark: mark.into() })
        };
        let steps = (0..steps).map(|i| Step {
            id: format!("s{i}").into(),
            kind: StepKind::Act,
            end: None,
            track: None,
            actor: None,
            heading: None,
            title: words(&format!("Step s{i}")),
            short: words(&format!("s{i}")),
            statement: statement("text", &format!("What happens in s{i}"), None),
            details: Vec::new(),
            wait: None,
            links: Vec::new(),
            notices: Vec::new(),
            open: Vec::new(),
            offices: Vec::new(),
        });
        let tracks = vec![track("A"), track("B")];
        Self(ProcessModel { actors: Vec::new(), tracks, steps: steps.collect(), waits_later: Vec::new() })
    }

    pub(super) fn link(mut self, from: usize, to: usize, kind: LinkKind, certainty: Certainty) -> Self {
        let text = words(&format!("case {from} to {to}"));
        self.0.steps[from].links.push(Link { to, kind, text, certainty, ..Link::default() });
        self
    }

    pub(super) fn go(self, from: usize, to: usize) -> Self {
        self.link(from, to, LinkKind::Forward, Certainty::Stated)
    }

    pub(super) fn end(mut self, step: usize, end: EndKind) -> Self {
        self.0.steps[step].kind = StepKind::End;
        self.0.steps[step].end = Some(end);
        self
    }

    /// Puts a step on track 0 or 1, whose letters are A and B.
    pub(super) fn track(mut self, step: usize, track: usize) -> Self {
        self.0.steps[step].track = Some(Arc::clone(&self.0.tracks[track]));
        self
    }

    pub(super) fn heading(mut self, step: usize, heading: &str) -> Self {
        self.0.steps[step].heading = Some(words(heading));
        self
    }

    pub(super) fn titled(mut self, step: usize, title: &str) -> Self {
        self.0.steps[step].title = words(title);
        self
    }

    pub(super) fn wait(mut self, step: usize, short: &str, min: Option<Period>, from: Option<usize>) -> Self {
        let statement = statement("wait", &format!("It takes {short}"), None);
        self.0.steps[step].wait = Some(Wait { min, max: None, from, statement, short: words(short) });
        self
    }

    pub(super) fn detail(mut self, step: usize, id: &str, date: Option<&str>) -> Self {
        self.0.steps[step].details.push(statement(id, &format!("Detail {id}"), date));
        self
    }

    pub(super) fn notice(mut self, step: usize, id: &str, date: Option<&str>) -> Self {
        let statement = statement(id, &format!("Notice {id}"), date);
        self.0.steps[step].notices.push(Arc::new(Notice { statement, headline: None, intake: None }));
        self
    }

    pub(super) fn model(self) -> ProcessModel {
        self.0
    }
}

/// Words that say their own key and then each of their values.
pub(super) fn keys() -> Catalog {
    let text = |word: &Msg| {
        let values: Vec<_> = word.placeholders().iter().map(|name| format!(" {{{name}}}")).collect();
        words(&format!("{}{}", word.key(), values.concat()))
    };
    Catalog::new(Msg::ALL.iter().map(text).collect(), Vec::new())
}

pub(super) fn ends(model: &ProcessModel) -> Vec<usize> {
    (0..model.steps.len()).filter(|i| end_of(&model.steps[*i]).is_some()).collect()
}

const CERTAINTIES: [Certainty; 8] = [
    Certainty::Stated,
    Certainty::Most,
    Certainty::Usual,
    Certainty::Likely,
    Certainty::May,
    Certainty::Some,
    Certainty::SomeCountries,
    Certainty::NotStated,
];
const KINDS: [LinkKind; 3] = [LinkKind::Forward, LinkKind::Loop, LinkKind::Transfer];

prop_compose! {
    /// Any process of at most so many steps that content can describe, and more: only ends have no links, and nothing
    /// else is asked.
    pub(super) fn any_process(most: usize)(size in 1..=most)(
        size in Just(size),
        tracks in prop::collection::vec(0_usize..3, size),
        ways in prop::collection::vec(prop::collection::vec((0..size, 0_usize..3, 0..CERTAINTIES.len(), prop::bool::ANY), 0..4), size),
        open in prop::collection::vec(prop::bool::ANY, size),
        headed in prop::collection::vec(prop::bool::weighted(0.2), size),
    ) -> ProcessModel {
        let mut builder = ProcessBuilder::new(size);
        for step in 0..size {
            if headed[step] {
                builder = builder.heading(step, "Part");
            }
            if tracks[step] < 2 {
                builder = builder.track(step, tracks[step]);
            }
            for &(to, kind, sure, near) in &ways[step] {
                // Half of the links go to one of the next steps: that is where the rail has choices.
                let to = if near { (step + 1 + to % 3).min(size - 1) } else { to };
                builder = builder.link(step, to, KINDS[kind], CERTAINTIES[sure]);
            }
            if ways[step].is_empty() {
                builder = builder.end(step, if open[step] { EndKind::Stated } else { EndKind::NotStated });
            }
        }
        builder.model()
    }
}

//! `process.toml`.

mod graph;
mod notification;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::Spanned;

use super::{Loader, RawOption, RawStatement, RawText, Ref, Spec, StatementRole, Tree};
use crate::content::{Actor, Certainty, EndKind, Link, LinkKind, Statement, Step, StepKind, Track, Wait};
use notification::RawNotification;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNamed {
    id: Spanned<String>,
    name: RawText,
    mark: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    id: Spanned<String>,
    kind: StepKind,
    end: Option<EndKind>,
    track: Option<Ref>,
    actor: Option<Ref>,
    heading: Option<RawText>,
    title: RawText,
    short: RawText,
    text: RawText,
    source: Ref,
    section: String,
    certainty: Option<Certainty>,
    #[serde(default)]
    detail: Vec<RawStatement>,
    wait: Option<RawWait>,
    #[serde(default)]
    link: Vec<RawLink>,
    #[serde(default)]
    notices: Vec<Ref>,
    #[serde(default)]
    open: Vec<RawOption>,
    #[serde(default)]
    offices: Vec<Ref>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWait {
    min: Option<Spanned<String>>,
    max: Option<Spanned<String>>,
    from: Option<Ref>,
    text: RawText,
    short: RawText,
    source: Ref,
    section: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    to: Ref,
    kind: Option<LinkKind>,
    text: RawText,
    certainty: Option<Certainty>,
    #[serde(default)]
    notifications: Vec<RawNotification>,
    #[serde(default)]
    offices: Vec<Ref>,
}

impl Loader {
    pub(super) fn process(&mut self, tree: &mut Tree<'_>) {
        self.content.process.actors = self.each(tree, "actor", |loader, raw| Some(Arc::new(loader.actor_record(raw))));
        self.content.process.tracks = self.each(tree, "track", |loader, raw| Some(Arc::new(loader.track_record(raw))));
        let raws = self.records::<RawStep>(tree, "step");
        let complete = self.ids.get("process.step").map_or(0, BTreeMap::len) == raws.len();
        let indexes = StepIndex::new(&raws);
        self.content.process.steps = raws.iter().filter_map(|raw| self.step(raw, &indexes)).collect();
        // A step that could not be read may be the missing way.
        if complete && tree.whole {
            self.graph(&raws, &indexes);
        }
        self.content.process.waits_later = self.each(tree, "waits_later", |loader, raw: &RawStatement| {
            loader.statement(&loader.address("waits_later", &raw.id), raw, StatementRole::Plain)
        });
    }

    fn actor_record(&mut self, raw: &RawNamed) -> Actor {
        let name = self.text(&self.address("actor", &raw.id), "name", &raw.name, Spec::PLAIN);
        if raw.mark.is_some() {
            self.problem(raw.id.span(), "only a track has a `mark`", "this actor", "take it out");
        }
        Actor { id: raw.id.get_ref().as_str().into(), name }
    }

    fn track_record(&mut self, raw: &RawNamed) -> Track {
        let name = self.text(&self.address("track", &raw.id), "name", &raw.name, Spec::PLAIN);
        let mark = raw.mark.clone().unwrap_or_default();
        if mark.chars().count() != 1 || !mark.chars().all(char::is_alphabetic) {
            let help = "add `mark = \"A\"`, the letter of its rail";
            self.problem(raw.id.span(), "a track has a `mark` of one letter", "this track", help);
        }
        Track { id: raw.id.get_ref().as_str().into(), name, mark }
    }

    fn step(&mut self, raw: &RawStep, all: &StepIndex<'_>) -> Option<Step> {
        let at = self.address("step", &raw.id);
        let statement = self.cited(&at, &raw.text, &raw.id, &raw.source, Some(&raw.section));
        let statement = statement.map(|s| Statement { certainty: raw.certainty.unwrap_or_default(), ..s });
        let wait = raw.wait.as_ref().map(|wait| self.wait(&at, raw, wait, all));
        self.end(raw);
        Some(Step {
            id: raw.id.get_ref().as_str().into(),
            kind: raw.kind,
            end: raw.end,
            track: raw.track.as_ref().and_then(|track| self.track(track)),
            actor: raw.actor.as_ref().and_then(|actor| self.actor(actor)),
            heading: self.maybe(&at, "heading", raw.heading.as_ref(), Spec::PLAIN),
            title: self.text(&at, "title", &raw.title, Spec::PLAIN),
            short: self.text(&at, "short", &raw.short, Spec::SHORT),
            details: self.statements(&at, "detail", &raw.detail),
            links: self.links(&at, raw, all),
            notices: self.notices(&raw.notices),
            open: self.notes(&at, &raw.open),
            offices: self.offices_named(&raw.offices),
            statement: statement?,
            wait: wait.map_or(Some(None), |wait| wait.map(Some))?,
        })
    }

    /// Checks that `end` stands at an end step, and only there.
    fn end(&mut self, raw: &RawStep) {
        match (raw.kind, raw.end) {
            (StepKind::End, None) => {
                let help =
                    "add `end = \"stated\"`, or `end = \"not_stated\"` where the source does not say what comes after";
                self.problem(raw.id.span(), "this end does not say how it is known", "missing `end`", help);
            }
            (StepKind::End, _) | (_, None) => {}
            (_, Some(_)) => {
                let help = "set `kind = \"end\"`, or take `end` out";
                self.problem(raw.id.span(), "only a step of the kind `end` has `end`", "this step", help);
            }
        }
    }

    fn wait(&mut self, at: &str, step: &RawStep, raw: &RawWait, all: &StepIndex<'_>) -> Option<Wait> {
        let at = format!("{at}.wait");
        let (min, max) = self.periods(raw.min.as_ref(), raw.max.as_ref());
        let statement = self.cited(&at, &raw.text, &step.id, &raw.source, Some(&raw.section));
        let short = self.text(&at, "short", &raw.short, Spec::SHORT);
        let from = raw.from.as_ref().map(|from| self.step_index(from, all));
        let from = from.map_or(Some(None), |from| from.map(Some))?;
        Some(Wait { min, max, from, statement: statement?, short })
    }

    fn links(&mut self, at: &str, step: &RawStep, all: &StepIndex<'_>) -> Vec<Link> {
        self.nested(
            at,
            "link",
            &step.link,
            |raw| &raw.to,
            |loader, at, raw| {
                let text = loader.text(at, "text", &raw.text, Spec::PLAIN);
                let (kind, certainty) = (raw.kind.unwrap_or_default(), raw.certainty.unwrap_or_default());
                let notifications = raw.notifications.iter().filter_map(|raw| loader.notification(raw, step)).collect();
                let offices = loader.offices_named(&raw.offices);
                loader.step_index(&raw.to, all).map(|to| Link { to, kind, text, certainty, notifications, offices })
            },
        )
    }

    fn step_index(&mut self, name: &Ref, all: &StepIndex<'_>) -> Option<usize> {
        self.resolved("step", "process.step", name, all.of(name))
    }
}

/// The index of each step by its id; of those with the same id, the first one's.
struct StepIndex<'a>(BTreeMap<&'a str, usize>);

impl<'a> StepIndex<'a> {
    fn new(steps: &'a [RawStep]) -> Self {
        Self(steps.iter().enumerate().rev().map(|(at, step)| (step.id.get_ref().as_str(), at)).collect())
    }

    fn of(&self, name: &Ref) -> Option<usize> {
        self.0.get(name.get_ref().as_str()).copied()
    }
}

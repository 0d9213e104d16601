//! `process.toml`.

use std::sync::Arc;

use super::super::files::Files;
use super::super::model::{Actor, EndKind, Link, ProcessModel, Statement, Step, StepKind, Track, Wait};
use super::super::raw::{RawLink, RawNamed, RawStatement, RawStep, RawWait, Ref};
use super::Loader;
use super::file::{Top, Tree};
use super::form::Form;
use super::statement::Role;

const TOP: Top = Top { keys: &[], kinds: &["actor", "track", "step", "waits_later"] };

impl Loader {
    pub(super) fn process(&mut self, files: &Files) -> ProcessModel {
        self.with_file(files, "process.toml", TOP, Self::process_file).unwrap_or_default()
    }

    fn process_file(&mut self, tree: &mut Tree<'_>) -> ProcessModel {
        for raw in self.records::<RawNamed>(tree, "actor") {
            let name = self.text(&format!("process.actor.{}", raw.id.get_ref()), "name", &raw.name, Form::PLAIN);
            if raw.mark.is_some() {
                self.problem(raw.id.span(), "only a track has a `mark`", "this actor", "take it out");
            }
            self.actors.push(Arc::new(Actor { id: raw.id.get_ref().as_str().into(), name }));
        }
        for raw in self.records::<RawNamed>(tree, "track") {
            let track = self.track_record(&raw);
            self.tracks.push(Arc::new(track));
        }
        let raws = self.records::<RawStep>(tree, "step");
        let complete = self.ids.get("process.step").map_or(0, std::collections::BTreeMap::len) == raws.len();
        let steps: Vec<Option<Step>> = raws.iter().map(|raw| self.step(raw, &raws)).collect();
        // A step that could not be read may be the missing way.
        if complete && tree.whole {
            self.graph(&raws);
        }
        ProcessModel {
            waits_later: self.waits_later(tree),
            actors: self.actors.clone(),
            tracks: self.tracks.clone(),
            steps: steps.into_iter().flatten().collect(),
        }
    }

    fn waits_later(&mut self, tree: &mut Tree<'_>) -> Vec<Statement> {
        let raws = self.records::<RawStatement>(tree, "waits_later");
        let at = |raw: &RawStatement| format!("process.waits_later.{}", raw.id.get_ref());
        raws.iter().filter_map(|raw| self.statement(&at(raw), raw, Role::Plain)).collect()
    }

    fn track_record(&mut self, raw: &RawNamed) -> Track {
        let name = self.text(&format!("process.track.{}", raw.id.get_ref()), "name", &raw.name, Form::PLAIN);
        let mark = raw.mark.clone().unwrap_or_default();
        if mark.chars().count() != 1 || !mark.chars().all(char::is_alphabetic) {
            let help = "add `mark = \"A\"`, the letter of its rail";
            self.problem(raw.id.span(), "a track has a `mark` of one letter", "this track", help);
        }
        Track { id: raw.id.get_ref().as_str().into(), name, mark }
    }

    fn step(&mut self, raw: &RawStep, all: &[RawStep]) -> Option<Step> {
        let at = format!("process.step.{}", raw.id.get_ref());
        let title = self.text(&at, "title", &raw.title, Form::PLAIN);
        let short = self.text(&at, "short", &raw.short, Form::SHORT);
        let statement = self.spoken(&at, &raw.text, &raw.id, &raw.source, &raw.section);
        let statement = statement.map(|s| Statement { certainty: raw.certainty.unwrap_or_default(), ..s });
        let details = self.statements(&at, "detail", &raw.detail);
        let wait = raw.wait.as_ref().map(|wait| self.wait(&at, raw, wait, all));
        let links = self.links(&at, raw, all);
        let end = self.end(raw);
        Some(Step {
            id: raw.id.get_ref().as_str().into(),
            kind: raw.kind,
            end,
            track: raw.track.as_ref().and_then(|track| self.track(track)),
            actor: raw.actor.as_ref().and_then(|actor| self.actor(actor)),
            title,
            short,
            details,
            links,
            notices: self.noticed(&raw.notices),
            open: self.notes(&at, &raw.open),
            statement: statement?,
            wait: match wait {
                Some(wait) => Some(wait?),
                None => None,
            },
        })
    }

    fn end(&mut self, raw: &RawStep) -> Option<EndKind> {
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
        raw.end
    }

    fn wait(&mut self, at: &str, step: &RawStep, raw: &RawWait, all: &[RawStep]) -> Option<Wait> {
        let at = format!("{at}.wait");
        let (min, max) = self.periods(raw.min.as_ref(), raw.max.as_ref());
        let statement = self.spoken(&at, &raw.text, &step.id, &raw.source, &raw.section);
        let short = self.text(&at, "short", &raw.short, Form::SHORT);
        let from = raw.from.as_ref().map(|from| self.step_named(from, all));
        let from = match from {
            Some(from) => Some(from?),
            None => None,
        };
        Some(Wait { min, max, from, statement: statement?, short })
    }

    fn links(&mut self, at: &str, step: &RawStep, all: &[RawStep]) -> Vec<Link> {
        let scope = format!("{at}.link");
        let mut links = Vec::with_capacity(step.link.len());
        for raw in &step.link {
            self.declare(&scope, raw.to.get_ref(), &raw.to.span());
            links.extend(self.link(&scope, raw, all));
        }
        links
    }

    fn link(&mut self, scope: &str, raw: &RawLink, all: &[RawStep]) -> Option<Link> {
        let text = self.text(&format!("{scope}.{}", raw.to.get_ref()), "text", &raw.text, Form::PLAIN);
        let to = self.step_named(&raw.to, all)?;
        Some(Link { to, kind: raw.kind.unwrap_or_default(), text, certainty: raw.certainty.unwrap_or_default() })
    }

    /// The place of a step.
    fn step_named(&mut self, name: &Ref, all: &[RawStep]) -> Option<usize> {
        let place = all.iter().position(|step| step.id.get_ref() == name.get_ref());
        if place.is_none() {
            self.unknown("step", "process.step", name);
        }
        place
    }
}

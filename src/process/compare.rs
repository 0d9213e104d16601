//! Tracks side by side: what differs for a person who is routed to one or to another.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use super::{LinkRef, end_of, links, reach};
use crate::content::{Actor, LinkKind, Msg, ProcessModel, Statement, Step, Track};

/// Tracks side by side.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Comparison<'a> {
    /// In the order of the arguments.
    pub tracks: Vec<&'a Arc<Track>>,
    pub rows: Vec<ComparisonRow<'a>>,
}

/// One thing that is compared.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ComparisonRow<'a> {
    pub aspect: Aspect,
    /// Per track, in the order of [`Comparison::tracks`]; empty where nothing is stated.
    pub sides: Vec<Vec<Entry<'a>>>,
}

/// What is compared, in display order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Aspect {
    /// What was reported after the guide.
    Since,
    /// Who handles the case.
    Handles,
    /// How a case comes onto the track.
    Entry,
    /// Statements about its first step.
    First,
    Steps,
    Waits,
    Ends,
    /// Links to other tracks.
    Change,
}

/// An entry in a row of a comparison.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Entry<'a> {
    Actor(&'a Arc<Actor>),
    /// By index in [`ProcessModel::steps`].
    Step(usize),
    Way(LinkRef),
    /// The wait before a step.
    Wait(usize),
    Statement(&'a Statement),
}

impl Aspect {
    /// Its name.
    pub fn msg(self) -> Msg {
        match self {
            Self::Since => Msg::CompareSince,
            Self::Handles => Msg::CompareHandles,
            Self::Entry => Msg::CompareEntry,
            Self::First => Msg::CompareFirst,
            Self::Steps => Msg::CompareSteps,
            Self::Waits => Msg::CompareWaits,
            Self::Ends => Msg::CompareEnds,
            Self::Change => Msg::CompareChange,
        }
    }
}

impl<'a> Comparison<'a> {
    /// Compares tracks, given by index in [`ProcessModel::tracks`]; statements dated after the day are left out.
    pub fn of(model: &'a ProcessModel, tracks: &[usize], day: NaiveDate) -> Self {
        let sides: Vec<Side<'_>> = tracks.iter().filter_map(|track| Side::of(model, *track, day)).collect();
        let row = |aspect| ComparisonRow { aspect, sides: sides.iter().map(|side| side.entries(aspect)).collect() };
        Self { tracks: sides.iter().map(|side| side.track).collect(), rows: Aspect::iter().map(row).collect() }
    }
}

/// A track, its own steps, and all steps that can be reached from them without going to another track.
struct Side<'a> {
    model: &'a ProcessModel,
    track: &'a Arc<Track>,
    own: Vec<usize>,
    reached: BTreeSet<usize>,
    day: NaiveDate,
}

impl<'a> Side<'a> {
    fn of(model: &'a ProcessModel, track: usize, day: NaiveDate) -> Option<Self> {
        let known = model.tracks.get(track)?;
        let on = |step: &Step| step.track.as_ref().is_some_and(|own| own.id == known.id);
        let steps = model.steps.iter().enumerate();
        let own: Vec<usize> = steps.filter(|(_, step)| on(step)).map(|(at, _)| at).collect();
        let reached = own.iter().flat_map(|step| reach(model, *step, &[track])).collect();
        Some(Self { model, track: known, own, reached, day })
    }

    fn entries(&self, aspect: Aspect) -> Vec<Entry<'a>> {
        match aspect {
            Aspect::Since => self.since(),
            Aspect::Handles => self.actors().into_iter().map(Entry::Actor).collect(),
            Aspect::Entry => self.ways(|from, to| !self.own.contains(&from) && self.own.contains(&to)),
            Aspect::First => self.first(),
            Aspect::Steps => {
                self.own().filter(|(_, step)| end_of(step).is_none()).map(|(at, _)| Entry::Step(at)).collect()
            }
            Aspect::Waits => {
                self.all().filter(|(_, step)| step.wait.is_some()).map(|(at, _)| Entry::Wait(at)).collect()
            }
            Aspect::Ends => {
                self.all().filter(|(_, step)| end_of(step).is_some()).map(|(at, _)| Entry::Step(at)).collect()
            }
            Aspect::Change => {
                let crosses = |from: usize, to: usize| self.own.contains(&from) && self.is_foreign(to);
                self.ways(crosses)
            }
        }
    }

    fn own(&self) -> impl Iterator<Item = (usize, &'a Step)> + '_ {
        self.own.iter().filter_map(|at| Some((*at, self.model.steps.get(*at)?)))
    }

    fn all(&self) -> impl Iterator<Item = (usize, &'a Step)> + '_ {
        self.reached.iter().filter_map(|at| Some((*at, self.model.steps.get(*at)?)))
    }

    /// The notices about steps of the track, each once.
    fn since(&self) -> Vec<Entry<'a>> {
        let mut found: Vec<&Statement> = Vec::new();
        for notice in self.own().flat_map(|(_, step)| &step.notices).map(|notice| &notice.statement) {
            if notice.published_by(self.day) && !found.iter().any(|known| known.id == notice.id) {
                found.push(notice);
            }
        }
        found.into_iter().map(Entry::Statement).collect()
    }

    fn actors(&self) -> Vec<&'a Arc<Actor>> {
        let mut actors: Vec<&Arc<Actor>> = Vec::new();
        for actor in self.own().filter_map(|(_, step)| step.actor.as_ref()) {
            if !actors.iter().any(|known| known.id == actor.id) {
                actors.push(actor);
            }
        }
        actors
    }

    fn first(&self) -> Vec<Entry<'a>> {
        let first = self.own().next();
        let statements = first.into_iter().flat_map(|(_, step)| std::iter::once(&step.statement).chain(&step.details));
        statements.filter(|statement| statement.published_by(self.day)).map(Entry::Statement).collect()
    }

    fn is_foreign(&self, step: usize) -> bool {
        let track = self.model.steps.get(step).and_then(|step| step.track.as_ref());
        track.is_some_and(|track| track.id != self.track.id)
    }

    fn ways(&self, wanted: impl Fn(usize, usize) -> bool) -> Vec<Entry<'a>> {
        let on = links(self.model).filter(|(_, link)| link.kind != LinkKind::Loop);
        on.filter(|(at, link)| wanted(at.from, link.to)).map(|(at, _)| Entry::Way(at)).collect()
    }
}

#[cfg(test)]
mod tests;

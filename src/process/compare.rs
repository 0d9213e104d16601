//! Tracks side by side: what differs for a person who is routed to one or to another.

use std::collections::BTreeSet;
use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;
use strum::{EnumIter, IntoStaticStr};

use super::{LinkRef, end_of, links, reach};
use crate::content::{Actor, EndKind, LinkKind, Lookup, Msg, ProcessModel, Statement, Step, Track};

/// What is compared, in display order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TrackAspect {
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
    /// How long it takes from the first step to an end, as far as that is said.
    Whole,
    Ends,
    /// Links to other tracks.
    Change,
}

/// What is said of a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum TrackEntry<'a> {
    Actor(&'a Arc<Actor>),
    /// By index in [`ProcessModel::steps`].
    Step(usize),
    Way(LinkRef),
    /// The wait before a step.
    Wait(usize),
    Statement(&'a Statement),
}

impl TrackAspect {
    /// Its name.
    pub fn msg(self) -> Msg {
        match self {
            Self::Since => Msg::CompareSince,
            Self::Handles => Msg::CompareHandles,
            Self::Entry => Msg::CompareEntry,
            Self::First => Msg::CompareFirst,
            Self::Steps => Msg::CompareSteps,
            Self::Waits => Msg::CompareWaits,
            Self::Whole => Msg::CompareWhole,
            Self::Ends => Msg::CompareEnds,
            Self::Change => Msg::CompareChange,
        }
    }
}

/// A track, its own steps, and all steps that can be reached from them without going to another track.
#[derive(Debug)]
pub struct Side<'a> {
    model: &'a ProcessModel,
    index: usize,
    /// The track.
    pub track: &'a Arc<Track>,
    own: BTreeSet<usize>,
    reached: BTreeSet<usize>,
    day: NaiveDate,
}

impl<'a> Side<'a> {
    /// A track, by index in [`ProcessModel::tracks`]; statements dated after the day are left out.
    pub fn of(model: &'a ProcessModel, track: usize, day: NaiveDate) -> Self {
        let known = model.tracks.at(track);
        let on = |step: &Step| step.track.as_ref().is_some_and(|own| own.id == known.id);
        let steps = model.steps.iter().enumerate();
        let own: BTreeSet<usize> = steps.filter(|(_, step)| on(step)).map(|(at, _)| at).collect();
        let reached = own.iter().flat_map(|step| reach(model, *step, &[track])).collect();
        Self { model, index: track, track: known, own, reached, day }
    }

    /// What is to be said of one thing that is compared; empty where nothing is stated.
    pub fn entries(&self, aspect: TrackAspect) -> Vec<TrackEntry<'a>> {
        let (own, all) = (|| self.steps(&self.own), || self.steps(&self.reached));
        let is_end = |(_, step): &(usize, &Step)| end_of(step).is_some();
        let is_open = |(_, step): &(usize, &Step)| end_of(step) == Some(EndKind::NotStated);
        let is_said = |statement: &&Statement| statement.published_by(self.day);
        match aspect {
            TrackAspect::Since => {
                let notices = own().flat_map(|(_, step)| &step.notices).map(|notice| &notice.statement);
                each_once(notices.filter(is_said)).map(TrackEntry::Statement).collect()
            }
            TrackAspect::Handles => {
                each_once(own().filter_map(|(_, step)| step.actor.as_ref())).map(TrackEntry::Actor).collect()
            }
            TrackAspect::Entry => self.ways(|from, to| !self.own.contains(&from) && self.own.contains(&to)),
            TrackAspect::First => {
                let said = own().take(1).flat_map(|(_, step)| iter::once(&step.statement).chain(&step.details));
                said.filter(is_said).map(TrackEntry::Statement).collect()
            }
            TrackAspect::Steps => own().filter(|step| !is_end(step)).map(|(at, _)| TrackEntry::Step(at)).collect(),
            TrackAspect::Waits => {
                all().filter(|(_, step)| step.wait.is_some()).map(|(at, _)| TrackEntry::Wait(at)).collect()
            }
            TrackAspect::Whole => {
                self.steps(&self.way()).filter(|step| !is_open(step)).map(|(at, _)| TrackEntry::Step(at)).collect()
            }
            TrackAspect::Ends => all().filter(is_end).map(|(at, _)| TrackEntry::Step(at)).collect(),
            TrackAspect::Change => self.ways(|from, to| self.own.contains(&from) && self.is_foreign(to)),
        }
    }

    /// The steps that a case on the track can come through, from the first one on.
    fn way(&self) -> BTreeSet<usize> {
        let leads_here = |step: &usize| {
            self.model.step(*step).track.is_none() && !reach(self.model, *step, &[self.index]).is_disjoint(&self.own)
        };
        (0..self.model.steps.len()).filter(leads_here).chain(self.reached.iter().copied()).collect()
    }

    fn steps(&self, which: &BTreeSet<usize>) -> impl Iterator<Item = (usize, &'a Step)> {
        which.iter().map(|at| (*at, self.model.step(*at)))
    }

    fn is_foreign(&self, step: usize) -> bool {
        let track = self.model.step(step).track.as_ref();
        track.is_some_and(|track| track.id != self.track.id)
    }

    fn ways(&self, wanted: impl Fn(usize, usize) -> bool) -> Vec<TrackEntry<'a>> {
        let on = links(self.model).filter(|(_, link)| link.kind != LinkKind::Loop);
        on.filter(|(at, link)| wanted(at.from, link.to)).map(|(at, _)| TrackEntry::Way(at)).collect()
    }
}

fn each_once<'a, T: PartialEq + 'a>(all: impl Iterator<Item = &'a T>) -> impl Iterator<Item = &'a T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests;

//! The steps of a case, and the legal options that a track can end in.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::question::Rule;
use super::source::{Certainty, Notice, Source, Statement};
use crate::content::Lookup;
use crate::content::period::Period;
use crate::content::text::{Id, Lang, Text};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    #[default]
    Act,
    Decision,
    Wait,
    End,
}

/// How an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    Stated,
    /// The source does not say what follows.
    NotStated,
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// To a later step.
    #[default]
    Forward,
    /// To an earlier step or the same one.
    Loop,
    /// To another track.
    Transfer,
}

/// A person or body that acts in the process.
#[derive(Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: Text,
}

/// One of the routes that a case can take.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Track {
    pub id: Id,
    pub name: Text,
    pub mark: String,
}

/// The process of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProcessModel {
    pub actors: Vec<Arc<Actor>>,
    pub tracks: Vec<Arc<Track>>,
    /// In reading order; everyone begins at the first.
    pub steps: Vec<Step>,
    pub waits_later: Vec<Statement>,
}

impl ProcessModel {
    /// A step by its index in [`Self::steps`].
    pub fn step(&self, at: usize) -> &Step {
        self.steps.at(at)
    }

    /// The index of the step of an id, which may come from outside.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| *step.id == *id)
    }

    /// The first step of a track; the first of all where it has none.
    pub fn first_of(&self, track: &Arc<Track>) -> usize {
        self.steps.iter().position(|step| step.track.as_ref() == Some(track)).unwrap_or_default()
    }

    /// The heading of the part that begins with a step: its own, or the name of the track that begins there.
    pub fn heading(&self, step: usize, lang: Lang) -> Option<&str> {
        Some(self.heading_of(step)?.get(lang))
    }

    /// Whether a part begins with a step.
    pub fn begins_part(&self, step: usize) -> bool {
        self.heading_of(step).is_some()
    }

    fn heading_of(&self, step: usize) -> Option<&Text> {
        let begins = self.step(step);
        let before = step.checked_sub(1).and_then(|before| self.step(before).track.as_ref());
        let track = begins.track.as_ref().filter(|track| before != Some(*track));
        begins.heading.as_ref().or(track.map(|track| &track.name))
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    pub id: Id,
    pub kind: StepKind,
    pub end: Option<EndKind>,
    pub track: Option<Arc<Track>>,
    pub actor: Option<Arc<Actor>>,
    /// What stands above it, where a part of the process begins with it that is no track.
    pub heading: Option<Text>,
    pub title: Text,
    /// In at most 16 cells.
    pub short: Text,
    pub statement: Statement,
    pub details: Vec<Statement>,
    pub wait: Option<Wait>,
    pub links: Vec<Link>,
    pub notices: Vec<Arc<Notice>>,
    pub open: Vec<Text>,
    /// The offices that it is for; all where there is none.
    pub offices: Vec<Id>,
}

impl Step {
    /// A link by its index in [`Self::links`].
    pub fn link(&self, at: usize) -> &Link {
        self.links.at(at)
    }
}

/// The wait before a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    pub min: Option<Period>,
    pub max: Option<Period>,
    /// The step from which it counts, by index in [`ProcessModel::steps`].
    pub from: Option<usize>,
    pub statement: Statement,
    /// In at most 16 cells.
    pub short: Text,
}

/// A possible way on from a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// By index in [`ProcessModel::steps`].
    pub to: usize,
    pub kind: LinkKind,
    pub text: Text,
    pub certainty: Certainty,
    /// How the person hears of it, by each source that says something about that.
    pub notifications: Vec<Notification>,
    /// The offices that it is for; all where there is none.
    pub offices: Vec<Id>,
}

/// By which way word reaches the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Phone,
    /// The source does not say.
    NotSaid,
}

/// How the person hears that a link was taken, as one source has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// One of these; [`Channel::NotSaid`] stands alone.
    pub channels: Vec<Channel>,
    /// One of these; empty where the source does not say.
    pub senders: Vec<Arc<Actor>>,
    pub source: Arc<Source>,
    pub section: Option<Box<str>>,
}

/// A legal option that a track can end in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pathway {
    pub id: Id,
    pub track: Arc<Track>,
    pub name: Text,
    pub rule: Rule,
    pub text: Text,
    pub gives: Option<Text>,
    /// Whether a petitioner or sponsor is needed.
    pub sponsor: Option<Certainty>,
    pub source: Arc<Source>,
    pub section: Box<str>,
    pub open: Vec<Text>,
    pub later: Vec<LaterStatus>,
    pub notices: Vec<Arc<Notice>>,
}

/// What became of a pathway, as another source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterStatus {
    pub status: PathwayStatus,
    pub statement: Statement,
}

/// What became of a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PathwayStatus {
    /// It was ended.
    Ended,
    /// It takes nobody for now.
    Paused,
    /// It takes people.
    Open,
    /// A notice bears on it without saying that it was ended.
    Affected,
    /// Nothing was said of it.
    NotStated,
}

//! What the person has ready of the things that an application asks for. Only that it is ready is noted, never what it is.

use std::collections::BTreeSet;

use crate::content::Id;

/// The things that are ready, and the family by relation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checklist {
    ready: BTreeSet<Id>,
    family: Vec<Relative>,
}

/// Somebody of the family: what they are to the person, and whether the information on them is ready.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Relative {
    pub relation: Id,
    /// Whether the information is ready.
    pub ready: bool,
}

/// The most relatives that are noted: more is a slip of a key that is held.
pub const MOST_RELATIVES: usize = 20;

impl Checklist {
    /// What was noted before.
    pub fn of(ready: impl IntoIterator<Item = Id>, family: Vec<Relative>) -> Self {
        Self { ready: ready.into_iter().collect(), family }
    }

    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.ready.is_empty() && self.family.is_empty()
    }

    /// Whether an item is ready.
    pub fn is_ready(&self, item: &str) -> bool {
        self.ready.contains(item)
    }

    /// The items that are ready.
    pub fn ready(&self) -> impl Iterator<Item = &Id> {
        self.ready.iter()
    }

    /// The family.
    pub fn family(&self) -> &[Relative] {
        &self.family
    }

    /// Notes an item as ready or as missing.
    pub fn set(&mut self, item: &Id, ready: bool) {
        if ready {
            self.ready.insert(item.clone());
        } else {
            self.ready.remove(item);
        }
    }

    /// Adds somebody of the family, whose information is missing; false when there are too many.
    pub fn add(&mut self, relation: Id) -> bool {
        let room = self.family.len() < MOST_RELATIVES;
        if room {
            self.family.push(Relative { relation, ready: false });
        }
        room
    }

    /// Notes the information on somebody as ready or as missing, by their place.
    pub fn set_relative(&mut self, place: usize, ready: bool) {
        if let Some(relative) = self.family.get_mut(place) {
            relative.ready = ready;
        }
    }

    /// Takes somebody of the family out again, by their place.
    pub fn remove(&mut self, place: usize) {
        if place < self.family.len() {
            self.family.remove(place);
        }
    }
}

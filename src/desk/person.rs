//! One person at the desk.

use crate::check::{Bring, Check};
use crate::content::{Id, Word};

/// Answers, and what is ready.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) check: Check,
    pub(super) bring: Bring,
}

/// A change to what the person has ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bringing {
    /// An item is ready, or is missing.
    Item(Id, bool),
    /// Somebody is of the family.
    Add(Id),
    /// The information on somebody of the family, by their place, is ready, or is missing.
    Relative(usize, bool),
    /// Somebody is not of the family after all.
    Remove(usize),
}

impl Person {
    /// Whether nothing is known of them.
    pub(super) fn is_empty(&self) -> bool {
        self.check.is_empty() && self.bring.is_empty()
    }

    /// Takes a change; what there is to say about it is a word.
    pub(super) fn note(&mut self, what: Bringing) -> Option<Word> {
        match what {
            Bringing::Item(item, ready) => self.bring.set(&item, ready),
            Bringing::Add(relation) => return (!self.bring.add(relation)).then_some(Word::SaidManyRelatives),
            Bringing::Relative(place, ready) => self.bring.set_relative(place, ready),
            Bringing::Remove(place) => self.bring.remove(place),
        }
        None
    }
}

//! What was done at this desk, in order, to be undone and redone: one timeline for everybody who is at it.

use std::mem;

use super::PersonState;
use super::person::PersonId;

/// The most entries that are kept: the oldest go first, so that a desk that runs for weeks does not grow.
const MOST: usize = 500;

/// What undo takes back and redo does again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Change {
    /// An answer, or which questions are asked further.
    Answer,
    Checklist,
    /// A step that was recorded as reached.
    Move,
    Person,
}

/// One thing that was done.
#[derive(Debug)]
pub(super) enum Entry {
    /// The current person changed. `other` is the state on the far side of the change: undo and redo exchange it with
    /// the person's own.
    Change { person: PersonId, kind: Change, other: Box<PersonState> },
    /// Another person became current.
    Switch { from: PersonId, to: PersonId },
}

/// The timeline. At each entry of the first kind its person is the current one.
#[derive(Debug, Default)]
pub(super) struct History {
    entries: Vec<Entry>,
    /// How many of the entries are done; those after them were undone.
    done: usize,
}

impl History {
    /// Records a change of the current person. What was undone cannot be redone any more.
    pub(super) fn change(&mut self, person: PersonId, kind: Change, before: PersonState) {
        self.push(Entry::Change { person, kind, other: Box::new(before) });
    }

    /// Records that another person became current. Where nobody was current before, that is passed over: undo then
    /// leads to whoever was current before that.
    pub(super) fn switch(&mut self, from: PersonId, to: PersonId, from_nobody: bool) {
        self.entries.truncate(self.done);
        let is_known = self.mentions(from);
        match self.entries.last_mut() {
            Some(Entry::Switch { to: last, .. }) if from_nobody && *last == from => {
                *last = to;
                self.entries.pop_if(|last| matches!(last, Entry::Switch { from, to } if from == to));
            }
            _ if from_nobody && !is_known => {}
            _ => return self.push(Entry::Switch { from, to }),
        }
        self.done = self.entries.len();
    }

    fn push(&mut self, entry: Entry) {
        self.entries.truncate(self.done);
        if self.entries.len() >= MOST {
            self.entries.remove(0);
        }
        self.entries.push(entry);
        self.done = self.entries.len();
    }

    /// The entry that undo takes back, or that redo does again.
    pub(super) fn step(&mut self, forward: bool) -> Option<&mut Entry> {
        let at = if forward { self.done } else { self.done.checked_sub(1)? };
        let entry = self.entries.get_mut(at)?;
        self.done = if forward { at + 1 } else { at };
        Some(entry)
    }

    /// Whether undo or redo could lead to somebody.
    pub(super) fn mentions(&self, someone: PersonId) -> bool {
        self.entries.iter().any(|entry| match entry {
            Entry::Change { person, .. } => *person == someone,
            Entry::Switch { from, to } => *from == someone || *to == someone,
        })
    }

    /// Drops the changes of somebody whose state is another now.
    pub(super) fn forget_changes(&mut self, of: PersonId) {
        let is_kept = |entry: &Entry| !matches!(entry, Entry::Change { person, .. } if *person == of);
        self.done = self.entries.iter().take(self.done).filter(|entry| is_kept(entry)).count();
        self.entries.retain(is_kept);
    }

    /// Drops every entry about somebody who is gone: switches to and from them become ones between the people before
    /// and after. `current` is who is current now.
    pub(super) fn forget(&mut self, gone: PersonId, current: PersonId) {
        let undone = self.entries.split_off(self.done);
        let done = mem::take(&mut self.entries);
        let before = self.add_without(gone, done, None);
        if let Some(from) = before.filter(|from| *from != current) {
            self.entries.push(Entry::Switch { from, to: current });
        }
        self.done = self.entries.len();
        self.add_without(gone, undone, Some(current));
    }

    /// Adds entries but for those about somebody. `at` is who was current before the first, where that is known;
    /// returns who is after the last.
    fn add_without(&mut self, gone: PersonId, entries: Vec<Entry>, mut at: Option<PersonId>) -> Option<PersonId> {
        for entry in entries {
            match entry {
                Entry::Change { person, .. } => {
                    if person != gone {
                        at = Some(person);
                        self.entries.push(entry);
                    }
                }
                Entry::Switch { from, to } => {
                    at = if from == gone { at } else { Some(from) };
                    if to != gone {
                        let from = at.replace(to).filter(|from| *from != to);
                        self.entries.extend(from.map(|from| Entry::Switch { from, to }));
                    }
                }
            }
        }
        at
    }
}

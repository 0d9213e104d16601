//! Looking up what the loader has checked: whoever holds an index has it from the loader or from the list itself, and
//! gets a record for it, never nothing.

use std::sync::{Arc, LazyLock};

use super::text::{Id, UNRESOLVED};
use super::{
    Aspect, Item, Language, Link, Notice, Office, Pathway, ProgrammeStatement, Question, Requirement, Step, Track,
};

/// What is looked up by its index.
pub trait LookedUp: Sized + 'static {
    /// What stands for one that is not there: its words are "(?)", so that a fault is seen, not left out.
    fn unknown() -> &'static Self;
}

/// A list of checked records.
pub trait Lookup<T> {
    /// The record at an index of the list; [`LookedUp::unknown`] at any other index.
    fn at(&self, index: usize) -> &T;
}

impl<T: LookedUp> Lookup<T> for [T] {
    fn at(&self, index: usize) -> &T {
        self.get(index).unwrap_or_else(|| T::unknown())
    }
}

fn id() -> Id {
    UNRESOLVED.into()
}

/// Makes records of types, each with what stands for one that is not there.
macro_rules! records {
    ($($type:ty = $unknown:expr;)*) => {$(
        impl LookedUp for $type {
            fn unknown() -> &'static Self {
                static UNKNOWN: LazyLock<$type> = LazyLock::new(|| $unknown);
                &UNKNOWN
            }
        }
    )*};
}

records! {
    Arc<Aspect> = Arc::new(Aspect { id: id(), ..Aspect::default() });
    Arc<Notice> = Arc::default();
    Arc<Office> = Arc::new(Office { id: id(), ..Office::default() });
    Arc<Question> = Arc::new(Question { id: id(), ..Question::default() });
    Arc<Requirement> = Arc::new(Requirement { id: id(), ..Requirement::default() });
    Arc<Track> = Arc::new(Track { id: id(), mark: UNRESOLVED.to_owned(), ..Track::default() });
    Item = Item { id: id(), ..Item::default() };
    Language = Language { id: id(), name: UNRESOLVED.to_owned(), ..Language::default() };
    Link = Link::default();
    Pathway = Pathway { id: id(), ..Pathway::default() };
    ProgrammeStatement = ProgrammeStatement::default();
    Step = Step { id: id(), ..Step::default() };
}

//! Looking up what the loader has checked: whoever holds an index has it from the loader or from the list itself, and
//! gets a record for it, never nothing.

use std::sync::{Arc, LazyLock};

use super::text::{Id, Text, UNRESOLVED};
use super::{
    Aspect, Item, Language, Link, Notice, Office, Pathway, ProgrammeStatement, Question, Requirement, Step, Track,
};

/// What is looked up by its index.
pub trait Record: Sized + 'static {
    /// What stands for one that is not there: its words are "(?)", so that a fault is seen, not left out.
    fn unknown() -> &'static Self;
}

/// A list of checked records.
pub trait Lookup<T> {
    /// The record at an index of the list; [`Record::unknown`] at any other index.
    fn at(&self, index: usize) -> &T;
}

impl<T: Record> Lookup<T> for [T] {
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
        impl Record for $type {
            fn unknown() -> &'static Self {
                static UNKNOWN: LazyLock<$type> = LazyLock::new(|| $unknown);
                &UNKNOWN
            }
        }
    )*};
}

records! {
    (Aspect, Text) = Default::default();
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

#[cfg(test)]
mod tests {
    use super::super::{Content, Lang};
    use super::*;

    #[test]
    fn what_is_not_there_is_seen_in_every_language() {
        let content = Content::default();
        for lang in [0, 1, 9].map(Lang) {
            for words in [
                &content.offices.at(0).name,
                &content.offices.at(3).country.name,
                &content.offices.at(0).requirements.at(1).text,
                &content.process.step(usize::MAX).title,
                &content.process.step(0).short,
                &content.process.step(0).link(2).text,
                &content.process.tracks.at(0).name,
                &content.pathways.at(1).name,
                &content.items.at(1).text,
                &content.questions.at(7).ask,
                &content.statements.at(1).statement.text,
                &content.notices.at(0).statement.source.label,
            ] {
                assert_eq!(words.get(lang), UNRESOLVED);
            }
        }
        assert_eq!((&*content.languages.at(0).id, &*content.languages.at(0).name), (UNRESOLVED, UNRESOLVED));
    }
}

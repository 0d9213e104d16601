//! Which of the words that people look for lead to a record.

use super::HitKind;
use super::grade::{Grade, Needle};
use super::query::Query;
use super::writer::Writer;
use crate::content::{ALL, Id, Lookup, Msg, Office, Requirement, Target, Text};
use crate::text::fold;

/// A word or a phrase by which people look for a record.
#[derive(Debug)]
pub(super) struct Also {
    /// Folded.
    pub(super) word: Box<str>,
    /// Which of the targets of the word the record is: 0 is the best.
    rank: u32,
    /// The text that it leads to where that is not all of the record.
    pub(super) text: Option<Text>,
}

/// The score of a word of which only the beginning is typed: what the texts hold as a whole word counts for more.
const BEGUN: u32 = 90;

/// What is subtracted for each better target.
const STEP: u32 = 20;

impl Also {
    /// The score of a whole query: as much as a name that is just what was typed, and more for the best target.
    pub(super) fn whole(&self, query: &Query) -> u32 {
        let words = u32::try_from(query.needles.len()).unwrap_or(1);
        let better = 100_u32.saturating_sub(self.rank * STEP);
        if query.is(&self.word) {
            words * Grade::Head.in_name() + super::WHOLE_NAME + better
        } else if query.begins(&self.word) {
            words * BEGUN + better / STEP
        } else {
            0
        }
    }

    /// The score of one word among others: only a word that is just that one counts.
    pub(super) fn one(&self, needle: &Needle) -> u32 {
        if needle.is(&self.word) { Grade::Word.in_name().saturating_sub(self.rank * STEP) } else { 0 }
    }
}

/// What a record is to a target: nothing, itself, or a text of it.
enum Reached {
    No,
    Whole,
    Text(Text),
}

impl Writer<'_> {
    /// The words that lead to a record.
    pub(super) fn also(&self, kind: &HitKind) -> Vec<Also> {
        let mut found = Vec::new();
        for group in self.content.search_words() {
            for (target, rank) in group.to.iter().zip(0..) {
                let text = match self.reached(kind, target) {
                    Reached::No => continue,
                    Reached::Whole => None,
                    Reached::Text(text) => Some(text),
                };
                let also = |word: &str| Also { word: fold(word).into_boxed_str(), rank, text: text.clone() };
                found.extend(group.words.iter().map(|word| also(word)));
            }
        }
        found
    }

    fn reached(&self, kind: &HitKind, target: &Target) -> Reached {
        let content = self.content;
        let is = |own: &Id, id: &Id| if own == id { Reached::Whole } else { Reached::No };
        match (kind, target) {
            (HitKind::Office(n), Target::Office(id)) => is(&content.offices.at(*n).id, id),
            (HitKind::Office(n), Target::HelpLine(id)) => self.line_of(content.offices.at(*n), id),
            (HitKind::Requirement(office, n), _) => {
                of_requirement(content.offices.at(*office).requirements.at(*n), target)
            }
            (HitKind::Step(n), Target::Step(id)) => is(&content.process.step(*n).id, id),
            (HitKind::Pathway(n), Target::Pathway(id)) => is(&content.pathways.at(*n).id, id),
            (HitKind::Question(own), Target::Question(id)) => is(own, id),
            (HitKind::Item(n), Target::Item(id)) => is(&content.items.at(*n).id, id),
            (HitKind::Statement(n), Target::Statement(id)) => is(&content.statements.at(*n).statement.id, id),
            (HitKind::Notice(n), Target::Notice(id)) => is(&content.notices.at(*n).statement.id, id),
            (HitKind::Language(n), Target::Language(id)) => is(&content.languages.at(*n).id, id),
            (HitKind::Tracks, Target::Tracks) => Reached::Text(self.message(Msg::CompareWhole)),
            _ => Reached::No,
        }
    }

    fn line_of(&self, office: &Office, id: &Id) -> Reached {
        let mut here = self.content.help_lines.iter().filter(|line| line.country == office.country.id);
        let line = here.find(|line| **id == *ALL || line.id == *id);
        line.map_or(Reached::No, |line| Reached::Text(self.help_line(&line.number)))
    }
}

fn of_requirement(requirement: &Requirement, target: &Target) -> Reached {
    match target {
        Target::Requirement(id) if requirement.id == *id => Reached::Whole,
        Target::Aspect(id) if requirement.aspect.id == *id => Reached::Whole,
        Target::Open(id) => {
            let open = requirement.open.iter().find(|open| open.id == *id);
            open.map_or(Reached::No, |open| Reached::Text(open.text.clone()))
        }
        _ => Reached::No,
    }
}

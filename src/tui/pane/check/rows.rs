//! The rows of the page of answers.

use crate::content::{CheckPart, Question};
use crate::desk::Desk;

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Row<'a> {
    /// A question, answered or the next one.
    Question(&'a Question),
    /// The questions on pathways, which are asked only if wanted.
    Pathways,
    Bring,
}

impl<'a> Row<'a> {
    /// The question of the row.
    pub fn question(self) -> Option<&'a Question> {
        match self {
            Self::Question(question) => Some(question),
            Self::Pathways | Self::Bring => None,
        }
    }
}

/// The questions that are answered, the one that is needed next, those whose answers are not used here; each stands
/// there once. Where nothing more is needed, what can be looked at then.
pub fn rows(desk: &Desk) -> Vec<Row<'_>> {
    let content = desk.content();
    let (parked, used): (Vec<_>, Vec<_>) = desk.check().answered(content).into_iter().partition(|a| a.parked);
    let next = desk.check().next(content, desk.as_of());
    let used = used.into_iter().map(|a| a.question);
    let parked = parked.into_iter().map(|a| a.question).filter(|question| Some(*question) != next);
    let questions = used.chain(next).chain(parked).map(|question| Row::Question(question));
    let done = next.is_none() && !desk.check().is_empty();
    let pathways = done && has_more_on_pathways(desk);
    let bring = done && !content.items.is_empty();
    questions.chain(pathways.then_some(Row::Pathways)).chain(bring.then_some(Row::Bring)).collect()
}

/// Whether some question on pathways can still be asked.
pub fn has_more_on_pathways(desk: &Desk) -> bool {
    let content = desk.content();
    let next = desk.check().next_for_pathways(content, desk.as_of());
    next.is_some_and(|question| question.part == CheckPart::Pathways || !desk.check().asks_for_pathways())
}

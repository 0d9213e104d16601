//! What was answered, under the numbers by which an answer is changed.

use std::collections::BTreeSet;

use super::{Block, Context, Document, Kind};
use crate::check::Answered;
use crate::content::Msg;
use crate::rules::{Answer, RequirementFinding};

/// Every answer under its number; those that are not used here last.
pub fn answers(ctx: &Context<'_>) -> Document {
    let given = ctx.answered().into_iter().zip(1..);
    Document { blocks: given.map(|(given, number)| block(ctx, &given, number)).collect() }
}

fn block(ctx: &Context<'_>, given: &Answered<'_>, number: usize) -> Block {
    let (phrases, question) = (ctx.phrases, given.question);
    let said = phrases.answer(question, given.answer);
    let text = match given.answer {
        _ if given.parked => format!("{said} ({})", phrases.get(Msg::NotUsed)),
        Answer::Withheld(_) => phrases.fill(Msg::NotStoredAnswer, &[("answer", &said)]),
        _ => said,
    };
    let kind = Kind::Value { name: question.name.get(ctx.lang()).to_owned(), number: Some(number) };
    Block::new(format!("answers.{}", question.id), kind, text)
}

impl<'a> Context<'a> {
    /// The answers in the order of their numbers: those in use in asking order, then those that are not used.
    pub fn answered(&self) -> Vec<Answered<'a>> {
        let Some(person) = self.person else { return Vec::new() };
        let mut all = person.check.answered(self.content());
        all.sort_by_key(|given| given.parked);
        all
    }

    /// Numbers of the answers that the reason for a finding rests on; none where it is not about the person.
    pub fn answer_numbers(&self, finding: &RequirementFinding) -> Vec<usize> {
        let answered = self.answered();
        let number = |id: &str| answered.iter().position(|given| !given.parked && *given.question.id == *id);
        let tests = finding.tests.iter().filter(|_| finding.applies);
        let mut numbers: Vec<usize> =
            tests.filter_map(|test| number(&test.question.id)).map(|place| place + 1).collect();
        // A fact that is tested several times is one answer.
        let mut seen = BTreeSet::new();
        numbers.retain(|number| seen.insert(*number));
        numbers
    }
}

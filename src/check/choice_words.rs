//! Choices by their words.

use super::choice::choices;
use super::reading::{AnswerError, Choice, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Lang, Msg, Office, Question, Sense, Text};
use crate::rules::{Answer, Value};

/// The fewest letters that begin the words of a choice.
const BEGUN: usize = 3;

/// Whether words can also stand in the question, and so choose nothing: "estatus".
fn is_asked(question: &Question, typed: &str) -> bool {
    let asked: Vec<String> = question.ask.all().chain(question.name.all()).map(spaced).collect();
    let is_there = |word: &str| asked.iter().any(|ask| ask.split(' ').any(|asked| asked.starts_with(word)));
    typed.split(' ').all(is_there)
}

/// A choice by its words or their beginning. Of a yes or a no one letter is enough.
pub(super) fn by_name(content: &Content, question: &Question, office: Option<&Office>, typed: &str) -> Reading {
    let all = choices(content, question, office, "");
    let begins = |name: &str| match question.kind {
        FactKind::YesNo => spaced(name).starts_with(typed),
        _ => is_begun(content, name, typed) && !is_asked(question, typed),
    };
    let found = named(content, question, &all, &begins);
    match found.as_slice() {
        [] => Reading::Invalid(AnswerError::NoChoice),
        [one] => Reading::Answer(one.answer.clone()),
        _ => Reading::Which(found),
    }
}

/// Whether a text is a name, or begins it and nothing that says that the answer is not known or not given.
fn is_begun(content: &Content, name: &str, typed: &str) -> bool {
    let is_none = |senses: &[Sense]| senses.contains(&Sense::DontKnow) || senses.contains(&Sense::Declined);
    let name = spaced(name);
    let is_sure = || !content.lexicon().iter().any(|(phrase, senses)| phrase.starts_with(typed) && is_none(senses));
    name == typed || (typed.chars().count() >= BEGUN && name.starts_with(typed) && is_sure())
}

fn named(content: &Content, question: &Question, all: &[Choice], fits: &dyn Fn(&str) -> bool) -> Vec<Choice> {
    let word = |word| (0..content.languages.len()).any(|n| fits(content.msg(word, Lang(n))));
    let means = |choice: &&Choice| match &choice.answer {
        Answer::Known(Value::YesNo(yes)) => word(if *yes { Msg::Yes } else { Msg::No }),
        Answer::Known(Value::Choice(id)) => {
            let option = question.options.iter().find(|option| option.id == *id);
            option.is_some_and(|option| option.text.all().any(fits))
        }
        _ => false,
    };
    all.iter().filter(means).cloned().collect()
}

/// Whether a text is or begins the question's own words for no.
pub(super) fn says_no(content: &Content, question: &Question, typed: &str) -> bool {
    question.no.iter().flat_map(Text::all).any(|own| is_begun(content, own, typed))
}

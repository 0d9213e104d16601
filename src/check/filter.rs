//! An answer looked for in the rules: which offices take it, whoever gives it.

use chrono::NaiveDate;
use std::sync::Arc;

use super::choice::choices;
use super::country;
use super::read::read;
use super::reading::Reading;
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Office, Question, Sense};
use crate::rules::{Answer, Answers, Verdict, eval, kleene, parse_value};
use crate::text::fold;

/// The shortest beginning of a word that names a question.
const SHORTEST: usize = 3;

/// One answer to one question.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Filter {
    pub question: Arc<Question>,
    pub answer: Answer,
}

impl Filter {
    /// What the answer alone comes to in the rules of an office; `None` where none of them is about the question.
    pub fn verdict(&self, content: &Content, office: &Office) -> Option<Verdict> {
        let mut answers = Answers::default();
        answers.set(content, &self.question, self.answer.clone());
        let about = office.requirements.iter().filter(|r| r.rule.tests().iter().any(|t| t.fact == self.question));
        let verdicts: Vec<Verdict> = about.map(|requirement| eval(&requirement.rule, &answers)).collect();
        (!verdicts.is_empty()).then(|| kleene::all(verdicts))
    }
}

/// Whether the first of several meanings is the one that is meant: only what can be no other is taken at once.
pub fn is_sure(content: &Content, meanings: &[Filter], typed: &str, as_of: NaiveDate) -> bool {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let Some(first) = meanings.first() else { return false };
    let answer = Reading::Answer(first.answer.clone());
    let reads = |rest: &[&str]| read(content, &first.question, None, &rest.join(" "), as_of) == answer;
    let of_first = meanings.iter().filter(|other| other.question == first.question).count();
    of_first == 1 || (0..words.len()).any(|n| words.get(n..).is_some_and(reads))
}

/// What a typed text can mean, best first: a nationality, or a question that some rule is about and an answer to it;
/// else an answer to any of them. `VE`, `venezuelan`, `arrived 2019`, `adult no`, `2019`; a question alone offers its
/// answers.
pub fn meanings(content: &Content, typed: &str, as_of: NaiveDate) -> Vec<Filter> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found = Vec::new();
    let mut add = |question: &Arc<Question>, text: &str| {
        for filter in read_as(content, question, text, as_of) {
            if !found.contains(&filter) {
                found.push(filter);
            }
        }
    };
    // As many words as can be of the question's name: what follows is the answer.
    for (name, rest) in (1..=words.len()).rev().filter_map(|n| words.split_at_checked(n)) {
        for question in asked_by_rules(content).filter(|question| is_named(question, name, rest.is_empty())) {
            add(question, &rest.join(" "));
        }
    }
    let is_word =
        [Sense::Yes, Sense::No, Sense::Not].iter().any(|sense| content.lexicon().means(&spaced(typed), *sense));
    let mut nationality = asked_by_rules(content).filter(|question| question.kind == FactKind::Countries);
    if let Some(first) = nationality.next().filter(|_| !words.is_empty() && !is_word) {
        add(first, &words.join(" "));
    }
    // A letter or a digit would be an answer to every question.
    let is_telling = found.is_empty() && typed.trim().len() >= SHORTEST;
    for question in asked_by_rules(content).filter(|_| is_telling) {
        found.extend(read_as(content, question, &words.join(" "), as_of));
    }
    found
}

/// The questions that some office's rule is about, in asking order.
fn asked_by_rules(content: &Content) -> impl Iterator<Item = &Arc<Question>> {
    content.questions.iter().filter(|question| {
        let mut tests = content.offices.iter().flat_map(|o| &o.requirements).flat_map(|r| r.rule.tests());
        tests.any(|test| test.fact == **question)
    })
}

/// Whether each of the words begins, or with `whole` is, a word of the question's name, in any language.
fn is_named(question: &Question, words: &[&str], whole: bool) -> bool {
    let names: Vec<String> = question.name.all().chain([&*question.id]).map(fold).collect();
    words.iter().map(|word| fold(word)).all(|word| {
        let mut parts = names.iter().flat_map(|name| name.split([' ', '_', '-']));
        parts.any(|part| part == word || (!whole && word.len() >= SHORTEST && part.starts_with(&word)))
    })
}

/// What a text can mean as an answer to a question; a nationality begun, and no text, can mean several.
fn read_as(content: &Content, question: &Arc<Question>, text: &str, as_of: NaiveDate) -> Vec<Filter> {
    let is_place = matches!(question.kind, FactKind::Country | FactKind::Countries);
    if is_place && country::is_inside(content, question, text) {
        return Vec::new();
    }
    let offered = choices(content, question, None, text).into_iter().map(|choice| choice.answer);
    let answers: Vec<Answer> = match read(content, question, None, text, as_of) {
        Reading::Empty => offered.collect(),
        // What else the word can grow into stands after it.
        Reading::Answer(answer) if question.kind == FactKind::Countries => {
            [answer].into_iter().chain(offered).collect()
        }
        Reading::Answer(answer) => vec![answer],
        Reading::Which(which) => {
            which.into_iter().filter(|choice| choice.refused.is_none()).map(|choice| choice.answer).collect()
        }
        // As on the command line.
        Reading::Invalid(_) => parse_value(content, question, text, as_of).into_iter().collect(),
    };
    let known = answers.into_iter().filter(|answer| matches!(answer, Answer::Known(_)));
    known.map(|answer| Filter { question: Arc::clone(question), answer }).collect()
}

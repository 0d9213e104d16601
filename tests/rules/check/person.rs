//! The real content on a fixed day, and short ways to ask about it.

use chrono::NaiveDate;
use smo_desk::check::{AnswerError, Check, Choice, Reading, choices, read};
use smo_desk::content::{Content, FactKind, Lang, Office, Question};
use smo_desk::rules::{Answer, Answers, parse_facts, parse_value};
use smo_desk::wording::Phrases;
use std::sync::{Arc, LazyLock};

pub(crate) static CONTENT: LazyLock<Arc<Content>> =
    LazyLock::new(|| Arc::new(Content::embedded().expect("the content has no problem")));

/// After every statement of the content.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

pub(crate) fn question(id: &str) -> &'static Arc<Question> {
    CONTENT.question(id).unwrap()
}

pub(crate) fn office(id: &str) -> &'static Office {
    CONTENT.office(id).unwrap()
}

pub(crate) fn langs() -> impl Iterator<Item = Lang> {
    (0..CONTENT.languages.len()).map(Lang)
}

pub(crate) fn phrases(lang: &str) -> Phrases<'static> {
    Phrases::new(&CONTENT, CONTENT.language(lang).unwrap())
}

/// Answers as on the command line, blanks between.
pub(crate) fn answers(facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(&CONTENT, &facts, today()).unwrap()
}

/// An answer as on the command line.
pub(crate) fn answer(id: &str, value: &str) -> Answer {
    parse_value(&CONTENT, question(id), value, today()).unwrap()
}

/// A form filled in from nothing, in the order given.
pub(crate) fn filled(facts: &str) -> Check {
    let mut check = Check::new(&CONTENT);
    check.go_on(&CONTENT, today());
    for fact in facts.split_whitespace() {
        let (id, value) = fact.split_once('=').unwrap();
        check.answer(&CONTENT, question(id), answer(id, value), today());
    }
    check
}

/// The id of the current question; empty on the page of answers.
pub(crate) fn at(check: &Check) -> &str {
    check.at().map_or("", |question| &question.id)
}

/// What a text means to a question, in Colombia: values as on the command line, or why there is none.
pub(crate) fn meaning(id: &str, text: &str) -> String {
    shown(read(&CONTENT, question(id), Some(office("colombia")), text, today()))
}

pub(crate) fn shown(reading: Reading) -> String {
    match reading {
        Reading::Empty => "empty".to_owned(),
        Reading::Answer(answer) => value(&answer),
        Reading::Which(which) => list(&which),
        Reading::Invalid(trouble) => format!("{trouble:?}"),
    }
}

/// Why a text is no answer.
pub(crate) fn trouble(id: &str, text: &str) -> Option<AnswerError> {
    match read(&CONTENT, question(id), Some(office("colombia")), text, today()) {
        Reading::Invalid(trouble) => Some(trouble),
        _ => None,
    }
}

pub(crate) fn list(choices: &[Choice]) -> String {
    let one = |choice: &Choice| {
        let key = choice.key.map(|key| format!("{key}:")).unwrap_or_default();
        let refused = if choice.refused.is_some() { "!" } else { "" };
        format!("{key}{}{refused}", value(&choice.answer))
    };
    choices.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What a question offers for a typed text, without the keys.
pub(crate) fn offered(id: &str, office: Option<&Office>, typed: &str) -> Vec<String> {
    choices(&CONTENT, question(id), office, typed).iter().map(|choice| value(&choice.answer)).collect()
}

fn value(answer: &Answer) -> String {
    match answer {
        Answer::Known(value) => value.to_string(),
        Answer::DontKnow => "unknown".to_owned(),
        Answer::Declined => "declined".to_owned(),
        Answer::Withheld(value) => format!("*{value}"),
    }
}

pub(crate) fn is_date(kind: FactKind) -> bool {
    matches!(kind, FactKind::Date | FactKind::DateOrNo)
}

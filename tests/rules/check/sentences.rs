//! Whatever is answered, no sentence of any language is empty or has a place left open.

use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::check::{Check, choices};
use smo_desk::content::{Lang, Msg, Question};
use smo_desk::desk::{Action, Desk};
use smo_desk::document;
use smo_desk::rules::{Answer, Value, assess, intake};
use smo_desk::wording::Phrases;
use std::sync::Arc;

use super::person::{CONTENT, is_date, langs, today};

fn say(check: &Check, question: &Question, pick: Index) -> Answer {
    let office = check.office(&CONTENT).map(AsRef::as_ref);
    let mut all: Vec<Answer> = choices(&CONTENT, question, office, "").into_iter().map(|c| c.answer).collect();
    if is_date(question.kind) {
        let dates =
            ["2019", "2023-06", "2023-06-12", "2024"].map(|d| d.parse::<smo_desk::content::PartialDate>().unwrap());
        all.extend(dates.map(|date| Answer::Known(Value::Date(date.into()))));
    }
    pick.get(&all).clone()
}

/// Every sentence on a person in a language.
fn sentences(desk: &Desk, lang: Lang) -> Vec<String> {
    let (check, content) = (desk.check(), desk.content());
    let phrases = Phrases::new(content, lang);
    let country = check.country(content);
    let office = check.office(content).map(AsRef::as_ref);
    let mut said = Vec::new();
    for question in &content.questions {
        said.extend([phrases.ask(question, country), phrases.why(question, country)]);
        said.extend(phrases.always(question, country));
        for typed in ["", "ve", "1"] {
            let offered = choices(content, question, office, typed);
            said.extend(offered.iter().map(|choice| phrases.choice(question, choice, country)));
        }
        said.extend(check.answers().get(&question.id).map(|answer| phrases.answer(question, answer)));
    }
    for finding in assess(content, check.answers()).offices {
        for requirement in &finding.requirements {
            said.push(phrases.because(requirement));
            said.push(phrases.requirement(&requirement.requirement));
            said.push(phrases.requirement_short(&requirement.requirement));
        }
        said.extend(
            intake::of(desk.content(), &finding.office, desk.as_of())
                .statements
                .iter()
                .map(|line| phrases.said_by(line.statement)),
        );
    }
    said.extend(document::result(&desk.context()).blocks.into_iter().map(|block| block.text));
    said.extend(content.notices.iter().filter_map(|notice| phrases.headline(notice)));
    said.extend(content.sources.iter().map(|source| phrases.source(source)));
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sentence_is_empty_or_unfilled(picks in prop::collection::vec((any::<Index>(), any::<Index>()), 0..10)) {
        let mut desk = Desk::new(Arc::clone(&CONTENT), Lang(0), today());
        for (question, pick) in &picks {
            let question = Arc::clone(question.get(&CONTENT.questions));
            let answer = say(desk.check(), &question, *pick);
            desk.apply(Action::Answer(question.id.clone(), answer));
        }
        for lang in langs() {
            desk.apply(Action::Speak(lang));
            for said in sentences(&desk, lang) {
                prop_assert!(!said.trim().is_empty(), "an empty sentence in {lang:?}");
                prop_assert!(!said.contains(['{', '}']), "{said:?}");
                prop_assert!(!said.contains("  "), "{said:?}");
            }
        }
    }
}

#[test]
fn every_word_has_a_text_in_every_language_with_the_names_that_it_takes() {
    for lang in langs() {
        for word in Msg::ALL {
            let said = CONTENT.msg(*word, lang);
            assert!(!said.trim().is_empty(), "{} in {lang:?}", word.key());
            let mut names = smo_desk::content::text::placeholders(said);
            names.dedup();
            assert_eq!(names, word.placeholders(), "{} in {lang:?}", word.key());
        }
    }
}

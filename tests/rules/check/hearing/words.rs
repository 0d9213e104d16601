//! Words for an answer, and dates that are refused.

use smo_desk::check::date::TypedDateError::{self, Again, Form, NoMonth, NoYear, Reversed, ShortYear, Two, Vague};
use smo_desk::check::{AnswerError, Reading, choices, read};
use smo_desk::content::{DateError, Msg};

use super::super::person::{CONTENT, langs, phrases, today};
use super::{all, refused};

#[test]
fn a_short_or_missing_year_is_asked_for() {
    refused(
        "arrived",
        &AnswerError::NoDate(ShortYear),
        &["3 Sep 22", "11/6/23", "May '22", "jun 23", "11-06-23", "5 may 99", "17"],
    );
    refused(
        "arrived",
        &AnswerError::NoDate(NoYear),
        &["11 june", "junio", "el 11 de junio", "11th of june", "me", "lunes 12 de junio"],
    );
}

#[test]
fn always_is_of_this_country() {
    all(
        "arrived",
        "always",
        &["siempre", "toda la vida", "nacida en Colombia", "born here", "f\u{e8}t isit", "always", "toujou"],
    );
    all(
        "arrived",
        "always",
        &[
            "born in Colombia",
            "naci\u{f3} aqu\u{ed}",
            "nac\u{ed} en Colombia",
            "toda su vida",
            "Siempre!",
            "n\u{e9}e ici",
        ],
    );
    refused("arrived", &AnswerError::NoDate(Form), &["not always", "no siempre", "siempre en Venezuela"]);
    refused("arrived", &AnswerError::Birth, &["nacida en Venezuela", "born in 2019", "born"]);
    refused("asylum_registered", &AnswerError::NoDate(Form), &["siempre", "born here"]);
}

#[test]
fn vague_dates_are_refused_with_what_would_do() {
    refused(
        "arrived",
        &AnswerError::NoDate(Vague),
        &["spring 2023", "hace 2 a\u{f1}os", "around 2019", "~2019", "2019?", "early 2022"],
    );
    refused(
        "arrived",
        &AnswerError::NoDate(Vague),
        &["2 years ago", "last year", "hacia 2019", "a mediados de 2021", "fin de 2020"],
    );
    refused(
        "arrived",
        &AnswerError::NoDate(Vague),
        &["anviwon 2019", "environ 2019", "m\u{e1}s o menos 2019", "2019ish", "gen de zan", "c. 2019", "por el 2019"],
    );
    for (lang, hint) in [("en", "2019-2020"), ("es", "2019-2020"), ("ht", "2019-2020")] {
        assert!(phrases(lang).answer_error(&AnswerError::NoDate(Vague)).contains(hint));
    }
}

#[test]
fn dont_know_and_declined_in_any_words() {
    for question in &CONTENT.questions {
        all(
            &question.id,
            "unknown",
            &["no s\u{e9}", "pa konnen", "no recuerda", "don't know", "No sabe.", "m pa konnen", "je ne sais pas"],
        );
        all(&question.id, "declined", &["prefers not to say", "prefiere no decir", "pito pa di", "no contesta"]);
        for lang in langs() {
            for msg in [Msg::DontKnow, Msg::Declined] {
                let expected = if msg == Msg::DontKnow { "unknown" } else { "declined" };
                all(&question.id, expected, &[CONTENT.msg(msg, lang)]);
            }
        }
    }
}

#[test]
fn digits_and_signs_of_other_scripts_and_keyboards() {
    all(
        "arrived",
        "2019",
        &["\u{ff12}\u{ff10}\u{ff11}\u{ff19}", "\u{662}\u{660}\u{661}\u{669}", "2019.", "2019!", "\u{a0}2019\u{a0}"],
    );
    all(
        "arrived",
        "2023-06-11",
        &["11\u{a0}jun\u{202f}2023", "11\u{2013}jun\u{2212}2023", "2023\u{2011}06\u{2011}11", "11 jun 2023."],
    );
}

#[test]
fn causes_are_told_apart() {
    let calendar = |error| AnswerError::NoDate(TypedDateError::Calendar(error));
    refused("arrived", &calendar(DateError::Day(2023, 2, 31)), &["31 feb 2023", "31/02/2023", "February 31st, 2023"]);
    refused("arrived", &calendar(DateError::Month(13)), &["13 2023", "2023-13"]);
    refused("arrived", &AnswerError::NoDate(NoMonth), &["11 xyz 2023", "brumaire 2023"]);
    refused("arrived", &AnswerError::Future(today()), &["2027", "dec 2026", "after 2026"]);
    refused("arrived", &AnswerError::NoDate(Form), &["soon", "Colombia"]);
    refused("arrived", &AnswerError::NoDate(Two), &["2023 2024", "2018, 2019"]);
    refused("arrived", &AnswerError::NoDate(Again), &["2019, volvi\u{f3} 2021", "came back in 2022"]);
    let errors = [Form, NoYear, ShortYear, NoMonth, Vague, Reversed, Two, Again].map(AnswerError::NoDate);
    for language in &CONTENT.languages {
        let mut said: Vec<String> = errors.iter().map(|error| phrases(&language.id).answer_error(error)).collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), errors.len(), "each cause has its own sentence");
    }
}

#[test]
fn every_choice_that_is_offered_can_be_typed() {
    for question in &CONTENT.questions {
        for office in &CONTENT.offices {
            for language in &CONTENT.languages {
                for choice in choices(&CONTENT, question, Some(office), "") {
                    let words = phrases(&language.id).choice(question, &choice, Some(&office.country.id));
                    let reading = read(&CONTENT, question, Some(office), &words, today());
                    assert!(
                        reading == Reading::Answer(choice.answer.clone())
                            || matches!(&reading, Reading::Which(which) if which.iter().any(|w| w.answer == choice.answer)),
                        "{}: {words:?} is {reading:?}",
                        question.id
                    );
                }
            }
        }
    }
}

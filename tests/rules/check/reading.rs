//! Yes and no and options by their words.

use smo_desk::check::{Reading, read};
use smo_desk::rules::Answer;

use super::person::{CONTENT, langs, meaning, today};

#[track_caller]
fn means(id: &str, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(meaning(id, text), *expected, "{id}: {text:?}");
    }
}

#[test]
fn yes_and_no_in_every_language() {
    means(
        "adult",
        &[
            ("yes", "yes"),
            ("Y", "yes"),
            ("s\u{ed}", "yes"),
            ("si", "yes"),
            ("S", "yes"),
            ("wi", "yes"),
            ("no", "no"),
            ("n", "no"),
            ("NON", "no"),
            (" no\t", "no"),
            ("1", "yes"),
            ("2", "no"),
            ("0", "unknown"),
            ("9", "declined"),
            ("3", "NoChoice"),
            ("11", "Age(18)"),
            ("perhaps", "NoChoice"),
            ("yes please", "yes"),
            ("please", "NoChoice"),
            ("\u{301}", "NoChoice"),
            ("?", "1:unknown"),
            ("", "empty"),
            ("  ", "empty"),
        ],
    );
}

#[test]
fn options_by_a_prefix_of_their_words() {
    means(
        "status",
        &[
            ("regular", "regular"),
            ("estatus regular", "regular"),
            ("estati", "NoChoice"),
            ("estatus reg", "regular"),
            ("neither", "irregular"),
            ("ninguno", "irregular"),
            ("okenn", "irregular"),
            ("nin", "irregular"),
            ("ni", "NoChoice"),
            ("in the", "NoChoice"),
            ("in the proc", "in_process"),
            ("en proceso", "in_process"),
            ("process", "in_process"),
            ("tramite", "NoChoice"),
            ("3", "irregular"),
            ("4", "NoChoice"),
            ("irregular", "irregular"),
        ],
    );
}

#[test]
fn one_or_two_letters_choose_none() {
    means(
        "status",
        &[("n", "NoChoice"), ("e", "NoChoice"), ("en", "NoChoice"), ("est", "NoChoice"), ("reg", "regular")],
    );
}

#[test]
fn every_option_is_read_by_its_full_words_in_every_language() {
    for question in &CONTENT.questions {
        for option in &question.options {
            for lang in langs() {
                assert_eq!(meaning(&question.id, option.text.get(lang)), *option.id, "{:?}", option.text.get(lang));
            }
        }
    }
}

#[test]
fn what_is_read_is_never_withheld_or_of_another_kind() {
    for question in &CONTENT.questions {
        for text in ["1", "2", "yes", "no", "regular", "VE", "2019", "always"] {
            if let Reading::Answer(answer) = read(&CONTENT, question, None, text, today()) {
                assert!(!matches!(answer, Answer::Withheld(_)));
                let Some(value) = answer.value() else { continue };
                let again = smo_desk::rules::parse_value(&CONTENT, question, &value.to_string(), today()).unwrap();
                assert_eq!(again, answer, "{}: {text}", question.id);
            }
        }
    }
}

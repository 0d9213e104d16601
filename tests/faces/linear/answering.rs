//! From the first question to the verdict, and back.

use smo_desk::content::{Lang, Msg, Topic};
use smo_desk::rules::intake;

use super::{COLOMBIA, JOURNEYS, content, day, in_order, no_bare_verdict, only_text, reply, run_loop};

#[test]
fn a_person_is_checked_in_each_language() {
    let content = content();
    for (code, lines) in JOURNEYS {
        let lang = content.language(code).unwrap();
        let replies = run_loop(code, &lines);
        let word = |word| content.msg(word, lang);
        in_order(&replies[0], &[content.name.get(lang), "(!)", "2025.", "2024", "27", &content.languages[lang.0].name]);
        let opening = replies[0].replace('\n', " ");
        assert_eq!(opening.contains(word(Msg::NotReviewed)), code == "ht", "an unreviewed language says so");
        for (n, question) in content.questions[..6].iter().enumerate() {
            let ask = question.ask.fill(lang, &[("country", content.country("CO").unwrap().name.get(lang))]);
            // Until the country is known, every office's questions may come.
            let count = [&*(n + 1).to_string(), if n == 0 { "8" } else { "6" }];
            in_order(&replies[n], &[count[0], count[1], &ask, "1 ", "0 ", word(Msg::DontKnow), "9 "]);
        }
        let office = content.office("colombia").unwrap();
        let newest = intake::of(&content, office, day()).statements[0].statement.text.get(lang);
        let met = format!("[+] {}: {}", office.name.get(lang), word(Msg::Meets));
        let caveat = content.on(Topic::Caveat).next().unwrap().text.get(lang);
        let last = &replies[6];
        in_order(
            last,
            &[
                newest,
                &met,
                word(Msg::PromisesNothing),
                "[+]",
                "[+]",
                "[+]",
                "[+]",
                "[+]",
                word(Msg::SayThis),
                word(Msg::WhatNow),
                caveat,
            ],
        );
        no_bare_verdict(code, &replies.join("\n> "));
        only_text(&replies.join("\n"));
    }
}

#[test]
fn an_answer_says_how_it_was_understood_and_which_verdicts_changed() {
    let replies = run_loop("en", &["Côlombia", "2", "VE, cuba", "..", "may 2022"]);
    in_order(&replies[1], &["Country: Colombia", "no longer active", "[-] Costa Rica: does not meet", "[-] Guatemala"]);
    assert!(!replies[1].contains("[?]"), "what did not change is not said");
    in_order(&replies[3], &["Nationality: Cuban and Venezuelan"]);
    in_order(&replies[5], &["Came: some day in May 2022", "5 of at most 6"]);
}

#[test]
fn what_is_no_answer_says_how_to_mend_it_and_the_question_stays() {
    let before = &["co", "2", "ve"][..];
    for (typed, said) in [
        ("31 feb 2020", "There is no day 31 in February 2020."),
        ("2023-13", "There is no month 13."),
        ("0000", "There is no year 0."),
        ("1850", "Before 1900"),
        ("2030", "in the future; today is 23 November 2026"),
        ("23", "four digits"),
        ("soon", "That is not a date. Write 2019"),
        ("5", "four digits"),
        ("change", "Write \"change\" and a number from 1 to 3."),
        ("change 9", "Write \"change\" and a number from 1 to 3."),
        ("process 99", "Write \"process\" and a number from 1 to"),
        ("offices atlantis", "No such office. There are: 1 Colombia, 2 Costa Rica"),
        ("language xx", "The languages: en (English), es (Español)"),
    ] {
        let lines: Vec<&str> = before.iter().copied().chain([typed, "2019"]).collect();
        let replies = run_loop("en", &lines);
        in_order(&replies[4], &[said]);
        in_order(&replies[5], &["Came: some day in 2019", "5 of at most 6"]);
    }
    in_order(&reply("en", &["xyzzy"]), &["(!) No country has that name."]);
    in_order(&reply("en", &["co", "perhaps"]), &["(!) None of the choices."]);
}

#[test]
fn a_guess_at_a_country_is_asked_back() {
    let replies = run_loop("en", &["costa", "7", "1"]);
    in_order(&replies[1], &["Which one is meant?", "1 Costa Rica"]);
    in_order(&replies[2], &["(!) None of the choices."]);
    in_order(&replies[3], &["Country: Costa Rica"]);
    in_order(&reply("en", &["gua"]), &["Which one is meant?", "1 Guatemala", "2 "]);
    assert!(reply("en", &["gua", "1"]).contains("Country: Guatemala"));
    assert!(reply("en", &["gua", "Haiti"]).contains("Country: Haiti"), "another word is another answer");
    assert!(reply("en", &["gua", "0"]).contains("Country: don't know"));
    in_order(&reply("en", &["gua", "notices"]), &["Which one is meant?", "1 Guatemala"]);
    in_order(&reply("en", &["gua", "back"]), &["1 of at most", "In which country"]);
    in_order(&reply("en", &["co", "2", "dominican"]), &["Which one is meant?", "1 ", "2 "]);
}

#[test]
fn a_date_with_two_readings_is_asked_back() {
    let replies = run_loop("en", &["co", "2", "ve", "06/11/2022", "2"]);
    in_order(&replies[4], &["Which one is meant?", "1 6 November 2022", "2 11 June 2022"]);
    in_order(&replies[5], &["Came: 11 June 2022"]);
}

#[test]
fn a_word_that_is_also_an_answer_is_an_answer_first() {
    in_order(&reply("en", &["no"]), &["Which one is meant?", "1 Norway (NO)"]);
    assert!(reply("en", &["co", "no"]).contains("Has a case: no"));
    assert!(reply("es", &["co", "no sabe"]).contains("Tiene caso: no sabe"));
}

/// "Another person" names no other country, in any language.
#[test]
fn the_word_for_the_next_person_is_no_answer() {
    for (lang, word, stored) in [
        ("en", "next person", "Country:"),
        ("en", "another person", "Country:"),
        ("es", "otra persona", "Pa\u{ed}s:"),
        ("ht", "l\u{f2}t moun", "Peyi:"),
    ] {
        assert!(!reply(lang, &[word]).contains(stored), "{lang}: {word}");
    }
}

/// What begins with a word that commands is the command only with what that takes: a number.
#[test]
fn an_answer_that_begins_with_a_command_is_no_command() {
    let at_status = ["next", "co", "2", "ve", "1", "1"];
    for (lang, refused) in [
        ("en", ["process finished", "process is over", "here illegally", "change of status"]),
        ("es", ["proceso terminado", "aqu\u{ed} de turista", "falta un papel", "proceso largo"]),
    ] {
        let lines: Vec<&str> = at_status.into_iter().chain(refused).collect();
        for (said, line) in run_loop(lang, &lines)[at_status.len() + 1..].iter().zip(refused) {
            assert!(said.trim_start().starts_with("(!)"), "{line}: {said}");
            assert!(!said.contains("1-") && !said.contains("1 to"), "{line} is no number that is missing: {said}");
        }
    }
    let lines: Vec<&str> = at_status.into_iter().chain(["process 9"]).collect();
    assert!(
        !run_loop("en", &lines)[at_status.len() + 1].trim_start().starts_with("(!) None"),
        "with a number it is the command"
    );
}

#[test]
fn dont_know_and_prefers_not_to_say_have_words_and_digits() {
    for typed in ["unknown", "0", "pa konnen"] {
        assert!(reply("en", &["co", typed]).contains("Has a case: don't know"), "{typed}");
    }
    for typed in ["declined", "9", "no dice"] {
        assert!(reply("en", &["co", typed]).contains("Has a case: prefers not to say"), "{typed}");
    }
    let mut lines = COLOMBIA.to_vec();
    lines[4] = "declined";
    let last = reply("en", &lines);
    in_order(
        &last,
        &["[?] Colombia: cannot tell yet, 4 of 5 met", "[?] Age", "not given", "Would settle it: 18 or older"],
    );
    assert!(!last.contains(content().msg(Msg::Meets, Lang(0))));
}

#[test]
fn back_goes_back_and_stops_at_the_first_question() {
    let replies = run_loop("en", &["co", "2", "back", "back", "back", "ec"]);
    in_order(&replies[3], &["2 of at most 6", "The answer so far: no"]);
    in_order(&replies[4], &["1 of at most 6", "The answer so far: Colombia"]);
    in_order(&replies[5], &["This is the first question.", "1 of at most 6"]);
    in_order(&replies[6], &["Country: Ecuador"]);
}

#[test]
fn a_changed_answer_asks_only_what_follows_and_says_what_was() {
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["change 4", "2024", "review"]).collect();
    let replies = run_loop("en", &lines);
    in_order(&replies[7], &["When did the person first come to Colombia?", "The answer so far: some day in 2019"]);
    let changed = "[-] Colombia: does not meet, 4 of 5 met (was: meets the stated minimum)";
    in_order(&replies[8], &["Came: some day in 2024", "no longer active", changed, "(answer 4)"]);
    in_order(&replies[9], &["1 Country: Colombia", "4 Came: some day in 2024", "6 Legal status", "[-] Colombia"]);
}

#[test]
fn parked_answers_are_marked_on_the_review() {
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["change 1", "ec", "review"]).collect();
    in_order(&reply("en", &lines), &["4 18 or older", "5 Came: some day in 2019 (not used here)"]);
}

#[test]
fn undo_redo_and_the_next_person() {
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["undo", "redo", "redo", "next", "undo"]).collect();
    let replies = run_loop("en", &lines);
    in_order(&replies[7], &["Undone. \"redo\"", "[?] Colombia: cannot tell yet", "6 of at most 6"]);
    in_order(&replies[8], &["Done again.", "[+] Colombia: meets the stated minimum"]);
    in_order(&replies[9], &["Nothing to redo."]);
    in_order(&replies[10], &["Next person. \"undo\"", "1 of at most 8"]);
    in_order(&replies[11], &["The previous person is back.", "[+] Colombia: meets the stated minimum"]);
    no_bare_verdict("en", &replies.join("\n> "));
    in_order(&reply("en", &["undo"]), &["Nothing to undo."]);
}

#[test]
fn for_the_record_the_rest_is_asked_too() {
    let replies = run_loop("en", &["co", "2", "PE", "record", "2019"]);
    in_order(&replies[3], &["[-] Colombia: does not meet"]);
    in_order(&replies[4], &["When did the person first come"]);
    in_order(&replies[5], &["Is the person 18 or older"]);
}

#[test]
fn the_language_changes_in_the_middle() {
    let replies = run_loop("en", &["co", "language es", "no", "lang kreyol ayisyen", "idioma english"]);
    in_order(&replies[2], &["Español", "¿La persona ya tiene un caso"]);
    in_order(&replies[3], &["Tiene caso: no"]);
    in_order(&replies[4], &["Lang: Kreyòl ayisyen", "Moun ki pale", "3 sou 6"]);
    in_order(&replies[5], &["English", "3 of at most 6"]);
}

#[test]
fn enter_alone_says_it_again() {
    let replies = run_loop("en", &["co", ""]);
    assert!(replies[1].ends_with(&replies[2]), "{replies:?}");
}

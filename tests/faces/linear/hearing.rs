//! What people type, heard in lines as everywhere.

use super::{in_order, reply, run_loop};

/// Typed for the country, for the nationality, for the arrival, and how each is said back.
const PEOPLE: [([&str; 3], [&str; 3]); 5] = [
    (
        ["COL", "VE y CO", "el 11 de junio de 2023"],
        ["Country: Colombia", "Colombian and Venezuelan", "Came: 11 June 2023"],
    ),
    (
        ["Kolonbi", "ayisyenn", "avan 2023"],
        ["Country: Colombia", "Nationality: Haitian", "on or before 31 December 2022"],
    ),
    (["colombia.", "venezolano/a", "2019-2020"], ["Country: Colombia", "Venezuelan", "some day from 2019 to 2020"]),
    (
        ["Colombie", "espa\u{f1}ola, VE", "nacida en Colombia"],
        ["Country: Colombia", "Spain (ES) and Venezuelan", "born"],
    ),
    (["CO", "ha\u{ef}tienne", "11//2023"], ["Country: Colombia", "Nationality: Haitian", "some day in 2023"]),
];

#[test]
fn answers_are_heard_and_said_back() {
    for (typed, said) in PEOPLE {
        let [country, nationality, arrived] = typed;
        let replies = run_loop("en", &[country, "2", nationality, arrived]);
        for (reply, said) in [&replies[1], &replies[3], &replies[4]].into_iter().zip(said) {
            in_order(reply, &[said]);
        }
    }
}

#[test]
fn what_can_be_several_is_asked() {
    for (typed, first, second) in
        [("h", "1 Haitian", "2 Honduran"), ("gu", "1 Guatemalan", "Guam (GU)"), ("c", "1 Cuban", "2 ")]
    {
        in_order(&reply("en", &["co", "2", typed]), &["Which one is meant?", first, second]);
    }
    in_order(
        &reply("en", &["co", "2", "ve", "11/12/2026"]),
        &["Which one is meant?", "1 11 December 2026: not possible", "2 12 November 2026"],
    );
    in_order(&reply("en", &["co", "2", "ve", "11/12/2026", "1"]), &["That is in the future"]);
    in_order(&reply("en", &["co", "2", "ve", "11/12/2026", "2"]), &["Came: 12 November 2026"]);
}

#[test]
fn a_refusal_names_its_cause() {
    let table = [
        ("31 feb 2023", "no day 31"),
        ("11 june", "year is missing"),
        ("around 2019", "Too vague"),
        ("2027", "in the future"),
        ("11 xyz 2023", "The month is missing or not known"),
        ("2020-2019", "ends before"),
    ];
    for (typed, said) in table {
        in_order(&reply("en", &["co", "2", "ve", typed]), &["(!)", said]);
    }
    in_order(&reply("en", &["co", "2", "VE, atlantis"]), &["(!)", "\"atlantis\""]);
    in_order(&reply("es", &["co", "2", "NI,stateless"]), &["(!)", "Sin nacionalidad"]);
}

/// The offered words, and others for them, are the answer itself at every question.
#[test]
fn dont_know_and_declined_are_answers_at_once() {
    for typed in ["don't know", "no s\u{e9}", "pa konnen", "m pa konnen"] {
        in_order(&reply("en", &["co", "2", typed]), &["Nationality: don't know"]);
    }
    for typed in ["prefers not to say", "prefiere no decir", "pito pa di"] {
        in_order(&reply("en", &["co", "2", typed]), &["Nationality: prefers not to say"]);
    }
}

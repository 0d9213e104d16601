//! What is kept of answers, and what is put aside.

use smo_desk::content::{Content, PartialDate};
use smo_desk::rules::{Answer, Answers, Interval, Value, Verdict, assess};

use crate::made_up::{answers, content, day};

fn change(content: &Content, answers: &mut Answers, fact: &str, value: &str) {
    let question = content.question(fact).unwrap();
    let answer = smo_desk::rules::parse_value(content, question, value, crate::made_up::today()).unwrap();
    answers.set(content, question, answer);
}

fn said(answers: &Answers, fact: &str) -> Option<String> {
    answers.value(fact).map(ToString::to_string)
}

#[test]
fn another_country_parks_what_was_said_of_the_stay_and_the_same_one_restores_it() {
    let content = content();
    let mut answers = answers(&content, "land=AA came=2020 papers=full origin=XX grown=yes");
    change(&content, &mut answers, "land", "BB");
    assert_eq!((said(&answers, "came"), said(&answers, "papers")), (None, None));
    assert_eq!((said(&answers, "origin").unwrap(), said(&answers, "grown").unwrap()), ("XX".into(), "yes".into()));
    let parked: Vec<_> = answers.parked().map(|(country, id, _)| (&**country, &**id)).collect();
    assert_eq!(parked, [("AA", "came"), ("AA", "papers")]);

    change(&content, &mut answers, "came", "2028");
    change(&content, &mut answers, "land", "AA");
    assert_eq!((said(&answers, "came").unwrap(), said(&answers, "papers").unwrap()), ("2020".into(), "full".into()));
    change(&content, &mut answers, "land", "BB");
    assert_eq!(said(&answers, "came").unwrap(), "2028");
}

#[test]
fn the_same_country_again_parks_nothing() {
    let content = content();
    let mut answers = answers(&content, "land=AA came=2020");
    change(&content, &mut answers, "land", "aa");
    assert_eq!(said(&answers, "came").unwrap(), "2020");
    let land = content.question("land").unwrap();
    answers.set(&content, land, Answer::Withheld(Value::Country("AA".into())));
    assert_eq!((said(&answers, "came").unwrap(), answers.parked().count()), ("2020".into(), 0));
}

#[test]
fn a_country_taken_back_parks_and_a_country_given_late_keeps_what_was_said_of_the_stay() {
    let content = content();
    let mut answers = answers(&content, "came=2020 land=AA papers=full");
    assert_eq!(said(&answers, "came").unwrap(), "2020");
    answers.remove(&content, content.question("land").unwrap());
    assert_eq!((said(&answers, "came"), answers.parked().count()), (None, 2));
    change(&content, &mut answers, "came", "2027");
    change(&content, &mut answers, "land", "AA");
    assert_eq!(said(&answers, "came").unwrap(), "2027", "what was said last stands");
    assert_eq!(said(&answers, "papers").unwrap(), "full");
    change(&content, &mut answers, "land", "unknown");
    assert_eq!(said(&answers, "papers"), None);
}

#[test]
fn a_parked_answer_is_never_evaluated() {
    let content = content();
    let mut answers = answers(&content, "land=AA came=2029");
    change(&content, &mut answers, "land", "BB");
    let finding = assess(&content, &answers);
    assert_eq!(finding.office("bb").unwrap().verdict, Verdict::Unclear);
    assert!(finding.office("bb").unwrap().missing.iter().any(|question| *question.id == *"came"));
    assert_eq!(finding.office("bb").unwrap().requirements[1].tests[0].answer, None);
}

#[test]
fn dates_are_written_as_they_were_said() {
    let given = [
        Interval::from(PartialDate::Year(2019)),
        Interval::from(PartialDate::Month(2023, 5)),
        Interval::on(day("2023-05-30")),
        Interval::until(day("2023-06-11")),
        Interval::since(day("2023-06-12")),
        Interval::always(),
    ];
    let written = given.map(|interval| interval.to_string());
    assert_eq!(written, ["2019", "2023-05", "2023-05-30", "..2023-06-11", "2023-06-12..", "always"]);
}

#[test]
fn a_year_is_not_cut_at_the_day_of_asking() {
    let content = content();
    let answers = answers(&content, "came=2030");
    let Some(Value::Date(interval)) = answers.value("came") else { panic!("a date") };
    assert_eq!((interval.earliest, interval.latest), (Some(day("2030-01-01")), Some(day("2030-12-31"))));
}

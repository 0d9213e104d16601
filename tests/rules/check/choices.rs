//! The numbered answers of every question.

use chrono::{Days, NaiveDate};
use smo_desk::check::choice::cutoff;
use smo_desk::check::{Check, choices};
use smo_desk::content::{Boundary, Content, FactKind};
use smo_desk::rules::{Answer, Interval, OTHER, RequirementFinding, StatedDate, Value, Verdict, assess};
use std::sync::Arc;

use super::person::{CONTENT, is_date, list, meaning, offered, office, question, today};
use crate::made_up::{Maker, cutoff as wanted};

/// What an answer to a question does to the requirement of an office that tests it.
fn judged(content: &Content, office: &str, question: &str, answer: Answer) -> Verdict {
    let office = content.office(office).unwrap();
    let mut check = Check::new(&CONTENT);
    let place = content.questions.iter().find(|q| q.kind == FactKind::Country).unwrap();
    check.answer(content, place, Answer::Known(Value::Country(office.country.id.clone())), today());
    check.answer(content, content.question(question).unwrap(), answer, today());
    let found = assess(content, check.answers());
    let finding = found.office(&office.id).unwrap();
    let tests = |r: &&RequirementFinding| r.tests.iter().any(|test| *test.question.id == *question);
    finding.requirements.iter().find(tests).unwrap().tests.iter().find(|t| *t.question.id == *question).unwrap().verdict
}

fn covers(interval: &Interval, day: NaiveDate) -> bool {
    interval.earliest.is_none_or(|first| first <= day) && interval.latest.is_none_or(|last| day <= last)
}

/// The sides of every cutoff of a content; how many cutoffs there were.
fn check_sides(content: &Content) -> usize {
    let mut seen = 0;
    for office in &content.offices {
        for question in content.questions.iter().filter(|question| is_date(question.kind)) {
            let offered = choices(content, question, Some(office), "");
            let Some(cutoff) = cutoff(office, question) else {
                assert!(offered.iter().all(|choice| choice.side.is_none()));
                continue;
            };
            seen += 1;
            assert_eq!(offered[0].side, Some((cutoff, true)));
            assert_eq!(offered[1].side, Some((cutoff, false)));
            assert!(offered[2..].iter().all(|choice| choice.side.is_none()));
            let side = |n: usize| match &offered[n].answer {
                Answer::Known(Value::Date(interval)) => *interval,
                other => panic!("no date: {other:?}"),
            };
            let around = (0..60).map(|n| cutoff.date - Days::new(30) + Days::new(n));
            for day in around.chain([NaiveDate::MIN, NaiveDate::MAX]) {
                let sides = [side(0), side(1)].map(|side| covers(&side, day));
                assert!(sides[0] != sides[1], "{}: {day} is on {sides:?}", office.id);
            }
            assert_eq!(judged(content, &office.id, &question.id, offered[0].answer.clone()), Verdict::Met);
            assert_eq!(judged(content, &office.id, &question.id, offered[1].answer.clone()), Verdict::NotMet);
        }
    }
    seen
}

#[test]
fn the_sides_of_a_cutoff_share_no_day_leave_none_out_and_pass_and_fail() {
    assert_eq!(check_sides(&CONTENT), 5, "four arrivals and a registration");
    let boundaries = [Boundary::OnOrBefore, Boundary::Before, Boundary::OnOrAfter, Boundary::After];
    for boundary in boundaries {
        let maker = Maker::new();
        let mut content = maker.content();
        let rule = maker.test("came", wanted(boundary, "2024-02-29"));
        let rules = vec![("presence", "presence", rule)];
        content.offices = vec![maker.office("AA", Vec::new(), rules)];
        assert_eq!(check_sides(&content), 1);
    }
}

#[test]
fn two_cutoffs_on_one_fact_offer_no_sides() {
    let maker = Maker::new();
    let content = maker.content();
    let came = |date| maker.test("came", wanted(Boundary::OnOrBefore, date));
    let presence = "presence";
    let office =
        maker.office("AA", Vec::new(), vec![("a", presence, came("2024-01-01")), ("b", presence, came("2025-01-01"))]);
    let question = content.question("came").unwrap();
    assert_eq!(list(&choices(&content, question, Some(&office), "")), "1:always 0:unknown 9:declined");
}

#[test]
fn every_question_offers_its_answers_by_digit() {
    let colombia = Some(office("colombia"));
    let table = [
        ("country", "1:CO 2:CR 3:EC 4:GT 5:other 0:unknown 9:declined"),
        ("existing_case", "1:yes 2:no 0:unknown 9:declined"),
        ("nationality", "1:NI 2:VE 3:CU 4:HT 5:CO 6:EC 7:GT 8:HN SV other stateless 0:unknown 9:declined"),
        ("arrived", "1:..2023-06-11 2:2023-06-12.. 3:always 0:unknown 9:declined"),
        ("adult", "1:yes 2:no 0:unknown 9:declined"),
        ("status", "1:regular 2:in_process 3:irregular 0:unknown 9:declined"),
        ("asylum_registered", "1:no 0:unknown 9:declined"),
    ];
    for (id, expected) in table {
        assert_eq!(list(&choices(&CONTENT, question(id), colombia, "")), expected, "{id}");
    }
    let registered = choices(&CONTENT, question("asylum_registered"), Some(office("ecuador")), "");
    assert_eq!(list(&registered), "1:..2023-10-18 2:2023-10-19.. 3:no 0:unknown 9:declined");
    let arrived = |office: &str| offered("arrived", CONTENT.office(office).map(AsRef::as_ref), "")[..2].join(" ");
    assert_eq!(arrived("guatemala"), "..2024-07-15 2024-07-16..");
    assert_eq!(arrived("costa-rica"), "..2023-06-12 2023-06-13..");
    assert_eq!(arrived("ecuador"), "..2023-10-18 2023-10-19..");
    assert_eq!(offered("arrived", None, ""), ["always", "unknown", "declined"]);
}

#[test]
fn a_digit_typed_alone_is_the_choice_that_shows_it() {
    for question in &CONTENT.questions {
        let offered = choices(&CONTENT, question, Some(office("colombia")), "");
        let mut keys: Vec<char> = offered.iter().filter_map(|choice| choice.key).collect();
        for choice in &offered {
            let Some(key) = choice.key else { continue };
            let one = smo_desk::check::Choice { key: None, ..choice.clone() };
            assert_eq!(meaning(&question.id, &format!(" {key} ")), list(&[one]), "{} {key}", question.id);
        }
        keys.sort_unstable();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count, "a digit twice: {}", question.id);
        assert!(keys.starts_with(&['0', '1']) && keys.ends_with(&['9']));
        let free = ('1'..='8').find(|key| !keys.contains(key));
        if let Some(key) = free {
            assert!(meaning(&question.id, &key.to_string()).contains("No"), "{} {key}", question.id);
        }
    }
}

#[test]
fn what_is_typed_leaves_no_room_for_not_answering() {
    let any = |answer: &Answer| matches!(answer, Answer::DontKnow | Answer::Declined);
    for question in &CONTENT.questions {
        assert_eq!(choices(&CONTENT, question, None, "").iter().filter(|c| any(&c.answer)).count(), 2);
        assert!(!choices(&CONTENT, question, None, "x").iter().any(|choice| any(&choice.answer)));
    }
}

#[test]
fn born_here_is_an_answer_that_meets_every_day_before() {
    let always = Answer::Known(Value::Date(Interval::always()));
    for office in ["colombia", "costa-rica", "ecuador", "guatemala"] {
        assert_eq!(judged(&CONTENT, office, "arrived", always.clone()), Verdict::Met, "{office}");
    }
    assert!(matches!(always, Answer::Known(Value::Date(Interval { stated: StatedDate::Always, .. }))));
}

#[test]
fn a_country_outside_the_offices_is_among_the_choices() {
    let content: &Arc<Content> = &CONTENT;
    let land = choices(content, question("country"), None, "");
    assert!(land.iter().any(|choice| choice.answer == Answer::Known(Value::Country(OTHER.into()))));
}

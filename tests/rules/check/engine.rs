//! Back, review, change: by focus, each for what it is for.

use smo_desk::check::Check;
use smo_desk::rules::{Answer, Value, Verdict};

use super::person::{CONTENT, answer, answers, at, filled, question, today};

const MET: &str = "country=CO existing_case=no nationality=VE arrived=2019 adult=yes status=regular";

fn change(check: &mut Check, fact: &str) {
    let (id, value) = fact.split_once('=').unwrap();
    check.put(question(id));
    check.answer(&CONTENT, question(id), answer(id, value), today());
}

/// The questions that back leads through, from the current one to the first.
fn way_back(check: &mut Check) -> Vec<String> {
    let mut way = Vec::new();
    while check.back(&CONTENT) {
        way.push(at(check).to_owned());
        assert!(way.len() < 20, "back ends: {way:?}");
    }
    way
}

fn used(check: &Check) -> String {
    let facts: Vec<String> =
        check.answers().iter().map(|(id, answer)| format!("{id}={}", answer.value().unwrap())).collect();
    facts.join(" ")
}

fn parked(check: &Check) -> Vec<&str> {
    check.answered(&CONTENT).into_iter().filter(|a| a.parked).map(|a| &*a.question.id).collect()
}

#[test]
fn back_goes_through_the_answers_and_loses_none() {
    let mut check = filled(MET);
    let before = check.answers().clone();
    assert_eq!(way_back(&mut check), ["status", "adult", "arrived", "nationality", "existing_case", "country"]);
    assert!(!check.back(&CONTENT), "the first question stays at hand");
    assert_eq!(at(&check), "country");
    assert_eq!(*check.answers(), before);
    check.go_on(&CONTENT, today());
    assert_eq!(at(&check), "");
}

#[test]
fn back_from_the_middle_leads_to_the_answer_just_given() {
    let mut check = filled("country=CO existing_case=no nationality=VE");
    assert_eq!(at(&check), "arrived");
    assert_eq!(way_back(&mut check), ["nationality", "existing_case", "country"]);
    let mut nothing = Check::new(&CONTENT);
    nothing.go_on(&CONTENT, today());
    assert!(!nothing.back(&CONTENT));
}

#[test]
fn back_after_a_change_of_country_passes_over_what_is_not_used_there() {
    let mut check = filled(MET);
    change(&mut check, "country=EC");
    assert_eq!(at(&check), "arrived", "what was said of the stay in the other country is not used");
    assert_eq!(parked(&check), ["arrived", "status"]);
    check.answer(&CONTENT, question("arrived"), answer("arrived", "2020"), today());
    assert_eq!(at(&check), "regularization");
    assert_eq!(way_back(&mut check), ["adult", "arrived", "nationality", "existing_case", "country"]);
}

#[test]
fn facts_given_at_once_are_gone_back_through_in_asking_order() {
    let mut check = Check::with_answers(&CONTENT, answers(MET));
    assert_eq!(way_back(&mut check), ["status", "adult", "arrived", "nationality", "existing_case", "country"]);
}

#[test]
fn another_country_and_back_brings_the_answers_back() {
    let mut check = filled(MET);
    let before = check.answers().clone();
    change(&mut check, "country=EC");
    assert_eq!(used(&check), "adult=yes country=EC existing_case=no nationality=VE");
    change(&mut check, "country=CO");
    assert_eq!(*check.answers(), before);
    assert_eq!((at(&check), parked(&check)), ("", Vec::new()));
    change(&mut check, "country=unknown");
    assert_eq!(parked(&check), ["arrived", "status"]);
    change(&mut check, "country=CO");
    assert_eq!(*check.answers(), before);
}

#[test]
fn answers_parked_in_several_countries_each_come_back_to_their_own() {
    let mut check = filled(MET);
    change(&mut check, "country=GT");
    change(&mut check, "arrived=2020");
    change(&mut check, "country=CR");
    change(&mut check, "arrived=2021");
    let arrived = |check: &Check| check.answers().value("arrived").map(Value::to_string);
    for (country, expected) in [("CO", "2019"), ("GT", "2020"), ("CR", "2021"), ("GT", "2020")] {
        change(&mut check, &format!("country={country}"));
        assert_eq!(arrived(&check).as_deref(), Some(expected), "{country}");
    }
    change(&mut check, "country=EC");
    assert_eq!(arrived(&check), None);
}

#[test]
fn a_change_marks_what_the_verdicts_were() {
    let mut check = filled(MET);
    assert_eq!(check.previous("colombia"), None, "nothing was changed");
    change(&mut check, "arrived=2024");
    assert_eq!(check.previous("colombia"), Some(Verdict::Met));
    change(&mut check, "arrived=2024");
    assert_eq!(check.previous("colombia"), Some(Verdict::Met), "the same answer again changes nothing");
    change(&mut check, "arrived=2019");
    assert_eq!(check.previous("colombia"), Some(Verdict::NotMet));
}

#[test]
fn marks_stay_while_what_a_change_made_needed_is_answered() {
    let mut check = filled(MET);
    change(&mut check, "country=EC");
    for (id, value) in [("arrived", "2020"), ("regularization", "yes")] {
        assert_eq!(at(&check), id);
        check.answer(&CONTENT, question(id), answer(id, value), today());
    }
    assert_eq!(at(&check), "");
    assert_eq!(check.previous("colombia"), Some(Verdict::Met));
    assert_eq!(check.previous("ecuador"), Some(Verdict::NotMet));
}

#[test]
fn a_slip_mended_on_the_way_leaves_no_marks_at_the_end() {
    let mut check = filled("country=CR");
    change(&mut check, "country=CO");
    assert_eq!(check.previous("costa-rica"), Some(Verdict::Unclear));
    for fact in MET.split(' ').skip(1) {
        assert_eq!(at(&check), fact.split('=').next().unwrap());
        change(&mut check, fact);
    }
    assert_eq!((at(&check), check.previous("colombia")), ("", None));
}

#[test]
fn review_and_put_change_nothing() {
    let mut check = filled("country=CO existing_case=no");
    let before = check.answers().clone();
    check.review();
    assert_eq!(at(&check), "");
    check.put(question("existing_case"));
    assert_eq!(at(&check), "existing_case");
    check.go_on(&CONTENT, today());
    assert_eq!(at(&check), "nationality");
    assert_eq!(*check.answers(), before);
}

#[test]
fn a_person_who_has_only_parked_answers_has_answered() {
    let mut check = Check::new(&CONTENT);
    assert!(check.is_empty());
    check.answer(&CONTENT, question("country"), Answer::DontKnow, today());
    assert!(!check.is_empty(), "not knowing is an answer");
    let mut parked = smo_desk::rules::Answers::default();
    parked.park("CO".into(), "arrived".into(), answer("arrived", "2019"));
    assert!(!Check::with_answers(&CONTENT, parked).is_empty());
}

#[test]
fn the_rule_that_needs_an_answer_is_the_offices_own() {
    let check = filled(MET);
    let needed = |check: &Check, id: &str| check.needed_by(&CONTENT, question(id)).map(|r| r.id.to_string());
    assert_eq!(needed(&check, "arrived").as_deref(), Some("colombia.presence"));
    assert_eq!(needed(&check, "country").as_deref(), Some("colombia.place"));
    assert_eq!(needed(&check, "regularization"), None);
    assert_eq!(needed(&check, "existing_case"), None);
    assert_eq!(needed(&filled("country=EC"), "asylum_registered").as_deref(), Some("ecuador.registration"));
    assert_eq!(needed(&filled("country=MX"), "arrived"), None);
}

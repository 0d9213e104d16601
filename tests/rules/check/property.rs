//! Whatever is done in whatever order, the engine agrees with its model, and nothing is lost.

use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::check::{Check, choices};
use smo_desk::content::{CheckPart, Content, FactKind, Lang, Question};
use smo_desk::desk::{Action, Change, Desk, Outcome};
use smo_desk::rules::{Answer, Value, assess};
use std::sync::Arc;

use super::model::Person;
use super::person::{CONTENT, answer, at, question, today};
use crate::made_up;

/// Something that a person at the form does.
#[derive(Debug, Clone)]
enum Act {
    Answer(Index),
    Change(Index, Index),
    Back,
    Undo,
    Redo,
    Review,
    GoOn,
    Record,
    Next,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = prop_oneof![
        12 => any::<Index>().prop_map(Act::Answer),
        4 => any::<(Index, Index)>().prop_map(|(question, answer)| Act::Change(question, answer)),
        2 => Just(Act::Back),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Review),
        1 => Just(Act::GoOn),
        1 => Just(Act::Record),
        1 => Just(Act::Next),
    ];
    prop::collection::vec(one, 1..24)
}

/// Everything that a question offers, and some dates besides.
fn sayings(content: &Content, check: &Check, question: &Question) -> Vec<Answer> {
    let office = check.office(content).map(AsRef::as_ref);
    let mut all: Vec<Answer> = choices(content, question, office, "").into_iter().map(|c| c.answer).collect();
    match question.kind {
        FactKind::Date | FactKind::DateOrNo => {
            let dates = ["2019", "2023", "2023-06", "2024-07-16", "2025-06-11", "2026"];
            all.extend(dates.iter().map(|d| {
                let date: smo_desk::content::PartialDate = d.parse().unwrap();
                Answer::Known(Value::Date(date.into()))
            }));
        }
        FactKind::Country => all.push(Answer::Known(Value::Country("MX".into()))),
        FactKind::Countries => all.push(Answer::Known(Value::Countries(["CU".into(), "XX".into()].into()))),
        FactKind::Number | FactKind::Period => all.extend([0, 17, 18].map(|n| Answer::Known(Value::Number(n)))),
        FactKind::YesNo | FactKind::OneOf => {}
    }
    let withheld = all.iter().find_map(Answer::value).cloned().map(Answer::Withheld);
    all.extend(withheld);
    all
}

fn agree(content: &Content, check: &Check, person: &Person) {
    let answers: Vec<(String, Answer)> = check.answers().iter().map(|(id, a)| (id.to_string(), a.clone())).collect();
    assert_eq!(answers, person.answers.clone().into_iter().collect::<Vec<_>>());
    let aside: Vec<((String, String), Answer)> =
        check.answers().parked().map(|(c, q, a)| ((c.to_string(), q.to_string()), a.clone())).collect();
    assert_eq!(aside, person.aside.clone().into_iter().collect::<Vec<_>>());
    assert_eq!(check.is_for_record(), person.for_record);
    let next = check.next(content, today()).map(|question| &question.id);
    assert_eq!(next, person.next(content).map(|question| &question.id), "after {answers:?}");
    if let Some(question) = check.at() {
        let (n, of) = check.count(content, question, today());
        assert!(1 <= n && n <= of, "{n} of at most {of}");
    }
}

/// Does one thing to both; says whether it was a forward answer.
fn act(content: &Content, act: &Act, desk: &mut Desk, person: &mut Person, past: &mut (Vec<Person>, Vec<Person>)) {
    let mut say = |desk: &mut Desk, question: &Question, pick: &Index| {
        let answer = pick.get(&sayings(content, desk.check(), question)).clone();
        let (before, check) = (person.clone(), desk.check().clone());
        person.say(content, question, answer.clone());
        desk.apply(Action::Answer(question.id.clone(), answer));
        remember(before, *desk.check() != check, past);
    };
    match act {
        Act::Answer(pick) => {
            if let Some(question) = desk.question().cloned() {
                say(desk, &question, pick);
            }
        }
        Act::Change(which, pick) => {
            let minimum: Vec<_> = content.questions.iter().filter(|q| q.part == CheckPart::Minimum).cloned().collect();
            let question = Arc::clone(which.get(&minimum));
            desk.apply(Action::Put(question.id.clone()));
            say(desk, &question, pick);
        }
        Act::Back => {
            let before = desk.question().map_or(usize::MAX, |question| question.order);
            if desk.apply(Action::Back) == Outcome::Done {
                assert!(desk.question().unwrap().order < before, "back goes back");
            }
        }
        Act::Undo => {
            assert_eq!(desk.apply(Action::Undo) != Outcome::NothingToUndo, !past.0.is_empty());
            if let Some(before) = past.0.pop() {
                past.1.push(std::mem::replace(person, before));
            }
        }
        Act::Redo => {
            assert_eq!(desk.apply(Action::Redo) != Outcome::NothingToRedo, !past.1.is_empty());
            if let Some(after) = past.1.pop() {
                past.0.push(std::mem::replace(person, after));
            }
        }
        Act::Review => drop(desk.apply(Action::Review)),
        Act::GoOn => drop(desk.apply(Action::GoOn)),
        Act::Record => {
            let (before, check) = (person.clone(), desk.check().clone());
            person.for_record = true;
            desk.apply(Action::ForRecord);
            remember(before, *desk.check() != check, past);
        }
        Act::Next => {}
    }
}

/// What changes something can be undone, and ends what could be redone.
fn remember(before: Person, changed: bool, past: &mut (Vec<Person>, Vec<Person>)) {
    if changed {
        past.0.push(before);
        past.1.clear();
    }
}

fn plays(content: &Arc<Content>, acts: &[Act]) {
    let new = || Desk::new(Arc::clone(content), Lang(0), today());
    let (mut desk, mut person, mut past) = (new(), Person::default(), (Vec::new(), Vec::new()));
    desk.apply(Action::GoOn);
    for one in acts {
        if matches!(one, Act::Next) {
            (desk, person, past) = (new(), Person::default(), (Vec::new(), Vec::new()));
            desk.apply(Action::GoOn);
        }
        act(content, one, &mut desk, &mut person, &mut past);
        agree(content, desk.check(), &person);
        // Undo then redo is the identity, wherever it is done.
        let before = desk.check().clone();
        if desk.apply(Action::Undo) != Outcome::NothingToUndo {
            assert_eq!(desk.apply(Action::Redo), Outcome::Redone(Change::Answer));
            assert_eq!(*desk.check(), before);
        }
    }
    while desk.apply(Action::Undo) != Outcome::NothingToUndo {}
    let check = desk.check();
    assert!(check.is_empty() && check.answers().is_empty());
    assert!(content.offices.iter().all(|office| check.previous(&office.id).is_none()));
    desk.apply(Action::GoOn);
    let mut fresh = Check::new(content);
    fresh.go_on(content, today());
    assert_eq!(desk.check().at(), fresh.at());
}

/// Answers forward from nothing; the count on the way, and how many questions it took.
fn forward(content: &Content, picks: &[Index]) -> (Check, Vec<(usize, usize)>) {
    let mut check = Check::new(content);
    check.go_on(content, today());
    let mut counts = Vec::new();
    for pick in picks.iter().cycle() {
        let Some(question) = check.at().cloned() else { break };
        let found = assess(content, check.answers());
        let changes = found.offices.iter().any(|office| office.missing.contains(&question));
        assert!(changes || question.while_closed, "{} changes nothing", question.id);
        assert!(check.answers().get(&question.id).is_none(), "{} is asked twice", question.id);
        counts.push(check.count(content, &question, today()));
        let answer = pick.get(&sayings(content, &check, &question)).clone();
        check.answer(content, &question, answer, today());
        assert!(content.offices.iter().all(|office| check.previous(&office.id).is_none()), "a mark without a change");
    }
    (check, counts)
}

fn counted(content: &Content, picks: &[Index]) {
    let (check, counts) = forward(content, picks);
    for (n, (at, _)) in counts.iter().enumerate() {
        assert_eq!(*at, n + 1, "{counts:?}");
    }
    assert!(counts.windows(2).all(|pair| pair[1].1 <= pair[0].1), "the most only shrinks: {counts:?}");
    assert!(counts.iter().all(|(_, most)| counts.len() <= *most), "{counts:?}");
    if check.office(content).is_some() {
        assert!(counts.len() <= 6 && counts[1..].iter().all(|(_, most)| *most <= 6), "{counts:?}");
    }
}

/// Another country and back gives everything back.
fn there_and_back(content: &Content, picks: &[Index], to: Index) {
    let (mut check, _) = forward(content, picks);
    let before = check.answers().clone();
    let place = content.questions.iter().find(|question| question.kind == FactKind::Country).unwrap();
    let home = before.get(&place.id).unwrap().clone();
    let offices: Vec<&str> = content.offices.iter().map(|office| &*office.country.id).collect();
    let away: Vec<&str> = offices.into_iter().chain(["MX", "other"]).collect();
    check.answer(content, place, Answer::Known(Value::Country((*to.get(&away)).into())), today());
    check.review();
    check.back(content);
    check.answer(content, place, home, today());
    for (id, answer) in before.iter() {
        let kept = check.answers().get(id) == Some(answer);
        let aside = check.answers().parked().any(|(_, parked, kept)| parked == id && kept == answer);
        assert!(kept || aside, "{id} is lost");
    }
    if before.country(content).is_some() {
        assert_eq!(*check.answers(), before);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_agrees_with_its_model_on_the_real_content(acts in acts()) {
        plays(&CONTENT, &acts);
    }

    #[test]
    fn the_engine_agrees_with_its_model_on_made_up_content(acts in acts()) {
        plays(&Arc::new(made_up::content()), &acts);
    }

    #[test]
    fn the_count_holds(picks in prop::collection::vec(any::<Index>(), 8)) {
        counted(&CONTENT, &picks);
        counted(&made_up::content(), &picks);
    }

    #[test]
    fn changing_country_and_back_loses_nothing(picks in prop::collection::vec(any::<Index>(), 8), to in any::<Index>()) {
        there_and_back(&CONTENT, &picks, to);
    }
}

#[test]
fn without_a_country_the_count_does_not_grow() {
    let mut check = Check::new(&CONTENT);
    check.go_on(&CONTENT, today());
    let mut counts = Vec::new();
    while !at(&check).is_empty() {
        let id = at(&check).to_owned();
        counts.push(check.count(&CONTENT, question(&id), today()));
        check.answer(&CONTENT, question(&id), Answer::DontKnow, today());
    }
    let expected: Vec<(usize, usize)> = (1..=8).map(|n| (n, 8)).collect();
    assert_eq!(counts, expected);
    let mut known = Check::new(&CONTENT);
    known.answer(&CONTENT, question("country"), answer("country", "CO"), today());
    assert_eq!(known.count(&CONTENT, question("existing_case"), today()), (2, 6));
}

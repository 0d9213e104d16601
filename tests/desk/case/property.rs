//! Any record comes back from the disk as it was; no value that is withheld gets there.

use super::script::{holder, now, open};
use crate::play::disk::Model;
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use smo_desk::case::{Draft, Record, StoredAnswer, StoredMove, StoredRelative, StoredVerdict, Summary};
use smo_desk::content::{Content, FactKind, Id, Question};
use smo_desk::rules::{Answer, Answers, Interval, OTHER, Value, Verdict, assess};
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> = LazyLock::new(|| Content::embedded().unwrap());

fn said() -> impl Strategy<Value = StoredAnswer> {
    (any::<Option<String>>(), any::<String>(), any::<String>()).prop_map(|(country, fact, value)| StoredAnswer {
        country,
        fact,
        value,
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..40_000).prop_map(|days| NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(days))
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![Just(Verdict::Met), Just(Verdict::NotMet), Just(Verdict::Unclear)]
}

prop_compose! {
    fn answers()(answers in vec(said(), 0..6), parked in vec(said(), 0..3), unread in vec(said(), 0..3))
        -> (Vec<StoredAnswer>, Vec<StoredAnswer>, Vec<StoredAnswer>) {
        (answers, parked, unread)
    }
}

prop_compose! {
    fn record()(
        (answers, parked, unread) in answers(),
        withheld in vec(any::<String>(), 0..3),
        draft in proptest::option::of((any::<String>(), any::<String>())),
        items in vec(any::<String>(), 0..3),
        family in vec((any::<String>(), any::<bool>()), 0..3),
        place in vec((any::<String>(), date()), 0..4),
        verdicts in vec((any::<String>(), verdict()), 0..4),
        [kept, finished, for_record] in any::<[bool; 3]>(),
        at in any::<Option<String>>(),
        check_code in any::<String>(),
        changed in date(),
    ) -> Record {
        let mut record = Record::new("K7Q2".parse().unwrap(), now());
        record.touch(changed.and_hms_milli_opt(23, 59, 59, 999).unwrap());
        (record.answers, record.parked, record.unread) = (answers, parked, unread);
        (record.withheld, record.items, record.at, record.check_code) = (withheld, items, at, check_code);
        (record.kept, record.finished, record.for_record) = (kept, finished, for_record);
        record.draft = draft.map(|(question, text)| Draft { question, text });
        record.family = family.into_iter().map(|(relation, ready)| StoredRelative { relation, ready }).collect();
        record.place = place.into_iter().map(|(step, date)| StoredMove { step, date }).collect();
        record.verdicts = verdicts.into_iter().map(|(office, verdict)| StoredVerdict { office, verdict }).collect();
        record
    }
}

/// An answer to a question, made from a number.
fn answer(question: &Question, seed: u32) -> Answer {
    let country = |n: u32| CONTENT.codes[n as usize % CONTENT.codes.len()].clone();
    let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(u64::from(seed % 27_000));
    let known = match (question.kind, seed % 7) {
        (_, 0) => return Answer::DontKnow,
        (_, 1) => return Answer::Declined,
        (FactKind::YesNo, n) => Value::YesNo(n % 2 == 0),
        (FactKind::OneOf, _) => Value::Choice(question.options[seed as usize % question.options.len()].id.clone()),
        (FactKind::Country, 2) => Value::Country(OTHER.into()),
        (FactKind::Country, n) => {
            Value::Country(if n < 5 { country(seed) } else { CONTENT.offices[0].country.id.clone() })
        }
        (FactKind::Countries, 2) => Value::Stateless,
        (FactKind::Countries, n) => Value::Countries((0..n).map(|n| country(seed / (n + 1))).collect()),
        (FactKind::DateOrNo, 2) => Value::No,
        (FactKind::Date, 2) if question.always.is_some() => Value::Date(Interval::always()),
        (FactKind::Date | FactKind::DateOrNo, 3) => Value::Date(Interval::until(day)),
        (FactKind::Date | FactKind::DateOrNo, 4) => Value::Date(Interval::since(day)),
        (FactKind::Date | FactKind::DateOrNo, _) => Value::Date(Interval::on(day)),
        (FactKind::Number | FactKind::Period, n) => Value::Number(n),
    };
    Answer::Known(known)
}

/// Answers in the order in which they were given, some of them twice, from another country perhaps.
fn given(order: &[(usize, u32)]) -> Answers {
    let mut answers = Answers::default();
    for (n, seed) in order {
        let question = &CONTENT.questions[n % CONTENT.questions.len()];
        answers.set(&CONTENT, question, answer(question, *seed));
    }
    answers
}

proptest! {
    #[test]
    fn a_record_comes_back_from_the_disk_as_it_was(record in record()) {
        let model = Model::default();
        model.put("K7Q2.json", &serde_json::to_vec(&record).unwrap());
        let store = open(&model);
        let (hold, read) = store.take(record.code(), &holder()).unwrap();
        prop_assert_eq!(&read, &record);
        store.save(&hold, &read).unwrap();
        prop_assert_eq!(store.read(record.code()).unwrap(), record);
    }

    #[test]
    fn a_record_that_somebody_wrote_is_read_without_a_panic(record in record()) {
        let (answers, dropped) = record.answers(&CONTENT);
        let mut again = record.clone();
        again.set_answers(&CONTENT, &answers, &record.withheld.iter().map(|id| id.as_str().into()).collect::<Vec<_>>());
        // What could not be read and was not withheld is still there.
        for lost in &dropped {
            prop_assert!(again.unread.contains(lost), "{lost:?}");
        }
        prop_assert_eq!(Summary::of(record.clone(), &CONTENT).record, record);
    }

    #[test]
    fn answers_come_back_and_no_withheld_one_is_stored(
        order in vec((0_usize..20, any::<u32>()), 0..25),
        hidden in vec(0_usize..20, 0..4),
    ) {
        let answers = given(&order);
        let withheld: Vec<Id> =
            hidden.iter().map(|n| CONTENT.questions[n % CONTENT.questions.len()].id.clone()).collect();
        let mut record = Record::new("K7Q2".parse().unwrap(), now());
        record.set_answers(&CONTENT, &answers, &[]);
        prop_assert_eq!(record.answers(&CONTENT), (answers.clone(), vec![]));
        record.draft = withheld.first().map(|id| Draft { question: id.to_string(), text: "half".to_owned() });
        record.set_answers(&CONTENT, &answers, &withheld);
        record.verdicts = smo_desk::case::storable_verdicts(&assess(&CONTENT, &answers), &withheld);
        prop_assert!(withheld.is_empty() || record.draft.is_none());
        let told = record.answers.iter().chain(&record.parked).chain(&record.unread);
        let mut used = told.clone().filter(|said| said.country.is_none());
        prop_assert!(used.all(|said| withheld.iter().all(|id| **id != *said.fact)));
        // A value that only a withheld fact has is nowhere in the file.
        let file = serde_json::to_string(&record).unwrap();
        let open: Vec<&str> = told.map(|said| said.value.as_str()).collect();
        let dates = withheld.iter().filter_map(|id| answers.value(id)).filter(|value| matches!(value, Value::Date(_)));
        for value in dates.map(ToString::to_string).filter(|value| value != "always" && !open.contains(&value.as_str())) {
            let value = value.trim_matches('.');
            prop_assert!(!file.contains(value) || open.iter().any(|open| open.contains(value)), "{value} in {file}");
        }
        for then in &record.verdicts {
            let office = CONTENT.office(&then.office).unwrap();
            let mut tests = office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
            prop_assert!(tests.all(|test| !withheld.contains(&test.fact.id)));
        }
    }
}

//! From the engine's answers to a record and back, also under another content.

use super::script::now;
use chrono::NaiveDate;
use smo_desk::case::{Code, Draft, Record, StoredAnswer, StoredVerdict, Summary, storable_verdicts};
use smo_desk::content::{Content, FactKind, Id, PeriodUnit, Question};
use smo_desk::rules::{Answer, Answers, Verdict, assess, parse_facts, parse_value};
use std::sync::Arc;

fn content() -> Content {
    Content::embedded().unwrap()
}

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn code() -> Code {
    "K7Q2".parse().unwrap()
}

fn facts(content: &Content, facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(content, &facts, today()).unwrap()
}

fn stored(content: &Content, answers: &Answers, withheld: &[&str]) -> Record {
    let withheld: Vec<Id> = withheld.iter().map(|id| (*id).into()).collect();
    let mut record = Record::new(code(), now());
    record.set_answers(content, answers, &withheld);
    record
}

fn json(record: &Record) -> String {
    serde_json::to_string(record).unwrap()
}

const ALL: &str = "country=CO existing_case=no nationality=CU,VE arrived=..2023-06-11 adult=yes status=in_process \
                   regularization=declined asylum_registered=unknown family_protected=no";

#[test]
fn every_kind_of_answer_comes_back_as_it_was() {
    let content = content();
    for said in [
        ALL,
        "",
        "country=other nationality=stateless arrived=always",
        "country=unknown arrived=2019 asylum_registered=no",
        "arrived=2023-05 asylum_registered=2023-05-30 nationality=other",
        "arrived=2023-06-12.. nationality=declined",
    ] {
        let answers = facts(&content, said);
        let record = stored(&content, &answers, &[]);
        assert_eq!(record.answers(&content), (answers, vec![]), "{said}");
        assert_eq!(record.check_code, content.check_code);
    }
}

#[test]
fn parked_answers_come_back_parked() {
    let content = content();
    let mut answers = facts(&content, ALL);
    let country = content.question("country").unwrap();
    answers.set(&content, country, parse_value(&content, country, "EC", today()).unwrap());
    assert!(answers.parked().count() >= 3);
    let record = stored(&content, &answers, &[]);
    assert!(record.parked.iter().all(|said| said.country.as_deref() == Some("CO")));
    assert_eq!(record.answers(&content), (answers, vec![]));
    assert!(record.for_export().parked.is_empty());
}

#[test]
fn a_withheld_value_is_stored_nowhere() {
    let content = content();
    let adult = content.question("adult").unwrap();
    let mut answers = facts(&content, "country=CO nationality=VE arrived=1987-03-04 status=irregular");
    answers.set(&content, adult, Answer::Withheld(smo_desk::rules::Value::YesNo(true)));
    let mut record = stored(&content, &answers, &[]);
    assert_eq!(record.withheld, ["adult"]);
    record.draft = Some(Draft { question: "arrived".to_owned(), text: "1987-03".to_owned() });
    record.set_answers(&content, &answers, &["arrived".into(), "status".into()]);
    assert_eq!(record.withheld, ["adult", "arrived", "status"]);
    let file = json(&record);
    assert!(!file.contains("1987") && !file.contains("irregular"), "{file}");
    assert!(record.answers.iter().all(|said| ["country", "nationality"].contains(&said.fact.as_str())));
    let (raised, dropped) = record.answers(&content);
    assert_eq!((raised.get("adult"), raised.get("arrived"), dropped.len()), (None, None, 0));
    assert_eq!(
        Summary::of(record, &content).gist.open.iter().map(|id| &**id).collect::<Vec<_>>(),
        ["arrived", "adult", "status"]
    );
}

#[test]
fn what_a_content_cannot_read_is_told_and_stays_until_it_is_answered_anew() {
    let content = content();
    let mut record = stored(&content, &facts(&content, "country=CO adult=yes"), &[]);
    let said = |fact: &str, value: &str| StoredAnswer { country: None, fact: fact.to_owned(), value: value.to_owned() };
    record.answers.extend([said("shoe_size", "43"), said("status", "purple")]);
    record.parked.push(StoredAnswer { country: Some("EC".to_owned()), ..said("arrived", "yesterday") });
    let (answers, dropped) = record.answers(&content);
    let told: Vec<(&str, &str)> = dropped.iter().map(|d| (d.fact.as_str(), d.value.as_str())).collect();
    assert_eq!(told, [("shoe_size", "43"), ("status", "purple"), ("arrived", "yesterday")]);
    assert_eq!(answers.iter().count(), 2);
    record.set_answers(&content, &answers, &[]);
    assert_eq!(record.unread.len(), 3);
    assert_eq!(record.answers(&content).1.len(), 3, "told again at the next start");
    let status = content.question("status").unwrap();
    let mut anew = answers;
    anew.set(&content, status, parse_value(&content, status, "regular", today()).unwrap());
    record.set_answers(&content, &anew, &[]);
    let left: Vec<&str> = record.unread.iter().map(|said| said.fact.as_str()).collect();
    assert_eq!(left, ["shoe_size", "arrived"]);
    record.unread.push(said("nationality", "VE"));
    assert_eq!(record.answers(&content).0.value("nationality").unwrap().to_string(), "VE", "it reads again");
    record.set_answers(&content, &anew, &["shoe_size".into()]);
    assert!(record.unread.iter().all(|said| said.fact != "shoe_size"));
}

#[test]
fn a_verdict_that_could_tell_what_was_withheld_is_left_out() {
    let content = content();
    let answers = facts(&content, "country=CO nationality=VE arrived=2019 adult=yes status=regular");
    let found = assess(&content, &answers);
    let offices = |withheld: &[&str]| {
        let ids: Vec<Id> = withheld.iter().map(|id| (*id).into()).collect();
        storable_verdicts(&found, &ids).into_iter().map(|then| then.office).collect::<Vec<_>>()
    };
    assert_eq!(offices(&[]), ["colombia", "costa-rica", "ecuador", "guatemala"]);
    assert_eq!(offices(&["adult"]), ["costa-rica", "ecuador", "guatemala"]);
    assert_eq!(offices(&["asylum_registered"]), ["colombia", "costa-rica", "guatemala"]);
    assert_eq!(offices(&["country"]), Vec::<String>::new());
    assert_eq!(offices(&["relative_applied"]).len(), 4);
    let met = StoredVerdict { office: "colombia".to_owned(), verdict: Verdict::Met };
    assert_eq!(storable_verdicts(&found, &[]).first(), Some(&met));
    assert_eq!(serde_json::to_string(&met).unwrap(), r#"{"office":"colombia","verdict":"met"}"#);
}

#[test]
fn what_is_parked_does_not_tell_a_country_that_was_withheld() {
    let content = content();
    let country = content.question("country").unwrap();
    let mut answers = facts(&content, "arrived=2019 status=unknown");
    let code = |code: &str| smo_desk::rules::Value::Country(code.into());
    answers.set(&content, country, Answer::Withheld(code("CO")));
    answers.set(&content, country, Answer::Known(code("EC")));
    assert_eq!(answers.parked().count(), 2);
    assert_eq!(stored(&content, &answers, &[]).parked, []);
    answers.set(&content, country, Answer::Known(code("CO")));
    answers.set(&content, country, Answer::Known(code("EC")));
    assert_eq!(stored(&content, &answers, &[]).parked.len(), 2, "it was told openly since");
}

#[test]
fn what_is_exported_holds_nothing_half_typed() {
    let mut record = stored(&content(), &Answers::default(), &[]);
    record.draft = Some(Draft { question: "arrived".to_owned(), text: "20".to_owned() });
    assert_eq!(record.for_export().draft, None);
}

#[test]
fn of_two_answers_to_one_question_neither_is_believed() {
    let answer = |country: Option<&str>, fact: &str, value: &str| StoredAnswer {
        country: country.map(str::to_owned),
        fact: fact.to_owned(),
        value: value.to_owned(),
    };
    let content = content();
    let mut record = Record::new(code(), now());
    record.answers = vec![
        answer(None, "country", "CO"),
        answer(None, "adult", "yes"),
        answer(None, "country", "EC"),
        answer(None, "adult", "yes"),
    ];
    record.parked = vec![answer(Some("PE"), "arrived", "2019"), answer(Some("PE"), "arrived", "2021")];
    let (answers, unread) = record.answers(&content);
    assert_eq!(answers.iter().map(|(id, _)| &**id).collect::<Vec<_>>(), ["adult"], "what is said twice alike is said");
    assert_eq!(answers.parked().count(), 0);
    assert_eq!(unread.len(), 4, "nothing of it is dropped");
}

/// A length of time is stored with its unit: what the question counts later does not make another one of it.
#[test]
fn a_length_of_time_stays_as_long_as_it_was() {
    let counting = |unit| {
        let mut content = content();
        let (id, order) = ("worked".into(), content.questions.len());
        let question = Question { id, order, kind: FactKind::Period, counts: Some(unit), ..Question::default() };
        content.questions.push(Arc::new(question));
        content
    };
    let [months, days] = [PeriodUnit::Months, PeriodUnit::Days].map(counting);
    let record = stored(&months, &facts(&months, "country=CO worked=24"), &[]);
    assert_eq!(record.answers.iter().find(|said| said.fact == "worked").unwrap().value, "P24M");
    assert_eq!(record.answers(&months).0, facts(&months, "country=CO worked=P2Y"));
    let (answers, unread) = record.answers(&days);
    assert!(answers.value("worked").is_none());
    assert_eq!(unread.iter().map(|said| &*said.value).collect::<Vec<_>>(), ["P24M"]);
}

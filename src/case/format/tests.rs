//! Older, newer and damaged formats.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use chrono::NaiveDateTime;
use serde_json::json;

/// An invented format before the first one: the answers were one text, and `kept` had another name.
fn from_zero(mut fields: Map<String, Value>) -> Option<Map<String, Value>> {
    let answers = fields.remove("said")?;
    let answers = answers.as_str()?.split(' ').filter_map(|fact| fact.split_once('='));
    fields.insert("answers".to_owned(), answers.map(|(fact, value)| json!({ "fact": fact, "value": value })).collect());
    let kept = fields.remove("keep")?;
    fields.insert("kept".to_owned(), kept);
    Some(fields)
}

const MADE_UP: &[(u32, Migration)] = &[(0, from_zero)];

fn zero() -> Value {
    json!({ "format": 0, "code": "K7Q2", "created": "2030-06-15T12:00:00", "changed": "2030-06-15T12:00:00",
        "check_code": "x", "said": "adult=yes status=unknown", "keep": true })
}

#[test]
fn an_older_format_is_migrated() {
    let record = read_with(MADE_UP, zero().to_string().as_bytes()).unwrap();
    let time: NaiveDateTime = "2030-06-15T12:00:00".parse().unwrap();
    let mut wanted = Record::new("K7Q2".parse().unwrap(), time);
    let said =
        |fact: &str, value: &str| crate::case::StoredAnswer { country: None, fact: fact.into(), value: value.into() };
    wanted.answers = vec![said("adult", "yes"), said("status", "unknown")];
    (wanted.kept, wanted.check_code) = (true, "x".to_owned());
    assert_eq!(record, wanted);
    assert_eq!(read(&write(&record).unwrap()).unwrap(), wanted, "it is written in the format of today");
}

#[test]
fn an_older_format_that_is_not_what_it_says_is_damaged() {
    let mut cut = zero();
    cut.as_object_mut().unwrap().remove("said");
    assert_eq!(read_with(MADE_UP, cut.to_string().as_bytes()), Err(NoRecord::Damaged));
    assert_eq!(read(zero().to_string().as_bytes()), Err(NoRecord::Damaged), "there is no migration");
}

#[test]
fn a_newer_format_is_told_whatever_else_is_in_it() {
    for newer in [u64::from(FORMAT) + 1, u64::MAX] {
        let bytes = json!({ "format": newer, "code": 5 }).to_string();
        assert_eq!(read(bytes.as_bytes()), Err(NoRecord::Newer(newer)));
    }
}

//! Files that are no case of this version: damaged, newer, another's, too large.

use super::script::{holder, now, open};
use crate::play::disk::Model;
use smo_desk::case::{Code, Record, Store, StoreError};

fn code() -> Code {
    "K7Q2".parse().unwrap()
}

/// The bytes of a case that was saved.
fn good() -> Vec<u8> {
    let model = Model::default();
    let store = open(&model);
    let hold = store.begin(&holder()).unwrap();
    store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap();
    let bytes = model.bytes(&format!("{}.json", hold.code())).unwrap();
    String::from_utf8(bytes).unwrap().replace(hold.code().as_str(), "K7Q2").into_bytes()
}

fn with(bytes: &[u8]) -> (Model, Store) {
    let model = Model::default();
    model.put("K7Q2.json", bytes);
    let store = open(&model);
    (model, store)
}

#[test]
fn a_good_one_is_read() {
    let (_, store) = with(&good());
    let (hold, record) = store.take(&code(), &holder()).unwrap();
    assert_eq!((hold.code(), record.code()), (&code(), &code()));
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_said() {
    let good = good();
    let text = String::from_utf8(good.clone()).unwrap();
    let mut cuts: Vec<Vec<u8>> = (0..good.len() - 2).map(|n| good[..n].to_vec()).collect();
    cuts.extend([
        b"nonsense".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        vec![0xff; 100],
        vec![b'['; 100_000],
        text.replace("\"kept\": false", "\"kept\": 1").into_bytes(),
        text.replace("\"kept\": false", "\"kpet\": false").into_bytes(),
        text.replace("\"answers\": []", "\"answers\": [{\"fact\": 1}]").into_bytes(),
        text.replace("\"format\": 1", "\"format\": 0").into_bytes(),
        text.replace("\"format\": 1", "\"format\": \"1\"").into_bytes(),
        text.replace("K7Q2", "K7Q3").into_bytes(),
        [text.as_bytes(), &vec![b' '; 1_000_000]].concat(),
    ]);
    for bytes in cuts {
        assert_ne!(bytes, good);
        let (model, store) = with(&bytes);
        let seen = store.read(&code()).unwrap_err();
        assert_eq!(seen, StoreError::Damaged { code: code(), aside: None });
        assert_eq!(model.names(), ["K7Q2.json"], "looking changes nothing");
        let trouble = store.take(&code(), &holder()).unwrap_err();
        assert_eq!(trouble, StoreError::Damaged { code: code(), aside: Some("K7Q2.damaged-1".to_owned()) });
        assert_eq!(model.bytes("K7Q2.damaged-1"), Some(bytes));
        assert_eq!(store.take(&code(), &holder()).unwrap_err(), StoreError::NoCase(code()));
        assert_eq!(store.list().unwrap().aside, ["K7Q2.damaged-1"]);
    }
}

#[test]
fn a_second_damaged_file_does_not_replace_the_first() {
    let (model, store) = with(b"two");
    model.put("K7Q2.damaged-1", b"one");
    let trouble = store.take(&code(), &holder()).unwrap_err();
    assert!(trouble.to_string().contains("set aside as K7Q2.damaged-2"), "{trouble}");
    assert_eq!(model.bytes("K7Q2.damaged-1").unwrap(), b"one");
    assert_eq!(model.bytes("K7Q2.damaged-2").unwrap(), b"two");
    store.delete(&code()).unwrap();
    assert_eq!(model.names(), Vec::<String>::new(), "deleting a case deletes what was set aside of it");
}

#[test]
fn a_newer_file_is_refused_and_stays_as_it_is() {
    let newer = br#"{"format": 2, "code": "K7Q2", "something": ["else"]}"#;
    let (model, store) = with(newer);
    for trouble in [store.read(&code()).unwrap_err(), store.take(&code(), &holder()).unwrap_err()] {
        assert_eq!(trouble, StoreError::Newer { code: code(), format: 2 });
    }
    assert_eq!(store.purge("2040-01-01".parse().unwrap(), 7).unwrap().deleted, []);
    assert_eq!(model.names(), ["K7Q2.json", "days"]);
    assert_eq!(model.bytes("K7Q2.json").unwrap(), newer);
}

#[test]
fn a_record_too_large_to_be_read_again_is_not_written() {
    let (model, store) = with(&good());
    let (hold, mut record) = store.take(&code(), &holder()).unwrap();
    record.check_code = "x".repeat(1_000_000);
    assert_eq!(store.save(&hold, &record).unwrap_err(), StoreError::TooLarge(code()));
    assert_eq!(model.bytes("K7Q2.json").unwrap(), good());
}

#[test]
fn no_error_says_what_is_in_a_file() {
    let secret = good().iter().map(|byte| char::from(*byte)).collect::<String>().replace("[]", "[\"SECRET\"]");
    let (_, store) = with(secret.as_bytes());
    let trouble = store.take(&code(), &holder()).unwrap_err();
    assert!(!format!("{trouble} {trouble:?}").contains("SECRET"), "{trouble:?}");
}

#[test]
fn what_a_program_left_in_the_middle_is_swept_and_nothing_else() {
    let model = Model::default();
    let other = ["K7Q2.json", "K7Q2.damaged-1", "notes.txt", "k7q2.new", "ABCD.new", "K7Q2"];
    for name in other.iter().chain(&["K7Q2.new", "K7Q2.lock", "M3M3.new", "M4M4.lock"]) {
        model.put(name, b"?");
    }
    drop(open(&model));
    let mut left = other.to_vec();
    left.sort_unstable();
    assert_eq!(model.names(), left);
}

//! Two programs on one folder.

use super::script::{holder, now, open};
use crate::play::disk::Model;
use smo_desk::case::{Holder, Record, StoreError};

#[test]
fn a_second_desk_is_told_who_has_the_case_and_cannot_harm_it() {
    let model = Model::default();
    let (one, two) = (open(&model), open(&model));
    let hold = one.begin(&holder()).unwrap();
    let code = hold.code().clone();
    let mut finished = Record::new(code.clone(), now());
    finished.finished = true;
    one.save(&hold, &finished).unwrap();
    let other = Holder { pid: 1, terminal: String::new(), ..holder() };
    let refused = StoreError::HeldBy { code: code.clone(), holder: Some(holder()) };
    assert_eq!(two.take(&code, &other).unwrap_err(), refused);
    assert_eq!(two.delete(&code).unwrap_err(), refused);
    assert_eq!(two.held_by(&code), Ok(Some(Some(holder()))));
    assert_eq!(two.purge("2040-01-01".parse().unwrap(), 7).unwrap().deleted, []);
    assert_eq!(two.read(&code).unwrap(), finished, "it can be looked at");
    let said = refused.to_string();
    assert!(
        said.ends_with("another desk (pts/3 on desk, since 12:00 on 2030-06-15, process 4711); close it there first"),
        "{said}"
    );
    drop(hold);
    assert_eq!(two.held_by(&code), Ok(None));
    let (hold, record) = two.take(&code, &other).unwrap();
    assert!(matches!(one.take(&code, &holder()).unwrap_err(), StoreError::HeldBy { .. }));
    two.close(hold, &record, true).unwrap();
    assert_eq!(one.take(&code, &holder()).unwrap_err(), StoreError::NoCase(code));
}

#[test]
fn a_record_cannot_be_saved_under_the_hold_of_another_case() {
    let model = Model::default();
    let store = open(&model);
    let (one, two) = (store.begin(&holder()).unwrap(), store.begin(&holder()).unwrap());
    let record = Record::new(two.code().clone(), now());
    assert_eq!(store.save(&one, &record).unwrap_err(), StoreError::NotHeld(two.code().clone()));
}

#[test]
fn two_desks_begin_cases_of_their_own() {
    let model = Model::default();
    let (one, two) = (open(&model), open(&model));
    let holds: Vec<_> = (0..40).map(|n| if n % 2 == 0 { &one } else { &two }.begin(&holder()).unwrap()).collect();
    let mut codes: Vec<_> = holds.iter().map(|hold| hold.code().clone()).collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 40);
    drop(holds);
    assert_eq!(model.names(), Vec::<String>::new(), "a case that was never saved leaves nothing");
}

#[test]
fn the_sweep_of_a_second_desk_leaves_alone_what_the_first_is_writing() {
    let model = Model::default();
    let store = open(&model);
    let hold = store.begin(&holder()).unwrap();
    let new = format!("{}.X7X7.new", hold.code());
    model.put(&new, b"half");
    drop(open(&model));
    assert!(model.names().contains(&new));
    store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap();
    drop(hold);
    drop(open(&model));
    assert!(!model.names().contains(&new));
}

#[test]
fn a_case_that_was_taken_over_is_saved_by_the_new_desk_alone() {
    let model = Model::default();
    let (one, two) = (open(&model), open(&model));
    let hold = one.begin(&holder()).unwrap();
    let code = hold.code().clone();
    let mut record = Record::new(code.clone(), now());
    one.save(&hold, &record).unwrap();
    let other = Holder { terminal: "pts/4".to_owned(), ..holder() };
    let (taken, read) = two.take_over(&code, &other).unwrap();
    assert_eq!(read, record);
    record.kept = true;
    two.save(&taken, &record).unwrap();
    let lost = StoreError::TakenOver { code: code.clone(), holder: Some(other.clone()) };
    assert!(lost.to_string().contains("pts/4"), "{lost}");
    assert_eq!(one.still_held(&hold), Err(lost.clone()));
    assert_eq!(one.save(&hold, &read), Err(lost.clone()));
    assert_eq!(one.discard(hold), Err(lost), "it is not deleted either, and its lock stays that of the other");
    assert_eq!(one.held_by(&code), Ok(Some(Some(other))));
    assert_eq!(two.read(&code).unwrap(), record);
    assert_eq!(model.names(), [format!("{code}.json"), format!("{code}.lock")], "no half file is left");
    two.close(taken, &record, false).unwrap();
    assert_eq!(one.held_by(&code), Ok(None));
    assert_eq!(one.take_over(&code, &holder()).unwrap().1, record, "also one that nobody has open");
}

#[test]
fn a_lock_without_a_readable_note_still_holds() {
    let model = Model::default();
    let (one, two) = (open(&model), open(&model));
    let hold = one.begin(&holder()).unwrap();
    model.put(&format!("{}.lock", hold.code()), b"{\"pid\":");
    let trouble = two.take(hold.code(), &holder()).unwrap_err();
    assert_eq!(trouble, StoreError::HeldBy { code: hold.code().clone(), holder: None });
    let said = format!("case {} is open at another desk; close it there first", hold.code());
    assert_eq!(trouble.to_string(), said);
}

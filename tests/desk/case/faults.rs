//! A disk that is full, broken or closed at every operation: an error, and what was last saved still whole.

use super::script::{Day, holder, now, open};
use crate::play::disk::Model;
use smo_desk::case::{Attempt, Cause, Record, StoreError};

const FULL: i32 = 28;
const BROKEN: i32 = 5;
const CLOSED: i32 = 13;

fn length() -> usize {
    let model = Model::default();
    Day::default().play(&model).unwrap();
    model.ops().len()
}

#[test]
fn one_refusal_is_told_and_the_next_try_succeeds() {
    for error in [FULL, BROKEN, CLOSED] {
        for at in 0..length() {
            let model = Model::default();
            model.refuse(at, at + 1, error);
            let mut day = Day { stubborn: true, ..Day::default() };
            let when = format!("error {error} at {at}");
            assert!(day.play(&model).is_some(), "{when}: {:?}", day.troubles);
            assert!(day.troubles.len() <= 1, "{when}: {:?}", day.troubles);
            day.holds_on(&model, &when);
            for disk in model.after_power_cut() {
                day.holds_on(&disk, &format!("{when}, then a power cut"));
            }
        }
    }
}

#[test]
fn a_disk_that_refuses_from_then_on_keeps_what_was_saved() {
    for error in [FULL, BROKEN, CLOSED] {
        let length = length();
        for from in 0..length {
            let model = Model::default();
            model.refuse(from, usize::MAX, error);
            let mut day = Day::default();
            day.play(&model);
            assert!(!day.troubles.is_empty(), "error {error} from {from} of {length} was told to nobody");
            for disk in model.after_power_cut() {
                day.holds_on(&disk, &format!("error {error} from {from}"));
            }
        }
    }
}

#[test]
fn the_error_says_what_was_in_the_way() {
    for (error, cause, said) in [
        (FULL, Cause::Full, "the case is not saved: the disk is full; make room and it is tried again"),
        (
            BROKEN,
            Cause::Failed(Some(BROKEN)),
            "the case is not saved: the disk or the system failed (error 5); ask who runs this computer",
        ),
        (
            CLOSED,
            Cause::NotPermitted,
            "the case is not saved: this account is not permitted to; ask who runs this computer",
        ),
        (30, Cause::ReadOnly, "the case is not saved: the disk is read-only; ask who runs this computer"),
    ] {
        let model = Model::default();
        let store = open(&model);
        let hold = store.begin(&holder()).unwrap();
        model.refuse(0, usize::MAX, error);
        let trouble = store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap_err();
        assert_eq!(trouble, StoreError::Disk { attempt: Attempt::Saving, cause });
        assert_eq!(trouble.to_string(), said);
    }
}

#[test]
fn a_case_that_cannot_be_read_is_not_called_damaged() {
    let model = Model::default();
    let store = open(&model);
    let hold = store.begin(&holder()).unwrap();
    let code = hold.code().clone();
    store.save(&hold, &Record::new(code.clone(), now())).unwrap();
    drop(hold);
    model.forget_ops();
    // The first operation locks, the second reads.
    model.refuse(1, 2, BROKEN);
    let trouble = store.take(&code, &holder()).unwrap_err();
    assert_eq!(trouble, StoreError::Disk { attempt: Attempt::Reading, cause: Cause::Failed(Some(BROKEN)) });
    assert!(store.take(&code, &holder()).is_ok());
}

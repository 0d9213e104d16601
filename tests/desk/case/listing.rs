//! The list: newest first, and no case is opened for it.

use super::script::{holder, now, open};
use crate::play::disk::{Model, Op};
use smo_desk::case::{Code, Record, Store, Summary};
use smo_desk::content::Content;

fn save(store: &Store) -> Code {
    let hold = store.begin(&holder()).unwrap();
    store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap();
    hold.code().clone()
}

#[test]
fn the_newest_case_stands_first() {
    let model = Model::default();
    let store = open(&model);
    let mut codes: Vec<Code> = (0..5).map(|_| save(&store)).collect();
    codes.reverse();
    let listed: Vec<Code> = store.list().unwrap().cases.into_iter().map(|listed| listed.code).collect();
    assert_eq!(listed, codes);
}

#[test]
fn listing_opens_no_case_and_a_row_opens_its_own() {
    let model = Model::default();
    let store = open(&model);
    let codes: Vec<Code> = (0..50).map(|_| save(&store)).collect();
    model.forget_ops();
    assert_eq!(store.list().unwrap().cases.len(), 50);
    assert_eq!(model.ops(), [Op::Entries]);
    model.forget_ops();
    let content = Content::embedded().unwrap();
    let summary = Summary::of(store.read(&codes[7]).unwrap(), &content);
    assert_eq!(model.ops(), [Op::Read]);
    assert_eq!((summary.record.code(), summary.record.answers.len(), summary.gist.country), (&codes[7], 0, None));
    assert_eq!(summary.gist.open.iter().map(|id| &**id).collect::<Vec<_>>(), ["country"]);
}

#[test]
fn opening_the_folder_and_purging_read_no_fresh_case() {
    let model = Model::default();
    let store = open(&model);
    (0..20).for_each(|_| drop(save(&store)));
    model.forget_ops();
    drop(open(&model));
    assert_eq!(model.ops(), [Op::Prepare, Op::Entries]);
    model.forget_ops();
    // The disk's clock of the model begins in 1970.
    let purge = || store.purge("1970-01-03".parse().unwrap(), 7).unwrap();
    purge();
    assert_eq!(model.ops(), [Op::Read, Op::Create, Op::Write, Op::Sync, Op::Rename, Op::Entries], "the day is noted");
    model.forget_ops();
    purge();
    assert_eq!(model.ops(), [Op::Read, Op::Entries], "once a day");
}

//! The power goes before every operation, with everything unsynced lost, half there or there.

use super::script::Day;
use crate::play::disk::{Model, Op};

/// How many operations the whole day has.
fn length() -> usize {
    let model = Model::default();
    let mut day = Day::default();
    day.play(&model).unwrap();
    assert_eq!(day.troubles, []);
    let length = model.ops().len();
    day.holds_on(&model, "after a whole day");
    length
}

#[test]
fn what_was_called_saved_is_there_after_any_power_cut() {
    let length = length();
    assert!(length > 40, "a day of {length} operations says little");
    for end in 0..=length {
        let model = Model::default();
        model.cut_power_at(end);
        let mut day = Day::default();
        assert_eq!(day.play(&model).is_some() && day.troubles.is_empty(), end == length, "cut at {end}");
        let found = model.after_power_cut();
        assert!(found.len() >= 3);
        for (n, disk) in found.iter().enumerate() {
            day.holds_on(disk, &format!("power cut at {end} of {length}, disk {n}"));
        }
    }
}

#[test]
fn save_is_done_only_when_the_folder_is_on_the_disk() {
    let model = Model::default();
    let store = super::script::open(&model);
    let hold = store.begin(&super::script::holder()).unwrap();
    model.forget_ops();
    store.save(&hold, &smo_desk::case::Record::new(hold.code().clone(), super::script::now())).unwrap();
    assert_eq!(model.ops(), [Op::Create, Op::Write, Op::Sync, Op::Rename, Op::SyncFolder]);
}

//! Cases that go from one desk to another: let go of when somebody is set aside, taken over where a line froze.

use super::cases::{desk_at, noon, records, screen_at, shown};
use crate::play::disk::Model;
use crate::play::script::play;
use smo_desk::case::StoreError;
use smo_desk::desk::{Action, Case, Desk, Outcome, Saving};

const HERE: &str = "n CO<enter> 2<enter>";

fn locks(disk: &Model) -> Vec<String> {
    disk.names().into_iter().filter(|name| name.contains(".lock")).collect()
}

fn stored(desk: &Desk) -> Vec<Case> {
    desk.cases().0.into_iter().filter(|case| matches!(case, Case::Stored(_))).collect()
}

#[test]
fn who_is_set_aside_costs_no_lock_however_many_they_are() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    for _ in 0..30 {
        play(&mut state, HERE);
        play(&mut state, "<esc>");
    }
    assert_eq!((records(&disk).len(), locks(&disk).len()), (30, 1));
    for _ in 0..29 {
        let back = state.desk.apply(Action::GoToCase(state.desk.cases().0[1].clone()));
        assert!(matches!(back, Outcome::Resumed(_)), "{back:?}");
    }
    assert_eq!(locks(&disk).len(), 1, "and the way back takes them again");
}

#[test]
fn who_is_set_aside_comes_back_as_another_desk_left_them() {
    let disk = Model::default();
    let (mut one, mut two) = (screen_at(&disk), desk_at(&disk, noon));
    play(&mut one, HERE);
    let code = one.desk.code().unwrap().clone();
    play(&mut one, "<esc>n");
    assert!(matches!(two.apply(Action::GoToCase(Case::Stored(code.clone()))), Outcome::Resumed(_)));
    two.apply(Action::Keep(true));
    let aside = one.desk.cases().0.into_iter().find(|case| matches!(case, Case::AtDesk(_))).unwrap();
    let held = one.desk.apply(Action::GoToCase(aside.clone()));
    assert!(matches!(held, Outcome::StoreFailed(StoreError::HeldBy { .. })), "{held:?}");
    let back = one.desk.apply(Action::Undo);
    assert!(matches!(back, Outcome::StoreFailed(StoreError::HeldBy { .. })), "undo too: {back:?}");
    two.apply(Action::NextPerson);
    assert!(!matches!(one.desk.apply(Action::Undo), Outcome::StoreFailed(_)), "and it is undone once it can be");
    assert_eq!(one.desk.code(), Some(&code));
    assert!(one.desk.is_kept(), "as the other desk left it");
}

/// By undo, and from the list of cases; said only where there was something.
#[test]
fn what_was_not_stored_is_said_to_be_gone_where_another_desk_changed_the_case() {
    for (keys, is_lost) in [("n CO<enter> *2<enter>", true), (HERE, false)] {
        for by_list in [false, true] {
            let disk = Model::default();
            let (mut one, mut two) = (screen_at(&disk), desk_at(&disk, noon));
            play(&mut one, keys);
            play(&mut one, "<esc>n");
            let case = stored(&two).remove(0);
            two.apply(Action::GoToCase(case));
            two.apply(Action::Keep(true));
            two.apply(Action::NextPerson);
            if by_list {
                let aside = one.desk.cases().0.into_iter().find(|case| matches!(case, Case::AtDesk(_))).unwrap();
                let outcome = one.desk.apply(Action::GoToCase(aside));
                assert_eq!(outcome == Outcome::LostWithheld, is_lost, "{outcome:?}");
            } else {
                play(&mut one, "<c-u>");
                assert_eq!(shown(&one).contains("Another desk changed this case"), is_lost, "{}", shown(&one));
            }
            assert!(one.desk.is_kept(), "as the other desk left it");
        }
    }
}

#[test]
fn who_is_set_aside_and_done_goes_at_quit_unless_another_desk_went_on() {
    for goes_on in [false, true] {
        let disk = Model::default();
        let (mut one, mut two) = (screen_at(&disk), desk_at(&disk, noon));
        play(&mut one, "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter> n");
        if goes_on {
            let case = stored(&two).remove(0);
            two.apply(Action::GoToCase(case));
            two.apply(Action::Keep(true));
            two.apply(Action::NextPerson);
        }
        one.desk.close();
        assert_eq!(records(&disk).len(), usize::from(goes_on));
    }
}

#[test]
fn a_case_behind_a_frozen_line_is_taken_over_and_the_old_desk_saves_nothing_more() {
    let disk = Model::default();
    let (mut frozen, mut new) = (screen_at(&disk), screen_at(&disk));
    play(&mut frozen, HERE);
    let code = frozen.desk.code().unwrap().clone();
    play(&mut new, "a<enter>");
    assert!(shown(&new).contains("Take this case over?") && shown(&new).contains("> leave it"), "{}", shown(&new));
    play(&mut new, "<enter>");
    assert_eq!(new.desk.code(), None, "Enter alone leaves it");
    play(&mut new, "<enter><down><enter>");
    assert_eq!(new.desk.code(), Some(&code), "{}", shown(&new));
    play(&mut new, "<esc>");
    new.desk.apply(Action::Keep(true));
    let before = records(&disk);
    // A key wakes the old one.
    play(&mut frozen, "VE<enter>");
    assert!(matches!(frozen.desk.saving(), Saving::Failed(StoreError::TakenOver { .. })));
    assert!(shown(&frozen).contains("NOT SAVED"), "{}", shown(&frozen));
    assert_eq!(records(&disk), before);
    // The next person there is saved as ever, and the one before does not come back.
    play(&mut frozen, "<esc>n CO<enter> 2<enter>");
    assert!(matches!(frozen.desk.saving(), Saving::Saved { .. }), "{:?}", frozen.desk.saving());
    frozen.desk.close();
    assert!(records(&disk).contains(&before[0]), "nor is it deleted when the old desk quits");
}

#[test]
fn what_another_desk_answered_is_not_undone_into_what_stood_here_before() {
    let disk = Model::default();
    let (mut one, mut two) = (screen_at(&disk), screen_at(&disk));
    play(&mut one, HERE);
    play(&mut one, "<esc>n");
    play(&mut two, "a<enter>VE<enter><esc>n");
    assert_eq!(records(&disk)[0].answers.len(), 3);
    one.desk.apply(Action::Undo);
    for _ in 0..5 {
        one.desk.apply(Action::Undo);
    }
    assert_eq!(records(&disk)[0].answers.len(), 3);
}

#[test]
fn who_was_deleted_elsewhere_is_gone_here_and_undo_goes_on() {
    let disk = Model::default();
    let (mut one, mut two) = (screen_at(&disk), desk_at(&disk, noon));
    play(&mut one, HERE);
    play(&mut one, "<esc>n EC<enter>");
    two.apply(Action::Delete(stored(&two).into_iter().find(|case| case != &current(&one)).unwrap()));
    let gone = loop {
        match one.desk.apply(Action::Undo) {
            Outcome::StoreFailed(error) => break error,
            Outcome::NothingToUndo => panic!("nobody was missing"),
            _ => {}
        }
    };
    assert!(matches!(gone, StoreError::NoCase(_)), "{gone:?}");
    assert!(!one.desk.cases().0.iter().any(|case| matches!(case, Case::AtDesk(_))));
    let mut steps = 0;
    while one.desk.apply(Action::Undo) != Outcome::NothingToUndo {
        steps += 1;
        assert!(steps < 20, "undo comes to its end");
    }
}

fn current(state: &smo_desk::tui::app::App) -> Case {
    Case::Stored(state.desk.code().unwrap().clone())
}

#[test]
fn a_case_that_cannot_be_read_is_taken_from_nobody() {
    let disk = Model::default();
    let mut one = screen_at(&disk);
    play(&mut one, HERE);
    let code = one.desk.code().unwrap().clone();
    let name = format!("{code}.json");
    let good = disk.bytes(&name).unwrap();
    disk.put(&name, b"{\"format\": 99}");
    let refused = desk_at(&disk, noon).apply(Action::TakeOver(code));
    assert!(matches!(refused, Outcome::StoreFailed(_)), "{refused:?}");
    disk.put(&name, &good);
    play(&mut one, "VE<enter>");
    assert!(matches!(one.desk.saving(), Saving::Saved { saved: 3, .. }), "{:?}", one.desk.saving());
}

#[test]
fn an_error_about_somebody_else_is_not_told_of_a_case_that_was_opened() {
    let disk = Model::default();
    let (mut one, mut two) = (screen_at(&disk), desk_at(&disk, noon));
    play(&mut one, HERE);
    let code = one.desk.code().unwrap().clone();
    two.apply(Action::TakeOver(code.clone()));
    play(&mut one, "VE<enter>");
    assert!(matches!(one.desk.saving(), Saving::Failed(StoreError::TakenOver { .. })));
    one.desk.apply(Action::TakeOver(code));
    assert!(matches!(one.desk.saving(), Saving::Saved { .. }), "{:?}", one.desk.saving());
}

//! One history: what is done to whomever is undone and redone in order, and nobody is lost on the way.
#![allow(clippy::similar_names, reason = "a desk and its disk")]

use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::case::{Code, Store};
use smo_desk::content::Lang;
use smo_desk::desk::{Action, Case, Change, ChecklistEdit, Desk, Outcome, Saving};
use smo_desk::rules::{Answer, parse_value};

use crate::cases::{desk_at, noon, records, stored_verdict, values};
use crate::play::disk::Model;
use crate::play::script::{content, day};

/// Something that is done at the desk; what it is done to is picked from what there is then.
#[derive(Debug, Clone)]
enum Act {
    Answer(Index, usize, bool),
    /// Actions that need nothing picked.
    Plain(Action),
    Item(Index, bool),
    Relation(Index),
    Relative(Index, bool),
    Remove(Index),
    Reach(Index, u64),
    GoTo(Index),
    Delete(Index),
    Put(Index),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let plain = |action: Action| Just(Act::Plain(action));
    let looking = prop_oneof![
        plain(Action::GoOn),
        plain(Action::Back),
        plain(Action::Review),
        plain(Action::SpeakNext),
        plain(Action::StandAt(3)),
        plain(Action::SelectOffice(2)),
        any::<Index>().prop_map(Act::Put),
    ];
    let one = prop_oneof![
        8 => (any::<Index>(), 0..6_usize, any::<bool>()).prop_map(|(q, a, star)| Act::Answer(q, a, star)),
        1 => plain(Action::ForRecord),
        1 => plain(Action::ForPathways),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(item, ready)| Act::Item(item, ready)),
        1 => any::<Index>().prop_map(Act::Relation),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(relative, ready)| Act::Relative(relative, ready)),
        1 => any::<Index>().prop_map(Act::Remove),
        2 => (any::<Index>(), 0..30_u64).prop_map(|(step, days)| Act::Reach(step, days)),
        3 => plain(Action::NextPerson),
        3 => any::<Index>().prop_map(Act::GoTo),
        1 => any::<Index>().prop_map(Act::Delete),
        3 => plain(Action::Undo),
        2 => plain(Action::Redo),
        1 => any::<bool>().prop_map(|kept| Act::Plain(Action::Keep(kept))),
        3 => looking,
    ];
    prop::collection::vec(one, 1..60)
}

/// The action that an act comes to; none where there is nothing to do it to.
fn action(act: &Act, desk: &Desk) -> Option<Action> {
    let content = content();
    let picked = |pick: &Index, of: usize| (of > 0).then(|| pick.index(of));
    let case = |pick: &Index| {
        let cases = desk.cases().0;
        picked(pick, cases.len()).map(|n| cases[n].clone())
    };
    let relative = |pick: &Index| picked(pick, desk.checklist().family().len());
    Some(match act {
        Act::Answer(question, n, star) => {
            let question = question.get(&content.questions);
            let answer = parse_value(&content, question, values(&question.id)[*n], day()).unwrap();
            let answer = match answer {
                Answer::Known(value) if *star => Answer::Withheld(value),
                other => other,
            };
            Action::Answer(question.id.clone(), answer)
        }
        Act::Plain(action) => action.clone(),
        Act::Item(item, ready) => Action::Checklist(ChecklistEdit::Item(item.get(&content.items).id.clone(), *ready)),
        Act::Relation(n) => Action::Checklist(ChecklistEdit::Add(n.get(&content.relations).id.clone())),
        Act::Relative(n, ready) => Action::Checklist(ChecklistEdit::Relative(relative(n)?, *ready)),
        Act::Remove(n) => Action::Checklist(ChecklistEdit::Remove(relative(n)?)),
        Act::Reach(step, days) => {
            Action::Reach(step.index(content.process.steps.len()), day() - chrono::Days::new(*days))
        }
        Act::GoTo(n) => Action::GoToCase(case(n)?),
        Act::Delete(n) => Action::Delete(case(n)?),
        Act::Put(n) => Action::Put(n.get(&content.questions).id.clone()),
    })
}

/// A desk with two cases in its folder, one of them with a place in the process.
fn desk_with_cases(disk: &Model) -> Desk {
    for code in ["CO", "GT"] {
        let mut other = desk_at(disk, noon);
        let question = &content().questions[0];
        other.apply(Action::Answer(question.id.clone(), parse_value(&content(), question, code, day()).unwrap()));
        other.apply(Action::Reach(8, day() - chrono::Days::new(40)));
        other.apply(Action::Reach(10, day() - chrono::Days::new(35)));
    }
    desk_at(disk, noon)
}

/// Everything that undo and redo answer for: the person, the others, the files. Codes are drawn anew for a person who
/// comes back after having been nobody.
fn everything(desk: &Desk, disk: &Model) -> (String, Vec<String>, Vec<String>) {
    let (check, list, place) = (desk.check(), desk.checklist(), desk.place());
    let stored: Vec<_> = content().offices.iter().map(|office| stored_verdict(desk, &office.id)).collect();
    let person = format!("{check:?} {list:?} {place:?} {stored:?} {}", desk.is_kept());
    let mut people: Vec<String> = desk
        .cases()
        .0
        .iter()
        .map(|case| {
            let line = desk.case_line(case).unwrap();
            format!("{:?} {} {:?} {:?} {}", line.gist.country, line.answered, line.gist.open, line.step, line.kept)
        })
        .collect();
    people.sort();
    let text = |record: smo_desk::case::Record| {
        serde_json::to_string(&record).unwrap().replace(record.code().as_str(), "CODE")
    };
    // The file of a current person who was undone to nothing stays until they are left.
    let is_somebody = |record: &smo_desk::case::Record| {
        let answers = record.answers.len() + record.parked.len() + record.withheld.len();
        answers + record.items.len() + record.family.len() + record.place.len() > 0
    };
    let mut files: Vec<String> = records(disk).into_iter().filter(is_somebody).map(text).collect();
    files.sort();
    (person, people, files)
}

/// The codes of the people in the list of cases.
fn codes(desk: &Desk, with_current: bool) -> Vec<Code> {
    let cases = desk.cases().0.into_iter().filter(|case| with_current || *case != Case::Current);
    cases.filter_map(|case| desk.case_line(&case).unwrap().code).collect()
}

/// Undoes once; nobody but who was undone to nothing is gone then.
fn undo(desk: &mut Desk) -> bool {
    let (others, all) = (codes(desk, false), codes(desk, true));
    let outcome = desk.apply(Action::Undo);
    let before = if outcome == Outcome::Undone(Change::Person) { all } else { others };
    let after = codes(desk, true);
    assert!(before.iter().all(|code| after.contains(code)), "{outcome:?}: {before:?}, then {after:?}");
    outcome != Outcome::NothingToUndo
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_undone_and_all_redone_is_where_it_began(acts in acts()) {
        let disk = Model::default();
        let mut desk = desk_with_cases(&disk);
        for act in &acts {
            let Some(action) = action(act, &desk) else { continue };
            if action == Action::Undo {
                undo(&mut desk);
            } else {
                desk.apply(action);
            }
        }
        while desk.apply(Action::Redo) != Outcome::NothingToRedo {}
        let end = everything(&desk, &disk);
        while undo(&mut desk) {}
        let begin = everything(&desk, &disk);
        while desk.apply(Action::Redo) != Outcome::NothingToRedo {}
        prop_assert_eq!(everything(&desk, &disk), end);
        while undo(&mut desk) {}
        prop_assert_eq!(everything(&desk, &disk), begin, "and back again");
        let is_failed = matches!(desk.saving(), Saving::Failed(_));
        prop_assert!(!is_failed);
    }
}

fn desk() -> (Model, Desk) {
    let disk = Model::default();
    let desk = desk_at(&disk, noon);
    (disk, desk)
}

fn say(desk: &mut Desk, id: &str, value: &str) {
    let content = content();
    let answer = parse_value(&content, content.question(id).unwrap(), value, day()).unwrap();
    assert_eq!(desk.apply(Action::Answer(id.into(), answer)), Outcome::Done);
}

fn country(desk: &Desk) -> Option<&str> {
    desk.check().country(desk.content())
}

#[test]
fn the_last_thing_is_undone_on_whomever_it_was() {
    let (disk, mut desk) = desk();
    say(&mut desk, "country", "CO");
    assert_eq!(desk.apply(Action::Reach(8, day())), Outcome::Reached);
    desk.apply(Action::Checklist(ChecklistEdit::Item(content().items[0].id.clone(), true)));
    assert_eq!(desk.apply(Action::NextPerson), Outcome::NextPerson);
    say(&mut desk, "country", "EC");
    let first = desk.cases().0.remove(1);
    assert_eq!(desk.apply(Action::GoToCase(first)), Outcome::Resumed(Vec::new()));
    say(&mut desk, "existing_case", "no");
    let done = [
        (Change::Answer, Some("CO")),
        (Change::Person, Some("EC")),
        (Change::Answer, None),
        (Change::Person, Some("CO")),
        (Change::Checklist, Some("CO")),
        (Change::Move, Some("CO")),
        (Change::Answer, None),
    ];
    for (change, then) in done {
        assert_eq!((desk.apply(Action::Undo), country(&desk)), (Outcome::Undone(change), then));
    }
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo);
    for (change, _) in done.into_iter().rev() {
        assert_eq!(desk.apply(Action::Redo), Outcome::Redone(change));
    }
    assert_eq!(desk.apply(Action::Redo), Outcome::NothingToRedo);
    assert_eq!((country(&desk), desk.place().moves.len(), records(&disk).len()), (Some("CO"), 1, 2));
}

#[test]
fn what_changes_nothing_is_not_recorded() {
    let (_, mut desk) = desk();
    say(&mut desk, "country", "CO");
    desk.apply(Action::Checklist(ChecklistEdit::Remove(7)));
    desk.apply(Action::Checklist(ChecklistEdit::Item(content().items[0].id.clone(), false)));
    let tomorrow = day() + chrono::Days::new(1);
    assert!(matches!(desk.apply(Action::Reach(3, tomorrow)), Outcome::MoveRefused(_)));
    assert!(matches!(desk.apply(Action::Reach(999, day())), Outcome::MoveRefused(_)));
    for action in [Action::GoOn, Action::StandAt(2), Action::SelectOffice(1), Action::Speak(Lang(1))] {
        desk.apply(action);
    }
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo);
}

#[test]
fn of_nobody_nothing_stays() {
    let (disk, mut desk) = desk();
    desk.apply(Action::NextPerson);
    desk.apply(Action::NextPerson);
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo, "nobody was there");
    say(&mut desk, "country", "CO");
    desk.apply(Action::NextPerson);
    say(&mut desk, "country", "EC");
    desk.apply(Action::Undo);
    assert_eq!(records(&disk).len(), 2, "the file of the current person may be empty");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Person));
    assert_eq!((country(&desk), records(&disk).len()), (Some("CO"), 1));
    desk.apply(Action::Redo);
    desk.apply(Action::Redo);
    assert_eq!((country(&desk), records(&disk).len()), (Some("EC"), 2));
}

#[test]
fn who_was_deleted_does_not_come_back() {
    let (disk, mut desk) = desk();
    for code in ["CO", "EC", "GT"] {
        desk.apply(Action::NextPerson);
        say(&mut desk, "country", code);
    }
    let second = desk.cases().0.remove(1);
    assert_eq!(desk.apply(Action::Delete(second)), Outcome::Deleted);
    assert_eq!(records(&disk).len(), 2);
    let undone: Vec<_> = (0..3).map(|_| (desk.apply(Action::Undo), country(&desk).map(str::to_owned))).collect();
    let expected = [(Change::Answer, None), (Change::Person, Some("CO")), (Change::Answer, None)];
    assert_eq!(undone, expected.map(|(change, then)| (Outcome::Undone(change), then.map(str::to_owned))));
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo);
    while desk.apply(Action::Redo) != Outcome::NothingToRedo {}
    assert_eq!(country(&desk), Some("GT"));
    assert_eq!(desk.apply(Action::Delete(Case::Current)), Outcome::Deleted);
    assert_eq!((desk.apply(Action::Redo), country(&desk)), (Outcome::NothingToRedo, None));
    assert_eq!((desk.apply(Action::Undo), country(&desk)), (Outcome::Undone(Change::Person), Some("CO")));
    assert_eq!(records(&disk).len(), 1);
}

#[test]
fn a_day_that_was_wrong_in_an_earlier_session_is_taken_back() {
    let disk = Model::default();
    let code = {
        let mut desk = desk_at(&disk, noon);
        say(&mut desk, "country", "CO");
        desk.apply(Action::Reach(8, day()));
        records(&disk)[0].code().clone()
    };
    let mut desk = desk_at(&disk, noon);
    assert_eq!(desk.apply(Action::GoToCase(Case::Stored(code))), Outcome::Resumed(Vec::new()));
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Move));
    assert!(records(&disk)[0].place.is_empty());
    assert_eq!(desk.apply(Action::Redo), Outcome::Redone(Change::Move));
    assert_eq!((records(&disk)[0].place.len(), desk.walk().at), (1, 8));
    drop(desk);
    assert!(Store::open(Box::new(disk)).is_ok());
}

//! What all faces share: one person, one office, one place, one language.

use chrono::Days;
use smo_desk::content::{Lang, Msg};
use smo_desk::desk::{Action, Change, Desk, Outcome};
use smo_desk::rules::{Answer, Verdict, assess};
use std::sync::Arc;

use super::person::{CONTENT, answer, today};

fn desk() -> Desk {
    Desk::new(Arc::clone(&CONTENT), Lang(0), today())
}

/// Gives answers as on the command line, blanks between.
fn say(desk: &mut Desk, facts: &str) {
    for fact in facts.split_whitespace() {
        let (id, value) = fact.split_once('=').unwrap();
        assert_eq!(desk.apply(Action::Answer(id.into(), answer(id, value))), Outcome::Done);
        assert_eq!(*desk.found(), assess(&CONTENT, desk.check().answers()), "the findings are of these answers");
    }
}

fn at(desk: &Desk) -> &str {
    desk.question().map_or("", |question| &question.id)
}

fn selected(desk: &Desk) -> &str {
    &desk.office().id
}

fn here(desk: &Desk) -> Option<Verdict> {
    desk.finding_here().map(|finding| finding.verdict)
}

const MET: &str = "country=EC existing_case=no nationality=VE arrived=2019 regularization=yes";

#[test]
fn a_new_desk_has_nobody() {
    let mut desk = desk();
    assert_eq!((at(&desk), selected(&desk), desk.office_index()), ("", &*CONTENT.offices[0].id, 0));
    assert!(desk.check().is_empty() && !desk.has_unsaved() && desk.finding_here().is_none());
    assert_eq!((desk.as_of(), desk.lang()), (today(), Lang(0)));
    assert_eq!(desk.apply(Action::GoOn), Outcome::Done);
    assert_eq!(at(&desk), "country");
    assert!(!desk.has_unsaved(), "a question is no answer");
}

#[test]
fn the_selected_office_follows_the_person() {
    let mut desk = desk();
    for (code, office) in [("GT", "guatemala"), ("CR", "costa-rica"), ("EC", "ecuador"), ("CO", "colombia")] {
        say(&mut desk, &format!("country={code}"));
        assert_eq!((selected(&desk), here(&desk)), (office, Some(Verdict::Unclear)));
        assert_eq!(desk.finding_here().map(|f| &*f.office.id), Some(office));
    }
    say(&mut desk, "country=MX");
    assert_eq!((selected(&desk), here(&desk)), ("colombia", None), "no office of their own: the last one stays");
    for expected in ["colombia", "ecuador", "costa-rica", "guatemala", "guatemala"] {
        assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
        assert_eq!(selected(&desk), expected);
    }
    assert_eq!(desk.apply(Action::Redo), Outcome::Redone(Change::Answer));
    assert_eq!(desk.apply(Action::Redo), Outcome::Redone(Change::Answer));
    assert_eq!(selected(&desk), "costa-rica");
}

#[test]
fn another_office_can_be_looked_at_until_the_next_answer() {
    let mut desk = desk();
    say(&mut desk, "country=CO");
    assert_eq!(desk.apply(Action::SelectOffice(3)), Outcome::Done);
    assert_eq!(selected(&desk), "guatemala");
    assert_eq!(desk.finding_here().map(|f| &*f.office.id), Some("colombia"));
    assert_eq!(desk.found().office("guatemala").map(|f| f.verdict), Some(Verdict::NotMet));
    desk.apply(Action::SelectOffice(99));
    assert_eq!(selected(&desk), "guatemala", "there is no such office");
    say(&mut desk, "existing_case=no");
    assert_eq!(selected(&desk), "colombia");
}

#[test]
fn from_the_first_question_to_a_verdict_and_back() {
    let mut desk = desk();
    desk.apply(Action::GoOn);
    for fact in MET.split(' ') {
        assert_eq!(at(&desk), fact.split('=').next().unwrap());
        say(&mut desk, fact);
    }
    assert_eq!((at(&desk), here(&desk)), ("", Some(Verdict::Met)));
    assert!(desk.has_unsaved());
    for id in ["regularization", "arrived", "nationality", "existing_case", "country"] {
        assert_eq!(desk.apply(Action::Back), Outcome::Done);
        assert_eq!(at(&desk), id);
    }
    assert_eq!(desk.apply(Action::Back), Outcome::FirstQuestion);
    assert_eq!(desk.apply(Action::Review), Outcome::Done);
    assert_eq!((at(&desk), here(&desk)), ("", Some(Verdict::Met)));
    desk.apply(Action::Put("arrived".into()));
    assert_eq!(at(&desk), "arrived");
    desk.apply(Action::Put("no such question".into()));
    assert_eq!(at(&desk), "arrived");
    desk.apply(Action::Answer("no such question".into(), Answer::DontKnow));
    assert_eq!(at(&desk), "arrived");
    say(&mut desk, "arrived=2024");
    assert_eq!((here(&desk), desk.check().previous("ecuador")), (Some(Verdict::NotMet), Some(Verdict::Met)));
    desk.apply(Action::ForRecord);
    assert_eq!(at(&desk), "asylum_registered", "the one that the office's rules have left");
}

#[test]
fn undo_and_redo_retrace_every_answer() {
    let mut desk = desk();
    desk.apply(Action::GoOn);
    say(&mut desk, &format!("{MET} country=CO"));
    let mut steps = Vec::new();
    loop {
        let now = desk.check().clone();
        if desk.apply(Action::Undo) == Outcome::NothingToUndo {
            break;
        }
        steps.push(now);
    }
    assert_eq!(steps.len(), 6);
    assert!(desk.check().is_empty() && at(&desk) == "country");
    for step in steps.iter().rev() {
        assert_eq!(desk.apply(Action::Redo), Outcome::Redone(Change::Answer));
        assert_eq!(desk.check(), step);
    }
    assert_eq!(desk.apply(Action::Redo), Outcome::NothingToRedo);
}

#[test]
fn a_new_answer_ends_what_could_be_redone() {
    let mut desk = desk();
    say(&mut desk, "country=CO existing_case=no");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    say(&mut desk, "existing_case=declined");
    assert_eq!(desk.apply(Action::Redo), Outcome::NothingToRedo);
}

#[test]
fn undo_takes_the_marks_of_a_change_back_and_redo_sets_them() {
    let mut desk = desk();
    say(&mut desk, &format!("{MET} arrived=2024"));
    assert_eq!(desk.check().previous("ecuador"), Some(Verdict::Met));
    desk.apply(Action::Undo);
    assert_eq!(desk.check().previous("ecuador"), None);
    desk.apply(Action::Redo);
    assert_eq!(desk.check().previous("ecuador"), Some(Verdict::Met));
}

#[test]
fn review_and_put_are_not_undone() {
    let mut desk = desk();
    say(&mut desk, "country=CO existing_case=no");
    for action in [Action::Review, Action::Put("existing_case".into()), Action::Back, Action::GoOn] {
        desk.apply(action);
    }
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    assert_eq!((at(&desk), desk.check().answers().iter().count()), ("existing_case", 1));
}

#[test]
fn undo_takes_back_that_the_rest_is_asked_for_the_record() {
    let mut desk = desk();
    say(&mut desk, "country=CO existing_case=no nationality=NI");
    assert_eq!(desk.apply(Action::ForRecord), Outcome::Done);
    say(&mut desk, "arrived=unknown adult=unknown status=unknown");
    assert_eq!((at(&desk), desk.check().is_for_record()), ("", true));
    while desk.apply(Action::Undo) != Outcome::NothingToUndo {}
    assert!(desk.check().is_empty() && !desk.check().is_for_record());
}

#[test]
fn undo_after_the_next_person_brings_the_last_one_back() {
    let mut desk = desk();
    assert_eq!(desk.apply(Action::NextPerson), Outcome::Done, "there was nobody before");
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo);
    assert_eq!(desk.apply(Action::Redo), Outcome::NothingToRedo);
    say(&mut desk, MET);
    let first = desk.check().clone();
    assert_eq!(desk.apply(Action::NextPerson), Outcome::NextPerson);
    assert!(desk.check().is_empty() && desk.has_unsaved(), "the last one can still come back");
    assert_eq!((at(&desk), here(&desk)), ("country", None));
    say(&mut desk, "country=GT");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Person));
    assert_eq!(*desk.check(), first);
    assert_eq!((selected(&desk), here(&desk)), ("ecuador", Some(Verdict::Met)));
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer), "their own answers are undone as before");
}

#[test]
fn people_come_back_the_last_first_and_nobody_who_was_not_there() {
    let mut desk = desk();
    say(&mut desk, "country=CO");
    desk.apply(Action::NextPerson);
    assert_eq!(desk.apply(Action::NextPerson), Outcome::Done, "nobody was checked in between");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Person));
    assert_eq!(selected(&desk), "colombia");
    desk.apply(Action::NextPerson);
    say(&mut desk, "country=GT");
    desk.apply(Action::NextPerson);
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Person));
    assert_eq!(selected(&desk), "guatemala");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Person), "the one before that one, too");
    assert_eq!(selected(&desk), "colombia");
    assert_eq!(desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
    assert_eq!(desk.apply(Action::Undo), Outcome::NothingToUndo);
}

#[test]
fn a_language_is_spoken_at_once_and_changes_nothing_else() {
    let mut desk = desk();
    say(&mut desk, "country=CO");
    let before = (desk.check().clone(), desk.office_index(), desk.walk().clone());
    let count = CONTENT.languages.len();
    for n in 1..=count {
        desk.apply(Action::SpeakNext);
        assert_eq!(desk.lang(), Lang(n % count));
        assert_eq!(desk.phrases().get(Msg::Yes), CONTENT.msg(Msg::Yes, Lang(n % count)));
    }
    desk.apply(Action::Speak(Lang(2)));
    assert_eq!(desk.lang(), Lang(2));
    desk.apply(Action::Speak(Lang(count)));
    assert_eq!(desk.lang(), Lang(2), "there is no such language");
    assert_eq!(before, (desk.check().clone(), desk.office_index(), desk.walk().clone()));
}

#[test]
fn another_day_changes_what_was_reported_by_then_and_no_verdict() {
    let mut desk = desk();
    say(&mut desk, MET);
    let found = desk.found().clone();
    let reported = |desk: &Desk| smo_desk::rules::notices(desk.content(), desk.as_of()).len();
    let now = reported(&desk);
    let before = chrono::NaiveDate::from_ymd_opt(2024, 9, 1).unwrap();
    desk.apply(Action::Today(before));
    assert_eq!(desk.as_of(), before);
    assert!(reported(&desk) < now);
    assert_eq!(*desk.found(), found);
    desk.apply(Action::Today(today() + Days::new(1)));
    assert_eq!(reported(&desk), now);
}

#[test]
fn the_process_is_followed_and_gone_back_through() {
    let mut desk = desk();
    assert_eq!(desk.apply(Action::WalkBack), Outcome::NoWayBack);
    assert_eq!(desk.apply(Action::Follow(99)), Outcome::NoSuchLink);
    let steps = &CONTENT.process.steps;
    let next = steps[0].links.iter().position(|link| link.to != 0).unwrap();
    assert_eq!(desk.apply(Action::Follow(next)), Outcome::Done);
    assert_eq!(desk.walk().at, steps[0].links[next].to);
    assert_eq!(desk.apply(Action::GoTo(steps.len())), Outcome::NoSuchStep);
    assert_eq!(desk.apply(Action::GoTo(steps.len() - 1)), Outcome::Done);
    assert_eq!(desk.apply(Action::StandAt(usize::MAX)), Outcome::Done);
    assert_eq!(desk.walk().at, steps.len() - 1);
    say(&mut desk, "country=CO");
    assert_eq!(desk.walk().at, steps.len() - 1, "the check does not move the place in the process");
    assert_eq!(desk.apply(Action::WalkBack), Outcome::Done);
    assert_eq!(desk.apply(Action::WalkBack), Outcome::Done);
    assert_eq!(desk.walk().at, 0);
    assert_eq!(desk.apply(Action::WalkBack), Outcome::NoWayBack);
}

//! The plain text of processes made by hand.

use super::*;
use crate::process::testing::{Sketch, day, keys};
use unicode_width::UnicodeWidthStr;

fn write(model: &ProcessModel, head: &[String]) -> String {
    let words = keys();
    let cite = |said: &Statement| said.date.map_or("the guide".to_owned(), |date| format!("news of {date}"));
    Plain { model, catalog: &words, lang: Lang(0), day: day("2026-01-01"), cite: &cite }.write(head)
}

#[test]
fn each_step_says_what_is_known_of_it_in_one_order() {
    let model = Sketch::new(4)
        .go(0, 1)
        .link(0, 0, LinkKind::Loop, Certainty::Stated)
        .link(1, 2, LinkKind::Forward, Certainty::Usual)
        .link(1, 0, LinkKind::Loop, Certainty::May)
        .link(1, 3, LinkKind::Transfer, Certainty::NotStated)
        .go(1, 3)
        .track(1, 0)
        .wait(1, "a while", None, None)
        .detail(1, "old", None)
        .detail(1, "new", Some("2025-02"))
        .detail(1, "unmade", Some("2026-02"))
        .notice(1, "stop", Some("2025-01-27"))
        .open(1, "The guide does not say why.")
        .end(2, EndKind::Stated)
        .end(3, EndKind::NotStated)
        .model();
    insta::assert_snapshot!(write(&model, &["A head.".into(), "(!) A notice.".into()]), @r#"
    A head.
    (!) A notice.

     1  Step s0
        What happens in s0
        process_source the guide
        < process_begins
        < process_from 2
        > process_then 2: case 0 to 1
        > process_again: case 0 to 0

     2  Step s1
        process_track A Track A
        process_wait It takes a while
        (!) Notice stop [news of 2025-01-27]
        What happens in s1
        - Detail old
        process_source the guide
        - Detail new
        process_source news of 2025-02
        ? The guide does not say why.
        < process_from 1
        > process_then 3: case 1 to 2 (process_usual)
        > process_back 1: case 1 to 0 (process_may)
        > process_cross 4: case 1 to 3 (process_unsaid)
        > process_or 4: case 1 to 3

     3  Step s2
        What happens in s2
        process_source the guide
        < process_from 2
        > process_ends

     4  Step s3
        What happens in s3
        process_source the guide
        < process_from 2
        ? process_open_end
    "#);
}

#[test]
fn lines_keep_within_the_width() {
    let long = "wider than a line ".repeat(9);
    let model = Sketch::new(2).titled(0, &long).open(0, &long).go(0, 1).end(1, EndKind::Stated).model();
    let text = write(&model, &[long]);
    let widest = text.lines().map(UnicodeWidthStr::width).max();
    assert!(widest.is_some_and(|w| (70..=WIDTH).contains(&w)), "{text}");
}

#[test]
fn an_empty_process_leaves_the_head() {
    assert_eq!(write(&ProcessModel::default(), &["Head".into()]), "Head\n");
}

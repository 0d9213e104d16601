//! The picture is read back: from its glyphs alone the links of the process can be told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::content::{Certainty, EndKind, Lang, Link, LinkKind, Period};
use crate::process::is_firm;
use crate::process::links;
use crate::process::mark::Charset;
use crate::process::tests::{ProcessBuilder, any_process, ends};

/// The process of the picture in this module's documentation.
fn example() -> ProcessModel {
    let maybe = |builder: ProcessBuilder, from, to| builder.link(from, to, LinkKind::Forward, Certainty::May);
    let builder = ProcessBuilder::new(10)
        .titled(0, "Online form")
        .heading(0, "Application")
        .heading(5, "Screening")
        .titled(5, "Screening, which varies by the place where it is done")
        .wait(5, "a few weeks", None, None)
        .wait(7, "2 weeks or more", Some(Period::Weeks(2)), Some(5))
        .track(6, 0)
        .track(7, 0)
        .track(9, 1)
        .end(3, EndKind::NotStated)
        .end(8, EndKind::NotStated)
        .end(9, EndKind::Stated)
        .go(0, 1)
        .link(1, 0, LinkKind::Loop, Certainty::Stated)
        .go(0, 2)
        .go(2, 3)
        .link(2, 4, LinkKind::Forward, Certainty::Some)
        .go(2, 5)
        .link(5, 6, LinkKind::Forward, Certainty::Most)
        .go(5, 9)
        .link(6, 9, LinkKind::Transfer, Certainty::Stated)
        .go(7, 8);
    maybe(maybe(builder, 4, 5), 6, 7).model()
}

fn picture(model: &ProcessModel, width: usize, charset: Charset) -> String {
    let cells = Spine::of(model).cells(model, Lang(0), width, charset);
    let lines: Vec<_> = cells.iter().map(|cells| line(cells, width)).collect();
    lines.join("\n") + "\n"
}

/// A row as one line, the wait at the right edge.
fn line(cells: &Cells, width: usize) -> String {
    let left = format!("{} {}{} {}", cells.number, cells.rail, cells.mark, cells.text);
    let blanks = width.saturating_sub(left.width() + cells.wait.width());
    if cells.wait.is_empty() { left } else { format!("{left}{}{}", " ".repeat(blanks), cells.wait) }
}

#[test]
fn the_example_in_line_characters() {
    insta::assert_snapshot!(picture(&example(), 42, Charset::Unicode), @r#"
         Application
     1 ┌   Online form
     2 ├─→ Step s1
       │ └─↑ 1 case 1 to 0
     3 │   Step s2
     4 ├─o Step s3
     5 ├─? Step s4
       │ └─? 6 case 4 to 5
       │ Screening
     6 │   Screening               a few weeks
       ├─× 10 case 5 to 9
       A Track A
     7 A   Step s6
       ├═> 10 case 6 to 9
     8 A ? Step s7             2 weeks or more
     9 └─o Step s8
       B Track B
    10 B─× Step s9
    "#);
}

#[test]
fn the_example_in_ascii() {
    insta::assert_snapshot!(picture(&example(), 42, Charset::Ascii), @r#"
         Application
     1 .   Online form
     2 |-> Step s1
       | '-^ 1 case 1 to 0
     3 |   Step s2
     4 |-o Step s3
     5 |-? Step s4
       | '-? 6 case 4 to 5
       | Screening
     6 |   Screening               a few weeks
       |-x 10 case 5 to 9
       A Track A
     7 A   Step s6
       |=> 10 case 6 to 9
     8 A ? Step s7             2 weeks or more
     9 '-o Step s8
       B Track B
    10 B-x Step s9
    "#);
}

#[test]
fn an_empty_process_has_no_rows() {
    assert_eq!(Spine::of(&ProcessModel::default()), Spine::default());
}

#[test]
fn a_way_that_is_only_possible_shows_it() {
    let model = ProcessBuilder::new(2).link(0, 1, LinkKind::Forward, Certainty::May).end(1, EndKind::Stated).model();
    assert_eq!(picture(&model, 30, Charset::Ascii), " 1 .   Step s0\n 2 '-? Step s1\n");
    let model =
        ProcessBuilder::new(3).link(0, 1, LinkKind::Forward, Certainty::May).go(1, 2).end(2, EndKind::Stated).model();
    assert_eq!(picture(&model, 30, Charset::Ascii), " 1 .   Step s0\n 2 | ? Step s1\n 3 '-x Step s2\n");
}

#[test]
fn an_end_below_the_way_on_stands_for_itself() {
    let model =
        ProcessBuilder::new(4).go(0, 1).go(0, 2).go(1, 3).end(2, EndKind::Stated).end(3, EndKind::Stated).model();
    let seen = picture(&model, 30, Charset::Ascii);
    assert_eq!(
        seen,
        " 1 .   Step s0\n   |-x 3 case 0 to 2\n 2 |   Step s1\n   '-x 4 case 1 to 3\n 3  -x Step s2\n 4  -x Step s3\n"
    );
}

/// Reads the links off the glyphs, each with its mark.
fn read(model: &ProcessModel, cells: &[Cells]) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let (mut stop, mut side, mut joined, mut joined_inner) = (None, None, false, false);
    for row in cells {
        if row.mark.is_empty() {
            let is_letter = matches!(&*row.rail, "A" | "B");
            assert!(is_letter || (row.rail == "│") == joined, "the rail goes on beside a heading: {row:?}");
            assert!(!row.text.is_empty() && row.wait.is_empty() && row.number.trim().is_empty(), "{row:?}");
            continue;
        }
        let number = row.number.trim().parse::<usize>().ok().map(|number| number - 1);
        let goes_to = || row.text.split(' ').next().unwrap().parse::<usize>().unwrap() - 1;
        let hangs = row.mark.starts_with(['─', '═']);
        // A link under a side step has the second rail before its mark.
        let mark: String = row.mark.chars().skip(row.mark.chars().count() - 2).collect();
        match number {
            Some(number) if joined && hangs => {
                found.push((stop.unwrap(), number, mark));
                (side, joined_inner) = (Some(number), true);
            }
            Some(number) => {
                found.extend(stop.filter(|_| joined).map(|from| (from, number, mark)));
                (stop, side, joined_inner) = (Some(number), None, false);
            }
            None if hangs => {
                assert!(joined, "a link hangs on the rail");
                found.push((stop.unwrap(), goes_to(), mark));
            }
            None => {
                assert!(joined_inner, "a link set in hangs on its own line");
                assert_eq!(row.rail == "│", joined, "the rail goes on beside it");
                found.push((side.unwrap(), goes_to(), mark));
                joined_inner = row.mark.starts_with(" ├");
            }
        }
        // A letter hides the rail: below it something hangs or follows unless its step is an end.
        let is_letter = matches!(&*row.rail, "A" | "B");
        joined = if is_letter { !hangs } else { matches!(&*row.rail, "┌" | "│" | "├") };
    }
    assert!(!joined, "nothing hangs from the last row");
    assert_eq!(stop.is_some(), !model.steps.is_empty());
    found
}

proptest! {
    #[test]
    fn every_step_is_drawn_once(model in any_process(60)) {
        let spine = Spine::of(&model);
        let steps: Vec<_> = spine.rows.iter().filter_map(|row| row.kind.step()).collect();
        prop_assert_eq!(steps, (0..model.steps.len()).collect::<Vec<_>>());
    }

    #[test]
    fn every_part_has_its_heading_right_above_its_first_step(model in any_process(60)) {
        let rows = Spine::of(&model).rows;
        let headed: Vec<_> = rows.windows(2).filter_map(|pair| match pair[0].kind {
            RowKind::Heading { step } => Some((step, pair[1].kind.step())),
            _ => None,
        }).collect();
        let parts: Vec<_> = (0..model.steps.len()).filter(|step| model.begins_part(*step)).map(|step| (step, Some(step))).collect();
        prop_assert_eq!(headed, parts);
    }

    #[test]
    fn the_glyphs_alone_tell_the_links(model in any_process(60)) {
        let cells = Spine::of(&model).cells(&model, Lang(0), 44, Charset::Unicode);
        let mut seen: Vec<_> = read(&model, &cells).into_iter().map(|(from, to, _)| (from, to)).collect();
        let mut meant: Vec<_> = links(&model).map(|(at, link)| (at.from, link.to)).collect();
        seen.sort_unstable();
        meant.sort_unstable();
        prop_assert_eq!(seen, meant);
    }

    #[test]
    fn a_mark_says_what_its_link_is_and_what_runs_along_the_rail_is_plain(model in any_process(60)) {
        let cells = Spine::of(&model).cells(&model, Lang(0), 44, Charset::Unicode);
        for (from, to, mark) in read(&model, &cells) {
            let plain = |link: &Link| {
                link.kind == LinkKind::Forward && (mark == " ?" || is_firm(link.certainty)) && !ends(&model).contains(&to)
            };
            let hangs = mark.starts_with(['─', '═']);
            let drawn = |link: &Link| LinkMark::of_link(&model, link).glyph(Charset::Unicode) == mark;
            let mut all = model.steps[from].links.iter().filter(|link| link.to == to);
            prop_assert!(all.any(|link| if hangs { drawn(link) } else { plain(link) }), "{} {} {}", from, to, mark);
        }
    }

    #[test]
    fn a_row_never_leaves_its_width(model in any_process(60), width in 0_usize..60, ascii: bool) {
        let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
        for cells in Spine::of(&model).cells(&model, Lang(0), width, charset) {
            prop_assert!(line(&cells, width).width() <= width.max(9), "{:?}", cells);
        }
    }
}

#[test]
fn words_too_long_for_their_row_give_way_at_a_clause_and_then_at_a_cut() {
    let title = "Review by staff, notice by e-mail";
    let model =
        ProcessBuilder::new(2).titled(0, title).go(0, 1).end(1, EndKind::Stated).wait(0, "a week", None, None).model();
    let first = |width, charset| Spine::of(&model).cells(&model, Lang(0), width, charset).remove(0);
    let seen = |width| {
        let cells = first(width, Charset::Unicode);
        (cells.text, cells.wait)
    };
    assert_eq!(seen(48), (title.into(), "a week".into()));
    assert_eq!(seen(47), ("Review by staff".into(), "a week".into()));
    assert_eq!(seen(17), ("s0".into(), "a week".into()));
    assert_eq!(seen(10), ("s0".into(), String::new()), "the wait gives way before the step");
    let model = ProcessBuilder::new(1).link(0, 0, LinkKind::Loop, Certainty::Stated).model();
    let link = |charset| Spine::of(&model).cells(&model, Lang(0), 14, charset).remove(1).text;
    assert_eq!((link(Charset::Unicode), link(Charset::Ascii)), ("1 case…".into(), "1 case~".into()));
}

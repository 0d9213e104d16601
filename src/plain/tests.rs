//! Pages of lines.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::content::{Content, Lang};
use crate::document::{Block, Citation, Document, Kind, Mark, Role};
use crate::rules::Verdict;
use crate::wording::Phrases;

fn page(width: usize) -> TextPage {
    TextPage::new(Options { width: Some(width), ..Options::default() })
}

fn shown(width: usize, blocks: Vec<Block>) -> TextPage {
    let content = Content::embedded().unwrap();
    let mut page = page(width);
    page.show(&Document { blocks }, Phrases::new(&content, Lang(0)));
    page
}

#[test]
fn later_lines_stand_under_the_first() {
    let mut page = page(80);
    page.put("(!) ", &"word ".repeat(20));
    let lines: Vec<&str> = page.text().lines().collect();
    assert_eq!(lines, [format!("(!) {}", ["word"; 15].join(" ")), format!("    {}", ["word"; 5].join(" "))]);
}

#[test]
fn nothing_but_text_gets_out_and_never_too_wide() {
    let mut page = page(80);
    page.put("- ", &format!("a\u{1b}[2J\tb\u{9b}c\n\u{202e}{}", "x".repeat(200)));
    assert!(page.text().lines().all(|line| textwrap::core::display_width(line) <= 80));
    assert!(page.text().chars().all(|c| c == '\n' || text::is_text(c)));
}

#[test]
fn a_line_is_whole_where_no_width_is_given() {
    let mut page = TextPage::new(Options { width: None, ..Options::default() });
    page.put("- ", &"word ".repeat(100));
    assert_eq!(page.text().lines().count(), 1);
}

#[test]
fn ascii_leaves_no_other_character() {
    let mut page = TextPage::new(Options { ascii: true, ..Options::default() });
    page.say("¿Nació aquí? «sí»");
    assert_eq!(page.text(), "?Nacio aqui? <<si>>\n");
}

#[test]
fn blank_lines_do_not_pile_up() {
    let mut page = page(80);
    for words in ["a", "b"] {
        page.gap();
        page.gap();
        page.say(words);
    }
    assert_eq!(page.text(), "a\n\nb\n");
}

#[test]
fn bold_is_written_only_where_it_is_asked_for() {
    for (bold, expected) in [(false, "a\n"), (true, "\x1b[1ma\x1b[0m\n")] {
        let mut page = TextPage::new(Options { bold, ..Options::default() });
        page.heading("", "a");
        assert_eq!(page.text(), expected);
    }
}

#[test]
fn a_block_says_its_mark_its_source_and_its_answers() {
    let citation = |section: &str| Citation {
        label: "guide".to_owned(),
        dated: "guide, Aug 2024".to_owned(),
        section: Some(section.to_owned()),
    };
    let value = Kind::Value { name: "Age".to_owned(), number: None };
    let page = shown(
        80,
        vec![
            Block::new("a", Kind::Title, "Title").mark(Mark::Verdict(Verdict::Met)),
            Block { answers: vec![2, 5], ..Block::new("b", value, "18").level(1).mark(Mark::Verdict(Verdict::NotMet)) },
            Block::new("c", Kind::Heading, "Part"),
            Block::new("d", Kind::Item { number: None }, "x").cited(citation("s")),
            Block::new("e", Kind::Item { number: Some(1) }, "y").role(Role::Rule).cited(citation("s")),
            Block::new("f", Kind::Paragraph, "z").role(Role::Notice).mark(Mark::Notice).cited(citation("s")),
        ],
    );
    let expected =
        "[+] Title\n  [-] Age: 18 (answer 2, 5)\n\nPart:\n- x [guide]\n1  y [guide, s]\n(!) z [guide, Aug 2024]\n";
    assert_eq!(page.text(), expected);
    let lines: Vec<(&str, Range<usize>)> = page.anchors().iter().map(|(a, lines)| (&**a, lines.clone())).collect();
    assert_eq!(lines, [("a", 0..1), ("b", 1..2), ("c", 3..4), ("d", 4..5), ("e", 5..6), ("f", 6..7)]);
}

#[test]
fn entries_of_a_row_keep_to_their_column() {
    let row = |anchor, cells: [&[&str]; 2]| {
        let cells = cells.iter().map(|cell| cell.iter().map(|entry| (*entry).to_owned()).collect()).collect();
        Block::new(anchor, Kind::Row { cells }, "")
    };
    let page = shown(20, vec![row("a", [&["One"], &["Two"]]), row("b", [&["so long that"], &["x", "y"]])]);
    assert_eq!(page.text(), "One        Two\n- so long  - x\n  that     - y\n");
}

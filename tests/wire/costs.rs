//! What small changes cost, byte by byte.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::line::{Line, area, readable};

/// A line on which a picture was drawn.
fn shown(buf: &Buffer, cursor: (u16, u16)) -> Line {
    let mut line = Line::new(buf.area.width, buf.area.height);
    line.draws(buf, Some(Position::from(cursor)));
    line
}

/// What is sent for a change.
fn sent(line: &mut Line, buf: &Buffer, cursor: (u16, u16)) -> String {
    readable(&line.draws(buf, Some(Position::from(cursor))))
}

fn text(lines: &[&str]) -> Buffer {
    let mut buf = area(80, 24);
    for (y, line) in (0..).zip(lines) {
        buf.set_string(0, y, line, Style::reset());
    }
    buf
}

#[test]
fn a_picture_that_is_shown_already_costs_nothing() {
    let buf = text(&["", " > Colombia"]);
    let mut line = shown(&buf, (1, 1));
    let writes = line.stats().writes;
    for _ in 0..3 {
        assert_eq!(sent(&mut line, &buf, (1, 1)), "");
    }
    assert_eq!(line.stats().writes, writes);
    assert_eq!(line.stats().frames, writes + 3);
}

#[test]
fn a_typed_character_costs_itself() {
    let mut buf = text(&["", " > 2"]);
    let mut line = shown(&buf, (4, 1));
    for (x, typed) in [(4, "0"), (5, "1"), (6, "é")] {
        buf.set_string(x, 1, typed, Style::reset());
        assert_eq!(sent(&mut line, &buf, (x + 1, 1)), typed.escape_debug().to_string());
    }
    buf.set_string(6, 1, " ", Style::reset());
    assert_eq!(sent(&mut line, &buf, (6, 1)), "\\u{8} \\u{8}");
}

#[test]
fn a_marker_moves_for_a_few_bytes() {
    let mut line = shown(&text(&["", " > one", "   two", "   six"]), (1, 1));
    assert_eq!(sent(&mut line, &text(&["", "   one", " > two", "   six"]), (1, 2)), " \\n\\u{8}>\\u{8}");
    assert_eq!(sent(&mut line, &text(&["", "   one", "   two", " > six"]), (1, 3)), " \\n\\u{8}>\\u{8}");
    assert_eq!(sent(&mut line, &text(&["", "   one", " > two", "   six"]), (1, 2)), " ^M\\u{8}>\\u{8}");
    assert_eq!(sent(&mut line, &text(&["", " > one", "   two", "   six"]), (1, 1)), " ^M\\u{8}>\\u{8}");
}

#[test]
fn only_the_cursor_moves() {
    let buf = text(&["some", "text"]);
    let mut line = shown(&buf, (0, 0));
    let ways = [
        ((1, 0), "^[C"),
        ((0, 0), "\\u{8}"),
        ((0, 3), "\\n\\n\\n"),
        ((0, 20), "^[17B"),
        ((40, 20), "^[41G"),
        ((39, 20), "\\u{8}"),
        ((39, 18), "^M^M"),
        ((9, 18), "^[10G"),
        ((0, 0), "^[H"),
        ((70, 0), "^[71G"),
        ((50, 12), "^[13;51H"),
    ];
    for (cursor, way) in ways {
        assert_eq!(sent(&mut line, &buf, cursor), way, "{cursor:?}");
    }
}

#[test]
fn the_rest_of_a_row_is_erased_and_not_overwritten() {
    let mut line = shown(&text(&["short, and then a lot more of it"]), (0, 0));
    assert_eq!(sent(&mut line, &text(&["short"]), (5, 0)), "^[6G^[K");
}

#[test]
fn what_is_left_of_a_column_is_erased_at_once() {
    let right = "and this stays";
    let cases = [
        // What is erased, what is wanted, where the cursor ends, and what is sent.
        (format!("some text that goes away   {right}"), format!("{:27}{right}", ""), 23, "^[24G^[1K"),
        (format!("some text that goes away   {right}"), format!("{:24}a  {right}", ""), 25, "^[25G^[1Ka"),
        // A short one is written over.
        (format!("one  {right}"), format!("{:5}{right}", ""), 3, "   "),
        // Where all of the row goes, the rest of the row is what is erased.
        ("some text that goes away".to_owned(), String::new(), 0, "^[K"),
    ];
    for (before, after, column, bytes) in cases {
        let mut line = shown(&text(&[&before]), (0, 0));
        assert_eq!(sent(&mut line, &text(&[&after]), (column, 0)), bytes, "{before}");
    }
}

#[test]
fn what_is_right_already_is_skipped_or_printed_again_whichever_is_less() {
    let mut line = shown(&text(&["a b a c are the same, d and e are not"]), (0, 0));
    let bytes = sent(&mut line, &text(&["x y a z are the same, d and f are not"]), (0, 0));
    assert_eq!(bytes, "x y a z^[29Gf\\r");
}

#[test]
fn a_full_width_page_scrolls_for_the_lines_that_are_new() {
    let lines: Vec<String> = (0..40).map(|n| format!("line {n} of a page that is read from top to bottom")).collect();
    let page = |from: usize| {
        let mut buf = area(80, 24);
        buf.set_string(0, 0, "HEAD", Style::reset());
        buf.set_string(0, 23, "FOOT", Style::reset());
        for (y, line) in (1..23).zip(lines.iter().skip(from)) {
            buf.set_string(0, y, line, Style::reset());
        }
        buf
    };
    let mut line = shown(&page(0), (0, 1));
    assert_eq!(sent(&mut line, &page(1), (0, 1)), format!("^[2;23r^[23H\\n^[r^[22B{}^[2H", lines[22]));
    assert_eq!(sent(&mut line, &page(0), (0, 1)), format!("^[2;23r^[2H^M^[r\\n{}\\r", lines[0]));
}

#[test]
fn attributes_cost_their_change_alone() {
    let bold = Style::reset().add_modifier(Modifier::BOLD);
    let dim = Style::reset().add_modifier(Modifier::DIM);
    let mut line = shown(&area(80, 24), (0, 0));
    let mut buf = area(80, 24);
    buf.set_string(0, 0, "Enter", bold);
    buf.set_string(6, 0, "open", dim);
    assert_eq!(sent(&mut line, &buf, (10, 0)), "^[1mEnter ^[;2mopen");
    buf.set_string(10, 0, " it", dim);
    assert_eq!(sent(&mut line, &buf, (13, 0)), " it");
}

#[test]
fn erasing_never_takes_a_background_along() {
    let reversed = Style::reset().add_modifier(Modifier::REVERSED);
    let mut line = shown(&text(&["title and a row of text that goes away"]), (0, 0));
    let mut wanted = area(80, 24);
    wanted.set_string(0, 0, "title", reversed);
    assert_eq!(sent(&mut line, &wanted, (5, 0)), "^[7mtitle^[m^[K");
}

#[test]
fn the_last_cell_is_written_without_scrolling() {
    let mut line = shown(&area(80, 24), (0, 0));
    let mut buf = area(80, 24);
    buf.set_string(79, 23, "x", Style::reset());
    buf.set_string(0, 22, "y", Style::reset());
    sent(&mut line, &buf, (0, 0));
    buf.set_string(79, 23, "z", Style::reset());
    assert_eq!(sent(&mut line, &buf, (79, 23)), "^[24;80Hz^[80G");
}

#[test]
fn the_cursor_is_shown_and_hidden_once() {
    let buf = area(80, 24);
    let mut line = shown(&buf, (0, 0));
    assert_eq!(readable(&line.draws(&buf, None)), "^[?25l");
    assert_eq!(readable(&line.draws(&buf, None)), "");
    assert_eq!(sent(&mut line, &buf, (0, 0)), "^[?25h");
}

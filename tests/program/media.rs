//! A sheet that is printed and copied by way of the terminal: the exact bytes, and the screen after them.

use super::terminal::{ENTER, ESC_KEY, Start, Terminal, text_of};

const DOWN: &str = "\x1b[B";

/// The part of what was sent between two marks.
fn between<'a>(bytes: &'a [u8], begin: &[u8], end: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(begin.len()).position(|part| part == begin)? + begin.len();
    let rest = &bytes[at..];
    rest.windows(end.len()).position(|part| part == end).map(|length| &rest[..length])
}

fn sheet(args: &[&str]) -> String {
    super::cli::run::text(&[&["sheet", "colombia"], args].concat())
}

/// The sheet on the first office, and the question of a key.
fn asked(args: &[&str], key: &str) -> Terminal {
    let mut desk = Terminal::desk_with(&Start { args, ..Start::default() });
    desk.send("s");
    desk.wait_for("with the person");
    desk.send(key);
    desk.wait_for("leave it as it is");
    desk
}

#[test]
fn the_printer_gets_the_sheet_and_the_screen_is_drawn_whole_after_it() {
    for (args, ascii) in [(&[][..], &[][..]), (&["--ascii"], &["--ascii"])] {
        let mut desk = asked(args, "t");
        assert!(!desk.bytes().windows(4).any(|part| part == b"\x1b[5i"), "nothing is sent before it is chosen");
        desk.send(DOWN);
        desk.wait_for("> send it");
        let before = desk.bytes().len();
        desk.send(ENTER);
        desk.wait_for("Sent to the printer");
        let bytes = desk.bytes().split_off(before);
        let printed = between(&bytes, b"\x1b[5i", b"\x1b[4i").unwrap();
        assert_eq!(String::from_utf8_lossy(printed), sheet(ascii).replace('\n', "\r\n"));
        assert!(bytes.starts_with(b"\x1b[5i"), "it is sent before the next picture");
        // A terminal that does not know of printers has scrolled the text over its screen.
        let whole = desk.wait_screen("the sheet", |screen| text_of(screen).contains("What was reported last?"));
        assert!(whole.contains("SMO") && whole.contains("? help"), "{whole}");
        assert!(!whole.contains("Sources:"), "nothing of the print is left:\n{whole}");
    }
}

#[test]
fn the_clipboard_gets_the_sheet_in_base_64() {
    let mut desk = asked(&[], "c");
    desk.send(DOWN);
    desk.wait_for("> send it");
    desk.send(ENTER);
    desk.wait_for("Sent to the clipboard");
    let bytes = desk.bytes();
    let letters = between(&bytes, b"\x1b]52;c;", b"\x07").unwrap();
    assert_eq!(decoded(letters), sheet(&[]).into_bytes());
}

/// An oracle of its own: base 64 by its definition, bit for bit.
fn decoded(letters: &[u8]) -> Vec<u8> {
    let value = |letter: &u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        other => panic!("{other}"),
    };
    let letters = letters.iter().filter(|letter| **letter != b'=').map(value);
    let bits: Vec<bool> = letters.flat_map(|value| (0..6).rev().map(move |n| (value >> n) & 1 == 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |all, bit| all * 2 + u8::from(*bit))).collect()
}

#[test]
fn what_is_left_is_not_sent() {
    for key in ["t", "c"] {
        for leave in [ENTER, ESC_KEY, "y", "q"] {
            let mut desk = asked(&[], key);
            desk.send(leave);
            if leave == ENTER || leave == ESC_KEY {
                desk.wait_for("Left as it is");
            }
            desk.send("\x03");
            desk.wait_end();
            let text = String::from_utf8_lossy(&desk.bytes()).into_owned();
            assert!(!text.contains("\x1b[5i") && !text.contains("\x1b]"), "{key} {leave:?}");
        }
    }
}

#[test]
fn a_printer_is_let_go_of_when_the_desk_ends_and_no_other_terminal_is_told() {
    for prints in [true, false] {
        let mut desk = asked(&[], "t");
        if prints {
            desk.send(DOWN);
            desk.wait_for("> send it");
        }
        desk.send(ENTER);
        desk.wait_for(if prints { "Sent to the printer" } else { "Left as it is" });
        let before = desk.bytes().len();
        desk.send("\x03");
        assert_eq!(desk.wait_end().exit_code(), 0);
        let last = desk.bytes().split_off(before);
        assert_eq!(last.windows(4).any(|part| part == b"\x1b[4i"), prints);
    }
}

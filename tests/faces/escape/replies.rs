//! What a terminal says of itself, asked or not: swallowed however late and in however many pieces it comes, and whoever
//! types on after one that was cut off is heard again.

use super::{GAPS, Line, every_way, keys, types, whole};
use proptest::prelude::*;
use smo_desk::tui::escape::{AT_HOME, OVER_SSH};
use smo_desk::tui::key::{Input, Key};
use std::time::Duration;

/// Colours, titles, the clipboard; settings, names, capabilities; pictures; and what no terminal is known to send.
const REPLIES: [&str; 16] = [
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b]11;rgb:0000/0000/0000\x07",
    "\x1b]10;rgba:ffff/ffff/ffff/ffff\x1b\\",
    "\x1b]4;1;rgb:cd00/0000/0000\x07",
    "\x1b]52;c;Y29zdGEgcmljYQ==\x07",
    "\x1b]lsmo 2 CO\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP!|7E565445\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^private 1 2\x1b\\",
    "\x1bXstart 17\x1b\\",
    "\x1b[24;80R",
    "\x1b[?64;1;2;6;9;15;22c",
    "\x1b[?1;2c",
];

fn is_only_esc(got: &[Input], esc_may: bool) -> bool {
    got.is_empty() || (esc_may && got == keys(&[Key::Esc]))
}

#[test]
fn no_answer_of_a_terminal_is_a_key_however_it_comes() {
    for text in REPLIES {
        assert_eq!(whole(text), [], "{text:?}");
        every_way(text, |got, esc_may, way| assert!(is_only_esc(got, esc_may), "{text:?}: {got:?}, {way}"));
        assert_eq!(whole(&format!("a{text}b{text}{text}c")), keys(&['a', 'b', 'c'].map(Key::Char)), "{text:?}");
    }
}

/// An Esc and a letter in one byte, raw or in UTF-8, and its end likewise.
#[test]
fn answers_in_c1_controls_are_swallowed_too() {
    let raw = |byte: u8| vec![byte];
    let utf8 = |byte: u8| vec![0xc2, byte];
    for c1 in [raw, utf8] {
        for (introducer, body) in [
            (0x9d, "11;rgb:1e1e/1e1e/2e2e"),
            (0x90, "1$r0m"),
            (0x9f, "Gi=31;OK"),
            (0x9e, "private 1 2"),
            (0x98, "start 17"),
        ] {
            for end in [c1(0x9c), b"\x1b\\".to_vec(), b"\x07".to_vec()] {
                let text = [b"a".to_vec(), c1(introducer), body.into(), end, b"b".to_vec()].concat();
                for at in 0..text.len() {
                    let mut line = Line::new(OVER_SSH);
                    line.come(&text[..at]);
                    line.pass(Duration::from_millis(1500));
                    line.come(&text[at..]);
                    assert_eq!(line.end(), keys(&['a', 'b'].map(Key::Char)), "{text:?} cut at {at}");
                }
            }
        }
        let mut line = Line::new(OVER_SSH);
        line.come(&[c1(0x9b), b"A".to_vec(), c1(0x8f), b"B".to_vec(), c1(0x9b), b"24;80R".to_vec()].concat());
        assert_eq!(line.end(), keys(&[Key::Up, Key::Down]));
    }
    let mut line = Line::new(OVER_SSH);
    line.come("ñÀ¿".as_bytes());
    assert_eq!(line.end(), keys(&['ñ', 'À', '¿'].map(Key::Char)), "letters are none");
}

#[test]
fn an_answer_that_is_seconds_late_is_swallowed_too() {
    for text in REPLIES.iter().filter(|text| !text.starts_with("\x1b^") && !text.starts_with("\x1bX")) {
        for at in 1..text.len() {
            for seconds in [1, 2] {
                let mut line = Line::new(OVER_SSH);
                line.come(&text.as_bytes()[..at]);
                line.pass(Duration::from_millis(seconds * 1000 + 500));
                line.come(&text.as_bytes()[at..]);
                let got = line.end();
                // Beyond a second an Esc and a bracket are what somebody typed.
                let is_bracket = &text[..at] == "\x1b[";
                assert!(is_only_esc(&got, at == 1) || is_bracket, "{text:?} cut at {at}: {got:?}");
            }
        }
    }
}

#[test]
fn the_end_of_an_answer_that_was_given_up_does_not_type() {
    for text in REPLIES.iter().filter(|text| text.ends_with("\x1b\\") || text.ends_with('\x07')) {
        for at in 3..text.len() - 3 {
            let mut line = Line::new(AT_HOME);
            line.come(&text.as_bytes()[..at]);
            line.pass(Duration::from_secs(5));
            line.come(&text.as_bytes()[at..]);
            line.come(b"n");
            assert_eq!(line.end(), keys(&[Key::Char('n')]), "{text:?} cut at {at}");
        }
    }
}

#[test]
fn whoever_types_on_after_an_answer_that_was_cut_off_is_heard() {
    for text in REPLIES.iter().filter(|text| !text.starts_with("\x1b[")) {
        for at in 3..text.len() - 1 {
            let begun = &text[..at];
            let mut line = Line::new(OVER_SSH);
            line.come(begun.as_bytes());
            line.pass(Duration::from_secs(4));
            for byte in b"VE\r" {
                line.come(&[*byte]);
                line.pass(Duration::from_millis(200));
            }
            assert_eq!(line.end(), keys(&[Key::Char('V'), Key::Char('E'), Key::Enter]), "after a silence: {begun:?}");
            for (text, key) in [("\x03", Key::Ctrl('c')), ("\r", Key::Enter), ("\x1b[A", Key::Up)] {
                let got = whole(&format!("{begun}{text}"));
                let expected =
                    if begun.ends_with('\x1b') && text == "\x1b[A" { keys(&[Key::Up]) } else { keys(&[key]) };
                assert_eq!(got, expected, "at once: {begun:?}{text:?}");
            }
        }
    }
}

#[test]
fn an_answer_that_never_ends_keeps_nobody_from_typing() {
    let mut line = Line::new(AT_HOME);
    line.come(b"\x1b]52;c;");
    for _ in 0..40 {
        line.come(b"x");
        line.pass(Duration::from_secs(1));
    }
    let Some(Input::Keys(typed)) = line.end().pop() else { panic!("nothing is heard") };
    assert!(typed.len() > 15, "{} keys of 40", typed.len());
    let long = "x".repeat(1 << 20);
    let Some(Input::Keys(typed)) = whole(&format!("\x1b]52;c;{long}")).pop() else { panic!("nothing is heard") };
    assert!(typed.len() > 1 << 19);
}

proptest! {
    #[test]
    fn answers_between_keys_change_no_key(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(REPLIES.to_vec()).prop_map(str::to_owned),
                "[a-zA-Z0-9]{1,6}".prop_map(|typed: String| typed),
            ],
            1..10,
        ),
        cuts in prop::collection::vec((1usize..12, prop::sample::select(GAPS.to_vec())), 1..60),
    ) {
        let typed: Vec<Key> =
            parts.iter().filter(|part| !part.starts_with('\x1b')).flat_map(|part| part.chars()).map(Key::Char).collect();
        let bytes = parts.concat().into_bytes();
        let mut line = Line::new(OVER_SSH);
        line.come_in_pieces(&bytes, &cuts);
        let got = line.end();
        let came: Vec<Key> = got.iter().flat_map(|input| match input {
            Input::Keys(keys) => keys.clone(),
            _ => Vec::new(),
        }).filter(|key| *key != Key::Esc).collect();
        prop_assert_eq!(came, typed);
    }

    #[test]
    fn any_string_up_to_its_end_types_nothing(
        introducer in prop::sample::select(vec!["]11;", "]4;1;", "P>|", "P1$r", "_G", "^x", "Xx"]),
        body in "[ -~]{0,60}",
        end in prop::sample::select(vec!["\x1b\\", "\x07"]),
        at in any::<prop::sample::Index>(),
        gap in prop::sample::select(GAPS.to_vec()),
    ) {
        let text = format!("\x1b{introducer}{body}{end}");
        let (first, rest) = text.split_at(at.index(text.len() - 1) + 1);
        let mut line = Line::new(OVER_SSH);
        line.come(first.as_bytes());
        line.pass(Duration::from_millis(gap));
        line.come(rest.as_bytes());
        prop_assert!(!types(&line.end()), "{text:?}");
    }
}

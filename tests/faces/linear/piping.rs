//! What comes in and goes out: ends, garbage, floods, failing pipes, and nothing but text.

use std::io::{self, BufReader, Cursor, ErrorKind, Read, Write};

use proptest::prelude::*;
use smo_desk::linear::{self, Options};

use super::{COLOMBIA, JOURNEYS, content, desk, in_order, no_bare_verdict, only_text, written};

#[test]
fn the_end_of_the_input_ends_it_wherever_it_comes() {
    let all = "co\n2\nve\n2019\n1\n1\nprocess 9";
    for end in 0..=all.len() {
        let said = written("en", &all.as_bytes()[..end], Options::default());
        assert!(said.ends_with("\n> \n") || said.ends_with("\n> "), "ends its line: {said:?}");
    }
    let unended = written("en", b"co", Options::default());
    assert!(unended.contains("Country: Colombia"), "the last line needs no end");
    assert!(!written("en", b"quit\nco\n", Options::default()).contains("Country: Colombia"));
}

#[test]
fn what_is_no_text_changes_nothing() {
    let replies = written("en", b"\xff\xfe\x80\n\x1b[A\x00\x07\nco\x7f\x08\r\n", Options::default());
    only_text(&replies);
    in_order(&replies, &["No country has that name.", "No country has that name.", "Country: Colombia"]);
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_next_one_taken() {
    for length in [401, 5_000_000] {
        let long = io::repeat(b'a').take(length).chain(Cursor::new(b"\nco\n".to_vec()));
        let mut output = Vec::new();
        linear::run(desk("en"), &mut BufReader::new(long), &mut output, Options::default()).unwrap();
        let said = String::from_utf8(output).unwrap();
        in_order(&said, &["longer than 400 characters", "Country: Colombia"]);
        only_text(&said);
    }
}

#[test]
fn in_ascii_nothing_else_is_written() {
    for (code, lines) in JOURNEYS {
        let typed = lines.join("\n") + "\nhelp\nnotices\nprocess\nprocess 19\noffices\nrequirements 1\n";
        let said = written(code, typed.as_bytes(), Options { ascii: true, ..Options::default() });
        assert!(said.is_ascii());
        only_text(&said);
    }
}

/// Fails after some writes; remembers what was flushed.
pub(super) struct Pipe {
    left: usize,
    error: ErrorKind,
    text: Vec<u8>,
    writes: usize,
    flushed: Vec<usize>,
}

impl Pipe {
    pub(super) fn new(left: usize, error: ErrorKind) -> Self {
        Self { left, error, text: Vec::new(), writes: 0, flushed: Vec::new() }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.writes == self.left {
            return Err(self.error.into());
        }
        self.writes += 1;
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushed.push(self.text.len());
        Ok(())
    }
}

#[test]
fn every_reply_is_one_write_and_is_flushed_at_its_prompt() {
    let mut pipe = Pipe::new(usize::MAX, ErrorKind::Other);
    linear::run(desk("en"), &mut Cursor::new("co\nhelp\nfoo\n"), &mut pipe, Options::default()).unwrap();
    assert_eq!((pipe.writes, pipe.flushed.len()), (5, 5));
    for end in &pipe.flushed[..4] {
        assert!(pipe.text[..*end].ends_with(b"\n> "));
    }
}

#[test]
fn a_reader_that_went_away_is_no_error_and_a_full_disk_is() {
    for left in 0..3 {
        for (error, fine) in [(ErrorKind::BrokenPipe, true), (ErrorKind::StorageFull, false)] {
            let mut pipe = Pipe::new(left, error);
            let ended = linear::run(desk("en"), &mut Cursor::new("co\n2\nve\n"), &mut pipe, Options::default());
            assert_eq!(ended.is_ok(), fine, "{error:?} after {left}");
        }
    }
}

#[test]
fn input_that_cannot_be_read_is_an_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(ErrorKind::Other.into())
        }
    }
    let ended = linear::run(desk("en"), &mut BufReader::new(Broken), &mut Vec::new(), Options::default());
    assert_eq!(ended.map_err(|error| error.kind()), Err(ErrorKind::Other));
}

/// Lines that mean something more often than chance would make them.
fn lines() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "co",
        "ec",
        "gt",
        "cr",
        "pe",
        "other",
        "ve,cu",
        "ve",
        "ni",
        "gua",
        "1",
        "2",
        "3",
        "0",
        "9",
        "2019",
        "2024",
        "11/06/2023",
        "no",
        "yes",
        "back",
        "change 1",
        "change 3",
        "review",
        "why",
        "unknown",
        "declined",
        "undo",
        "redo",
        "next",
        "record",
        "offices",
        "offices 2",
        "requirements",
        "process",
        "process 9",
        "process 19",
        "follow 1",
        "follow 2",
        "notices",
        "language es",
        "language ht",
        "language en",
        "help",
        "",
        "reg",
        "* ve",
        "*",
        "withhold",
        "cases",
        "keep",
        "resume K7Q2",
        "delete K7Q2",
        "confirm",
        "pathways",
        "bring",
        "ready 3",
        "missing 3",
        "add 1",
        "remove 7",
        "check 1 a@example.org",
        "check 3 5 may 2001",
    ]);
    let line = prop_oneof![
        12 => known.prop_map(|line| line.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..60),
        1 => ".{0,60}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<char>(), 380..420).prop_map(|chars| chars.into_iter().collect::<String>().into_bytes()),
    ];
    prop::collection::vec(line, 0..25).prop_map(|lines| lines.join(&b'\n'))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_typed_only_text_comes_out(typed in lines(), checked: bool, ascii: bool, lang in 0..3usize) {
        let code = content().languages[lang].id.clone();
        // Chance alone hardly ever gets to a verdict.
        let first = if checked { COLOMBIA.join("\n") + "\n" } else { String::new() };
        let said = written(&code, &[first.as_bytes(), &typed].concat(), Options { ascii, ..Options::default() });
        only_text(&said);
        prop_assert!(!ascii || said.is_ascii());
        if !ascii {
            for language in &content().languages {
                no_bare_verdict(&language.id, &said);
            }
        }
    }
}

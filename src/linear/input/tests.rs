#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use std::io::{BufReader, Cursor, Read};

fn lines(bytes: &[u8], buffer: usize) -> Vec<ReadLine> {
    let mut reader = BufReader::with_capacity(buffer, Cursor::new(bytes.to_vec()));
    let mut all = Vec::new();
    loop {
        let line = read_line(&mut reader).unwrap();
        let ended = line == ReadLine::End;
        all.push(line);
        if ended {
            return all;
        }
    }
}

fn said(text: &str) -> ReadLine {
    ReadLine::Line(text.to_owned())
}

#[test]
fn lines_come_whole_whatever_the_buffer() {
    for buffer in [1, 2, 3, 64] {
        let all = lines("uno\r\n\ndos \u{e1}\nlast".as_bytes(), buffer);
        assert_eq!(all, [said("uno"), said(""), said("dos \u{e1}"), said("last"), ReadLine::End]);
    }
}

#[test]
fn control_characters_are_dropped_and_bytes_that_are_no_text_replaced() {
    assert_eq!(lines(b"\x1b[2J1\x00\x07\n\xff\xfe\n", 8), [said("[2J1"), said("\u{fffd}\u{fffd}"), ReadLine::End]);
}

#[test]
fn the_longest_line_is_taken_and_one_character_more_is_not() {
    let (fits, over) = ("\u{1f600}".repeat(LONGEST), "\u{1f600}".repeat(LONGEST + 1));
    assert_eq!(lines(format!("{fits}\n").as_bytes(), 7), [said(&fits), ReadLine::End]);
    assert_eq!(lines(format!("{over}\n1\n").as_bytes(), 7), [ReadLine::TooLong, said("1"), ReadLine::End]);
}

#[test]
fn megabytes_without_an_end_are_not_kept() {
    let endless = io::repeat(b'x').take(4 << 20).chain(Cursor::new(b"\n1\n".to_vec()));
    let mut reader = BufReader::new(endless);
    assert_eq!(read_line(&mut reader).unwrap(), ReadLine::TooLong);
    assert_eq!(read_line(&mut reader).unwrap(), said("1"));
}

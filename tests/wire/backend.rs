//! The face to ratatui, and the line behind it.

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;
use std::io::{self, ErrorKind, Write};

use super::line::{Line, area, readable};
use smo_desk::wire::{LEAVE, Sink, Wire};

#[test]
fn a_terminal_is_set_up_by_its_first_frame() {
    let mut line = Line::new(20, 4);
    let mut buf = area(20, 4);
    buf.set_string(0, 0, "hello", Style::reset());
    assert_eq!(readable(&line.draws(&buf, Some(Position::new(5, 0)))), "^[m^[r^[H^[Jhello");
}

#[test]
fn a_forgotten_terminal_is_painted_whole() {
    let mut line = Line::new(20, 4);
    let mut buf = area(20, 4);
    buf.set_string(0, 0, "hello", Style::reset());
    line.draws(&buf, Some(Position::new(0, 0)));
    line.models.take(b"\x1b[2;3r\x1b[31;7mrubbish\x1b[?25l");
    line.wire().invalidate();
    assert_eq!(readable(&line.draws(&buf, Some(Position::new(0, 0)))), "^[m^[r^[H^[Jhello\\r^[?25h");
}

#[test]
fn a_frame_that_did_not_go_out_is_made_up_for() {
    let mut line = Line::new(20, 4);
    let mut buf = area(20, 4);
    line.draws(&buf, Some(Position::new(0, 0)));
    buf.set_string(3, 2, "something", Style::reset());
    line.wire().sink.fail_after = Some(4);
    let failed = line.draw(&buf, Some(Position::new(0, 0)));
    assert_eq!(failed.unwrap_err().kind(), ErrorKind::BrokenPipe);
    line.draws(&buf, Some(Position::new(0, 0)));
}

#[test]
fn a_new_size_is_painted_whole_and_the_same_size_is_not() {
    let mut line = Line::new(20, 4);
    line.draws(&area(20, 4), Some(Position::new(0, 0)));
    line.resize(30, 3);
    let mut buf = area(30, 3);
    buf.set_string(25, 2, "wider", Style::reset());
    assert!(readable(&line.draws(&buf, Some(Position::new(0, 0)))).starts_with("^[m^[r^[H^[J"));
    let same = line.terminal.get_frame().area();
    line.terminal.resize(same).unwrap();
    assert_eq!(readable(&line.draws(&buf, Some(Position::new(0, 0)))), "");
}

#[test]
fn regions_are_cleared_in_the_picture() {
    let cases = [
        (ClearType::All, ["", "", ""]),
        (ClearType::AfterCursor, ["abcd", "ef", ""]),
        (ClearType::BeforeCursor, ["", "   h", "ijkl"]),
        (ClearType::CurrentLine, ["abcd", "", "ijkl"]),
        (ClearType::UntilNewLine, ["abcd", "ef", "ijkl"]),
    ];
    for (region, left) in cases {
        let mut line = Line::new(4, 3);
        let wanted = |rows: [&str; 3]| {
            let mut buf = area(4, 3);
            for (y, row) in (0..).zip(rows) {
                buf.set_string(0, y, row, Style::reset());
            }
            buf
        };
        line.draws(&wanted(["abcd", "efgh", "ijkl"]), Some(Position::new(2, 1)));
        let wire = line.wire();
        wire.clear_region(region).unwrap();
        wire.flush().unwrap();
        let bytes = wire.sink.writes.concat();
        line.models.take(&bytes);
        line.models.show(&wanted(left), Some(Position::new(2, 1)), &bytes);
    }
}

#[test]
fn the_cursor_is_told_from_memory() {
    let mut line = Line::new(20, 4);
    line.draws(&area(20, 4), Some(Position::new(7, 3)));
    assert_eq!(line.wire().get_cursor_position().unwrap(), Position::new(7, 3));
    line.terminal.clear().unwrap();
    assert_eq!(line.wire().get_cursor_position().unwrap(), Position::new(7, 3));
    assert_eq!(line.stats().writes, 1);
}

#[test]
fn nothing_that_a_terminal_obeys_comes_from_a_cell() {
    let mut line = Line::new(20, 2);
    let mut buf = area(20, 2);
    for (x, symbol) in (0..).zip(["\x1b]0;x\x07", "\u{9b}2J", "\r", "\u{7f}", "\u{200b}", "", "ok"]) {
        buf[(x, 0)] = Cell::default();
        let wire = line.wire();
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        wire.draw([(x, 0, &cell)].into_iter()).unwrap();
    }
    buf.set_string(6, 0, "o", Style::reset());
    line.wire().flush().unwrap();
    let bytes = line.wire().sink.writes.concat();
    assert_eq!(readable(&bytes), "^[m^[r^[H^[J^[7Go\\r");
}

#[test]
fn outside_of_the_screen_nothing_is_drawn() {
    let mut wire = Wire::new(Vec::new(), || Ok(Size::new(2, 1))).unwrap();
    let mut cell = Cell::default();
    cell.set_symbol("x");
    wire.draw([(2, 0, &cell), (0, 1, &cell), (900, 900, &cell)].into_iter()).unwrap();
    cell.set_symbol("移");
    wire.draw([(1, 0, &cell)].into_iter()).unwrap();
    wire.set_cursor_position((50, 50)).unwrap();
    wire.flush().unwrap();
    assert_eq!(readable(&wire.sink), "^[m^[r^[H^[J^[C");
}

#[test]
fn a_screen_of_no_size_is_no_trouble() {
    let mut wire = Wire::new(Vec::new(), || Ok(Size::new(0, 0))).unwrap();
    wire.clear().unwrap();
    wire.flush().unwrap();
    wire.set_cursor_position((1, 1)).unwrap();
    wire.clear_region(ClearType::AfterCursor).unwrap();
    wire.flush().unwrap();
}

#[test]
fn what_leaves_gives_everything_back() {
    let mut models = super::models::Models::new(20, 4);
    models.take(b"\x1b[2;3r\x1b[1;44m\x1b[?25l");
    models.take(LEAVE);
    models.take(b"\x1b[4;1Hx\x1b[J\r\n\r\n");
    models.take(b"\x1b[2J\x1b[H");
    models.show(&area(20, 4), Some(Position::new(0, 0)), LEAVE);
}

/// A line that takes a few bytes at a time, is interrupted, and is full now and then.
struct Slow {
    taken: Vec<u8>,
    turn: usize,
}

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.turn += 1;
        match self.turn % 4 {
            0 => Err(ErrorKind::Interrupted.into()),
            1 => Err(ErrorKind::WouldBlock.into()),
            n => {
                let part = bytes.len().min(n);
                self.taken.extend_from_slice(&bytes[..part]);
                Ok(part)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.turn += 1;
        if self.turn.is_multiple_of(2) { Err(ErrorKind::Interrupted.into()) } else { Ok(()) }
    }
}

#[test]
fn a_slow_line_gets_every_byte_once() {
    let mut slow = Slow { taken: Vec::new(), turn: 0 };
    slow.send(b"all of this goes out").unwrap();
    slow.send(b", and this").unwrap();
    assert_eq!(slow.taken, b"all of this goes out, and this");
}

struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Ok(0)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_line_that_is_gone_is_said() {
    assert_eq!(Gone.send(b"x").unwrap_err().kind(), ErrorKind::WriteZero);
}

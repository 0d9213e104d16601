//! A line that records what is sent, and a terminal at each end of it.

use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use std::cell::Cell;
use std::io;
use std::rc::Rc;

use super::models::Models;
use smo_desk::wire::{Sink, Stats, Wire};

/// Records the bytes of each write; can fail after some of them.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    pub(crate) writes: Vec<Vec<u8>>,
    /// How many bytes of the next write go out before it fails.
    pub(crate) fail_after: Option<usize>,
}

impl Sink for Recorder {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fails = self.fail_after.take();
        self.writes.push(bytes[..fails.unwrap_or(bytes.len()).min(bytes.len())].to_vec());
        if fails.is_some() { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    }
}

type Asked = Box<dyn Fn() -> io::Result<Size>>;

/// A ratatui terminal over the backend, and models of what a terminal makes of the bytes.
pub(crate) struct Line {
    pub(crate) terminal: Terminal<Wire<Recorder, Asked>>,
    pub(crate) models: Models,
    size: Rc<Cell<Size>>,
}

impl Line {
    pub(crate) fn new(width: u16, height: u16) -> Self {
        let size = Rc::new(Cell::new(Size::new(width, height)));
        let asked = Rc::clone(&size);
        let wire = Wire::new(Recorder::default(), Box::new(move || Ok(asked.get())) as Asked).unwrap();
        Self { terminal: Terminal::new(wire).unwrap(), models: Models::new(width, height), size }
    }

    pub(crate) fn wire(&mut self) -> &mut Wire<Recorder, Asked> {
        self.terminal.backend_mut()
    }

    pub(crate) fn stats(&self) -> Stats {
        self.terminal.backend().stats
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.size.set(Size::new(width, height));
        self.models.resize(width, height);
    }

    /// Draws, and says what was sent.
    pub(crate) fn draw(&mut self, wanted: &Buffer, cursor: Option<Position>) -> io::Result<Vec<u8>> {
        self.draw_by(|buf| {
            buf.clone_from(wanted);
            cursor
        })
        .map(|(bytes, _, _)| bytes)
    }

    /// Draws with a function; says what was sent and what was drawn.
    pub(crate) fn draw_by(
        &mut self,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<(Vec<u8>, Buffer, Option<Position>)> {
        let mut kept = (Buffer::empty(Rect::ZERO), None);
        let drawn = self.terminal.draw(|frame| {
            let cursor = draw(frame.buffer_mut());
            kept = (frame.buffer_mut().clone(), cursor);
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        });
        let drawn = drawn.map(drop);
        let mut bytes = Vec::new();
        for write in self.wire().sink.writes.drain(..) {
            bytes.extend(write);
        }
        self.models.take(&bytes);
        drawn.map(|()| (bytes, kept.0, kept.1))
    }

    /// Draws and holds that both models show it.
    pub(crate) fn draws(&mut self, wanted: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let bytes = self.draw(wanted, cursor).unwrap();
        assert_eq!(stranger(&bytes), None, "in {}", readable(&bytes));
        self.models.show(wanted, cursor, &bytes);
        bytes
    }
}

/// The first thing in bytes that is not among what the backend may send.
fn stranger(bytes: &[u8]) -> Option<String> {
    let text = str::from_utf8(bytes).unwrap();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_control()) {
        rest = &rest[at..];
        let simple = ["\r", "\n", "\x08", "\x1bM", "\x1b[?25h", "\x1b[?25l"];
        if let Some(one) = simple.into_iter().find(|one| rest.starts_with(one)) {
            rest = &rest[one.len()..];
            continue;
        }
        let Some(sequence) = rest.strip_prefix("\x1b[") else { return Some(readable(rest.as_bytes())) };
        let after = sequence.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        let values = &sequence[..sequence.len() - after.len()];
        let last = after.chars().next().filter(|last| match last {
            'A' | 'B' | 'C' | 'D' | 'G' => !values.contains(';'),
            'J' => values.is_empty(),
            'K' => values.is_empty() || values == "1",
            'H' | 'r' | 'm' => true,
            _ => false,
        });
        if last.is_none() {
            return Some(readable(rest.as_bytes()));
        }
        rest = &after[1..];
    }
    None
}

/// Bytes that can be read.
pub(crate) fn readable(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\x1b', "^").escape_debug().to_string()
}

pub(crate) fn area(width: u16, height: u16) -> Buffer {
    Buffer::empty(Rect::new(0, 0, width, height))
}

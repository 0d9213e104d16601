//! The backend as ratatui sees it.

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell as Drawn;
use ratatui::layout::{Position, Size};
use std::cell::Cell;
use std::io;

use super::encode;
use super::path::TerminalState;
use super::pen::Pen;
use super::screen::Screen;
use super::sink::Sink;
use super::travel::Cursor;

/// Resets pen, margins and cursor for the next program. Leaving the alternate screen is up to the caller.
pub const LEAVE: &[u8] = b"\x1b[m\x1b[r\x1b[?25h";

/// The largest screen that is drawn; of a larger one, the upper left. What a client says of its window is only believed
/// as far as that costs little.
pub const MOST: Size = Size { width: 500, height: 200 };

/// The size of a screen that says it has none, as serial lines do.
const USUAL: Size = Size { width: 80, height: 24 };

/// Counters of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Stats {
    pub bytes: u64,
    /// One for each frame that differs from the one before.
    pub writes: u64,
    pub frames: u64,
}

/// A backend that sends few bytes.
///
/// It assumes a visible cursor, and nothing else about the terminal until the first frame.
#[derive(Debug)]
pub struct Wire<S, F> {
    /// Where the bytes go.
    pub sink: S,
    ask_size: F,
    /// As last reported to ratatui.
    size: Cell<Size>,
    shown: TerminalState,
    is_unknown: bool,
    wanted: Screen,
    /// Where the cursor should be.
    cursor: Position,
    /// Whether the cursor should be visible.
    cursor_wanted: bool,
    /// Whether it is, if known.
    cursor_shown: Option<bool>,
    /// What was sent so far.
    pub stats: Stats,
}

impl<S: Sink, F: Fn() -> io::Result<Size>> Wire<S, F> {
    /// A backend that asks for the size with a function.
    ///
    /// # Errors
    /// The size cannot be found out.
    pub fn new(sink: S, ask_size: F) -> io::Result<Self> {
        let size = within_measure(ask_size()?);
        let wanted = blank(size);
        let shown = TerminalState { screen: wanted.clone(), place: Cursor::Unknown, pen: Pen::PLAIN };
        Ok(Self {
            sink,
            ask_size,
            size: Cell::new(size),
            shown,
            is_unknown: true,
            wanted,
            cursor: Position::ORIGIN,
            cursor_wanted: true,
            cursor_shown: Some(true),
            stats: Stats::default(),
        })
    }

    /// Forgets what the terminal shows: the next flush sets it up and paints all of it.
    pub fn invalidate(&mut self) {
        self.is_unknown = true;
        self.cursor_shown = None;
    }

    fn frame(&self) -> encode::Frame {
        let (row, column) = (usize::from(self.cursor.y), usize::from(self.cursor.x));
        let cursor = (row.min(self.wanted.height.saturating_sub(1)), column.min(self.wanted.width.saturating_sub(1)));
        let cursor = self.cursor_wanted.then_some(cursor);
        let mut frame = if self.is_unknown {
            encode::repaint(&self.wanted, cursor)
        } else {
            encode::frame(&self.shown, &self.wanted, cursor)
        };
        if self.cursor_shown != Some(self.cursor_wanted) {
            frame.bytes.extend_from_slice(if self.cursor_wanted { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        frame
    }
}

fn within_measure(size: Size) -> Size {
    match size {
        Size { width: 0, .. } | Size { height: 0, .. } => USUAL,
        Size { width, height } => Size { width: width.min(MOST.width), height: height.min(MOST.height) },
    }
}

fn blank(size: Size) -> Screen {
    Screen::blank(usize::from(size.width), usize::from(size.height))
}

impl<S: Sink, F: Fn() -> io::Result<Size>> Backend for Wire<S, F> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Drawn)>,
    {
        for (x, y, cell) in content {
            self.wanted.put(usize::from(x), usize::from(y), cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Clears the wanted screen. Ratatui also clears all of it to begin with a new size.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let Screen { width, height, .. } = self.wanted;
        let row = usize::from(self.cursor.y) * width;
        let here = row + usize::from(self.cursor.x).min(width.saturating_sub(1));
        match clear_type {
            ClearType::All => {
                self.wanted = blank(self.size.get());
                if (width, height) != (self.wanted.width, self.wanted.height) {
                    self.invalidate();
                }
            }
            ClearType::AfterCursor => self.wanted.erase(here, width * height),
            ClearType::BeforeCursor => self.wanted.erase(0, here + 1),
            ClearType::CurrentLine => self.wanted.erase(row, row + width),
            ClearType::UntilNewLine => self.wanted.erase(here, row + width),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let size = within_measure((self.ask_size)()?);
        self.size.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stats.frames += 1;
        let frame = self.frame();
        if !frame.bytes.is_empty() {
            if let Err(error) = self.sink.send(&frame.bytes) {
                self.invalidate();
                return Err(error);
            }
            self.stats.writes += 1;
            self.stats.bytes += u64::try_from(frame.bytes.len()).unwrap_or(u64::MAX);
        }
        self.is_unknown = false;
        self.shown.screen.clone_from(&self.wanted);
        (self.shown.place, self.shown.pen) = (frame.place, frame.pen);
        self.cursor_shown = Some(self.cursor_wanted);
        Ok(())
    }
}

//! What is recorded in the journeys, played key by key on the stock backend of ratatui and on the frugal one.
//!
//! Journeys that are played together are one session at one desk: one first picture, and one zlib stream, as `ssh -C` has
//! one for as long as it lasts. The budgets and `examples/wire_table.rs` play the same.

use miniz_oxide::deflate::core::CompressorOxide;
use miniz_oxide::deflate::stream::deflate;
use miniz_oxide::{DataFormat, MZFlush};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use smo_desk::tui::app::App;
use smo_desk::tui::view;
use smo_desk::wire::Wire;
use std::cell::RefCell;
use std::io::{self, Write};
use std::mem;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How hard the bytes are packed: what ssh takes.
const LEVEL: u8 = 6;

use super::journeys::{Class, Journey};
use crate::play::script::{act, acts, start_in};

pub(crate) const LANGUAGES: [&str; 3] = ["en", "es", "ht"];

/// A line that keeps what is written to it.
#[derive(Clone, Default)]
struct Line(Rc<RefCell<Sent>>);

#[derive(Default)]
struct Sent {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut sent = self.0.borrow_mut();
        sent.bytes.extend_from_slice(bytes);
        sent.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What one picture costs, or many.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Bytes, as they are.
    pub(crate) raw: usize,
    /// Bytes under zlib, each picture flushed as OpenSSH flushes.
    pub(crate) packed: usize,
    pub(crate) writes: usize,
    pub(crate) time: Duration,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.packed += other.packed;
        self.writes += other.writes;
        self.time += other.time;
    }
}

/// A key, and what its picture costs on either backend.
pub(crate) struct Played {
    pub(crate) class: Class,
    pub(crate) key: String,
    /// Whether the picture, or the place of the cursor, is another than before.
    pub(crate) changes: bool,
    pub(crate) stock: Cost,
    pub(crate) frugal: Cost,
}

/// A backend, its line, and the stream that packs it.
pub(crate) struct Session<B: Backend> {
    terminal: Terminal<B>,
    line: Line,
    /// The compressor that the budgets were measured with: which one `flate2` takes depends on what else is built.
    packer: Box<CompressorOxide>,
}

impl<B: Backend<Error = io::Error>> Session<B> {
    fn new(line: Line, backend: B, (width, height): (u16, u16)) -> Self {
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
        let mut packer = Box::<CompressorOxide>::default();
        packer.set_format_and_level(DataFormat::Zlib, LEVEL);
        Self { terminal, line, packer }
    }

    pub(crate) fn draw(&mut self, state: &App) -> Cost {
        let start = Instant::now();
        self.terminal.draw(|frame| view::draw(state, frame)).unwrap();
        let time = start.elapsed();
        let sent = mem::take(&mut *self.line.0.borrow_mut());
        let mut packed = 0;
        if !sent.bytes.is_empty() {
            let mut room = vec![0; sent.bytes.len() + 1024];
            packed = deflate(&mut self.packer, &sent.bytes, &mut room, MZFlush::Partial).bytes_written;
            assert!(packed < room.len(), "all of it is out");
        }
        Cost { raw: sent.bytes.len(), packed, writes: sent.writes, time }
    }
}

fn stock(size: (u16, u16)) -> Session<impl Backend<Error = io::Error>> {
    let line = Line::default();
    Session::new(line.clone(), CrosstermBackend::new(line), size)
}

/// A session on the frugal backend.
pub(crate) fn frugal(size: (u16, u16)) -> Session<impl Backend<Error = io::Error>> {
    let line = Line::default();
    let asked = move || Ok(Size::new(size.0, size.1));
    Session::new(line.clone(), Wire::new(line, asked).unwrap(), size)
}

fn picture(state: &App, (width, height): (u16, u16)) -> (Buffer, Position) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let cursor = view::render(state, area, &mut buffer);
    (buffer, cursor)
}

/// Plays journeys one after the other in one session.
pub(crate) fn play(journeys: &[Journey], lang: usize, size: (u16, u16)) -> Vec<Played> {
    let mut state = start_in(lang, false, size);
    let (mut stock, mut frugal) = (stock(size), frugal(size));
    let mut last = None;
    let mut draw = |state: &App, class, key| {
        let picture = Some(picture(state, size));
        let changes = last != picture;
        last = picture;
        Played { class, key, changes, stock: stock.draw(state), frugal: frugal.draw(state) }
    };
    let mut played = vec![draw(&state, Class::FirstPaint, "the first picture".to_owned())];
    for (name, scripts) in journeys {
        for (class, script) in *scripts {
            for one in acts(script) {
                let _ = act(&mut state, &one);
                played.push(draw(&state, *class, format!("{name}:{one:?}")));
            }
        }
    }
    played
}

/// What keys cost together: on the stock backend, and on the frugal one.
pub(crate) fn sum<'a>(played: impl IntoIterator<Item = &'a Played>) -> (Cost, Cost) {
    played.into_iter().fold(Default::default(), |(mut stock, mut frugal): (Cost, Cost), one| {
        stock.add(one.stock);
        frugal.add(one.frugal);
        (stock, frugal)
    })
}

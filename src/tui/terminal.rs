//! The terminal: set up, drawn to, read from, and given back as it was, however the program ends.

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::layout::Size;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use std::collections::VecDeque;
use std::env;
use std::fs::File;
use std::io::{self, Write, stdout};
use std::mem;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use super::app::App;
use super::escape::{self, Decoder};
use super::handover::{enter, leave, note_printing, restore_on_panic};
use super::key::{Input, Key};
use super::{input, view};
use crate::wire::{Sink, Stats, Wire};

/// What comes to the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// From the keyboard.
    Input(Input),
    /// The terminal has, or had for a moment, another size.
    Resized,
    /// A signal asks to stop for a while.
    Stop,
    /// The program was stopped and goes on: the screen is not what it was.
    Continued,
    /// The terminal went away, or a signal asks to end.
    End,
}

/// The frugal wire over the line, and what asks for the terminal's size.
type Backend = Wire<Line, fn() -> io::Result<Size>>;

/// The terminal in use. Dropping it gives the terminal back.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<Backend>,
    events: Receiver<Event>,
    /// Events taken from the channel to see whether there are more.
    ahead: VecDeque<Event>,
    /// Whether the terminal was asked how it is and has not answered.
    asked: Arc<AtomicBool>,
}

impl Screen {
    /// Takes the terminal over, or gives it back as it was. Asks it nothing: an answer could come late, or never.
    pub(super) fn open() -> io::Result<Self> {
        restore_on_panic();
        let asked = Arc::default();
        let events = listen(&asked)?;
        enter()?;
        let terminal = terminal(size).inspect_err(|_| leave())?;
        Ok(Self { terminal, events, ahead: VecDeque::new(), asked })
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws what changed, and after it may ask the terminal how it is; sends nothing where nothing changed.
    pub(super) fn draw(&mut self, app: &App, asks: bool) -> io::Result<()> {
        self.terminal.backend_mut().sink.asks = asks;
        self.terminal.draw(|frame| view::draw(app, frame)).map(drop)
    }

    /// Says whether an answer of the terminal is expected.
    pub(super) fn expect_answer(&self, is_asked: bool) {
        self.asked.store(is_asked, Ordering::Relaxed);
    }

    /// Takes up a size that has changed. The memory of a larger one is given back.
    pub(super) fn resize(&mut self) -> io::Result<()> {
        let before = self.terminal.backend();
        let (stats, beside) = (before.stats, before.sink.beside);
        // The large one goes before the new one is made: what lies behind something else is not given back.
        self.terminal = terminal(|| Ok(Size { width: 1, height: 1 }))?;
        shake();
        self.terminal = terminal(size)?;
        let backend = self.terminal.backend_mut();
        (backend.stats, backend.sink.beside) = (stats, beside);
        self.forget();
        Ok(())
    }

    /// Forgets what the terminal shows: the next picture is drawn whole.
    pub(super) fn forget(&mut self) {
        self.terminal.backend_mut().invalidate();
    }

    /// Sends what is no picture. A terminal that does not know it may show it, so the next picture is drawn whole.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.forget();
        note_printing();
        let line = &mut self.terminal.backend_mut().sink;
        line.beside += bytes.len() as u64;
        line.to.send(bytes)
    }

    /// Rings: one byte, which no picture waits for.
    pub(super) fn ring(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().sink.to.write_all(b"\x07")
    }

    /// What was sent so far.
    pub(super) fn stats(&self) -> Stats {
        let Wire { stats, sink, .. } = self.terminal.backend();
        Stats { bytes: stats.bytes + sink.beside, ..*stats }
    }

    /// Takes the terminal over again after it was given back.
    pub(super) fn reopen() -> io::Result<()> {
        input::forget_continued();
        // After a stop that could not be seen coming the terminal is as the shell wants it, and the library thinks not.
        let _ = cooked();
        enter()
    }

    /// Gives the terminal back and stops the program, until it is told to go on: the next event is [`Event::Continued`].
    pub(super) fn stop(&mut self) -> io::Result<()> {
        if self.is_told_to_go_on() {
            return Ok(());
        }
        leave();
        // To give it back takes a while, and who tells it to go on tells it once; on a busy machine the event is late.
        if !self.is_told_to_go_on() && !input::was_continued() {
            emulate_default_handler(SIGTSTP)?;
        }
        // Nothing is drawn on a terminal that was not taken over again.
        while !self.is_told_to_go_on() {
            let Ok(event) = self.events.recv() else { break };
            self.ahead.push_back(event);
        }
        Ok(())
    }

    fn is_told_to_go_on(&mut self) -> bool {
        self.has_next() && self.ahead.iter().any(|event| matches!(event, Event::Continued | Event::End))
    }

    /// Puts events back that were taken too early.
    pub(super) fn put_back(&mut self, events: Vec<Event>) {
        events.into_iter().rev().for_each(|event| self.ahead.push_front(event));
    }

    /// The next event.
    pub(super) fn wait(&mut self) -> Event {
        self.ahead.pop_front().or_else(|| self.events.recv().ok()).unwrap_or(Event::End)
    }

    /// The next event; none when nothing came until then. That nothing can come any more ends the program elsewhere.
    pub(super) fn wait_until(&mut self, until: Instant) -> Option<Event> {
        let left = until.saturating_duration_since(Instant::now());
        self.ahead.pop_front().or_else(|| self.events.recv_timeout(left).ok())
    }

    /// Whether an event is waiting.
    pub(super) fn has_next(&mut self) -> bool {
        self.ahead.extend(self.events.try_iter());
        !self.ahead.is_empty()
    }

    /// Throws away keys that wait, and says whether one of them quits; what is no key stays.
    pub(super) fn flush_input(&mut self) -> bool {
        self.ahead.extend(self.events.try_iter());
        let quits = |keys: &[Key]| keys.iter().copied().any(Key::quits);
        let is_over = self.ahead.iter().any(|event| matches!(event, Event::Input(Input::Keys(keys)) if quits(keys)));
        self.ahead.retain(|event| !matches!(event, Event::Input(Input::Keys(_) | Input::Paste(_))));
        is_over
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// A picture that is drawn, and the request that may follow it, in one write.
#[derive(Debug)]
struct Line {
    to: File,
    /// Whether a request follows what is sent next.
    asks: bool,
    /// Bytes of all that was no picture.
    beside: u64,
}

/// Asks the terminal how it is, which it says once all before that is shown.
const REQUEST: &[u8] = b"\x1b[5n";

impl Sink for Line {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        if !mem::take(&mut self.asks) {
            return self.to.send(bytes);
        }
        self.beside += REQUEST.len() as u64;
        self.to.send(&[bytes, REQUEST].concat())
    }
}

/// A frame is one write: the standard library's own handle would cut it at line ends.
fn terminal(size: fn() -> io::Result<Size>) -> io::Result<Terminal<Backend>> {
    let line = Line { to: File::from(stdout().as_fd().try_clone_to_owned()?), asks: false, beside: 0 };
    Terminal::new(Backend::new(line, size)?)
}

/// Keys come one by one, and none of them is a signal.
pub(super) fn raw() -> io::Result<()> {
    enable_raw_mode()
}

/// The system reads lines and makes signals of keys, as before.
pub(super) fn cooked() -> io::Result<()> {
    disable_raw_mode()
}

/// Makes the allocator give freed memory back to the system. The one of glibc keeps as much as twice the largest block that
/// was ever freed, unless more than that is free at once: what is asked for here is not touched, so it costs nothing.
fn shake() {
    const BLOCK: usize = 2 << 20;
    let blocks: Vec<Vec<u8>> = (0..8).map(|_| Vec::with_capacity(BLOCK)).collect();
    drop(std::hint::black_box(blocks));
}

fn size() -> io::Result<Size> {
    // The library would start another program where the system does not tell.
    let size = rustix::termios::tcgetwinsize(stdout())?;
    Ok(Size { width: size.ws_col, height: size.ws_row })
}

/// Starts the threads that feed the channel.
fn listen(asked: &Arc<AtomicBool>) -> io::Result<Receiver<Event>> {
    let over_ssh = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].iter().any(|name| env::var_os(name).is_some());
    let decoder = Decoder::new(escape::delay(env::var("SMO_ESC_MS").ok().as_deref(), over_ssh));
    let (sender, events) = channel();
    input::start(&sender, decoder, asked)?;
    Ok(events)
}

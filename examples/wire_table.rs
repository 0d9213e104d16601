//! What the desk costs a line, beside what the stock backend of ratatui would send for the same pictures.
//!
//! `cargo run --release --example wire_table` plays the recorded journeys at two sizes in three languages and prints, for
//! each kind of action, mean bytes a key: as they are, and under the zlib stream of `ssh -C`. Each journey is a session
//! with a stream of its own.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "prints a table; it uses a part of what tests share"
)]

#[path = "../tests/wire/journeys.rs"]
mod journeys;
#[path = "../tests/play/script.rs"]
mod script;

use flate2::{Compress, Compression, FlushCompress};
use journeys::{Class, JOURNEYS};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use script::{act, acts, start_in};
use std::cell::RefCell;
use std::io::{self, Write};
use std::mem;
use std::rc::Rc;
use std::time::{Duration, Instant};

use smo_desk::tui::state::State;
use smo_desk::tui::view;
use smo_desk::wire::Wire;

const LANGUAGES: [&str; 3] = ["en", "es", "ht"];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// A line that keeps what is written to it.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What one picture costs, or many.
#[derive(Clone, Copy, Default)]
struct Cost {
    raw: usize,
    packed: usize,
    time: Duration,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.packed += other.packed;
        self.time += other.time;
    }
}

/// A backend, its line, and the stream that packs it.
struct Session<B: Backend> {
    terminal: Terminal<B>,
    sent: Kept,
    packer: Compress,
}

impl<B: Backend<Error = io::Error>> Session<B> {
    fn new(terminal: Terminal<B>, sent: Kept) -> Self {
        Self { terminal, sent, packer: Compress::new(Compression::default(), true) }
    }

    fn draw(&mut self, state: &State) -> Cost {
        let start = Instant::now();
        self.terminal.draw(|frame| view::draw(state, frame)).unwrap();
        let time = start.elapsed();
        let sent = mem::take(&mut *self.sent.0.borrow_mut());
        let mut packed = Vec::with_capacity(sent.len() + 1024);
        if !sent.is_empty() {
            self.packer.compress_vec(&sent, &mut packed, FlushCompress::Partial).unwrap();
        }
        Cost { raw: sent.len(), packed: packed.len(), time }
    }
}

fn stock((width, height): (u16, u16)) -> Session<CrosstermBackend<Kept>> {
    let sent = Kept::default();
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let options = TerminalOptions { viewport };
    Session::new(Terminal::with_options(CrosstermBackend::new(sent.clone()), options).unwrap(), sent)
}

fn frugal((width, height): (u16, u16)) -> Session<impl Backend<Error = io::Error>> {
    let sent = Kept::default();
    let size = move || Ok(Size::new(width, height));
    Session::new(Terminal::new(Wire::new(sent.clone(), size).unwrap()).unwrap(), sent)
}

/// Plays all journeys: the class of each key and what it costs on each backend.
fn play(lang: usize, size: (u16, u16)) -> Vec<(Class, Cost, Cost)> {
    let mut costs = Vec::new();
    for (_, scripts) in JOURNEYS {
        let mut state = start_in(lang, false, size);
        let (mut stock, mut frugal) = (stock(size), frugal(size));
        costs.push((Class::FirstPaint, stock.draw(&state), frugal.draw(&state)));
        for (class, one) in
            scripts.iter().flat_map(|(class, script)| acts(script).into_iter().map(move |one| (class, one)))
        {
            let _ = act(&mut state, &one);
            costs.push((*class, stock.draw(&state), frugal.draw(&state)));
        }
    }
    costs
}

fn sum<'a>(costs: impl Iterator<Item = &'a (Class, Cost, Cost)>) -> (usize, Cost, Cost) {
    costs.fold((0, Cost::default(), Cost::default()), |(count, mut stock, mut frugal), (_, a, b)| {
        stock.add(*a);
        frugal.add(*b);
        (count + 1, stock, frugal)
    })
}

fn row(name: &str, count: usize, of: usize, stock: Cost, frugal: Cost) {
    let percent =
        |part: usize, whole: usize| (part * 100).checked_div(whole).map_or(String::new(), |n| format!("{n} %"));
    println!(
        "  {name:<16}{count:>6}{:>9}{:>9}{:>8}{:>9}{:>9}{:>8}",
        stock.raw / of,
        frugal.raw / of,
        percent(frugal.raw, stock.raw),
        stock.packed / of,
        frugal.packed / of,
        percent(frugal.packed, stock.packed),
    );
}

fn main() {
    for size in SIZES {
        for (lang, name) in LANGUAGES.into_iter().enumerate() {
            let costs = play(lang, size);
            println!(
                "\n{name} {}x{:<13}keys    stock   frugal           stock   frugal  both under zlib",
                size.0, size.1
            );
            for class in Class::ALL {
                let (count, stock, frugal) = sum(costs.iter().filter(|(of, _, _)| *of == class));
                row(&format!("{class:?}"), count, count.max(1), stock, frugal);
            }
            let (count, stock, frugal) = sum(costs.iter());
            row("all, in total", count, 1, stock, frugal);
            let each = |time: Duration| time.as_micros() / count.max(1) as u128;
            println!("  microseconds a frame, drawing included: {} and {}", each(stock.time), each(frugal.time));
        }
    }
}

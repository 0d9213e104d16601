//! Time a frame on the frugal backend and on the stock one, over the pictures of the same journeys of the desk.
//!
//! `cargo bench --bench wire`

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench; it uses a part of what tests share"
)]

use divan::Bencher;
use divan::counter::ItemsCount;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::io;
use std::time::{Duration, Instant};

#[path = "../tests/wire/journeys.rs"]
mod journeys;
#[path = "../tests/play/script.rs"]
mod script;

use journeys::JOURNEYS;
use script::{act, acts, start_in};
use smo_desk::tui::view;
use smo_desk::wire::Wire;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

type Picture = (Buffer, Position);

/// The pictures of all journeys, one after the other.
fn pictures(size: (u16, u16)) -> Vec<Picture> {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut found = Vec::new();
    for (_, scripts) in JOURNEYS {
        let mut state = start_in(0, false, size);
        let mut picture = |state: &_| {
            let mut buf = Buffer::empty(area);
            let cursor = view::render(state, area, &mut buf);
            found.push((buf, cursor));
        };
        picture(&state);
        for one in scripts.iter().flat_map(|(_, script)| acts(script)) {
            let _ = act(&mut state, &one);
            picture(&state);
        }
    }
    found
}

fn draw<B: Backend>(terminal: &mut Terminal<B>, (buf, cursor): &Picture)
where
    B::Error: std::fmt::Debug,
{
    let drawn = terminal.draw(|frame| {
        frame.buffer_mut().clone_from(buf);
        frame.set_cursor_position(*cursor);
    });
    drawn.map(drop).unwrap();
}

fn terminal<B: Backend>(backend: B, (width, height): (u16, u16)) -> Terminal<B>
where
    B::Error: std::fmt::Debug,
{
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(backend, TerminalOptions { viewport }).unwrap()
}

fn wire(size: (u16, u16)) -> Wire<io::Sink, impl Fn() -> io::Result<Size>> {
    Wire::new(io::sink(), move || Ok(Size::new(size.0, size.1))).unwrap()
}

fn measure<B: Backend>(bencher: Bencher<'_, '_>, size: (u16, u16), mut terminal: Terminal<B>)
where
    B::Error: std::fmt::Debug,
{
    let pictures = pictures(size);
    let frames = ItemsCount::new(pictures.len());
    bencher.counter(frames).bench_local(|| pictures.iter().for_each(|picture| draw(&mut terminal, picture)));
}

#[divan::bench(args = SIZES)]
fn frugal(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    measure(bencher, size, terminal(wire(size), size));
}

#[divan::bench(args = SIZES)]
fn stock(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    measure(bencher, size, terminal(CrosstermBackend::new(io::sink()), size));
}

/// How often each picture is drawn: the least of its times is what it takes while nothing else disturbs.
const ROUNDS: usize = 10;

/// The mean of what each picture takes at least, and the 99th percentile of all times.
fn spread<B: Backend>(name: &str, size: (u16, u16), mut terminal: Terminal<B>) -> Duration
where
    B::Error: std::fmt::Debug,
{
    let pictures = pictures(size);
    let mut least = vec![Duration::MAX; pictures.len()];
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        for (picture, least) in pictures.iter().zip(&mut least) {
            let start = Instant::now();
            draw(&mut terminal, picture);
            let time = start.elapsed();
            *least = time.min(*least);
            times.push(time);
        }
    }
    times.sort_unstable();
    let mean = least.iter().sum::<Duration>() / u32::try_from(least.len()).unwrap();
    let most = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    println!("{name:<8} {}x{:<5} mean {mean:>10.1?}   99th percentile {most:>10.1?}", size.0, size.1);
    mean
}

fn main() {
    for size in SIZES {
        let frugal = spread("frugal", size, terminal(wire(size), size));
        let stock = spread("stock", size, terminal(CrosstermBackend::new(io::sink()), size));
        println!("ratio    {}x{:<5} {:>15.2}", size.0, size.1, frugal.as_secs_f64() / stock.as_secs_f64());
    }
    divan::main();
}

//! What the desk costs a line, beside what the stock backend of ratatui would send for the same pictures.
//!
//! `cargo run --release --example wire_table` plays the recorded journeys as one session at two sizes in three languages
//! and prints, for each kind of action, mean bytes a key: as they are, and under the zlib stream of `ssh -C`.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "prints a table; it uses a part of what tests share"
)]

#[path = "../tests/wire/journeys.rs"]
mod journeys;
#[path = "../tests/play"]
mod play {
    pub(crate) mod script;
}
#[path = "../tests/wire/trace.rs"]
mod trace;

use journeys::{Class, JOURNEYS};
use std::slice;
use std::time::Duration;
use trace::{Cost, LANGUAGES, Played, play, sum};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn row(name: &str, count: usize, of: usize, (stock, frugal): (Cost, Cost)) {
    let percent =
        |part: usize, whole: usize| (part * 100).checked_div(whole).map_or(String::new(), |n| format!("{n} %"));
    println!(
        "  {name:<22}{count:>6}{:>9}{:>9}{:>8}{:>9}{:>9}{:>8}",
        stock.raw / of,
        frugal.raw / of,
        percent(frugal.raw, stock.raw),
        stock.packed / of,
        frugal.packed / of,
        percent(frugal.packed, stock.packed),
    );
}

fn table(name: &str, lang: usize, size: (u16, u16)) {
    let at = format!("{name} {}x{}", size.0, size.1);
    println!("\n{at:<26}keys    stock   frugal           stock   frugal  both under zlib");
    let trace = play(JOURNEYS, lang, size);
    for class in Class::ALL {
        let of: Vec<&Played> = trace.iter().filter(|one| one.class == class).collect();
        row(&format!("{class:?}"), of.len(), of.len().max(1), sum(of));
    }
    let total = sum(&trace);
    row("the trace, in total", trace.len(), 1, total);
    let apart: Vec<Played> = JOURNEYS.iter().flat_map(|one| play(slice::from_ref(one), lang, size)).collect();
    row("each journey alone", apart.len(), 1, sum(&apart));
    let each = |time: Duration| time.as_micros() / trace.len() as u128;
    println!("  microseconds a picture, drawing included: {} and {}", each(total.0.time), each(total.1.time));
}

fn main() {
    for size in SIZES {
        for (lang, name) in LANGUAGES.into_iter().enumerate() {
            table(name, lang, size);
        }
    }
}

//! What each action at the desk may cost the line, at 80x24: the table of DESIGN.md 9, to the byte.
//!
//! `cargo test --test budgets -- --nocapture` prints what each costs now.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "wire/journeys.rs"]
mod journeys;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "play/script.rs"]
mod script;

use flate2::{Compress, Compression, FlushCompress};
use journeys::{Class, JOURNEYS, Journey, WHOLE_CHECK};
use ratatui::Terminal;
use ratatui::layout::Size;
use script::{act, acts, start_in};
use smo_desk::tui::state::State;
use smo_desk::tui::view;
use smo_desk::wire::Wire;
use std::io;

const LANGUAGES: [&str; 3] = ["en", "es", "ht"];
const SIZE: (u16, u16) = (80, 24);

/// The most of the whole check under zlib.
const WHOLE_CHECK_ZLIB: usize = 2000;

/// What a key cost.
struct Cost {
    class: Class,
    bytes: usize,
    key: String,
}

type Asked = fn() -> io::Result<Size>;

/// A line on which what is sent is counted, as it is and as `ssh -C` would pack it.
struct Line {
    terminal: Terminal<Wire<Vec<u8>, Asked>>,
    packer: Compress,
}

impl Line {
    fn new() -> Self {
        let size: Asked = || Ok(Size::new(SIZE.0, SIZE.1));
        let terminal = Terminal::new(Wire::new(Vec::new(), size).unwrap()).unwrap();
        Self { terminal, packer: Compress::new(Compression::default(), true) }
    }

    /// Draws; says what was sent. A picture that changes is one write, any other none.
    fn draw(&mut self, state: &State, key: &str) -> usize {
        let writes = self.terminal.backend().stats().writes;
        self.terminal.draw(|frame| view::draw(state, frame)).unwrap();
        let sent = std::mem::take(self.terminal.backend_mut().sink_mut());
        assert_eq!(self.terminal.backend().stats().writes - writes, u64::from(!sent.is_empty()), "{key}");
        if !sent.is_empty() {
            self.pack(&sent);
        }
        sent.len()
    }

    fn pack(&mut self, sent: &[u8]) {
        let mut packed = Vec::with_capacity(sent.len() + 1024);
        self.packer.compress_vec(sent, &mut packed, FlushCompress::Partial).unwrap();
        assert!(packed.len() < packed.capacity(), "all of it is out");
    }
}

/// Plays a journey; says what each key cost, and all of them packed.
fn play(journey: &Journey, lang: usize) -> (Vec<Cost>, usize) {
    let mut state = start_in(lang, false, SIZE);
    let mut line = Line::new();
    let name = format!("{}:", journey.0);
    let mut costs = vec![Cost { class: Class::FirstPaint, bytes: line.draw(&state, &name), key: name }];
    for (class, script) in journey.1 {
        for one in acts(script) {
            let _ = act(&mut state, &one);
            let key = format!("{}:{one:?}", journey.0);
            costs.push(Cost { class: *class, bytes: line.draw(&state, &key), key });
        }
    }
    (costs, usize::try_from(line.packer.total_out()).unwrap())
}

/// 15 % more in the other languages.
fn in_language(lang: usize, budget: usize) -> usize {
    if lang == 0 { budget } else { budget * 115 / 100 }
}

#[test]
fn each_action_costs_what_it_may() {
    let mut over = Vec::new();
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let costs: Vec<Cost> = JOURNEYS.iter().flat_map(|journey| play(journey, lang).0).collect();
        for class in Class::ALL {
            let Some(budget) = class.budget() else { continue };
            let most = in_language(lang, budget);
            let of = || costs.iter().filter(|cost| cost.class == class);
            let dearest = of().max_by_key(|cost| cost.bytes).unwrap();
            println!("{name} {class:?}: {} of {most} ({})", dearest.bytes, dearest.key);
            over.extend(
                of().filter(|cost| cost.bytes > most)
                    .map(|cost| format!("{name} {class:?} {} costs {} of {most}", cost.key, cost.bytes)),
            );
        }
    }
    assert!(over.is_empty(), "\n{}", over.join("\n"));
}

#[test]
fn the_whole_check_costs_what_it_may() {
    let journey = JOURNEYS.iter().find(|journey| journey.0 == WHOLE_CHECK.0).unwrap();
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let (costs, packed) = play(journey, lang);
        let bytes: usize = costs.iter().map(|cost| cost.bytes).sum();
        println!("{name}: whole check {bytes}, packed {packed}");
        assert!(bytes <= in_language(lang, WHOLE_CHECK.1), "{name}: {bytes}");
        assert!(packed <= in_language(lang, WHOLE_CHECK_ZLIB), "{name}: {packed}");
    }
}

#[test]
fn an_idle_desk_sends_nothing() {
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let state = start_in(lang, false, SIZE);
        let mut line = Line::new();
        assert!(line.draw(&state, name) > 0);
        assert_eq!(line.draw(&state, name), 0);
    }
}

//! Real journeys at the real desk: both models show each picture. What a key may cost is held by tests/budgets.rs.
//!
//! `cargo test --test wire replay -- --nocapture` prints the bytes of each kind of action beside those of the stock
//! backend over the same pictures.

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use super::journeys::{Class, JOURNEYS, Journey, WHOLE_CHECK};
use super::line::{Line, readable};
use crate::script::{act, acts, start_in};
use smo_desk::tui::state::State;
use smo_desk::tui::view;

const LANGUAGES: [&str; 3] = ["en", "es", "ht"];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Bytes of one key on the frugal backend and on the stock one.
#[derive(Debug, Clone)]
struct Cost {
    class: Class,
    bytes: usize,
    stock: usize,
    key: String,
}

/// A line that keeps what is written to it.
#[derive(Debug, Clone, Default)]
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

struct Both {
    frugal: Line,
    stock: Terminal<CrosstermBackend<Kept>>,
    sent: Kept,
}

impl Both {
    fn new((width, height): (u16, u16)) -> Self {
        let sent = Kept::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let stock = Terminal::with_options(CrosstermBackend::new(sent.clone()), TerminalOptions { viewport }).unwrap();
        Self { frugal: Line::new(width, height), stock, sent }
    }

    /// Draws on both; holds what the models show and that what changes is one write.
    fn draw(&mut self, state: &State, class: Class, key: String) -> Cost {
        let writes = self.frugal.stats().writes;
        let drawn = self.frugal.draw_by(|buf| Some(view::render(state, buf.area, buf)));
        let (bytes, wanted, cursor) = drawn.unwrap();
        self.frugal.models.show(&wanted, cursor, &bytes);
        if std::env::var_os("WIRE_BYTES").is_some() {
            println!("{class:?} {key} {} {}", bytes.len(), readable(&bytes));
        }
        assert_eq!(self.frugal.stats().writes - writes, u64::from(!bytes.is_empty()), "{key}");
        self.stock.draw(|frame| view::draw(state, frame)).unwrap();
        let stock = std::mem::take(&mut *self.sent.0.borrow_mut()).len();
        Cost { class, bytes: bytes.len(), stock, key }
    }
}

fn play(journey: &Journey, lang: usize, size: (u16, u16)) -> Vec<Cost> {
    let mut state = start_in(lang, false, size);
    let mut both = Both::new(size);
    let mut costs = vec![both.draw(&state, Class::FirstPaint, format!("{}:", journey.0))];
    for (class, script) in journey.1 {
        for one in acts(script) {
            let _ = act(&mut state, &one);
            costs.push(both.draw(&state, *class, format!("{}:{one:?}", journey.0)));
        }
    }
    costs
}

fn print(lang: &str, (width, height): (u16, u16), costs: &[Cost]) {
    println!("\n{lang} {width}x{height:<23} keys     mean      max    stock   budget  dearest");
    for class in Class::ALL {
        let of: Vec<&Cost> = costs.iter().filter(|cost| cost.class == class).collect();
        let Some(dearest) = of.iter().max_by_key(|cost| cost.bytes) else { continue };
        let mean = |part: fn(&Cost) -> usize| of.iter().map(|cost| part(cost)).sum::<usize>() / of.len();
        let (bytes, stock) = (mean(|cost| cost.bytes), mean(|cost| cost.stock));
        let budget = class.budget().map_or_else(String::new, |budget| budget.to_string());
        let (name, most) = (format!("{class:?}"), dearest.bytes);
        println!("  {name:<24}{:>10}{bytes:>9}{most:>9}{stock:>9}{budget:>9}  {}", of.len(), dearest.key);
    }
    let total = |part: fn(&Cost) -> usize| costs.iter().map(part).sum::<usize>();
    println!("  all {:>48}{:>9}", total(|cost| cost.bytes), total(|cost| cost.stock));
}

#[test]
fn journeys_are_shown_as_drawn() {
    let mut whole = BTreeMap::new();
    for size in SIZES {
        for (lang, name) in LANGUAGES.into_iter().enumerate() {
            let mut costs = Vec::new();
            for journey in JOURNEYS {
                let of = play(journey, lang, size);
                if journey.0 == WHOLE_CHECK.0 {
                    let sums = of.iter().fold((0, 0), |(a, b), cost| (a + cost.bytes, b + cost.stock));
                    whole.insert((size, name), sums);
                }
                costs.extend(of);
            }
            print(name, size, &costs);
        }
    }
    println!("\nwhole check, frugal and stock: {whole:?}");
}

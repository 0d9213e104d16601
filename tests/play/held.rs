//! A key that is held at a desk behind a line that is slow and far, on a clock of its own: the same in every run.
//!
//! The desk, its pictures, the bytes and the pace are the real ones; the line is arithmetic. It takes 8 bits a byte and
//! what ssh adds to a packet, one way each for itself, and queues whatever comes.

use ratatui::Terminal;
use ratatui::layout::Size;
use smo_desk::tui::app::App;
use smo_desk::tui::pace::{Haste, Pace};
use smo_desk::tui::view;
use smo_desk::wire::Wire;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::script::{Act, act, acts, play, start_in};

/// What ssh adds to a packet; and bytes of the request that follows a picture or its answer, and of an arrow key.
const PACKET: usize = 36;
const REQUEST: usize = 4;
const KEY: usize = 3;

/// A held key repeats so often.
const REPEAT: Duration = Duration::from_micros(33_333);

/// How often it repeats in about three seconds: more than one, since it matters at which moment it is let go.
const HELD: [u32; 3] = [87, 91, 95];

/// How fast a line is, and how far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) bits: u64,
    /// One way.
    pub(crate) delay: Duration,
    /// Whether the program was told how fast it is.
    pub(crate) is_stated: bool,
    /// Whether the terminal says how it is when it is asked.
    pub(crate) answers: bool,
}

/// The line that everything is measured by, and others.
const SLOW: Line = Line { bits: 9600, delay: Duration::from_millis(300), is_stated: false, answers: true };

pub(crate) const LINES: [(&str, Line); 5] = [
    ("9600 bit/s", SLOW),
    ("--link 9600", Line { is_stated: true, ..SLOW }),
    ("no answers", Line { answers: false, ..SLOW }),
    ("64 kbit/s", Line { bits: 64_000, ..SLOW }),
    ("near and fast", Line { bits: 10_000_000, delay: Duration::from_millis(5), ..SLOW }),
];

/// What is held where.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    pub(crate) size: (u16, u16),
    /// What is typed before, and the keys that are held, over and over.
    pub(crate) before: &'static str,
    pub(crate) held: &'static str,
}

const fn scene(name: &'static str, size: (u16, u16), before: &'static str, held: &'static str) -> Scene {
    Scene { name, size, before, held }
}

const LOW: (u16, u16) = (80, 24);
const HIGH: (u16, u16) = (120, 40);

/// To and fro, so that every key changes the picture; ninety of them end in the middle of the way.
const TO_AND_FRO: &str = "<down><down><down><down><down><down><down><down><down><down><down><down><down><up><up><up><up><up>\
                          <up><up><up><up><up><up><up><up>";

/// The dearest screens.
pub(crate) const SCENES: &[Scene] = &[
    scene("offices", LOW, "o", "<down><down><down><up><up><up>"),
    scene("offices, large", HIGH, "o", "<down><down><down><up><up><up>"),
    scene("requirements", LOW, "r", TO_AND_FRO),
    scene("spine", LOW, "p", TO_AND_FRO),
    scene("spine, large", HIGH, "p", TO_AND_FRO),
    scene("map", LOW, "pm", TO_AND_FRO),
    scene("map, large", HIGH, "pm", TO_AND_FRO),
    scene("map by pages", LOW, "pm", "<pgdn><pgdn><pgdn><pgup><pgup><pgup>"),
    scene("map by pages, large", HIGH, "pm", "<pgdn><pgdn><pgdn><pgup><pgup><pgup>"),
    scene("help", LOW, "?", TO_AND_FRO),
    scene("four panes", HIGH, "zp", TO_AND_FRO),
    scene("language", LOW, "r", "i"),
    scene("language, large", HIGH, "r", "i"),
];

/// What came of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Outcome {
    /// From the last key at the seat to the last byte there.
    pub(crate) settled: Duration,
    /// The longest time in which nothing came while the key was held.
    pub(crate) stall: Duration,
    pub(crate) pictures: usize,
    pub(crate) bytes: usize,
    /// The most bytes that waited for the line.
    pub(crate) most_waiting: usize,
    pub(crate) requests: usize,
    /// Bytes of the last picture.
    pub(crate) last: usize,
}

/// One way of the line.
struct Way {
    line: Line,
    free: Instant,
}

impl Line {
    /// What so many bytes take in one packet.
    pub(crate) fn time(self, bytes: usize) -> Duration {
        let bits = 8 * u64::try_from(bytes + PACKET).unwrap();
        Duration::from_nanos(bits * 1_000_000_000 / self.bits)
    }
}

impl Way {
    /// When all of a packet has arrived.
    fn takes(&mut self, now: Instant, bytes: usize) -> Instant {
        self.free = self.free.max(now) + self.line.time(bytes);
        self.free + self.line.delay
    }

    fn waiting(&self, now: Instant) -> usize {
        let bits = self.free.saturating_duration_since(now).as_nanos() * u128::from(self.line.bits) / 1_000_000_000;
        usize::try_from(bits / 8).unwrap()
    }
}

/// What happens, in the order of time: at the seat a key is pressed and a request arrives, at the program what became of
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Press(usize),
    Asked,
    Key(usize),
    Answer,
}

#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Asked = Box<dyn Fn() -> io::Result<Size>>;

struct Desk {
    app: App,
    terminal: Terminal<Wire<Kept, Asked>>,
    kept: Kept,
    pace: Pace,
    now: Instant,
    up: Way,
    down: Way,
    line: Line,
    coming: BinaryHeap<Reverse<(Instant, Event)>>,
    is_drawn: bool,
    shown: Vec<Instant>,
    outcome: Outcome,
    /// What a terminal makes of it.
    model: vt100::Parser,
}

impl Desk {
    fn new(app: App, (width, height): (u16, u16), line: Line) -> Self {
        let (kept, now) = (Kept::default(), Instant::now());
        let asked: Asked = Box::new(move || Ok(Size::new(width, height)));
        let terminal = Terminal::new(Wire::new(kept.clone(), asked).unwrap()).unwrap();
        let way = || Way { line, free: now };
        let outcome = Outcome::default();
        let pace = Pace::new(line.is_stated.then(|| u32::try_from(line.bits).unwrap()));
        let model = vt100::Parser::new(height, width, 0);
        let (coming, shown) = (BinaryHeap::new(), Vec::new());
        let (up, down) = (way(), way());
        Self { app, terminal, kept, pace, now, up, down, line, coming, is_drawn: false, shown, outcome, model }
    }

    fn draw(&mut self) {
        self.app.haste = self.pace.haste(self.now);
        let asks = self.pace.asks(self.now);
        self.terminal.draw(|frame| view::draw(&self.app, frame)).unwrap();
        self.is_drawn = true;
        let bytes = std::mem::take(&mut *self.kept.0.borrow_mut());
        self.model.process(&bytes);
        if bytes.is_empty() {
            return;
        }
        let sent = bytes.len() + if asks { REQUEST } else { 0 };
        let there = self.down.takes(self.now, sent);
        self.shown.push(there);
        let outcome = &mut self.outcome;
        outcome.pictures += 1;
        outcome.bytes += sent;
        outcome.last = bytes.len();
        outcome.most_waiting = outcome.most_waiting.max(self.down.waiting(self.now));
        if asks {
            outcome.requests += 1;
            if self.line.answers {
                self.coming.push(Reverse((there, Event::Asked)));
            }
        }
        self.pace.sent(self.now, u64::try_from(sent).unwrap(), asks);
    }

    /// What the loop of the program does until nothing comes any more.
    fn serve(&mut self, keys: &[Act]) {
        loop {
            let next = self.coming.peek().map(|Reverse((at, _))| *at);
            let rests = (self.app.haste == Haste::Held).then(|| self.pace.rests(self.now).unwrap_or(self.now));
            let rests = if self.is_drawn { rests } else { Some(self.now) };
            let due = rests.map(|rests| self.pace.due().unwrap_or(self.now).max(rests));
            match (next, due) {
                (Some(next), due) if due.is_none_or(|due| next <= due) => {
                    let Some(Reverse((at, event))) = self.coming.pop() else { return };
                    self.now = at;
                    match event {
                        Event::Press(n) => {
                            let there = self.up.takes(at, KEY);
                            self.coming.push(Reverse((there, Event::Key(n))));
                        }
                        Event::Asked => {
                            let there = self.up.takes(at, REQUEST);
                            self.coming.push(Reverse((there, Event::Answer)));
                        }
                        Event::Answer => self.pace.answered(self.now),
                        Event::Key(n) => {
                            self.pace.key(self.now);
                            let _ = act(&mut self.app, &keys[n % keys.len()]);
                            self.is_drawn = false;
                        }
                    }
                }
                (_, Some(due)) => {
                    self.now = due;
                    self.draw();
                }
                _ => return,
            }
        }
    }
}

/// Holds a key for several times about as long, and says what was worst.
pub(crate) fn worst(scene: &Scene, line: Line) -> Outcome {
    HELD.into_iter().fold(Outcome::default(), |worst, times| {
        let (outcome, shown, wanted) = hold(scene, line, times);
        assert_eq!(shown, wanted, "{} after {times} keys", scene.name);
        Outcome {
            settled: worst.settled.max(outcome.settled),
            stall: worst.stall.max(outcome.stall),
            pictures: worst.pictures.max(outcome.pictures),
            bytes: worst.bytes.max(outcome.bytes),
            most_waiting: worst.most_waiting.max(outcome.most_waiting),
            requests: worst.requests.max(outcome.requests),
            last: worst.last.max(outcome.last),
        }
    })
}

/// Holds a key; says what came of it, and what the seat shows beside what it should show.
pub(crate) fn hold(scene: &Scene, line: Line, times: u32) -> (Outcome, String, String) {
    let mut app = start_in(0, false, scene.size);
    play(&mut app, scene.before);
    let mut desk = Desk::new(app, scene.size, line);
    desk.draw();
    desk.serve(&[]);
    desk.now += Duration::from_secs(10);
    desk.shown.clear();
    desk.outcome = Outcome::default();
    let (keys, start) = (acts(scene.held), desk.now);
    for n in 0..times {
        desk.coming.push(Reverse((start + REPEAT * n, Event::Press(usize::try_from(n).unwrap()))));
    }
    desk.serve(&keys);
    let released = start + REPEAT * (times - 1);
    let last = desk.shown.last().copied().unwrap_or(released);
    desk.outcome.settled = last.saturating_duration_since(released);
    let gaps = [start].into_iter().chain(desk.shown.iter().copied());
    let gaps = gaps.zip(&desk.shown).map(|(before, after)| after.saturating_duration_since(before));
    desk.outcome.stall = gaps.max().unwrap_or_default();
    let area = ratatui::layout::Rect::new(0, 0, scene.size.0, scene.size.1);
    let mut wanted = ratatui::buffer::Buffer::empty(area);
    view::render(&desk.app, area, &mut wanted);
    let row = |y| (0..area.width).map(|x| wanted[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    let wanted = (0..area.height).map(row).collect::<Vec<String>>().join("\n");
    let shown = desk.model.screen().rows(0, area.width).map(|row| row.trim_end().to_owned());
    (desk.outcome, shown.collect::<Vec<String>>().join("\n"), wanted)
}

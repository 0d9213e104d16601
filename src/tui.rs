//! The face on a terminal's whole screen.
//!
//! Floor 7: keys come in by one channel, become commands by THE table in [`keymap`], change the [`app`] and the desk
//! below it, and the screen is drawn anew when something changed. The terminal itself is met in `terminal.rs` and
//! `input.rs` alone.

pub mod app;
pub mod arrangement;
mod blocks;
pub mod component;
pub mod escape;
pub mod field;
pub mod focus;
mod geometry;
mod handover;
pub mod idle;
mod input;
mod job;
pub mod key;
pub mod keymap;
mod layout;
pub mod media;
mod motion;
mod notice;
mod overlay;
pub mod pace;
mod page;
pub mod pane;
pub mod session_stats;
mod terminal;
pub mod theme;
pub mod view;

use chrono::NaiveDate;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::content::Msg;
use crate::desk::{Action, Desk, Ended, Saving};
use app::{App, Flow};
use component::Message;
use idle::{Idle, IdleStep, IdleTimes};
use key::{Input, Key};
use pace::{Haste, Pace};
use session_stats::SessionStats;
use terminal::{Event, Screen};
use theme::Theme;

/// How long the last answers of the terminal are waited for before it is given back: whoever has it next should not
/// read them.
const LAST_ANSWERS: Duration = Duration::from_secs(1);

/// How long after a failure saving is tried again, while nothing else is done.
const SAVE_AGAIN: Duration = Duration::from_secs(5);

/// Runs the face until the person quits or the terminal goes away. Says what that cost the line, and how it ended.
///
/// `link` is the speed of the line in bits a second, where it is known. `today` gives the day anew while the program runs
/// over midnight; none keeps the day of the desk. `idle` says what becomes of a desk that nobody uses.
///
/// # Errors
/// When the terminal cannot be read, written or set up.
pub fn run(
    desk: Desk,
    theme: Theme,
    link: Option<u32>,
    today: Option<fn() -> NaiveDate>,
    idle: IdleTimes,
) -> io::Result<(SessionStats, Ended)> {
    let screen = Screen::open()?;
    let app = App::new(desk, theme, screen.size()?);
    let idle = Idle::new(idle, Instant::now());
    let mut face = Face { screen, app, pace: Pace::new(link), idle, stats: SessionStats::default() };
    face.app.offer_cases();
    let ended = face.serve(today);
    face.app.keep_draft();
    // Only who quits is done with what is finished: a line that drops may have dropped in the middle.
    let gone = if let Ok(Ended::Quit) = ended { face.app.desk.close() } else { None };
    let stats = SessionStats { all: face.screen.stats(), ..face.stats };
    drop(face.screen);
    if let Some(gone) = gone {
        // The codes alone: nothing of an answer stays on a terminal that was given back.
        drop(writeln!(io::stdout(), "{gone}"));
    }
    // Nobody is left to tell that a terminal which went away cannot be written to.
    ended
        .map(|ended| (stats, ended))
        .or_else(|error| if input::is_gone() { Ok((stats, Ended::Gone)) } else { Err(error) })
}

/// The loop: what comes is applied at once, and drawn when the line is free.
struct Face {
    screen: Screen,
    app: App,
    pace: Pace,
    idle: Idle,
    stats: SessionStats,
}

impl Face {
    fn serve(&mut self, today: Option<fn() -> NaiveDate>) -> io::Result<Ended> {
        self.draw()?;
        self.stats.first = self.screen.stats().bytes;
        let mut is_drawn = true;
        loop {
            match self.next(is_drawn) {
                Next::Event(Event::End) => return Ok(Ended::Gone),
                Next::Event(event) => {
                    if let Some(today) = today.map(|today| today()).filter(|day| *day != self.app.desk.as_of()) {
                        self.app.desk.apply(Action::Today(today));
                        is_drawn = false;
                    }
                    is_drawn &= matches!(event, Event::Input(Input::Status));
                    let is_used = matches!(event, Event::Input(Input::Keys(_) | Input::Paste(_)));
                    if let Some(ended) = self.handle(event)? {
                        self.take_last_answers();
                        return Ok(ended);
                    }
                    if is_used {
                        self.app.look_for_newer();
                    }
                }
                Next::Draw => {
                    self.draw()?;
                    is_drawn = true;
                }
                Next::Save => {
                    self.app.desk.save();
                    is_drawn = false;
                }
                Next::Idle(step) => {
                    self.idle.done(step);
                    self.app.idle(step);
                    is_drawn = false;
                }
            }
        }
    }

    /// What is to be done next. What waits comes before a picture: a burst makes one, not one each.
    fn next(&mut self, is_drawn: bool) -> Next {
        let now = Instant::now();
        let own = match (self.screen.has_next(), self.app.desk.saving()) {
            (false, _) if !is_drawn => Some((self.pace.due().unwrap_or(now), Next::Draw)),
            (false, _) if self.app.haste == Haste::Held => {
                let rests = self.pace.rests(now).unwrap_or(now);
                Some((self.pace.due().map_or(rests, |due| due.max(rests)), Next::Draw))
            }
            (false, Saving::Failed(_)) => Some((now + SAVE_AGAIN, Next::Save)),
            _ => None,
        };
        let idle = self.idle.due().map(|(until, step)| (until, Next::Idle(step)));
        match own.into_iter().chain(idle).min_by_key(|(until, _)| *until) {
            Some((until, late)) => self.screen.wait_until(until).map_or(late, Next::Event),
            None => Next::Event(self.screen.wait()),
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.app.haste = self.pace.haste(Instant::now());
        let (asks, before) = (self.pace.asks(Instant::now()), self.screen.stats().bytes);
        self.screen.expect_answer(asks || self.pace.on_the_way() > 0);
        self.screen.draw(&self.app, asks)?;
        self.pace.sent(Instant::now(), self.screen.stats().bytes - before, asks);
        self.screen.expect_answer(self.pace.on_the_way() > 0);
        Ok(())
    }

    /// Waits for answers that are still to come. What else comes meanwhile waits its turn: that the program is to go on
    /// or to end would be missed for ever.
    fn take_last_answers(&mut self) {
        let until = Instant::now() + LAST_ANSWERS;
        let mut others = Vec::new();
        while self.pace.on_the_way() > 0 && !others.contains(&Event::End) && !others.contains(&Event::Continued) {
            match self.screen.wait_until(until) {
                Some(Event::Input(Input::Status)) => self.pace.answered(Instant::now()),
                Some(event) => others.push(event),
                None => break,
            }
        }
        self.screen.put_back(others);
    }

    /// Does what an event asks for. How that ends the desk, if it does.
    fn handle(&mut self, event: Event) -> io::Result<Option<Ended>> {
        if matches!(event, Event::Input(Input::Keys(_) | Input::Paste(_))) {
            self.idle.used(Instant::now());
        }
        match event {
            Event::Input(Input::Keys(keys)) => {
                self.pace.key(Instant::now());
                let mut keys = keys.into_iter();
                while let Some(key) = keys.next() {
                    self.stats.keys += 1;
                    match self.app.key(key) {
                        Flow::Quit => return Ok(Some(Ended::Quit)),
                        Flow::Anew => return Ok(Some(Ended::Anew)),
                        Flow::Redraw => self.screen.forget(),
                        Flow::Send => {
                            let bytes = std::mem::take(&mut self.app.outgoing);
                            self.screen.send(&bytes)?;
                            self.pace.sent(Instant::now(), bytes.len() as u64, false);
                        }
                        // The keys that came together with this one were typed ahead too. What ends the program wherever
                        // it is pressed was meant for this question as for any other.
                        Flow::Flush => {
                            let quits = keys.by_ref().any(Key::quits) | self.screen.flush_input();
                            let has_quit = quits && self.app.key(Key::Ctrl('c')) == Flow::Quit;
                            return Ok(has_quit.then_some(Ended::Quit));
                        }
                        Flow::GoOn => {}
                    }
                    if self.app.is_refused && self.app.desk.settings().bell {
                        self.screen.ring()?;
                    }
                }
            }
            Event::Input(Input::Paste(text)) => {
                self.stats.keys += 1;
                self.app.paste(&text);
            }
            Event::Input(Input::Status) => {
                self.pace.answered(Instant::now());
                self.screen.expect_answer(self.pace.on_the_way() > 0);
            }
            Event::Input(Input::Sco) => self.app.message = Message::Msg(Msg::ScoKeys),
            Event::Resized | Event::Continued => {
                if event == Event::Continued {
                    self.pace.forget();
                    Screen::reopen()?;
                    // Another desk may have taken the case over meanwhile.
                    self.app.desk.save();
                }
                // The terminal may have been another size in between, and lost what it showed.
                self.screen.resize()?;
                let (columns, rows) = self.screen.size()?;
                self.app.resize(columns, rows);
            }
            // Pressed before the screen was there, where nobody would ever make it go on.
            Event::Stop if self.stats.keys == 0 && job::is_orphaned() => {}
            Event::Stop => {
                self.take_last_answers();
                self.screen.stop()?;
            }
            Event::End => {}
        }
        Ok(None)
    }
}

enum Next {
    Event(Event),
    Draw,
    Save,
    Idle(IdleStep),
}

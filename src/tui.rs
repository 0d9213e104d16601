//! The face on a terminal's whole screen.
//!
//! Floor 7: keys come in by one channel, become commands by THE table in [`keymap`], change the [`app`] and the desk
//! below it, and the screen is drawn anew when something changed. The terminal itself is met in `terminal.rs` and
//! `input.rs` alone.

pub mod app;
pub mod blocks;
pub mod component;
pub mod escape;
pub mod field;
pub mod focus;
pub mod geometry;
mod input;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod motion;
pub mod notice;
pub mod overlay;
pub mod pace;
pub mod page;
pub mod pane;
pub mod session_stats;
pub mod terminal;
pub mod theme;
pub mod view;

use chrono::NaiveDate;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::content::Msg;
use crate::desk::{Action, Desk, Saving};
use app::{App, Flow};
use key::Input;
use pace::Pace;
use session_stats::SessionStats;
use terminal::{Event, Screen};
use theme::Theme;

/// How long the last answers of the terminal are waited for before it is given back: whoever has it next should not
/// read them.
const LAST_ANSWERS: Duration = Duration::from_secs(1);

/// How long after a failure saving is tried again, while nothing else is done.
const SAVE_AGAIN: Duration = Duration::from_secs(5);

/// Runs the face until the person quits or the terminal goes away. Says what that cost the line.
///
/// `link` is the speed of the line in bits a second, where it is known. `today` gives the day anew while the program runs
/// over midnight; none keeps the day of the desk.
///
/// # Errors
/// When the terminal cannot be read, written or set up.
pub fn run(desk: Desk, theme: Theme, link: Option<u32>, today: Option<fn() -> NaiveDate>) -> io::Result<SessionStats> {
    let mut screen = Screen::open()?;
    let mut face = Face { screen: &mut screen, pace: Pace::new(link), keys: 0, first: 0 };
    let mut app = App::new(desk, theme, face.screen.size()?);
    app.offer_cases();
    let outcome = face.serve(&mut app, today);
    app.keep_draft();
    // Only who quits is done with what is finished: a line that drops may have dropped in the middle.
    let gone = if matches!(outcome, Ok(Ended::Quit)) { app.desk.close() } else { None };
    let session_stats = SessionStats { all: face.screen.stats(), first: face.first, keys: face.keys };
    screen.close()?;
    if let Some(gone) = gone {
        // The codes alone: nothing of an answer stays on a terminal that was given back.
        drop(writeln!(io::stdout(), "{gone}"));
    }
    // Nobody is left to tell that a terminal which went away cannot be written to.
    outcome.map(drop).or_else(|error| if input::is_gone() { Ok(()) } else { Err(error) }).map(|()| session_stats)
}

/// The loop: what comes is applied at once, and drawn when the line is free.
struct Face<'a> {
    screen: &'a mut Screen,
    pace: Pace,
    /// Keys that came.
    keys: u64,
    /// Bytes of the first picture.
    first: u64,
}

impl Face<'_> {
    fn serve(&mut self, app: &mut App, today: Option<fn() -> NaiveDate>) -> io::Result<Ended> {
        self.draw(app)?;
        self.first = self.screen.stats().bytes;
        let mut is_drawn = true;
        loop {
            let event = match self.next(is_drawn, app) {
                Next::Event(event) => event,
                Next::Draw => {
                    self.draw(app)?;
                    is_drawn = true;
                    continue;
                }
                Next::Save => {
                    app.desk.save();
                    is_drawn = false;
                    continue;
                }
                Next::End => return Ok(Ended::Gone),
            };
            if let Some(today) = today.map(|today| today()).filter(|day| *day != app.desk.as_of()) {
                app.desk.apply(Action::Today(today));
                is_drawn = false;
            }
            is_drawn &= matches!(event, Event::Input(Input::Status));
            let is_end = event == Event::End;
            if self.handle(app, event)? == Flow::Quit {
                if is_end {
                    return Ok(Ended::Gone);
                }
                self.take_last_answers();
                return Ok(Ended::Quit);
            }
        }
    }

    /// What is to be done next. What waits comes before a picture: a burst makes one, not one each.
    fn next(&mut self, is_drawn: bool, app: &App) -> Next {
        if is_drawn && !self.screen.has_next() && matches!(app.desk.saving(), Saving::Failed(_)) {
            let until = Instant::now() + SAVE_AGAIN;
            return self.screen.wait_until(until).map_or(Next::Save, Next::Event);
        }
        if is_drawn || self.screen.has_next() {
            return self.screen.wait().map_or(Next::End, Next::Event);
        }
        match self.pace.due() {
            Some(due) if Instant::now() < due => self.screen.wait_until(due).map_or(Next::Draw, Next::Event),
            _ => Next::Draw,
        }
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        let (asks, before) = (self.pace.asks(Instant::now()), self.screen.stats().bytes);
        self.screen.expect_answer(asks || self.pace.on_the_way() > 0);
        self.screen.draw(app, asks)?;
        self.pace.sent(Instant::now(), self.screen.stats().bytes - before, asks);
        self.screen.expect_answer(self.pace.on_the_way() > 0);
        Ok(())
    }

    fn take_last_answers(&mut self) {
        let until = Instant::now() + LAST_ANSWERS;
        while self.pace.on_the_way() > 0 {
            match self.screen.wait_until(until) {
                Some(Event::Input(Input::Status)) => self.pace.answered(),
                Some(Event::End) | None => break,
                Some(_) => {}
            }
        }
    }

    fn handle(&mut self, app: &mut App, event: Event) -> io::Result<Flow> {
        match event {
            Event::Input(Input::Keys(keys)) => {
                self.pace.key(Instant::now());
                for key in keys {
                    self.keys += 1;
                    match app.key(key) {
                        Flow::Quit => return Ok(Flow::Quit),
                        Flow::Redraw => self.screen.forget(),
                        // The keys that came together with this one were typed ahead too.
                        Flow::Flush => {
                            self.screen.flush_input();
                            break;
                        }
                        Flow::GoOn => {}
                    }
                }
            }
            Event::Input(Input::Paste(text)) => {
                self.keys += 1;
                app.paste(&text);
            }
            Event::Input(Input::Status) => {
                self.pace.answered();
                self.screen.expect_answer(self.pace.on_the_way() > 0);
            }
            Event::Input(Input::Sco) => app.tell(Msg::ScoKeys),
            Event::Resized => {
                // The terminal may have been another size in between, and lost what it showed.
                self.screen.forget();
                let (columns, rows) = self.screen.size()?;
                app.resize(columns, rows);
            }
            Event::Stop => {
                self.take_last_answers();
                self.screen.stop()?;
            }
            Event::Continued => {
                self.pace.forget();
                self.screen.reopen()?;
                let (columns, rows) = self.screen.size()?;
                app.resize(columns, rows);
            }
            Event::End => return Ok(Flow::Quit),
        }
        Ok(Flow::GoOn)
    }
}

/// How the loop ended.
enum Ended {
    /// The person quit.
    Quit,
    /// The terminal went away, or the program was told to end.
    Gone,
}

enum Next {
    Event(Event),
    Draw,
    Save,
    End,
}

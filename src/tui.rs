//! The face on a terminal's whole screen.
//!
//! Floor 6: keys come in by one channel, become commands by THE table in [`keymap`], change the [`state`] and the desk
//! below it, and the screen is drawn anew when something changed. The terminal itself is met in `terminal.rs` and
//! `watch.rs` alone.

pub mod escape;
pub mod key;
pub mod keymap;
pub mod layer;
pub mod look;
pub mod page;
pub mod pane;
pub mod state;
pub mod terminal;
pub mod update;
pub mod view;
mod watch;

use chrono::NaiveDate;
use std::io;

use crate::content::Word;
use crate::desk::{Action, Desk};
use look::Look;
use state::{Said, State};
use terminal::{Event, Screen};
use update::Flow;

/// Runs the face until the person quits or the terminal goes away.
///
/// `today` gives the day anew while the program runs over midnight; none keeps the day of the desk.
///
/// # Errors
/// When the terminal cannot be read, written or set up.
pub fn run(desk: Desk, look: Look, today: Option<fn() -> NaiveDate>) -> io::Result<()> {
    let mut screen = Screen::open()?;
    let outcome = serve(&mut screen, desk, look, today);
    screen.close()?;
    // Nobody is left to tell that a terminal which went away cannot be written to.
    outcome.or_else(|error| if watch::is_gone() { Ok(()) } else { Err(error) })
}

fn serve(screen: &mut Screen, desk: Desk, look: Look, today: Option<fn() -> NaiveDate>) -> io::Result<()> {
    let mut state = State::new(desk, look, screen.size()?);
    screen.draw(&state)?;
    while let Some(event) = screen.wait() {
        if let Some(today) = today.map(|today| today()).filter(|day| *day != state.desk.as_of()) {
            state.desk.apply(Action::Today(today));
        }
        if handle(&mut state, screen, event)? == Flow::Quit {
            break;
        }
        // A burst of keys makes one picture, not one each.
        if !screen.has_next() {
            screen.draw(&state)?;
        }
    }
    Ok(())
}

fn handle(state: &mut State, screen: &mut Screen, event: Event) -> io::Result<Flow> {
    match event {
        Event::Input(key::Input::Keys(keys)) => {
            for key in keys {
                match update::key(state, key) {
                    Flow::Quit => return Ok(Flow::Quit),
                    Flow::Redraw => screen.forget(),
                    // The keys that came together with this one were typed ahead too.
                    Flow::Flush => {
                        screen.flush_input();
                        break;
                    }
                    Flow::GoOn => {}
                }
            }
        }
        Event::Input(key::Input::Paste(text)) => update::paste(state, &text),
        Event::Input(key::Input::Sco) => state.said = Said::Word(Word::ScoKeys),
        Event::Resized => {
            // The terminal may have been another size in between, and lost what it showed.
            screen.forget();
            let (columns, rows) = screen.size()?;
            update::resize(state, columns, rows);
        }
        Event::Stop => screen.stop()?,
        Event::Continued => {
            screen.reopen()?;
            let (columns, rows) = screen.size()?;
            update::resize(state, columns, rows);
        }
        Event::End => return Ok(Flow::Quit),
    }
    Ok(Flow::GoOn)
}

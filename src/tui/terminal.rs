//! The terminal: set up, drawn to, read from, and given back as it was, however the program ends.

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::layout::Size;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Write, stdout};
use std::os::fd::AsFd;
use std::sync::Once;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::key::{Input, input};
use super::state::State;
use super::view;
use crate::wire::{LEAVE, Stats, Wire};

/// What comes to the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// From the keyboard.
    Input(Input),
    /// The terminal has, or had for a moment, another size.
    Resized,
    /// The program was stopped and goes on: the screen is not what it was.
    Continued,
    /// The terminal went away, or a signal asks to end.
    End,
}

/// The terminal in use. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<Wire<File, fn() -> io::Result<Size>>>,
    events: Receiver<Event>,
    /// Events taken from the channel to see whether there are more.
    ahead: VecDeque<Event>,
}

impl Screen {
    /// Takes the terminal over. Asks it nothing: an answer could come late, or never.
    ///
    /// # Errors
    /// When the terminal cannot be set up; it is then given back as it was.
    pub fn open() -> io::Result<Self> {
        restore_on_panic();
        let events = listen()?;
        enter()?;
        let terminal = terminal().inspect_err(|_| leave())?;
        Ok(Self { terminal, events, ahead: VecDeque::new() })
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// When the terminal does not tell.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws what changed; sends nothing where nothing did.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(state, frame)).map(drop)
    }

    /// Forgets what the terminal shows: the next picture is drawn whole.
    pub fn forget(&mut self) {
        self.terminal.backend_mut().invalidate();
    }

    /// What was sent so far.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.terminal.backend().stats()
    }

    /// Takes the terminal over again after it was given back.
    ///
    /// # Errors
    /// When the terminal cannot be set up.
    pub fn reopen(&mut self) -> io::Result<()> {
        enter()?;
        self.forget();
        Ok(())
    }

    /// The next event; none when nothing can come any more.
    pub fn wait(&mut self) -> Option<Event> {
        self.ahead.pop_front().or_else(|| self.events.recv().ok())
    }

    /// Whether an event is waiting.
    pub fn has_next(&mut self) -> bool {
        self.ahead.extend(self.events.try_iter());
        !self.ahead.is_empty()
    }

    /// Throws away keys that wait; what is no key stays.
    pub fn flush_input(&mut self) {
        self.ahead.extend(self.events.try_iter());
        self.ahead.retain(|event| !matches!(event, Event::Input(Input::Keys(_) | Input::Paste(_))));
    }

    /// Gives the terminal back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn close(self) -> io::Result<()> {
        drop(self);
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// A frame is one write: the standard library's own handle would cut it at line ends.
fn terminal() -> io::Result<Terminal<Wire<File, fn() -> io::Result<Size>>>> {
    let line = File::from(stdout().as_fd().try_clone_to_owned()?);
    Terminal::new(Wire::new(line, size as fn() -> io::Result<Size>)?)
}

fn size() -> io::Result<Size> {
    crossterm::terminal::size().map(|(width, height)| Size { width, height })
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| leave())
}

/// Gives the terminal back as far as it can be; there is nobody left to tell of an error.
fn leave() {
    let _ = stdout().write_all(LEAVE);
    let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}

/// A panic leaves a usable terminal and says nothing of the person.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            leave();
            before(info);
        }));
    });
}

/// Starts the two threads that feed the channel: keys, and signals.
fn listen() -> io::Result<Receiver<Event>> {
    let (sender, events) = channel();
    let keys = sender.clone();
    // A new size is listened for here, before the first picture: the library begins when it first reads a key.
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("keys".to_owned()).spawn(move || read_keys(&keys))?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            let event = match signal {
                SIGCONT => Event::Continued,
                SIGWINCH => Event::Resized,
                _ => Event::End,
            };
            if sender.send(event).is_err() {
                break;
            }
        }
    })?;
    Ok(events)
}

fn read_keys(sender: &Sender<Event>) {
    loop {
        let event = match crossterm::event::read() {
            Ok(event) => input(event).map(Event::Input),
            Err(_) => Some(Event::End),
        };
        let ends = event == Some(Event::End);
        if event.is_some_and(|event| sender.send(event).is_err()) || ends {
            break;
        }
    }
}

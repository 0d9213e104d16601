//! The desk as plain lines, for the worst connections, for screen readers and for scripts.
//!
//! Floor 7: imports plain, the desk and what lies below them. Nothing is ever drawn over: no cursor addressing, no colour, no
//! escape sequence, no line wider than [`plain::WIDTH`](crate::plain::WIDTH). Every thing is said once, and every reply is one write.
//!
//! ```text
//! 3 of at most 6
//! Which nationality does the person have? Name every one.
//! Why: Each office accepts certain nationalities; one that fits is enough.
//! The rule: Cuban, Haitian or Venezuelan
//! 1  Cuban
//! ...
//! > ve
//!
//! Nationality: Venezuelan
//! K7Q2 saved 3/3
//! ```

mod answer;
mod ask;
mod bring;
mod cases;
mod command;
mod dispatch;
mod info;
mod input;
mod office;
mod result;
mod step;

use std::io::{self, BufRead, ErrorKind, Write};

use crate::check::Choice;
use crate::content::{Id, Msg};
use crate::desk::{Action, Case, Desk};
use crate::document::Document;
use crate::plain::Page;

use command::Command;
use input::Input;

pub use crate::plain::Options;

/// What stands before the line that a person types.
const PROMPT: &str = "> ";

/// Works at the desk through lines until `quit` or the end of the input. A reader that goes away ends it quietly. Only who
/// quits is done with what is finished: what ends otherwise may have ended in the middle, and nothing of it is deleted.
///
/// # Errors
/// What reading or writing fails with, a broken pipe excepted.
pub fn run(desk: Desk, input: &mut dyn BufRead, output: &mut dyn Write, options: Options) -> io::Result<()> {
    match run_loop(desk, input, output, options) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

fn run_loop(desk: Desk, input: &mut dyn BufRead, output: &mut dyn Write, options: Options) -> io::Result<()> {
    let mut session = Session::new(desk);
    let mut page = Page::new(options);
    session.open(&mut page);
    write(output, &[page.text(), PROMPT])?;
    loop {
        let line = input::read_line(input)?;
        let mut page = Page::new(options);
        let goes_on = match line {
            Input::End => return write(output, &["\n"]),
            Input::TooLong => {
                session.too_long(&mut page);
                true
            }
            Input::Line(text) => session.reply(&text, &mut page),
        };
        // Ends the line of the prompt where nobody's Enter does, and is a blank line where somebody's does.
        if !goes_on {
            page.gap();
            session.desk.close().iter().for_each(|gone| page.say(gone));
            return write(output, &["\n", page.text()]);
        }
        write(output, &["\n", page.text(), PROMPT])?;
    }
}

/// One write for each reply, so that a slow line shows it whole.
fn write(output: &mut dyn Write, parts: &[&str]) -> io::Result<()> {
    output.write_all(parts.concat().as_bytes())?;
    output.flush()
}

/// A session at the desk, a line at a time.
#[derive(Debug)]
pub struct Session {
    desk: Desk,
    /// What the last answer can mean, where that was asked.
    which: Vec<Choice>,
    /// What waits to be confirmed, until the next line.
    asked: Asked,
    /// Of which question it was said whether its answer is to be used and not stored.
    withhold: Option<(Id, bool)>,
}

/// What cannot be undone and was asked about.
#[derive(Debug, Default)]
enum Asked {
    #[default]
    Nothing,
    /// Deleting a case.
    Delete(Case),
    /// Quitting with answers that are not saved.
    Quit,
}

impl Session {
    /// A session in which nothing was asked yet.
    pub fn new(desk: Desk) -> Self {
        Self { desk, which: Vec::new(), asked: Asked::Nothing, withhold: None }
    }

    fn open(&mut self, page: &mut Page) {
        info::opening(&self.desk, page);
        self.desk.apply(Action::GoOn);
        self.go_on(page);
    }

    /// Does what a line says and adds the reply to a page. False ends the session.
    pub fn reply(&mut self, text: &str, page: &mut Page) -> bool {
        let text = text.trim();
        let asked = std::mem::take(&mut self.asked);
        if text.is_empty() {
            self.go_on(page);
            return true;
        }
        match (asked, command::parse(self.desk.content(), text)) {
            (asked, Some((Command::Confirm, _))) => return self.confirmed(&asked, page),
            (Asked::Nothing, _) | (_, Some(_)) => {}
            // Whoever says no to what was asked does not answer the current question.
            (_, None) => {
                page.say(self.desk.phrases().get(Msg::LinearLeft));
                self.go_on(page);
                return true;
            }
        }
        if let Some(question) = self.desk.question().cloned() {
            return self.handle_line(&question, text, page);
        }
        if let Some((command, rest)) = command::parse(self.desk.content(), text) {
            return self.dispatch(command, &rest, page);
        }
        info::not_understood(&self.desk, page);
        true
    }

    /// Says the current question, or what the answers come to.
    fn go_on(&mut self, page: &mut Page) {
        self.which.clear();
        page.gap();
        match self.desk.question() {
            Some(question) => ask::question(&self.desk, question, page),
            None => result::result(&self.desk, page),
        }
    }

    fn show(&self, document: &Document, page: &mut Page) {
        page.show(document, self.desk.phrases());
    }

    fn too_long(&self, page: &mut Page) {
        let most = input::LONGEST.to_string();
        page.say(&self.desk.phrases().fill(Msg::LinearTooLong, &[("n", &most)]));
    }
}

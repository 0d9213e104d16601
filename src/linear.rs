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
//! K7Q2 answers saved: 3
//! ```

mod answer;
mod ask;
mod bring;
mod cases;
mod command;
mod dispatch;
mod find;
mod info;
mod input;
mod look;
mod patient;
mod result;
mod sheet;
mod wiping_reader;

use std::io::{self, BufRead, ErrorKind, Write};

use crate::case::Code;
use crate::check::Choice;
use crate::content::{Id, Msg};
use crate::desk::{Action, Case, Desk, Ended, Saving};
use crate::document::Document;
use crate::plain::TextPage;

use command::Command;
use input::ReadLine;

pub use crate::plain::Options;
pub use patient::PatientReader;
pub use wiping_reader::WipingReader;

/// What stands before the line that a person types.
const PROMPT: &str = "> ";

/// Works at the desk through lines until `quit` or the end of the input. A reader that goes away ends it quietly. Only who
/// quits is done with what is finished: what ends otherwise may have ended in the middle, and nothing of it is deleted.
///
/// # Errors
/// What reading or writing fails with, a broken pipe excepted; at the end of the input, why answers are not saved.
pub fn run(desk: Desk, input: &mut dyn BufRead, output: &mut dyn Write, options: Options) -> io::Result<Ended> {
    let mut repl = Repl::new(desk);
    let ended = match repl.run_loop(input, output, options) {
        Ok(true) => repl.ending,
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error),
        Ok(false) | Err(_) => Ended::Gone,
    };
    if ended == Ended::Quit {
        let mut page = TextPage::new(options);
        repl.desk.staying().iter().for_each(|stays| page.say(stays));
        repl.desk.close().iter().for_each(|gone| page.say(gone));
        let said = write(output, &[page.text()]);
        said.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })?;
        return Ok(ended);
    }
    repl.desk.save();
    match repl.desk.saving() {
        Saving::Failed(trouble) if ended == Ended::Gone => {
            Err(io::Error::other(format!("answers are not saved: {trouble}")))
        }
        _ => Ok(ended),
    }
}

/// One write for each reply, so that a slow line shows it whole.
fn write(output: &mut dyn Write, parts: &[&str]) -> io::Result<()> {
    let written = output.write_all(parts.concat().as_bytes()).and_then(|()| output.flush());
    written.map_err(|cause| io::Error::new(cause.kind(), format!("cannot write: {cause}")))
}

/// A session at the desk, a line at a time.
#[derive(Debug)]
pub struct Repl {
    desk: Desk,
    /// What the last answer can mean, where that was asked.
    which: Vec<Choice>,
    /// What waits to be confirmed, until the next line.
    asked: Asked,
    /// Of which question it was said whether its answer is to be used and not stored.
    withhold: Option<(Id, bool)>,
    /// How it ends, once it was asked to.
    ending: Ended,
}

/// What cannot be undone and was asked about.
#[derive(Debug, Default)]
enum Asked {
    #[default]
    Nothing,
    /// Deleting a case.
    Delete(Case),
    /// Taking a case from another desk.
    TakeOver(Code),
    /// Quitting, or beginning anew, with answers that are not saved.
    Quit,
    /// Setting a person aside while a question is open.
    Next,
}

impl Repl {
    /// One in which nothing was asked yet.
    pub fn new(desk: Desk) -> Self {
        Self { desk, which: Vec::new(), asked: Asked::Nothing, withhold: None, ending: Ended::Gone }
    }

    /// Whether it was ended by `quit`, not by the end of the input.
    fn run_loop(&mut self, input: &mut dyn BufRead, output: &mut dyn Write, options: Options) -> io::Result<bool> {
        let mut page = TextPage::new(options);
        info::opening(&self.desk, &mut page);
        self.desk.apply(Action::GoOn);
        self.go_on(&mut page);
        write(output, &[page.text(), PROMPT])?;
        loop {
            let line = input::read_line(input)
                .map_err(|cause| io::Error::new(cause.kind(), format!("cannot read: {cause}")))?;
            let mut page = TextPage::new(options);
            let goes_on = match line {
                ReadLine::End => return write(output, &["\n"]).map(|()| false),
                ReadLine::TooLong => {
                    let most = input::LONGEST.to_string();
                    page.say(&self.desk.phrases().fill(Msg::LinearTooLong, &[("n", &most)]));
                    true
                }
                ReadLine::Line(text) => {
                    let goes_on = self.reply(&text, &mut page);
                    if goes_on {
                        info::newer(&mut self.desk, &mut page);
                    }
                    goes_on
                }
            };
            // Ends the line of the prompt where nobody's Enter does, and is a blank line where somebody's does.
            write(output, &["\n", page.text(), if goes_on { PROMPT } else { "" }])?;
            if !goes_on {
                return Ok(true);
            }
        }
    }

    /// Does what a line says and adds the reply to a page. False ends the session.
    pub fn reply(&mut self, text: &str, page: &mut TextPage) -> bool {
        let text = text.trim();
        let asked = std::mem::take(&mut self.asked);
        if text.is_empty() {
            self.go_on(page);
            return true;
        }
        let commanded = command::parse(self.desk.content(), text);
        match (asked, &commanded) {
            (asked, Some((Command::Confirm, _))) => return self.confirmed(&asked, page),
            (Asked::Nothing, _) | (_, Some(_)) => {}
            // Whoever says no to what was asked does not answer the current question.
            (_, None) => {
                page.say(self.desk.phrases().get(Msg::LinearLeft));
                self.go_on(page);
                return true;
            }
        }
        match (self.desk.question().cloned(), commanded) {
            (Some(question), commanded) => return self.handle_line(&question, text, commanded, page),
            (None, Some((command, rest))) => return self.dispatch(command, &rest, page),
            (None, None) => {
                let phrases = self.desk.phrases();
                page.put("(!) ", &phrases.fill(Msg::LinearNotUnderstood, &[("help", Command::Help.word(phrases))]));
            }
        }
        true
    }

    /// Says the current question, or what the answers come to.
    fn go_on(&mut self, page: &mut TextPage) {
        self.which.clear();
        page.gap();
        match self.desk.question() {
            Some(question) => ask::question(&self.desk, question, page),
            None => result::result(&self.desk, page),
        }
    }

    fn show(&self, document: &Document, page: &mut TextPage) {
        page.show(document, self.desk.phrases());
    }
}

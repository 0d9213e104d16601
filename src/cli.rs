//! The command line: one subcommand a file, results on standard output, messages on standard error.
//!
//! Floor 7: knows nothing of the other faces. Without a subcommand it returns the options to open the desk with.

mod args;
mod cases;
mod check;
mod completions;
mod content;
mod error;
mod find;
mod json;
mod locale;
mod man;
mod names;
mod offices;
mod person;
mod process;
mod requirements;
mod session;

use chrono::NaiveDate;
use clap::{ColorChoice, CommandFactory, FromArgMatches, error::ErrorKind};
use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use crate::content::{Content, Lang};
use args::{Arguments, Command};
use error::{CommandError, DONE, FILES, Printed, USAGE};
use session::Session;

const NO_TERMINAL: &str = "the desk needs a terminal; `smo --linear` works through a pipe, \
                           and `smo check FACT=VALUE` answers at once";

/// How the arguments end.
#[derive(Debug)]
pub enum Outcome {
    /// Done or refused: the exit code.
    Exit(u8),
    /// The desk is asked for.
    Desk(OpenDesk),
}

/// Where what was sent to the terminal is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatsTo {
    /// On standard error.
    Stderr,
    /// To a file, which is written anew.
    File(PathBuf),
}

/// The options to open the desk with.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own on the command line")]
pub struct OpenDesk {
    /// What the desk knows.
    pub content: Arc<Content>,
    /// The language to begin in.
    pub lang: Lang,
    /// The day of asking, where one was given: it then stands still at midnight.
    pub as_of: Option<NaiveDate>,
    /// The office to begin with, by its place in the content.
    pub office: Option<usize>,
    /// Whether only ASCII may be shown.
    pub ascii: bool,
    /// Whether colours and bold may be shown.
    pub color: bool,
    /// Speed of the line in bits a second, where it was given.
    pub link: Option<u32>,
    /// Plain lines instead of a screen.
    pub linear: bool,
    /// Whether cases are stored.
    pub stores: bool,
    /// Where to say what was sent, if that was asked for.
    pub wire_stats: Option<StatsTo>,
}

/// Reads the arguments (the program's name first) and does what they ask, except for opening the desk.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Outcome {
    let args: Vec<OsString> = args.into_iter().collect();
    let parsed = match parse(&args) {
        Ok(parsed) => parsed,
        Err(error) => return Outcome::Exit(refuse(&error)),
    };
    match parsed.command {
        Some(command) => Outcome::Exit(do_command(&parsed.global, &command).map_or_else(|f| report(&f), |p| print(&p))),
        None => match desk(&parsed.global) {
            Ok(desk) => Outcome::Desk(desk),
            Err(error) => Outcome::Exit(report(&error)),
        },
    }
}

fn parse(args: &[OsString]) -> Result<Arguments, clap::Error> {
    let plain = args.iter().any(|arg| arg == "--no-color");
    let color = if session::color(plain) { ColorChoice::Auto } else { ColorChoice::Never };
    Arguments::from_arg_matches(&Arguments::command().color(color).try_get_matches_from(args)?)
}

fn do_command(global: &args::Global, command: &Command) -> Result<Printed, CommandError> {
    match command {
        Command::Content(args) => content::run(global.content.as_deref(), &args.action),
        Command::Completions { shell } => Ok(completions::run(*shell)),
        Command::Man => man::run(),
        Command::Check(args) => check::run(&Session::open(global)?, args),
        Command::Offices(args) => offices::run(&Session::open(global)?, args),
        Command::Requirements(args) => requirements::run(&Session::open(global)?, args),
        Command::Process(args) => process::run(&Session::open(global)?, global.no_store, args),
        Command::Find(args) => Ok(find::run(&Session::open(global)?, args)),
        Command::Cases(args) => cases::run(&Session::open(global)?, global.no_store, &args.action),
    }
}

fn desk(global: &args::Global) -> Result<OpenDesk, CommandError> {
    let session = Session::open(global)?;
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !terminal && !global.linear {
        return Err(CommandError::Usage(NO_TERMINAL.to_owned()));
    }
    Ok(OpenDesk {
        lang: session.lang,
        as_of: session.as_of_given.then_some(session.as_of),
        office: session.office,
        ascii: session.ascii,
        color: session.color,
        link: session.link,
        stores: !global.no_store,
        linear: global.linear || env::var_os("TERM").is_some_and(|term| term == "dumb"),
        wire_stats: global.wire_stats.clone().map(|file| file.map_or(StatsTo::Stderr, StatsTo::File)),
        content: session.content,
    })
}

/// Help and version on standard output; a message about the arguments on standard error.
fn refuse(error: &clap::Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => written(error.print()),
        _ => {
            complain(&error.to_string());
            USAGE
        }
    }
}

fn print(printed: &Printed) -> u8 {
    let mut out = io::stdout().lock();
    match written(out.write_all(printed.text.as_bytes()).and_then(|()| out.flush())) {
        DONE => printed.code,
        failed => failed,
    }
}

/// The exit code of writing. Whoever closed the pipe has read enough.
fn written(result: io::Result<()>) -> u8 {
    match result {
        Ok(()) => DONE,
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => DONE,
        Err(cause) => {
            complain(&format!("error: cannot write: {cause}"));
            FILES
        }
    }
}

fn report(error: &CommandError) -> u8 {
    match error {
        CommandError::Usage(line) | CommandError::Files(line) => complain(&format!("error: {line}")),
        CommandError::Content(problems) => complain(problems),
    }
    error.code()
}

/// Writes a message of whole lines, without what a terminal would obey: it may hold what was typed or read.
fn complain(text: &str) {
    let lines: String = text.lines().flat_map(|line| [crate::text::clean(line), "\n".to_owned()]).collect();
    // Standard error that cannot be written to leaves nobody to tell.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
}

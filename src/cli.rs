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

/// What running the command line came to.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Outcome {
    /// The exit code.
    Exit(u8),
    Desk(OpenDesk),
}

/// Where the statistics of `--wire-stats` go.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum StatsTo {
    Stderr,
    /// An existing file is replaced.
    File(PathBuf),
}

/// The options to open the desk with.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names say it")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own on the command line")]
pub struct OpenDesk {
    pub content: Arc<Content>,
    pub lang: Lang,
    /// Only where `--as-of` was given: the day then does not change at midnight.
    pub as_of: Option<NaiveDate>,
    /// The index of the selected office.
    pub office: Option<usize>,
    pub ascii: bool,
    pub color: bool,
    /// Bits per second, where `--link` was given.
    pub link: Option<u32>,
    pub linear: bool,
    pub stores: bool,
    pub wire_stats: Option<StatsTo>,
}

/// Parses the arguments (the program's name first) and runs the subcommand; opening the desk is left to the caller.
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

/// The exit code after writing. A closed pipe is no error: the reader has read enough.
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

/// Writes whole lines to standard error, without control characters: they may quote arguments or files.
fn complain(text: &str) {
    let lines: String = text.lines().flat_map(|line| [crate::text::clean(line), "\n".to_owned()]).collect();
    // Nothing is left to report to where standard error fails.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
}

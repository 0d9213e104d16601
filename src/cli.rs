//! The command line: one subcommand a file, results on standard output, messages on standard error.
//!
//! Floor 7: knows nothing of the other faces. Without a subcommand it returns the options to open the desk with.

mod args;
mod batch;
mod cases;
mod check;
mod clock;
mod completions;
mod content;
mod doctor;
mod error;
mod facts;
mod find;
mod host;
mod json;
mod kiosk;
mod locale;
mod man;
mod names;
mod offices;
mod output;
mod process;
mod questions;
mod requirements;
mod rules;
mod session;
mod sheet;
mod term;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, CommandFactory, FromArgMatches};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;

use args::{Arguments, Command};
use error::{CONTENT, CommandError, DONE, Printed, STOPPED, USAGE};

pub use clock::now;
pub use error::FILES;
pub use host::{Host, Newer};
pub use session::Session;

const NO_TERMINAL: &str = "the desk needs a terminal; `smo --linear` works through a pipe, \
                           and `smo check FACT=VALUE` answers at once";

/// What running the command line came to.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum CommandOutcome {
    /// The exit code.
    Exit(u8),
    Desk(Box<OpenDesk>),
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
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OpenDesk {
    pub session: Session,
    pub linear: bool,
    pub wire_stats: Option<StatsTo>,
}

/// The command line that a kiosk makes of what a client asks for, its own first two words included; none where it
/// refuses.
pub fn admitted(asked: &OsStr) -> Option<Vec<OsString>> {
    let own = ["smo", "--kiosk"].map(OsString::from);
    kiosk::CommandLine::of(&own)?.arguments(Some(asked)).ok()
}

/// Parses the arguments (the program's name first) and runs the subcommand; opening the desk is left to the caller.
pub fn run(args: impl IntoIterator<Item = OsString>) -> CommandOutcome {
    let args: Vec<OsString> = args.into_iter().collect();
    let args = match kiosk_arguments(&args) {
        Ok(asked) => asked.unwrap_or(args),
        Err(error) => return CommandOutcome::Exit(report(&error)),
    };
    let parsed = match Arguments::parsed(&args) {
        Ok(parsed) => parsed,
        Err(error) => return CommandOutcome::Exit(refuse(&error)),
    };
    done(parsed).unwrap_or_else(|error| CommandOutcome::Exit(report(&error)))
}

/// Starts the program anew as it was started, so that it takes what is new on the host. Returns where that fails.
pub fn start_anew() -> io::Error {
    let args: Vec<OsString> = env::args_os().collect();
    kiosk::this_program(&args).exec()
}

/// The arguments of a kiosk, in an environment that nobody else has set; none where no kiosk is asked for.
fn kiosk_arguments(args: &[OsString]) -> Result<Option<Vec<OsString>>, CommandError> {
    let Some(asked) = kiosk::CommandLine::of(args) else { return Ok(None) };
    kiosk::clean_environment(args)?;
    asked.arguments(kiosk::original().as_deref()).map(Some)
}

fn done(parsed: Arguments) -> Result<CommandOutcome, CommandError> {
    if parsed.global.kiosk {
        kiosk::admit(&parsed)?;
    }
    match parsed.command {
        Some(command) => do_command(&parsed.global, &command).map(|printed| CommandOutcome::Exit(print(&printed))),
        None => desk(parsed.global).map(Box::new).map(CommandOutcome::Desk),
    }
}

impl Arguments {
    /// Reads arguments, the program's name first.
    fn parsed(args: &[OsString]) -> Result<Self, clap::Error> {
        let plain = args.iter().any(|arg| arg == "--no-color");
        let color = if session::color(plain) { ColorChoice::Auto } else { ColorChoice::Never };
        Self::from_arg_matches(&Self::command().color(color).try_get_matches_from(args)?)
    }
}

fn do_command(global: &args::Global, command: &Command) -> Result<Printed, CommandError> {
    let open = || Session::open(global);
    match command {
        Command::Content(action) => content::run(global, action),
        Command::Completions { shell } => completions::run(global, *shell),
        Command::Man => man::run(global),
        Command::Batch(args) => batch::run(&open()?, args),
        Command::Check(args) => check::run(&open()?, args),
        Command::Offices(args) => offices::run(&open()?, args),
        Command::Requirements(args) => requirements::run(&open()?, args),
        Command::Questions(args) => questions::run(&open()?, args),
        Command::Rules(args) => rules::run(&open()?, args),
        Command::Process(args) => process::run(&open()?, args),
        Command::Sheet(args) => sheet::run(&open()?, args),
        Command::Find { words } => Ok(find::run(&open()?, words)),
        Command::Cases(action) => cases::run(&open()?, action),
        Command::Doctor(args) => doctor::run(global, args),
    }
}

fn desk(global: args::Global) -> Result<OpenDesk, CommandError> {
    let session = Session::open(&global)?;
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_linear = session.settings.linear;
    if !terminal && !is_linear {
        return Err(CommandError::Usage(NO_TERMINAL.to_owned()));
    }
    let name = env::var_os("TERM").map(|name| name.to_string_lossy().into_owned());
    let is_asked_for = global.linear == Some(args::Switch::No);
    let linear = is_linear || !(is_asked_for || term::has_screen(name.as_deref()));
    let wire_stats = global.wire_stats.map(|file| file.map_or(StatsTo::Stderr, StatsTo::File));
    Ok(OpenDesk { session, linear, wire_stats })
}

/// Help and version on standard output; a message about the arguments on standard error.
fn refuse(error: &clap::Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => written(error.print()),
        _ => {
            complain(&unknown_value(error).unwrap_or_else(|| error.to_string()));
            USAGE
        }
    }
}

/// In one line: that an option takes no such value, which one is nearest, and all that it takes.
fn unknown_value(error: &clap::Error) -> Option<String> {
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.as_str()],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    let (option, value) = (*get(ContextKind::InvalidArg).first()?, *get(ContextKind::InvalidValue).first()?);
    let valid = get(ContextKind::ValidValue);
    let nearest = crate::text::nearest(value, valid.iter().copied());
    let meant = nearest.map_or_else(String::new, |meant| format!(" (did you mean {meant}?)"));
    let option = option.split_once(' ').map_or(option, |(name, _)| name);
    let value = crate::text::quoted(value);
    (!valid.is_empty()).then(|| format!("error: {option}: there is no {value}{meant}; it takes {}", valid.join(", ")))
}

fn print(printed: &Printed) -> u8 {
    let mut out = io::stdout().lock();
    match written(out.write_all(&printed.bytes).and_then(|()| out.flush())) {
        DONE => printed.code,
        failed => failed,
    }
}

/// The exit code after writing. A closed pipe is no error: the reader has read enough.
fn written(result: io::Result<()>) -> u8 {
    match result {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => report(&CommandError::io("cannot write", &cause)),
        Ok(()) | Err(_) => DONE,
    }
}

fn report(error: &CommandError) -> u8 {
    let (code, text) = match error {
        CommandError::Usage(line) => (USAGE, &format!("error: {line}")),
        CommandError::Files(line) => (FILES, &format!("error: {line}")),
        CommandError::Content(problems) => (CONTENT, problems),
        CommandError::Stopped => (STOPPED, &"error: stopped before the end; nothing is left behind".to_owned()),
    };
    complain(text);
    code
}

/// Writes whole lines to standard error, without control characters: they may quote arguments or files.
fn complain(text: &str) {
    let lines: String = text.lines().map(|line| crate::text::clean(line) + "\n").collect();
    // Nothing is left to report to where standard error fails.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
}

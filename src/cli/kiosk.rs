//! The kiosk: for logins that may open the desk, look things up, and do nothing else. It is asked for with `--kiosk`, as
//! `ForceCommand` of an SSH server has it, or by being the login shell of an account.
//!
//! What a client brings is believed in two things: its terminal and its locale. Every other variable is gone before
//! anything is read, since the program starts itself anew without them. What a client asks for is split into words here,
//! by no shell, and is refused unless it is one of a few commands that read.
//!
//! ```text
//! sshd -> smo --kiosk, SSH_ORIGINAL_COMMAND -> words -> Arguments -> may it? -> as any other
//! ```

mod words;

use clap::error::ErrorKind;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process;

use super::args::{Arguments, CheckArgs, Command, Output, SheetArgs};
use super::error::CommandError;
use words::split;

/// The variables that stay: those of the terminal and the locale, and what the SSH server says.
const KEPT: &[&str] =
    &["TERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", ORIGINAL, super::host::AUTH_INFO, "SSH_CONNECTION"];

/// What a client asked for where the server runs another command in its place.
const ORIGINAL: &str = "SSH_ORIGINAL_COMMAND";

const OPTION: &str = "--kiosk";

const REFUSED: &str = "this login takes: check -, sheet OFFICE [-], offices, requirements, process, find WORDS; \
                       without a command it opens the desk";

/// A command line under which the program is a kiosk.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CommandLine {
    /// What whoever set the kiosk up has written, the program's name first.
    own: Vec<OsString>,
    /// What the client asks for.
    asked: Option<OsString>,
}

impl CommandLine {
    /// None where the arguments ask for no kiosk. The original command is looked at by kiosks alone.
    pub(super) fn of(args: &[OsString]) -> Option<Self> {
        let first = args.first().map(OsString::as_os_str).unwrap_or_default();
        let is_login = first.as_encoded_bytes().starts_with(b"-");
        let is_shell = args.get(1).is_some_and(|arg| arg == "-c");
        let is_asked_for = args.iter().skip(1).take_while(|arg| *arg != "--").any(|arg| arg == OPTION);
        if !(is_login || is_shell || is_asked_for) {
            return None;
        }
        let name = OsString::from("smo");
        let kiosk = (!is_asked_for || is_shell).then(|| OsString::from(OPTION));
        let rest = args.iter().skip(1).cloned();
        if !is_shell {
            return Some(Self { own: [name].into_iter().chain(kiosk).chain(rest).collect(), asked: None });
        }
        // What follows the command would be a shell's arguments.
        let asked = args.get(2).filter(|_| args.len() == 3).cloned().unwrap_or_else(|| OsString::from(";"));
        Some(Self { own: [name].into_iter().chain(kiosk).collect(), asked: Some(asked) })
    }

    /// The arguments with what is asked for, if that may be asked for.
    ///
    /// # Errors
    /// It may not.
    pub(super) fn arguments(self, original: Option<&OsStr>) -> Result<Vec<OsString>, CommandError> {
        let of = |text: Option<&OsStr>| text.map_or_else(|| Ok(Vec::new()), words_of);
        let shell = of(self.asked.as_deref())?;
        // The server gives a forced command to the account's shell, and what the client asks for beside it. Options alone
        // are how the kiosk is set up.
        let (options, words) = if names_command(&shell)? { (Vec::new(), shell) } else { (shell, of(original)?) };
        names_command(&words)?;
        let asked = || options.iter().chain(&words).map(OsString::from);
        let all: Vec<OsString> = self.own.into_iter().chain(asked()).collect();
        // What one of the two has said is not said again by the other.
        let is_both = asked().next().is_some() && Arguments::parsed(&all).is_err_and(|error| !is_shown(&error));
        if is_both { Err(refused()) } else { Ok(all) }
    }
}

/// Whether words name a command, or ask for help: more than options of the desk.
///
/// # Errors
/// A kiosk does not take them.
fn names_command(words: &[String]) -> Result<bool, CommandError> {
    let alone: Vec<OsString> =
        ["smo"].into_iter().chain(words.iter().map(String::as_str)).map(OsString::from).collect();
    match Arguments::parsed(&alone) {
        Ok(parsed) if parsed.global.host_config.is_some() => Err(refused()),
        Ok(parsed) => admit(&parsed).map(|()| parsed.command.is_some()),
        Err(error) if is_shown(&error) => Ok(true),
        Err(_) => Err(refused()),
    }
}

/// Whether it is no error, but help or the version.
fn is_shown(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// The words of a command, without the program's own name and the option that is given already.
fn words_of(text: &OsStr) -> Result<Vec<String>, CommandError> {
    let mut words = text.to_str().and_then(split).ok_or_else(refused)?;
    if words.first().is_some_and(|word| word == "smo" || word.ends_with("/smo")) {
        words.remove(0);
    }
    if words.first().is_some_and(|word| word == OPTION) {
        words.remove(0);
    }
    Ok(words)
}

/// Whether a kiosk may do what the arguments say: whoever wrote them.
pub(super) fn admit(parsed: &Arguments) -> Result<(), CommandError> {
    let global = &parsed.global;
    let writes = matches!(global.wire_stats, Some(Some(_)));
    let may = match &parsed.command {
        None | Some(Command::Offices(_) | Command::Requirements(_) | Command::Find { .. }) => true,
        Some(Command::Check(CheckArgs { facts, .. })) => is_unseen(facts.iter()),
        Some(Command::Process(args)) => args.case.is_none() && is_printed(&args.to),
        Some(Command::Sheet(SheetArgs { of, facts, case, to, .. })) => {
            let named = of.iter().filter(|of| of.contains('='));
            case.is_none() && is_printed(to) && is_unseen(named.chain(facts))
        }
        Some(
            Command::Batch(_)
            | Command::Questions(_)
            | Command::Rules(_)
            | Command::Cases(_)
            | Command::Content(_)
            | Command::Doctor(_)
            | Command::Completions { .. }
            | Command::Man,
        ) => false,
    };
    if may && !writes && global.content.is_none() { Ok(()) } else { Err(refused()) }
}

/// Facts come from standard input alone: the arguments of a program can be seen by others.
fn is_unseen<'a>(mut facts: impl Iterator<Item = &'a String>) -> bool {
    facts.all(|fact| fact == "-")
}

fn is_printed(to: &Output) -> bool {
    to.output.is_none() && !to.force
}

pub(super) fn refused() -> CommandError {
    CommandError::Usage(REFUSED.to_owned())
}

/// Starts the program anew where its environment has anything that a kiosk does not read: no part of it, and no library,
/// can then read that either. Returns where there is nothing of the kind.
///
/// # Errors
/// The program cannot be started.
pub(super) fn clean_environment(args: &[OsString]) -> Result<(), CommandError> {
    let is_kept = |name: &OsString| KEPT.iter().any(|kept| name == kept);
    if env::vars_os().all(|(name, _)| is_kept(&name)) {
        return Ok(());
    }
    let kept = env::vars_os().filter(|(name, _)| is_kept(name));
    let cause: io::Error = this_program(args).env_clear().envs(kept).exec();
    Err(CommandError::io("the kiosk cannot be started", &cause))
}

/// This program with arguments, its own name first.
pub(super) fn this_program(args: &[OsString]) -> process::Command {
    let own = env::current_exe().ok().filter(|path| path.is_file());
    let mut command = process::Command::new(own.unwrap_or_else(|| PathBuf::from("/proc/self/exe")));
    if let Some((name, rest)) = args.split_first() {
        command.arg0(name).args(rest);
    }
    command
}

/// What the client asked for.
pub(super) fn original() -> Option<OsString> {
    env::var_os(ORIGINAL).filter(|command| !command.is_empty())
}

#[cfg(test)]
mod tests;

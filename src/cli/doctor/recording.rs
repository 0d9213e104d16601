//! Whether the session seems to be recorded: by a program above this one, as far as its name tells.

use std::fs;

use super::finding::{Examined, Finding};
use super::terminal::variable;

/// Programs that record what is on a terminal, by the name that the system keeps of them, of 15 characters at most.
const RECORDERS: &[&str] =
    &["script", "scriptlive", "tlog-rec", "tlog-rec-sessio", "asciinema", "ttyrec", "termrec", "ttyplay", "rootsh"];

/// Programs that record where an argument asks for it.
const WITH_ARGUMENT: &[(&str, &str)] = &[("screen", "-L")];

/// Variables that recorders set.
const VARIABLES: &[&str] = &["ASCIINEMA_REC", "SCRIPT", "TLOG_REC_SESSION_CONF_TEXT"];

/// The most programs that are above this one.
const DEPTH: usize = 64;

/// A program above this one.
struct Above {
    name: String,
    arguments: Vec<String>,
}

/// Whether the session seems to be recorded. That none is seen is no proof.
pub(super) fn recorded() -> Finding {
    let set = VARIABLES.iter().find(|name| variable(name).is_some());
    match recorder(&above()).or(set.map(|name| (*name).to_owned())) {
        Some(name) => Finding::note(
            Examined::Recording,
            &format!("the session seems to be recorded ({name}): what is on the screen is then in a file"),
            "ask who runs this computer who can read that, and for how long it is kept",
        ),
        None => Finding::ok(Examined::Recording, "no program that records sessions is seen above this one"),
    }
}

fn recorder(above: &[Above]) -> Option<String> {
    let records = |one: &&Above| {
        let asked = |(name, argument): &(&str, &str)| {
            one.name.eq_ignore_ascii_case(name) && one.arguments.iter().any(|given| given == argument)
        };
        RECORDERS.contains(&&*one.name) || WITH_ARGUMENT.iter().any(asked)
    };
    above.iter().find(records).map(|one| one.name.clone())
}

/// The programs above this one, the nearest first.
fn above() -> Vec<Above> {
    let mut found = Vec::new();
    let mut id = rustix::process::getppid().map(|id| id.as_raw_nonzero().get());
    while let Some(at) = id.filter(|_| found.len() < DEPTH) {
        let Ok(status) = fs::read_to_string(format!("/proc/{at}/stat")) else { break };
        let Some((name, parent)) = named(&status) else { break };
        let line = fs::read(format!("/proc/{at}/cmdline")).unwrap_or_default();
        let arguments = line.split(|byte| *byte == 0).map(|part| String::from_utf8_lossy(part).into_owned());
        found.push(Above { name, arguments: arguments.collect() });
        id = Some(parent).filter(|parent| *parent > 0 && *parent != at);
    }
    found
}

/// Name and parent of `ID (NAME) STATE PARENT …`; the name can hold anything.
fn named(status: &str) -> Option<(String, i32)> {
    let (before, after) = status.rsplit_once(')')?;
    let name = before.split_once('(')?.1.to_owned();
    Some((name, after.split_whitespace().nth(1)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_recorder_above_is_seen_by_its_name_or_its_argument() {
        let above = |name: &str, arguments: &[&str]| {
            [Above { name: name.to_owned(), arguments: arguments.iter().map(|part| (*part).to_owned()).collect() }]
        };
        for name in RECORDERS {
            assert!(recorder(&above(name, &[])).is_some(), "{name}");
        }
        assert!(recorder(&above("screen", &["SCREEN", "-L"])).is_some());
        for (name, arguments) in [("screen", &["SCREEN"][..]), ("bash", &["bash", "-L"]), ("scripts", &[]), ("", &[])] {
            assert!(recorder(&above(name, arguments)).is_none(), "{name}");
        }
    }

    #[test]
    fn a_name_of_a_program_can_hold_anything() {
        assert_eq!(named("7 (a) b (c)) S 3 7 7").unwrap(), ("a) b (c)".to_owned(), 3));
        for nonsense in ["", "7", "7 (x", "7 (x) S", "7 (x) S no"] {
            assert!(named(nonsense).is_none(), "{nonsense}");
        }
    }
}

//! Facts from the arguments and, for `-`, from standard input.

use std::io::{self, Read};

use super::error::CommandError;
use super::session::Session;
use crate::desk::PersonState;
use crate::rules;

/// The most bytes that are read from standard input: far more than the facts of a person take.
const MOST: u64 = 64 * 1024;

/// The person of whom these facts are given.
pub(super) fn person(session: &Session, args: &[String]) -> Result<PersonState, CommandError> {
    let answers = rules::parse_facts(&session.content, &gather(args)?, session.as_of)
        .map_err(|error| CommandError::Usage(error.to_string()))?;
    Ok(PersonState::of_answers(&session.content, answers))
}

/// All facts in order, with those of standard input in place of the `-`.
fn gather(args: &[String]) -> Result<Vec<String>, CommandError> {
    let mut facts = Vec::new();
    let mut asked = false;
    for arg in args {
        if arg != "-" {
            facts.push(arg.clone());
        } else if !std::mem::replace(&mut asked, true) {
            facts.extend(words(&read(io::stdin().lock())?));
        }
    }
    Ok(facts)
}

fn read(from: impl Read) -> Result<String, CommandError> {
    let mut bytes = Vec::new();
    from.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| CommandError::io("cannot read standard input", &cause))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST) {
        return Err(CommandError::Usage(format!(
            "standard input holds more than {} KiB; facts are short",
            MOST / 1024
        )));
    }
    String::from_utf8(bytes).map_err(|_| CommandError::Usage("standard input is not UTF-8 text".to_owned()))
}

/// Facts separated by whitespace; `#` starts a comment.
fn words(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let facts = text.lines().map(|line| line.split_once('#').map_or(line, |(facts, _)| facts));
    facts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn facts_are_parted_by_blanks_and_lines() {
        let text = "\u{feff}a=1 b=2\r\n# nothing c=3\n\n\td=4 # e=5\nf=6#g";
        assert_eq!(words(text), ["a=1", "b=2", "d=4", "f=6"]);
    }

    #[test]
    fn too_much_is_refused_and_not_read_to_its_end() {
        assert!(read(io::repeat(b' ').take(MOST)).is_ok());
        assert!(matches!(read(io::repeat(b' ')), Err(CommandError::Usage(_))));
        assert!(matches!(read(&b"\xff"[..]), Err(CommandError::Usage(_))));
    }
}

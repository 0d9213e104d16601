//! The terminal and the language, as the environment and the system tell them.

use rustix::termios::tcgetwinsize;
use std::env;
use std::io::{self, IsTerminal as _};

use super::finding::{Examined, Finding};
use crate::cli::args::Global;
use crate::cli::error::CommandError;
use crate::cli::{locale, term};
use crate::content::{Content, Lookup};
use crate::desk::SettingsFile;

/// What the screen needs, and what it uses at most: columns and rows.
const LEAST: (u16, u16) = (40, 12);
const MOST: (u16, u16) = (500, 200);

/// What the environment says, if it says anything.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// Whether the screen can be shown, and how large it is.
pub(super) fn terminal() -> Finding {
    let name = variable("TERM");
    let shown = name.clone().unwrap_or_else(|| "no TERM".to_owned());
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        let advice = "at a terminal, start it without pipes; over SSH, with `ssh -t`";
        return Finding::note(
            Examined::Terminal,
            "input or output is no terminal: no screen can be opened here",
            advice,
        );
    }
    if !term::has_screen(name.as_deref()) {
        let text = format!("{shown} is not known to place its cursor: the desk opens as plain lines");
        return Finding::note(Examined::Terminal, &text, "set TERM to what the terminal is, such as xterm-256color");
    }
    let size = tcgetwinsize(io::stdout()).map(|size| (size.ws_col, size.ws_row)).unwrap_or_default();
    sized(&shown, size)
}

fn sized(name: &str, (columns, rows): (u16, u16)) -> Finding {
    let text = format!("{name} can place its cursor; {columns}x{rows}");
    let (least, most) = (format!("{}x{}", LEAST.0, LEAST.1), format!("{}x{}", MOST.0, MOST.1));
    if columns < LEAST.0 || rows < LEAST.1 {
        return Finding::problem(Examined::Terminal, &text, &format!("make the window larger: at least {least}"));
    }
    if columns > MOST.0 || rows > MOST.1 {
        return Finding::note(Examined::Terminal, &text, &format!("the part of {most} is used"));
    }
    Finding::ok(Examined::Terminal, &text)
}

/// The characters and the language.
pub(super) fn locale(global: &Global, content: Option<&Content>) -> Finding {
    let remembered = SettingsFile::of_account().map(|file| file.read().lang).unwrap_or_default();
    spoken(&variable, global.lang.as_deref(), remembered.as_deref(), content)
}

fn spoken(
    env: &locale::Variables<'_>,
    asked: Option<&str>,
    remembered: Option<&str>,
    content: Option<&Content>,
) -> Finding {
    let letters = if locale::is_utf8(env) { "UTF-8" } else { "ASCII" };
    let Some(content) = content else { return Finding::ok(Examined::Locale, &format!("characters are {letters}")) };
    let spoken = match locale::language(content, asked, remembered, env) {
        Ok(spoken) => spoken,
        Err(CommandError::Usage(line)) => return Finding::problem(Examined::Locale, &line, "name one of these"),
        Err(_) => return Finding::problem(Examined::Locale, "there is no language", "see `content` below"),
    };
    let text = format!("{} is spoken; characters are {letters}", content.languages.at(spoken.lang.0).name);
    match spoken.missing {
        Some(missing) => {
            let text = format!("{text}; the locale asks for {missing}, which the content does not have");
            Finding::note(Examined::Locale, &text, "choose a language with `i` at the desk, or with --lang")
        }
        None if letters == "ASCII" => {
            Finding::note(Examined::Locale, &text, "for accents and lines, set LANG to a locale that is UTF-8")
        }
        None => Finding::ok(Examined::Locale, &text),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::cli::doctor::finding::Gravity;

    #[test]
    fn sizes_that_are_too_small_or_larger_than_what_is_used_are_told() {
        let mark = |size| sized("xterm", size).mark;
        for size in [(0, 0), (39, 24), (80, 11)] {
            assert_eq!(mark(size), Gravity::Problem, "{size:?}");
        }
        for size in [(40, 12), (80, 24), (500, 200)] {
            assert_eq!(mark(size), Gravity::Ok, "{size:?}");
        }
        for size in [(501, 24), (80, 201), (65535, 65535)] {
            assert_eq!(mark(size), Gravity::Note, "{size:?}");
        }
    }

    #[test]
    fn the_language_that_is_spoken_and_why_not_another() {
        let content = Content::embedded().unwrap();
        let (mine, other) = (content.languages.first().unwrap(), content.languages.get(1).unwrap());
        let found = |lang: &str, asked| {
            let env = |name: &str| (name == "LANG").then(|| lang.to_owned());
            spoken(&env, asked, None, Some(&content))
        };
        let ok = found(&format!("{}.UTF-8", other.id), None);
        assert_eq!(ok, Finding::ok(Examined::Locale, &format!("{} is spoken; characters are UTF-8", other.name)));
        assert_eq!(found(&mine.id, None).mark, Gravity::Note, "ASCII");
        assert_eq!(found("xx.UTF-8", None).mark, Gravity::Note);
        assert_eq!(found("C.UTF-8", Some("xx")).mark, Gravity::Problem);
    }
}

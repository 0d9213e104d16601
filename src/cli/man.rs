//! `smo man`: the manual page, with every subcommand, fact, file and variable on it.

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io;

use super::args::{Arguments, Global};
use super::error::{CommandError, Printed};
use super::session;
use crate::content::{Content, Lang};
use crate::rules::values;

/// What is read and written, and what each is for; `~` stands for the home of the account.
const FILES: &[(&str, &str)] = &[
    ("~/.config/smo/settings.toml", "What was chosen once: language, plain lines, ASCII, bell. Nothing of a person."),
    ("~/.local/state/smo/cases/CODE.json", "A case. Only the account can enter the folder."),
    ("~/.local/state/smo/trash/CODE.DAY.deleted", "A deleted case, until that day. Moved back, it is a case again."),
    ("~/.local/state/smo/sheets/", "Sheets that were saved at the desk."),
    ("/etc/smo.toml", "What whoever runs the host has set, for kiosks alone. Where it is wrong, no kiosk starts."),
];

/// The variables that are read. A kiosk believes a client in `TERM` and the locale alone.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("SMO_LANG", "Code of the language; before the last choice and the locale."),
    ("LC_ALL, LC_MESSAGES, LC_CTYPE, LANG", "The locale: its language, and whether it is UTF-8."),
    ("TERM", "The terminal. Where it cannot place a cursor, the desk opens as plain lines."),
    ("NO_COLOR", "Where it is set to anything: no colours."),
    ("SMO_ESC_MS", "Milliseconds after which an Esc is a key of its own: 20, over SSH 100."),
    ("SSH_CONNECTION, SSH_CLIENT, SSH_TTY", "Whether the line is one of SSH."),
    ("HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "Where choices and cases are."),
    ("TZ", "The time zone; else that of the computer."),
    ("SSH_ORIGINAL_COMMAND", "At a kiosk: what the client asks for."),
    ("SSH_USER_AUTH", "At a kiosk: the file in which the server says how somebody was let in."),
];

pub(super) fn run(global: &Global) -> Result<Printed, CommandError> {
    let content = session::load(global.content.as_deref())?;
    let mut bytes = Vec::new();
    write(&content, &mut bytes).map_err(|cause| CommandError::io("cannot write the manual page", &cause))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned().into())
}

fn write(content: &Content, out: &mut Vec<u8>) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    let man = Man::new(command.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    subcommands(&command, "", &mut roff);
    let named = |one: &crate::content::Question| format!("{}. {}.", one.name.get(Lang(0)), values(one).join(", "));
    section("FACTS AND VALUES", content.questions.iter().map(|one| (&*one.id, named(one))), &mut roff);
    let given = |list: &'static [(&'static str, &str)]| list.iter().map(|(term, text)| (*term, (*text).to_owned()));
    section("FILES", given(FILES), &mut roff);
    section("ENVIRONMENT", given(ENVIRONMENT), &mut roff);
    for notes in command.get_after_help().map(ToString::to_string).iter().flat_map(|help| help.split("\n\n")) {
        let (title, lines) = notes.split_once('\n').unwrap_or_default();
        roff.control("SH", [title.trim_end_matches(':').to_uppercase().as_str()]);
        plain(lines, &mut roff);
    }
    out.extend_from_slice(roff.render().as_bytes());
    Ok(())
}

/// Terms and what is said of each.
fn section<'a>(title: &str, terms: impl Iterator<Item = (&'a str, String)>, roff: &mut Roff) {
    roff.control("SH", [title]);
    for (term, text) in terms {
        roff.control("TP", []);
        roff.text([bold(term)]);
        roff.text([roman(text)]);
    }
}

fn subcommands(command: &Command, before: &str, roff: &mut Roff) {
    for sub in command.get_subcommands() {
        let name = format!("{before}{}", sub.get_name());
        let mut line = vec![bold(name.as_str())];
        for argument in sub.get_positionals() {
            line.extend([roman(" "), italic(argument.to_string())]);
        }
        roff.control("TP", []);
        roff.text(line);
        roff.text([roman(sub.get_about().map(ToString::to_string).unwrap_or_default())]);
        roff.control("RS", []);
        for argument in sub.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help")
        {
            roff.control("TP", []);
            roff.text([bold(argument.to_string())]);
            roff.text([roman(argument.get_help().map(ToString::to_string).unwrap_or_default())]);
        }
        if let Some(more) = sub.get_after_help() {
            roff.control("PP", []);
            plain(&more.to_string(), roff);
        }
        roff.control("RE", []);
        subcommands(sub, &format!("{name} "), roff);
    }
}

/// Preformatted text.
fn plain(text: &str, roff: &mut Roff) {
    roff.control("nf", []);
    for line in text.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

//! `smo man` and `smo completions`: the manual page, with every subcommand on it, and completion scripts.

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io;

use super::args::Arguments;
use super::error::{CommandError, Printed};

pub(super) fn run() -> Result<Printed, CommandError> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|cause| CommandError::io("cannot write the manual page", &cause))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned().into())
}

pub(super) fn completions(shell: Shell) -> Printed {
    let mut bytes = Vec::new();
    generate(shell, &mut Arguments::command(), "smo", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned().into()
}

fn write(out: &mut Vec<u8>) -> io::Result<()> {
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
    for notes in command.get_after_help().map(ToString::to_string).iter().flat_map(|help| help.split("\n\n")) {
        let (title, lines) = notes.split_once('\n').unwrap_or_default();
        roff.control("SH", [title.trim_end_matches(':').to_uppercase().as_str()]);
        plain(lines, &mut roff);
    }
    out.extend_from_slice(roff.render().as_bytes());
    Ok(())
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

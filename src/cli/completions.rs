//! `smo completions`: a script by which a shell completes commands, options, and what the content names: offices,
//! languages, steps, tracks, and facts with their values.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};

use super::args::{Arguments, Global};
use super::error::{CommandError, Printed};
use super::session;
use crate::content::{Content, FactKind, Lang, Question};
use crate::rules::values;

/// A fact is three words to bash, which parts words at `=`: it is put together before it is completed, and what stands
/// before the `=` is not handed back. Where none is begun, the facts alone are listed, without a blank after the `=`.
const BASH: &str = r#"
_smo_facts() {
    local line="${COMP_LINE:0:COMP_POINT}" word reply last=""
    word="${line##*[[:space:]]}"
    if [[ "$word" == [a-z]*=* ]]; then
        _smo "$1" "$word" ""
        [[ "$COMP_WORDBREAKS" != *=* ]] || COMPREPLY=("${COMPREPLY[@]#*=}")
        return 0
    fi
    _smo "$@"
    local all=("${COMPREPLY[@]/=*/=}")
    COMPREPLY=()
    for reply in "${all[@]}"; do
        [[ "$reply" == "$last" ]] || COMPREPLY+=("$reply")
        last="$reply"
    done
    [[ "${#COMPREPLY[@]}" -ne 1 || "${COMPREPLY[0]}" != *= ]] || compopt -o nospace 2>/dev/null
    return 0
}
complete -F _smo_facts -o bashdefault -o default smo
"#;

pub(super) fn run(global: &Global, shell: Shell) -> Result<Printed, CommandError> {
    let content = session::load(global.content.as_deref())?;
    let (mut command, mut bytes) = (naming(&content), Vec::new());
    generate(shell, &mut command, "smo", &mut bytes);
    let more = match shell {
        Shell::Bash => BASH.to_owned(),
        Shell::Fish => command.get_subcommands().filter_map(of_fish).collect(),
        _ => String::new(),
    };
    Ok(format!("{}{more}", String::from_utf8_lossy(&bytes)).into())
}

/// What a subcommand takes besides its options, which the script for fish leaves out.
fn of_fish(command: &Command) -> Option<String> {
    let values = command.get_positionals().flat_map(clap::Arg::get_possible_values);
    // In quotes, since fish evaluates the list.
    let plain = |text: String| text.replace(['\'', '"', '\\', '$'], "");
    let line = |one: PossibleValue| {
        let help = one.get_help().map(ToString::to_string).unwrap_or_default();
        format!("{}\\t'{}'", one.get_name(), plain(help))
    };
    let lines: Vec<String> = values.map(line).collect();
    let condition = format!("__fish_smo_using_subcommand {}", command.get_name());
    (!lines.is_empty()).then(|| format!("complete -c smo -n \"{condition}\" -f -a \"{}\"\n", lines.join("\n")))
}

/// The arguments with all that can be named. Only for completion: what a command takes, it says itself, with the nearest
/// name.
fn naming(content: &Content) -> Command {
    let (offices, process) = (&content.offices, &content.process);
    let offices = takes(offices.iter().map(|one| value(one.id.to_string(), one.name.get(Lang(0)))).collect());
    let languages = takes(content.languages.iter().map(|one| value(one.id.to_string(), &one.name)).collect());
    let steps = takes(process.steps.iter().map(|one| value(one.id.to_string(), one.short.get(Lang(0)))).collect());
    let tracks = takes(process.tracks.iter().map(|one| value(one.id.to_string(), one.name.get(Lang(0)))).collect());
    let facts = takes(content.questions.iter().flat_map(|question| facts(content, question)).collect());
    let set = |command: Command, name: &'static str, values: &PossibleValuesParser| {
        let values = values.clone();
        command.mut_arg(name, |argument| argument.value_parser(values))
    };
    let command = set(set(Arguments::command(), "office", &offices), "lang", &languages);
    command
        .mut_subcommand("check", |check| set(check, "facts", &facts))
        .mut_subcommand("sheet", |sheet| set(set(sheet, "of", &offices), "facts", &facts))
        .mut_subcommand("offices", |list| set(list, "one", &offices))
        .mut_subcommand("requirements", |list| set(list, "one", &offices))
        .mut_subcommand("process", |process| set(set(process, "track", &tracks), "from", &steps))
}

/// Everything that can be said of a fact in a word, countries as far as the content names them.
fn facts<'a>(content: &'a Content, question: &'a Question) -> impl Iterator<Item = PossibleValue> + 'a {
    let of_countries = matches!(question.kind, FactKind::Country | FactKind::Countries);
    let countries = content.countries.iter().filter(move |_| of_countries);
    let countries = countries.map(|one| (one.id.to_string(), one.name.get(Lang(0))));
    // What is described and not written, as a date, is of several words.
    let words = values(question).into_iter().filter(|word| !word.contains(' '));
    let all = countries.chain(words.map(|word| (word, question.name.get(Lang(0)))));
    all.map(|(word, help)| value(format!("{}={word}", question.id), help))
}

fn takes(values: Vec<PossibleValue>) -> PossibleValuesParser {
    PossibleValuesParser::new(values)
}

fn value(name: String, help: &str) -> PossibleValue {
    // The parser keeps no text of its own, and the program ends once the script is printed.
    let name: &'static str = name.leak();
    PossibleValue::new(name).help(help.to_owned())
}

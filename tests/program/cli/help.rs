//! Help, version, manual page, completions.

use std::process::Command;

use super::run::{bare, each, json, text};

/// What there is; a later piece of work adds its own.
const SUBCOMMANDS: [&str; 14] = [
    "check",
    "batch",
    "offices",
    "requirements",
    "questions",
    "rules",
    "process",
    "sheet",
    "find",
    "cases",
    "content",
    "doctor",
    "completions",
    "man",
];

fn printed(args: &[&str]) -> String {
    let output = bare(args).assert().success().stderr("").get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn help_lists_what_exists_and_nothing_else() {
    let help = printed(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, SUBCOMMANDS);
    assert!(help.contains("Examples:") && help.contains("Exit status:"));
    for option in [
        "--office",
        "--lang",
        "--content",
        "--as-of",
        "--ascii",
        "--linear",
        "--no-store",
        "--link",
        "--wire-stats[=<FILE>]",
        "--no-color",
    ] {
        assert!(help.contains(option), "{option}");
    }
}

#[test]
fn every_subcommand_has_help_of_its_own() {
    for subcommand in SUBCOMMANDS {
        let help = printed(&[subcommand, "--help"]);
        assert!(help.contains(&format!("Usage: smo {subcommand}")), "{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(printed(&["--version"]), format!("smo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_manual_page_names_every_subcommand_and_option() {
    let man = printed(&["man"]);
    assert!(man.contains(".TH smo 1"), "{man}");
    for subcommand in SUBCOMMANDS {
        assert!(man.contains(&format!("\\fB{subcommand}")), "{subcommand}");
    }
    assert!(man.contains("exit\\-verdict"));
}

#[test]
fn the_manual_page_has_the_facts_with_their_values_the_files_and_the_variables() {
    let man = printed(&["man"]);
    let section = |title: &str| {
        let rest = man.split_once(&format!(".SH \"{title}\"\n")).or_else(|| man.split_once(&format!(".SH {title}\n")));
        rest.unwrap_or_else(|| panic!("{title}: {man}")).1.split("\n.SH").next().unwrap().to_owned()
    };
    let (facts, files) = (section("FACTS AND VALUES"), section("FILES"));
    let questions = json(&["questions", "--json"]);
    for id in each(&questions["questions"], "id") {
        assert!(facts.contains(&format!("\\fB{id}\\fR")), "{id}: {facts}");
    }
    assert!(facts.contains("regular, in_process, irregular, unknown, declined"), "{facts}");
    for file in ["/etc/smo.toml", "settings.toml", "cases/CODE.json"] {
        assert!(files.contains(file), "{file}: {files}");
    }
    // What somebody can set to change what the program does.
    let environment = section("ENVIRONMENT");
    for name in ["SMO_LANG", "SMO_ESC_MS", "NO_COLOR", "TERM", "LC_ALL", "SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH"] {
        assert!(environment.contains(name), "{name}: {environment}");
    }
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("requirements") && script.contains("exit-verdict"), "{shell}");
    }
}

#[test]
fn completions_know_facts_offices_languages_steps_and_tracks() {
    for shell in ["bash", "fish", "zsh"] {
        let script = printed(&["completions", shell]);
        for name in
            ["adult=declined", "country=CO", "nationality=stateless", "guatemala", "ht", "iom_review", "refugee"]
        {
            assert!(script.contains(name), "{shell}: {name}");
        }
        // What is described and not written is no word to complete.
        assert!(!script.contains("=a date") && !script.contains("=a two"), "{shell}");
    }
}

#[test]
fn completions_are_those_of_the_content_that_is_asked_for() {
    let script = printed(&["completions", "fish", "--content", "tests/fixtures/minimal"]);
    assert!(!script.contains("guatemala") && script.contains("arrived=unknown"), "{script}");
}

/// Bash parts words at `=`; what is put together again completes as a word.
#[test]
fn a_fact_completes_in_bash_though_its_words_are_parted_there() {
    let script = printed(&["completions", "bash"]);
    let asked = r#"
        COMP_WORDBREAKS=$' \t\n"\'><=;|&(:' COMP_LINE="smo check country=CO adult=" COMP_POINT=27
        COMP_WORDS=(smo check country = CO adult = "") COMP_CWORD=7
        _smo_facts smo "" "="; echo "${COMPREPLY[*]}"
        COMP_LINE="smo check adu" COMP_POINT=13 COMP_WORDS=(smo check adu) COMP_CWORD=2
        _smo_facts smo adu check; echo "${COMPREPLY[*]}""#;
    let output = Command::new("bash").args(["--norc", "-c", &format!("{script}{asked}")]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "yes no unknown declined\nadult=\n");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn options_stand_before_or_after_the_subcommand() {
    let before = text(&["--lang", "es", "--office", "colombia", "offices"]);
    assert_eq!(before, text(&["offices", "--office", "colombia", "--lang", "es"]));
    assert_eq!(before, text(&["offices", "colombia", "--lang", "ES", "--no-store", "--no-color"]));
}

/// A command that a page tells its reader to type: `smo …` in a block of commands or between backquotes, without what a
/// shell does with it.
fn commands(page: &str) -> Vec<&str> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    let prose: String = page.split("```").step_by(2).collect();
    let spans = page.split('`').filter(|span| prose.contains(&format!("`{span}`")));
    let all = blocks.flat_map(str::lines).chain(spans).filter(|line| line.split(' ').next() == Some("smo"));
    all.filter_map(|line| line.split(['#', '|', '<', '>']).next()).collect()
}

#[test]
fn what_the_pages_tell_to_type_exists() {
    let pages = [
        include_str!("../../../README.md"),
        include_str!("../../../CONTRIBUTING.md"),
        include_str!("../../../docs/content.md"),
        include_str!("../../../docs/host.md"),
    ];
    let typed: Vec<&str> = pages.into_iter().flat_map(commands).collect();
    assert!(typed.len() > 15, "{typed:?}");
    for command in typed {
        let words: Vec<&str> = command.split_whitespace().skip(1).collect();
        // With an unknown command before it, help is refused.
        let before = words.iter().take_while(|word| !word.starts_with('-')).copied();
        let help = printed(&before.chain(["--help"]).collect::<Vec<_>>());
        for option in words.iter().filter(|word| word.starts_with("--")) {
            let name = option.split('=').next().unwrap();
            let is_listed = help.split([' ', ',', '[', '=', '\n']).any(|word| word == name);
            assert!(is_listed, "no such option: {command}");
        }
    }
}

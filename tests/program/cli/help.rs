//! Help, version, manual page, completions.

use super::run::{bare, text};

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
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("requirements") && script.contains("exit-verdict"), "{shell}");
    }
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

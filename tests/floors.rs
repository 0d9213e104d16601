//! The house as DESIGN.md draws it: every module imports only from floors below its own.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "sources/floors.rs"]
mod checker;
#[path = "sources/tokens.rs"]
mod tokens;

use checker::{faults, faults_of};
use tokens::Source;

#[test]
fn every_module_keeps_to_its_floor() {
    let faults = faults_of(&tokens::all());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn files_are_small_and_modules_have_names_that_say_something() {
    let faults = checker::shape_faults(&tokens::all());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[track_caller]
fn planted(path: &str, text: &str, said: &str) {
    let faults = faults(&Source::new(path, text));
    assert!(faults.iter().any(|fault| fault.contains(said)), "{path}: {text}\nexpected: {said}\nfound: {faults:?}");
}

#[track_caller]
fn clean(path: &str, text: &str) {
    assert_eq!(faults(&Source::new(path, text)), Vec::<String>::new(), "{path}: {text}");
}

#[test]
fn imports_from_above_and_beside_are_found() {
    planted("content.rs", "use crate::rules::Answer;", "content.rs:1: content (0) uses rules");
    planted(
        "rules/next.rs",
        "\nuse crate::{content::Id, desk::{Desk, Action}};",
        "rules/next.rs:2: rules (1) uses desk",
    );
    planted("process/spine.rs", "fn f() { crate::check::read(); }", "uses check");
    planted("tui/view.rs", "use super::super::cli::Args;", "tui (6) uses cli");
    planted("tui.rs", "use super::linear;", "uses linear");
    planted("linear.rs", "use crate::{tui as face};", "uses tui");
    planted("wording/date.rs", "mod tests { mod more { use super::super::super::super::find::X; } }", "uses find");
    planted("desk.rs", "pub(in crate::tui) fn f() {}", "uses tui");
    planted("check.rs", "use crate::*;", "uses everything");
    planted("check/date.rs", "use super::super::*;", "uses everything");
    planted("desk.rs", "impl From<crate :: tui :: State> for X {}", "uses tui");
    planted("cellar.rs", "", "cellar has no floor");
    planted("wire.rs", "use crate::content::Id;", "uses content");
}

#[test]
fn libraries_of_the_terminal_stay_where_they_belong() {
    planted("tui/view.rs", "use crossterm::event::KeyCode;", "crossterm");
    planted("tui/state.rs", "use ratatui::crossterm::event;", "crossterm");
    planted("tui/key.rs", "use crossterm::event::KeyCode;", "crossterm");
    planted("main.rs", "fn f() { crossterm::terminal::size(); }", "crossterm");
    planted("content/date.rs", "use ratatui::text::Line;", "ratatui");
    planted("cli.rs", "use ::ratatui::style::{Style};", "ratatui");
    planted("desk.rs", "extern crate ratatui;", "ratatui");
    clean("tui/terminal.rs", "use crossterm::{cursor, execute}; use ratatui::Terminal;");
    clean("wire.rs", "use ratatui::backend::Backend;");
}

#[test]
fn what_is_allowed_is_not_a_fault() {
    clean("main.rs", "use smo_desk::{content::Content, tui::{self, look::Look}, cli};");
    clean("tui/view.rs", "use super::super::desk::Desk; use crate::wording; use super::state; use crate::wire::W;");
    clean("tui/pane/check/view.rs", "mod tests { use super::super::super::super::super::desk::Desk; }");
    clean("wording/choice.rs", "use crate::check::Trouble; use crate::content::{self, Word};");
    clean("rules.rs", "// use crate::tui;\n/* use crate::desk; */ const X: &str = \"use crate::tui::X\";");
    clean("content/raw.rs", "fn f<'crate_>(x: &'crate_ str) -> char { 'c' }");
}

#[test]
fn shapes_that_are_not_wanted_are_found() {
    let planted = |path: &str, text: &str| checker::shape_faults(&[Source::new(path, text)]);
    assert!(planted("tui/util.rs", "")[0].contains("says nothing"));
    assert!(planted("desk/helpers/x.rs", "")[0].contains("says nothing"));
    assert!(planted("tui.rs", "mod common { }")[0].contains("says nothing"));
    assert!(planted("tui/mod.rs", "")[0].contains("beside its folder"));
    assert!(planted("tui/long.rs", &"\n".repeat(301))[0].contains("301 lines"));
    assert!(planted("tui/long.rs", &"\n".repeat(300)).is_empty());
}

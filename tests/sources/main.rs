//! What holds of the sources as they are written: floors, circles, size, names that only the content may hold, and the
//! page that documents the content.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests stop at the first surprise")]

mod circles;
mod content_page;
mod content_schema;
mod declared;
mod files;
mod floors;
mod names;
mod promises;
mod references;
mod shape;

use std::fs;
use std::path::Path;

use content_page::Page;
use files::Source;
use names::Names;
use smo_desk::content::Content;

/// The most files that may import each other in a circle.
const MOST_FILES_IN_A_CIRCLE: usize = 3;

#[test]
fn every_module_imports_from_floors_below_it_only() {
    let faults = floors::faults_of(&files::all());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_large_circle_of_imports_is_left() {
    let large: Vec<String> = circles::circles(&files::all())
        .iter()
        .filter(|circle| circle.len() > MOST_FILES_IN_A_CIRCLE)
        .map(|circle| format!("{} files import each other in a circle:\n  {}", circle.len(), circle.join("\n  ")))
        .collect();
    assert!(large.is_empty(), "\n{}", large.join("\n"));
}

#[test]
fn files_are_small_and_modules_have_names_that_say_something() {
    let sources = files::all();
    let faults = shape::faults(&sources);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(shape::unused_exceptions(&sources), Vec::<String>::new(), "these are short now");
}

#[test]
fn no_public_type_has_a_namesake() {
    let sources = files::all();
    let faults = declared::faults(&sources);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(declared::unused_exceptions(&sources), Vec::<&str>::new(), "these have one meaning now");
}

#[test]
fn the_sources_name_nothing_that_only_the_content_may_hold() {
    let names = real_names();
    let faults: Vec<String> = files::all().iter().flat_map(|source| names.in_source(source)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_exception_for_a_name_is_still_needed() {
    let names = real_names();
    let used: Vec<_> = files::all().iter().flat_map(|source| names.excepted(source)).collect();
    for (file, name, why) in names::EXCEPTIONS {
        assert!(used.contains(&((*file).to_owned(), (*name).to_owned())), "{file} no longer needs {name}: {why}");
    }
}

#[test]
fn each_promise_names_the_tests_that_hold_it() {
    let page = promises::of_repository("docs/promises.md").unwrap();
    let faults = promises::faults(&page, promises::of_repository);
    assert!(faults.is_empty(), "docs/promises.md:\n{}", faults.join("\n"));
    assert!(page.lines().filter(|line| line.starts_with("| ")).count() > 25, "the rows are read");
}

#[test]
fn the_page_on_content_lists_every_key_and_no_other() {
    let faults = Page::read().faults(&files::all());
    assert!(faults.is_empty(), "docs/content.md:\n{}", faults.join("\n"));
}

#[test]
fn the_schema_of_content_says_what_the_page_says() {
    let schema = include_str!("../../docs/content.schema.json");
    let faults = content_schema::faults(&Page::read(), schema);
    assert!(faults.is_empty(), "docs/content.schema.json:\n{}", faults.join("\n"));
    for (from, to) in [
        ("\"hold_days\": {", "\"holds_days\": {"),
        ("\"const\": \"reviewed\"", "\"const\": \"read\""),
        ("\"description\": \"Who says it.\"", "\"description\": \"Who said it.\""),
        ("\"required\": [\"id\", \"text\", \"source\"]", "\"required\": [\"id\", \"text\"]"),
        ("\"additionalProperties\": false", "\"additionalProperties\": true"),
        (
            "\"read\": {\"description\": \"The day on which it was read.\", \"$ref\": \"#/$defs/day\"}",
            "\"read\": {\"description\": \"The day on which it was read.\", \"type\": \"string\"}",
        ),
    ] {
        assert!(schema.contains(from), "{from}");
        assert!(!content_schema::faults(&Page::read(), &schema.replacen(from, to, 1)).is_empty(), "{to}");
    }
}

#[test]
fn the_examples_of_the_page_on_content_load_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut examples = Page::read().examples;
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/interface.toml");
    let interface = fs::read_to_string(written).unwrap();
    let shown = examples.insert("interface.toml".to_owned(), interface.clone()).unwrap();
    for (file, text) in &examples {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.offices.len(), 1);
    let lines = shown.lines().filter(|line| !line.is_empty());
    let foreign: Vec<&str> = lines.filter(|line| !interface.lines().any(|real| real == *line)).collect();
    assert_eq!(foreign, Vec::<&str>::new(), "the example of interface.toml is taken from it");
}

fn real_names() -> Names {
    Names::of(&Content::embedded().map_err(|problems| problems.to_string()).unwrap())
}

/// That the checks above find what they should, shown on sources with one fault each.
mod planted {
    use super::*;

    #[track_caller]
    fn fault(path: &str, text: &str, expected: &str) {
        let faults = floors::faults(&Source::new(path, text));
        let found = faults.iter().any(|fault| fault.contains(expected));
        assert!(found, "{path}: {text}\nexpected: {expected}\nfound: {faults:?}");
    }

    #[track_caller]
    fn clean(path: &str, text: &str) {
        assert_eq!(floors::faults(&Source::new(path, text)), Vec::<String>::new(), "{path}: {text}");
    }

    #[test]
    fn imports_from_above_and_beside() {
        fault("content.rs", "use crate::rules::Answer;", "content.rs:1: content (0) uses rules");
        fault(
            "rules/next.rs",
            "\nuse crate::{content::Id, desk::{Desk, Action}};",
            "rules/next.rs:2: rules (1) uses desk",
        );
        fault("process/spine.rs", "fn f() { crate::check::read(); }", "uses check");
        fault("tui/view.rs", "use super::super::cli::Args;", "tui (7) uses cli");
        fault("tui.rs", "use super::linear;", "uses linear");
        fault("linear.rs", "use crate::{tui as face};", "uses tui");
        fault("wording/date.rs", "mod tests { mod more { use super::super::super::super::find::X; } }", "uses find");
        fault("desk.rs", "pub(in crate::tui) fn f() {}", "uses tui");
        fault("desk.rs", "fn f() { println!(\"{}\", crate::tui::width()); }", "uses tui");
        fault("desk.rs", "macro_rules! m { () => { $crate::tui::width() } }", "uses tui");
        fault("check.rs", "use crate::*;", "uses everything");
        fault("check/date.rs", "use super::super::*;", "uses everything");
        fault("desk.rs", "impl From<crate :: tui :: State> for X {}", "uses tui");
        fault("document/office.rs", "use crate::desk::Desk;", "document (4) uses desk");
        fault("document.rs", "use crate::find::Hit;", "document (4) uses find");
        fault("sheet.rs", "use crate::batch::Row;", "sheet (6) uses batch");
        fault("text.rs", "use crate::content::Id;", "uses content");
        fault("cellar.rs", "", "cellar has no floor");
        fault("wire.rs", "use crate::content::Id;", "uses content");
        fault("wire.rs", "use crate::text;", "uses text");
        fault("cli.rs", "use crate::wire::Wire;", "uses wire");
    }

    #[test]
    fn libraries_of_the_terminal_where_they_do_not_belong() {
        fault("tui/view.rs", "use crossterm::event::KeyCode;", "crossterm");
        fault("tui/state.rs", "use ratatui::crossterm::event;", "crossterm");
        fault("main.rs", "fn f() { crossterm::terminal::size(); }", "crossterm");
        fault("content/date.rs", "use ratatui::text::Line;", "ratatui");
        fault("cli.rs", "use ::ratatui::style::{Style};", "ratatui");
        fault("desk.rs", "extern crate ratatui;", "ratatui");
        clean("tui/terminal.rs", "use crossterm::{cursor, execute}; use ratatui::Terminal;");
        clean("tui/key.rs", "use crossterm::event::KeyCode;");
        clean("wire.rs", "use ratatui::backend::Backend;");
    }

    #[test]
    fn what_is_allowed_is_no_fault() {
        clean("main.rs", "use smo_desk::{content::Content, tui::{self, theme::Theme}, cli};");
        clean("tui/view.rs", "use super::super::desk::Desk; use crate::wording; use super::state; use crate::wire::W;");
        clean("tui/pane/check/view.rs", "mod tests { use super::super::super::super::super::desk::Desk; }");
        clean("wording/choice.rs", "use crate::check::Error; use crate::content::{self, Msg}; use crate::text;");
        clean("rules.rs", "// use crate::tui;\n/* use crate::desk; */ const X: &str = \"use crate::tui::X\";");
        clean("content/loader.rs", "fn f<'crate_>(x: &'crate_ str) -> char { 'c' }");
        clean("content.rs", "use crate::text::clean;");
    }

    #[test]
    fn circles_through_imports_re_exports_and_macros() {
        let circles = |sources: &[(&str, &str)]| {
            let sources: Vec<Source> = sources.iter().map(|(path, text)| Source::new(path, text)).collect();
            circles::circles(&sources)
        };
        let root = ("lib.rs", "pub mod a; pub mod b; pub mod c;");
        let three =
            [root, ("a.rs", "use crate::b;"), ("b.rs", "fn f() { super::c::g() }"), ("c.rs", "use crate::a::X;")];
        assert_eq!(circles(&three), [["a.rs", "b.rs", "c.rs"]]);
        let behind = [
            root,
            ("a.rs", "mod inner; pub use inner::X; pub use crate::c::*;"),
            ("a/inner.rs", "pub struct X; use crate::b::Y;"),
            ("b.rs", "pub struct Y; use crate::a::X;"),
            ("c.rs", "pub struct Z; fn f() { let x = vec![crate::a::Z]; }"),
        ];
        assert_eq!(circles(&behind), [["a/inner.rs", "b.rs"]], "a name is where it is defined");
        let called =
            [root, ("a.rs", "fn f() { print!(\"{}\", crate::b::g()) }"), ("b.rs", "use crate::a; fn g() { a::f() }")];
        assert_eq!(circles(&called), [["a.rs", "b.rs"]]);
        let parts =
            [root, ("a.rs", "mod inner; use inner::Y; pub struct X;"), ("a/inner.rs", "use super::X; pub struct Y;")];
        assert_eq!(circles(&parts), Vec::<Vec<String>>::new(), "a part may use what its module defines");
        let tests = [root, ("a.rs", "#[cfg(test)] mod tests { use crate::b::Y; }"), ("b.rs", "use crate::a::X;")];
        assert_eq!(circles(&tests), Vec::<Vec<String>>::new());
    }

    #[test]
    fn namesakes() {
        let faults = |other: &str| {
            declared::faults(&[Source::new("desk.rs", "pub enum Outcome { Done }"), Source::new("cli.rs", other)])
        };
        for other in [
            "pub struct Outcome;",
            "pub(super) enum Outcome {}",
            "pub(crate) trait Outcome {}",
            "pub type Outcome = ();",
            "mod inner { pub(in crate::cli) struct Outcome(u8); }",
        ] {
            assert_eq!(faults(other), ["Outcome is declared in desk.rs, cli.rs"], "{other}");
        }
        for other in ["struct Outcome;", "pub struct Outcomes;", "use crate::desk::Outcome;", "pub fn outcome() {}"] {
            assert_eq!(faults(other), Vec::<String>::new(), "{other}");
        }
        assert_eq!(faults("#[cfg(test)] mod tests { pub struct Outcome; }"), Vec::<String>::new());
    }

    #[test]
    fn shapes_that_are_not_wanted() {
        let faults = |path: &str, text: &str| shape::faults(&[Source::new(path, text)]);
        assert!(faults("tui/util.rs", "")[0].contains("says nothing"));
        assert!(faults("desk/helpers/x.rs", "")[0].contains("says nothing"));
        assert!(faults("tui.rs", "mod common { }")[0].contains("says nothing"));
        assert!(faults("tui/mod.rs", "")[0].contains("beside its folder"));
        assert!(faults("tui/long.rs", &"\n".repeat(301))[0].contains("301 lines"));
        assert!(faults("tui/long.rs", &"\n".repeat(300)).is_empty());
    }

    #[test]
    fn keys_that_the_page_on_content_leaves_out_or_makes_up() {
        let raw =
            "struct RawLink { to: Ref, kind: Option<LinkKind>, text: RawText, #[serde(default)] open: Vec<RawNote> }";
        let sources = [Source::new("content/loader/process.rs", raw)];
        let table = |rows: &str| {
            let page =
                format!("<!-- shape: RawLink -->\n| key | type | required | meaning |\n|---|---|---|---|\n{rows}");
            Page::of(&page).faults(&sources)
        };
        let right = "| `to` | id | required | x |\n| `kind` | word | `forward` | x |\n| `text` | text | required | x |\n\
                     | `open` | records | `[]` | x |";
        assert_eq!(table(right), Vec::<String>::new());
        assert_eq!(table(&right.replace("`kind`", "`kin`")).len(), 2);
        assert_eq!(table(&right.replace("text | required", "text | optional")), ["shape: RawLink: `text` is required"]);
        assert_eq!(table(&right.replace("| records |", "| text |")), ["shape: RawLink: `open` is records, not text"]);
        assert_eq!(Page::of("").faults(&sources).len(), 1);
    }

    #[test]
    fn names_of_the_content() {
        let names = real_names();
        for text in [
            "const X: &str = \"colombia\";",
            "fn in_costa_rica() {}",
            "enum X { CostaRica }",
            "const X: &str = \"costa-rica\";",
            "const X: &str = \"the Cuban rule\";",
            "const X: &str = \"AYISYEN\";",
            "const X: &str = \"hondurena\";",
            "const X: &str = \"Hondureña\";",
            "const X: &str = \"salvadoreña\\n\";",
            "const X: &str = \"l\\u{ed}nea\\tColombia\";",
            "fn f() { if code == \"CO\" {} }",
            "fn f() { let x = ['a', b\"VE\"]; }",
            "const X: &str = r#\"on \"2023-06-11\" or so\"#;",
            "fn f() { let day = NaiveDate::from_ymd_opt(2023, 06, 11); }",
            "fn f() { let day = date(2024, 7, 16_u32); }",
            "fn f() { say!(\"{}\", date(2024, 7, 16)); }",
            "const X: &str = \"family_reunification\";",
            "#[command(about = \"Colombia\")] struct X;",
        ] {
            assert!(!names.in_source(&Source::new("x.rs", text)).is_empty(), "not found: {text}");
        }
    }

    #[test]
    fn comments_and_other_words_are_no_names() {
        let names = real_names();
        for text in [
            "//! Colombia, for one.\n/// `CO`, 2023-06-11\n/* Cuban /* and */ Haitian */ fn f() {}",
            "fn co() { let no = \"columbine\"; let cubane = 1; } enum X { Co }",
            "fn f() { let day = NaiveDate::from_ymd_opt(2023, 6, 12 + n); let x = (2023, 11, 6); }",
            "fn f() -> char { 'c' }",
        ] {
            assert_eq!(names.in_source(&Source::new("x.rs", text)), Vec::<String>::new(), "{text}");
        }
    }
}

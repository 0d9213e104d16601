//! The page on what is promised: each promise names tests that there are.

use std::fs;
use std::path::Path;

/// What is wrong with a page: promises without a test, and tests that are not where the page says.
pub(crate) fn faults(page: &str, read: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise |"));
    rows.flat_map(|row| {
        let (promise, held_by) = row.trim_matches(['|', ' ']).rsplit_once(" | ").unwrap_or((row, ""));
        let mut names = held_by.split('`').skip(1).step_by(2).peekable();
        let mut found = Vec::new();
        if names.peek().is_none_or(|first| !is_file(first)) {
            found.push(format!("no file holds this: {promise}"));
        }
        let (mut file, mut tests) = ("", 0);
        for name in names {
            if is_file(name) {
                file = name;
            } else if read(file).is_none_or(|text| !is_test(&text, name)) {
                found.push(format!("{file} has no test `{name}`"));
            } else {
                tests += 1;
            }
        }
        if tests == 0 {
            found.push(format!("no test holds this: {promise}"));
        }
        found
    })
    .collect()
}

/// The file of a test, from the root of the repository.
pub(crate) fn of_repository(file: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).ok()
}

fn is_file(name: &str) -> bool {
    name.starts_with("tests/")
}

/// Whether a file has a test of this name that is not left out.
fn is_test(text: &str, name: &str) -> bool {
    let Some((before, _)) = text.split_once(&format!("fn {name}(")) else { return false };
    let above = before.lines().rev().skip_while(|line| line.trim().is_empty());
    let marks: Vec<&str> = above.take_while(|line| line.trim_start().starts_with(['#', '/'])).collect();
    marks.iter().any(|mark| mark.trim() == "#[test]") && !marks.iter().any(|mark| mark.contains("ignore"))
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn a_promise_that_nothing_holds_is_a_fault() {
        let file = "#[test]\nfn holds() {}\n\n#[test]\n#[ignore]\nfn later() {}\n\nfn helper() {}\n";
        let read = |name: &str| (name == "tests/a.rs").then(|| file.to_owned());
        let row =
            |held_by: &str| faults(&format!("| promise | held by |\n|---|---|\n| It stays. | {held_by} |\n"), read);
        assert_eq!(row("`tests/a.rs` `holds`"), Vec::<String>::new());
        for held_by in [
            "",
            "`holds`",
            "`tests/a.rs`",
            "`tests/a.rs` `other`",
            "`tests/a.rs` `hold`",
            "`tests/a.rs` `helper`",
            "`tests/a.rs` `later`",
            "`tests/b.rs` `holds`",
            "`tests/a.rs` `holds` `other`",
        ] {
            assert_ne!(row(held_by), Vec::<String>::new(), "{held_by}");
        }
    }
}

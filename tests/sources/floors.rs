//! The floors: a module imports only from floors below its own.

use super::files::Source;
use super::references::references;

/// Every module of the crate and its floor.
const FLOORS: &[(&str, u8)] = &[
    ("xlsx", 0),
    ("content", 0),
    ("rules", 1),
    ("process", 2),
    ("proof", 2),
    ("check", 2),
    ("case", 2),
    ("wording", 3),
    ("document", 4),
    ("find", 4),
    ("desk", 5),
    ("plain", 5),
    ("sheet", 6),
    ("batch", 6),
    ("export", 6),
    ("tui", 7),
    ("linear", 7),
    ("cli", 7),
    ("main", 8),
];

/// Below every floor: imports nothing of the crate, and every floor may import it.
const GROUND: &str = "text";

/// Beside the floors: imports nothing of the crate but the terminal library, and only the screen imports it.
const SIDE: &str = "wire";

/// The only files that may import the library that talks to the terminal.
const TERMINAL: [&str; 2] = ["tui/terminal.rs", "tui/key.rs"];

/// What all files import and should not.
pub(crate) fn faults_of(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(faults).collect()
}

/// What a file imports and should not.
pub(crate) fn faults(source: &Source) -> Vec<String> {
    let module = source.module();
    let Some(top) = module.first() else { return Vec::new() };
    let mut found = Vec::new();
    if ![SIDE, GROUND].contains(&top.as_str()) && floor(top).is_none() {
        found.push(format!("{}: {top} has no floor", source.path));
    }
    for reference in references(source).iter().filter(|reference| !reference.imported) {
        if let Some(fault) = fault(&source.path, top, &reference.path) {
            found.push(format!("{}:{}: {fault}", source.path, reference.line));
        }
    }
    found.dedup();
    found
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// What is wrong with a path of the crate (`crate` first) or of a library.
fn fault(file: &str, top: &str, used: &[String]) -> Option<String> {
    let first = used.first()?;
    if used.iter().take(2).any(|part| part == "crossterm") {
        return (!TERMINAL.contains(&file)).then(|| format!("crossterm is imported by {} alone", TERMINAL.join(", ")));
    }
    if first == "ratatui" {
        let may = top == "tui" || top == SIDE;
        return (!may).then(|| format!("{top} knows no ratatui"));
    }
    if first != "crate" {
        return None;
    }
    let module = used.get(1)?;
    if module == "*" {
        return Some(format!("{top} uses everything"));
    }
    let mine = floor(top);
    let allowed = match (mine, floor(module)) {
        _ if module == top => true,
        _ if module == GROUND => mine.is_some(),
        _ if module == SIDE => top == "tui" || top == "main",
        (Some(mine), Some(theirs)) => theirs < mine,
        (_, None) => module.starts_with(char::is_uppercase) || top == "main",
        (None, _) => false,
    };
    let mine = mine.map_or_else(|| "no floor".to_owned(), |floor| floor.to_string());
    (!allowed).then(|| format!("{top} ({mine}) uses {module}"))
}

//! What a module may import, from the table of floors.

use super::tokens::{Source, Token, tokens};

/// Every module of the crate and its floor. A module imports from lower floors only.
const FLOORS: &[(&str, u8)] = &[
    ("content", 0),
    ("rules", 1),
    ("process", 2),
    ("check", 2),
    ("case", 2),
    ("wording", 3),
    ("find", 3),
    ("sheet", 4),
    ("batch", 4),
    ("desk", 5),
    ("tui", 6),
    ("linear", 6),
    ("cli", 6),
    ("main", 7),
];

/// Beside the house: imports nothing of it, and only the terminal's face imports it.
const SIDE: &str = "wire";

/// The only file that meets the terminal's library.
const TERMINAL: [&str; 1] = ["tui/terminal.rs"];

/// The most lines of a file.
const MOST_LINES: usize = 300;

/// Files that are longer, and why that is better than two of them.
const LONGER: &[(&str, usize, &str)] = &[
    ("content/words.rs", 600, "one table, a row a word"),
    ("content/raw.rs", 400, "the shapes of the files, one for one beside the model"),
];

/// Names under which things are put that have no place.
const NAMELESS: [&str; 6] = ["util", "utils", "common", "helper", "helpers", "misc"];

pub(crate) fn faults_of(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(faults).collect()
}

/// What a file imports and should not.
pub(crate) fn faults(source: &Source) -> Vec<String> {
    let path = source.path.trim_end_matches(".rs");
    let here: Vec<String> = path.split('/').map(str::to_owned).collect();
    let top = here.first().cloned().unwrap_or_default();
    if top == "lib" {
        return Vec::new();
    }
    let mut found = Vec::new();
    if top != SIDE && floor(&top).is_none() {
        found.push(format!("{}: {top} has no floor", source.path));
    }
    for (line, used) in paths(&source.text, &here) {
        if let Some(fault) = fault(&source.path, &top, &used) {
            found.push(format!("{}:{line}: {fault}", source.path));
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
        return (!TERMINAL.contains(&file)).then(|| "crossterm is met in terminal.rs alone".to_owned());
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
        _ if module == SIDE => top == "tui" || top == "main",
        (Some(mine), Some(theirs)) => theirs < mine,
        (_, None) => module.starts_with(char::is_uppercase) || top == "main",
        (None, _) => false,
    };
    let mine = mine.map_or_else(|| "side".to_owned(), |floor| floor.to_string());
    (!allowed).then(|| format!("{top} ({mine}) uses {module}"))
}

/// Every path that begins at the crate, above a module, or in a library of the terminal, in full, with its line.
fn paths(text: &str, here: &[String]) -> Vec<(usize, Vec<String>)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    // Inline modules that are open, each with the depth of its brace.
    let (mut inner, mut depth): (Vec<(String, usize)>, usize) = (Vec::new(), 0);
    while at < tokens.len() {
        match &tokens[at].1 {
            Token::Other('{') => depth += 1,
            Token::Other('}') => {
                depth = depth.saturating_sub(1);
                inner.retain(|(_, opened)| *opened < depth + 1);
            }
            Token::Msg(word) if word == "mod" => {
                if let (Some((_, Token::Msg(name))), Some((_, Token::Other('{')))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    inner.push((name.clone(), depth + 1));
                }
            }
            Token::Msg(word) if begins(word) && !follows_path(&tokens, at) => {
                let mut module: Vec<String> = here.to_vec();
                module.extend(inner.iter().map(|(name, _)| name.clone()));
                let line = tokens[at].0;
                let mut whole = Vec::new();
                at = tree(&tokens, at, &[], &mut whole);
                found.extend(whole.into_iter().map(|path| (line, absolute(&path, &module))));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn begins(word: &str) -> bool {
    matches!(word, "crate" | "super" | "smo_desk" | "ratatui" | "crossterm")
}

/// Whether the token goes on with a path: then it begins none, unless only `::` stands before it.
fn follows_path(tokens: &[(usize, Token)], at: usize) -> bool {
    let sign = at.checked_sub(1).and_then(|n| tokens.get(n)).map(|(_, token)| token);
    let word = at.checked_sub(2).and_then(|n| tokens.get(n)).map(|(_, token)| token);
    sign == Some(&Token::Sign("::")) && matches!(word, Some(Token::Msg(word)) if word != "use")
}

/// Reads a path with its groups from a token on; returns the place after it.
fn tree(tokens: &[(usize, Token)], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at).map(|(_, token)| token) {
            Some(Token::Msg(word)) => path.push(word.clone()),
            Some(Token::Other('*')) => path.push("*".to_owned()),
            Some(Token::Other('{')) => return group(tokens, at + 1, &path, found),
            _ => break,
        }
        at += 1;
        if tokens.get(at).map(|(_, token)| token) != Some(&Token::Sign("::")) {
            break;
        }
        at += 1;
    }
    found.push(path);
    at
}

fn group(tokens: &[(usize, Token)], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    loop {
        match tokens.get(at).map(|(_, token)| token) {
            None => return at,
            Some(Token::Other('}')) => return at + 1,
            Some(Token::Msg(word)) if word == "as" => at += 2,
            Some(Token::Msg(_) | Token::Other('*' | '{')) => at = tree(tokens, at, before, found),
            Some(_) => at += 1,
        }
    }
}

/// The path from the crate's root on: `super` and `self` are gone.
fn absolute(path: &[String], module: &[String]) -> Vec<String> {
    let mut base: Vec<String> = match path.first().map(String::as_str) {
        Some("super") => module.to_vec(),
        _ => Vec::new(),
    };
    let mut rooted = path.first().is_some_and(|first| first == "super");
    for part in path {
        match part.as_str() {
            "super" => drop(base.pop()),
            "crate" | "smo_desk" => rooted = true,
            "self" => {}
            other => base.push(other.to_owned()),
        }
    }
    if rooted {
        base.insert(0, "crate".to_owned());
    }
    base
}

/// Files that are too long, modules whose name says nothing, `mod.rs`.
pub(crate) fn shape_faults(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for Source { path, text } in sources {
        let lines = text.lines().count();
        let most = LONGER.iter().find(|(file, ..)| file == path).map_or(MOST_LINES, |(_, most, _)| *most);
        if lines > most {
            found.push(format!("{path}: {lines} lines; the most is {most}"));
        }
        if path.ends_with("mod.rs") {
            found.push(format!("{path}: a module's file stands beside its folder"));
        }
        let names = path.trim_end_matches(".rs").split('/').map(str::to_owned);
        let tokens = tokens(text);
        let inline = tokens.windows(2).filter_map(|pair| match (&pair[0].1, &pair[1].1) {
            (Token::Msg(word), Token::Msg(name)) if word == "mod" => Some(name.clone()),
            _ => None,
        });
        if names.chain(inline).any(|name| NAMELESS.contains(&name.as_str())) {
            found.push(format!("{path}: a module's name says nothing of what is in it"));
        }
    }
    found
}

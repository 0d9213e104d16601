//! Which rows of the table hold, and in which order.

use super::{Binding, Cmd, KEYMAP, Scope};
use crate::tui::key::Key;

/// What a key does in the first of the scopes that has it.
pub fn lookup(scopes: &[Scope], key: Key) -> Option<Cmd> {
    rows(scopes).into_iter().find(|row| row.keys.contains(&key)).map(|row| row.cmd)
}

/// The rows that hold in scopes, each key once, in the order of the scopes.
pub fn rows(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut seen: Vec<Key> = Vec::new();
    let mut found = Vec::new();
    for scope in scopes {
        for row in KEYMAP.iter().filter(|row| row.scope == *scope) {
            if row.keys.iter().any(|key| !seen.contains(key)) {
                seen.extend(row.keys);
                found.push(row);
            }
        }
    }
    found
}

/// The rows of the footer, in its order: `?` first wherever it holds, then what Enter does.
pub fn footer(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut found: Vec<_> = rows(scopes).into_iter().filter(|row| row.footer > 0).collect();
    found.sort_by_key(|row| row.footer);
    found
}

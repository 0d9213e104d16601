//! Rows of the table of keys, and looking them up.

use super::{Cmd, KEYMAP, Scope};
use crate::content::Msg;
use crate::tui::key::Key;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is the one that footer and help name.
    pub keys: &'static [Key],
    pub cmd: Cmd,
    pub word: Msg,
    /// Its place in the footer, from 1; 0 where it has none.
    pub footer: u8,
}

pub(super) const fn row(scope: Scope, keys: &'static [Key], cmd: Cmd, word: Msg, footer: u8) -> Binding {
    Binding { scope, keys, cmd, word, footer }
}

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

/// The key that help names for a command.
pub fn key_of(cmd: Cmd) -> Option<Key> {
    KEYMAP.iter().find(|row| row.cmd == cmd).and_then(|row| row.keys.first().copied())
}

//! Which program has a case open, as its lock file says.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::fmt;

use crate::text::is_text;

/// The most characters of a terminal's or a host's name.
const MOST: usize = 40;

/// A program that has a case open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Holder {
    pub pid: u32,
    /// Its terminal, as `pts/3`; empty where it has none.
    pub terminal: String,
    pub host: String,
    pub since: NaiveDateTime,
}

impl Holder {
    /// This program.
    pub fn here(now: NaiveDateTime) -> Self {
        let terminal = rustix::termios::ttyname(std::io::stdin(), Vec::new());
        let terminal = terminal.map(|name| name.to_string_lossy().trim_start_matches("/dev/").to_owned());
        let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
        Self { pid: std::process::id(), terminal: terminal.unwrap_or_default(), host, since: now }
    }

    /// The content of the lock file.
    pub(super) fn note(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads a lock file. Control characters are left out: others can write this file.
    pub(super) fn read(note: &[u8]) -> Option<Self> {
        let mut holder: Self = serde_json::from_slice(note).ok()?;
        let plain = |text: &str| text.chars().filter(|c| is_text(*c)).take(MOST).collect();
        holder.terminal = plain(&holder.terminal);
        holder.host = plain(&holder.host);
        Some(holder)
    }
}

/// `pts/3 on HOST, since 14:02 on 2026-11-23, process 4711`.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let terminal = if self.terminal.is_empty() { "no terminal" } else { &self.terminal };
        let since = self.since.format("%H:%M on %Y-%m-%d");
        write!(f, "{terminal} on {}, since {since}, process {}", self.host, self.pid)
    }
}

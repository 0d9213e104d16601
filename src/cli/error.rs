//! Errors of commands and their exit codes.

use std::io;

pub(super) const DONE: u8 = 0;
/// Bad usage or value, or no terminal.
pub(super) const USAGE: u8 = 2;
/// Bad or missing content.
pub(super) const CONTENT: u8 = 3;
/// Stopped by Ctrl-C, as shells report it.
pub(super) const STOPPED: u8 = 130;
/// Exit code where something cannot be read or written.
pub const FILES: u8 = 4;

#[derive(Debug)]
pub(super) enum CommandError {
    /// Bad usage or value: one line.
    Usage(String),
    /// Bad content: every problem, with pictures.
    Content(String),
    /// A file or stream that cannot be read or written: one line.
    Files(String),
    /// By a signal, before the end.
    Stopped,
}

impl CommandError {
    pub(super) fn io(what: &str, cause: &io::Error) -> Self {
        Self::Files(format!("{what}: {cause}"))
    }
}

/// What a command prints and how it ends.
#[derive(Debug)]
pub(super) struct Printed {
    /// Text in UTF-8, or a file of another kind.
    pub(super) bytes: Vec<u8>,
    pub(super) code: u8,
}

impl From<String> for Printed {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<Vec<u8>> for Printed {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, code: DONE }
    }
}

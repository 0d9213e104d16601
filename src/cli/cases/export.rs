//! `smo cases export`: JSON lines, one case each, without parked or withheld answers.

use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

use crate::case::{Code, Record, Store, StoreError};
use crate::cli::error::{CommandError, DONE, FILES, Printed};
use crate::cli::json::escaped;
use crate::cli::session::Session;
use crate::content::Msg;
use crate::sheet::file::{self, Existing};
use crate::text::clean;

/// Writes the named cases, or all, to a file or to standard output. A case that cannot be read gets a line with the
/// problem, is told on standard error, and the exit code is then [`FILES`].
pub(super) fn run(
    session: &Session,
    store: &Store,
    codes: &[String],
    to: Option<&Path>,
) -> Result<Printed, CommandError> {
    let codes = if codes.is_empty() {
        store.list().map_err(super::failed)?.cases.into_iter().map(|listed| listed.code).collect()
    } else {
        super::all_known(store, codes)?
    };
    let (text, unread) = match to {
        None => {
            let mut lines = Vec::new();
            let unread = write(store, &codes, &mut lines).map_err(|cause| CommandError::io("cannot export", &cause))?;
            (String::from_utf8_lossy(&lines).into_owned(), unread)
        }
        Some(path) => {
            let shown = clean(&path.display().to_string());
            let unread = file::write(path, Existing::Kept, |out| write(store, &codes, out))
                .map_err(|cause| CommandError::io(&format!("cannot export to {shown}"), &cause))?;
            let said = [("n", &*codes.len().saturating_sub(unread).to_string()), ("file", &shown)];
            (session.phrases().fill(Msg::CasesWritten, &said) + "\n", unread)
        }
    };
    Ok(Printed { code: if unread == 0 { DONE } else { FILES }, ..text.into() })
}

/// Reads and writes one case at a time, tells of each that cannot be read, and returns how many those are.
fn write(store: &Store, codes: &[Code], out: &mut dyn Write) -> io::Result<usize> {
    let mut unread = 0;
    for code in codes {
        let line = match store.read(code) {
            Ok(record) => Line::Case(Box::new(record.for_export())),
            // Deleted since it was listed.
            Err(StoreError::NoCase(_)) => continue,
            Err(error) => {
                unread += 1;
                crate::cli::complain(&format!("error: {code}: {error}"));
                Line::Unread { code, problem: error.to_string() }
            }
        };
        writeln!(out, "{}", escaped(&serde_json::to_string(&line)?, false))?;
    }
    Ok(unread)
}

/// A case, or why it cannot be read.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Case(Box<Record>),
    Unread { code: &'a Code, problem: String },
}

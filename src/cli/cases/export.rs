//! `smo cases export`: JSON lines, one case each, without parked or withheld answers.

use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

use crate::case::{Code, Record, Store, StoreError};
use crate::cli::error::{CommandError, DONE, FILES, Printed};
use crate::cli::session::Session;
use crate::content::Msg;
use crate::sheet::file::{self, Existing};
use crate::text::clean;

/// Writes the named cases, or all, to a file or to standard output. A case that cannot be read gets a line with the
/// problem, and the exit code is then [`FILES`].
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
    let (text, whole) = match to {
        None => {
            let mut lines = Vec::new();
            let whole = write(store, &codes, &mut lines).map_err(|cause| CommandError::io("cannot export", &cause))?;
            (String::from_utf8_lossy(&lines).into_owned(), whole)
        }
        Some(path) => {
            let shown = clean(&path.display().to_string());
            let whole = file::write(path, Existing::Kept, |out| write(store, &codes, out))
                .map_err(|cause| CommandError::io(&format!("cannot export to {shown}"), &cause))?;
            let said = [("n", &*codes.len().to_string()), ("file", &shown)];
            (session.phrases().fill(Msg::CasesWritten, &said) + "\n", whole)
        }
    };
    Ok(Printed { code: if whole { DONE } else { FILES }, ..text.into() })
}

/// Reads and writes one case at a time. False where one cannot be read.
fn write(store: &Store, codes: &[Code], out: &mut dyn Write) -> io::Result<bool> {
    let mut whole = true;
    for code in codes {
        let line = match store.read(code) {
            Ok(record) => Line::Case(Box::new(record.for_export())),
            // Deleted since it was listed.
            Err(StoreError::NoCase(_)) => continue,
            Err(error) => {
                whole = false;
                Line::Unread { code, problem: error.to_string() }
            }
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(whole)
}

/// A case, or why it cannot be read.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Case(Box<Record>),
    Unread { code: &'a Code, problem: String },
}

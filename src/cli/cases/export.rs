//! `smo cases export`: JSON lines, one case each, without parked or withheld answers.

use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

use crate::case::{Code, Record, Store, StoreError};
use crate::cli::error::{CommandError, DONE, FILES, Printed};
use crate::cli::session::Session;
use crate::content::Msg;
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
        let cases = store.list().map_err(super::failed)?.cases;
        cases.into_iter().map(|listed| listed.code).collect()
    } else {
        codes.iter().map(|text| super::known(store, text)).collect::<Result<Vec<Code>, _>>()?
    };
    let mut whole = true;
    let Some(file) = to else {
        let mut lines = Vec::new();
        write(store, &codes, &mut lines, &mut whole).map_err(|cause| CommandError::io("cannot export", &cause))?;
        let text = String::from_utf8_lossy(&lines).into_owned();
        return Ok(Printed { text, code: code(whole) });
    };
    let shown = clean(&file.display().to_string());
    to_file(file, |out| write(store, &codes, out, &mut whole))
        .map_err(|cause| CommandError::io(&format!("cannot export to {shown}"), &cause))?;
    let said = [("n", codes.len().to_string()), ("file", shown)];
    let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(Printed { text: format!("{}\n", session.phrases().fill(Msg::CasesWritten, &said)), code: code(whole) })
}

fn code(whole: bool) -> u8 {
    if whole { DONE } else { FILES }
}

/// Reads and writes one case at a time.
fn write(store: &Store, codes: &[Code], out: &mut dyn Write, whole: &mut bool) -> io::Result<()> {
    for code in codes {
        let line = match store.read(code) {
            Ok(record) => Line::Case(Box::new(record.for_export())),
            // Deleted since it was listed.
            Err(StoreError::NoCase(_)) => continue,
            Err(error) => {
                *whole = false;
                Line::Unread { code, problem: error.to_string() }
            }
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

/// A case, or why it cannot be read.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Case(Box<Record>),
    Unread { code: &'a Code, problem: String },
}

/// Writes a new file atomically, readable by its owner only. An existing file is never replaced.
fn to_file(file: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = NamedTempFile::new_in(folder)?;
    write(&mut new)?;
    new.as_file().sync_all()?;
    new.persist_noclobber(file)?;
    Ok(())
}

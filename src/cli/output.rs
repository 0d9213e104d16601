//! What is written to a file with `-o` instead of being printed.

use std::io::ErrorKind;

use super::args;
use super::error::{CommandError, Printed};
use crate::sheet::file::{Existing, write};
use crate::text::clean;

/// Whether a result goes to standard output: asked for by a dash too, as of any other tool.
pub(super) fn is_printed(to: &args::Output) -> bool {
    to.output.as_ref().is_none_or(|file| file.as_os_str() == "-")
}

/// Prints a result, or writes it to the file that was asked for; to one that is there already only where that is forced.
pub(super) fn save(to: &args::Output, printed: Printed) -> Result<Printed, CommandError> {
    let Some(file) = to.output.as_ref().filter(|_| !is_printed(to)) else { return Ok(printed) };
    let existing = if to.force { Existing::Replaced } else { Existing::Kept };
    write(file, existing, |out| out.write_all(&printed.bytes)).map_err(|cause| {
        let shown = clean(&file.display().to_string());
        match cause.kind() {
            ErrorKind::AlreadyExists => CommandError::Files(format!("{shown} exists; --force replaces it")),
            _ => CommandError::io(&format!("cannot write {shown}"), &cause),
        }
    })?;
    Ok(Printed { bytes: Vec::new(), code: printed.code })
}

//! What is written to a file with `-o` instead of being printed.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::args;
use super::error::{CommandError, Printed};
use crate::sheet::file::{Existing, write};
use crate::text::clean;

/// Whether a result goes to standard output: asked for by a dash too, as of any other tool.
pub(super) fn is_printed(to: &args::Output) -> bool {
    to.output.as_ref().is_none_or(|file| file.as_os_str() == "-")
}

/// Writes what some work makes to the file that was asked for with `-o`. An error of the work leaves nothing behind.
///
/// # Errors
/// What the work or the disk says, with the file's name.
pub(super) fn write_with<T>(
    to: &args::Output,
    work: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<T>,
) -> Result<T, CommandError> {
    let file = to.output.as_deref().unwrap_or(Path::new("-"));
    let existing = if to.force { Existing::Replaced } else { Existing::Kept };
    write(file, existing, work).map_err(|cause| {
        let shown = clean(&file.display().to_string());
        match cause.kind() {
            ErrorKind::AlreadyExists => CommandError::Files(format!("{shown} exists; --force replaces it")),
            _ => CommandError::io(&format!("cannot write {shown}"), &cause),
        }
    })
}

/// Prints a result, or writes it to the file that was asked for; to one that is there already only where that is forced.
pub(super) fn save(to: &args::Output, printed: Printed) -> Result<Printed, CommandError> {
    if is_printed(to) {
        return Ok(printed);
    }
    write_with(to, |out| out.write_all(&printed.bytes))?;
    Ok(Printed { bytes: Vec::new(), code: printed.code })
}

//! What is written to a file with `-o` instead of being printed.

use std::io::ErrorKind;
use std::path::Path;

use super::error::{CommandError, Printed};
use crate::sheet::file::{Existing, write};
use crate::text::clean;

/// Writes what would have been printed; a file that is there already only where that is forced.
pub(super) fn save(file: &Path, forced: bool, printed: &Printed) -> Result<Printed, CommandError> {
    let existing = if forced { Existing::Replaced } else { Existing::Kept };
    write(file, existing, |out| out.write_all(&printed.bytes)).map_err(|cause| {
        let shown = clean(&file.display().to_string());
        match cause.kind() {
            ErrorKind::AlreadyExists => CommandError::Files(format!("{shown} exists; --force replaces it")),
            _ => CommandError::io(&format!("cannot write {shown}"), &cause),
        }
    })?;
    Ok(Printed { bytes: Vec::new(), code: printed.code })
}

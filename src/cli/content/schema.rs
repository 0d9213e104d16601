//! `smo content schema`: what an editor completes and checks content by.

use crate::cli::error::{CommandError, Printed};
use crate::cli::json;
use crate::cli::names;
use crate::content::schema::Schema;
use crate::text::nearest;

/// The schema of every file, or that of one kind of file.
pub(super) fn run(kind: Option<&str>, ascii: bool) -> Result<Printed, CommandError> {
    let schema = Schema::read();
    let Some(kind) = kind else { return Ok(json::written(schema.all(), ascii)?.into()) };
    let (kinds, asked) = (schema.kinds(), kind.trim_end_matches(".toml"));
    if !kinds.contains(&asked) {
        let there_is = format!("the kinds are {}", kinds.join(", "));
        return Err(names::unknown("kind of file", kind, nearest(asked, kinds.iter().copied()), &there_is));
    }
    Ok(json::written(&schema.of(asked), ascii)?.into())
}

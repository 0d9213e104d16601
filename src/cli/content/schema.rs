//! `smo content schema`: what an editor completes and checks content by.

use crate::cli::error::{CommandError, Printed};
use crate::cli::json;
use crate::cli::names;
use crate::content::schema::Schema;
use crate::text::nearest;

/// What commands print as JSON, by the name of its schema.
const PRINTED: [(&str, &str); 13] = [
    ("batch.json", include_str!("../../../docs/batch.schema.json")),
    ("cases-due.json", include_str!("../../../docs/cases-due.schema.json")),
    ("cases-export.json", include_str!("../../../docs/cases-export.schema.json")),
    ("cases-list.json", include_str!("../../../docs/cases-list.schema.json")),
    ("check.json", include_str!("../../../docs/check.schema.json")),
    ("content-diff.json", include_str!("../../../docs/content-diff.schema.json")),
    ("content-test.json", include_str!("../../../docs/content-test.schema.json")),
    ("doctor.json", include_str!("../../../docs/doctor.schema.json")),
    ("offices.json", include_str!("../../../docs/offices.schema.json")),
    ("process.json", include_str!("../../../docs/process.schema.json")),
    ("questions.json", include_str!("../../../docs/questions.schema.json")),
    ("requirements.json", include_str!("../../../docs/requirements.schema.json")),
    ("rules.json", include_str!("../../../docs/rules.schema.json")),
];

/// The schema of every file, or that of one kind of file.
pub(super) fn run(kind: Option<&str>, ascii: bool) -> Result<Printed, CommandError> {
    let schema = Schema::read();
    let Some(kind) = kind else { return Ok(json::written(schema.all(), ascii)?.into()) };
    if let Some((_, text)) = PRINTED.iter().find(|(name, _)| *name == kind) {
        return Ok(json::escaped(text, ascii).into());
    }
    let (kinds, asked) = (schema.kinds(), kind.trim_end_matches(".toml"));
    if !kinds.contains(&asked) {
        let all = || kinds.iter().copied().chain(PRINTED.map(|(name, _)| name));
        let there_is = format!("the kinds are {}", all().collect::<Vec<_>>().join(", "));
        return Err(names::unknown("kind of file", kind, nearest(kind, all()).as_slice(), &there_is));
    }
    Ok(json::written(&schema.of(asked), ascii)?.into())
}

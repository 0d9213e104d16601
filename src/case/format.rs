//! A record as bytes: one format is written, older ones are migrated to it, newer ones are not touched.

use serde_json::{Map, Value};

use super::record::Record;

/// The format that is written.
pub const FORMAT: u32 = 1;

/// The most bytes of a case's file. A case has some thousand bytes.
pub(super) const MOST_BYTES: usize = 1_000_000;

/// Migrates a record to the next format; `None` where it is not one of its format.
type Migration = fn(Map<String, Value>) -> Option<Map<String, Value>>;

/// Each with the format that it starts from. Format 1 is the first.
const MIGRATIONS: &[(u32, Migration)] = &[];

/// Why bytes are no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoRecord {
    Damaged,
    /// Written by a later version, in this format.
    Newer(u64),
}

/// The bytes of a file; `None` where they are too many.
pub(super) fn write(record: &Record) -> Option<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(record).ok()?;
    bytes.push(b'\n');
    (bytes.len() <= MOST_BYTES).then_some(bytes)
}

pub(super) fn read(bytes: &[u8]) -> Result<Record, NoRecord> {
    read_with(MIGRATIONS, bytes)
}

fn read_with(migrations: &[(u32, Migration)], bytes: &[u8]) -> Result<Record, NoRecord> {
    let mut fields: Map<String, Value> = serde_json::from_slice(bytes).map_err(|_| NoRecord::Damaged)?;
    loop {
        let format = fields.get("format").and_then(Value::as_u64).ok_or(NoRecord::Damaged)?;
        if format > u64::from(FORMAT) {
            return Err(NoRecord::Newer(format));
        }
        if format == u64::from(FORMAT) {
            return serde_json::from_value(Value::Object(fields)).map_err(|_| NoRecord::Damaged);
        }
        let migration = migrations.iter().find(|(from, _)| u64::from(*from) == format);
        fields = migration.and_then(|(_, migrate)| migrate(fields)).ok_or(NoRecord::Damaged)?;
        // Set here, so that a migration that forgets it cannot loop for ever.
        fields.insert("format".to_owned(), (format + 1).into());
    }
}

#[cfg(test)]
mod tests;

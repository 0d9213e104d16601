//! A record as bytes: one format is written, older ones are raised to it, newer ones are left alone.

use serde_json::{Map, Value};

use super::record::Record;

/// The format that is written.
pub const FORMAT: u32 = 1;

/// The most bytes of a case's file. A case is some thousand bytes; what is larger is none.
pub(super) const MOST_BYTES: usize = 1_000_000;

/// Raises a record by one format; none where it is not one of that format.
type Raise = fn(Map<String, Value>) -> Option<Map<String, Value>>;

/// From which format each goes to the next one. Format 1 is the first.
const RAISES: &[(u32, Raise)] = &[];

/// Why bytes are no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoRecord {
    /// Cut, nonsense, of wrong types.
    Damaged,
    /// Of a format of a later version of this program.
    Newer(u64),
}

/// The bytes of a file: JSON that a person can read.
pub(super) fn write(record: &Record) -> Option<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(record).ok()?;
    bytes.push(b'\n');
    (bytes.len() <= MOST_BYTES).then_some(bytes)
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Record, NoRecord> {
    read_with(RAISES, bytes)
}

fn read_with(raises: &[(u32, Raise)], bytes: &[u8]) -> Result<Record, NoRecord> {
    let mut fields: Map<String, Value> = serde_json::from_slice(bytes).map_err(|_| NoRecord::Damaged)?;
    loop {
        let format = fields.get("format").and_then(Value::as_u64).ok_or(NoRecord::Damaged)?;
        if format > u64::from(FORMAT) {
            return Err(NoRecord::Newer(format));
        }
        if format == u64::from(FORMAT) {
            return serde_json::from_value(Value::Object(fields)).map_err(|_| NoRecord::Damaged);
        }
        let raise = raises.iter().find(|(from, _)| u64::from(*from) == format);
        fields = raise.and_then(|(_, raise)| raise(fields)).ok_or(NoRecord::Damaged)?;
        // A raise that forgot to say so would turn for ever.
        fields.insert("format".to_owned(), (format + 1).into());
    }
}

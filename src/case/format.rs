//! A record as bytes: one format is written, older ones are raised to it, newer ones are left alone.

use serde_json::{Map, Value};

use super::record::Record;

/// The format that is written.
pub const FORMAT: u32 = 1;

/// The most bytes of a case's file. A case is some thousand bytes; what is larger is none.
pub(super) const MOST_BYTES: usize = 1_000_000;

/// Raises a record by one format; none where it is not one of that format.
type Loader = fn(Map<String, Value>) -> Option<Map<String, Value>>;

/// From which format each goes to the next one. Format 1 is the first.
const MIGRATIONS: &[(u32, Loader)] = &[];

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
    read_with(MIGRATIONS, bytes)
}

fn read_with(migrations: &[(u32, Loader)], bytes: &[u8]) -> Result<Record, NoRecord> {
    let mut fields: Map<String, Value> = serde_json::from_slice(bytes).map_err(|_| NoRecord::Damaged)?;
    loop {
        let format = fields.get("format").and_then(Value::as_u64).ok_or(NoRecord::Damaged)?;
        if format > u64::from(FORMAT) {
            return Err(NoRecord::Newer(format));
        }
        if format == u64::from(FORMAT) {
            return serde_json::from_value(Value::Object(fields)).map_err(|_| NoRecord::Damaged);
        }
        let raise = migrations.iter().find(|(from, _)| u64::from(*from) == format);
        fields = raise.and_then(|(_, raise)| raise(fields)).ok_or(NoRecord::Damaged)?;
        // A raise that forgot to say so would turn for ever.
        fields.insert("format".to_owned(), (format + 1).into());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use chrono::NaiveDateTime;
    use serde_json::json;

    /// A format before the first, made up: the answers were one text, and `kept` had another name.
    fn from_zero(mut fields: Map<String, Value>) -> Option<Map<String, Value>> {
        let said = fields.remove("said")?;
        let said = said.as_str()?.split(' ').filter_map(|fact| fact.split_once('='));
        fields
            .insert("answers".to_owned(), said.map(|(fact, value)| json!({ "fact": fact, "value": value })).collect());
        let kept = fields.remove("keep")?;
        fields.insert("kept".to_owned(), kept);
        Some(fields)
    }

    const MADE_UP: &[(u32, Loader)] = &[(0, from_zero)];

    fn zero() -> Value {
        json!({ "format": 0, "code": "K7Q2", "created": "2030-06-15T12:00:00", "changed": "2030-06-15T12:00:00",
            "check_code": "x", "said": "adult=yes status=unknown", "keep": true })
    }

    #[test]
    fn an_older_format_is_raised() {
        let record = read_with(MADE_UP, zero().to_string().as_bytes()).unwrap();
        let time: NaiveDateTime = "2030-06-15T12:00:00".parse().unwrap();
        let mut wanted = Record::new("K7Q2".parse().unwrap(), time);
        let said = |fact: &str, value: &str| crate::case::StoredAnswer {
            country: None,
            fact: fact.into(),
            value: value.into(),
        };
        wanted.answers = vec![said("adult", "yes"), said("status", "unknown")];
        (wanted.kept, wanted.check_code) = (true, "x".to_owned());
        assert_eq!(record, wanted);
        assert_eq!(read(&write(&record).unwrap()).unwrap(), wanted, "it is written in the format of today");
    }

    #[test]
    fn an_older_format_that_is_not_what_it_says_is_damaged() {
        let mut cut = zero();
        cut.as_object_mut().unwrap().remove("said");
        assert_eq!(read_with(MADE_UP, cut.to_string().as_bytes()), Err(NoRecord::Damaged));
        assert_eq!(read(zero().to_string().as_bytes()), Err(NoRecord::Damaged), "nothing raises it");
    }

    #[test]
    fn a_newer_format_is_told_whatever_else_is_in_it() {
        for newer in [u64::from(FORMAT) + 1, u64::MAX] {
            let bytes = json!({ "format": newer, "code": 5 }).to_string();
            assert_eq!(read(bytes.as_bytes()), Err(NoRecord::Newer(newer)));
        }
    }
}

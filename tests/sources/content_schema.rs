//! `docs/content.schema.json` against the tables of `docs/content.md`, which are compared with the code.

use serde_json::Value;
use std::collections::BTreeMap;

use super::content_page::Page;

/// The files that have keys of their own, by the shape of these.
const FILES: [(&str, &str); 4] =
    [("RawProgramme", "programme"), ("RawCodes", "countries"), ("RawHearing", "hearing"), ("RawOffice", "office")];

/// What the page calls a type, as the schema has it.
const TYPES: [(&str, &str); 9] = [
    ("text", r##"{"$ref":"#/$defs/text"}"##),
    ("day", r##"{"$ref":"#/$defs/day"}"##),
    ("partial date", r##"{"$ref":"#/$defs/partial_date"}"##),
    ("period", r##"{"$ref":"#/$defs/period"}"##),
    ("rule", r##"{"$ref":"#/$defs/Rule"}"##),
    ("number", r#"{"type":"integer"}"#),
    ("boolean", r#"{"type":"boolean"}"#),
    ("list of ids", r#"{"items":{"type":"string"},"type":"array"}"#),
    ("list of strings", r#"{"items":{"type":"string"},"type":"array"}"#),
];

/// What the schema says otherwise than the page.
pub(crate) fn faults(page: &Page, schema: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let defs = &schema["$defs"];
    let mut found = Vec::new();
    for (marker, rows) in &page.tables {
        let rows = rows.get(2..).unwrap();
        if let Some(shape) = marker.strip_prefix("shape: ") {
            let file = FILES.iter().find(|(raw, _)| *raw == shape).map(|(_, file)| *file);
            let def = &defs[file.unwrap_or(shape.trim_start_matches("Raw"))];
            if def["additionalProperties"] != Value::Bool(false) {
                found.push(format!("{shape}: takes other keys"));
            }
            found.extend(compared(shape, rows, def, file.is_some()));
        } else {
            let name = marker.trim_start_matches("values: ");
            let there: Vec<(String, String)> =
                defs[name]["oneOf"].as_array().into_iter().flatten().map(value).collect();
            let page: Vec<(String, String)> =
                rows.iter().map(|row| (row[0].trim_matches('`').to_owned(), plain(&row[1]))).collect();
            if there != page {
                found.push(format!("{name}: {there:?} is not {page:?}"));
            }
        }
    }
    found
}

fn value(one: &Value) -> (String, String) {
    let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
    (text("const"), text("description"))
}

/// A record or the own keys of a file; these stand beside the records of the file.
fn compared(shape: &str, rows: &[Vec<String>], def: &Value, is_file: bool) -> Vec<String> {
    let mut found = Vec::new();
    let empty = serde_json::Map::new();
    let mut keys: BTreeMap<&String, &Value> = def["properties"].as_object().unwrap_or(&empty).iter().collect();
    let mut needed = Vec::new();
    for row in rows {
        let (key, kind, meaning) = (row[0].trim_matches('`').to_owned(), &row[1], row.last().unwrap());
        let Some(there) = keys.remove(&key) else {
            found.push(format!("{shape}: `{key}` is missing"));
            continue;
        };
        let mut there = there.clone();
        let said = there.as_object_mut().unwrap().remove("description");
        if said.as_ref().and_then(Value::as_str).unwrap_or_default() != plain(meaning) {
            found.push(format!("{shape}: `{key}` means {said:?}, not {meaning}"));
        }
        let kind = TYPES.iter().find(|(name, _)| name == kind);
        if kind.is_some_and(|(_, wanted)| serde_json::from_str::<Value>(wanted).unwrap() != there) && shape != "RawRule"
        {
            found.push(format!("{shape}: `{key}` is {there}"));
        }
        if row[2] == "required" {
            needed.push(Value::from(key));
        }
    }
    if def["required"].as_array().cloned().unwrap_or_default() != needed {
        found.push(format!("{shape}: {} is required, not {needed:?}", def["required"]));
    }
    let more = keys.into_iter().filter(|(_, one)| !(is_file && one["type"] == "array"));
    found.extend(more.map(|(key, _)| format!("{shape}: there is no `{key}`")));
    found
}

/// A meaning without links.
fn plain(meaning: &str) -> String {
    let Some((before, after)) = meaning.split_once("](") else { return meaning.to_owned() };
    let (text, link) = before.rsplit_once('[').unwrap();
    format!("{text}{link}{}", plain(after.split_once(')').unwrap().1))
}

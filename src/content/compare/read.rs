//! Files as trees, and the records in them.

use serde_json::Value;

use crate::content::Content;
use crate::content::files::Files;

/// What a key is taken to say where it is left out.
const DEFAULTS: [(&str, &str); 3] = [("certainty", "stated"), ("kind", "forward"), ("kind", "plain")];

/// A record of one content.
pub(super) struct RecordOf<'a> {
    pub(super) id: String,
    /// What its address is followed by.
    pub(super) at: String,
    pub(super) file: String,
    pub(super) value: &'a Value,
}

pub(super) fn stem(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.strip_suffix(".toml").unwrap_or(name).to_owned()
}

/// A file as a tree, days as texts; nothing where there is none. What is wrong with one was told as it was loaded.
pub(super) fn tree(files: &Files, name: &str) -> Value {
    let bytes = files.read(name).and_then(Result::ok).unwrap_or_default();
    let table = std::str::from_utf8(&bytes).ok().and_then(|text| text.parse::<toml::Table>().ok());
    plain(toml::Value::Table(table.unwrap_or_default()))
}

fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(is) => is.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(all) => all.into_iter().map(plain).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
    }
}

/// Whether a value says no more than its absence does.
pub(super) fn is_default(key: &str, value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        Value::String(text) => text.is_empty() || DEFAULTS.contains(&(key, text)),
        _ => false,
    }
}

/// Records with the ids under which texts address them; none where they have no such ids.
pub(super) fn items<'a>(file: &str, at: &str, list: &'a [Value]) -> Option<Vec<RecordOf<'a>>> {
    let item = |value: &'a Value| {
        let id = value.get("id").or_else(|| value.get("to"))?.as_str()?.to_owned();
        Some(RecordOf { at: format!("{at}.{id}"), id, file: file.to_owned(), value })
    };
    list.iter().map(item).collect()
}

pub(super) fn is_same_but_id(a: &Value, b: &Value) -> bool {
    let without = |value: &Value| {
        let mut value = value.clone();
        value.as_object_mut().and_then(|table| table.remove("id").or_else(|| table.remove("to")));
        value
    };
    without(a) == without(b)
}

/// A rule with nothing in place of the words of conditions that nobody states.
pub(super) fn without_words(rule: &Value) -> Value {
    match rule {
        Value::Object(table) => {
            let inner = |(key, value): (&String, &Value)| {
                (key.clone(), if key == "unstated" { Value::Null } else { without_words(value) })
            };
            table.iter().map(inner).collect()
        }
        Value::Array(all) => all.iter().map(without_words).collect(),
        other => other.clone(),
    }
}

/// The texts of a record.
pub(super) fn below<'a>(content: &'a Content, at: &str) -> impl Iterator<Item = String> + use<'a> {
    let start = format!("{at}.");
    let all = content.texts.range(Box::from(start.as_str())..).map(|(address, _)| address.to_string());
    all.take_while(move |address| address.starts_with(&start))
}

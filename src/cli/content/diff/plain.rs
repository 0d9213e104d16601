//! Values of content in plain words.

use serde_json::{Map, Value};

/// The most letters of a value that is shown whole beside another.
const WHOLE: usize = 160;

/// A value on one line; of texts the words of a language.
pub(super) fn value(value: &Value, language: &str) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(all) => all.iter().map(|one| self::value(one, language)).collect::<Vec<_>>().join(", "),
        Value::Object(table) => match table.get(language).and_then(Value::as_str) {
            Some(words) => quoted(words),
            None => pairs(table, language),
        },
        other => other.to_string(),
    }
}

/// Keys and values. A record is told with its id; a condition begins with what it asks.
fn pairs(table: &Map<String, Value>, language: &str) -> String {
    let told = table.iter().filter(|(key, _)| !["id", "fact"].contains(&key.as_str()));
    let pair = |(key, one): (&String, &Value)| {
        let (key, inner) = (key.replace('_', " "), value(one, language));
        match one.get("fact").and_then(Value::as_str) {
            Some(fact) => format!("{fact} {key} {inner}"),
            None if key == "by" => format!("by {}", one.as_str().unwrap_or_default()),
            None if table.contains_key("fact") => inner,
            None => format!("{key} {inner}"),
        }
    };
    told.map(pair).collect::<Vec<_>>().join(", ")
}

/// What there was and what there is.
pub(super) fn was_is(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => {
            let [before, after] = apart(before, after);
            format!("was {before}, is {after}")
        }
        (None, Some(after)) => format!("new: {after}"),
        (Some(before), None) => format!("gone: {before}"),
        (None, None) => String::new(),
    }
}

/// A text in quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Two values without the words that are the same at their ends, where they are long.
fn apart(before: &str, after: &str) -> [String; 2] {
    let [a, b] = [before, after].map(|text| text.split(' ').collect::<Vec<_>>());
    if before.chars().count().max(after.chars().count()) <= WHOLE {
        return [before.to_owned(), after.to_owned()];
    }
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    [a, b].map(|words| {
        // A word of what is the same, so that the place is found.
        let (from, to) = (start.saturating_sub(1), (words.len() - end + 1).min(words.len()));
        let kept = words.get(from..to).unwrap_or_default().join(" ");
        format!("{}{kept}{}", if from > 0 { "… " } else { "" }, if to < words.len() { " …" } else { "" })
    })
}

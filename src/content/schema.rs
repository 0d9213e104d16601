//! The files of a content folder as a JSON Schema, which is kept beside the page that describes them.

use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

use super::Msg;

const SCHEMA: &str = include_str!("../../docs/content.schema.json");

/// What a reference begins with.
const DEFINED: &str = "#/$defs/";

/// The kind of the files that have names of their own.
const OFFICE: &str = "office";

/// The schema: a definition for each kind of file, each kind of record, and each word with fixed values.
#[derive(Debug, Clone)]
pub struct Schema(Value);

impl Schema {
    /// The schema of every file, with the words of this program.
    pub fn read() -> Self {
        let mut all: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
        if let Some(words) = all.pointer_mut("/$defs/interface/properties/words").and_then(Value::as_object_mut) {
            let named = |msg: &Msg| match msg.placeholders() {
                [] => json!({ "$ref": "#/$defs/text" }),
                names => json!({ "description": format!("Uses {{{}}}.", names.join("}, {")), "$ref": "#/$defs/text" }),
            };
            let keys: Map<String, Value> = Msg::ALL.iter().map(|msg| (msg.key().to_owned(), named(msg))).collect();
            words.insert("additionalProperties".to_owned(), false.into());
            words.insert("properties".to_owned(), keys.into());
        }
        Self(all)
    }

    /// The whole of it.
    pub fn all(&self) -> &Value {
        &self.0
    }

    /// The kinds of files.
    pub fn kinds(&self) -> Vec<&str> {
        let all = self.0.get("anyOf").and_then(Value::as_array);
        all.into_iter().flatten().filter_map(|kind| self.referred(kind)).collect()
    }

    /// The schema of one kind of file alone, with what it needs.
    pub fn of(&self, kind: &str) -> Value {
        let mut needed = BTreeSet::new();
        self.need(kind, &mut needed);
        let all = self.0.get("$defs").and_then(Value::as_object).into_iter().flatten();
        let defs: Map<String, Value> = all
            .filter(|(name, _)| needed.contains(name.as_str()))
            .map(|(name, def)| (name.clone(), def.clone()))
            .collect();
        json!({ "$schema": self.0.get("$schema"), "$ref": format!("{DEFINED}{kind}"), "$defs": defs })
    }

    /// What a text is for, by its address: the meaning of its key, or of what is around it.
    pub fn meaning(&self, address: &str) -> Option<&str> {
        let mut parts = address.split('.');
        let file = parts.next()?;
        let kind = self.kinds().into_iter().find(|kind| *kind == file && *kind != OFFICE).unwrap_or(OFFICE);
        let mut at = self.definition(kind)?;
        let mut meaning = None;
        while let Some(part) = parts.next() {
            let Some(next) = at.get("properties").and_then(|keys| keys.get(part)) else {
                // The keys of an office's own file stand below its id; words have their own names.
                parts.next();
                continue;
            };
            meaning = next.get("description").and_then(Value::as_str).or(meaning);
            if next.get("items").is_some() {
                parts.next();
            }
            at = self.resolved(next.get("items").unwrap_or(next));
        }
        meaning
    }

    fn definition(&self, name: &str) -> Option<&Value> {
        self.0.get("$defs")?.get(name)
    }

    fn referred<'a>(&self, node: &'a Value) -> Option<&'a str> {
        node.get("$ref")?.as_str()?.strip_prefix(DEFINED).filter(|name| self.definition(name).is_some())
    }

    fn resolved<'a>(&'a self, node: &'a Value) -> &'a Value {
        self.referred(node).and_then(|name| self.definition(name)).unwrap_or(node)
    }

    /// Adds a definition and all that it refers to.
    fn need<'a>(&'a self, name: &'a str, needed: &mut BTreeSet<&'a str>) {
        if needed.insert(name) {
            let mut nodes: Vec<&Value> = self.definition(name).into_iter().collect();
            while let Some(node) = nodes.pop() {
                if let Some(name) = self.referred(node) {
                    self.need(name, needed);
                }
                nodes.extend(node.as_array().into_iter().flatten());
                nodes.extend(node.as_object().into_iter().flat_map(Map::values));
            }
        }
    }
}

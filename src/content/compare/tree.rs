//! Two trees side by side.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

use super::read::{RecordOf, below, is_default, is_same_but_id, items, stem, tree, without_words};
use super::{ChangeKind, ContentChange, ContentPlace, words};
use crate::content::Content;
use crate::content::files::Files;

type Items<'a> = [Vec<RecordOf<'a>>; 2];

/// A look at two contents.
pub(super) struct Comparing<'a> {
    contents: [&'a Content; 2],
    /// Texts that were compared, and those of records that are only in one.
    seen: BTreeSet<String>,
    /// The files of offices, with their ids, by what the addresses of their texts begin with.
    offices: BTreeMap<String, (String, String)>,
    changes: Vec<ContentChange>,
}

impl<'a> Comparing<'a> {
    pub(super) fn new(contents: [&'a Content; 2]) -> Self {
        Self { contents, seen: BTreeSet::new(), offices: BTreeMap::new(), changes: Vec::new() }
    }

    pub(super) fn files(&mut self, a: &Files, b: &Files) {
        let is_plain = |name: &&str| !name.contains('/') && *name != "interface.toml";
        let names: BTreeSet<&str> = b.names().chain(a.names()).filter(is_plain).collect();
        let offices = [a, b].map(|files| {
            let names = files.names().filter(|name| name.starts_with("offices/"));
            names.map(|name| (name.to_owned(), tree(files, name))).collect::<Vec<_>>()
        });
        let items = offices.each_ref().map(|all| {
            let items = all.iter().map(|(file, value)| RecordOf {
                id: value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned(),
                at: stem(file),
                file: file.clone(),
                value,
            });
            items.collect()
        });
        let known =
            items.iter().flatten().map(|item: &RecordOf<'_>| (item.at.clone(), (item.file.clone(), item.id.clone())));
        self.offices.extend(known);
        let place = ContentPlace { file: "offices/*.toml".to_owned(), ..ContentPlace::default() };
        self.records(&place, "office", &items);
        for name in names {
            let trees = [a, b].map(|files| tree(files, name));
            let place = ContentPlace { file: name.to_owned(), ..ContentPlace::default() };
            let [a, b] = trees.each_ref().map(Value::as_object);
            self.table(&place, [&stem(name), &stem(name)], [a, b]);
        }
    }

    /// What was found, with texts that stand in no record: the program's own, and those of a language's own file.
    pub(super) fn finish(mut self) -> Vec<ContentChange> {
        for address in words::addresses(self.contents) {
            if !self.seen.contains(address)
                && let Some(words) = words::of(self.contents, [address; 2])
            {
                let at = self.place(address);
                self.changes.push(ContentChange { at, what: ChangeKind::Text(words) });
            }
        }
        self.changes
    }

    /// Where a text stands, by its address alone.
    fn place(&self, address: &str) -> ContentPlace {
        let mut parts: Vec<&str> = address.split('.').collect();
        let stem = parts.remove(0);
        // A record has a kind and an id; what is left is a key, or a key in a table.
        let keys = if parts.len().is_multiple_of(2) { 2 } else { 1 };
        let key = parts.split_off(parts.len().saturating_sub(keys)).join(".");
        let pairs =
            parts.chunks_exact(2).filter_map(|pair| Some((pair.first()?.to_string(), pair.get(1)?.to_string())));
        let office = self.offices.get(stem);
        let of_office = office.map(|(_, id)| ("office".to_owned(), id.clone()));
        ContentPlace {
            file: office.map_or_else(|| format!("{stem}.toml"), |(file, _)| file.clone()),
            records: of_office.into_iter().chain(pairs).collect(),
            key: Some(key),
        }
    }

    fn add(&mut self, at: &ContentPlace, what: ChangeKind) {
        self.changes.push(ContentChange { at: at.clone(), what });
    }

    fn table(&mut self, place: &ContentPlace, at: [&str; 2], tables: [Option<&Map<String, Value>>; 2]) {
        let keys: BTreeSet<&String> = tables.into_iter().flatten().flat_map(Map::keys).collect();
        for key in keys {
            let values =
                tables.map(|table| table.and_then(|table| table.get(key)).filter(|value| !is_default(key, value)));
            let whole = place.key.as_ref().map_or_else(|| key.clone(), |around| format!("{around}.{key}"));
            let inner = ContentPlace { key: Some(whole), ..place.clone() };
            let [one, other] = at;
            let [a, b] = self.contents;
            let addresses = [(a, one), (b, other)].map(|(content, at)| address(content, place, at, key));
            if self.contents.iter().zip(&addresses).any(|(content, address)| content.texts.contains_key(&**address)) {
                let found = words::of(self.contents, addresses.each_ref().map(String::as_str));
                self.seen.extend(addresses);
                if let Some(words) = found {
                    self.add(&inner, ChangeKind::Text(words));
                }
            } else {
                self.value(&inner, key, addresses.each_ref().map(String::as_str), values);
            }
        }
    }

    fn value(&mut self, place: &ContentPlace, key: &str, at: [&str; 2], values: [Option<&Value>; 2]) {
        if let [Some(Value::Object(a)), Some(Value::Object(b))] = values
            && key != "rule"
        {
            return self.table(place, at, [Some(a), Some(b)]);
        }
        let lists = values.map(|value| value.map_or(Some(&[][..]), |value| value.as_array().map(Vec::as_slice)));
        if let [Some(a), Some(b)] = lists
            && a.iter().chain(b).any(Value::is_object)
        {
            let around = ContentPlace { key: None, ..place.clone() };
            let kind = place.key.as_deref().unwrap_or(key);
            let [one, other] = at;
            let items = [(one, a), (other, b)].map(|(at, list)| items(&place.file, at, list));
            return match items {
                [Some(a), Some(b)] => self.records(&around, kind, &[a, b]),
                _ => self.unnamed(&around, kind, at, [a, b]),
            };
        }
        // The words of a condition that nobody states are compared as texts.
        let [a, b] =
            values.map(|value| value.map(|value| if key == "rule" { without_words(value) } else { value.clone() }));
        if a != b {
            let [given, is] = values.map(Option::<&Value>::cloned);
            for (address, content) in at.iter().zip(self.contents) {
                self.seen.extend(below(content, address).filter(|_| key != "rule"));
            }
            self.add(place, ChangeKind::Value(given, is));
        }
    }

    /// Records that have ids.
    fn records(&mut self, place: &ContentPlace, kind: &str, [a, b]: &Items<'_>) {
        let find = |list: &'_ [RecordOf<'_>], id: &str| list.iter().position(|item| item.id == id);
        let mut renamed = BTreeSet::new();
        let inner = |item: &RecordOf<'_>| {
            let records = place.records.iter().cloned().chain([(kind.to_owned(), item.id.clone())]).collect();
            ContentPlace { file: item.file.clone(), records, key: None }
        };
        for after in b {
            if let Some(before) = find(a, &after.id).and_then(|at| a.get(at)) {
                let tables = [before.value.as_object(), after.value.as_object()];
                self.table(&inner(after), [&before.at, &after.at], tables);
                continue;
            }
            self.seen.extend(below(self.contents[1], &after.at));
            let was = a.iter().find(|one| {
                find(b, &one.id).is_none() && !renamed.contains(&one.id) && is_same_but_id(one.value, after.value)
            });
            if let Some(before) = was {
                renamed.insert(before.id.clone());
                self.add(&inner(after), ChangeKind::Renamed(before.id.clone()));
            } else {
                self.add(&inner(after), ChangeKind::Added(after.value.clone()));
            }
        }
        for gone in a.iter().filter(|one| find(b, &one.id).is_none()) {
            self.seen.extend(below(self.contents[0], &gone.at));
            if !renamed.contains(&gone.id) {
                self.add(&inner(gone), ChangeKind::Removed(gone.value.clone()));
            }
        }
        let common = |list: &[RecordOf<'_>], other: &[RecordOf<'_>]| {
            list.iter().filter(|one| find(other, &one.id).is_some()).map(|one| one.id.clone()).collect::<Vec<_>>()
        };
        self.order(place, kind, common(a, b), common(b, a));
    }

    fn order(&mut self, place: &ContentPlace, kind: &str, before: Vec<String>, after: Vec<String>) {
        if before != after {
            let at = ContentPlace { key: Some(kind.to_owned()), ..place.clone() };
            self.add(&at, ChangeKind::Order(before, after));
        }
    }

    /// Records that have no ids: those that are in both are paired, then what is left in order.
    fn unnamed(&mut self, place: &ContentPlace, kind: &str, at: [&str; 2], [a, b]: [&[Value]; 2]) {
        let number = |n: usize| (n + 1).to_string();
        let mut only_b: Vec<usize> = (0..b.len()).collect();
        let mut only_a = Vec::new();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (n, value) in a.iter().enumerate() {
            let found = only_b.iter().position(|m| b.get(*m) == Some(value));
            match found.map(|at| only_b.remove(at)) {
                Some(m) => {
                    before.push(number(m));
                    after.push(m);
                }
                None => only_a.push(n),
            }
        }
        let inner = |n: usize| {
            let records = place.records.iter().cloned().chain([(kind.to_owned(), number(n))]).collect();
            ContentPlace { records, ..place.clone() }
        };
        for pair in 0..only_a.len().max(only_b.len()) {
            let [n, m] = [only_a.get(pair), only_b.get(pair)].map(Option::<&usize>::copied);
            let [one, other] = [n.and_then(|n| a.get(n)), m.and_then(|m| b.get(m))];
            match (one, other) {
                (Some(one), Some(other)) => {
                    self.table(&inner(m.unwrap_or_default()), at, [one.as_object(), other.as_object()]);
                }
                (None, Some(other)) => self.add(&inner(m.unwrap_or_default()), ChangeKind::Added(other.clone())),
                (Some(one), None) => self.add(&inner(n.unwrap_or_default()), ChangeKind::Removed(one.clone())),
                (None, None) => {}
            }
        }
        after.sort_unstable();
        self.order(place, kind, before, after.into_iter().map(number).collect());
    }
}

/// The address of what stands under a key. An office's own texts are those of a record in its file.
fn address(content: &Content, place: &ContentPlace, at: &str, key: &str) -> String {
    let of_office = || {
        let (kind, id) = place.records.first().filter(|_| place.is_of_office() && place.records.len() == 1)?;
        let address = format!("{at}.{kind}.{id}.{key}");
        content.texts.contains_key(&*address).then_some(address)
    };
    of_office().unwrap_or_else(|| format!("{at}.{key}"))
}

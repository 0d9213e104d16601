//! Nothing that is changed in content passes in silence: every value of every file of both programmes is changed by
//! itself, and the comparison names the place. With `EVERY_VALUE` in the environment, as in `.ci/run`, all are changed; else
//! some of each file, since all of them take a minute.

use smo_desk::content::Content;
use smo_desk::content::compare::{ChangeKind, ContentChange, compared};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::thread;
use tempfile::TempDir;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Of so many batches of values one is changed where not all are asked for.
const SOME: usize = 32;

const PROGRAMMES: [&str; 2] = ["content", "examples/content/colombia-regularization"];

/// A value of a file.
struct Leaf {
    file: String,
    /// Its place in the text of the file.
    span: Range<usize>,
    /// The records and keys around it, without numbers.
    path: Vec<String>,
    /// The ids of the records around it.
    ids: Vec<String>,
    raw: String,
}

impl Leaf {
    fn key(&self) -> &str {
        self.path.last().unwrap()
    }

    /// Whether it is what its record is known by.
    fn is_id(&self) -> bool {
        let key = self.key();
        (key == "id" || key == "to") && self.ids.last().is_some_and(|id| self.raw == format!("\"{id}\""))
    }
}

/// Every content file below a folder.
fn files(root: &Path) -> Vec<(String, PathBuf)> {
    let mut all = Vec::new();
    for inner in ["", "offices/", "texts/"] {
        for entry in fs::read_dir(root.join(inner)).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                all.push((format!("{inner}{}", path.file_name().unwrap().to_str().unwrap()), path));
            }
        }
    }
    all.sort();
    all
}

fn copied(from: &Path) -> TempDir {
    let to = TempDir::new().unwrap();
    for (name, path) in files(from) {
        fs::create_dir_all(to.path().join(&name).parent().unwrap()).unwrap();
        fs::copy(path, to.path().join(name)).unwrap();
    }
    to
}

fn leaves(root: &Path) -> Vec<Leaf> {
    let mut all = Vec::new();
    for (file, path) in files(root) {
        let text = fs::read_to_string(path).unwrap();
        let table = DeTable::parse(&text).unwrap().into_inner();
        below(&file, &text, &table, &mut Vec::new(), &mut Vec::new(), &mut all);
    }
    all
}

fn below(
    file: &str,
    text: &str,
    table: &DeTable<'_>,
    path: &mut Vec<String>,
    ids: &mut Vec<String>,
    all: &mut Vec<Leaf>,
) {
    // The programme's own id is a value as any other.
    let id = table.get("id").or_else(|| table.get("to")).filter(|_| !path.is_empty() || file.contains('/'));
    let own = id.and_then(|id| id.get_ref().as_str()).map(|id| ids.push(id.to_owned())).is_some();
    for (key, value) in table {
        path.push(key.get_ref().to_string());
        value_below(file, text, value, path, ids, all);
        path.pop();
    }
    if own {
        ids.pop();
    }
}

fn value_below(
    file: &str,
    text: &str,
    value: &Spanned<DeValue<'_>>,
    path: &mut Vec<String>,
    ids: &mut Vec<String>,
    all: &mut Vec<Leaf>,
) {
    match value.get_ref() {
        DeValue::Table(table) => below(file, text, table, path, ids, all),
        DeValue::Array(items) => items.iter().for_each(|item| value_below(file, text, item, path, ids, all)),
        _ => all.push(Leaf {
            file: file.to_owned(),
            span: value.span(),
            path: path.clone(),
            ids: ids.clone(),
            raw: text[value.span()].to_owned(),
        }),
    }
}

/// What the value may become: something a little different, or what stands under the same key elsewhere.
fn candidates(leaf: &Leaf, others: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
    let raw = &leaf.raw;
    let known = others[leaf.key()].iter().filter(|other| *other != raw).take(4).map(|other| (*other).to_owned());
    if let Ok(number) = raw.parse::<i64>() {
        return [number + 1, number - 1].map(|number| number.to_string()).into();
    }
    if let Ok(day) = raw.parse::<chrono::NaiveDate>() {
        return [day.succ_opt(), day.pred_opt()].into_iter().flatten().map(|day| day.to_string()).collect();
    }
    let Some(words) = raw.strip_suffix('"') else {
        return vec![if raw == "true" { "false" } else { "true" }.to_owned()];
    };
    if let Some(words) = words.strip_suffix("\"\"") {
        return vec![format!("{words}, zzz\"\"\"")];
    }
    let is_word = words.len() > 1 && words[1..].chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    let longer = ["x\"", ", zzz\""].map(|end| format!("{words}{end}"));
    match (leaf.is_id(), is_word) {
        (true, _) => longer.into_iter().take(1).collect(),
        // A word is often the name of something.
        (false, true) => known.chain(longer.into_iter().take(1)).collect(),
        (false, false) => longer.into_iter().chain(known.take(1)).collect(),
    }
}

/// Whether a change is at the place of a value, or is about the record that the value is the id of.
fn names(change: &ContentChange, leaf: &Leaf) -> bool {
    let at = &change.at;
    let kinds = at.records.iter().map(|(kind, _)| kind.as_str()).filter(|kind| *kind != "office");
    let place: Vec<&str> = kinds.chain(at.key.as_deref()).collect();
    let is_at = |path: &[String]| at.file == leaf.file && path.join(".") == place.join(".");
    let ids: Vec<&str> = at.records.iter().map(|(_, id)| id.as_str()).collect();
    let (around, key) = leaf.path.split_at(leaf.path.len() - 1);
    let is_own = leaf.ids.iter().all(|id| ids.contains(&id.as_str()));
    let rule = leaf.path.iter().position(|key| key == "rule").map(|at| leaf.path[..=at].to_vec());
    match &change.what {
        ChangeKind::Removed(_) => leaf.is_id() && is_at(around) && is_own,
        ChangeKind::Renamed(was) => leaf.is_id() && is_at(around) && leaf.ids.last() == Some(was),
        ChangeKind::Added(_) | ChangeKind::Order(..) => false,
        ChangeKind::Value(..) => is_own && is_at(rule.as_deref().unwrap_or(&leaf.path)),
        ChangeKind::Text(all) => {
            // In a rule there is one condition that nobody states.
            let unstated = rule.map(|rule| [&rule[..], &["unstated".to_owned()]].concat());
            is_own
                && is_at(unstated.as_deref().unwrap_or(around))
                && all.iter().any(|words| words.before != words.after && *words.language == key[0])
        }
    }
}

/// A programme, and a copy of it in which values are changed.
struct Trial<'a> {
    root: &'a Path,
    content: &'a Content,
    others: &'a BTreeMap<&'a str, Vec<&'a str>>,
    after: TempDir,
    silent: Vec<String>,
    fixed: Vec<String>,
}

impl Trial<'_> {
    /// The content with values changed, each into one of its candidates; none where it is no content.
    fn changed(&self, leaves: &[&Leaf], candidate: usize) -> Option<Content> {
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        let mut from_the_end = leaves.to_vec();
        from_the_end.sort_by_key(|leaf| std::cmp::Reverse(leaf.span.start));
        for leaf in from_the_end {
            let text = || fs::read_to_string(self.root.join(&leaf.file)).unwrap();
            let text = texts.entry(&leaf.file).or_insert_with(text);
            text.replace_range(leaf.span.clone(), candidates(leaf, self.others).get(candidate)?);
        }
        for (file, text) in &texts {
            fs::write(self.after.path().join(file), text).unwrap();
        }
        Content::from_folder(self.after.path()).ok()
    }

    /// Changes values together, or in halves where that is no content.
    fn tried(&mut self, leaves: &[&Leaf]) {
        let most = if leaves.len() == 1 { 5 } else { 1 };
        let loaded = (0..most).find_map(|candidate| self.changed(leaves, candidate));
        let shown = |leaf: &Leaf| format!("{}: {} = {}", leaf.file, leaf.path.join("."), leaf.raw);
        if let Some(loaded) = &loaded {
            let found = compared([self.root, self.after.path()], [self.content, loaded]).unwrap();
            let silent = leaves.iter().filter(|leaf| !found.changes.iter().any(|change| names(change, leaf)));
            self.silent.extend(silent.map(|leaf| format!("{}, {:?}", shown(leaf), leaf.ids)));
        }
        for leaf in leaves {
            fs::copy(self.root.join(&leaf.file), self.after.path().join(&leaf.file)).unwrap();
        }
        match (loaded, leaves) {
            (Some(_), _) => {}
            (None, [leaf]) => self.fixed.push(shown(leaf)),
            (None, _) => {
                let (one, other) = leaves.split_at(leaves.len() / 2);
                self.tried(one);
                self.tried(other);
            }
        }
    }
}

/// Values that are changed at once: of each place one, and ids of one kind by themselves, since what stands in a record
/// with another id is told with it.
fn together(leaves: &[Leaf]) -> Vec<Vec<&Leaf>> {
    let mut all: Vec<Vec<&Leaf>> = Vec::new();
    for leaf in leaves {
        let place = |one: &Leaf| (one.file.clone(), one.path.clone(), one.ids.clone());
        // Words can be any; of the rest every other value breaks something.
        let most = |one: &Leaf| if one.raw.contains(' ') || one.key().len() == 2 && !one.is_id() { 64 } else { 4 };
        let fits = |batch: &&mut Vec<&Leaf>| {
            let first = batch[0];
            let is_of_kind = first.is_id() == leaf.is_id() && most(first) == most(leaf);
            let is_apart = if leaf.is_id() {
                (&first.file, &first.path) == (&leaf.file, &leaf.path)
            } else {
                batch.iter().all(|one| place(one) != place(leaf))
            };
            batch.len() < most(leaf) && is_of_kind && is_apart
        };
        match all.iter_mut().rev().take(200).find(fits) {
            Some(batch) => batch.push(leaf),
            None => all.push(vec![leaf]),
        }
    }
    all
}

fn told(folder: &str) {
    let root = Path::new(ROOT).join(folder);
    let leaves = leaves(&root);
    let elsewhere = PROGRAMMES.iter().filter(|other| **other != folder);
    let elsewhere: Vec<Leaf> = elsewhere.flat_map(|other| self::leaves(&Path::new(ROOT).join(other))).collect();
    // The programme's own values come first, since an id of another one refers to nothing.
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for leaf in leaves.iter().chain(&elsewhere) {
        let known = others.entry(leaf.key()).or_default();
        if !known.contains(&leaf.raw.as_str()) {
            known.push(&leaf.raw);
        }
    }
    let content = Content::from_folder(&root).unwrap();
    let step = if std::env::var_os("EVERY_VALUE").is_some() { 1 } else { SOME };
    let batches: Vec<_> = together(&leaves).into_iter().step_by(step).collect();
    let changed: usize = batches.iter().map(Vec::len).sum();
    assert!(changed * step > leaves.len() / 2, "{changed} of {}", leaves.len());
    let work = |batches: &[Vec<&Leaf>]| {
        let (silent, fixed) = (Vec::new(), Vec::new());
        let mut trial = Trial { root: &root, content: &content, others: &others, after: copied(&root), silent, fixed };
        for batch in batches {
            trial.tried(batch);
        }
        (trial.silent, trial.fixed)
    };
    let (silent, fixed) = thread::scope(|scope| {
        let halves = batches.chunks(batches.len().div_ceil(2));
        let running: Vec<_> = halves.map(|half| scope.spawn(|| work(half))).collect();
        let (silent, fixed): (Vec<_>, Vec<_>) = running.into_iter().map(|one| one.join().unwrap()).unzip();
        (silent.concat(), fixed.concat())
    });
    assert!(silent.is_empty(), "{} of {changed}:\n{}", silent.len(), silent[..silent.len().min(20)].join("\n"));
    // Few are such that nothing else can stand there by itself, as an id to which others refer.
    assert!(fixed.len() * 10 < changed, "{} of {changed} values:\n{}", fixed.len(), fixed.join("\n"));
}

#[test]
fn every_value_of_the_built_in_content_that_is_changed_is_told() {
    told(PROGRAMMES[0]);
}

#[test]
fn every_value_of_another_programme_that_is_changed_is_told() {
    told(PROGRAMMES[1]);
}

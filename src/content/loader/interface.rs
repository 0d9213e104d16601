//! `interface.toml`: raised before all that has rules, because a literal date is known by the names of months.

use std::collections::BTreeMap;
use toml::de::DeValue;

use super::super::catalog::{Catalog, Msg};
use super::super::files::Files;
use super::super::raw::{RawMonth, RawText};
use super::super::text::{Lang, Text};
use super::file::{Top, Tree};
use super::form::Form;
use super::{Loader, Problem};

const TOP: Top = Top { keys: &["words"], kinds: &["month"] };

/// The ids of the months, in order.
const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

impl Loader {
    pub(super) fn interface(&mut self, files: &Files) -> Catalog {
        self.with_file(files, "interface.toml", TOP, Self::interface_file).unwrap_or_default()
    }

    fn interface_file(&mut self, tree: &mut Tree<'_>) -> Catalog {
        let months = self.months(tree);
        let texts = self.words(tree);
        Catalog::new(texts, months)
    }

    fn words(&mut self, tree: &mut Tree<'_>) -> Vec<Text> {
        let mut given: BTreeMap<String, Option<RawText>> = BTreeMap::new();
        if let Some(value) = tree.table.remove("words") {
            let span = value.span();
            let DeValue::Table(table) = value.into_inner() else {
                self.problem(span, "`words` is not a table", "not a table", "begin it with `[words]`");
                return Vec::new();
            };
            for (key, value) in table {
                let known = Msg::ALL.iter().map(|word| word.key());
                let name = key.get_ref().to_string();
                if !known.clone().any(|k| k == name) {
                    let help = self.suggest(&name, known).unwrap_or_else(|| "take it out".to_owned());
                    self.problem(key.span(), format!("there is no word `{name}`"), "unknown word", help);
                    continue;
                }
                let raw = if tree.whole { self.shaped(value) } else { None };
                given.insert(name, raw);
            }
        }
        if !tree.whole {
            return Vec::new();
        }
        let missing = Msg::ALL.iter().filter(|word| !given.contains_key(word.key()));
        self.missing_words(&missing.map(|word| word.key()).collect::<Vec<_>>());
        let mut texts = Vec::with_capacity(Msg::ALL.len());
        for word in Msg::ALL {
            if let Some(Some(raw)) = given.get(word.key()) {
                let form = Form::exactly(word.placeholders());
                texts.push(self.text("interface.words", word.key(), raw, form));
            }
        }
        texts
    }

    fn missing_words(&mut self, keys: &[&str]) {
        if keys.is_empty() {
            return;
        }
        let list = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        let problem = Problem::of_file(self.file.clone(), format!("these words are missing: {list}"));
        self.problems.push(problem.help("add them to `[words]`, in every language"));
    }

    fn months(&mut self, tree: &mut Tree<'_>) -> Vec<(Text, Text)> {
        let raws = self.records::<RawMonth>(tree, "month");
        let mut months = BTreeMap::new();
        for raw in &raws {
            let id = raw.id.get_ref();
            let at = format!("interface.month.{id}");
            let names = (
                self.text(&at, "long", &raw.long, Form::PLAIN),
                self.text(&at, "short", &raw.short, Form::PLAIN.cells(4)),
            );
            if let Some(place) = MONTHS.iter().position(|month| month == id) {
                months.insert(place, names);
            } else {
                let message = format!("there is no month `{id}`");
                self.problem(raw.id.span(), message, "unknown month", "months have the ids \"1\" to \"12\"");
            }
        }
        let declared = self.ids.get("interface.month");
        let missing: Vec<&str> =
            MONTHS.into_iter().filter(|month| !declared.is_some_and(|ids| ids.contains_key(*month))).collect();
        if !missing.is_empty() && tree.whole {
            let message = format!("these months are missing: {}", missing.join(", "));
            let problem = Problem::of_file(self.file.clone(), message);
            self.problems.push(problem.help("add a `[[month]]` for each, with `long` and `short`"));
        }
        let months: Vec<(Text, Text)> = months.into_values().collect();
        self.note_months(&months);
        months
    }

    fn note_months(&mut self, months: &[(Text, Text)]) {
        for (place, names) in self.months.iter_mut().enumerate() {
            let lang = Lang(place);
            let all = months.iter().flat_map(|(long, short)| [long, short]);
            names.extend(all.map(|name| name.get(lang).trim_end_matches('.').to_lowercase()));
        }
    }
}

//! `interface.toml`: loaded before the files with rules, whose texts are searched for dates by the names of the months.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

use super::super::files::BUILT_IN_INTERFACE;
use super::{Files, Loader, RawText, Spec, Tree};
use crate::content::{Catalog, Lang, Msg, Text};

/// The file of a folder that puts words of the program in its own way.
const FILE: &str = "interface.toml";

/// The ids of the months, in order.
const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMonth {
    id: Spanned<String>,
    long: RawText,
    short: RawText,
}

/// The words that are loaded so far, and the names of the months.
#[derive(Default)]
struct Words {
    /// `None` where the text has a problem.
    texts: BTreeMap<&'static str, Option<Text>>,
    months: Vec<(Text, Text)>,
}

impl Loader {
    /// Loads the words that the folder puts in its own way, then the others from the program's own file.
    pub(super) fn interface(&mut self, files: &Files) {
        let mut words = Words::default();
        for name in [FILE, BUILT_IN_INTERFACE].into_iter().filter(|name| files.has(name)) {
            // What a broken file has is not known.
            if self.broken.contains(FILE) {
                return;
            }
            if words.texts.len() == Msg::ALL.len() && !words.months.is_empty() {
                break;
            }
            let is_last = name == BUILT_IN_INTERFACE || !files.has(BUILT_IN_INTERFACE);
            self.with_file(files, name, "words month", |loader, tree| {
                loader.messages(tree, &mut words);
                if words.months.is_empty() && (is_last || tree.table.contains_key("month")) {
                    words.months = loader.months(tree);
                }
            });
        }
        self.missing_words(&words);
        let texts = Msg::ALL.iter().filter_map(|msg| words.texts.get(msg.key()).cloned().flatten());
        self.content.catalog = Catalog::new(texts.collect(), words.months);
    }

    fn messages(&mut self, tree: &mut Tree<'_>, words: &mut Words) {
        let Some(value) = tree.table.remove("words") else { return };
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            return self.problem(span, "`words` is not a table", "not a table", "begin it with `[words]`");
        };
        for (key, value) in table {
            let name = key.get_ref();
            let Some(msg) = Msg::ALL.iter().find(|msg| msg.key() == name) else {
                let help = self.suggest(name, Msg::ALL.iter().map(|msg| msg.key()), "take it out");
                self.problem(key.span(), format!("there is no word `{name}`"), "unknown word", help);
                continue;
            };
            if !words.texts.contains_key(msg.key()) {
                let raw: Option<RawText> = if tree.whole { self.shaped(value) } else { None };
                let spec = Spec { every: true, ..Spec::with(msg.placeholders()) };
                let text = raw.map(|raw| self.text("interface.words", msg.key(), &raw, spec));
                words.texts.insert(msg.key(), text);
            }
        }
    }

    fn missing_words(&mut self, words: &Words) {
        let missing = Msg::ALL.iter().map(|msg| msg.key()).filter(|key| !words.texts.contains_key(key));
        let missing: Vec<&str> = missing.collect();
        if !missing.is_empty() && !self.broken.contains(FILE) {
            let message = format!("these words are missing: `{}`", missing.join("`, `"));
            self.of_file(FILE, message, "add them to `[words]`, in every language");
        }
    }

    fn months(&mut self, tree: &mut Tree<'_>) -> Vec<(Text, Text)> {
        let mut months = BTreeMap::new();
        for raw in self.records::<RawMonth>(tree, "month") {
            let id = raw.id.get_ref();
            let at = self.address("month", &raw.id);
            let long = self.text(&at, "long", &raw.long, Spec::PLAIN);
            let short = self.text(&at, "short", &raw.short, Spec { cells: 4, ..Spec::PLAIN });
            if let Some(place) = MONTHS.iter().position(|month| month == id) {
                months.insert(place, (long, short));
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
            self.of_file(self.file.clone(), message, "add a `[[month]]` for each, with `long` and `short`");
        }
        let months: Vec<(Text, Text)> = months.into_values().collect();
        for (lang, names) in self.months.iter_mut().enumerate() {
            let all = months.iter().flat_map(|(long, short)| [long, short]);
            names.extend(all.map(|name| name.get(Lang(lang)).trim_end_matches('.').to_lowercase()));
        }
        months
    }
}

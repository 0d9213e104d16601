//! `interface.toml`: loaded before the files with rules, whose texts are searched for dates by the names of the months.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

use super::{Loader, RawText, Spec, Tree};
use crate::content::{Catalog, Lang, Msg, Text};

/// The ids of the months, in order.
const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMonth {
    id: Spanned<String>,
    long: RawText,
    short: RawText,
}

impl Loader {
    pub(super) fn interface(&mut self, tree: &mut Tree<'_>) {
        let months = self.months(tree);
        self.content.catalog = Catalog::new(self.messages(tree), months);
    }

    fn messages(&mut self, tree: &mut Tree<'_>) -> Vec<Text> {
        let mut given: BTreeMap<String, Option<RawText>> = BTreeMap::new();
        if let Some(value) = tree.table.remove("words") {
            let span = value.span();
            let DeValue::Table(table) = value.into_inner() else {
                self.problem(span, "`words` is not a table", "not a table", "begin it with `[words]`");
                return Vec::new();
            };
            for (key, value) in table {
                let known = Msg::ALL.iter().map(|msg| msg.key());
                let name = key.get_ref().to_string();
                if known.clone().any(|k| k == name) {
                    given.insert(name, if tree.whole { self.shaped(value) } else { None });
                } else {
                    let help = self.suggest(&name, known, "take it out");
                    self.problem(key.span(), format!("there is no word `{name}`"), "unknown word", help);
                }
            }
        }
        if !tree.whole {
            return Vec::new();
        }
        let (mut texts, mut missing) = (Vec::with_capacity(Msg::ALL.len()), Vec::new());
        for msg in Msg::ALL {
            match given.get(msg.key()) {
                Some(Some(raw)) => {
                    let spec = Spec { every: true, ..Spec::with(msg.placeholders()) };
                    texts.push(self.text("interface.words", msg.key(), raw, spec));
                }
                Some(None) => {}
                None => missing.push(msg.key()),
            }
        }
        if !missing.is_empty() {
            let message = format!("these words are missing: `{}`", missing.join("`, `"));
            self.of_file(self.file.clone(), message, "add them to `[words]`, in every language");
        }
        texts
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

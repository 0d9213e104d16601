//! `application.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::super::files::Files;
use super::super::model::{Item, ItemKind, Relation};
use super::Loader;
use super::file::Top;
use super::ids::Ref;
use super::spec::Spec;
use super::text::{RawOption, RawText};

const TOP: Top = Top { keys: &[], kinds: &["item", "relation"] };

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    id: Spanned<String>,
    text: RawText,
    hint: RawText,
    #[serde(default)]
    kind: ItemKind,
    source: Ref,
    section: String,
}

impl Loader {
    pub(super) fn application(&mut self, files: &Files) {
        self.with_file(files, "application.toml", TOP, |loader, tree| {
            loader.content.items = loader.each(tree, "item", Self::item);
            loader.content.relations = loader.each(tree, "relation", |loader, raw| Some(loader.relation(raw)));
        });
    }

    fn relation(&mut self, raw: &RawOption) -> Relation {
        let text = self.text(&self.address("relation", &raw.id), "text", &raw.text, Spec::PLAIN);
        Relation { id: raw.id.get_ref().as_str().into(), text }
    }

    fn item(&mut self, raw: &RawItem) -> Option<Item> {
        let at = self.address("item", &raw.id);
        let text = self.text(&at, "text", &raw.text, Spec::PLAIN);
        let hint = self.text(&at, "hint", &raw.hint, Spec::PLAIN);
        self.filled(Some(&raw.section), "section", &raw.id);
        let source = self.source(&raw.source)?;
        let (id, section) = (raw.id.get_ref().as_str().into(), raw.section.as_str().into());
        Some(Item { id, text, hint, kind: raw.kind, source, section })
    }
}

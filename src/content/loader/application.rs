//! `application.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::{Loader, RawOption, RawText, Ref, Spec, Tree};
use crate::content::{Item, ItemKind};

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
    #[serde(default)]
    offices: Vec<Ref>,
}

impl Loader {
    pub(super) fn application(&mut self, tree: &mut Tree<'_>) {
        self.content.items = self.each(tree, "item", Self::item);
        self.content.relations = self.each(tree, "relation", |loader, raw: &RawOption| {
            Some(loader.option(&loader.address("relation", &raw.id), raw))
        });
    }

    fn item(&mut self, raw: &RawItem) -> Option<Item> {
        let at = self.address("item", &raw.id);
        let text = self.text(&at, "text", &raw.text, Spec::PLAIN);
        let hint = self.text(&at, "hint", &raw.hint, Spec::PLAIN);
        let section = self.filled(&raw.section, "section", &raw.id);
        let offices = self.offices_named(&raw.offices);
        let source = self.source(&raw.source)?;
        Some(Item { id: raw.id.get_ref().as_str().into(), text, hint, kind: raw.kind, source, section, offices })
    }
}

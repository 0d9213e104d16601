//! `application.toml`.

use super::super::files::Files;
use super::super::model::Item;
use super::super::raw::RawItem;
use super::Raise;
use super::file::{Top, Tree};
use super::form::Form;

const TOP: Top = Top { keys: &[], kinds: &["item"] };

impl Raise {
    pub(super) fn application(&mut self, files: &Files) -> Vec<Item> {
        self.with_file(files, "application.toml", TOP, Self::application_file).unwrap_or_default()
    }

    fn application_file(&mut self, tree: &mut Tree<'_>) -> Vec<Item> {
        let raws = self.records::<RawItem>(tree, "item");
        raws.iter().filter_map(|raw| self.item(raw)).collect()
    }

    fn item(&mut self, raw: &RawItem) -> Option<Item> {
        let at = format!("application.item.{}", raw.id.get_ref());
        let text = self.text(&at, "text", &raw.text, Form::PLAIN);
        let hint = self.text(&at, "hint", &raw.hint, Form::PLAIN);
        self.filled(Some(&raw.section), "section", &raw.id);
        let source = self.source(&raw.source)?;
        Some(Item { id: raw.id.get_ref().as_str().into(), text, hint, source, section: raw.section.as_str().into() })
    }
}

//! `application.toml`.

use super::super::files::Files;
use super::super::model::{Item, Relation};
use super::super::raw::{RawItem, RawOption};
use super::Loader;
use super::file::{Top, Tree};
use super::form::Form;

const TOP: Top = Top { keys: &[], kinds: &["item", "relation"] };

/// What an application asks for, and who can be named as family.
#[derive(Default)]
pub(super) struct Application {
    pub(super) items: Vec<Item>,
    pub(super) relations: Vec<Relation>,
}

impl Loader {
    pub(super) fn application(&mut self, files: &Files) -> Application {
        self.with_file(files, "application.toml", TOP, Self::application_file).unwrap_or_default()
    }

    fn application_file(&mut self, tree: &mut Tree<'_>) -> Application {
        let raws = self.records::<RawItem>(tree, "item");
        let items = raws.iter().filter_map(|raw| self.item(raw)).collect();
        let raws = self.records::<RawOption>(tree, "relation");
        let relations = raws.iter().map(|raw| self.relation(raw)).collect();
        Application { items, relations }
    }

    fn relation(&mut self, raw: &RawOption) -> Relation {
        let id = raw.id.get_ref().as_str();
        let text = self.text(&format!("application.relation.{id}"), "text", &raw.text, Form::PLAIN);
        Relation { id: id.into(), text }
    }

    fn item(&mut self, raw: &RawItem) -> Option<Item> {
        let at = format!("application.item.{}", raw.id.get_ref());
        let text = self.text(&at, "text", &raw.text, Form::PLAIN);
        let hint = self.text(&at, "hint", &raw.hint, Form::PLAIN);
        self.filled(Some(&raw.section), "section", &raw.id);
        let source = self.source(&raw.source)?;
        let (id, section) = (raw.id.get_ref().as_str().into(), raw.section.as_str().into());
        Some(Item { id, text, hint, kind: raw.kind, source, section })
    }
}

//! `pathways.toml`.

use super::super::files::Files;
use super::super::model::Pathway;
use super::super::raw::RawPathway;
use super::Loader;
use super::file::{Top, Tree};
use super::form::Form;

const TOP: Top = Top { keys: &[], kinds: &["pathway"] };

impl Loader {
    pub(super) fn pathways(&mut self, files: &Files) -> Vec<Pathway> {
        self.with_file(files, "pathways.toml", TOP, Self::pathways_file).unwrap_or_default()
    }

    fn pathways_file(&mut self, tree: &mut Tree<'_>) -> Vec<Pathway> {
        let raws = self.records::<RawPathway>(tree, "pathway");
        raws.iter().filter_map(|raw| self.pathway(raw)).collect()
    }

    fn pathway(&mut self, raw: &RawPathway) -> Option<Pathway> {
        let at = format!("pathways.pathway.{}", raw.id.get_ref());
        let names = self.gives(raw.rule.get_ref()).names(&["nationalities"]);
        let rule = self.rule(&at, &raw.rule);
        let name = self.text(&at, "name", &raw.name, Form::PLAIN.ruled());
        let text = self.text(&at, "text", &raw.text, Form::with(&names).ruled());
        let gives = self.maybe(&at, "gives", raw.gives.as_ref(), Form::PLAIN);
        let open = self.notes(&at, &raw.open);
        let later = self.statements(&at, "later", &raw.later);
        let notices = self.noticed(&raw.notices);
        self.filled(Some(&raw.section), "section", &raw.id);
        let (source, track) = (self.source(&raw.source), self.track(&raw.track));
        Some(Pathway {
            id: raw.id.get_ref().as_str().into(),
            track: track?,
            name,
            rule: rule?,
            text,
            gives,
            sponsor: raw.sponsor,
            source: source?,
            section: raw.section.as_str().into(),
            open,
            later,
            notices,
        })
    }
}

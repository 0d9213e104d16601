//! `pathways.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::super::files::Files;
use super::super::model::{Certainty, Pathway};
use super::Loader;
use super::file::Top;
use super::ids::Ref;
use super::rules::RawRule;
use super::spec::Spec;
use super::statement::RawStatement;
use super::text::{RawNote, RawText};

const TOP: Top = Top { keys: &[], kinds: &["pathway"] };

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPathway {
    id: Spanned<String>,
    track: Ref,
    name: RawText,
    rule: Spanned<RawRule>,
    text: RawText,
    gives: Option<RawText>,
    sponsor: Option<Certainty>,
    source: Ref,
    section: String,
    #[serde(default)]
    open: Vec<RawNote>,
    #[serde(default)]
    later: Vec<RawStatement>,
    #[serde(default)]
    notices: Vec<Ref>,
}

impl Loader {
    pub(super) fn pathways(&mut self, files: &Files) {
        self.content.pathways =
            self.with_file(files, "pathways.toml", TOP, |loader, tree| loader.each(tree, "pathway", Self::pathway));
    }

    fn pathway(&mut self, raw: &RawPathway) -> Option<Pathway> {
        let at = self.address("pathway", &raw.id);
        let names = self.values_of(raw.rule.get_ref()).names(&["nationalities"]);
        let rule = self.rule(&at, &raw.rule);
        let name = self.text(&at, "name", &raw.name, Spec::PLAIN.ruled());
        let text = self.text(&at, "text", &raw.text, Spec::with(&names).ruled());
        let gives = self.maybe(&at, "gives", raw.gives.as_ref(), Spec::PLAIN);
        let open = self.notes(&at, &raw.open);
        let later = self.statements(&at, "later", &raw.later);
        let notices = self.notices(&raw.notices);
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

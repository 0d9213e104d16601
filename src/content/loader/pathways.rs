//! `pathways.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::{Loader, RawOption, RawRule, RawStatement, RawText, Ref, Spec, Tree};
use crate::content::{Certainty, Pathway};

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
    open: Vec<RawOption>,
    #[serde(default)]
    later: Vec<RawStatement>,
    #[serde(default)]
    notices: Vec<Ref>,
}

impl Loader {
    pub(super) fn pathways(&mut self, tree: &mut Tree<'_>) {
        self.content.pathways = self.each(tree, "pathway", Self::pathway);
    }

    fn pathway(&mut self, raw: &RawPathway) -> Option<Pathway> {
        let at = self.address("pathway", &raw.id);
        let names = self.values_of(raw.rule.get_ref()).names(&["nationalities"]);
        let rule = self.rule(&at, &raw.rule);
        let ruled = Spec { ruled: true, ..Spec::PLAIN };
        let (source, track) = (self.source(&raw.source), self.track(&raw.track));
        let name = self.text(&at, "name", &raw.name, ruled);
        let text = self.text(&at, "text", &raw.text, Spec { names: &names, ..ruled });
        let rule = rule.inspect(|rule| self.names_all_days(rule, &text, raw.text.span()));
        Some(Pathway {
            id: raw.id.get_ref().as_str().into(),
            name,
            text,
            gives: self.maybe(&at, "gives", raw.gives.as_ref(), Spec::PLAIN),
            sponsor: raw.sponsor,
            section: self.filled(&raw.section, "section", &raw.id),
            open: self.notes(&at, &raw.open),
            later: self.later_status(&at, &raw.later),
            notices: self.notices(&raw.notices),
            track: track?,
            rule: rule?,
            source: source?,
        })
    }
}

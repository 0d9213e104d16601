//! `advice.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::{Loader, RawRule, RawText, Ref, Spec, Tree};
use crate::content::{Advice, Situation};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAdvice {
    id: Spanned<String>,
    situation: Situation,
    rule: Option<Spanned<RawRule>>,
    text: RawText,
    short: RawText,
    source: Option<Ref>,
    section: Option<String>,
    #[serde(default)]
    notices: Vec<Ref>,
}

impl Loader {
    pub(super) fn advice(&mut self, tree: &mut Tree<'_>) {
        self.content.advice = self.each(tree, "advice", Self::advice_record);
    }

    fn advice_record(&mut self, raw: &RawAdvice) -> Option<Advice> {
        let at = self.address("advice", &raw.id);
        let rule = raw.rule.as_ref().map(|rule| self.rule(&at, rule));
        let plain = Spec { ruled: raw.rule.is_some(), ..Spec::PLAIN };
        let source = raw.source.as_ref().map(|source| self.source(source));
        Some(Advice {
            id: raw.id.get_ref().as_str().into(),
            situation: raw.situation,
            text: self.text(&at, "text", &raw.text, Spec { names: &["office", "country"], ..plain }),
            short: self.text(&at, "short", &raw.short, plain),
            section: raw.section.as_deref().map(|section| self.filled(section, "section", &raw.id)),
            rule: rule.map_or(Some(None), |rule| rule.map(Some))?,
            source: source.map_or(Some(None), |source| source.map(Some))?,
            notices: self.notices(&raw.notices),
        })
    }
}

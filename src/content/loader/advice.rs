//! `advice.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::super::files::Files;
use super::super::model::{Advice, Situation};
use super::Loader;
use super::file::Top;
use super::ids::Ref;
use super::rules::RawRule;
use super::spec::Spec;
use super::text::RawText;

const TOP: Top = Top { keys: &[], kinds: &["advice"] };

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
    pub(super) fn advice(&mut self, files: &Files) {
        self.content.advice =
            self.with_file(files, "advice.toml", TOP, |loader, tree| loader.each(tree, "advice", Self::advice_record));
    }

    fn advice_record(&mut self, raw: &RawAdvice) -> Option<Advice> {
        let at = self.address("advice", &raw.id);
        let rule = raw.rule.as_ref().map(|rule| self.rule(&at, rule));
        let ruled = |spec: Spec<'static>| if raw.rule.is_some() { spec.ruled() } else { spec };
        let text = self.text(&at, "text", &raw.text, ruled(Spec::with(&["office", "country"])));
        let short = self.text(&at, "short", &raw.short, ruled(Spec::PLAIN));
        self.filled(raw.section.as_deref(), "section", &raw.id);
        let source = raw.source.as_ref().map(|source| self.source(source));
        Some(Advice {
            id: raw.id.get_ref().as_str().into(),
            situation: raw.situation,
            rule: rule.map_or(Some(None), |rule| rule.map(Some))?,
            text,
            short,
            source: source.map_or(Some(None), |source| source.map(Some))?,
            section: raw.section.as_deref().map(Into::into),
            notices: self.notices(&raw.notices),
        })
    }
}

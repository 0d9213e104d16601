//! `advice.toml`.

use super::super::files::Files;
use super::super::model::Advice;
use super::super::raw::RawAdvice;
use super::Loader;
use super::file::{Top, Tree};
use super::form::Form;

const TOP: Top = Top { keys: &[], kinds: &["advice"] };

impl Loader {
    pub(super) fn advice(&mut self, files: &Files) -> Vec<Advice> {
        self.with_file(files, "advice.toml", TOP, Self::advice_file).unwrap_or_default()
    }

    fn advice_file(&mut self, tree: &mut Tree<'_>) -> Vec<Advice> {
        let raws = self.records::<RawAdvice>(tree, "advice");
        raws.iter().filter_map(|raw| self.advice_record(raw)).collect()
    }

    fn advice_record(&mut self, raw: &RawAdvice) -> Option<Advice> {
        let at = format!("advice.advice.{}", raw.id.get_ref());
        let rule = raw.rule.as_ref().map(|rule| self.rule(&at, rule));
        let ruled = |form: Form<'static>| if raw.rule.is_some() { form.ruled() } else { form };
        let text = self.text(&at, "text", &raw.text, ruled(Form::with(&["office", "country"])));
        let short = self.text(&at, "short", &raw.short, ruled(Form::PLAIN));
        self.filled(raw.section.as_deref(), "section", &raw.id);
        let source = raw.source.as_ref().map(|source| self.source(source));
        Some(Advice {
            id: raw.id.get_ref().as_str().into(),
            situation: raw.situation,
            rule: match rule {
                Some(rule) => Some(rule?),
                None => None,
            },
            text,
            short,
            source: match source {
                Some(source) => Some(source?),
                None => None,
            },
            section: raw.section.as_deref().map(Into::into),
        })
    }
}

//! `countries.toml`.

use std::sync::Arc;

use super::super::files::Files;
use super::super::model::{Country, Dialling};
use super::super::raw::{RawCodes, RawCountry, RawDialling};
use super::Loader;
use super::file::{Top, Tree};
use super::form::Form;

const TOP: Top = Top { keys: &["assigned"], kinds: &["country"] };

impl Loader {
    pub(super) fn countries(&mut self, files: &Files) {
        self.with_file(files, "countries.toml", TOP, Self::countries_file);
    }

    fn countries_file(&mut self, tree: &mut Tree<'_>) {
        let raws = self.records::<RawCountry>(tree, "country");
        if let Some(codes) = self.own::<RawCodes>(tree) {
            self.codes(&codes);
        }
        for raw in raws {
            self.country_record(raw);
        }
    }

    fn codes(&mut self, raw: &RawCodes) {
        let list = raw.assigned.get_ref();
        for code in list.split_whitespace() {
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
                let message = format!("`{code}` is no country code");
                let help = "a code is two capital letters, as ISO 3166 assigns them";
                self.problem(raw.assigned.span(), message, "in this list", help);
            }
            self.codes.push(code.into());
        }
        self.codes.sort_unstable();
        let all = self.codes.len();
        self.codes.dedup();
        if self.codes.len() < all {
            self.problem(raw.assigned.span(), "a code is there twice", "in this list", "take one of them out");
        }
    }

    fn country_record(&mut self, raw: RawCountry) {
        let (code, span) = (raw.id.get_ref().as_str(), raw.id.span());
        if !self.codes.is_empty() && self.codes.binary_search_by(|c| (**c).cmp(code)).is_err() {
            let message = format!("`{code}` is no assigned country code");
            self.problem(span, message, "not in `assigned`", "use the ISO 3166 alpha-2 code of the country");
        }
        let at = format!("countries.country.{code}");
        let name = self.text(&at, "name", &raw.name, Form::PLAIN);
        let demonym = self.text(&at, "demonym", &raw.demonym, Form::PLAIN);
        for word in &raw.also {
            self.filled(Some(word), "also", &raw.id);
        }
        let dialling = raw.dialling.and_then(|raw| self.dialling(raw));
        let (id, also) = (raw.id.into_inner().into(), raw.also);
        self.countries.push(Arc::new(Country { id, name, demonym, also, dialling }));
    }

    fn dialling(&mut self, raw: RawDialling) -> Option<Dialling> {
        let code = raw.code.get_ref();
        let is_code = matches!(code.len(), 1..=3) && code.bytes().all(|b| b.is_ascii_digit());
        if !is_code || raw.digits.is_empty() {
            let message = format!("`{code}` does not say how numbers look");
            let help = "write the digits after the `+`, as `57`, and how many digits follow, as `[8, 10]`";
            self.problem(raw.code.span(), message, "of this country", help);
            return None;
        }
        Some(Dialling { code: raw.code.into_inner().into(), digits: raw.digits })
    }
}

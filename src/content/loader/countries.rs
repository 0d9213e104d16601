//! `countries.toml`.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use toml::Spanned;

use super::{Loader, RawText, Spec, Tree};
use crate::content::{Country, Dialling};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCodes {
    assigned: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    id: Spanned<String>,
    name: RawText,
    demonym: RawText,
    #[serde(default)]
    also: Vec<String>,
    dialling: Option<RawDialling>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShown {
    id: Spanned<String>,
    name: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDialling {
    code: Spanned<String>,
    digits: Vec<u8>,
    #[serde(default)]
    begins: Vec<String>,
    trunk: Option<String>,
}

impl Loader {
    pub(super) fn countries(&mut self, tree: &mut Tree<'_>) {
        let raws = self.records::<RawCountry>(tree, "country");
        let shown = self.records::<RawShown>(tree, "shown");
        if let Some(codes) = self.own::<RawCodes>(tree) {
            self.codes(&codes);
        }
        for raw in raws {
            let country = self.country_record(raw);
            self.content.countries.push(Arc::new(country));
        }
        for raw in shown {
            self.assigned(&raw.id);
            let at = self.address("shown", &raw.id);
            let name = self.text(&at, "name", &raw.name, Spec::PLAIN);
            self.content.shown.push((raw.id.into_inner().into(), name));
        }
    }

    fn codes(&mut self, raw: &RawCodes) {
        let list = raw.assigned.get_ref();
        let codes: BTreeSet<&str> = list.split_whitespace().collect();
        self.content.codes = codes.iter().map(|code| (*code).into()).collect();
        let is_repeated = codes.len() < list.split_whitespace().count();
        for code in codes {
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
                let message = format!("`{code}` is no country code");
                let help = "a code is two capital letters, as ISO 3166 assigns them";
                self.problem(raw.assigned.span(), message, "in this list", help);
            }
        }
        if is_repeated {
            self.problem(raw.assigned.span(), "a code is there twice", "in this list", "take one of them out");
        }
    }

    fn assigned(&mut self, id: &Spanned<String>) {
        let codes = &self.content.codes;
        if !codes.is_empty() && codes.binary_search_by(|c| (**c).cmp(id.get_ref())).is_err() {
            let message = format!("`{}` is no assigned country code", id.get_ref());
            let help = "use the ISO 3166 alpha-2 code of the country";
            self.problem(id.span(), message, "not in `assigned`", help);
        }
    }

    fn country_record(&mut self, raw: RawCountry) -> Country {
        self.assigned(&raw.id);
        let at = self.address("country", &raw.id);
        let name = self.text(&at, "name", &raw.name, Spec::PLAIN);
        let demonym = self.text(&at, "demonym", &raw.demonym, Spec::PLAIN);
        let also = raw.also.iter().map(|word| self.filled(word, "also", &raw.id)).collect();
        let dialling = raw.dialling.and_then(|raw| self.dialling(raw));
        Country { id: raw.id.into_inner().into(), name, demonym, also, dialling }
    }

    fn dialling(&mut self, raw: RawDialling) -> Option<Dialling> {
        let code = raw.code.get_ref();
        let is_code = matches!(code.len(), 1..=3) && is_number(code);
        let are_digits = raw.begins.iter().chain(&raw.trunk).all(|part| !part.is_empty() && is_number(part));
        if !is_code || raw.digits.is_empty() || !are_digits {
            let message = format!("`{code}` does not say how numbers look");
            let help = "write the digits after the `+`, as `57`, and how many digits follow, as `[8, 10]`";
            self.problem(raw.code.span(), message, "of this country", help);
            return None;
        }
        Some(Dialling { code: raw.code.into_inner().into(), digits: raw.digits, begins: raw.begins, trunk: raw.trunk })
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

//! `programme.toml`.

use serde::Deserialize;
use std::sync::Arc;
use toml::Spanned;
use toml::value::Datetime;

use super::{Loader, RawText, Ref, Spec, Tree};
use crate::content::{Aspect, Certainty, HelpLine, Language, LanguageState, Source};

/// The version of the content format that this program reads.
const FORMAT: i64 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProgramme {
    #[expect(dead_code, reason = "checked before everything else, since another version has other shapes")]
    format: Spanned<i64>,
    id: Spanned<String>,
    name: RawText,
    default_language: Ref,
    guide: Ref,
    portal: Ref,
    hold_days: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLanguage {
    id: Spanned<String>,
    name: String,
    state: LanguageState,
    #[serde(default)]
    locale_countries: Vec<Ref>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: Spanned<String>,
    publisher: String,
    label: RawText,
    title: RawText,
    address: Option<String>,
    date: Option<Spanned<String>>,
    certainty: Option<Certainty>,
    read: Spanned<Datetime>,
    note: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAspect {
    id: Ref,
    name: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHelpLine {
    id: Spanned<String>,
    country: Ref,
    number: String,
    source: Ref,
}

/// What the file says about countries: help lines, and for each language the countries of its locales.
pub(super) struct NamingCountries {
    help_lines: Vec<RawHelpLine>,
    locale_countries: Vec<Vec<Ref>>,
}

impl Loader {
    /// Loads the file; `None` where nothing else can be understood without it. What names countries is returned as it is:
    /// they are not known yet.
    pub(super) fn programme(&mut self, tree: &mut Tree<'_>) -> Option<NamingCountries> {
        if !self.known_format(tree) {
            return None;
        }
        let locale_countries = self.languages(tree);
        self.content.sources = self.each(tree, "source", |loader, raw| loader.source_record(raw).map(Arc::new));
        self.content.notices = self.each(tree, "notice", |loader, raw| loader.notice(raw).map(Arc::new));
        self.on_topics(tree);
        self.content.aspects = self.each(tree, "aspect", |loader, raw| Some(loader.aspect(raw)));
        let help_lines = self.records(tree, "help_line");
        if let Some(own) = self.own::<RawProgramme>(tree) {
            self.own_keys(&own);
        }
        Some(NamingCountries { help_lines, locale_countries })
    }

    /// Whether the file has the version that this program reads. Where not, this is the only problem reported: the
    /// shapes of another version are not known.
    fn known_format(&mut self, tree: &Tree<'_>) -> bool {
        let Some(format) = tree.table.get("format") else { return true };
        let Some(number) = format.get_ref().as_integer() else { return true };
        if number.as_str().parse() == Ok(FORMAT) {
            return true;
        }
        self.problems.retain(|p| p.file.starts_with("programme.toml") && p.message.starts_with("broken"));
        let message = format!("format {number} is not known");
        let help = format!("this program reads format {FORMAT}; another version of it may read this one");
        self.problem(format.span(), message, "unknown format", help);
        false
    }

    fn languages(&mut self, tree: &mut Tree<'_>) -> Vec<Vec<Ref>> {
        let mut locale_countries = Vec::new();
        for raw in self.records::<RawLanguage>(tree, "language") {
            let name = self.filled(&raw.name, "name", &raw.id);
            locale_countries.push(raw.locale_countries);
            let id = raw.id.into_inner().into();
            self.content.languages.push(Language { id, name, state: raw.state, locale_countries: Vec::new() });
        }
        if !self.broken.contains(&self.file) && !self.ids.contains_key("programme.language") {
            let help = "add a `[[language]]` with `id`, `name` and `state`";
            self.of_file(self.file.clone(), "there is no language", help);
        }
        self.months.resize(self.content.languages.len(), Vec::new());
        locale_countries
    }

    fn source_record(&mut self, raw: &RawSource) -> Option<Source> {
        let at = self.address("source", &raw.id);
        let certainty = raw.certainty.unwrap_or_default();
        if !matches!(certainty, Certainty::Stated | Certainty::NotBefore) {
            let help = "write `stated` or `not_before`, or leave it out";
            self.problem(raw.id.span(), "the date of a source has no such `certainty`", "in this source", help);
        }
        Some(Source {
            id: raw.id.get_ref().as_str().into(),
            publisher: self.filled(&raw.publisher, "publisher", &raw.id),
            label: self.text(&at, "label", &raw.label, Spec::PLAIN),
            title: self.text(&at, "title", &raw.title, Spec::PLAIN),
            address: raw.address.as_deref().map(|address| self.filled(address, "address", &raw.id)),
            date: self.partial(raw.date.as_ref()),
            certainty,
            note: self.maybe(&at, "note", raw.note.as_ref(), Spec::PLAIN),
            read: self.day(&raw.read)?,
        })
    }

    fn aspect(&mut self, raw: &RawAspect) -> Arc<Aspect> {
        let at = self.address("aspect", &raw.id);
        Arc::new(Aspect { id: raw.id.get_ref().as_str().into(), name: self.text(&at, "name", &raw.name, Spec::PLAIN) })
    }

    fn own_keys(&mut self, own: &RawProgramme) {
        self.default_language(&own.default_language);
        self.declare("programme", own.id.get_ref(), &own.id.span());
        self.content.name = self.text("programme", "name", &own.name, Spec::PLAIN);
        self.content.guide = self.source(&own.guide).unwrap_or_default();
        self.content.portal = self.portal(&own.portal).unwrap_or_default();
        self.content.hold_days = self.number(&own.hold_days, 1..366).unwrap_or_default();
    }

    /// The source whose address people are sent to: one that can be typed and printed as it stands.
    fn portal(&mut self, portal: &Ref) -> Option<Arc<Source>> {
        let source = self.source(portal)?;
        let typed = |address: &str| {
            let bare = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
            let host = bare.unwrap_or(address).split('/').next().unwrap_or_default();
            host.contains('.') && !host.contains(':') && address.chars().all(|c| c.is_ascii_graphic())
        };
        if !source.address.as_deref().is_some_and(typed) {
            let message = format!("the portal `{}` has no address that can be opened", source.id);
            let help = "give the source an `address` such as \"example.org/help\", or name another source";
            self.problem(portal.span(), message, "its address is printed on every sheet", help);
        }
        Some(source)
    }

    fn default_language(&mut self, default: &Ref) {
        match self.content.languages.iter().position(|l| *l.id == **default.get_ref()) {
            None => self.unknown("language", "programme.language", default),
            Some(0) => {}
            Some(_) => {
                let message = format!("the default language `{}` is not the first one", default.get_ref());
                self.problem(default.span(), message, "default", "list its `[[language]]` before the others");
            }
        }
    }

    /// Loads what names countries, once they are known.
    pub(super) fn naming_countries(&mut self, raws: NamingCountries) {
        "programme.toml".clone_into(&mut self.file);
        for (n, codes) in raws.locale_countries.iter().enumerate() {
            let found = codes.iter().filter_map(|code| self.country(code)).map(|country| country.id.clone()).collect();
            if let Some(language) = self.content.languages.get_mut(n) {
                language.locale_countries = found;
            }
        }
        for raw in raws.help_lines {
            let number = self.filled(&raw.number, "number", &raw.id);
            if let (Some(country), Some(source)) = (self.country(&raw.country), self.source(&raw.source)) {
                let (id, country) = (raw.id.into_inner().into(), Arc::clone(&country.id));
                self.content.help_lines.push(HelpLine { id, country, number, source });
            }
        }
    }
}

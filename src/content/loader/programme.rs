//! `programme.toml`.

use std::sync::Arc;

use super::super::files::Files;
use super::super::model::{Aspect, Certainty, HelpLine, ProgrammeStatement, Source};
use super::super::raw::{RawAspect, RawHelpLine, RawLanguage, RawProgramme, RawSource, RawStatement};
use super::super::text::{Id, Language, Text};
use super::file::{Top, Tree};
use super::form::Form;
use super::statement::Role;
use super::{Loader, Problem};

/// The version of the shapes that this program reads.
const FORMAT: i64 = 1;

const TOP: Top = Top {
    keys: &["format", "id", "name", "default_language", "guide", "hold_days"],
    kinds: &["language", "source", "statement", "notice", "aspect", "help_line"],
};

/// What only this file says.
pub(super) struct Programme {
    pub(super) id: Id,
    pub(super) name: Option<Text>,
    pub(super) guide: Option<Arc<Source>>,
    pub(super) hold_days: u32,
    pub(super) statements: Vec<ProgrammeStatement>,
    pub(super) aspects: Vec<(Aspect, Text)>,
    pub(super) help_lines: Vec<RawHelpLine>,
}

impl Loader {
    /// Raises the file; `None` where nothing else can be understood without it.
    pub(super) fn programme(&mut self, files: &Files) -> Option<Programme> {
        self.with_file(files, "programme.toml", TOP, Self::programme_file).flatten()
    }

    fn programme_file(&mut self, tree: &mut Tree<'_>) -> Option<Programme> {
        if !self.known_format(tree) {
            return None;
        }
        let languages = self.records(tree, "language");
        self.languages(languages);
        for raw in self.records::<RawSource>(tree, "source") {
            let source = self.source_record(&raw).map(Arc::new);
            self.sources.extend(source);
        }
        for raw in self.records::<RawStatement>(tree, "notice") {
            let notice = self.notice(&format!("programme.notice.{}", raw.id.get_ref()), &raw).map(Arc::new);
            self.notices.extend(notice);
        }
        let mut statements = Vec::new();
        for raw in self.records::<RawStatement>(tree, "statement") {
            let at = format!("programme.statement.{}", raw.id.get_ref());
            let statement = self.statement(&at, &raw, Role::Programme);
            statements.extend(statement.and_then(|s| Some(ProgrammeStatement { topic: raw.topic?, statement: s })));
        }
        let aspects = self.aspect_rows(tree);
        let help_lines = self.records(tree, "help_line");
        let own = self.own::<RawProgramme>(tree);
        Some(self.own_keys(own.as_ref(), statements, aspects, help_lines))
    }

    /// Whether the file has the version that this program reads. Of another version, nothing else is said: its
    /// shapes are not known.
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

    fn languages(&mut self, raws: Vec<RawLanguage>) {
        for raw in raws {
            self.filled(Some(&raw.name), "name", &raw.id);
            self.languages.push(Language { id: raw.id.into_inner().into(), name: raw.name, state: raw.state });
        }
        if self.languages.is_empty()
            && !self.broken.contains(&self.file)
            && !self.ids.contains_key("programme.language")
        {
            let problem = Problem::of_file(self.file.clone(), "there is no language");
            self.problems.push(problem.help("add a `[[language]]` with `id`, `name` and `state`"));
        }
        self.months.resize(self.languages.len(), Vec::new());
    }

    fn source_record(&mut self, raw: &RawSource) -> Option<Source> {
        let at = format!("programme.source.{}", raw.id.get_ref());
        self.filled(Some(&raw.publisher), "publisher", &raw.id);
        self.filled(raw.address.as_deref(), "address", &raw.id);
        let label = self.text(&at, "label", &raw.label, Form::PLAIN);
        let title = self.text(&at, "title", &raw.title, Form::PLAIN);
        let note = self.maybe(&at, "note", raw.note.as_ref(), Form::PLAIN);
        let date = self.partial(raw.date.as_ref());
        let certainty = raw.certainty.unwrap_or_default();
        if !matches!(certainty, Certainty::Stated | Certainty::NotBefore) {
            let help = "write `stated` or `not_before`, or leave it out";
            self.problem(raw.id.span(), "the date of a source has no such `certainty`", "in this source", help);
        }
        Some(Source {
            id: raw.id.get_ref().as_str().into(),
            publisher: raw.publisher.clone(),
            label,
            title,
            address: raw.address.clone(),
            date,
            certainty,
            read: self.day(&raw.read)?,
            note,
        })
    }

    fn aspect_rows(&mut self, tree: &mut Tree<'_>) -> Vec<(Aspect, Text)> {
        let mut rows = Vec::new();
        for raw in self.records::<RawAspect>(tree, "aspect") {
            let span = raw.id.span();
            let id = self.source.get(span).unwrap_or_default().trim_matches('"').to_owned();
            let name = self.text(&format!("programme.aspect.{id}"), "name", &raw.name, Form::PLAIN);
            rows.push((*raw.id.get_ref(), name));
        }
        self.aspects = rows.iter().map(|(aspect, _)| *aspect).collect();
        rows
    }

    fn own_keys(
        &mut self,
        own: Option<&RawProgramme>,
        statements: Vec<ProgrammeStatement>,
        aspects: Vec<(Aspect, Text)>,
        help_lines: Vec<RawHelpLine>,
    ) -> Programme {
        if let Some(own) = own {
            self.default_language(own);
            self.declare("programme", own.id.get_ref(), &own.id.span());
        }
        Programme {
            id: own.map_or_else(Id::default, |own| own.id.get_ref().as_str().into()),
            name: own.map(|own| self.text("programme", "name", &own.name, Form::PLAIN)),
            guide: own.and_then(|own| self.source(&own.guide)),
            hold_days: own.and_then(|own| self.number(&own.hold_days, 1..366)).unwrap_or_default(),
            statements,
            aspects,
            help_lines,
        }
    }

    fn default_language(&mut self, own: &RawProgramme) {
        let default = &own.default_language;
        match self.languages.iter().position(|l| *l.id == **default.get_ref()) {
            None => self.unknown("language", "programme.language", default),
            Some(0) => {}
            Some(_) => {
                let message = format!("the default language `{}` is not the first one", default.get_ref());
                self.problem(default.span(), message, "default", "list its `[[language]]` before the others");
            }
        }
    }

    /// Raises the help lines.
    pub(super) fn help_lines(&mut self, raws: Vec<RawHelpLine>) {
        "programme.toml".clone_into(&mut self.file);
        for raw in raws {
            self.filled(Some(&raw.number), "number", &raw.id);
            let (country, source) = (self.country(&raw.country), self.source(&raw.source));
            if let (Some(country), Some(source)) = (country, source) {
                let country = Arc::clone(&country.id);
                self.lines.push(HelpLine { id: raw.id.into_inner().into(), country, number: raw.number, source });
            }
        }
    }
}

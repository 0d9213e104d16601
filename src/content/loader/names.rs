//! Ids and references: what there is, and what leads nowhere.

use std::ops::Range;
use std::sync::Arc;

use super::super::model::{Actor, Country, Notice, Question, Source, Track};
use super::super::problem::Problem;
use super::super::raw::Ref;
use super::{Loader, Place};

impl Loader {
    /// Registers an id; reports one that was given before, or has a form that addresses cannot carry.
    pub(super) fn declare(&mut self, scope: &str, id: &str, span: &Range<usize>) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) {
            let message = format!("`{id}` cannot be an id");
            self.problem(span.clone(), message, "this id", "use the letters a to z, digits, `-` and `_`");
        }
        let place = Place { file: self.file.clone(), span: span.clone() };
        let Some(first) = self.ids.entry(scope.to_owned()).or_default().insert(id.to_owned(), place) else { return };
        let kind = scope.rsplit('.').next().unwrap_or(scope);
        let mut problem = Problem::at(self.file.clone(), span.clone(), format!("the {kind} `{id}` is there twice"));
        if first.file == self.file {
            problem.also = Some((first.span, "first given here".to_owned()));
            problem = problem.help("give one of them another id");
        } else {
            problem = problem.help(format!("the first one is in {}; give one of them another id", first.file));
        }
        self.problems.push(problem.label("given again here"));
    }

    /// Reports a reference that leads nowhere, unless its record is there and has a problem of its own.
    pub(super) fn unknown(&mut self, what: &str, scope: &str, name: &Ref) {
        let id = name.get_ref();
        let home = scope.split('.').next().map(|stem| format!("{stem}.toml")).unwrap_or_default();
        let known = self.ids.get(scope);
        if self.broken.contains(&home) || known.is_some_and(|ids| ids.contains_key(id)) {
            return;
        }
        let help = known.and_then(|ids| self.suggest(id, ids.keys().map(String::as_str)));
        let help = help.unwrap_or_else(|| format!("define it in {home}"));
        self.problem(name.span(), format!("there is no {what} `{id}`"), &format!("unknown {what}"), help);
    }

    pub(super) fn source(&mut self, name: &Ref) -> Option<Arc<Source>> {
        let found = self.sources.iter().find(|s| *s.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("source", "programme.source", name);
        }
        found
    }

    pub(super) fn noticed(&mut self, names: &[Ref]) -> Vec<Arc<Notice>> {
        let mut notices = Vec::new();
        for name in names {
            match self.notices.iter().find(|n| *n.statement.id == **name.get_ref()) {
                Some(notice) => notices.push(Arc::clone(notice)),
                None => self.unknown("notice", "programme.notice", name),
            }
        }
        notices
    }

    pub(super) fn track(&mut self, name: &Ref) -> Option<Arc<Track>> {
        let found = self.tracks.iter().find(|t| *t.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("track", "process.track", name);
        }
        found
    }

    pub(super) fn actor(&mut self, name: &Ref) -> Option<Arc<Actor>> {
        let found = self.actors.iter().find(|a| *a.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("actor", "process.actor", name);
        }
        found
    }

    pub(super) fn country(&mut self, code: &Ref) -> Option<Arc<Country>> {
        let found = self.countries.iter().find(|c| *c.id == **code.get_ref()).cloned();
        if found.is_none() {
            self.unknown("country", "countries.country", code);
        }
        found
    }

    pub(super) fn fact(&mut self, name: &Ref) -> Option<Arc<Question>> {
        let found = self.questions.iter().find(|q| *q.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("fact", "questions.question", name);
        }
        // Another question may be meant; and one that has a problem of its own is not unused.
        self.rules_lost |= found.is_none();
        self.used.insert(name.get_ref().as_str().into());
        found
    }
}

//! Ids of records, and references to them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;

use super::{Loader, Problem};
use crate::content::{Actor, Aspect, Country, Id, Notice, Question, Source, Track};

/// The id of another record, with its place in the file.
pub(super) type Ref = Spanned<String>;

/// The scope of offices, each of which has a file of its own.
pub(super) const OFFICE: &str = "office";

/// Where an id was declared.
#[derive(Debug, Clone)]
pub(super) struct Declaration {
    pub(super) file: String,
    pub(super) span: Range<usize>,
}

/// The file that records of a scope are defined in.
fn home(scope: &str) -> String {
    if scope == OFFICE {
        return "offices/".to_owned();
    }
    scope.split('.').next().map(|stem| format!("{stem}.toml")).unwrap_or_default()
}

impl Loader {
    /// Registers an id; reports one that is taken, or that a text address cannot hold.
    pub(super) fn declare(&mut self, scope: &str, id: &str, span: &Range<usize>) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) {
            let message = format!("`{id}` cannot be an id");
            self.problem(span.clone(), message, "this id", "use the letters a to z, digits, `-` and `_`");
        }
        let declaration = Declaration { file: self.file.clone(), span: span.clone() };
        let ids = self.ids.entry(scope.to_owned()).or_default();
        let Some(first) = ids.insert(id.to_owned(), declaration) else { return };
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

    /// Loads the records under a key of another record; the address of their texts is `AT.KIND.ID`.
    pub(super) fn nested<R, T>(
        &mut self,
        at: &str,
        kind: &str,
        raws: &[R],
        id: fn(&R) -> &Ref,
        mut load: impl FnMut(&mut Self, &str, &R) -> Option<T>,
    ) -> Vec<T> {
        let scope = format!("{at}.{kind}");
        let mut loaded = Vec::with_capacity(raws.len());
        for raw in raws {
            let id = id(raw);
            self.declare(&scope, id.get_ref(), &id.span());
            loaded.extend(load(self, &format!("{scope}.{}", id.get_ref()), raw));
        }
        loaded
    }

    /// Reports a reference to a record that does not exist. One that has a problem of its own was reported already.
    pub(super) fn unknown(&mut self, what: &str, scope: &str, name: &Ref) {
        let id = name.get_ref();
        if self.may_exist(scope, id) {
            return;
        }
        let home = home(scope);
        let known = self.ids.get(scope).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
        let help = self.suggest(id, known, &format!("define it in {home}"));
        self.problem(name.span(), format!("there is no {what} `{id}`"), &format!("unknown {what}"), help);
    }

    /// Whether a record has a problem of its own, or may be in a file that could not be read.
    pub(super) fn may_exist(&self, scope: &str, id: &str) -> bool {
        let home = home(scope);
        self.broken.iter().any(|file| file.starts_with(&home))
            || self.ids.get(scope).is_some_and(|ids| ids.contains_key(id))
    }

    /// Passes on what a reference was resolved to; reports it where that is nothing.
    pub(super) fn resolved<T>(&mut self, what: &str, scope: &str, name: &Ref, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.unknown(what, scope, name);
        }
        found
    }

    pub(super) fn source(&mut self, name: &Ref) -> Option<Arc<Source>> {
        let found = by_id(&self.content.sources, |source| &source.id, name);
        self.resolved("source", "programme.source", name, found)
    }

    pub(super) fn sources(&mut self, names: &[Ref]) -> Vec<Arc<Source>> {
        names.iter().filter_map(|name| self.source(name)).collect()
    }

    /// Offices that something is for.
    pub(super) fn offices_named(&mut self, names: &[Ref]) -> Vec<Id> {
        let found = |loader: &Self, name: &Ref| by_id(&loader.content.offices, |office| &office.id, name);
        let resolve = |name| {
            let office = found(self, name);
            self.resolved("office", OFFICE, name, office).map(|office| office.id.clone())
        };
        names.iter().filter_map(resolve).collect()
    }

    pub(super) fn aspect_named(&mut self, name: &Ref) -> Option<Arc<Aspect>> {
        let found = by_id(&self.content.aspects, |aspect| &aspect.id, name);
        self.resolved("aspect", "programme.aspect", name, found)
    }

    pub(super) fn notices(&mut self, names: &[Ref]) -> Vec<Arc<Notice>> {
        let resolve = |name| {
            let found = by_id(&self.content.notices, |notice| &notice.statement.id, name);
            self.resolved("notice", "programme.notice", name, found)
        };
        names.iter().filter_map(resolve).collect()
    }

    pub(super) fn track(&mut self, name: &Ref) -> Option<Arc<Track>> {
        let found = by_id(&self.content.process.tracks, |track| &track.id, name);
        self.resolved("track", "process.track", name, found)
    }

    pub(super) fn actor(&mut self, name: &Ref) -> Option<Arc<Actor>> {
        let found = by_id(&self.content.process.actors, |actor| &actor.id, name);
        self.resolved("actor", "process.actor", name, found)
    }

    pub(super) fn country(&mut self, code: &Ref) -> Option<Arc<Country>> {
        let found = by_id(&self.content.countries, |country| &country.id, code);
        self.resolved("country", "countries.country", code, found)
    }

    pub(super) fn fact(&mut self, name: &Ref) -> Option<Arc<Question>> {
        let found = by_id(&self.content.questions, |question| &question.id, name);
        // Another question may be meant; and one that has a problem of its own is not unused.
        self.rules_lost |= found.is_none();
        self.used.insert(name.get_ref().as_str().into());
        self.resolved("fact", "questions.question", name, found)
    }
}

fn by_id<T>(records: &[Arc<T>], id: fn(&T) -> &Id, name: &Ref) -> Option<Arc<T>> {
    records.iter().find(|record| **id(record) == **name.get_ref()).cloned()
}

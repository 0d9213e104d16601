//! Statements, wherever they stand.

use super::super::model::{Intake, Notice, Statement};
use super::super::raw::{RawStatement, RawText, Ref};
use super::Loader;
use super::form::Form;

/// The keys that only some statements have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// `[[statement]]`: has a topic.
    Programme,
    /// `[[notice]]`: may have a headline and a state.
    Notice,
    /// `[[intake]]`: has a state.
    Intake,
    /// Any other.
    Plain,
}

impl Loader {
    /// Raises a statement whose texts have the address `AT.FIELD`.
    pub(super) fn statement(&mut self, at: &str, raw: &RawStatement, role: Role) -> Option<Statement> {
        self.extra_keys(raw, role);
        let date = self.partial(raw.date.as_ref());
        let text = self.text(at, "text", &raw.text, Form::PLAIN);
        self.filled(raw.section.as_deref(), "section", &raw.id);
        let source = self.source(&raw.source)?;
        if raw.date.is_some() && date.is_none() {
            return None;
        }
        Some(Statement {
            id: raw.id.get_ref().as_str().into(),
            text,
            section: raw.section.as_deref().map(Into::into),
            date: date.or(source.date),
            source,
            certainty: raw.certainty.unwrap_or_default(),
        })
    }

    /// A statement from the words of another record: it has that record's id, source and section.
    pub(super) fn spoken(
        &mut self,
        at: &str,
        text: &RawText,
        id: &Ref,
        source: &Ref,
        section: &str,
    ) -> Option<Statement> {
        let text = self.text(at, "text", text, Form::PLAIN);
        self.filled(Some(section), "section", id);
        let source = self.source(source)?;
        Some(Statement {
            id: id.get_ref().as_str().into(),
            text,
            section: Some(section.into()),
            date: source.date,
            source,
            certainty: super::super::Certainty::Stated,
        })
    }

    /// Raises the statements that a record has under one key.
    pub(super) fn statements(&mut self, at: &str, kind: &str, raws: &[RawStatement]) -> Vec<Statement> {
        let scope = format!("{at}.{kind}");
        let mut statements = Vec::with_capacity(raws.len());
        for raw in raws {
            self.declare(&scope, raw.id.get_ref(), &raw.id.span());
            statements.extend(self.statement(&format!("{scope}.{}", raw.id.get_ref()), raw, Role::Plain));
        }
        statements
    }

    /// Raises an `[[intake]]`.
    pub(super) fn intake(&mut self, at: &str, raw: &RawStatement) -> Option<Intake> {
        let statement = self.statement(at, raw, Role::Intake)?;
        Some(Intake { state: raw.state?, statement })
    }

    /// Raises a `[[notice]]`.
    pub(super) fn notice(&mut self, at: &str, raw: &RawStatement) -> Option<Notice> {
        let statement = self.statement(at, raw, Role::Notice);
        let dated = raw.date.is_some() || statement.as_ref().is_some_and(|s| s.date.is_some());
        let names: &[&str] = if dated { &["date"] } else { &[] };
        let headline = self.maybe(at, "headline", raw.headline.as_ref(), Form::with(names));
        Some(Notice { statement: statement?, headline, intake: raw.state })
    }

    fn extra_keys(&mut self, raw: &RawStatement, role: Role) {
        let rows = [
            ("topic", raw.topic.is_some(), role == Role::Programme, role == Role::Programme),
            ("state", raw.state.is_some(), role == Role::Intake, matches!(role, Role::Intake | Role::Notice)),
            ("headline", raw.headline.is_some(), false, role == Role::Notice),
        ];
        for (key, given, due, allowed) in rows {
            if due && !given {
                let message = format!("missing key `{key}`");
                self.problem(raw.id.span(), message, "in this statement", format!("add `{key} = …`"));
            } else if given && !allowed {
                let message = format!("a statement here has no `{key}`");
                self.problem(raw.id.span(), message, "in this statement", format!("take `{key}` out"));
            }
        }
    }

    /// Reports a name without a letter, given in a record with this id.
    pub(super) fn filled(&mut self, words: Option<&str>, key: &str, id: &Ref) {
        if words.is_some_and(|w| w.trim().is_empty() || w.chars().any(char::is_control)) {
            let message = format!("`{key}` is empty or holds a control character");
            self.problem(
                id.span(),
                message,
                "in this record",
                format!("write `{key}` in plain words, or leave it out"),
            );
        }
    }
}

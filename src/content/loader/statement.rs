//! Statements, wherever they stand.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::unseen::LAYOUT;
use super::{Loader, RawText, Ref, Spec};
use crate::content::{Certainty, Id, Intake, IntakeState, LaterStatus, Notice, PathwayStatus, Statement};

/// A statement, wherever one stands; `topic`, `state`, `status`, `headline`, `notices` and `disputes` only in some [`StatementRole`]s.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStatement {
    pub(super) id: Spanned<String>,
    text: RawText,
    source: Ref,
    #[serde(default)]
    also: Vec<Ref>,
    section: Option<String>,
    date: Option<Spanned<String>>,
    from: Option<Spanned<Datetime>>,
    until: Option<Spanned<Datetime>>,
    certainty: Option<Certainty>,
    pub(super) topic: Option<Ref>,
    state: Option<IntakeState>,
    status: Option<PathwayStatus>,
    headline: Option<RawText>,
    #[serde(default)]
    notices: Vec<Ref>,
    disputes: Option<Ref>,
}

/// The kinds of records that statements are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StatementRole {
    /// `[[statement]]`: has a topic.
    Programme,
    /// `[[notice]]`: may have a headline and a state.
    Notice,
    /// `[[intake]]`: has a state, and may have notices.
    Intake,
    /// `[[pathway.later]]`: has a status.
    Later,
    Plain,
}

impl Loader {
    pub(super) fn statement(&mut self, at: &str, raw: &RawStatement, role: StatementRole) -> Option<Statement> {
        self.role_keys(raw, role);
        let date = self.partial(raw.date.as_ref());
        let statement = self.cited(at, &raw.text, &raw.id, &raw.source, raw.section.as_deref())?;
        if raw.date.is_some() && date.is_none() {
            return None;
        }
        let certainty = raw.certainty.unwrap_or_default();
        let [from, until] = self.days(raw.from.as_ref(), raw.until.as_ref());
        let also = self.sources(&raw.also);
        Some(Statement { date: date.or(statement.date), from, until, certainty, also, ..statement })
    }

    /// A statement made of keys of another record, whose id it has; dated as its source is.
    pub(super) fn cited(
        &mut self,
        at: &str,
        text: &RawText,
        id: &Ref,
        source: &Ref,
        section: Option<&str>,
    ) -> Option<Statement> {
        let text = self.text(at, "text", text, Spec::PLAIN);
        let section = section.map(|section| self.filled(section, "section", id));
        let source = self.source(source)?;
        let (id, date) = (id.get_ref().as_str().into(), source.date);
        Some(Statement { id, text, source, section, date, ..Statement::default() })
    }

    /// The statements under one key of a record.
    pub(super) fn statements(&mut self, at: &str, kind: &str, raws: &[RawStatement]) -> Vec<Statement> {
        self.nested(at, kind, raws, |raw| &raw.id, |loader, at, raw| loader.statement(at, raw, StatementRole::Plain))
    }

    /// What became of a pathway.
    pub(super) fn later_status(&mut self, at: &str, raws: &[RawStatement]) -> Vec<LaterStatus> {
        let load = |loader: &mut Self, at: &str, raw: &RawStatement| {
            let statement = loader.statement(at, raw, StatementRole::Later)?;
            Some(LaterStatus { status: raw.status?, statement })
        };
        self.nested(at, "later", raws, |raw| &raw.id, load)
    }

    pub(super) fn intake(&mut self, raw: &RawStatement) -> Option<Intake> {
        let statement = self.statement(&self.address("intake", &raw.id), raw, StatementRole::Intake)?;
        let disputes = raw.disputes.as_ref().and_then(|other| self.disputed(raw, other));
        Some(Intake { state: raw.state?, statement, notices: self.notices(&raw.notices), disputes })
    }

    /// Another statement on the intake of the same office, or a notice.
    fn disputed(&mut self, raw: &RawStatement, other: &Ref) -> Option<Id> {
        let (own, id) = (format!("{}.intake", self.stem), other.get_ref());
        let is_known = |scope: &str| self.ids.get(scope).is_some_and(|ids| ids.contains_key(id));
        if id == raw.id.get_ref() || !(is_known(&own) || is_known("programme.notice")) {
            let message = format!("there is no other statement `{id}` on this intake");
            self.problem(other.span(), message, "unknown statement", "name another `[[intake]]` here, or a notice");
            return None;
        }
        Some(id.as_str().into())
    }

    pub(super) fn notice(&mut self, raw: &RawStatement) -> Option<Notice> {
        let at = self.address("notice", &raw.id);
        let statement = self.statement(&at, raw, StatementRole::Notice);
        let dated = raw.date.is_some() || statement.as_ref().is_some_and(|s| s.date.is_some());
        let names: &[&str] = if dated { &["date"] } else { &[] };
        let headline = self.maybe(&at, "headline", raw.headline.as_ref(), Spec::with(names));
        Some(Notice { statement: statement?, headline, intake: raw.state })
    }

    /// Checks the keys that only statements of some roles have.
    fn role_keys(&mut self, raw: &RawStatement, role: StatementRole) {
        let rows = [
            ("topic", raw.topic.is_some(), role == StatementRole::Programme, role == StatementRole::Programme),
            (
                "state",
                raw.state.is_some(),
                role == StatementRole::Intake,
                matches!(role, StatementRole::Intake | StatementRole::Notice),
            ),
            ("status", raw.status.is_some(), role == StatementRole::Later, role == StatementRole::Later),
            ("headline", raw.headline.is_some(), false, role == StatementRole::Notice),
            ("notices", !raw.notices.is_empty(), false, role == StatementRole::Intake),
            ("disputes", raw.disputes.is_some(), false, role == StatementRole::Intake),
        ];
        for (key, given, required, allowed) in rows {
            if required && !given {
                let message = format!("missing key `{key}`");
                self.problem(raw.id.span(), message, "in this statement", format!("add `{key} = …`"));
            } else if given && !allowed {
                let message = format!("a statement here has no `{key}`");
                self.problem(raw.id.span(), message, "in this statement", format!("take `{key}` out"));
            }
        }
    }

    /// A string of a record; reports one that is blank or has several lines.
    pub(super) fn filled<'w, T: From<&'w str>>(&mut self, words: &'w str, key: &str, id: &Ref) -> T {
        if words.trim().is_empty() || words.contains(LAYOUT) {
            let message = format!("`{key}` is empty or holds a control character");
            let help = format!("write `{key}` in plain words, or leave it out");
            self.problem(id.span(), message, "in this record", help);
        }
        words.into()
    }
}

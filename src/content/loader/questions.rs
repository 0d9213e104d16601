//! `questions.toml`.

use serde::Deserialize;
use std::sync::Arc;
use toml::Spanned;

use super::{Loader, Problem, RawOption, RawText, Ref, Spec, Tree};
use crate::content::{CheckPart, FactKind, FactScope, PeriodUnit, Question};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Spanned<String>,
    kind: FactKind,
    scope: FactScope,
    part: CheckPart,
    name: RawText,
    ask: RawText,
    why: RawText,
    #[serde(default)]
    while_closed: bool,
    always: Option<RawText>,
    no: Option<RawText>,
    not_before: Option<Ref>,
    age: Option<Spanned<u32>>,
    unit: Option<RawText>,
    unit_one: Option<RawText>,
    counts: Option<Spanned<PeriodUnit>>,
    #[serde(default)]
    option: Vec<RawOption>,
}

impl Loader {
    pub(super) fn questions(&mut self, tree: &mut Tree<'_>) {
        let raws = self.records::<RawQuestion>(tree, "question");
        for (order, raw) in raws.iter().enumerate() {
            let not_before = raw.not_before.as_ref().and_then(|other| self.not_before(raw, other, &raws));
            let question = Question { order, not_before, ..self.question(raw) };
            self.content.questions.push(Arc::new(question));
        }
    }

    fn question(&mut self, raw: &RawQuestion) -> Question {
        let at = self.address("question", &raw.id);
        let country = Spec::with(&["country"]);
        self.keys_of_kind(raw);
        if raw.while_closed {
            self.used.insert(raw.id.get_ref().as_str().into());
        }
        Question {
            id: raw.id.get_ref().as_str().into(),
            kind: raw.kind,
            scope: raw.scope,
            part: raw.part,
            name: self.text(&at, "name", &raw.name, Spec::SHORT),
            ask: self.text(&at, "ask", &raw.ask, country),
            why: self.text(&at, "why", &raw.why, country),
            while_closed: raw.while_closed,
            always: self.maybe(&at, "always", raw.always.as_ref(), country),
            no: self.maybe(&at, "no", raw.no.as_ref(), country),
            unit: self.maybe(&at, "unit", raw.unit.as_ref(), Spec::SHORT),
            unit_one: self.maybe(&at, "unit_one", raw.unit_one.as_ref(), Spec::SHORT),
            counts: raw.counts.as_ref().map(|unit| *unit.get_ref()),
            age: raw.age.as_ref().map(|age| *age.get_ref()),
            options: self.options(&at, "option", &raw.option),
            ..Question::default()
        }
    }

    /// Reports keys that do not go with the kind of the question, and those that its kind needs.
    fn keys_of_kind(&mut self, raw: &RawQuestion) {
        let option = raw.option.first().map(|option| option.id.span());
        let rows = [
            (FactKind::Date, "date", "`always`", raw.always.as_ref().map(Spanned::span), None),
            (
                FactKind::DateOrNo,
                "date_or_no",
                "`no`",
                raw.no.as_ref().map(Spanned::span),
                Some("add the words for `no`"),
            ),
            (FactKind::YesNo, "yes_no", "`age`", raw.age.as_ref().map(Spanned::span), None),
            (FactKind::Number, "number", "`unit`", raw.unit.as_ref().map(Spanned::span), None),
            (FactKind::Number, "number", "`unit_one`", raw.unit_one.as_ref().map(Spanned::span), None),
            (
                FactKind::Period,
                "period",
                "`counts`",
                raw.counts.as_ref().map(Spanned::span),
                Some("write `counts = \"months\"`, or \"days\""),
            ),
            (FactKind::OneOf, "one_of", "options", option, Some("add a `[[question.option]]` for each answer")),
        ];
        if let (None, Some(one)) = (&raw.unit, &raw.unit_one) {
            self.problem(
                one.span(),
                "`unit_one` stands without `unit`",
                "one of what?",
                "write `unit` for more than one",
            );
        }
        for (kind, name, key, given, needed) in rows {
            match (given, raw.kind == kind, needed) {
                (Some(span), false, _) => {
                    let message = format!("only a question of the kind `{name}` has {key}");
                    self.problem(span, message, "not of this kind", "take it out, or change `kind`");
                }
                (None, true, Some(help)) => {
                    let message = format!("a question of the kind `{name}` needs {key}");
                    self.problem(raw.id.span(), message, "this question", help);
                }
                _ => {}
            }
        }
    }

    /// The order of the question that `not_before` names; checks that it stands at a date and names another one.
    fn not_before(&mut self, raw: &RawQuestion, other: &Ref, all: &[RawQuestion]) -> Option<usize> {
        let is_date = |raw: &RawQuestion| matches!(raw.kind, FactKind::Date | FactKind::DateOrNo);
        let found = all.iter().position(|known| known.id.get_ref() == other.get_ref());
        let found = self.resolved("fact", "questions.question", other, found)?;
        match all.get(found) {
            Some(known) if is_date(known) && is_date(raw) && known.id.get_ref() != raw.id.get_ref() => {}
            _ => {
                let help = "`not_before` stands at a date and names another date";
                self.problem(other.span(), "these two facts cannot contradict each other", "not two dates", help);
            }
        }
        Some(found)
    }

    pub(super) fn unused_questions(&mut self) {
        // A rule in a part that could not be read may need them.
        if self.rules_lost || self.broken.iter().any(|file| !file.starts_with("texts/")) {
            return;
        }
        for id in self.content.questions.iter().map(|q| &q.id).filter(|id| !self.used.contains(*id)) {
            let Some(at) = self.ids.get("questions.question").and_then(|ids| ids.get(&**id)) else { continue };
            let problem = Problem::at(at.file.clone(), at.span.clone(), format!("nothing uses the question `{id}`"));
            let help = "a rule, a piece of advice or a pathway tests each fact; else take the question out, or set `while_closed`";
            self.problems.push(problem.label("asked for nothing").help(help));
        }
    }
}

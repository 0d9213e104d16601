//! `offices/*.toml`.

use serde::Deserialize;
use std::sync::Arc;
use toml::Spanned;
use toml::value::Datetime;

use super::ids::OFFICE;
use super::rules::MOST_NUMBER;
use super::{FILES, Files, Loader, RawRule, RawStatement, RawText, Ref, Spec, StatementRole, Tree};
use crate::content::{
    Alternative, Certainty, Condition, Country, FactKind, Fee, Id, Office, OpenPoint, Requirement, Rule, Test, Whom,
};

/// The most columns of the short form of an open point: a line of the screen with its mark.
const OPEN_CELLS: usize = 72;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    id: Spanned<String>,
    country: Ref,
    name: RawText,
    listed: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRequirement {
    id: Spanned<String>,
    aspect: Ref,
    rule: Spanned<RawRule>,
    text: RawText,
    short: RawText,
    source: Ref,
    #[serde(default)]
    also: Vec<Ref>,
    section: String,
    certainty: Option<Spanned<Certainty>>,
    from: Option<Spanned<Datetime>>,
    until: Option<Spanned<Datetime>>,
    #[serde(default)]
    open: Vec<RawOpen>,
    #[serde(default)]
    later: Vec<RawStatement>,
    #[serde(default)]
    other: Vec<RawAlternative>,
}

/// A requirement as another source has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAlternative {
    id: Spanned<String>,
    rule: Spanned<RawRule>,
    text: RawText,
    source: Ref,
    #[serde(default)]
    also: Vec<Ref>,
    section: String,
    certainty: Option<Spanned<Certainty>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFee {
    id: Spanned<String>,
    amount: Spanned<i64>,
    currency: Spanned<String>,
    text: RawText,
    source: Ref,
    section: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOpen {
    id: Spanned<String>,
    text: RawText,
    short: Option<RawText>,
    whom: Option<Whom>,
}

impl Loader {
    pub(super) fn offices(&mut self, files: &Files) {
        let mut names = files.names().filter(|n| n.starts_with("offices/")).peekable();
        if names.peek().is_none() {
            let help = "describe each office in a file of its own, as offices/NAME.toml";
            self.of_file("offices", "there is no office", help);
            self.rules_lost = true;
        }
        for name in names {
            if FILES.iter().any(|other| name.ends_with(&format!("/{other}"))) {
                let help = "its texts would have the addresses of another file; name it after its country";
                self.of_file(name, "an office file cannot have this name", help);
            }
            let keys = "id country name listed intake requirement apply fee";
            let office = self.with_file(files, name, keys, Self::office);
            self.content.offices.extend(office.map(Arc::new));
        }
    }

    fn office(&mut self, tree: &mut Tree<'_>) -> Option<Office> {
        self.tested.clear();
        let requirements = self.records::<RawRequirement>(tree, "requirement");
        let intake = self.each(tree, "intake", Self::intake);
        let apply = self.each(tree, "apply", |loader, raw: &RawStatement| {
            loader.statement(&loader.address("apply", &raw.id), raw, StatementRole::Plain)
        });
        let fees = self.each(tree, "fee", Self::fee);
        let own = self.own::<RawOffice>(tree);
        let id: Id = own.as_ref().map_or("", |own| own.id.get_ref()).into();
        let loaded: Vec<_> = requirements.iter().map(|raw| self.requirement(&id, raw)).collect();
        let own = own?;
        let at = self.address("office", &own.id);
        self.declare(OFFICE, &id, &own.id.span());
        let name = self.text(&at, "name", &own.name, Spec::PLAIN);
        let listed = self.maybe(&at, "listed", own.listed.as_ref(), Spec::PLAIN);
        let country = self.country(&own.country)?;
        self.place_first(&own, &country, &requirements, loaded.first().and_then(Option::as_ref));
        let requirements: Vec<_> = loaded.into_iter().flatten().map(Arc::new).collect();
        self.costs(&requirements);
        let versions = requirements.clone();
        Some(Office { id, country, name, listed, intake, requirements, versions, apply, fees })
    }

    fn requirement(&mut self, office: &Id, raw: &RawRequirement) -> Option<Requirement> {
        let name = raw.id.get_ref();
        let at = self.address("requirement", &raw.id);
        let values = self.values_of(raw.rule.get_ref());
        let rule = self.rule(&at, &raw.rule);
        let aspect = self.aspect_named(&raw.aspect);
        let ruled = Spec { ruled: true, ..Spec::PLAIN };
        let fits = Spec { names: &values.names(&["codes"]), cells: 16, codes: values.codes, ..ruled };
        let source = self.source(&raw.source);
        let also = self.sources(&raw.also);
        let others = self.nested(&at, "other", &raw.other, |raw| &raw.id, Self::alternative);
        let [from, until] = self.days(raw.from.as_ref(), raw.until.as_ref());
        let text = self.text(&at, "text", &raw.text, Spec { names: &values.names(&["nationalities"]), ..ruled });
        let short = self.text(&at, "short", &raw.short, fits);
        let own = rule.map(|rule| {
            self.names_all_days(&rule, &text, raw.text.span());
            self.names_all_days(&rule, &short, raw.short.span());
            match others.as_slice() {
                [] => rule,
                others => {
                    Rule::Agreed([rule].into_iter().chain(others.iter().map(|other| other.rule.clone())).collect())
                }
            }
        });
        Some(Requirement {
            id: format!("{office}.{name}").into(),
            aspect: aspect?,
            text,
            short,
            section: self.filled(&raw.section, "section", &raw.id),
            certainty: self.certainty(raw.certainty.as_ref()),
            open: self.nested(
                &at,
                "open",
                &raw.open,
                |raw| &raw.id,
                |loader, at, raw| Some(loader.open_point(at, raw)),
            ),
            later: self.statements(&at, "later", &raw.later),
            rule: own?,
            source: source?,
            also,
            others,
            from,
            until,
        })
    }

    fn alternative(&mut self, at: &str, raw: &RawAlternative) -> Option<Alternative> {
        let values = self.values_of(raw.rule.get_ref());
        let rule = self.rule(at, &raw.rule);
        let (source, also) = (self.source(&raw.source), self.sources(&raw.also));
        let spec = Spec { ruled: true, names: &values.names(&["nationalities"]), ..Spec::PLAIN };
        let (text, section) = (self.text(at, "text", &raw.text, spec), self.filled(&raw.section, "section", &raw.id));
        let (id, certainty) = (raw.id.get_ref().as_str().into(), self.certainty(raw.certainty.as_ref()));
        let rule = rule.inspect(|rule| self.names_all_days(rule, &text, raw.text.span()));
        Some(Alternative { id, text, section, certainty, rule: rule?, source: source?, also })
    }

    /// How sure a requirement is: not all that is said of dates and steps can be said of it.
    fn certainty(&mut self, raw: Option<&Spanned<Certainty>>) -> Certainty {
        let Some(raw) = raw else { return Certainty::Stated };
        let (message, help) = match raw.get_ref() {
            Certainty::NotBefore => (
                "a requirement has no certainty of a date",
                "write `implied` or `unconfirmed`; `certainty` of its source says how sure the date is",
            ),
            Certainty::NotStated => (
                "a requirement that no source states is none",
                "write `implied` or `unconfirmed`; a condition that a source mentions and does not state is `unstated`",
            ),
            certainty => return *certainty,
        };
        self.problem(raw.span(), message, "not of a requirement", help);
        Certainty::Stated
    }

    fn fee(&mut self, raw: &RawFee) -> Option<Fee> {
        let at = self.address("fee", &raw.id);
        let statement = self.cited(&at, &raw.text, &raw.id, &raw.source, Some(&raw.section));
        let amount = self.number(&raw.amount, 0..MOST_NUMBER)?;
        let currency = raw.currency.get_ref();
        if currency.len() != 3 || !currency.chars().all(|c| c.is_ascii_uppercase()) {
            let help = "write the code of the currency, three capital letters";
            self.problem(raw.currency.span(), format!("`{currency}` is no currency"), "expected a code", help);
        }
        Some(Fee { amount, currency: currency.as_str().into(), statement: statement? })
    }

    fn open_point(&mut self, at: &str, raw: &RawOpen) -> OpenPoint {
        OpenPoint {
            id: raw.id.get_ref().as_str().into(),
            text: self.text(at, "text", &raw.text, Spec::PLAIN),
            short: self.maybe(at, "short", raw.short.as_ref(), Spec { cells: OPEN_CELLS, ..Spec::PLAIN }),
            whom: raw.whom,
        }
    }

    /// Reports an office whose first requirement is not to be in its country.
    fn place_first(
        &mut self,
        own: &RawOffice,
        country: &Country,
        raws: &[RawRequirement],
        first: Option<&Requirement>,
    ) {
        if self.ids.get(&format!("{}.requirement", self.stem)).is_some_and(|ids| ids.len() > raws.len()) {
            // One that was lost may have been the first.
            return;
        }
        let Some(raw) = raws.first() else {
            let help = "add its `[[requirement]]`s; the first is to be in its country";
            return self.problem(own.id.span(), "this office has no requirements", "an empty office", help);
        };
        let Some(first) = first else { return };
        if raw.from.is_some() || raw.until.is_some() {
            let message = "to be in the country of an office is asked on every day";
            self.problem(raw.id.span(), message, "only for a time", "take `from` and `until` out");
        }
        let here = |test: &Test| {
            test.fact.kind == FactKind::Country
                && matches!(&test.condition, Condition::OneOf(codes) if **codes == [Arc::clone(&country.id)])
        };
        if matches!(&first.rule, Rule::Test(test) if here(test)) {
            return;
        }
        let help = format!("`rule = {{ one_of = {{ fact = …, values = [\"{}\"] }} }}`", country.id);
        let message = "the first requirement of an office is to be in its country";
        self.problem(raw.id.span(), message, "something else", help);
    }
}

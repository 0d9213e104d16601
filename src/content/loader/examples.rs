//! `examples.toml`: example people. No part of the content's check-code: an example more changes no verdict.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

use super::ids::OFFICE;
use super::{Loader, Ref, Tree};
use crate::content::{Example, ExampleVerdict, Id};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    id: Spanned<String>,
    why: String,
    facts: Vec<String>,
    as_of: Option<Spanned<Datetime>>,
    #[serde(default)]
    offices: BTreeMap<String, ExampleVerdict>,
    #[serde(default)]
    pathways: BTreeMap<String, ExampleVerdict>,
    #[serde(default)]
    advice: BTreeMap<String, ExampleVerdict>,
}

impl Loader {
    pub(super) fn examples(&mut self, tree: &mut Tree<'_>) {
        self.content.examples = self.each(tree, "example", |loader, raw| Some(loader.example(raw)));
    }

    fn example(&mut self, raw: &RawExample) -> Example {
        let offices: Vec<Id> = self.content.offices.iter().map(|office| office.id.clone()).collect();
        let pathways: Vec<Id> = self.content.pathways.iter().map(|pathway| pathway.id.clone()).collect();
        let advice: Vec<Id> = self.content.advice.iter().map(|advice| advice.id.clone()).collect();
        self.without_rule(raw);
        Example {
            id: raw.id.get_ref().as_str().into(),
            why: self.filled(&raw.why, "why", &raw.id),
            facts: raw.facts.clone(),
            as_of: raw.as_of.as_ref().and_then(|day| self.day(day)),
            offices: self.expected(&raw.id, ("office", OFFICE), &raw.offices, &offices),
            pathways: self.expected(&raw.id, ("pathway", "pathways.pathway"), &raw.pathways, &pathways),
            advice: self.expected(&raw.id, ("advice", "advice.advice"), &raw.advice, &advice),
        }
    }

    fn expected(
        &mut self,
        at: &Ref,
        (what, scope): (&str, &str),
        raws: &BTreeMap<String, ExampleVerdict>,
        known: &[Id],
    ) -> Vec<(Id, ExampleVerdict)> {
        for id in raws.keys().filter(|id| !known.iter().any(|known| **known == ***id)) {
            if !self.may_exist(scope, id) {
                let help = self.suggest(id, known.iter().map(|id| &**id), "take it out");
                self.problem(at.span(), format!("there is no {what} `{id}`"), "in this example", help);
            }
        }
        raws.iter().map(|(id, expected)| (id.as_str().into(), *expected)).collect()
    }

    /// Advice without a rule comes to nothing that could be expected.
    fn without_rule(&mut self, raw: &RawExample) {
        let has_none =
            |id: &&String| self.content.advice.iter().any(|advice| *advice.id == ***id && advice.rule.is_none());
        let named: Vec<&String> = raw.advice.keys().filter(has_none).collect();
        for id in named {
            self.problem(raw.id.span(), format!("the advice `{id}` has no rule"), "in this example", "take it out");
        }
    }
}

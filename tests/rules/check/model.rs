//! The engine as simply as it can be said: answers, what is set aside, and a list of everything before.

use smo_desk::content::{CheckPart, Content, FactKind, Question};
use smo_desk::rules::{Answer, Value, Verdict, intake};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::person::today;
use crate::oracle::Oracle;

/// One person's answers as a model keeps them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Person {
    pub(crate) answers: BTreeMap<String, Answer>,
    /// By country and question.
    pub(crate) aside: BTreeMap<(String, String), Answer>,
    pub(crate) for_record: bool,
}

impl Person {
    pub(crate) fn country(&self, content: &Content) -> Option<String> {
        let place = content.questions.iter().find(|question| question.kind == FactKind::Country)?;
        match self.answers.get(&*place.id)?.value()? {
            Value::Country(code) => Some(code.to_string()),
            _ => None,
        }
    }

    pub(crate) fn say(&mut self, content: &Content, question: &Question, answer: Answer) {
        let before = self.country(content);
        self.answers.insert(question.id.to_string(), answer);
        let now = self.country(content);
        if before == now {
            return;
        }
        let of_stay = |id: &str| {
            let question = content.question(id).unwrap();
            question.scope == smo_desk::content::FactScope::Country && question.kind != FactKind::Country
        };
        if let Some(before) = before {
            let moved: Vec<String> = self.answers.keys().filter(|id| of_stay(id)).cloned().collect();
            for id in moved {
                let answer = self.answers.remove(&id).unwrap();
                self.aside.insert((before.clone(), id), answer);
            }
        }
        if let Some(now) = now {
            let back: Vec<(String, String)> =
                self.aside.keys().filter(|(country, _)| *country == now).cloned().collect();
            for key in back {
                let answer = self.aside.remove(&key).unwrap();
                self.answers.entry(key.1).or_insert(answer);
            }
        }
    }

    /// The answers as the rules take them.
    pub(crate) fn plain(&self, content: &Content) -> smo_desk::rules::Answers {
        let mut plain = smo_desk::rules::Answers::default();
        let place = |id: &&String| content.question(id).unwrap().kind != FactKind::Country;
        let mut ids: Vec<&String> = self.answers.keys().collect();
        ids.sort_by_key(place);
        for id in ids {
            plain.set(content, content.question(id).unwrap(), self.answers[id].clone());
        }
        plain
    }

    /// What comes next, by trying every way in which the unknowns can turn out.
    pub(crate) fn next<'c>(&self, content: &'c Content) -> Option<&'c Arc<Question>> {
        let answers = self.plain(content);
        let mut needed = std::collections::BTreeSet::new();
        let mut closed = false;
        for office in &content.offices {
            let rules: Vec<_> = office.requirements.iter().map(|r| &r.rule).collect();
            let oracle = Oracle::new(&rules, &answers);
            if oracle.verdict() == Verdict::Unclear {
                needed.extend(oracle.missing());
            }
            closed |= intake::of(content, office, today()).state.is_closed();
        }
        let asked =
            |q: &&Arc<Question>| needed.contains(&q.id) || (closed && q.while_closed && q.part == CheckPart::Minimum);
        let open = |q: &&Arc<Question>| !self.answers.contains_key(&*q.id);
        content.questions.iter().filter(open).find(asked).or_else(|| {
            let country = self.country(content).filter(|_| self.for_record)?;
            let office = content.offices_in(&country).next()?;
            let facts: Vec<_> = office.requirements.iter().flat_map(|r| r.rule.tests()).map(|t| &t.fact.id).collect();
            content.questions.iter().filter(open).find(|q| facts.contains(&&q.id))
        })
    }
}

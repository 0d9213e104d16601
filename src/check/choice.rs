//! The numbered answers of a question.

use chrono::Days;
use std::borrow::Cow;
use std::sync::Arc;

use super::reading::Choice;
use super::{Check, country};
use crate::content::{Boundary, Condition, Content, Cutoff, FactKind, Office, Question, Requirement, Rule};
use crate::rules::{Answer, Answers, Interval, Value, own_parts};

/// The answers that a question offers, numbered from 1 to 8, then don't know (0) and prefers not to say (9).
///
/// `office` is the one in the person's country: a date question offers the two sides of its cutoff. `typed` narrows
/// the countries of a type-ahead question.
pub fn choices(content: &Content, question: &Question, office: Option<&Office>, typed: &str) -> Vec<Choice> {
    let mut list = match question.kind {
        FactKind::YesNo => vec![Choice::known(Value::YesNo(true)), Choice::known(Value::YesNo(false))],
        FactKind::OneOf => question.options.iter().map(|o| Choice::known(Value::Choice(o.id.clone()))).collect(),
        FactKind::Country | FactKind::Countries => country::offered(content, question, typed),
        FactKind::Date | FactKind::DateOrNo => dates(question, office),
        FactKind::Number | FactKind::Period => Vec::new(),
    };
    for (choice, key) in list.iter_mut().zip('1'..='8') {
        choice.key = Some(key);
    }
    if typed.is_empty() {
        // A digit is a number where one is asked.
        let key = |digit| Some(digit).filter(|_| !question.kind.is_counted());
        list.push(Choice { key: key('0'), answer: Answer::DontKnow, side: None, refused: None });
        list.push(Choice { key: key('9'), answer: Answer::Declined, side: None, refused: None });
    }
    list
}

fn dates(question: &Question, office: Option<&Office>) -> Vec<Choice> {
    let mut list: Vec<Choice> =
        office.and_then(|office| cutoff(office, question)).map(sides).into_iter().flatten().collect();
    if question.always.is_some() {
        list.push(Choice::known(Value::Date(Interval::always())));
    }
    if question.kind == FactKind::DateOrNo {
        list.push(Choice::known(Value::No));
    }
    list
}

/// The cutoff that an office's rules put to a fact; none, or more than one, offer nothing.
pub fn cutoff(office: &Office, question: &Question) -> Option<Cutoff> {
    let mut found = office.requirements.iter().flat_map(|r| r.rule.tests()).filter_map(|test| match test.condition {
        Condition::Cutoff(cutoff) if *test.fact == *question => Some(cutoff),
        _ => None,
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

impl Check {
    /// The office in the person's country as it asks this person: of rules that differ by nationality only the parts for
    /// those that the person may have.
    pub fn asking(&self, content: &Content) -> Option<Cow<'_, Office>> {
        let office = &**self.office(content)?;
        let own = |stated: &Arc<Requirement>| {
            let rule = of_person(&stated.rule, self.answers());
            if rule == stated.rule {
                Arc::clone(stated)
            } else {
                Arc::new(Requirement { rule, ..Requirement::clone(stated) })
            }
        };
        let requirements: Vec<_> = office.requirements.iter().map(own).collect();
        if requirements == office.requirements {
            return Some(Cow::Borrowed(office));
        }
        Some(Cow::Owned(Office { requirements, ..office.clone() }))
    }
}

fn of_person(rule: &Rule, answers: &Answers) -> Rule {
    let own = own_parts(rule, answers);
    match rule {
        Rule::Any(_) if !own.is_empty() => Rule::Any(own.into_iter().cloned().collect()),
        Rule::All(rules) => Rule::All(rules.iter().map(|rule| of_person(rule, answers)).collect()),
        rule => rule.clone(),
    }
}

/// Both sides of a cutoff, the one that passes first; they leave out no day and share none.
fn sides(cutoff: Cutoff) -> [Choice; 2] {
    let day = cutoff.date;
    let before = day.checked_sub_days(Days::new(1)).unwrap_or(day);
    let after = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let (passing, failing) = match cutoff.boundary {
        Boundary::OnOrBefore => (Interval::until(day), Interval::since(after)),
        Boundary::Before => (Interval::until(before), Interval::since(day)),
        Boundary::OnOrAfter => (Interval::since(day), Interval::until(before)),
        Boundary::After => (Interval::since(after), Interval::until(day)),
    };
    let side = |interval, passes| Choice { side: Some((cutoff, passes)), ..Choice::known(Value::Date(interval)) };
    [side(passing, true), side(failing, false)]
}

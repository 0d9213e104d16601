//! A verdict in words, and in one short sentence why a requirement has it.

use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Phrases;
use crate::content::{Boundary, Condition, Cutoff, FactKind, Id, Msg, Office, Rule, Test};
use crate::rules::kleene;
use crate::rules::{Answer, Interval, RequirementFinding, StatedDate, TestFinding, Value, Verdict};

/// Where the name of a question stands to whose answer it belongs.
#[derive(Clone, Copy)]
enum Naming {
    /// "18 or older: yes".
    Before,
    /// "18 or older (yes)".
    Behind,
    /// The same, and nowhere where there is no answer yet.
    OfAnswers,
}

impl<'a> Phrases<'a> {
    /// The verdict word: never more than the sources say.
    pub fn verdict(self, verdict: Verdict) -> &'a str {
        self.get(match verdict {
            Verdict::Met => Msg::Meets,
            Verdict::NotMet => Msg::DoesNotMeet,
            Verdict::Unclear => Msg::CannotTell,
        })
    }

    /// The reason for a verdict on a requirement, from the answers that it rests on.
    pub fn because(self, finding: &'a RequirementFinding) -> String {
        self.because_named(finding, Naming::Before)
    }

    /// The same behind a label, as "Age: 18 or older (yes)": one label is enough.
    pub fn because_labelled(self, finding: &'a RequirementFinding) -> String {
        let mut questions = finding.tests.iter().map(|test| &test.question.id);
        let first = questions.next();
        let is_alone = questions.all(|id| Some(id) == first);
        self.because_named(finding, if is_alone { Naming::OfAnswers } else { Naming::Behind })
    }

    fn because_named(self, finding: &'a RequirementFinding, naming: Naming) -> String {
        if !finding.applies {
            let its_own = |office: &&Arc<Office>| office.requirements.iter().any(|r| r.id == finding.requirement.id);
            let office = self.content.offices.iter().find(its_own);
            let place = office.map_or_else(|| self.get(Msg::CountryHere), |office| office.country.name.get(self.lang));
            return self.fill(Msg::BecauseElsewhere, &[("a", place)]);
        }
        let unstated = unstated(&finding.requirement.rule);
        let tests = heard(&finding.requirement.rule, &mut finding.tests.as_slice(), false);
        // What decided is the reason; the rest would only be noise beside it.
        let decides = |(test, turned): &&(Cow<'_, TestFinding>, bool)| {
            finding.verdict == if *turned { kleene::not(test.verdict) } else { test.verdict }
        };
        let any = tests.iter().any(|test| decides(&test));
        let section = tests.iter().filter(|test| !any || decides(test));
        let differ = matches!(finding.requirement.rule, Rule::Agreed(_)) && finding.verdict == Verdict::Unclear;
        let mut parts: Vec<String> = section.map(|(test, turned)| self.because_test(test, *turned, naming)).collect();
        if finding.verdict == Verdict::Unclear {
            parts.extend(unstated.map(|text| self.fill(Msg::BecauseUnstated, &[("a", text.get(self.lang))])));
        }
        if differ && finding.tests.iter().all(|test| test.verdict.is_decided()) {
            parts.push(self.get(Msg::BecauseDisputed).to_owned());
        }
        let certainty = self.certainty(finding.requirement.certainty);
        parts.extend(certainty.map(|certainty| self.fill(Msg::BecauseCertainty, &[("a", certainty)])));
        // A fact that is tested several times is one reason.
        let mut said = BTreeSet::new();
        parts.retain(|part| said.insert(part.clone()));
        parts.join("; ")
    }

    fn because_test(self, test: &'a TestFinding, turned: bool, naming: Naming) -> String {
        let unknown = |word| match naming {
            Naming::OfAnswers => self.get(word).to_owned(),
            Naming::Before | Naming::Behind => self.named_answer(test, self.get(word), naming),
        };
        match &test.answer {
            None => unknown(Msg::NotAskedYet),
            Some(Answer::DontKnow) => unknown(Msg::NotKnown),
            Some(Answer::Declined) => unknown(Msg::NotGiven),
            Some(Answer::Known(Value::Stateless) | Answer::Withheld(Value::Stateless)) => {
                self.get(Msg::BecauseStateless).to_owned()
            }
            Some(Answer::Known(value) | Answer::Withheld(value)) => match value {
                Value::YesNo(_) if test.question.kind == FactKind::YesNo => {
                    self.named_answer(test, &self.value(&test.question, value), naming)
                }
                _ => self.because_value(test, value, turned),
            },
        }
    }

    /// An answer that says little without the name of its question.
    fn named_answer(self, test: &TestFinding, said: &str, naming: Naming) -> String {
        let msg = if matches!(naming, Naming::Before) { Msg::RegionIs } else { Msg::NameSaid };
        self.fill(msg, &[("name", test.question.name.get(self.lang)), ("a", said)])
    }

    fn because_value(self, test: &'a TestFinding, value: &'a Value, turned: bool) -> String {
        let said = self.value(&test.question, value);
        let passed = test.verdict == Verdict::Met;
        match (&test.condition, value) {
            // Where a rule wants the opposite, what the test takes is not what is accepted.
            (Condition::OneOf(_) | Condition::Includes(_), _) if turned => {
                self.fill(Msg::BecauseAnswer, &[("a", &said)])
            }
            (Condition::OneOf(codes), Value::Country(_)) => self.because_place(codes, &said, passed),
            (Condition::OneOf(ids), Value::Choice(_)) => {
                let options = test.question.options.iter().filter(|o| ids.contains(&o.id));
                let accepted: Vec<&str> = options.map(|o| o.text.get(self.lang)).collect();
                self.accepted(&said, &accepted, passed)
            }
            (Condition::Includes(codes), Value::Countries(own)) => {
                // Of several nationalities only the one that counts is the reason.
                let matching: Vec<&str> = own.iter().filter(|c| codes.contains(c)).map(|c| self.demonym(c)).collect();
                let accepted: Vec<&str> = codes.iter().map(|c| self.demonym(c)).collect();
                if passed {
                    self.accepted(&self.any_of(&matching), &accepted, true)
                } else {
                    self.accepted(&said, &accepted, false)
                }
            }
            (Condition::AtLeast(bound) | Condition::AtMost(bound), Value::Number(_)) => {
                let is_least = matches!(test.condition, Condition::AtLeast(_)) != turned;
                let bound = self.bound(&test.question, *bound, is_least, turned);
                self.accepted(&said, &[&bound], passed != turned)
            }
            (Condition::Cutoff(cutoff), Value::Date(interval)) => {
                self.because_date(*cutoff, interval, test.verdict, turned)
            }
            _ => self.fill(Msg::BecauseAnswer, &[("a", &said)]),
        }
    }

    fn because_place(self, codes: &'a [Id], said: &str, passed: bool) -> String {
        let wanted: Vec<&str> = codes.iter().map(|c| self.country(c)).collect();
        let word = if passed { Msg::BecauseIn } else { Msg::BecauseNotIn };
        self.fill(word, &[("a", said), ("b", &self.any_of(&wanted))])
    }

    fn accepted(self, said: &str, accepted: &[&str], passed: bool) -> String {
        let word = if passed { Msg::BecauseAccepted } else { Msg::BecauseRefused };
        self.fill(word, &[("a", said), ("b", &self.any_of(accepted))])
    }

    fn because_date(self, cutoff: Cutoff, interval: &Interval, verdict: Verdict, turned: bool) -> String {
        let said = match interval.stated {
            StatedDate::Partial(date) => self.date(date),
            _ => self.interval(interval),
        };
        let bounds = [interval.earliest, interval.latest];
        let is_open = bounds.contains(&None);
        // "On or before the cutoff is on or before the cutoff" would say nothing: a side of the rule stands for itself,
        // and beside other words for the same day stand those of the rule.
        if interval.stated == StatedDate::Always || is_open && is_side(cutoff, bounds) {
            return self.fill(Msg::BecauseAnswer, &[("a", &said)]);
        }
        if verdict.is_decided() && (is_open || bounds.contains(&Some(cutoff.date))) {
            return self.fill(Msg::BecauseRule, &[("a", &said), ("rule", &self.side(cutoff, !turned))]);
        }
        let word = match (verdict, cutoff.boundary) {
            (Verdict::Unclear, _) => Msg::BecauseStraddles,
            (Verdict::Met, Boundary::OnOrBefore) | (Verdict::NotMet, Boundary::After) => Msg::BecauseOnOrBefore,
            (Verdict::Met, Boundary::Before) | (Verdict::NotMet, Boundary::OnOrAfter) => Msg::BecauseBefore,
            (Verdict::Met, Boundary::OnOrAfter) | (Verdict::NotMet, Boundary::Before) => Msg::BecauseOnOrAfter,
            (Verdict::Met, Boundary::After) | (Verdict::NotMet, Boundary::OnOrBefore) => Msg::BecauseAfter,
        };
        self.fill(word, &[("a", &said), ("date", &self.day(cutoff.date))])
    }
}

/// Whether days that are open at one end are all days on one side of a cutoff.
fn is_side(cutoff: Cutoff, bounds: [Option<NaiveDate>; 2]) -> bool {
    let first_after = match cutoff.boundary {
        Boundary::OnOrBefore | Boundary::After => cutoff.date.succ_opt(),
        Boundary::Before | Boundary::OnOrAfter => Some(cutoff.date),
    };
    match bounds {
        [Some(first), None] => Some(first) == first_after,
        [None, Some(last)] => last.succ_opt() == first_after,
        _ => false,
    }
}

/// The tests of a rule that are a reason, in reading order, each with whether the rule wants the opposite of it.
fn heard<'f>(rule: &Rule, tests: &mut &'f [TestFinding], opposite: bool) -> Vec<(Cow<'f, TestFinding>, bool)> {
    let parts = rule.by_country();
    if !parts.is_empty() {
        return heard_by_country(&parts, tests, opposite);
    }
    match rule {
        Rule::All(rules) | Rule::Any(rules) | Rule::Agreed(rules) => {
            rules.iter().flat_map(|rule| heard(rule, tests, opposite)).collect()
        }
        Rule::Not(rule) => heard(rule, tests, !opposite),
        Rule::Test(_) => tests.split_off_first().map(|test| (Cow::Borrowed(test), opposite)).into_iter().collect(),
        Rule::Unstated(_) => Vec::new(),
    }
}

/// What a rule asks of other nationalities is no reason. Of several that the person has, those that are enough are; of
/// none, that it is none of all.
fn heard_by_country<'f>(
    parts: &[(&Test, &Rule)],
    tests: &mut &'f [TestFinding],
    opposite: bool,
) -> Vec<(Cow<'f, TestFinding>, bool)> {
    let mut own: Vec<(&Rule, &'f [TestFinding])> = Vec::new();
    for (_, rule) in parts {
        own.push((rule, tests.split_off(..rule.tests().len()).unwrap_or_default()));
    }
    let is_met = |(_, own): &(&Rule, &[TestFinding])| own.iter().all(|test| test.verdict == Verdict::Met);
    let may_fit = |(_, own): &(&Rule, &[TestFinding])| own.first().is_some_and(|whom| whom.verdict != Verdict::NotMet);
    let is_any_met = own.iter().any(is_met);
    let kept: Vec<_> = own.iter().filter(|part| if is_any_met { is_met(part) } else { may_fit(part) }).collect();
    if let ([], Some(whom)) = (kept.as_slice(), own.first().and_then(|(_, own)| own.first())) {
        let codes = |(test, _): &(&Test, &Rule)| match &test.condition {
            Condition::Includes(codes) => codes.clone(),
            _ => Vec::new(),
        };
        let condition = Condition::Includes(parts.iter().flat_map(codes).collect());
        return vec![(Cow::Owned(TestFinding { condition, ..whom.clone() }), opposite)];
    }
    kept.into_iter().flat_map(|(rule, own)| heard(rule, &mut { *own }, opposite)).collect()
}

fn unstated(rule: &Rule) -> Option<&crate::content::Text> {
    match rule {
        Rule::Unstated(text) => Some(text),
        Rule::All(rules) | Rule::Any(rules) | Rule::Agreed(rules) => rules.iter().find_map(unstated),
        Rule::Not(rule) => unstated(rule),
        Rule::Test(_) => None,
    }
}

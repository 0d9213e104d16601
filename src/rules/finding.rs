//! Verdicts with their reasons, what is missing, and what would decide.

#![allow(missing_docs, reason = "the names say it")]

use std::cell::Cell;
use std::cmp::Reverse;
use std::sync::{Arc, LazyLock};

use crate::content::{
    Condition, Content, FactKind, Id, Lookup, Office, OpenPoint, Pathway, Question, Requirement, Rule, Whom,
};

use super::answer::{Answer, Answers, Value, is_of_stay};
use super::eval::{eval, eval_test};
use super::kleene::{self, Verdict};
use super::outcomes::{self, can_change, decide};

/// The findings on all offices and pathways for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// In the order of [`Content::offices`].
    pub offices: Vec<OfficeFinding>,
    /// In the order of [`Content::pathways`].
    pub pathways: Vec<PathwayFinding>,
}

impl Assessment {
    /// The finding on an office of an id, which may come from outside.
    pub fn office(&self, id: &str) -> Option<&OfficeFinding> {
        self.offices.iter().find(|finding| *finding.office.id == *id)
    }

    /// The finding on an office of the content that was assessed; of another content nothing can be told.
    pub fn of(&self, office: &Office) -> &OfficeFinding {
        static UNKNOWN: LazyLock<OfficeFinding> = LazyLock::new(|| assess_office(&Arc::default(), &Answers::default()));
        self.office(&office.id).unwrap_or(&UNKNOWN)
    }

    /// The finding on a pathway of the content that was assessed; as [`Self::of`].
    pub fn pathway(&self, pathway: &Pathway) -> &PathwayFinding {
        static UNKNOWN: LazyLock<PathwayFinding> =
            LazyLock::new(|| assess_pathway(&Pathway::default(), &Answers::default()));
        self.pathways.iter().find(|finding| finding.pathway == pathway.id).unwrap_or(&UNKNOWN)
    }

    /// Of the offices in a country the one whose minimum is nearest, the first of several.
    pub fn nearest_in(&self, country: &str) -> Option<&OfficeFinding> {
        let here = self.offices.iter().filter(|finding| *finding.office.country.id == *country);
        here.min_by_key(|finding| Reverse(finding.verdict))
    }

    /// The best verdict of any office: met, else unclear, else not met.
    pub fn best(&self) -> Verdict {
        kleene::any(self.offices.iter().map(|finding| finding.verdict))
    }
}

/// The finding on an office's stated minimum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFinding {
    pub office: Arc<Office>,
    /// Of all requirements together, without the intake: show both.
    pub verdict: Verdict,
    /// In the order of the office.
    pub requirements: Vec<RequirementFinding>,
    /// Facts not fully known that can still change the verdict, in asking order; empty once it is decided.
    pub missing: Vec<Arc<Question>>,
    /// A minimal set of facts such that any full answers to them decide; empty once it is decided, and where no answers
    /// decide because no source states a condition.
    pub settles: Vec<Arc<Question>>,
}

/// The finding on a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementFinding {
    pub requirement: Arc<Requirement>,
    /// `Unclear` where it does not apply.
    pub verdict: Verdict,
    /// False where all its facts are about a stay in another country than the office's.
    pub applies: bool,
    /// Where other sources state it differently: the verdict by its own source, then by each of the others.
    pub by_source: Vec<Verdict>,
    /// The tests of its rule, in reading order.
    pub tests: Vec<TestFinding>,
}

impl RequirementFinding {
    /// Whether an open point stands with the result: it speaks of everybody, of this person, or of somebody whom this
    /// person may still turn out to be.
    pub fn is_touched_by(&self, point: &OpenPoint) -> bool {
        let is_one = |value: &Value| match point.whom {
            None => true,
            Some(Whom::Stateless) => *value == Value::Stateless,
            Some(Whom::SeveralNationalities) => matches!(value, Value::Countries(codes) if codes.len() > 1),
        };
        let can_be = |test: &TestFinding| {
            let value = test.answer.as_ref().and_then(Answer::value);
            test.question.kind == FactKind::Countries && value.is_none_or(is_one)
        };
        point.whom.is_none() || self.tests.iter().any(can_be)
    }
}

/// The finding on a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestFinding {
    pub question: Arc<Question>,
    pub condition: Condition,
    /// Also where it is about another country.
    pub answer: Option<Answer>,
    pub verdict: Verdict,
}

/// The finding on a pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathwayFinding {
    pub pathway: Id,
    /// Without the later status: show both.
    pub verdict: Verdict,
    /// Facts not fully known that can still change the verdict, in asking order; empty once it is decided.
    pub missing: Vec<Arc<Question>>,
}

thread_local! {
    static ASSESSMENTS: Cell<u64> = const { Cell::new(0) };
}

/// How often this thread has called [`assess`]: tests and benches hold the faces to one assessment per change and none
/// in drawing.
pub fn assessments() -> u64 {
    ASSESSMENTS.get()
}

/// Assesses one person's answers against every office and pathway.
pub fn assess(content: &Content, answers: &Answers) -> Assessment {
    ASSESSMENTS.set(ASSESSMENTS.get().wrapping_add(1));
    Assessment {
        offices: content.offices.iter().map(|office| assess_office(office, answers)).collect(),
        pathways: content.pathways.iter().map(|pathway| assess_pathway(pathway, answers)).collect(),
    }
}

fn assess_office(office: &Arc<Office>, answers: &Answers) -> OfficeFinding {
    let elsewhere = office.place().is_some_and(|place| eval(&place.rule, answers) == Verdict::NotMet);
    let requirements: Vec<_> = office.requirements.iter().map(|r| assess_requirement(r, answers, elsewhere)).collect();
    let rules: Vec<&Rule> = office.requirements.iter().map(|requirement| &requirement.rule).collect();
    let verdict = outcomes::verdict(&rules, &|fact| known(fact, answers, elsewhere));
    let missing = missing(&rules, answers, verdict);
    let settles = settles(&rules, answers, &missing);
    OfficeFinding { office: Arc::clone(office), verdict, requirements, missing, settles }
}

fn assess_requirement(requirement: &Arc<Requirement>, answers: &Answers, elsewhere: bool) -> RequirementFinding {
    let known = |fact: &Question| known(fact, answers, elsewhere);
    let tests = requirement.rule.tests();
    let of_stay = !tests.is_empty() && tests.iter().all(|test| is_of_stay(&test.fact));
    RequirementFinding {
        requirement: Arc::clone(requirement),
        verdict: outcomes::verdict(&[&requirement.rule], &known),
        applies: !(elsewhere && of_stay),
        by_source: match &requirement.rule {
            Rule::Agreed(rules) if !requirement.others.is_empty() => {
                rules.iter().map(|rule| outcomes::verdict(&[rule], &known)).collect()
            }
            _ => Vec::new(),
        },
        tests: tests
            .into_iter()
            .map(|test| TestFinding {
                question: Arc::clone(&test.fact),
                condition: test.condition.clone(),
                answer: answers.get(&test.fact.id).cloned(),
                verdict: eval_test(test, &known),
            })
            .collect(),
    }
}

/// Answers about a stay elsewhere say nothing about a stay here.
fn known<'a>(fact: &Question, answers: &'a Answers, elsewhere: bool) -> Option<&'a Value> {
    answers.value(&fact.id).filter(|_| !(elsewhere && is_of_stay(fact)))
}

fn assess_pathway(pathway: &Pathway, answers: &Answers) -> PathwayFinding {
    let verdict = eval(&pathway.rule, answers);
    let missing = missing(&[&pathway.rule], answers, verdict);
    PathwayFinding { pathway: pathway.id.clone(), verdict, missing }
}

fn missing(rules: &[&Rule], answers: &Answers, verdict: Verdict) -> Vec<Arc<Question>> {
    if verdict.is_decided() {
        return Vec::new();
    }
    let tests = rules.iter().flat_map(|rule| rule.tests());
    let known = |fact: &Question| answers.value(&fact.id);
    let unclear = tests.filter(|test| eval_test(test, &known) == Verdict::Unclear);
    let mut questions: Vec<_> = unclear.map(|test| Arc::clone(&test.fact)).collect();
    questions.sort_by_key(|question| question.order);
    questions.dedup();
    questions.retain(|question| can_change(rules, answers, &question.id));
    questions
}

/// The missing facts without each one, last first, that the others decide without.
fn settles(rules: &[&Rule], answers: &Answers, missing: &[Arc<Question>]) -> Vec<Arc<Question>> {
    if !decide(rules, answers, missing) {
        return Vec::new();
    }
    let mut kept = missing.to_vec();
    for question in missing.iter().rev() {
        let without: Vec<_> = kept.iter().filter(|kept| kept.id != question.id).cloned().collect();
        if decide(rules, answers, &without) {
            kept = without;
        }
    }
    kept
}

/// Pairs of questions whose answers cannot both be right: the date of the first is before that of the second, which is
/// impossible. Changes no verdict.
pub fn contradictions(content: &Content, answers: &Answers) -> Vec<(Arc<Question>, Arc<Question>)> {
    let date = |question: &Question| match answers.value(&question.id) {
        Some(Value::Date(interval)) => Some(*interval),
        _ => None,
    };
    let pair = |question: &Arc<Question>| {
        let bound = content.questions.at(question.not_before?);
        let surely = date(question)?.is_surely_before(&date(bound)?);
        surely.then(|| (Arc::clone(question), Arc::clone(bound)))
    };
    content.questions.iter().filter_map(pair).collect()
}

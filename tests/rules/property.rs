//! Findings against brute force, for every office there is and for made-up ones with random rules.

use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::content::{Boundary, Condition, Content, FactKind, FactScope, Office, Question, Rule, Test};
use smo_desk::rules::{Answers, OfficeFinding, Verdict, assess, eval};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::guide::CONTENT;
use crate::made_up::{self, Maker, content, cutoff, ids, includes, one_of, question, text};
use crate::oracle::{Oracle, sayings};

/// Answers to the tests of an office, picked by the indexes.
pub(crate) fn say(content: &Content, office: &Office, picks: &[Index]) -> Answers {
    let mut tests: Vec<Test> = office.requirements.iter().flat_map(|r| r.rule.tests()).cloned().collect();
    tests.sort_by_key(|test| test.fact.order);
    let mut answers = Answers::default();
    for (test, pick) in tests.iter().zip(picks.iter().cycle()) {
        if let Some(answer) = pick.get(&sayings(test)).clone() {
            answers.set(content, &test.fact, answer);
        }
    }
    answers
}

pub(crate) fn check(finding: &OfficeFinding, answers: &Answers) {
    let office = &finding.office;
    let rules: Vec<&Rule> = office.requirements.iter().map(|requirement| &requirement.rule).collect();
    let oracle = Oracle::new(&rules, answers);
    assert_eq!(finding.verdict, oracle.verdict(), "{} {answers:?}", office.id);

    let missing: BTreeSet<_> = finding.missing.iter().map(|question| question.id.clone()).collect();
    assert_eq!(missing, oracle.missing(), "{} {answers:?}", office.id);
    assert!(finding.missing.is_sorted_by_key(|question| question.order));

    let all: Vec<&str> = oracle.facts.iter().map(|question| &*question.id).collect();
    let settles = ids(&finding.settles);
    if finding.verdict != Verdict::Unclear || !oracle.is_decided_by(&all) {
        assert!(settles.is_empty(), "{settles:?}");
        return;
    }
    assert!(oracle.is_decided_by(&settles), "{settles:?} do not settle {answers:?}");
    for one in &settles {
        let fewer: Vec<&str> = settles.iter().copied().filter(|id| id != one).collect();
        assert!(!oracle.is_decided_by(&fewer), "{settles:?} settle it without {one}: {answers:?}");
    }
}

fn check_offices(content: &Content, picks: &[Index]) {
    for office in &content.offices {
        let answers = say(content, office, picks);
        let assessment = assess(content, &answers);
        let finding = assessment.office(&office.id).unwrap();
        check(finding, &answers);
        check_requirements(finding, &answers);
    }
}

/// Each requirement alone agrees with brute force, unless it speaks of another country.
fn check_requirements(finding: &OfficeFinding, answers: &Answers) {
    let elsewhere = finding.requirements[0].verdict == Verdict::NotMet;
    for requirement in &finding.requirements {
        let rule = &requirement.requirement.rule;
        let tests = rule.tests();
        let of_stay = !tests.is_empty() && tests.iter().all(|test| test.fact.scope == FactScope::Country);
        assert_eq!(requirement.applies, !(elsewhere && of_stay), "{}", requirement.requirement.id);
        let expected = if requirement.applies { Oracle::new(&[rule], answers).verdict() } else { Verdict::Unclear };
        assert_eq!(requirement.verdict, expected, "{} {answers:?}", requirement.requirement.id);
    }
}

const KINDS: [FactKind; 8] = [
    FactKind::YesNo,
    FactKind::OneOf,
    FactKind::Country,
    FactKind::Countries,
    FactKind::Date,
    FactKind::DateOrNo,
    FactKind::Number,
    FactKind::Period,
];
const BOUNDARIES: [Boundary; 4] = [Boundary::OnOrBefore, Boundary::Before, Boundary::OnOrAfter, Boundary::After];

fn leaf(order: usize, kind: Index, boundary: Index) -> Rule {
    let kind = *kind.get(&KINDS);
    let options = if kind == FactKind::OneOf { &["a", "b", "c"][..] } else { &[] };
    let condition = match kind {
        FactKind::YesNo => Condition::Yes,
        FactKind::OneOf => one_of(&["a", "b"]),
        FactKind::Country => one_of(&["AA", "BB"]),
        FactKind::Countries => includes(&["XX", "YY"]),
        FactKind::Date | FactKind::DateOrNo => cutoff(*boundary.get(&BOUNDARIES), "2025-06-11"),
        FactKind::Number | FactKind::Period => {
            [Condition::AtLeast(18), Condition::AtMost(25)][boundary.index(2)].clone()
        }
    };
    let fact = Arc::new(question(order, &format!("fact{order}"), kind, FactScope::Person, options));
    Rule::Test(Test { fact, condition })
}

/// Joins rules by twos and threes, some turned round, until few are left; every fact occurs once.
pub(crate) fn join(mut rules: Vec<Rule>, picks: &[Index]) -> Vec<Rule> {
    for pick in picks {
        let most = rules.len().min(3);
        let some: Vec<Rule> = rules.drain(..most).collect();
        rules.push(match pick.index(8) {
            0 | 1 => Rule::All(some),
            2 | 3 => Rule::Any(some),
            4 => Rule::Not(Box::new(Rule::All(some))),
            5 => Rule::Not(Box::new(Rule::Any(some))),
            6 => Rule::Agreed(some),
            _ => Rule::Any(some.into_iter().chain([Rule::Unstated(text("nobody says"))]).collect()),
        });
    }
    rules
}

fn random_content(leaves: &[(Index, Index)], joins: &[Index]) -> Content {
    let leaves = leaves.iter().enumerate().map(|(order, (kind, boundary))| leaf(order, *kind, *boundary)).collect();
    content_of(join(leaves, joins))
}

/// A test of one of four facts, so that most facts are tested several times.
pub(crate) fn repeated_leaf(fact: Index, boundary: Index, value: Index) -> Rule {
    let (order, at) = (fact.index(4), value.index(3));
    let kind = [FactKind::DateOrNo, FactKind::Countries, FactKind::OneOf, FactKind::Number][order];
    let options = if kind == FactKind::OneOf { &["a", "b", "c"][..] } else { &[] };
    let condition = match kind {
        FactKind::OneOf => one_of([&["a"][..], &["a", "b"], &["c"]][at]),
        FactKind::Countries => includes([&["XX"][..], &["XX", "YY"], &["ZZ"]][at]),
        FactKind::Number if boundary.index(2) == 0 => Condition::AtLeast([17, 18, 25][at]),
        FactKind::Number => Condition::AtMost([17, 18, 25][at]),
        _ => cutoff(*boundary.get(&BOUNDARIES), ["2025-06-10", "2025-06-11", "2025-08-01"][at]),
    };
    let fact = Arc::new(question(order, &format!("fact{order}"), kind, FactScope::Person, options));
    Rule::Test(Test { fact, condition })
}

pub(crate) fn content_of(rules: Vec<Rule>) -> Content {
    let maker = Maker::new();
    let named = rules.into_iter().map(|rule| ("rule", "status", rule)).collect();
    let mut content = maker.content();
    let mut office = Arc::into_inner(maker.office("AA", Vec::new(), named)).unwrap();
    office.requirements.remove(0);
    office.versions.clone_from(&office.requirements);
    let of = |test: &&Test| Arc::clone(&test.fact);
    content.questions =
        office.requirements.iter().flat_map(|r| r.rule.tests().iter().map(of).collect::<Vec<_>>()).collect();
    content.questions.sort_by_key(|question: &Arc<Question>| question.order);
    content.questions.dedup_by_key(|question| question.order);
    content.offices = vec![Arc::new(office)];
    content
}

/// The rule with facts that hold wherever somebody is: as an office's first rule it would else be taken for its place.
pub(crate) fn of_the_person(rule: &Rule) -> Rule {
    let all = |rules: &[Rule]| rules.iter().map(of_the_person).collect();
    match rule {
        Rule::All(rules) => Rule::All(all(rules)),
        Rule::Any(rules) => Rule::Any(all(rules)),
        Rule::Agreed(rules) => Rule::Agreed(all(rules)),
        Rule::Not(rule) => Rule::Not(Box::new(of_the_person(rule))),
        Rule::Test(test) => {
            let (fact, options) = (&test.fact, test.fact.options.iter().map(|option| &*option.id).collect::<Vec<_>>());
            let fact = question(fact.order, &fact.id, fact.kind, FactScope::Person, &options);
            Rule::Test(Test { fact: Arc::new(fact), condition: test.condition.clone() })
        }
        Rule::Unstated(said) => Rule::Unstated(said.clone()),
    }
}

/// The programme of another folder, whose rules test facts several times and by sources that disagree.
static SECOND: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization");
    Content::from_folder(&folder).unwrap_or_else(|problems| panic!("{problems}"))
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each rule as the only one of an office: all rules together are too many facts for brute force.
    #[test]
    fn findings_on_each_rule_of_a_second_programme_agree_with_brute_force(
        picks in prop::collection::vec(any::<Index>(), 8),
    ) {
        for requirement in SECOND.offices.iter().flat_map(|office| &office.requirements) {
            let content = content_of(vec![of_the_person(&requirement.rule)]);
            let answers = say(&content, &content.offices[0], &picks);
            check(&assess(&content, &answers).offices[0], &answers);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_on_the_made_up_offices_agree_with_brute_force(picks in prop::collection::vec(any::<Index>(), 8)) {
        check_offices(&content(), &picks);
    }

    #[test]
    fn findings_on_the_real_offices_agree_with_brute_force(picks in prop::collection::vec(any::<Index>(), 8)) {
        check_offices(&CONTENT, &picks);
    }

    /// The form that asks what is next until nothing is needed has decided everything that answers can decide.
    #[test]
    fn asking_what_is_next_decides_every_office(picks in prop::collection::vec(any::<Index>(), 8)) {
        let content = content();
        let everything = say_everything(&content, &picks);
        let ask = smo_desk::rules::Ask::all(smo_desk::content::CheckPart::Minimum, made_up::today());
        let mut answers = Answers::default();
        while let Some(next) = smo_desk::rules::next_question(&content, &answers, &assess(&content, &answers), &ask) {
            prop_assert!(answers.get(&next.id).is_none(), "asked twice: {}", next.id);
            let answer = everything.get(&next.id).cloned().unwrap_or(smo_desk::rules::Answer::DontKnow);
            answers.set(&content, next, answer);
        }
        let (asked, all) = (assess(&content, &answers), assess(&content, &everything));
        for (asked, all) in asked.offices.iter().zip(&all.offices) {
            prop_assert_eq!(asked.verdict, all.verdict);
        }
    }
}

/// How many offices are made up; `MADE_UP_OFFICES` makes more.
fn how_many() -> u32 {
    std::env::var("MADE_UP_OFFICES").map_or(300, |text| text.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: how_many(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_on_random_rules_agree_with_brute_force(
        leaves in prop::collection::vec(any::<(Index, Index)>(), 1..=5),
        joins in prop::collection::vec(any::<Index>(), 0..=4),
        picks in prop::collection::vec(any::<Index>(), 5),
    ) {
        let content = random_content(&leaves, &joins);
        let office = &content.offices[0];
        let answers = say(&content, office, &picks);
        check(&assess(&content, &answers).offices[0], &answers);
        for requirement in &office.requirements {
            prop_assert_eq!(eval(&requirement.rule, &answers), Oracle::new(&[&requirement.rule], &answers).verdict());
        }
    }

    /// However often the rules test a fact, they are as exact as where each is tested once.
    #[test]
    fn findings_on_rules_that_repeat_facts_agree_with_brute_force(
        leaves in prop::collection::vec(any::<(Index, Index, Index)>(), 1..=6),
        joins in prop::collection::vec(any::<Index>(), 0..=4),
        picks in prop::collection::vec(any::<Index>(), 6),
    ) {
        let leaves = leaves.iter().map(|(fact, boundary, value)| repeated_leaf(*fact, *boundary, *value)).collect();
        let content = content_of(join(leaves, &joins));
        let office = &content.offices[0];
        let answers = say(&content, office, &picks);
        check(&assess(&content, &answers).offices[0], &answers);
        for requirement in &office.requirements {
            prop_assert_eq!(eval(&requirement.rule, &answers), Oracle::new(&[&requirement.rule], &answers).verdict());
        }
    }
}

fn say_everything(content: &Content, picks: &[Index]) -> Answers {
    let mut answers = Answers::default();
    for office in &content.offices {
        for (id, answer) in say(content, office, picks).iter() {
            answers.set(content, content.question(id).unwrap(), answer.clone());
        }
    }
    answers
}

//! Rules as other engines are told them: what they test of one fact in one place is one leaf.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::clause::Clause;
use crate::content::{Question, Rule, Test};
use crate::rules::{Verdict, cells};

/// The most tests of one leaf that are tried in every way.
const MOST_TRIED: u32 = 6;

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Agreed(Vec<Tree>),
    Not(Box<Tree>),
    Leaf(Leaf),
    Unstated,
}

/// What a rule tests of one fact in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) fact: Arc<Question>,
    pub(super) rule: Rule,
}

impl Tree {
    pub(super) fn of(rule: &Rule) -> Self {
        if let Some(leaf) = Leaf::of(rule) {
            return Self::Leaf(leaf);
        }
        match rule {
            Rule::All(rules) => Self::All(grouped(rules, Rule::All)),
            Rule::Any(rules) => Self::Any(grouped(rules, Rule::Any)),
            Rule::Agreed(rules) => Self::Agreed(rules.iter().map(Self::of).collect()),
            Rule::Not(rule) => Self::Not(Box::new(Self::of(rule))),
            Rule::Test(_) | Rule::Unstated(_) => Self::Unstated,
        }
    }

    pub(super) fn leaves(&self) -> Vec<&Leaf> {
        match self {
            Self::All(trees) | Self::Any(trees) | Self::Agreed(trees) => trees.iter().flat_map(Self::leaves).collect(),
            Self::Not(tree) => tree.leaves(),
            Self::Leaf(leaf) => vec![leaf],
            Self::Unstated => Vec::new(),
        }
    }

    pub(super) fn has(&self, fact: &Question) -> bool {
        self.leaves().iter().any(|leaf| *leaf.fact == *fact)
    }

    /// Whether full answers always decide it.
    pub(super) fn is_decidable(&self) -> bool {
        match self {
            Self::All(trees) | Self::Any(trees) => trees.iter().all(Self::is_decidable),
            Self::Not(tree) => tree.is_decidable(),
            Self::Leaf(_) => true,
            Self::Agreed(_) | Self::Unstated => false,
        }
    }
}

/// Rules that stand beside each other, those of one fact together.
fn grouped(rules: &[Rule], join: fn(Vec<Rule>) -> Rule) -> Vec<Tree> {
    let mut groups: Vec<(Option<Arc<Question>>, Vec<Rule>)> = Vec::new();
    for rule in rules {
        let fact = Leaf::of(rule).map(|leaf| leaf.fact);
        match groups.iter_mut().find(|(known, _)| fact.is_some() && *known == fact) {
            Some((_, group)) => group.push(rule.clone()),
            None => groups.push((fact, vec![rule.clone()])),
        }
    }
    let tree = |(fact, group): (Option<Arc<Question>>, Vec<Rule>)| match (fact, group.as_slice()) {
        (_, [one]) => Tree::of(one),
        (Some(fact), _) => Tree::Leaf(Leaf { fact, rule: join(group) }),
        (None, _) => Tree::of(&join(group)),
    };
    groups.into_iter().map(tree).collect()
}

impl Leaf {
    /// A rule that tests one fact, and that full answers decide.
    fn of(rule: &Rule) -> Option<Self> {
        let tests = rule.tests();
        let fact = Arc::clone(&tests.first()?.fact);
        (is_decidable(rule) && tests.iter().all(|test| test.fact == fact)).then(|| Self { fact, rule: rule.clone() })
    }

    /// Its tests, put together by the logic of three values.
    pub(super) fn plain(&self, test: &dyn Fn(&Test) -> Clause) -> Clause {
        plain(&self.rule, test)
    }

    /// What it comes to.
    pub(super) fn clause(&self, engine: &dyn Engine) -> Clause {
        if self.is_plain() {
            return self.plain(&|test| engine.test(test));
        }
        let of = |cell: Cell| {
            (cell.can_be(engine), if cell.holds(self) == Some(true) { Clause::True } else { Clause::False })
        };
        Clause::InAll(Cell::all(&self.fact, &[self]).into_iter().map(of).collect())
    }

    /// Whether the logic of three values finds all that there is to find, although its tests do not vary independently.
    fn is_plain(&self) -> bool {
        let tests = distinct([self]);
        let Some(ways) = u32::try_from(tests.len()).ok().filter(|len| *len <= MOST_TRIED).map(|len| 3_u32.pow(len))
        else {
            return false;
        };
        let rows = rows(&self.fact, &tests);
        let at = |test: &Test| tests.iter().position(|own| *own == test);
        (0..ways).all(|way| {
            let said =
                |test: &Test| match at(test).and_then(|at| u32::try_from(at).ok()).map(|at| way / 3_u32.pow(at) % 3) {
                    Some(0) => Clause::False,
                    Some(1) => Clause::True,
                    _ => Clause::Unknown,
                };
            let found = self.plain(&said);
            let fits = |row: &&Row| {
                row.tests.iter().all(|(test, holds)| [Clause::Unknown, exactly(*holds)].contains(&said(test)))
            };
            let agrees = |with_never: bool| {
                let all = rows.iter().filter(|row| with_never || !row.is_never).filter(fits);
                let mut all: Vec<Clause> = all.map(|row| self.plain(&|test| row.says(test))).collect();
                all.dedup();
                match all.as_slice() {
                    [] => true,
                    [one] => *one == found,
                    _ => found == Clause::Unknown,
                }
            };
            agrees(true) && agrees(false)
        })
    }
}

fn is_decidable(rule: &Rule) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().all(is_decidable),
        Rule::Not(rule) => is_decidable(rule),
        Rule::Test(_) => true,
        Rule::Agreed(_) | Rule::Unstated(_) => false,
    }
}

fn plain(rule: &Rule, test: &dyn Fn(&Test) -> Clause) -> Clause {
    let many = |rules: &[Rule]| rules.iter().map(|rule| plain(rule, test)).collect::<Vec<_>>();
    match rule {
        Rule::All(rules) => Clause::all(many(rules)),
        Rule::Any(rules) => Clause::any(many(rules)),
        Rule::Not(rule) => Clause::not(plain(rule, test)),
        Rule::Test(one) => test(one),
        Rule::Agreed(_) | Rule::Unstated(_) => Clause::Unknown,
    }
}

fn exactly(holds: bool) -> Clause {
    if holds { Clause::True } else { Clause::False }
}

fn distinct<'t>(leaves: impl IntoIterator<Item = &'t Leaf>) -> Vec<&'t Test> {
    let mut tests: Vec<&Test> = Vec::new();
    for test in leaves.into_iter().flat_map(|leaf| leaf.rule.tests()) {
        if !tests.contains(&test) {
            tests.push(test);
        }
    }
    tests
}

/// How an engine writes what is known of a person.
pub(super) trait Engine {
    /// What a test comes to.
    fn test(&self, test: &Test) -> Clause;
    /// That it can come out so.
    fn can_be(&self, test: &Test, holds: bool) -> Clause;
    /// That what has a date may never have been.
    fn may_never_be(&self, fact: &Question) -> Clause;
    /// That a fact that stands in several leaves can lie in a cell.
    fn cell(&self, cell: &Cell) -> Clause;
    /// That a leaf can come out so.
    fn leaf_can_be(&self, leaf: &Leaf, holds: bool) -> Clause;
    /// That it is not known.
    fn is_open(&self, leaf: &Leaf) -> Clause;
    /// That a requirement is not failed, where that can be said without its rule.
    fn not_failed(&self, requirement: usize) -> Option<Clause>;
}

/// One way in which all tests of a fact can come out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    tests: Vec<(Test, bool)>,
    is_never: bool,
    /// A value for which they do.
    like: String,
}

impl Row {
    fn says(&self, test: &Test) -> Clause {
        self.tests.iter().find(|(own, _)| own == test).map_or(Clause::Unknown, |(_, holds)| exactly(*holds))
    }
}

fn rows(fact: &Question, tests: &[&Test]) -> Vec<Row> {
    let conditions: Vec<_> = tests.iter().map(|test| &test.condition).collect();
    let row = |verdicts: &[Verdict], is_never: bool, like: String| Row {
        tests: tests.iter().zip(verdicts).map(|(test, verdict)| ((*test).clone(), *verdict == Verdict::Met)).collect(),
        is_never,
        like,
    };
    let known = cells(fact, &conditions);
    let never = vec![Verdict::NotMet; tests.len()];
    // That it never was is a way of its own where some date cannot fail all tests.
    let is_new = fact.no.is_some() && !known.contains_key(&never);
    let dates = known.iter().map(|(verdicts, value)| row(verdicts, false, value.to_string()));
    dates.chain(is_new.then(|| row(&never, true, "no".to_owned()))).collect()
}

/// The values of a fact for which all leaves of some rules come out the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) fact: Arc<Question>,
    leaves: Vec<(Leaf, bool)>,
    rows: Vec<Row>,
}

impl Cell {
    /// The cells of a fact by its leaves.
    fn all(fact: &Arc<Question>, leaves: &[&Leaf]) -> Vec<Self> {
        let tests = distinct(leaves.iter().copied());
        let mut found: BTreeMap<Vec<bool>, Vec<Row>> = BTreeMap::new();
        for row in rows(fact, &tests) {
            let verdicts = leaves.iter().map(|leaf| leaf.plain(&|test| row.says(test)) == Clause::True).collect();
            found.entry(verdicts).or_default().push(row);
        }
        let cell = |(verdicts, rows): (Vec<bool>, Vec<Row>)| Self {
            fact: Arc::clone(fact),
            leaves: leaves.iter().map(|leaf| (*leaf).clone()).zip(verdicts).collect(),
            rows,
        };
        found.into_iter().map(cell).collect()
    }

    /// The cells of each fact that stands in several leaves.
    pub(super) fn of_repeated(trees: &[Tree]) -> Vec<Vec<Self>> {
        let all: Vec<&Leaf> = trees.iter().flat_map(Tree::leaves).collect();
        let mut found: Vec<Vec<Self>> = Vec::new();
        for (at, leaf) in all.iter().enumerate() {
            let again = all.iter().skip(at + 1).any(|other| other.fact == leaf.fact);
            let is_known = found.iter().flatten().any(|cell| cell.fact == leaf.fact);
            if again && !is_known {
                let mut own: Vec<&Leaf> = all.iter().filter(|other| other.fact == leaf.fact).copied().collect();
                own.dedup();
                found.push(Self::all(&leaf.fact, &own));
            }
        }
        found
    }

    /// What a leaf comes to in it; nothing where it is none of its leaves.
    pub(super) fn holds(&self, leaf: &Leaf) -> Option<bool> {
        self.leaves.iter().find(|(own, _)| own == leaf).map(|(_, holds)| *holds)
    }

    /// A name by one of its values: `arrived_like_2031_06_13`.
    pub(super) fn name(&self) -> String {
        let like = self.rows.first().map(|row| row.like.as_str()).unwrap_or_default();
        format!("{}_like_{like}", self.fact.id).to_lowercase().replace(|sign: char| !sign.is_ascii_alphanumeric(), "_")
    }

    /// That the value can lie in it.
    pub(super) fn can_be(&self, engine: &dyn Engine) -> Clause {
        Clause::any(self.rows.iter().map(|row| {
            let never = if row.is_never { engine.may_never_be(&self.fact) } else { Clause::True };
            Clause::all([never].into_iter().chain(row.tests.iter().map(|(test, holds)| engine.can_be(test, *holds))))
        }))
    }
}

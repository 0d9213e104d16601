//! Conditions as a form calculates them: 1 holds, 0 fails, 0.5 is not known.

use super::questions::{self, DECLINED, UNKNOWN};
use crate::content::{Office, Question, Rule, Test};
use crate::export::change::Trees;
use crate::export::clause::Clause;
use crate::export::tree::{Cell, Engine, Leaf, Tree};

/// The number of a verdict that is open.
pub(super) const UNCLEAR: &str = "0.5";

/// An id as a name.
pub(super) fn name(id: &str) -> String {
    id.replace(['.', '-'], "_")
}

/// A condition as a number: the least of all, the greatest of any.
pub(super) fn number(clause: &Clause) -> String {
    let many = |parts: &[Clause]| parts.iter().map(number).collect::<Vec<_>>().join(", ");
    match clause {
        Clause::True => "1".to_owned(),
        Clause::False => "0".to_owned(),
        Clause::Unknown => UNCLEAR.to_owned(),
        Clause::Is(text) => text.clone(),
        Clause::All(parts) => format!("min({})", many(parts)),
        Clause::Any(parts) => format!("max({})", many(parts)),
        Clause::Not(part) => format!("(1 - {})", number(part)),
        Clause::Agreed(parts) => {
            let parts = many(parts);
            format!("if(min({parts}) = max({parts}), min({parts}), {UNCLEAR})")
        }
        Clause::InAll(cases) => {
            let is = |to: &str| {
                let found = |(can_be, found): &(Clause, Clause)| (can_be.clone(), is(found, to));
                condition(&Clause::surely(&cases.iter().map(found).collect::<Vec<_>>(), true))
            };
            format!("if({}, 1, if({}, 0, {UNCLEAR}))", is("1"), is("0"))
        }
    }
}

/// A rule of advice as a number.
pub(super) fn of_rule(rule: &Rule) -> String {
    let leaf = |leaf: &Leaf| leaf.plain(&|test| Clause::Is(questions::test(test)));
    number(&Clause::of(&Tree::of(rule), &leaf))
}

/// That a condition comes to a number.
fn is(clause: &Clause, to: &str) -> Clause {
    match clause {
        Clause::True | Clause::False | Clause::Unknown if number(clause) == to => Clause::True,
        Clause::True | Clause::False | Clause::Unknown => Clause::False,
        other => Clause::Is(format!("{} = {to}", number(other))),
    }
}

/// A condition that is true or false.
pub(super) fn condition(clause: &Clause) -> String {
    let many = |parts: &[Clause], word: &str| {
        let inner = |part: &Clause| match part {
            Clause::All(_) | Clause::Any(_) => format!("({})", condition(part)),
            _ => condition(part),
        };
        parts.iter().map(inner).collect::<Vec<_>>().join(word)
    };
    match clause {
        Clause::True => "true()".to_owned(),
        Clause::Is(text) => text.clone(),
        Clause::All(parts) => many(parts, " and "),
        Clause::Any(parts) => many(parts, " or "),
        Clause::Not(part) => format!("not({})", condition(part)),
        Clause::False | Clause::Unknown | Clause::Agreed(_) | Clause::InAll(_) => "false()".to_owned(),
    }
}

/// What the fields of the form say.
pub(super) struct Fields<'a> {
    pub(super) office: &'a Office,
    pub(super) trees: &'a Trees,
    /// The question that is to be asked or not: what comes after it is not known yet.
    pub(super) before: Option<&'a Question>,
}

impl Fields<'_> {
    fn is_ahead(&self, fact: &Question) -> bool {
        self.before.is_some_and(|asked| asked.order <= fact.order)
    }

    /// The field of a cell.
    pub(super) fn cell_name(&self, cell: &Cell) -> String {
        format!("{}_{}", name(&self.office.id), cell.name())
    }
}

fn fits(number: &str, holds: bool) -> Clause {
    Clause::Is(if holds { format!("{number} > 0") } else { format!("{number} < 1") })
}

impl Engine for Fields<'_> {
    fn test(&self, test: &Test) -> Clause {
        if self.is_ahead(&test.fact) { Clause::Unknown } else { Clause::Is(questions::test(test)) }
    }

    fn can_be(&self, test: &Test, holds: bool) -> Clause {
        if self.is_ahead(&test.fact) { Clause::True } else { fits(&questions::test(test), holds) }
    }

    fn may_never_be(&self, fact: &Question) -> Clause {
        let known = |choice: &str| Clause::Is(format!("${{{}_known}} = '{choice}'", fact.id));
        if self.is_ahead(fact) { Clause::True } else { Clause::any(["", UNKNOWN.0, DECLINED.0, "no"].map(known)) }
    }

    fn cell(&self, cell: &Cell) -> Clause {
        if self.is_ahead(&cell.fact) { Clause::True } else { Clause::Is(format!("${{{}}} = 1", self.cell_name(cell))) }
    }

    fn leaf_can_be(&self, leaf: &Leaf, holds: bool) -> Clause {
        if self.is_ahead(&leaf.fact) { Clause::True } else { fits(&number(&leaf.clause(self)), holds) }
    }

    /// It is what is to be asked.
    fn is_open(&self, _: &Leaf) -> Clause {
        Clause::True
    }

    fn not_failed(&self, requirement: usize) -> Option<Clause> {
        let leaves = self.trees.trees.get(requirement)?.leaves();
        let is_known = !leaves.iter().any(|leaf| self.is_ahead(&leaf.fact));
        let id = &self.office.requirements.get(requirement)?.id;
        is_known.then(|| Clause::Is(format!("${{{}}} > 0", name(id))))
    }
}

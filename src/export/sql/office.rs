//! The query of one office.

use std::sync::Arc;

use super::tests::Tests;
use crate::content::{Office, Question, Requirement, Test};
use crate::export::change::Trees;
use crate::export::clause::Clause;
use crate::export::tree::{Cell, Engine, Leaf, Tree};
use crate::rules::is_of_stay;

/// The conditions of an office.
pub(super) struct OfficeQuery<'a> {
    office: &'a Office,
    tests: &'a Tests<'a>,
    /// What its parts are called.
    name: String,
    /// That a fact which is tested in several places can lie in each of its cells.
    cells: Vec<(String, Clause)>,
    requirements: Vec<(String, Clause)>,
    verdict: Clause,
    /// For each fact whether it is missing while the verdict is open.
    missing: Vec<(&'a str, Clause)>,
}

impl<'a> OfficeQuery<'a> {
    pub(super) fn of(office: &'a Office, tests: &'a Tests<'a>) -> Self {
        let trees = Trees::of(office.requirements.iter().map(|one| &one.rule));
        let person = Person { tests, is_elsewhere: false };
        let requirement = |(at, one): (usize, &'a Arc<Requirement>)| {
            (column(&one.id), of_requirement(office, one, &trees, at, tests))
        };
        // Requirements that share no fact are exact together as they are exact alone.
        let shares = (0..trees.trees.len()).any(|at| !trees.is_alone(at));
        let verdict = if shares {
            trees.verdict(None, &person)
        } else {
            Clause::all(office.requirements.iter().map(|one| Clause::Is(column(&one.id))))
        };
        let missing = |fact: &&'a Arc<Question>| match trees.can_change(fact, &person) {
            Clause::False => None,
            when => Some((&*fact.id, when)),
        };
        Self {
            office,
            tests,
            name: column(&office.id),
            cells: trees.repeated.iter().flatten().map(|cell| (cell.name(), cell.can_be(&person))).collect(),
            requirements: office.requirements.iter().enumerate().map(requirement).collect(),
            verdict,
            missing: tests.facts().iter().filter_map(missing).collect(),
        }
    }

    /// The cells of facts, then the requirements as columns, then the verdict.
    pub(super) fn ctes(&self) -> String {
        let name = &self.name;
        let mut from = "tests".to_owned();
        let verdict = vec![("office_verdict".to_owned(), self.verdict.clone())];
        let mut parts = Vec::new();
        for (part, columns) in [
            (format!("{name}_cells"), &self.cells),
            (format!("{name}_requirements"), &self.requirements),
            (name.clone(), &verdict),
        ] {
            let line =
                |(name, clause): &(String, Clause)| format!("    {} AS {name}", self.tests.dialect.text(clause, 6));
            let lines: Vec<String> = columns.iter().map(line).collect();
            if !lines.is_empty() {
                parts.push(format!("{part} AS (\n  SELECT {from}.*,\n{}\n  FROM {from}\n)", lines.join(",\n")));
                from = part;
            }
        }
        parts.join(",\n")
    }

    /// One row for each person.
    pub(super) fn select(&self) -> String {
        let dialect = self.tests.dialect;
        let case = |when: &str, id: &str| format!("    CASE WHEN {when} THEN '{id};' ELSE '' END");
        let ids = self.office.requirements.iter().map(|one| &*one.id);
        let failed = self.requirements.iter().zip(ids).map(|((name, _), id)| case(&format!("NOT {name}"), id));
        let failed: Vec<String> = failed.collect();
        let open = |(id, when): &(&str, Clause)| {
            let when = Clause::all([Clause::Is("office_verdict IS NULL".to_owned()), when.clone()]);
            case(&dialect.text(&when, 6), id)
        };
        let missing: Vec<String> = self.missing.iter().map(open).collect();
        let list = |parts: &[String]| {
            if parts.is_empty() { "''".to_owned() } else { dialect.without_last(&parts.join(" ||\n")) }
        };
        format!(
            "SELECT id, '{}' AS office,\n  \
             CASE WHEN office_verdict THEN 'met' WHEN NOT office_verdict THEN 'not_met' ELSE 'unclear' END AS verdict,\n  \
             {} AS not_met,\n  {} AS missing\nFROM {}",
            self.office.id,
            list(&failed),
            list(&missing),
            self.name
        )
    }
}

/// An id as a name without quotes.
fn column(id: &str) -> String {
    id.replace(['.', '-'], "_")
}

/// A requirement; what it asks of the stay is not known of who is elsewhere.
fn of_requirement(office: &Office, one: &Requirement, trees: &Trees, at: usize, tests: &Tests<'_>) -> Clause {
    let condition = trees.verdict(Some(at), &Person { tests, is_elsewhere: false });
    let all = one.rule.tests();
    let is_of_stay = |test: &&Test| is_of_stay(&test.fact);
    let Some(place) = office.place().filter(|place| place.id != one.id && all.iter().any(is_of_stay)) else {
        return condition;
    };
    let elsewhere = if all.iter().all(is_of_stay) {
        Clause::Unknown
    } else {
        trees.verdict(Some(at), &Person { tests, is_elsewhere: true })
    };
    let place = Clause::not(
        Tree::of(&place.rule)
            .leaves()
            .first()
            .map_or(Clause::Unknown, |leaf| leaf.clause(&Person { tests, is_elsewhere: false })),
    );
    let text = |clause: &Clause| tests.dialect.text(clause, 6);
    Clause::Is(format!("CASE WHEN {} THEN {} ELSE {} END", text(&place), text(&elsewhere), text(&condition)))
}

/// Text without ends of lines.
fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the columns of the tests say of a person.
struct Person<'a> {
    tests: &'a Tests<'a>,
    /// What is said of the stay is said of another country.
    is_elsewhere: bool,
}

impl Person<'_> {
    fn is_masked(&self, fact: &Question) -> bool {
        self.is_elsewhere && is_of_stay(fact)
    }

    /// That a condition can come out so.
    fn fits(&self, clause: &Clause, holds: bool) -> Clause {
        let text = in_line(&self.tests.dialect.text(clause, 0));
        match clause {
            Clause::True | Clause::False => {
                if holds {
                    clause.clone()
                } else {
                    Clause::not(clause.clone())
                }
            }
            Clause::Unknown => Clause::True,
            _ if holds => Clause::Is(format!("COALESCE({text}, TRUE)")),
            _ => Clause::not(Clause::Is(format!("COALESCE({text}, FALSE)"))),
        }
    }
}

impl Engine for Person<'_> {
    fn test(&self, test: &Test) -> Clause {
        if self.is_masked(&test.fact) { Clause::Unknown } else { self.tests.column(test) }
    }

    fn can_be(&self, test: &Test, holds: bool) -> Clause {
        self.fits(&self.test(test), holds)
    }

    fn may_never_be(&self, fact: &Question) -> Clause {
        let never = self.tests.dialect.quoted(&format!("{}_never", fact.id));
        let open = self.tests.is_open(fact);
        if self.is_masked(fact) {
            Clause::True
        } else {
            Clause::any([open, Clause::Is(format!("COALESCE({never}, FALSE)"))])
        }
    }

    fn cell(&self, cell: &Cell) -> Clause {
        if self.is_masked(&cell.fact) { Clause::True } else { Clause::Is(cell.name()) }
    }

    fn leaf_can_be(&self, leaf: &Leaf, holds: bool) -> Clause {
        self.fits(&leaf.clause(self), holds)
    }

    fn is_open(&self, leaf: &Leaf) -> Clause {
        let clause = match leaf.clause(self) {
            Clause::Not(clause) => *clause,
            clause => clause,
        };
        Clause::Is(format!("{} IS NULL", in_line(&self.tests.dialect.inner(&clause, 0))))
    }

    /// The verdict is open, so that none is.
    fn not_failed(&self, _: usize) -> Option<Clause> {
        Some(Clause::True)
    }
}

//! The query of one office.

use std::sync::Arc;

use super::expression::Sql;
use super::tests::Tests;
use crate::content::{Office, Question, Requirement, Rule, Test};
use crate::rules::{Verdict, cells, is_of_stay};

/// The conditions of an office.
pub(super) struct OfficeQuery<'a> {
    office: &'a Office,
    tests: &'a Tests<'a>,
    /// What its parts are called.
    name: String,
    requirements: Vec<(String, Sql)>,
    verdict: Sql,
    /// For each fact whether it is missing while the verdict is open.
    missing: Vec<(&'a str, Sql)>,
}

impl<'a> OfficeQuery<'a> {
    pub(super) fn of(office: &'a Office, tests: &'a Tests<'a>) -> Self {
        let rules: Vec<&Rule> = office.requirements.iter().map(|one| &one.rule).collect();
        let columns: Vec<String> = office.requirements.iter().map(|one| column(&one.id)).collect();
        let requirement = |one: &'a Arc<Requirement>| (column(&one.id), of_requirement(office, one, tests));
        // Parts that share no fact are exact together as they are exact alone.
        let shares = repeated(&rules)
            .iter()
            .any(|fact| rules.iter().filter(|rule| rule.tests().iter().any(|test| test.fact == **fact)).count() > 1);
        let verdict = if shares {
            exact(&rules, tests, &|test| tests.column(test))
        } else {
            Sql::all(columns.iter().cloned().map(Sql::Is))
        };
        Self {
            office,
            tests,
            name: column(&office.id),
            requirements: office.requirements.iter().map(requirement).collect(),
            verdict,
            missing: missing(&rules, tests),
        }
    }

    /// The requirements as columns, then the verdict.
    pub(super) fn ctes(&self) -> String {
        let line = |(name, condition): &(String, Sql)| format!("    {} AS {name}", condition.text(6));
        let lines: Vec<String> = self.requirements.iter().map(line).collect();
        let name = &self.name;
        format!(
            "{name}_requirements AS (\n  SELECT tests.*,\n{}\n  FROM tests\n),\n\
             {name} AS (\n  SELECT {name}_requirements.*,\n    {} AS office_verdict\n  FROM {name}_requirements\n)",
            lines.join(",\n"),
            self.verdict.text(6)
        )
    }

    /// One row for each person.
    pub(super) fn select(&self) -> String {
        let dialect = self.tests.dialect;
        let case = |when: &str, id: &str| format!("    CASE WHEN {when} THEN '{id};' ELSE '' END");
        let ids = self.office.requirements.iter().map(|one| &*one.id);
        let failed = self.requirements.iter().zip(ids).map(|((name, _), id)| case(&format!("NOT {name}"), id));
        let failed: Vec<String> = failed.collect();
        let open = |(id, when): &(&str, Sql)| case(&format!("office_verdict IS NULL AND {}", when.text(8)), id);
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
fn of_requirement(office: &Office, one: &Arc<Requirement>, tests: &Tests<'_>) -> Sql {
    let condition = exact(&[&one.rule], tests, &|test| tests.column(test));
    let is_place = office.place().is_some_and(|place| place.id == one.id);
    let all = one.rule.tests();
    let Some(place) = office.place().filter(|_| !is_place && all.iter().any(|test| is_of_stay(&test.fact))) else {
        return condition;
    };
    let place = exact(&[&place.rule], tests, &|test| tests.column(test));
    let masked = |inner: &Sql| {
        let unknown = tests.dialect.unknown();
        Sql::Is(format!("CASE WHEN {} THEN {unknown} ELSE {} END", Sql::not(place.clone()).text(8), inner.text(8)))
    };
    if all.iter().all(|test| is_of_stay(&test.fact)) {
        return masked(&condition);
    }
    let leaf = |test: &Test| if is_of_stay(&test.fact) { masked(&tests.column(test)) } else { tests.column(test) };
    exact(&[&one.rule], tests, &leaf)
}

/// The facts that rules test more than once.
fn repeated<'a>(rules: &[&'a Rule]) -> Vec<&'a Arc<Question>> {
    let tests: Vec<&Test> = rules.iter().flat_map(|rule| rule.tests()).collect();
    let mut facts: Vec<&Arc<Question>> = Vec::new();
    for test in &tests {
        let count = tests.iter().filter(|other| other.fact == test.fact).count();
        if count > 1 && !facts.contains(&&test.fact) {
            facts.push(&test.fact);
        }
    }
    facts
}

/// Rules together, as all full answers agree: tried in every cell of the facts that are tested more than once.
fn exact(rules: &[&Rule], tests: &Tests<'_>, leaf: &dyn Fn(&Test) -> Sql) -> Sql {
    let unknown = tests.dialect.unknown();
    let in_world = |world: &World<'_>| {
        let in_cell = |test: &Test| world.verdict(test).unwrap_or_else(|| leaf(test));
        Sql::all(rules.iter().map(|rule| Sql::of(rule, unknown, &in_cell)))
    };
    let all = worlds(rules, tests, leaf);
    if let [one] = all.as_slice() {
        return in_world(one);
    }
    let unless = |turned: bool| {
        let one = |world: &World<'_>| {
            let found = in_world(world);
            Sql::any([Sql::not(world.possible.clone()), if turned { Sql::not(found) } else { found }])
        };
        Sql::all(all.iter().map(one)).text(8)
    };
    Sql::Is(format!("CASE WHEN {}\n      THEN TRUE WHEN {}\n      THEN FALSE END", unless(false), unless(true)))
}

/// One cell for each fact that is tested more than once.
#[derive(Clone)]
struct World<'a> {
    cells: Vec<(&'a Test, bool)>,
    possible: Sql,
}

impl World<'_> {
    fn verdict(&self, test: &Test) -> Option<Sql> {
        let (_, holds) = self.cells.iter().find(|(known, _)| *known == test)?;
        Some(if *holds { Sql::True } else { Sql::False })
    }
}

fn worlds<'a>(rules: &[&'a Rule], tests: &Tests<'_>, leaf: &dyn Fn(&Test) -> Sql) -> Vec<World<'a>> {
    let all: Vec<&Test> = rules.iter().flat_map(|rule| rule.tests()).collect();
    let first = vec![World { cells: Vec::new(), possible: Sql::True }];
    repeated(rules).into_iter().fold(first, |worlds, fact| {
        let mut own: Vec<&Test> = Vec::new();
        for test in all.iter().filter(|test| test.fact == *fact) {
            if !own.contains(test) {
                own.push(test);
            }
        }
        let conditions: Vec<_> = own.iter().map(|test| &test.condition).collect();
        let never = fact.no.is_some().then(|| vec![Verdict::NotMet; own.len()]);
        let rows = cells(fact, &conditions);
        let dates = rows.keys().map(|row| (row, Sql::True));
        // That it never was is a cell of its own where some date cannot fail all tests.
        let is_new = never.as_ref().is_some_and(|row| !rows.contains_key(row));
        let open = Sql::any([tests.is_open(fact), Sql::Is(tests.dialect.quoted(&format!("{}_never", fact.id)))]);
        let rows: Vec<_> = dates.chain(never.iter().filter(|_| is_new).map(|row| (row, open.clone()))).collect();
        let with = |world: &World<'a>| {
            let one = |(row, when): &(&Vec<Verdict>, Sql)| {
                let cell = own.iter().zip(row.iter()).map(|(test, verdict)| (*test, *verdict == Verdict::Met));
                let fits = cell.clone().map(|(test, holds)| fits(&leaf(test), holds));
                World {
                    possible: Sql::all([world.possible.clone(), when.clone()].into_iter().chain(fits)),
                    cells: world.cells.iter().copied().chain(cell).collect(),
                }
            };
            rows.iter().map(one).collect::<Vec<_>>()
        };
        worlds.iter().flat_map(with).collect()
    })
}

/// That a test can come out so.
fn fits(column: &Sql, holds: bool) -> Sql {
    if holds {
        Sql::Is(format!("COALESCE({}, TRUE)", column.text(8)))
    } else {
        Sql::Is(format!("NOT COALESCE({}, FALSE)", column.text(8)))
    }
}

/// For each fact when it is missing: one of its tests is open, and what stands beside the test leaves it a say. Of a fact
/// that is tested more than once that can be said too often, never too seldom.
fn missing<'a>(rules: &[&'a Rule], tests: &Tests<'_>) -> Vec<(&'a str, Sql)> {
    let mut found: Vec<(&'a Arc<Question>, Vec<Sql>)> = Vec::new();
    for rule in rules {
        collect(rule, &[], tests, &mut found);
    }
    found.sort_by_key(|(fact, _)| fact.order);
    found.into_iter().map(|(fact, when)| (&*fact.id, parted(Sql::any(when)))).collect()
}

/// A list of alternatives as a part of a conjunction.
fn parted(condition: Sql) -> Sql {
    match condition {
        Sql::Any(_) => Sql::Is(format!("({})", condition.text(10))),
        other => other,
    }
}

fn collect<'a>(rule: &'a Rule, beside: &[Sql], tests: &Tests<'_>, found: &mut Vec<(&'a Arc<Question>, Vec<Sql>)>) {
    let unknown = tests.dialect.unknown();
    let plain = |rule: &Rule| Sql::of(rule, unknown, &|test| tests.column(test));
    let mut within = |rules: &'a [Rule], open: &dyn Fn(&Rule) -> Sql| {
        for (at, rule) in rules.iter().enumerate() {
            let others = rules.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| open(other));
            let beside: Vec<Sql> = beside.iter().cloned().chain(others).collect();
            collect(rule, &beside, tests, found);
        }
    };
    match rule {
        Rule::All(rules) => within(rules, &|other| fits(&plain(other), true)),
        Rule::Any(rules) => within(rules, &|other| fits(&plain(other), false)),
        Rule::Agreed(rules) => within(rules, &|_| Sql::True),
        Rule::Not(rule) => collect(rule, beside, tests, found),
        Rule::Unstated(_) => {}
        Rule::Test(test) => {
            let open = Sql::Is(format!("{} IS NULL", tests.column(test).text(8)));
            let when = Sql::all([open].into_iter().chain(beside.iter().cloned()));
            match found.iter_mut().find(|(fact, _)| **fact == test.fact) {
                Some((_, all)) => all.push(when),
                None => found.push((&test.fact, vec![when])),
            }
        }
    }
}

//! The tests of all rules on facts: each a column, named once.

use std::sync::Arc;

use super::dialect::Dialect;
use crate::content::{Boundary, Condition, Content, Cutoff, FactKind, Id, Question, Test};
use crate::export::clause::Clause;

/// The tests of a content, each with the name of its column.
pub(super) struct Tests<'a> {
    pub(super) dialect: Dialect,
    all: Vec<(&'a Test, String)>,
}

impl<'a> Tests<'a> {
    pub(super) fn of(content: &'a Content, dialect: Dialect) -> Self {
        let mut all: Vec<(&Test, String)> = Vec::new();
        for test in content.offices.iter().flat_map(|office| &office.requirements).flat_map(|one| one.rule.tests()) {
            if all.iter().any(|(known, _)| *known == test) {
                continue;
            }
            let stem = format!("{}_{}", test.fact.id, verb(&test.condition)).replace('-', "_");
            let same = all
                .iter()
                .filter(|(known, _)| known.fact == test.fact && verb(&known.condition) == verb(&test.condition));
            let name = match same.count() {
                0 => stem,
                before => format!("{stem}_{}", before + 1),
            };
            all.push((test, name));
        }
        all.sort_by_key(|(test, _)| test.fact.order);
        Self { dialect, all }
    }

    /// The facts that are tested, in asking order.
    pub(super) fn facts(&self) -> Vec<&'a Arc<Question>> {
        let mut facts: Vec<&Arc<Question>> = self.all.iter().map(|(test, _)| &test.fact).collect();
        facts.dedup();
        facts
    }

    /// The column of a test.
    pub(super) fn column(&self, test: &Test) -> Clause {
        let known = self.all.iter().find(|(known, _)| *known == test);
        known.map_or(Clause::Unknown, |(_, name)| Clause::Is(name.clone()))
    }

    /// Whether a fact is not known at all.
    pub(super) fn is_open(&self, fact: &Question) -> Clause {
        let column = |suffix: &str| format!("{} IS NULL", self.dialect.quoted(&format!("{}{suffix}", fact.id)));
        match fact.kind {
            FactKind::Date => Clause::all(["_first", "_last"].map(|suffix| Clause::Is(column(suffix)))),
            FactKind::DateOrNo => Clause::all(["_first", "_last", "_never"].map(|suffix| Clause::Is(column(suffix)))),
            _ => Clause::Is(column("")),
        }
    }

    /// The people with a column for each test.
    pub(super) fn cte(&self, table: &str) -> String {
        let column = |(test, name): &(&Test, String)| format!("    {} AS {name}", self.condition(test));
        let columns: Vec<String> = self.all.iter().map(column).collect();
        format!("tests AS (\n  SELECT {table}.*,\n{}\n  FROM {table}\n)", columns.join(",\n"))
    }

    fn condition(&self, test: &Test) -> String {
        let column = self.dialect.quoted(&test.fact.id);
        let listed = |ids: &[Id]| ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
        match &test.condition {
            Condition::Yes => column,
            Condition::OneOf(ids) => format!("{column} IN ({})", listed(ids)),
            Condition::Includes(ids) => {
                let one = |id: &Id| format!("(',' || {column} || ',') LIKE '%,{id},%'");
                let any = ids.iter().map(one).collect::<Vec<_>>().join("\n      OR ");
                format!("CASE WHEN {column} = 'stateless' THEN NULL ELSE\n      {any} END")
            }
            Condition::AtLeast(number) => format!("{column} >= {number}"),
            Condition::AtMost(number) => format!("{column} <= {number}"),
            Condition::Cutoff(cutoff) => self.cutoff(&test.fact, *cutoff),
        }
    }

    fn cutoff(&self, fact: &Question, cutoff: Cutoff) -> String {
        let column = |suffix: &str| self.dialect.quoted(&format!("{}{suffix}", fact.id));
        let (first, last, day) = (column("_first"), column("_last"), self.dialect.day(cutoff.date));
        let (passes, fails) = match cutoff.boundary {
            Boundary::OnOrBefore => (format!("{last} <= {day}"), format!("{first} > {day}")),
            Boundary::Before => (format!("{last} < {day}"), format!("{first} >= {day}")),
            Boundary::OnOrAfter => (format!("{first} >= {day}"), format!("{last} < {day}")),
            Boundary::After => (format!("{first} > {day}"), format!("{last} <= {day}")),
        };
        let never = match fact.kind {
            FactKind::DateOrNo => format!("WHEN {} THEN FALSE ", column("_never")),
            _ => String::new(),
        };
        format!("CASE {never}WHEN {passes} THEN TRUE WHEN {fails} THEN FALSE END")
    }
}

/// What a test asks, as a part of a name.
fn verb(condition: &Condition) -> &'static str {
    match condition {
        Condition::Yes => "is_yes",
        Condition::OneOf(_) => "is_one_of",
        Condition::Includes(_) => "includes",
        Condition::AtLeast(_) => "at_least",
        Condition::AtMost(_) => "at_most",
        Condition::Cutoff(cutoff) => cutoff.boundary.into(),
    }
}

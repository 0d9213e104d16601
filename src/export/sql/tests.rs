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
            let name = name(test);
            // What two names differ in may be what a name cannot have.
            let is_taken = all.iter().any(|(_, known)| *known == name);
            all.push((test, if is_taken { format!("{name}_{}", all.len()) } else { name }));
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

/// The most letters of a name: `PostgreSQL` cuts what is longer than 63, and a number may follow.
const LONGEST: usize = 56;

/// The name of a column that says what a test asks: `arrived_on_or_before_2023_06_11`. Of a long list only what it is.
fn name(test: &Test) -> String {
    let (verb, operand) = match &test.condition {
        Condition::Yes => ("is_yes", String::new()),
        Condition::OneOf(ids) => ("is", ids.join("_or_")),
        Condition::Includes(ids) => ("has", ids.join("_or_")),
        Condition::AtLeast(number) => ("at_least", number.to_string()),
        Condition::AtMost(number) => ("at_most", number.to_string()),
        Condition::Cutoff(cutoff) => (cutoff.boundary.into(), cutoff.date.to_string()),
    };
    let stem = format!("{}_{verb}", test.fact.id);
    let whole = format!("{stem}_{operand}");
    let name = if whole.len() > LONGEST { format!("{stem}_one_of") } else { whole };
    name.trim_end_matches('_').to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

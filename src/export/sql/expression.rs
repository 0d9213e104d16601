//! Conditions as SQL writes them.

use super::dialect::Dialect;
use crate::export::clause::Clause;

impl Dialect {
    /// A condition, of which each further line of a list is indented so far.
    pub(super) fn text(self, clause: &Clause, indent: usize) -> String {
        let list = |parts: &[Clause], word: &str| {
            let between = format!("\n{}{word} ", " ".repeat(indent));
            parts.iter().map(|part| self.inner(part, indent + 2)).collect::<Vec<_>>().join(&between)
        };
        match clause {
            Clause::True => "TRUE".to_owned(),
            Clause::False => "FALSE".to_owned(),
            Clause::Unknown => self.unknown().to_owned(),
            Clause::Is(text) => text.clone(),
            Clause::All(parts) => list(parts, "AND"),
            Clause::Any(parts) => list(parts, "OR"),
            Clause::Not(part) => format!("NOT {}", self.inner(part, indent)),
            Clause::Agreed(parts) => {
                let none = Clause::all(parts.iter().cloned().map(Clause::not));
                self.decided(&Clause::all(parts.iter().cloned()), &none, indent)
            }
            Clause::InAll(cases) => self.decided(&Clause::surely(cases, true), &Clause::surely(cases, false), indent),
        }
    }

    fn decided(self, holds: &Clause, fails: &Clause, indent: usize) -> String {
        let line = format!("\n{}", " ".repeat(indent));
        let [holds, fails] = [holds, fails].map(|when| self.text(when, indent + 2));
        format!("CASE WHEN {holds}{line}THEN TRUE WHEN {fails}{line}THEN FALSE END")
    }

    /// A condition as a part of another one.
    pub(super) fn inner(self, clause: &Clause, indent: usize) -> String {
        match clause {
            Clause::All(_) | Clause::Any(_) => format!("({})", self.text(clause, indent)),
            _ => self.text(clause, indent),
        }
    }
}

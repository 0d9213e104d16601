//! Conditions in SQL, simplified as they are put together.

use crate::content::{Rule, Test};

/// A condition: `NULL` where it is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sql {
    True,
    False,
    /// A condition that nobody knows, as the dialect writes it.
    Unknown(&'static str),
    /// As it stands, with parentheses around it where it needs them.
    Is(String),
    All(Vec<Sql>),
    Any(Vec<Sql>),
    Not(Box<Sql>),
    /// What all agree on.
    Agreed(Vec<Sql>),
}

impl Sql {
    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().filter(|part| *part != Self::True).collect();
        match parts.as_slice() {
            [] => Self::True,
            [one] => one.clone(),
            _ if parts.contains(&Self::False) => Self::False,
            _ => Self::All(parts),
        }
    }

    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().filter(|part| *part != Self::False).collect();
        match parts.as_slice() {
            [] => Self::False,
            [one] => one.clone(),
            _ if parts.contains(&Self::True) => Self::True,
            _ => Self::Any(parts),
        }
    }

    pub(super) fn not(part: Self) -> Self {
        match part {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown(text) => Self::Unknown(text),
            Self::Not(part) => *part,
            part => Self::Not(Box::new(part)),
        }
    }

    fn agreed(parts: Vec<Self>) -> Self {
        match parts.as_slice() {
            [one] => one.clone(),
            [first, ..] if parts.iter().all(|part| part == first) => first.clone(),
            _ => Self::Agreed(parts),
        }
    }

    /// A rule, with a column for each of its tests.
    pub(super) fn of(rule: &Rule, unknown: &'static str, leaf: &dyn Fn(&Test) -> Self) -> Self {
        let many = |rules: &[Rule]| rules.iter().map(|rule| Self::of(rule, unknown, leaf)).collect::<Vec<_>>();
        match rule {
            Rule::All(rules) => Self::all(many(rules)),
            Rule::Any(rules) => Self::any(many(rules)),
            Rule::Agreed(rules) => Self::agreed(many(rules)),
            Rule::Not(rule) => Self::not(Self::of(rule, unknown, leaf)),
            Rule::Test(test) => leaf(test),
            Rule::Unstated(_) => Self::Unknown(unknown),
        }
    }

    /// The text, of which each further line of a list is indented so far.
    pub(super) fn text(&self, indent: usize) -> String {
        let list = |parts: &[Self], word: &str| {
            let between = format!("\n{}{word} ", " ".repeat(indent));
            parts.iter().map(|part| part.inner(indent + 2)).collect::<Vec<_>>().join(&between)
        };
        match self {
            Self::True => "TRUE".to_owned(),
            Self::False => "FALSE".to_owned(),
            Self::Unknown(text) => (*text).to_owned(),
            Self::Is(text) => text.clone(),
            Self::All(parts) => list(parts, "AND"),
            Self::Any(parts) => list(parts, "OR"),
            Self::Not(part) => format!("NOT {}", part.inner(indent)),
            Self::Agreed(parts) => {
                let none = Self::all(parts.iter().cloned().map(Self::not));
                let all = Self::all(parts.iter().cloned());
                format!(
                    "CASE WHEN {} THEN TRUE\n{}WHEN {} THEN FALSE END",
                    all.inner(indent + 2),
                    " ".repeat(indent),
                    none.inner(indent + 2)
                )
            }
        }
    }

    /// The text as a part of another condition.
    fn inner(&self, indent: usize) -> String {
        match self {
            Self::All(_) | Self::Any(_) => format!("({})", self.text(indent)),
            _ => self.text(indent),
        }
    }
}

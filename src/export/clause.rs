//! Conditions of an engine, simplified as they are put together.

use super::tree::{Leaf, Tree};

/// A condition that holds, fails, or is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clause {
    True,
    False,
    /// A condition that nobody knows.
    Unknown,
    /// As the engine writes it.
    Is(String),
    All(Vec<Clause>),
    Any(Vec<Clause>),
    Not(Box<Clause>),
    /// What all agree on.
    Agreed(Vec<Clause>),
    /// Cases, each with whether it can be: what is found in all that can be.
    InAll(Vec<(Clause, Clause)>),
}

impl Clause {
    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let inner = |part| if let Self::All(parts) = part { parts } else { vec![part] };
        let alternatives = |part: &Self| if let Self::Any(parts) = part { parts.clone() } else { Vec::new() };
        joined(parts.into_iter().flat_map(inner), (&Self::True, &Self::False), &alternatives, Self::All)
    }

    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let inner = |part| if let Self::Any(parts) = part { parts } else { vec![part] };
        let conditions = |part: &Self| if let Self::All(parts) = part { parts.clone() } else { Vec::new() };
        joined(parts.into_iter().flat_map(inner), (&Self::False, &Self::True), &conditions, Self::Any)
    }

    pub(super) fn not(part: Self) -> Self {
        match part {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::Not(part) => *part,
            part => Self::Not(Box::new(part)),
        }
    }

    fn agreed(parts: Vec<Self>) -> Self {
        match parts.as_slice() {
            [first, others @ ..] if others.iter().all(|part| part == first) => first.clone(),
            _ => Self::Agreed(parts),
        }
    }

    /// Rules, with what their leaves come to.
    pub(super) fn of(tree: &Tree, leaf: &dyn Fn(&Leaf) -> Self) -> Self {
        let many = |trees: &[Tree]| trees.iter().map(|tree| Self::of(tree, leaf)).collect::<Vec<_>>();
        match tree {
            Tree::All(trees) => Self::all(many(trees)),
            Tree::Any(trees) => Self::any(many(trees)),
            Tree::Agreed(trees) => Self::agreed(many(trees)),
            Tree::Not(tree) => Self::not(Self::of(tree, leaf)),
            Tree::Leaf(one) => leaf(one),
            Tree::Unstated => Self::Unknown,
        }
    }

    /// When cases leave no doubt: in each that can be, what is found holds, or fails.
    pub(super) fn surely(cases: &[(Self, Self)], holds: bool) -> Self {
        let found = |found: &Self| if holds { found.clone() } else { Self::not(found.clone()) };
        Self::all(cases.iter().map(|(can_be, one)| Self::any([Self::not(can_be.clone()), found(one)])))
    }
}

/// Parts with a word between them: without those that change nothing, and without those that another part is enough for.
fn joined(
    parts: impl Iterator<Item = Clause>,
    (nothing, all): (&Clause, &Clause),
    within: &dyn Fn(&Clause) -> Vec<Clause>,
    join: fn(Vec<Clause>) -> Clause,
) -> Clause {
    let mut kept: Vec<Clause> = Vec::new();
    for part in parts.filter(|part| part != nothing) {
        if !kept.contains(&part) {
            kept.push(part);
        }
    }
    if kept.contains(all) {
        return all.clone();
    }
    let is_enough = |one: &Clause, other: &Clause| {
        let (own, others) = (within(one), within(other));
        let own = if own.is_empty() { vec![one.clone()] } else { own };
        own.len() < others.len() && own.iter().all(|part| others.contains(part))
    };
    let needed: Vec<Clause> =
        kept.iter().filter(|part| !kept.iter().any(|other| is_enough(other, part))).cloned().collect();
    match needed.as_slice() {
        [] => nothing.clone(),
        [one] => one.clone(),
        _ => join(needed),
    }
}

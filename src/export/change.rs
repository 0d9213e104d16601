//! What rules come to where facts stand in several leaves, and when an answer can still change that.
//!
//! As at the desk: such facts are fixed in one cell after the other, and within these all other leaves vary independently.
//! An answer changes the verdict where two ways to answer, with all else the same, lie on both sides of a *bound*: of
//! what is met, or of what is not failed.

use super::clause::Clause;
use super::tree::{Cell, Engine, Leaf, Tree};
use crate::content::Question;

/// The rules of requirements that hold together.
pub(super) struct Trees {
    pub(super) trees: Vec<Tree>,
    /// Of each fact that stands in several leaves the cells.
    pub(super) repeated: Vec<Vec<Cell>>,
}

/// One cell for each fact that stands in several leaves.
type World<'t> = Vec<&'t Cell>;

fn holds(world: &World<'_>, leaf: &Leaf) -> Option<bool> {
    world.iter().find_map(|cell| cell.holds(leaf))
}

impl Trees {
    pub(super) fn of<'r>(rules: impl IntoIterator<Item = &'r crate::content::Rule>) -> Self {
        let trees: Vec<Tree> = rules.into_iter().map(Tree::of).collect();
        let repeated = Cell::of_repeated(&trees);
        Self { trees, repeated }
    }

    /// Whether no fact of a requirement stands in another one.
    pub(super) fn is_alone(&self, requirement: usize) -> bool {
        self.beside([requirement].into()).len() == 1
    }

    /// Requirements, and all that share facts with them.
    fn beside(&self, mut found: Vec<usize>) -> Vec<usize> {
        let tree = |at: usize| self.trees.get(at);
        let shares = |one: usize, other: usize| {
            let facts = tree(one).map(Tree::leaves).unwrap_or_default();
            tree(other).is_some_and(|tree| facts.iter().any(|leaf| tree.has(&leaf.fact)))
        };
        while let Some(more) =
            (0..self.trees.len()).find(|at| !found.contains(at) && found.iter().any(|one| shares(*one, *at)))
        {
            found.push(more);
        }
        found
    }

    /// Every world of the facts that stand in several leaves of some trees, but of one.
    fn worlds(&self, trees: &[&Tree], without: Option<&Question>) -> Vec<World<'_>> {
        let count =
            |fact: &Question| trees.iter().flat_map(|tree| tree.leaves()).filter(|leaf| *leaf.fact == *fact).count();
        let is_fixed = |cell: &Cell| count(&cell.fact) > 1 && without.is_none_or(|fact| *fact != *cell.fact);
        let own = self.repeated.iter().filter(|cells| cells.first().is_some_and(is_fixed));
        own.fold(vec![Vec::new()], |worlds: Vec<World<'_>>, cells| {
            let with = |cell| worlds.iter().map(move |world: &World<'_>| world.iter().copied().chain([cell]).collect());
            cells.iter().flat_map(with).collect()
        })
    }

    /// What all trees come to together, or one of them.
    pub(super) fn verdict(&self, only: Option<usize>, engine: &dyn Engine) -> Clause {
        let own = self.trees.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at));
        let own: Vec<&Tree> = own.map(|(_, tree)| tree).collect();
        let found = |world: &World<'_>| {
            let leaf = |leaf: &Leaf| match holds(world, leaf) {
                Some(true) => Clause::True,
                Some(false) => Clause::False,
                None => leaf.clause(engine),
            };
            Clause::all(own.iter().map(|tree| Clause::of(tree, &leaf)))
        };
        let worlds = self.worlds(&own, None);
        match worlds.as_slice() {
            [one] => found(one),
            _ => Clause::InAll(worlds.iter().map(|world| (can_be(world, engine), found(world))).collect()),
        }
    }

    /// When an answer to a question can change the verdict, while that is open.
    pub(super) fn can_change(&self, question: &Question, engine: &dyn Engine) -> Clause {
        let asked = (0..self.trees.len()).filter(|at| self.trees.get(*at).is_some_and(|tree| tree.has(question)));
        let own = self.beside(asked.collect());
        let none = [Bound::Met, Bound::NotFailed].map(|bound| self.crosses(question, &own, bound, engine));
        if own.is_empty() { Clause::False } else { Clause::any(none) }
    }

    /// When two answers lie on both sides of a bound.
    fn crosses(&self, question: &Question, own: &[usize], bound: Bound, engine: &dyn Engine) -> Clause {
        let (mut looked_into, mut beside) = (Vec::new(), Vec::new());
        for (at, tree) in self.trees.iter().enumerate() {
            let knows = !own.contains(&at) && (bound == Bound::NotFailed || tree.is_decidable()) && self.is_alone(at);
            match engine.not_failed(at).filter(|_| knows) {
                Some(clause) => beside.push(clause),
                None => looked_into.push(tree),
            }
        }
        let cells = self.repeated.iter().find(|cells| cells.iter().any(|cell| *cell.fact == *question));
        let sides: Vec<[Option<&Cell>; 2]> = match cells {
            None => vec![[None, None]],
            Some(cells) => cells
                .iter()
                .flat_map(|one| {
                    cells.iter().filter(move |other| *other != one).map(move |other| [Some(one), Some(other)])
                })
                .collect(),
        };
        let mut found = Vec::new();
        for world in self.worlds(&looked_into, Some(question)) {
            for cells in &sides {
                let side = |cell: Option<&'_ Cell>| cell.map_or(Clause::True, |cell| engine.cell(cell));
                let pair = Pair { question, world: &world, cells, engine };
                let between = [can_be(&world, engine), side(cells[0]), side(cells[1])];
                let crossed = pair.together(looked_into.iter().copied(), [true, false], bound, true);
                found.push(Clause::all(between.into_iter().chain([crossed])));
            }
        }
        Clause::all(beside.into_iter().chain([Clause::any(found)]))
    }
}

fn can_be(world: &World<'_>, engine: &dyn Engine) -> Clause {
    Clause::all(world.iter().map(|cell| engine.cell(cell)))
}

/// What a verdict is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// It is met.
    Met,
    /// It is met or unclear.
    NotFailed,
}

/// Two full answers that differ in one question.
struct Pair<'p> {
    question: &'p Question,
    world: &'p World<'p>,
    /// The cells of the question where it stands in several leaves.
    cells: &'p [Option<&'p Cell>; 2],
    engine: &'p dyn Engine,
}

impl Pair<'_> {
    /// When a tree can be on these sides of a bound, for the one answer and for the other.
    fn can_be(&self, tree: &Tree, sides: [bool; 2], bound: Bound) -> Clause {
        let of = |trees: &[Tree], good: bool| self.together(trees.iter(), sides, bound, good);
        match tree {
            Tree::All(trees) => of(trees, true),
            Tree::Any(trees) => of(trees, false),
            // It is met where all are, and failed where all are.
            Tree::Agreed(trees) => of(trees, bound == Bound::Met),
            Tree::Not(tree) => {
                let other = if bound == Bound::Met { Bound::NotFailed } else { Bound::Met };
                self.can_be(tree, sides.map(|side| !side), other)
            }
            Tree::Leaf(leaf) => self.leaf_can_be(leaf, sides),
            Tree::Unstated if sides == [bound == Bound::NotFailed; 2] => Clause::True,
            Tree::Unstated => Clause::False,
        }
    }

    fn leaf_can_be(&self, leaf: &Leaf, sides: [bool; 2]) -> Clause {
        let fixed = |side: usize| self.cells.get(side).copied().flatten().and_then(|cell| cell.holds(leaf));
        let known = holds(self.world, leaf).map(|holds| [holds, holds]).or_else(|| Some([fixed(0)?, fixed(1)?]));
        match known {
            Some(known) if known == sides => Clause::True,
            None if sides == [true, true] => self.engine.leaf_can_be(leaf, true),
            None if sides == [false, false] => self.engine.leaf_can_be(leaf, false),
            None if *leaf.fact == *self.question => self.engine.is_open(leaf),
            _ => Clause::False,
        }
    }

    /// When trees together can be on these sides, where one is good as long as all of them are good.
    fn together<'t>(
        &self,
        trees: impl Iterator<Item = &'t Tree>,
        sides: [bool; 2],
        bound: Bound,
        good: bool,
    ) -> Clause {
        let trees: Vec<&Tree> = trees.collect();
        let can = |tree: &Tree, sides: [bool; 2]| self.can_be(tree, sides.map(|side| side == good), bound);
        let others = |at: usize| trees.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, tree)| *tree);
        let some = |one: &dyn Fn(usize, &Tree) -> Clause| {
            Clause::any(trees.iter().enumerate().map(|(at, tree)| one(at, tree)))
        };
        match sides.map(|side| side == good) {
            [true, true] => Clause::all(trees.iter().map(|tree| can(tree, [true, true]))),
            [false, false] => some(&|at, tree| {
                let apart = others(at).map(|other| can(other, [false, true]));
                let apart = Clause::all([can(tree, [true, false]), Clause::any(apart)]);
                Clause::any([can(tree, [false, false]), apart])
            }),
            mixed => some(&|at, tree| {
                let good_first = others(at).map(|other| Clause::any([can(other, [true, true]), can(other, mixed)]));
                Clause::all([can(tree, mixed)].into_iter().chain(good_first))
            }),
        }
    }
}

//! The order of each row, so that few lines cross: barycentres of the rows above and below, in turns, then neighbours
//! that change places.

use std::collections::BTreeSet;

use super::rows::{LinkLine, Order, What};
use super::tangle;

/// How often the rows are ordered, down and up again.
const ROUNDS: usize = 6;

/// What the lines join between each row and the next one.
type Gaps = Vec<Vec<(What, What)>>;

/// Orders each row by what it is joined to above or below; keeps the best order found.
pub(super) fn minimize_crossings(rows: &mut Order, lines: &[LinkLine]) {
    let mut gaps: Gaps = vec![Vec::new(); rows.len().saturating_sub(1)];
    for line in lines {
        for at in line.rows.0..line.rows.1 {
            gaps.get_mut(at).into_iter().for_each(|gap| gap.extend(line.part(at)));
        }
    }
    let mut crossed: Vec<usize> = (0..gaps.len()).map(|gap| crossings_of(rows, &gaps, gap)).collect();
    let mut best = (crossed.iter().sum::<usize>(), rows.clone());
    let mut versions = RowVersions::new(rows.len());
    for round in 0..2 * ROUNDS {
        if best.0 == 0 {
            break;
        }
        for gap in order_all(rows, &gaps, round % 2 == 0, &mut versions) {
            crossed.get_mut(gap).into_iter().for_each(|count| *count = crossings_of(rows, &gaps, gap));
        }
        let crossed = crossed.iter().sum();
        if crossed < best.0 {
            best = (crossed, rows.clone());
        }
    }
    *rows = best.1;
    if best.0 > 0 {
        tangle::untangle(rows, &gaps);
    }
}

/// Orders every row by the one above it, or below it; the gaps beside those that changed.
fn order_all(rows: &mut Order, gaps: &Gaps, down: bool, versions: &mut RowVersions) -> BTreeSet<usize> {
    let last = rows.len().saturating_sub(1);
    let mut changed = BTreeSet::new();
    for nth in 1..rows.len() {
        let at = if down { nth } else { last - nth };
        let (beside, gap) = if down { (at - 1, at - 1) } else { (at + 1, at) };
        if versions.is_as_before(at, beside) {
            continue;
        }
        let Some(before) = rows.get(at).cloned() else { continue };
        let mut row = before.clone();
        let joins = gaps.get(gap).map(Vec::as_slice).unwrap_or_default();
        sort(&mut row, rows.get(beside).map(Vec::as_slice).unwrap_or_default(), joins, down);
        let is_changed = row != before;
        versions.note(at, beside, is_changed);
        if let Some(slot) = rows.get_mut(at).filter(|_| is_changed) {
            *slot = row;
            changed.extend([at.wrapping_sub(1), at]);
        }
    }
    changed
}

/// What need not be done again: a row stays as it is where neither it nor the row that it is ordered by has changed since
/// it was ordered without a change. In a long process most rows settle at once.
struct RowVersions {
    /// How often each row has changed.
    changes: Vec<usize>,
    /// For the row above and the one below: how often this row and that one had changed when nothing came of it.
    before: Vec<[Option<(usize, usize)>; 2]>,
}

impl RowVersions {
    fn new(rows: usize) -> Self {
        Self { changes: vec![0; rows], before: vec![[None; 2]; rows] }
    }

    fn now(&self, at: usize, beside: usize) -> Option<(usize, usize)> {
        Some((*self.changes.get(at)?, *self.changes.get(beside)?))
    }

    fn is_as_before(&self, at: usize, beside: usize) -> bool {
        let before = self.before.get(at).and_then(|sides| sides.get(usize::from(beside > at)).copied().flatten());
        before.is_some() && before == self.now(at, beside)
    }

    fn note(&mut self, at: usize, beside: usize, is_changed: bool) {
        if is_changed {
            self.changes.get_mut(at).into_iter().for_each(|changes| *changes += 1);
        } else {
            let now = self.now(at, beside);
            let sides = self.before.get_mut(at);
            if let Some(before) = sides.and_then(|sides| sides.get_mut(usize::from(beside > at))) {
                *before = now;
            }
        }
    }
}

/// Orders a row by the middle of what each item is joined to in the row beside it.
fn sort(row: &mut [What], beside: &[What], joins: &[(What, What)], down: bool) {
    /// The middle of the nth of so many items, on a scale that rows of any length share.
    fn middle(nth: usize, of: usize) -> usize {
        (2 * nth + 1) * 1000 / of.max(1)
    }
    let place = |what: What| beside.iter().position(|other| *other == what);
    let mut keyed: Vec<(usize, What)> = Vec::with_capacity(row.len());
    for (nth, what) in row.iter().enumerate() {
        let ends = joins.iter().map(|(from, to)| if down { (to, from) } else { (from, to) });
        let joined = ends.filter(|(here, _)| *here == what).filter_map(|(_, there)| place(*there));
        let (sum, count) = joined.fold((0, 0), |(sum, count), nth| (sum + middle(nth, beside.len()), count + 1));
        let mean = usize::checked_div(sum, count);
        keyed.push((mean.unwrap_or(middle(nth, row.len())), *what));
    }
    keyed.sort_by_key(|(mean, _)| *mean);
    for (slot, (_, what)) in row.iter_mut().zip(keyed) {
        *slot = what;
    }
}

fn crossings_of(rows: &Order, gaps: &Gaps, gap: usize) -> usize {
    let (Some(row), Some(next), Some(joins)) = (rows.get(gap), rows.get(gap + 1), gaps.get(gap)) else { return 0 };
    let place = |row: &[What], what: What| row.iter().position(|other| *other == what);
    let ends: Vec<_> = joins.iter().map(|(from, to)| (place(row, *from), place(next, *to))).collect();
    let crosses = |a: &(_, _), b: &(_, _)| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1);
    ends.iter().enumerate().map(|(nth, a)| ends.iter().skip(nth + 1).filter(|b| crosses(a, b)).count()).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::process::layout::Room;
    use crate::process::layout::rows::Rows;
    use crate::process::tests::any_process;

    proptest! {
        #[test]
        fn untangling_makes_nothing_worse_and_loses_nothing(model in any_process(40)) {
            let room = Room { width: 76, gap: 1, pass: 1, apart: 2 };
            let laid = Rows::of(&model, &(0..model.steps.len()).collect(), &std::collections::BTreeSet::new(), room, &|_| 12);
            let mut rows: Order = laid.each.iter().map(|row| row.iter().map(|item| item.what).collect()).collect();
            let gaps: Gaps =
                (1..rows.len()).map(|gap| laid.between(gap - 1).map(|(from, to, _)| (from, to)).collect()).collect();
            for row in &mut rows {
                row.reverse();
            }
            let crossings = |rows: &Order| (0..gaps.len()).map(|gap| crossings_of(rows, &gaps, gap)).sum::<usize>();
            let sorted = |rows: &Order| rows.iter().map(|row| { let mut row = row.clone(); row.sort(); row }).collect::<Vec<_>>();
            let (crossed, items) = (crossings(&rows), sorted(&rows));
            tangle::untangle(&mut rows, &gaps);
            prop_assert!(crossings(&rows) <= crossed);
            prop_assert_eq!(sorted(&rows), items);
        }
    }
}

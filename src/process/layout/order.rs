//! The order of each row, so that few lines cross: barycentres of the rows above and below, in turns, then neighbours
//! that change places.

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
    let mut best = (crossings(rows, &gaps), rows.clone());
    for round in 0..2 * ROUNDS {
        let down = round % 2 == 0;
        let last = rows.len().saturating_sub(1);
        for nth in 1..rows.len() {
            let at = if down { nth } else { last - nth };
            let (beside, gap) = if down { (at - 1, at - 1) } else { (at + 1, at) };
            let beside = rows.get(beside).cloned().unwrap_or_default();
            let joins = gaps.get(gap).map(Vec::as_slice).unwrap_or_default();
            if let Some(row) = rows.get_mut(at) {
                sort(row, &beside, |what| {
                    let ends = joins.iter().map(|(from, to)| if down { (*to, *from) } else { (*from, *to) });
                    ends.filter(|(here, _)| *here == what).map(|(_, there)| there).collect()
                });
            }
        }
        let crossed = crossings(rows, &gaps);
        if crossed < best.0 {
            best = (crossed, rows.clone());
        }
    }
    *rows = best.1;
    tangle::untangle(rows, &gaps);
}

fn sort(row: &mut [What], beside: &[What], joined: impl Fn(What) -> Vec<What>) {
    /// The middle of the nth of so many items, on a scale that rows of any length share.
    fn middle(nth: usize, of: usize) -> usize {
        (2 * nth + 1) * 1000 / of.max(1)
    }
    let place = |what: &What| beside.iter().position(|other| other == what);
    let mut keyed: Vec<(usize, What)> = Vec::with_capacity(row.len());
    for (nth, what) in row.iter().enumerate() {
        let ends = joined(*what);
        let places: Vec<usize> = ends.iter().filter_map(place).map(|nth| middle(nth, beside.len())).collect();
        let mean = places.iter().sum::<usize>().checked_div(places.len());
        keyed.push((mean.unwrap_or(middle(nth, row.len())), *what));
    }
    keyed.sort_by_key(|(mean, _)| *mean);
    for (slot, (_, what)) in row.iter_mut().zip(keyed) {
        *slot = what;
    }
}

fn crossings(rows: &Order, gaps: &Gaps) -> usize {
    (0..gaps.len()).map(|gap| crossings_of(rows, gaps, gap)).sum()
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
                (1..rows.len()).map(|gap| laid.lines.iter().filter_map(|line| line.part(gap - 1)).collect()).collect();
            for row in &mut rows {
                row.reverse();
            }
            let sorted = |rows: &Order| rows.iter().map(|row| { let mut row = row.clone(); row.sort(); row }).collect::<Vec<_>>();
            let (crossed, items) = (crossings(&rows, &gaps), sorted(&rows));
            tangle::untangle(&mut rows, &gaps);
            prop_assert!(crossings(&rows, &gaps) <= crossed);
            prop_assert_eq!(sorted(&rows), items);
        }
    }
}

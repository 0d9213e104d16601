//! The order of each row, so that few lines cross: barycentres of the rows above and below, in turns, then neighbours
//! that change places.

use super::rows::{Line, Order, What};

/// How often the rows are ordered, down and up again.
const ROUNDS: usize = 6;

/// What the lines join between each row and the next one.
type Gaps = Vec<Vec<(What, What)>>;

/// Orders each row by what it is joined to above or below; keeps the best order found.
pub(super) fn minimize_crossings(rows: &mut Order, lines: &[Line]) {
    let gaps: Gaps = (1..rows.len()).map(|gap| lines.iter().filter_map(|line| line.part(gap - 1)).collect()).collect();
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
    untangle(rows, &gaps);
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

/// Lets neighbours change places where fewer lines cross then. A change that makes no difference is tried too: it can
/// be what a row beside it needs, and is taken back where it is not.
fn untangle(rows: &mut Order, gaps: &Gaps) {
    for at in 0..rows.len() {
        for nth in 1..rows.get(at).map_or(0, Vec::len) {
            let crossed = crossings_near(rows, gaps, at);
            if crossed == 0 {
                break;
            }
            let near = at.saturating_sub(1)..(at + 2).min(rows.len());
            let before: Vec<_> = rows.get(near.clone()).unwrap_or_default().to_vec();
            let all = |rows: &Order| near.clone().map(|at| crossings_near(rows, gaps, at)).sum::<usize>();
            let were = all(rows);
            swap(rows, at, nth);
            near.clone().filter(|beside| *beside != at).for_each(|beside| swap_where_better(rows, gaps, beside));
            if all(rows) >= were {
                near.zip(before)
                    .for_each(|(at, row)| rows.get_mut(at).into_iter().for_each(|slot| slot.clone_from(&row)));
            }
        }
    }
}

/// Lets neighbours of one row change places where fewer lines cross then.
fn swap_where_better(rows: &mut Order, gaps: &Gaps, at: usize) {
    for nth in 1..rows.get(at).map_or(0, Vec::len) {
        let before = crossings_near(rows, gaps, at);
        swap(rows, at, nth);
        if crossings_near(rows, gaps, at) >= before {
            swap(rows, at, nth);
        }
    }
}

fn swap(rows: &mut Order, at: usize, nth: usize) {
    if let Some([a, b]) = rows.get_mut(at).and_then(|row| row.get_mut(nth - 1..=nth)) {
        std::mem::swap(a, b);
    }
}

fn crossings(rows: &Order, gaps: &Gaps) -> usize {
    (0..gaps.len()).map(|gap| crossings_of(rows, gaps, gap)).sum()
}

/// Where lines cross right above and below a row.
fn crossings_near(rows: &Order, gaps: &Gaps, at: usize) -> usize {
    at.checked_sub(1).map_or(0, |gap| crossings_of(rows, gaps, gap)) + crossings_of(rows, gaps, at)
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
            untangle(&mut rows, &gaps);
            prop_assert!(crossings(&rows, &gaps) <= crossed);
            prop_assert_eq!(sorted(&rows), items);
        }
    }
}

//! The order of each row, so that few lines cross: barycentres of the rows above and below, in turns.

use super::rows::{Line, Order, What};

/// How often the rows are ordered, down and up again.
const ROUNDS: usize = 6;

/// Orders each row by what it is joined to above or below; keeps the best order found.
pub(super) fn minimize_crossings(rows: &mut Order, lines: &[Line]) {
    let mut best = (crossings(rows, lines), rows.clone());
    for round in 0..2 * ROUNDS {
        let down = round % 2 == 0;
        let last = rows.len().saturating_sub(1);
        for nth in 1..rows.len() {
            let at = if down { nth } else { last - nth };
            let (beside, gap) = if down { (at - 1, at - 1) } else { (at + 1, at) };
            let beside = rows.get(beside).cloned().unwrap_or_default();
            if let Some(row) = rows.get_mut(at) {
                sort(row, &beside, |what| {
                    let parts = lines.iter().filter_map(|line| line.part(gap));
                    let ends = parts.map(|(from, to)| if down { (to, from) } else { (from, to) });
                    ends.filter(|(here, _)| *here == what).map(|(_, there)| there).collect()
                });
            }
        }
        let crossed = crossings(rows, lines);
        if crossed < best.0 {
            best = (crossed, rows.clone());
        }
    }
    *rows = best.1;
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

fn crossings(rows: &Order, lines: &[Line]) -> usize {
    let mut crossed = 0;
    for (at, (row, next)) in rows.iter().zip(rows.iter().skip(1)).enumerate() {
        let place = |row: &[What], what: What| row.iter().position(|other| *other == what);
        let parts = lines.iter().filter_map(|line| line.part(at));
        let ends: Vec<_> = parts.map(|(from, to)| (place(row, from), place(next, to))).collect();
        for (nth, a) in ends.iter().enumerate() {
            crossed +=
                ends.iter().skip(nth + 1).filter(|b| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1)).count();
        }
    }
    crossed
}

//! The columns of boxes: near what they are joined to, without touching their neighbours.

use super::Room;
use super::rows::{RowItem, Rows, What, gap};

/// How often the boxes are moved, down and up again.
const ROUNDS: usize = 4;

/// Sets the columns of every item. No row is wider than the room: [`Rows`] split it.
pub(super) fn place(rows: &mut Rows) {
    let room = rows.room;
    for row in &mut rows.each {
        let wanted = vec![room.width.cast_signed() / 2; row.len()];
        fit(row, &wanted, room);
    }
    for round in 0..2 * ROUNDS {
        let down = round % 2 == 0;
        for nth in 0..rows.each.len() {
            let at = if down { nth } else { rows.each.len() - 1 - nth };
            // The last round looks both ways.
            let is_last = round + 1 == 2 * ROUNDS;
            let wanted = wanted(rows, at, [down || is_last, !down || is_last]);
            if let Some(row) = rows.each.get_mut(at) {
                fit(row, &wanted, room);
            }
        }
    }
    let left = rows.each.iter().flatten().map(|item| item.x).min().unwrap_or_default();
    for item in rows.each.iter_mut().flatten() {
        item.x -= left;
    }
}

/// The best middle for each item of a row: the mean of the items that it is joined to, above, below or both, else its own;
/// within its band, if it has one.
fn wanted(rows: &Rows, at: usize, [above, below]: [bool; 2]) -> Vec<isize> {
    let row = rows.each.get(at).map(Vec::as_slice).unwrap_or_default();
    let mut sums = vec![(0, 0); row.len()];
    let mut add = |here: What, row_of_other: usize, there: What| {
        let here = row.iter().position(|item| item.what == here);
        let sum = here.and_then(|nth| sums.get_mut(nth));
        if let (Some(sum), Some(other)) = (sum, rows.item(row_of_other, there)) {
            *sum = (sum.0 + middle(other), sum.1 + 1);
        }
    };
    if let Some(before) = at.checked_sub(1).filter(|_| above) {
        rows.between(before).for_each(|(from, to, _)| add(to, before, from));
    }
    if below {
        rows.between(at).for_each(|(from, to, _)| add(from, at + 1, to));
    }
    let best = |(item, (sum, count)): (&RowItem, (isize, isize))| {
        let mean = if count == 0 { middle(item) } else { sum / count };
        let half = (item.width / 2).cast_signed();
        item.band.map_or(mean, |(left, right)| mean.min(right.cast_signed() - half - 1).max(left.cast_signed() + half))
    };
    row.iter().zip(sums).map(best).collect()
}

fn middle(item: &RowItem) -> isize {
    (item.x + item.width / 2).cast_signed()
}

/// Moves the items of a row as near to the wanted columns as their order and the width allow: isotonic least squares,
/// by pooling adjacent items that would overlap.
fn fit(row: &mut [RowItem], wanted: &[isize], room: Room) {
    let gap = gap(row, room);
    let mut before = 0;
    let mut pools: Vec<(isize, isize)> = Vec::new();
    for (item, middle) in row.iter().zip(wanted) {
        let left = middle - (item.width / 2).cast_signed() - before;
        before += (item.width + gap).cast_signed();
        let mut pool = (left, 1);
        while let Some(last) = pools.pop_if(|last| last.0 * pool.1 > pool.0 * last.1) {
            pool = (pool.0 + last.0, pool.1 + last.1);
        }
        pools.push(pool);
    }
    let room = (room.width + gap).cast_signed() - before;
    let lefts = pools.into_iter().flat_map(|(sum, count)| (0..count).map(move |_| sum.div_euclid(count)));
    let mut before = 0;
    for (item, left) in row.iter_mut().zip(lefts) {
        item.x = (left.clamp(0, room.max(0)) + before).max(0).cast_unsigned();
        before += (item.width + gap).cast_signed();
    }
}

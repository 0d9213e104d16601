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
            let sides = if round + 1 == 2 * ROUNDS { [true, false] } else { [down, down] };
            let wanted = wanted(rows, at, sides);
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

/// The best middle for each item of a row: the mean of the items that it is joined to, above (`true`) or below, else its
/// own; within its band, if it has one.
fn wanted(rows: &Rows, at: usize, sides: [bool; 2]) -> Vec<isize> {
    let row = rows.each.get(at).map(Vec::as_slice).unwrap_or_default();
    let joined = |what: What, above: bool| -> Vec<isize> {
        let (gap, beside) = if above { (at.checked_sub(1), at.wrapping_sub(1)) } else { (Some(at), at + 1) };
        let parts = gap.into_iter().flat_map(|gap| rows.between(gap));
        let ends = parts.filter_map(|(from, to, _)| {
            let (here, there) = if above { (to, from) } else { (from, to) };
            (here == what).then_some(there)
        });
        ends.filter_map(|there| rows.item(beside, there)).map(middle).collect()
    };
    let mean = |item: &RowItem| {
        let mut all: Vec<isize> = sides.iter().flat_map(|above| joined(item.what, *above)).collect();
        if all.is_empty() {
            all.push(middle(item));
        }
        let mean = all.iter().sum::<isize>() / all.len().cast_signed().max(1);
        let half = (item.width / 2).cast_signed();
        item.band.map_or(mean, |(left, right)| mean.min(right.cast_signed() - half - 1).max(left.cast_signed() + half))
    };
    row.iter().map(mean).collect()
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

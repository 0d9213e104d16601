//! Finds rows that only moved up or down.

use std::ops::Range;

use super::cell::Cell;
use super::screen::Screen;

/// Rows `top` to `bottom`, moved up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) by: usize,
    pub(super) up: bool,
}

/// About the bytes of a scroll without its line feeds: margins set and reset, and the way to the region's edge.
const OVERHEAD: isize = 12;
/// Rows are compared in parts, so that a pane that moved beside one that did not is found.
const PARTS: usize = 4;
/// How many are tried.
const CANDIDATES: usize = 3;

/// The scrolls that seem to save most, best first.
pub(super) fn candidates(shown: &Screen, wanted: &Screen) -> Vec<Scroll> {
    let height = wanted.height;
    let blank = vec![Cell::BLANK; wanted.width];
    let now: Vec<isize> = (0..height).map(|y| rough(shown.row(y), wanted.row(y))).collect();
    let fresh: Vec<isize> = (0..height).map(|y| rough(&blank, wanted.row(y))).collect();
    let mut found = Vec::new();
    // The rows that are best emptied at once, by scrolling all of them out. Each row costs a line feed.
    let emptied = best_run(now.iter().zip(&fresh).map(|(now, fresh)| (now - fresh - 1, 0)));
    if let Some((saved, top, bottom)) = emptied.filter(|(_, top, bottom)| top < bottom) {
        found.push((saved - OVERHEAD, Scroll { top, bottom, by: bottom + 1 - top, up: true }));
    }
    let parts = new_parts(shown, wanted);
    for by in 1..height {
        for up in [true, false] {
            let source = |y: usize| if up { y.checked_add(by).filter(|y| *y < height) } else { y.checked_sub(by) };
            let is_there = |(y, part): &(usize, Range<usize>)| {
                source(*y).is_some_and(|from| shown.row(from)[part.clone()] == wanted.row(*y)[part.clone()])
            };
            if !parts.iter().any(is_there) {
                continue;
            }
            let moved = |y: usize| source(y).map_or(0, |from| rough(shown.row(from), wanted.row(y)));
            if let Some((saved, top, bottom)) = region(&now, moved, &fresh, by, up) {
                let feeds = isize::try_from(if up { by } else { 2 * by }).unwrap_or(isize::MAX / 2);
                found.push((saved - OVERHEAD - feeds, Scroll { top, bottom, by, up }));
            }
        }
    }
    found.retain(|(saved, _)| *saved > 0);
    found.sort_by_key(|(saved, _)| std::cmp::Reverse(*saved));
    found.into_iter().take(CANDIDATES).map(|(_, scroll)| scroll).collect()
}

/// The parts of rows that are new and not blank: a useful scroll moves at least one of them to where it is wanted.
fn new_parts(shown: &Screen, wanted: &Screen) -> Vec<(usize, Range<usize>)> {
    let width = wanted.width.div_ceil(PARTS).max(1);
    let starts = (0..wanted.width).step_by(width);
    let all = (0..wanted.height).flat_map(|y| starts.clone().map(move |x| (y, x)));
    all.map(|(y, x)| (y, x..(x + width).min(wanted.width)))
        .filter(|(y, part)| {
            let new = &wanted.row(*y)[part.clone()];
            *new != shown.row(*y)[part.clone()] && new.iter().any(|cell| *cell != Cell::BLANK)
        })
        .collect()
}

/// The run of gains that comes to most together with what stands beside its last one; its first and its last.
fn best_run(gains: impl Iterator<Item = (isize, isize)>) -> Option<(isize, usize, usize)> {
    let (mut best, mut run, mut start) = (None, 0, 0);
    for (n, (gain, beside)) in gains.enumerate() {
        if run <= 0 {
            (run, start) = (0, n);
        }
        run += gain;
        if best.is_none_or(|(most, _, _)| run + beside > most) {
            best = Some((run + beside, start, n));
        }
    }
    best
}

/// The region that saves most when it is scrolled, and how much.
fn region(
    now: &[isize],
    moved: impl Fn(usize) -> isize,
    fresh: &[isize],
    by: usize,
    up: bool,
) -> Option<(isize, usize, usize)> {
    let height = now.len();
    // Counted from the side where rows enter last, both directions are the same.
    let at = |n: usize| if up { n } else { height - 1 - n };
    let save = |n: usize| now[at(n)] - fresh[at(n)];
    let mut entering: isize = (0..by).map(save).sum();
    let gains = (0..height - by).map(|n| {
        entering += save(n + by) - save(n);
        (now[at(n)] - moved(at(n)), entering)
    });
    let (saved, start, end) = best_run(gains)?;
    let (a, b) = (at(start), at(end + by));
    Some((saved, a.min(b), a.max(b)))
}

/// About the bytes that turn a row into another.
fn rough(shown: &[Cell], wanted: &[Cell]) -> isize {
    if shown == wanted {
        return 0;
    }
    let tail = wanted.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |x| x + 1);
    let mut cost = if shown[tail..].iter().any(|cell| *cell != Cell::BLANK) { 3 } else { 0 };
    let mut was_clean = true;
    for (shown, wanted) in shown.iter().zip(wanted).take(tail) {
        let is_clean = shown == wanted;
        cost += isize::from(!is_clean) + if was_clean && !is_clean { 4 } else { 0 };
        was_clean = is_clean;
    }
    cost
}

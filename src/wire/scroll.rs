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
const OVERHEAD: usize = 12;
/// Rows are compared in parts, so that a pane that moved beside one that did not is found.
const PARTS: usize = 4;
/// How many are tried.
const CANDIDATES: usize = 3;

/// The scrolls that seem to save most, best first.
pub(super) fn candidates(shown: &Screen, wanted: &Screen) -> Vec<Scroll> {
    let height = wanted.height;
    let blank = vec![Cell::BLANK; wanted.width];
    let now: Vec<usize> = (0..height).map(|y| rough(shown.row(y), wanted.row(y))).collect();
    let fresh: Vec<usize> = (0..height).map(|y| rough(&blank, wanted.row(y))).collect();
    let mut found: Vec<(usize, Scroll)> = emptied(&now, &fresh).into_iter().collect();
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
            let moved: Vec<Option<usize>> =
                (0..height).map(|y| source(y).map(|from| rough(shown.row(from), wanted.row(y)))).collect();
            if let Some((saved, top, bottom)) = region(&now, &moved, &fresh, by, up) {
                let cost = OVERHEAD + if up { by } else { 2 * by };
                found.extend(saved.checked_sub(cost + 1).map(|saved| (saved, Scroll { top, bottom, by, up })));
            }
        }
    }
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

/// The rows that are best emptied at once, by scrolling all of them out.
fn emptied(now: &[usize], fresh: &[usize]) -> Option<(usize, Scroll)> {
    let (mut best, mut run, mut start) = (None, 0, 0);
    for (n, (now, fresh)) in now.iter().zip(fresh).enumerate() {
        if run <= 0 {
            (run, start) = (0, n);
        }
        // Each row costs a line feed.
        run += signed(*now) - signed(*fresh) - 1;
        if best.is_none_or(|(most, _, _)| run > most) {
            best = Some((run, start, n));
        }
    }
    let (saved, top, bottom) = best?;
    let saved = usize::try_from(saved).ok()?.checked_sub(OVERHEAD + 1)?;
    (top < bottom).then_some((saved, Scroll { top, bottom, by: bottom + 1 - top, up: true }))
}

/// The region that saves most when it is scrolled, and how much.
fn region(
    now: &[usize],
    moved: &[Option<usize>],
    fresh: &[usize],
    by: usize,
    up: bool,
) -> Option<(usize, usize, usize)> {
    let height = now.len();
    // Counted from the side where rows enter last, both directions are the same.
    let at = |n: usize| if up { n } else { height - 1 - n };
    let save = |n: usize, new: usize| signed(now[at(n)]) - signed(new);
    let mut entering = 0;
    for n in 0..by.min(height) {
        entering += save(n, fresh[at(n)]);
    }
    let (mut best, mut run, mut start) = (None, 0, 0);
    for n in 0..height.saturating_sub(by) {
        if run <= 0 {
            (run, start) = (0, n);
        }
        run += save(n, moved[at(n)]?);
        entering += save(n + by, fresh[at(n + by)]) - save(n, fresh[at(n)]);
        let saved = run + entering;
        if best.is_none_or(|(most, _, _)| saved > most) {
            best = Some((saved, start, n + by));
        }
    }
    let (saved, start, end) = best?;
    let (a, b) = (at(start), at(end));
    Some((usize::try_from(saved).ok()?, a.min(b), a.max(b)))
}

fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

/// About the bytes that turn a row into another.
fn rough(shown: &[Cell], wanted: &[Cell]) -> usize {
    if shown == wanted {
        return 0;
    }
    let tail = wanted.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |x| x + 1);
    let mut cost = if shown[tail..].iter().any(|cell| *cell != Cell::BLANK) { 3 } else { 0 };
    let mut was_clean = true;
    for (shown, wanted) in shown.iter().zip(wanted).take(tail) {
        let is_clean = shown == wanted;
        cost += usize::from(!is_clean) + if was_clean && !is_clean { 4 } else { 0 };
        was_clean = is_clean;
    }
    cost
}

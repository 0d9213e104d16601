//! Which step stands in which row, which links are lines, and in which order a row is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Sheet, boxes, columns};
use crate::content::{LinkKind, ProcessModel};
use crate::process::{LinkRef, links};

/// Blank cells between two boxes of a row, where there is room for them; else one.
const GAP: usize = 2;
/// Cells of a line that passes by the boxes of a row: itself and a blank at either side.
pub(super) const PASS: usize = 3;
/// The most rows that a line passes by; a longer one is easier to read as a stub.
const FAR: usize = 2;
/// The most lines that come into a box.
const CROWD: usize = 4;
/// How often the rows are put in order, down and up again.
const ROUNDS: usize = 6;

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// The box of a step.
    Step(usize),
    /// A line on its way to a row below.
    Pass(LinkRef),
}

/// A place in a row.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) x: usize,
    pub(super) width: usize,
    /// The column in which its line goes down.
    pub(super) port: usize,
}

/// A link that is drawn as a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) link: LinkRef,
    pub(super) to: usize,
    /// The row of the step that it leaves, and that of the step it leads to.
    pub(super) rows: (usize, usize),
}

impl Line {
    /// What it joins between a row and the next one; `None` where it is not drawn there.
    pub(super) fn part(&self, row: usize) -> Option<(What, What)> {
        let (top, bottom) = self.rows;
        let pass = What::Pass(self.link);
        let from = if row == top { What::Step(self.link.from) } else { pass };
        let to = if row + 1 == bottom { What::Step(self.to) } else { pass };
        (top <= row && row < bottom).then_some((from, to))
    }
}

/// Rows of boxes, and the lines between them.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) each: Vec<Vec<Item>>,
    pub(super) lines: Vec<Line>,
    pub(super) sheet: Sheet,
}

type Order = Vec<Vec<What>>;

impl Rows {
    pub(super) fn of(model: &ProcessModel, steps: &BTreeSet<usize>, stubs: &BTreeSet<LinkRef>, sheet: Sheet) -> Self {
        let onward = onward(model, steps, stubs);
        let wide = |what: &What| match what {
            What::Step(step) => boxes::width(model, *step, sheet),
            What::Pass(_) => PASS,
        };
        let order = split(levels(steps, &onward), &wide, sheet.width);
        let (mut order, lines) = lines(order, &onward, &wide, sheet.width);
        put_in_order(&mut order, &lines);
        let item = |what: What| Item { what, x: 0, width: wide(&what), port: 0 };
        let each = order.into_iter().map(|row| row.into_iter().map(item).collect()).collect();
        let mut rows = Self { each, lines, sheet };
        columns::place(&mut rows);
        rows
    }

    pub(super) fn item(&self, row: usize, what: What) -> Option<&Item> {
        self.each.get(row)?.iter().find(|item| item.what == what)
    }

    /// The lines between a row and the next one, with what they join.
    pub(super) fn between(&self, row: usize) -> impl Iterator<Item = (What, What, LinkRef)> + '_ {
        self.lines.iter().filter_map(move |line| line.part(row).map(|(from, to)| (from, to, line.link)))
    }

    pub(super) fn is_line(&self, link: LinkRef) -> bool {
        self.lines.iter().any(|line| line.link == link)
    }
}

/// Blank cells between the items of a row.
pub(super) fn gap(row: &[Item], width: usize) -> usize {
    let items: usize = row.iter().map(|item| item.width).sum();
    let gaps = row.len().saturating_sub(1);
    if items + gaps * GAP <= width { GAP } else { 1 }
}

/// Links that can be lines: on to a later step that is shown.
fn onward(model: &ProcessModel, steps: &BTreeSet<usize>, stubs: &BTreeSet<LinkRef>) -> Vec<(LinkRef, usize)> {
    let shown = |step: &usize| steps.contains(step);
    let all = links(model).filter(|(at, link)| shown(&at.from) && shown(&link.to) && !stubs.contains(at));
    all.filter(|(at, link)| link.kind != LinkKind::Loop && link.to > at.from).map(|(at, link)| (at, link.to)).collect()
}

/// Each step one row below the lowest that leads to it.
fn levels(steps: &BTreeSet<usize>, onward: &[(LinkRef, usize)]) -> Order {
    let mut level: BTreeMap<usize, usize> = BTreeMap::new();
    let mut rows = Order::new();
    for step in steps {
        let own = level.get(step).copied().unwrap_or_default();
        for (_, to) in onward.iter().filter(|(at, _)| at.from == *step) {
            let below = level.entry(*to).or_default();
            *below = (own + 1).max(*below);
        }
        if rows.len() <= own {
            rows.resize_with(own + 1, Vec::new);
        }
        rows.get_mut(own).into_iter().for_each(|row| row.push(What::Step(*step)));
    }
    rows
}

/// Breaks a row that is too wide into several.
fn split(levels: Order, wide: &dyn Fn(&What) -> usize, width: usize) -> Order {
    let mut rows = Order::new();
    for level in levels {
        let (mut row, mut used) = (Vec::new(), 0);
        for what in level {
            let wide = wide(&what);
            if used + wide > width && !row.is_empty() {
                rows.push(std::mem::take(&mut row));
                used = 0;
            }
            used += wide + 1;
            row.push(what);
        }
        rows.push(row);
    }
    rows
}

/// The links that are drawn as lines: short ones first, as far as there is room for them.
fn lines(
    mut rows: Order,
    onward: &[(LinkRef, usize)],
    wide: &dyn Fn(&What) -> usize,
    width: usize,
) -> (Order, Vec<Line>) {
    let row_of = |rows: &Order, step| rows.iter().position(|row| row.contains(&What::Step(step))).unwrap_or_default();
    let line = |(link, to): &(LinkRef, usize)| Line {
        link: *link,
        to: *to,
        rows: (row_of(&rows, link.from), row_of(&rows, *to)),
    };
    let mut wanted: Vec<Line> = onward.iter().map(line).filter(|line| line.rows.1 > line.rows.0).collect();
    wanted.sort_by_key(|line| (line.rows.1 - line.rows.0, line.link));
    let mut lines: Vec<Line> = Vec::new();
    for line in wanted {
        let (top, bottom) = line.rows;
        let passed = bottom - top - 1;
        let room = |row: &Vec<What>| row.iter().map(|what| wide(what) + 1).sum::<usize>() + PASS <= width;
        let roomy = rows.iter().skip(top + 1).take(passed).all(room);
        let crowded = lines.iter().filter(|other| other.to == line.to).count() >= CROWD;
        if passed <= FAR && roomy && !crowded {
            rows.iter_mut().skip(top + 1).take(passed).for_each(|row| row.push(What::Pass(line.link)));
            lines.push(line);
        }
    }
    (rows, lines)
}

/// Puts each row in the order of what it is joined to, above and below, so that few lines cross.
fn put_in_order(rows: &mut Order, lines: &[Line]) {
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
    /// The middle of the nth of so many, on a scale that rows of different lengths share.
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

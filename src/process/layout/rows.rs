//! Which step stands in which row, which links are lines, and in which order a row is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Room, columns};
use crate::content::{LinkKind, ProcessModel};
use crate::process::{LinkRef, links};

/// The most rows that a line passes by; a longer one is easier to read as a stub.
const FAR: usize = 2;
/// The most lines that come into a box.
const CROWD: usize = 4;
/// How often the rows are put in order, down and up again.
const ROUNDS: usize = 6;

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::process) enum What {
    /// The box of a step.
    Step(usize),
    /// A line on its way to a row below.
    Pass(LinkRef),
}

/// A place in a row.
#[derive(Debug)]
pub(in crate::process) struct Item {
    pub(in crate::process) what: What,
    pub(in crate::process) x: usize,
    pub(in crate::process) width: usize,
    /// The columns of its track: tracks stand side by side.
    pub(in crate::process) band: Option<(usize, usize)>,
    /// The column in which its line goes down.
    pub(in crate::process) port: usize,
}

/// A link that is drawn as a line.
#[derive(Debug, Clone, Copy)]
pub(in crate::process) struct Line {
    pub(in crate::process) link: LinkRef,
    pub(in crate::process) to: usize,
    /// The row of the step that it leaves, and that of the step it leads to.
    pub(in crate::process) rows: (usize, usize),
}

impl Line {
    /// What it joins between a row and the next one; `None` where it is not drawn there.
    pub(in crate::process) fn part(&self, row: usize) -> Option<(What, What)> {
        let (top, bottom) = self.rows;
        let pass = What::Pass(self.link);
        let from = if row == top { What::Step(self.link.from) } else { pass };
        let to = if row + 1 == bottom { What::Step(self.to) } else { pass };
        (top <= row && row < bottom).then_some((from, to))
    }
}

/// Rows of boxes, and the lines between them.
#[derive(Debug)]
pub(in crate::process) struct Rows {
    pub(in crate::process) each: Vec<Vec<Item>>,
    pub(in crate::process) lines: Vec<Line>,
    pub(in crate::process) room: Room,
}

type Order = Vec<Vec<What>>;

impl Rows {
    pub(in crate::process) fn of(
        model: &ProcessModel,
        steps: &BTreeSet<usize>,
        stubs: &BTreeSet<LinkRef>,
        room: Room,
        wide: &dyn Fn(usize) -> usize,
    ) -> Self {
        let width = room.width;
        let onward = onward(model, steps, stubs);
        let wide = |what: &What| match what {
            What::Step(step) => wide(*step).min(width),
            What::Pass(_) => room.pass,
        };
        let order = split(levels(steps, &onward), &wide, width);
        let (mut order, lines) = lines(order, &onward, &wide, room);
        put_in_order(&mut order, &lines);
        let bands = bands(model, steps, width);
        let band = |what: &What| match what {
            What::Step(step) => bands.get(step).copied(),
            What::Pass(_) => None,
        };
        let item = |what: What| Item { what, x: 0, width: wide(&what), band: band(&what), port: 0 };
        let each = order.into_iter().map(|row| row.into_iter().map(item).collect()).collect();
        let mut rows = Self { each, lines, room };
        columns::place(&mut rows);
        rows
    }

    pub(in crate::process) fn item(&self, row: usize, what: What) -> Option<&Item> {
        self.each.get(row)?.iter().find(|item| item.what == what)
    }

    /// The lines between a row and the next one, with what they join.
    pub(in crate::process) fn between(&self, row: usize) -> impl Iterator<Item = (What, What, LinkRef)> + '_ {
        self.lines.iter().filter_map(move |line| line.part(row).map(|(from, to)| (from, to, line.link)))
    }

    pub(in crate::process) fn is_line(&self, link: LinkRef) -> bool {
        self.lines.iter().any(|line| line.link == link)
    }
}

/// Blank cells between the items of a row.
pub(in crate::process) fn gap(row: &[Item], room: Room) -> usize {
    let items: usize = row.iter().map(|item| item.width).sum();
    let gaps = row.len().saturating_sub(1);
    room.width.saturating_sub(items).checked_div(gaps).unwrap_or(room.gap).clamp(1, room.gap)
}

/// The columns of the track of each step; none where no two tracks are shown.
fn bands(model: &ProcessModel, steps: &BTreeSet<usize>, width: usize) -> BTreeMap<usize, (usize, usize)> {
    let track = |step: &usize| model.steps.get(*step)?.track.as_ref().map(|track| &track.id);
    let shown = |id| steps.iter().filter_map(track).any(|known| known == id);
    let tracks: Vec<_> = model.tracks.iter().map(|track| &track.id).filter(|id| shown(*id)).collect();
    let count = tracks.len();
    let band = |step: &usize| {
        let nth = tracks.iter().position(|id| Some(*id) == track(step))?;
        Some((*step, (nth * width / count, (nth + 1) * width / count)))
    };
    steps.iter().filter(|_| count > 1).filter_map(band).collect()
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
    Room { width, pass, .. }: Room,
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
        let room = |row: &Vec<What>| row.iter().map(|what| wide(what) + 1).sum::<usize>() + pass <= width;
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

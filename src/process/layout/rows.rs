//! Which step stands in which row, and which links are lines.

use std::collections::{BTreeMap, BTreeSet};

use super::{Room, columns, order};
use crate::content::{Link, LinkKind, ProcessModel, Step};
use crate::process::{LinkRef, links};

/// The most rows that a line passes; a longer one is easier to read as a stub.
const FAR: usize = 2;
/// The most lines into a box.
const CROWD: usize = 4;

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::process) enum What {
    /// The box of a step.
    Step(usize),
    /// A line that passes the row.
    Pass(LinkRef),
}

/// An item in a row.
#[derive(Debug)]
pub(in crate::process) struct RowItem {
    pub(in crate::process) what: What,
    pub(in crate::process) x: usize,
    pub(in crate::process) width: usize,
    /// The columns of its track: tracks stand side by side.
    pub(in crate::process) band: Option<(usize, usize)>,
    /// The column in which its line goes down.
    pub(in crate::process) port: usize,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::process) struct LinkLine {
    pub(in crate::process) link: LinkRef,
    pub(in crate::process) to: usize,
    /// The rows of the steps that it leaves and leads to.
    pub(in crate::process) rows: (usize, usize),
}

impl LinkLine {
    /// What it joins between a row and the next one, if it is drawn there.
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
    pub(in crate::process) each: Vec<Vec<RowItem>>,
    /// What the lines join between each row and the next one.
    parts: Vec<Vec<(What, What, LinkRef)>>,
    /// The links that are lines.
    drawn: BTreeSet<LinkRef>,
    pub(in crate::process) room: Room,
}

pub(super) type Order = Vec<Vec<What>>;

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
        order::minimize_crossings(&mut order, &lines);
        let bands = bands(model, steps, width);
        let band = |what: &What| match what {
            What::Step(step) => bands.get(step).copied(),
            What::Pass(_) => None,
        };
        let item = |what: What| RowItem { what, x: 0, width: wide(&what), band: band(&what), port: 0 };
        let mut parts = vec![Vec::new(); order.len()];
        for line in &lines {
            for at in line.rows.0..line.rows.1 {
                let (Some(part), Some(parts)) = (line.part(at), parts.get_mut(at)) else { continue };
                parts.push((part.0, part.1, line.link));
            }
        }
        let each = order.into_iter().map(|row| row.into_iter().map(item).collect()).collect();
        let drawn = lines.iter().map(|line| line.link).collect();
        let mut rows = Self { each, parts, drawn, room };
        columns::place(&mut rows);
        rows
    }

    pub(in crate::process) fn item(&self, row: usize, what: What) -> Option<&RowItem> {
        self.each.get(row)?.iter().find(|item| item.what == what)
    }

    /// The lines between a row and the next one, after what they join.
    pub(in crate::process) fn between(&self, row: usize) -> impl Iterator<Item = (What, What, LinkRef)> + '_ {
        self.parts.get(row).into_iter().flatten().copied()
    }

    /// Whether a line leaves a step.
    pub(in crate::process) fn leaves(&self, step: usize) -> bool {
        self.drawn.range(LinkRef { from: step, link: 0 }..).next().is_some_and(|link| link.from == step)
    }

    /// The links of a step that are no lines.
    pub(in crate::process) fn stubs<'m>(&self, from: usize, step: &'m Step) -> impl Iterator<Item = &'m Link> {
        let is_line = move |link| self.drawn.contains(&LinkRef { from, link });
        step.links.iter().enumerate().filter(move |(link, _)| !is_line(*link)).map(|(_, link)| link)
    }
}

/// Blank cells between the items of a row.
pub(in crate::process) fn gap(row: &[RowItem], room: Room) -> usize {
    let items: usize = row.iter().map(|item| item.width).sum();
    let gaps = row.len().saturating_sub(1);
    room.width.saturating_sub(items).checked_div(gaps).unwrap_or(room.gap).clamp(1, room.gap)
}

/// The columns of each step's track; none where fewer than two tracks are shown.
fn bands(model: &ProcessModel, steps: &BTreeSet<usize>, width: usize) -> BTreeMap<usize, (usize, usize)> {
    let track = |step: &usize| model.step(*step).track.as_ref().map(|track| &track.id);
    let shown = |id| steps.iter().filter_map(track).any(|known| known == id);
    let tracks: Vec<_> = model.tracks.iter().map(|track| &track.id).filter(|id| shown(*id)).collect();
    let count = tracks.len();
    let band = |step: &usize| {
        let nth = tracks.iter().position(|id| Some(*id) == track(step))?;
        Some((*step, (nth * width / count, (nth + 1) * width / count)))
    };
    steps.iter().filter(|_| count > 1).filter_map(band).collect()
}

/// The links that can be lines: those to a later step that is shown.
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
        let first = onward.partition_point(|(at, _)| at.from < *step);
        for (_, to) in onward.iter().skip(first).take_while(|(at, _)| at.from == *step) {
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

/// Breaks rows that are too wide.
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

/// The links that are drawn as lines: short ones first, as long as there is room.
fn lines(
    mut rows: Order,
    onward: &[(LinkRef, usize)],
    wide: &dyn Fn(&What) -> usize,
    Room { width, pass, .. }: Room,
) -> (Order, Vec<LinkLine>) {
    let places = rows.iter().enumerate().flat_map(|(at, row)| row.iter().map(move |what| (*what, at)));
    let row_of: BTreeMap<What, usize> = places.collect();
    let row_of = |step: usize| row_of.get(&What::Step(step)).copied().unwrap_or_default();
    let line =
        |(link, to): &(LinkRef, usize)| LinkLine { link: *link, to: *to, rows: (row_of(link.from), row_of(*to)) };
    let mut wanted: Vec<LinkLine> = onward.iter().map(line).filter(|line| line.rows.1 > line.rows.0).collect();
    wanted.sort_by_key(|line| (line.rows.1 - line.rows.0, line.link));
    let (mut lines, mut into): (Vec<LinkLine>, BTreeMap<usize, usize>) = (Vec::new(), BTreeMap::new());
    for line in wanted {
        let (top, bottom) = line.rows;
        let passed = bottom - top - 1;
        let room = |row: &Vec<What>| row.iter().map(|what| wide(what) + 1).sum::<usize>() + pass <= width;
        let roomy = rows.iter().skip(top + 1).take(passed).all(room);
        let into = into.entry(line.to).or_default();
        if passed <= FAR && roomy && *into < CROWD {
            *into += 1;
            rows.iter_mut().skip(top + 1).take(passed).for_each(|row| row.push(What::Pass(line.link)));
            lines.push(line);
        }
    }
    (rows, lines)
}

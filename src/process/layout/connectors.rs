//! The lines between two rows of boxes: a horizontal bus for each box that lines leave, on a track of its own where two
//! would meet.

use std::collections::BTreeMap;

use super::canvas::{Canvas, DOWN, LEFT, RIGHT, UP};
use super::ports::Entries;
use super::rows::{Rows, What};
use crate::content::ProcessModel;
use crate::process::{LinkMark, LinkRef};

/// The lines from one box, or one line that passes a row.
#[derive(Debug, Clone)]
pub(in crate::process) struct Net {
    pub(in crate::process) exit: usize,
    pub(in crate::process) drops: Vec<Drop>,
    /// The row of its bus; `None` where it goes straight down.
    pub(in crate::process) track: Option<usize>,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::process) struct Drop {
    pub(in crate::process) col: usize,
    pub(in crate::process) link: LinkRef,
    /// Whether it ends at a box of the next row.
    pub(in crate::process) ends: bool,
}

impl Net {
    pub(in crate::process) fn span(&self) -> (usize, usize) {
        let cols = || self.drops.iter().map(|drop| drop.col).chain([self.exit]);
        (cols().min().unwrap_or_default(), cols().max().unwrap_or_default())
    }

    fn covers(&self, col: usize) -> bool {
        let (left, right) = self.span();
        (left..=right).contains(&col)
    }
}

/// The nets below a row, with their tracks.
pub(in crate::process) fn nets(rows: &Rows, at: usize, entries: &Entries) -> Vec<Net> {
    let mut nets: BTreeMap<What, Net> = BTreeMap::new();
    for (from, to, link) in rows.between(at) {
        let exit = rows.item(at, from).map_or(0, |item| item.port);
        let col = entries.get(&(at, link)).copied().unwrap_or_default();
        let ends = matches!(to, What::Step(_));
        let net = nets.entry(from).or_insert_with(|| Net { exit, drops: Vec::new(), track: None });
        net.drops.push(Drop { col, link, ends });
    }
    let mut left_first: Vec<Net> = nets.into_values().collect();
    left_first.sort_by_key(|net| net.exit);
    let right_first: Vec<Net> = left_first.iter().rev().cloned().collect();
    let mut short_first = right_first.clone();
    short_first.sort_by_key(|net| net.span().1 - net.span().0);
    let orders = [left_first, right_first, short_first].into_iter().map(assigned);
    orders.min_by_key(|nets| cost(nets)).unwrap_or_default()
}

/// Gives each net that needs a bus the first track on which it touches no other.
fn assigned(mut nets: Vec<Net>) -> Vec<Net> {
    let mut tracks: Vec<Vec<(usize, usize)>> = Vec::new();
    for net in &mut nets {
        let (left, right) = net.span();
        if left == right {
            continue;
        }
        let apart = |taken: &Vec<(usize, usize)>| taken.iter().all(|(a, b)| right + 1 < *a || b + 1 < left);
        let track = tracks.iter().position(apart).unwrap_or(tracks.len());
        if track == tracks.len() {
            tracks.push(Vec::new());
        }
        tracks.get_mut(track).into_iter().for_each(|taken| taken.push((left, right)));
        net.track = Some(track);
    }
    nets
}

/// The number of crossings, then of tracks.
fn cost(nets: &[Net]) -> (usize, usize) {
    let mut crossed = 0;
    for bus in nets {
        let Some(track) = bus.track else { continue };
        for net in nets {
            let above = net.track.is_none_or(|own| own > track) && net.exit != bus.exit && bus.covers(net.exit);
            let below = net.track.is_some_and(|own| own < track);
            let falls = net.drops.iter().filter(|drop| below && bus.covers(drop.col)).count();
            crossed += usize::from(above) + falls;
        }
    }
    (crossed, height(nets))
}

/// The number of tracks.
pub(in crate::process) fn height(nets: &[Net]) -> usize {
    nets.iter().filter_map(|net| net.track).max().map_or(0, |last| last + 1)
}

/// Draws the nets below a row of boxes; returns their height.
pub(super) fn draw(model: &ProcessModel, nets: &[Net], top: usize, canvas: &mut Canvas) -> usize {
    let heads = top + height(nets);
    for net in nets {
        let Some(track) = net.track else { continue };
        let (left, right) = net.span();
        for col in left..=right {
            let sides = if col > left { LEFT } else { 0 } | if col < right { RIGHT } else { 0 };
            let up = if col == net.exit { UP } else { 0 };
            let down = if net.drops.iter().any(|drop| drop.col == col) { DOWN } else { 0 };
            canvas.line(top + track, col, sides | up | down);
        }
    }
    for net in nets {
        let bus = net.track.map(|track| top + track);
        for row in top..bus.unwrap_or(top) {
            canvas.line(row, net.exit, UP | DOWN);
        }
        for drop in &net.drops {
            for row in bus.map_or(top, |bus| bus + 1)..=heads {
                canvas.line(row, drop.col, UP | DOWN);
            }
            if drop.ends {
                let mark = LinkMark::of_link(model, drop.link.get(model));
                canvas.text(heads, drop.col, mark.head(canvas.options.charset));
            }
        }
    }
    height(nets) + 1
}

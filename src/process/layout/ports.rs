//! The columns in which lines leave and enter boxes: never two lines in one column.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{RowItem, Rows, What};
use crate::process::LinkRef;

/// The column in which a line enters the row below a row: by row and link.
pub(in crate::process) type Entries = BTreeMap<(usize, LinkRef), usize>;

/// Chooses every column; an error is the lines for which there is none, at most one of each row.
pub(in crate::process) fn set(rows: &mut Rows) -> Result<Entries, Vec<LinkRef>> {
    crowded(pass(rows))?;
    crowded((0..rows.each.len()).filter_map(|row| leave(rows, row).err()).collect())?;
    let mut entries = Entries::new();
    crowded((0..rows.each.len()).filter_map(|row| enter(rows, row, &mut entries).err()).collect())?;
    Ok(entries)
}

fn crowded(links: Vec<LinkRef>) -> Result<(), Vec<LinkRef>> {
    if links.is_empty() { Ok(()) } else { Err(links) }
}

/// Lines that pass a row go straight down if possible, else down its middle; never below a pass of another line. Those
/// for which there is no column, one of a row.
fn pass(rows: &mut Rows) -> Vec<LinkRef> {
    let mut above: Vec<(LinkRef, usize)> = Vec::new();
    let mut crowded = Vec::new();
    for row in &mut rows.each {
        let (mut here, mut is_crowded) = (Vec::new(), false);
        for item in row {
            let What::Pass(link) = item.what else { continue };
            let straight = above.iter().find(|(other, _)| *other == link).map(|(_, port)| *port);
            let taken = above.iter().filter(|(other, _)| *other != link).map(|(_, port)| *port).collect();
            let middle = item.x + item.width / 2;
            match free(item.x..item.x + item.width, straight.unwrap_or(middle), &taken) {
                Some(port) => item.port = port,
                None if is_crowded => {}
                None => {
                    is_crowded = true;
                    crowded.push(link);
                }
            }
            here.push((link, item.port));
        }
        above = here;
    }
    crowded
}

/// Lines leave from the middle of a box, or where the only one can go straight down; never above a pass of another line.
fn leave(rows: &mut Rows, at: usize) -> Result<(), LinkRef> {
    let parts: Vec<_> = rows.between(at).collect();
    let below: Vec<(LinkRef, usize)> = rows.each.get(at + 1).into_iter().flatten().filter_map(passing).collect();
    for item in rows.each.get_mut(at).into_iter().flatten() {
        let What::Step(_) = item.what else { continue };
        let own: Vec<LinkRef> = parts.iter().filter(|part| part.0 == item.what).map(|part| part.2).collect();
        let Some(first) = own.first() else { continue };
        let taken = below.iter().filter(|(link, _)| !own.contains(link)).map(|(_, port)| *port).collect();
        let straight = below.iter().find(|(link, _)| own == [*link]).map(|(_, port)| *port);
        let inner = inner(item);
        let wish = straight.filter(|port| inner.contains(port)).unwrap_or(item.x + item.width / 2);
        item.port = free(inner, wish, &taken).ok_or(*first)?;
    }
    Ok(())
}

fn passing(item: &RowItem) -> Option<(LinkRef, usize)> {
    match item.what {
        What::Pass(link) => Some((link, item.port)),
        What::Step(_) => None,
    }
}

/// Lines enter straight down if possible, else side by side around the middle, ordered by where they come from.
fn enter(rows: &Rows, at: usize, entries: &mut Entries) -> Result<(), LinkRef> {
    let apart = rows.room.apart;
    let port = |what: What| rows.item(at, what).map_or(0, |item| item.port);
    let mut ports: BTreeMap<What, usize> = BTreeMap::new();
    let mut coming: BTreeMap<What, Vec<(usize, What, LinkRef)>> = BTreeMap::new();
    for (from, to, link) in rows.between(at) {
        ports.insert(from, port(from));
        coming.entry(to).or_default().push((port(from), from, link));
    }
    for (to, mut lines) in coming {
        let Some(item) = rows.item(at + 1, to) else { continue };
        lines.sort_unstable();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        let count = lines.len();
        // Straight down only where the lines at either side have room at theirs.
        let straight = |(nth, port): (usize, usize)| {
            let inner = inner(item);
            let has_room = port >= inner.start + nth && port + count - nth <= inner.end;
            (inner.contains(&port) && has_room).then_some(port)
        };
        let pinned: Vec<_> = lines.iter().map(|line| line.0).enumerate().map(straight).collect();
        for (nth, (from_port, from, link)) in lines.into_iter().enumerate() {
            let col = if let What::Pass(_) = to {
                Some(item.port)
            } else {
                let middle = (item.x + item.width / 2 + apart * nth).saturating_sub(apart * (count - 1) / 2);
                let wish = straight((nth, from_port)).unwrap_or_else(|| between(&pinned, nth, middle, apart));
                let foreign = ports.iter().filter(|(other, _)| **other != from).map(|(_, port)| *port);
                free(inner(item), wish, &foreign.chain(used.iter().copied()).collect())
            };
            let col = col.ok_or(link)?;
            used.insert(col);
            entries.insert((at, link), col);
        }
    }
    Ok(())
}

/// A column between the straight lines at either side of a line.
fn between(pinned: &[Option<usize>], nth: usize, wish: usize, apart: usize) -> usize {
    let left = pinned.iter().take(nth).flatten().max().map_or(0, |column| column + apart);
    let right = pinned.iter().skip(nth + 1).flatten().min().map_or(usize::MAX, |column| column.saturating_sub(apart));
    wish.max(left).min(right)
}

fn inner(item: &RowItem) -> std::ops::Range<usize> {
    item.x + 1..item.x + item.width - 1
}

/// The free column nearest to a wish; columns beside taken ones count as farther.
fn free(columns: std::ops::Range<usize>, wish: usize, taken: &BTreeSet<usize>) -> Option<usize> {
    let beside = |column: usize| taken.iter().any(|other| other.abs_diff(column) == 1);
    let cost = |column: &usize| column.abs_diff(wish) + if beside(*column) { 2 } else { 0 };
    columns.filter(|column| !taken.contains(column)).min_by_key(cost)
}

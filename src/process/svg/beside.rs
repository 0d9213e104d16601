//! The words beside the head of a line, where there is room: when the link is taken, and the wait.

use unicode_width::UnicodeWidthStr;

use super::super::layout::connectors::{Drop, Net};
use super::super::layout::rows::What;
use super::typeset::{Align, Type};
use super::{Canvas, PAGE, UNIT};
use crate::content::Link;
use crate::process::spine::clause;

/// The distance between a line and the words beside it.
const BESIDE: usize = 22;
/// How far words may reach beyond the target box, and to the right of one on a track, where the name of the track is.
const BEYOND: (usize, usize) = (260, 140);
/// The most lines of words beside a line: at first, then if that is not enough.
const LINES: [usize; 2] = [2, 3];

/// Words beside the head of a line.
pub(super) struct Beside {
    pub(super) to: usize,
    pub(super) x: usize,
    pub(super) align: Align,
    pub(super) lines: Vec<String>,
    /// Whether the wait before the step is among them.
    pub(super) wait: bool,
}

/// The words beside all lines into a row, from left to right, without overlaps.
pub(super) fn all(page: &Canvas<'_>, nets: &[Net]) -> Vec<Beside> {
    let mut drops: Vec<&Drop> = nets.iter().flat_map(|net| &net.drops).collect();
    drops.sort_unstable_by_key(|drop| drop.col);
    let mut free = UNIT * 2;
    let mut found = Vec::new();
    for (nth, drop) in drops.iter().enumerate() {
        let x = page.column(drop.col);
        let next = drops.get(nth + 1).map_or(PAGE.0 - UNIT * 2, |next| page.column(next.col));
        let beside = one(page, drop, x, (x.saturating_sub(free), next - x));
        free = x;
        if let Some(beside) = beside {
            if beside.align == Align::Left {
                free = x + BESIDE + beside.lines.iter().map(|line| Type::SMALL.width(line)).max().unwrap_or_default();
            }
            found.push(beside);
        }
    }
    found
}

/// The words beside a line, given the room to its left and right.
fn one(page: &Canvas<'_>, drop: &Drop, x: usize, (left, right): (usize, usize)) -> Option<Beside> {
    let link = Some(drop.link.get(page.picture.model)).filter(|_| drop.ends)?;
    let target = page.plan.rows.each.iter().flatten().find(|item| item.what == What::Step(link.to))?;
    let (start, width) = page.across(target);
    let on_track = page.picture.model.step(link.to).track.is_some();
    let beyond = if on_track { BEYOND.1 } else { BEYOND.0 };
    let sides = [
        (right.min((start + width + beyond).saturating_sub(x)), x + BESIDE, Align::Left),
        (left.min((x + BEYOND.0).saturating_sub(start)), x - BESIDE, Align::Right),
    ];
    let sides = sides.map(|(room, x, align)| (Type::SMALL.cells(room.saturating_sub(2 * BESIDE)), x, align));
    let wait = page.picture.wait(link);
    let placed = |wait: &Option<String>| {
        sides.iter().find_map(|(cells, x, align)| {
            let lines = fitting(page, link, wait.as_deref(), *cells)?;
            Some(Beside { to: link.to, x: *x, align: *align, lines, wait: wait.is_some() })
        })
    };
    placed(&wait).or_else(|| placed(&None))
}

/// The words of a link in so many cells: whole, else up to the first comma or colon, else the wait alone.
fn fitting(page: &Canvas<'_>, link: &Link, wait: Option<&str>, cells: usize) -> Option<Vec<String>> {
    let whole = page.picture.get(&link.text);
    let tries = LINES.iter().flat_map(|most| [(whole, *most), (clause(whole), *most)]);
    tries.chain([("", 0)]).find_map(|(words, most)| {
        let options = textwrap::Options::new(cells.max(1)).break_words(false);
        let text = [words].into_iter().filter(|words| !words.is_empty());
        let mut lines: Vec<String> =
            text.flat_map(|words| textwrap::wrap(words, &options)).map(std::borrow::Cow::into_owned).collect();
        let own = lines.len();
        lines.extend(wait.map(str::to_owned));
        let fits = lines.iter().all(|line| line.width() <= cells);
        (fits && own <= most && !lines.is_empty()).then_some(lines)
    })
}

//! Frames: the cheapest bytes found from the shown to the wanted screen.

use super::backend::MOST;
use super::out::Out;
use super::path::{Search, TerminalState};
use super::pen::Pen;
use super::screen::Screen;
use super::scroll::{self, Scroll};
use super::travel::{self, Cursor};

/// Below so many bytes scrolling or repainting cannot be cheaper.
const WORTH_A_LOOK: usize = 60;
/// For so few rows, other orders than from top to bottom are tried.
const FEW_ROWS: usize = 6;
const SCROLLS: usize = 2;

/// The bytes of a frame, and cursor and pen after them.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) bytes: Vec<u8>,
    pub(super) place: Cursor,
    pub(super) pen: Pen,
}

/// The bytes that turn the shown into the wanted screen and move the cursor to its place, if there is one.
pub(super) fn frame(shown: &TerminalState, wanted: &Screen, cursor: Option<(usize, usize)>) -> Frame {
    let mut best = painted_whole(Vec::new(), shown, wanted, cursor);
    if best.bytes.len() < WORTH_A_LOOK {
        return best;
    }
    let (mut start, mut before) = (shown.clone(), Vec::new());
    for _ in 0..SCROLLS {
        let mut better = None;
        for scroll in scroll::candidates(&start.screen, wanted) {
            let (bytes, scrolled) = scrolled(&before, &start, scroll);
            if let Some(tried) = painted(bytes.clone(), &scrolled, wanted, cursor, best.bytes.len()) {
                best = tried;
                better = Some((scrolled, bytes));
            }
        }
        let Some(better) = better else { break };
        (start, before) = better;
    }
    let same = (0..wanted.height).filter(|y| shown.screen.row(*y) == wanted.row(*y)).count();
    if 2 * same > wanted.height {
        return best;
    }
    let (bytes, cleared) = cleared(shown);
    painted(bytes, &cleared, wanted, cursor, best.bytes.len()).unwrap_or(best)
}

/// A frame on a terminal in an unknown state.
pub(super) fn repaint(wanted: &Screen, cursor: Option<(usize, usize)>) -> Frame {
    let screen = Screen::blank(wanted.width, wanted.height);
    let shown = TerminalState { screen, place: Cursor::At(0, 0), pen: Pen::PLAIN };
    painted_whole(b"\x1b[m\x1b[r\x1b[H\x1b[J".to_vec(), &shown, wanted, cursor)
}

/// The rows in the cheapest order, after some bytes, whatever they cost.
fn painted_whole(bytes: Vec<u8>, shown: &TerminalState, wanted: &Screen, cursor: Option<(usize, usize)>) -> Frame {
    let (place, pen) = (shown.place, shown.pen);
    painted(bytes, shown, wanted, cursor, usize::MAX).unwrap_or(Frame { bytes: Vec::new(), place, pen })
}

/// The rows in the cheapest order, after some bytes; none where that comes to `most` bytes or more.
fn painted(
    mut bytes: Vec<u8>,
    shown: &TerminalState,
    wanted: &Screen,
    cursor: Option<(usize, usize)>,
    most: usize,
) -> Option<Frame> {
    let mut most = most.saturating_sub(bytes.len());
    let mut search = Search::new(shown, wanted);
    let rows = search.differing();
    if search.least(&rows) >= most {
        return None;
    }
    let mut best = None;
    for order in orders(rows, cursor) {
        if let Some(end) = search.over(&order, cursor, most) {
            (best, most) = (Some(end), search.cost(end));
        }
    }
    let (place, pen) = search.bytes(best?, &mut bytes);
    Some(Frame { bytes, place, pen })
}

/// Top to bottom; for few rows also upward, rotated, and with the row of the cursor last.
fn orders(rows: Vec<usize>, cursor: Option<(usize, usize)>) -> Vec<Vec<usize>> {
    if rows.len() < 2 || rows.len() > FEW_ROWS {
        return vec![rows];
    }
    let upward: Vec<usize> = rows.iter().rev().copied().collect();
    let mut orders = vec![rows.clone(), upward];
    for n in 1..rows.len() {
        let mut turned = rows.clone();
        turned.rotate_left(n);
        orders.push(turned);
    }
    if let Some((row, _)) = cursor.filter(|(row, _)| rows.contains(row)) {
        let others = rows.into_iter().filter(|y| *y != row);
        orders.push(others.chain([row]).collect());
    }
    orders
}

/// The bytes that scroll a region, after some bytes, and what is shown then.
fn scrolled(before: &[u8], shown: &TerminalState, scroll: Scroll) -> (Vec<u8>, TerminalState) {
    let Scroll { top, bottom, by, up } = scroll;
    let mut bytes = before.to_vec();
    let mut next = shown.clone();
    // On some terminals new rows take the background of the pen.
    next.pen = erasing(shown.pen);
    shown.pen.write(next.pen, &mut bytes);
    let edge = if up { bottom } else { top };
    // A screen of the most rows may be the upper part of a higher one, which does not scroll where it ends.
    let goes_on = shown.screen.height >= usize::from(MOST.height);
    let is_whole = top == 0 && bottom + 1 == shown.screen.height && !goes_on;
    if is_whole {
        travel::write(shown.place, edge, 0, &mut bytes);
        next.place = Cursor::At(edge, 0);
    } else {
        let below = bottom + 1;
        bytes.pair((top > 0).then_some(top + 1), (below < shown.screen.height || goes_on).then_some(below), b'r');
        // Setting the margins moved the cursor home.
        travel::write(Cursor::Unknown, edge, 0, &mut bytes);
        next.place = Cursor::At(0, 0);
    }
    for _ in 0..by {
        bytes.extend_from_slice(if up { b"\n" } else { b"\x1bM" });
    }
    if !is_whole {
        bytes.extend_from_slice(b"\x1b[r");
    }
    next.screen.scroll(scroll);
    (bytes, next)
}

fn cleared(shown: &TerminalState) -> (Vec<u8>, TerminalState) {
    let mut bytes = Vec::new();
    let pen = erasing(shown.pen);
    shown.pen.write(pen, &mut bytes);
    bytes.extend_from_slice(b"\x1b[H\x1b[J");
    let screen = Screen::blank(shown.screen.width, shown.screen.height);
    (bytes, TerminalState { screen, place: Cursor::At(0, 0), pen })
}

/// The nearest pen under which erasing leaves the default background on every terminal.
fn erasing(pen: Pen) -> Pen {
    if pen.can_blank(Pen::PLAIN) { pen } else { Pen::PLAIN }
}

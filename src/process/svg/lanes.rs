//! The background of each track, where its boxes stand apart from all others.

use maud::{Markup, html};

use super::typeset::Type;
use super::{Canvas, Frame, HUES, Row};

/// Between the boxes and the edge.
const PAD: usize = 36;
/// More room at the outer edge, for the name.
const NAME: usize = 170;
/// The radius of the corners.
const ROUND: usize = 24;

pub(super) fn draw(page: &Canvas<'_>) -> Markup {
    let tracks = &page.picture.model.tracks;
    html! {
        @for (nth, track) in tracks.iter().enumerate() {
            @let left = nth * 2 < tracks.len();
            @if let (Some(lane), Some((ink, tint))) = (lane(page, &track.id, left), HUES.get(nth % HUES.len())) {
                @for frame in &lane {
                    rect x=(frame.x) y=(frame.y) width=(frame.width) height=(frame.height) rx=(ROUND) fill=(tint) {}
                }
                (name(&format!("{}  {}", track.mark, page.picture.get(&track.name)), &lane, left, ink))
            }
        }
    }
}

/// The space of a track from its first row to its last, narrower where another box is in the row; `None` where the track
/// is not shown, or another box is between its own.
fn lane(page: &Canvas<'_>, track: &str, left: bool) -> Option<Vec<Frame>> {
    let of = |step: &usize| page.picture.model.step(*step).track.as_ref().map(|track| &*track.id);
    let own = || page.boxes.iter().filter(|(step, _)| of(step) == Some(track)).map(|(_, frame)| frame);
    let outer = |side| if left == side { PAD + NAME } else { PAD };
    let (start, end) = (own().map(|frame| frame.x).min()?, own().map(|frame| frame.x + frame.width).max()?);
    let (first, last) = (own().map(|frame| frame.y).min()?, own().map(|frame| frame.y).max()?);
    let rows = page.rows.iter().filter(|row| (first..=last).contains(&row.top));
    let mut lane: Vec<Frame> = Vec::new();
    for Row { top, bottom, .. } in rows {
        let here = |frame: &&Frame| frame.y == *top;
        let (from, to) =
            (own().filter(here).map(|frame| frame.x).min(), own().filter(here).map(|f| f.x + f.width).max());
        let mut sides = (start.saturating_sub(outer(true)), end + outer(false));
        let others = page.boxes.iter().filter(|(step, _)| of(step) != Some(track)).map(|(_, frame)| frame).filter(here);
        for other in others {
            if from.is_some_and(|from| other.x + other.width <= from) {
                sides.0 = sides.0.max(other.x + other.width + PAD / 2);
            } else if to.is_some_and(|to| other.x >= to) {
                sides.1 = sides.1.min(other.x.saturating_sub(PAD / 2));
            } else {
                return None;
            }
        }
        let y = lane.last().map_or(top.saturating_sub(PAD), |above| above.y + above.height - 2 * ROUND);
        let (x, width) = (sides.0, sides.1.saturating_sub(sides.0));
        match lane.last_mut().filter(|above| (above.x, above.width) == (x, width)) {
            Some(above) => above.height = bottom + PAD - above.y,
            None => lane.push(Frame { x, y, width, height: bottom + PAD - y }),
        }
    }
    Some(lane)
}

/// The name of a track along its outer edge.
fn name(words: &str, lane: &[Frame], left: bool, ink: &str) -> Markup {
    let kind = Type::NOTE;
    let longest = lane.iter().max_by_key(|frame| frame.height);
    let place = longest.map(|frame| {
        let x = if left { frame.x + 2 * kind.size } else { frame.x + frame.width - 2 * kind.size };
        (x, frame.y + frame.height / 2)
    });
    let turn = if left { 270 } else { 90 };
    html! {
        @if let Some((x, middle)) = place {
            text font-size=(kind.size) font-weight="bold" text-anchor="middle" fill=(ink)
                transform={ "translate(" (x) " " (middle) ") rotate(" (turn) ")" } { (words) }
        }
    }
}

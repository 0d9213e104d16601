//! The legend, and what the picture does not promise.

use std::iter;

use maud::{Markup, html};

use super::lines::{head, stroke};
use super::typeset::{Align, Type, paragraphs, text};
use super::{GREY, INK, MARGIN, PAGE};
use crate::content::Msg;
use crate::process::picture::{LineStyle, Picture};

/// From a sign to its words.
const SIGN: usize = 70;
/// Columns of the legend.
const ACROSS: usize = 3;
/// The height of a row.
const DOWN: usize = 46;

/// A sign of the legend.
enum Sign {
    Line(LineStyle),
    End { open: bool },
    Text(&'static str),
}

/// The legend from a height on, and the height below it.
pub(super) fn draw(picture: &Picture<'_>, top: usize) -> (Markup, usize) {
    let width = PAGE.0 - 2 * MARGIN;
    let signs = [
        (Sign::Line(LineStyle::Plain), Msg::PictureSaid),
        (Sign::Line(LineStyle::Maybe), Msg::MarkMaybe),
        (Sign::Line(LineStyle::Cross), Msg::MarkCross),
        (Sign::End { open: false }, Msg::MarkEnd),
        (Sign::End { open: true }, Msg::MarkOpenEnd),
        (Sign::Text("→ 10"), Msg::PictureOn),
        (Sign::Text("↑ 1"), Msg::MarkBack),
        (Sign::Text("~"), Msg::PictureWait),
    ];
    let cell = |nth: usize| (MARGIN + nth % ACROSS * (width / ACROSS), top + 20 + nth / ACROSS * DOWN);
    let below = top + 20 + signs.len().div_ceil(ACROSS) * DOWN + 10;
    let kinds = [(Type::NOTICE, INK)].into_iter().chain(iter::repeat((Type::NOTE, GREY)));
    let caveats = picture.caveats.iter().zip(kinds).map(|(words, (kind, color))| (words, kind, color));
    let (foot, bottom) = paragraphs(caveats, (MARGIN, below), width);
    let markup = html! {
        path d={ "M" (MARGIN) " " (top) "H" (PAGE.0 - MARGIN) } stroke=(GREY) stroke-width="2" {}
        @for (nth, (sign, word)) in signs.iter().enumerate() { (one(sign, picture.catalog.get(*word, picture.lang), cell(nth))) }
        (foot)
    };
    (markup, bottom)
}

fn one(sign: &Sign, words: &str, (x, y): (usize, usize)) -> Markup {
    let base = y + 28;
    html! {
        @match sign {
            Sign::Line(line_style) => {
                (stroke(&format!("M{} {}V{}", x + 24, y, y + 22), *line_style))
                (head(x + 24, y + 40, *line_style))
            }
            Sign::End { open } => {
                rect x=(x) y=(y + 6) width="52" height="26" rx="13" fill="#ffffff" stroke=(INK)
                    stroke-width=(if *open { 4 } else { 7 }) stroke-dasharray=(if *open { "10 7" } else { "none" }) {}
            }
            Sign::Text(sign) => (text(sign, Type::NOTE, (x, base), (Align::Left, INK))),
        }
        (text(words, Type::NOTE, (x + SIGN, base), (Align::Left, GREY)))
    }
}

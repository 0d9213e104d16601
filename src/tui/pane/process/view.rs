//! The spine, and the current step beside it.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::content::{Msg, PartialDate, Step};
use crate::document::{self, Block, Depth, Document, Kind};
use crate::process::MapOptions;
use crate::process::detail::Detail;
use crate::process::spine::{RowKind, Spine};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::{Page, Paragraph, spread};

use super::map;

/// Cells of the spine below which steps go by their short names where a step stands beside it.
const NARROW: u16 = 50;

/// Cells of the mark of the focus.
const LEAD: u16 = 2;

/// The spine: a row a step, and a row for each link that does not simply go on to the next one. Where the current step
/// stands beside it with its full title, steps go by their short names.
pub(super) fn list(view: &View<'_>, width: u16) -> Page {
    let desk = view.desk;
    let model = &desk.content().process;
    let spine = Spine::of(model);
    let mut page = Page::new(width);
    let room = usize::from(width.saturating_sub(LEAD));
    let short = (width < NARROW || view.geometry.shows_four) && view.is_glance();
    let options = MapOptions { lang: desk.lang(), width: room, charset: view.theme.charset() };
    let cells = spine.cells_with(model, options, short, &|step| reached(view, step));
    let here = desk.place().at(model);
    for (row, mut cells) in spine.rows.iter().zip(cells) {
        let step = row.kind.step();
        let at = step == Some(desk.walk().at);
        if at {
            page.focus_next(0);
        }
        if matches!(row.kind, RowKind::Heading { .. }) {
            page.heading_next();
        }
        let style = match row.kind {
            RowKind::Heading { .. } => view.theme.accent(),
            RowKind::Step { .. } => view.theme.strong(),
            _ if at => view.theme.strong(),
            RowKind::Side { .. } | RowKind::Link { .. } => Style::new(),
        };
        if step.is_some() && step == here {
            map::PLACE.clone_into(&mut cells.rail);
        }
        let left = format!("{} {}{} ", cells.number, cells.rail, cells.mark);
        let lead = Span::raw(if at && view.is_on(Focus::List) { "> " } else { "  " });
        let rail = if step.is_some() { style } else { Style::new() };
        let left = vec![lead, Span::styled(left, rail), Span::styled(cells.text, style)];
        page.line(spread(left, Span::raw(cells.wait), usize::from(width)));
    }
    page
}

/// When the person last came to a step, the longest form first; nothing where they did not.
fn reached(view: &View<'_>, step: usize) -> Vec<String> {
    let (place, model, phrases) = (view.desk.place(), &view.desk.content().process, view.desk.phrases());
    let Some((_, day)) = place.known(model).rfind(|(reached, _)| *reached == step) else { return Vec::new() };
    let day = phrases.date_short(PartialDate::Day(day));
    let is_here = place.at(model) == Some(step);
    let forms = is_here
        .then(|| [format!("{}, {day}", phrases.get(Msg::YouAreHere)), phrases.fill(Msg::HereOn, &[("date", &day)])]);
    forms.into_iter().flatten().chain([day]).collect()
}

/// The current step, its ways on with the focused link; at a glance where it leads is said in numbers.
pub(super) fn page(view: &View<'_>, focused_link: usize, width: u16) -> Page {
    let mut page = Page::new(width);
    let depth = if view.is_glance() { Depth::Glance } else { Depth::Whole };
    let doc = document::step(&view.desk.context(), view.desk.walk().at, depth);
    let detail = detail(view);
    if view.is_on(Focus::Detail) && detail.out.is_empty() {
        page.focus_next(0);
    }
    let is_way = |block: &Block| matches!(block.kind, Kind::Item { number: Some(_) });
    let mut among_ways = false;
    for part in doc.blocks.chunk_by(|a, b| !is_way(a) && !is_way(b)) {
        let ways = part.iter().all(is_way);
        if ways != among_ways {
            page.gap();
        }
        among_ways = ways;
        match part {
            [block @ Block { kind: Kind::Item { number: Some(number) }, .. }] => {
                way(view, block, number - 1, &detail, focused_link, &mut page);
            }
            part => blocks::render(&Document { blocks: part.to_vec() }, view, &mut page),
        }
    }
    page
}

pub(super) fn detail<'d>(view: &View<'d>) -> Detail<'d> {
    Detail::of(&view.desk.content().process, view.desk.walk().at, view.desk.as_of())
}

/// Who acts, and on which track.
pub(super) fn who(view: &View<'_>, step: &Step) -> String {
    let lang = view.desk.lang();
    let actor = step.actor.as_ref().map(|actor| actor.name.get(lang));
    let track = step.track.as_ref().map(|track| track.name.get(lang));
    actor.into_iter().chain(track).collect::<Vec<_>>().join(", ")
}

/// A way on, with its mark in the picture.
fn way(view: &View<'_>, block: &Block, link: usize, detail: &Detail<'_>, focused_link: usize, page: &mut Page) {
    let focused = view.is_on(Focus::Detail) && link == focused_link;
    if focused {
        page.focus_next(0);
    }
    page.anchor(&block.anchor);
    let glyph = detail.out.get(link).map_or("", |way| way.mark.glyph(view.theme.charset()));
    let lead = format!("{} {glyph} ", if focused { ">" } else { " " });
    let style = if focused { view.theme.strong() } else { Style::new() };
    page.paragraph(&block.text, Paragraph { indent: 5, mark: (&lead, Style::new()), style, ..Paragraph::default() });
}

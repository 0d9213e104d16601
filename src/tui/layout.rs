//! Pages in their places: what a pane or an overlay shows of itself, and how far it can be scrolled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::component::{Extent, Overlay, Pane, View};
use super::focus::Part;
use super::geometry::Arrangement;
use super::page::Page;

/// A page, where it stands, and how many of its lines are above.
#[derive(Debug)]
pub struct Placed {
    page: Page,
    area: Rect,
    scroll: usize,
}

impl Placed {
    /// Lines that do not fit the area.
    pub fn most(&self) -> usize {
        self.page.len().saturating_sub(usize::from(self.area.height))
    }

    /// Where it stands.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Lines above the visible ones.
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Draws it, and says where the focus is on the screen.
    pub fn draw(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        self.page.draw(self.area, self.scroll, buf)
    }

    /// Whether it goes on below the area.
    pub fn goes_on(&self) -> bool {
        self.page.len() > self.scroll + usize::from(self.area.height)
    }

    /// Scrolled so that the focus is on the screen, with a line below it where there is one.
    fn following(page: Page, area: Rect) -> Self {
        Self::around_focus(page, area, |line, height| (line + 2).saturating_sub(height))
    }

    fn around_focus(page: Page, area: Rect, first: impl Fn(usize, usize) -> usize) -> Self {
        let scroll = page.focus().map_or(0, |(line, _)| first(line, usize::from(area.height)));
        Self { page, area, scroll: 0 }.scrolled(scroll)
    }

    fn scrolled(self, scroll: usize) -> Self {
        Self { scroll: scroll.min(self.most()), ..self }
    }
}

/// The pages of a pane.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PanePages {
    pub list: Option<Placed>,
    pub detail: Option<Placed>,
}

impl PanePages {
    /// The pages of a pane as it is seen.
    pub fn of(component: &dyn Pane, view: &View<'_>) -> Self {
        let (area, arrangement) = (view.area(), component.arrangement(view));
        let four = view.geometry.shows_four;
        // Only a list above its detail has to be there before it is known where both stand.
        let stacks = four || matches!(arrangement, Arrangement::Stacked { .. } | Arrangement::Alone);
        let above = stacks.then(|| component.list(view, area.width));
        let rows = above.as_ref().map_or(0, Page::len);
        let split = if four {
            arrangement.split_quarter(area, rows, view.focus)
        } else {
            arrangement.split(area, rows, view.focus)
        };
        let list = split.list.map(|area| {
            let page = above.unwrap_or_else(|| component.list(view, area.width));
            if component.is_centred(view) {
                // As much above the focus as below it.
                Placed::around_focus(page, area, |line, height| line.saturating_sub(height / 2))
            } else {
                Placed::following(page, area)
            }
        });
        Self { list, detail: split.detail.map(|area| detail(component, view, area)) }
    }
}

fn detail(component: &dyn Pane, view: &View<'_>, area: Rect) -> Placed {
    let mut page = component.detail(view, area.width);
    // Beside the pane with the focus, the others show what they begin with: an office's intake, before any verdict.
    let scroll = if view.focus.is_some() { component.scrolled() } else { 0 };
    let placed = if view.focus.is_some() && component.follows_detail() {
        let placed = Placed::following(page, area);
        let scroll = scroll.max(placed.scroll);
        placed.scrolled(scroll)
    } else {
        Placed { page, area, scroll: 0 }.scrolled(scroll)
    };
    if !view.geometry.shows_four || view.is_on(Part::Detail) {
        return placed;
    }
    page = placed.page;
    page.cut(placed.scroll + usize::from(area.height));
    Placed { page, ..placed }
}

/// Rows of a body below which an overlay may take all of them.
const LEAST: u16 = 12;

/// The page of an overlay: a band at the foot of the body. The pane above stays as it is, and on a slow line is not sent
/// again.
pub fn overlay(overlay: &dyn Overlay, view: &View<'_>) -> Placed {
    let body = view.geometry.body;
    let most = match overlay.extent() {
        _ if body.height < LEAST => body.height,
        Extent::Whole | Extent::Cover => body.height,
        Extent::TwoThirds => body.height * 2 / 3,
        Extent::Half => body.height / 2,
    };
    let page = overlay.page(view, body.width, most);
    let height = match overlay.extent() {
        Extent::Cover => body.height,
        _ => u16::try_from(page.len()).unwrap_or(u16::MAX).min(most),
    };
    let area = Rect { y: body.bottom() - height, height, ..body };
    match overlay.scrolled() {
        Some(scroll) => Placed { page, area, scroll },
        None => Placed::following(page, area),
    }
}

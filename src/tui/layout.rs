//! Pages in their places: what a pane or an overlay shows of itself, and how far it can be scrolled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::arrangement::{self, Arrangement};
use super::component::{Extent, LEISURE, Layer, Pane, Title, View};
use super::focus::Focus;
use super::page::Page;

/// A page, where it stands, and how many of its lines are above.
#[derive(Debug)]
pub(super) struct Placed {
    page: Page,
    pub area: Rect,
    pub scroll: usize,
    /// Columns in which the text goes on, as in a newspaper.
    columns: u16,
}

impl Placed {
    fn new(page: Page, area: Rect, scroll: usize) -> Self {
        Self::in_columns(page, area, scroll, 1)
    }

    fn in_columns(page: Page, area: Rect, scroll: usize, columns: u16) -> Self {
        let placed = Self { page, area, scroll, columns };
        Self { scroll: scroll.min(placed.most()), ..placed }
    }

    /// The same, but so that the focus is on the screen, with a line below it where there is one.
    fn following(page: Page, area: Rect, scroll: usize) -> Self {
        let least = page.focus.map_or(0, |(line, _)| (line + 2).saturating_sub(usize::from(area.height)));
        Self::new(page, area, scroll.max(least))
    }

    /// How far it can be scrolled.
    pub(super) fn most(&self) -> usize {
        self.page.most(self.area.height, self.columns)
    }

    /// So many lines further, or back; in columns as many as lead to the beginning of a statement.
    pub(super) fn whole_statements(&self, lines: usize, is_down: bool) -> usize {
        if self.columns == 1 { lines } else { self.page.whole_statements(self.scroll, lines, is_down) }
    }

    /// The line from which on words are folded into signs: a page key goes no further, since they unfold there.
    pub(super) fn folded(&self) -> Option<usize> {
        self.page.folded
    }

    /// How far it is scrolled for what a search led to to be seen. A step that was found is never read without the notices
    /// that bear on it.
    pub(super) fn scroll_to_found(&self, is_step: bool) -> Option<usize> {
        let scroll = self.page.scroll_to_found(self.area.height.into(), self.most())?;
        let notice = self.page.first_notice().filter(|_| is_step);
        Some(notice.map_or(scroll, |notice| scroll.min(notice)))
    }

    /// Draws it, and says where the focus is on the screen.
    pub(super) fn draw(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        self.page.draw_columns(self.area, self.scroll, self.columns, buf)
    }

    /// Whether it goes on below the area.
    pub(super) fn goes_on(&self) -> bool {
        self.most() > self.scroll
    }
}

/// Rows of a pane on a screen of 24: there no line goes further than what it parts.
const LOW: u16 = 20;

/// The pages of a pane.
#[derive(Debug)]
pub(super) struct PanePages {
    pub list: Option<Placed>,
    pub detail: Option<Placed>,
}

impl PanePages {
    /// The column of the line between list and detail, where they stand side by side. It goes to the foot; where that costs
    /// more than a change of panes may, as far down as both do.
    pub(super) fn line(&self) -> Option<Rect> {
        let (list, detail) = self.list.as_ref().zip(self.detail.as_ref())?;
        let area = list.area;
        let is_cheap = area.height >= LEISURE || area.height > LOW && list.page.len() < usize::from(area.height);
        let both = u16::try_from(list.page.len().min(detail.page.len())).unwrap_or(u16::MAX);
        let height = if is_cheap { area.height } else { both.min(area.height) };
        let x = area.right() + 1;
        (x < detail.area.x).then_some(Rect { x, width: 1, height, ..area })
    }

    /// The pages of a pane as it is seen.
    pub(super) fn of(component: &dyn Pane, view: &View<'_>) -> Self {
        let area = view.area();
        let arrangement = component.shown(view).arrangement(area);
        let four = view.geometry.shows_four;
        // Only a list above its detail has to be there before it is known where both stand.
        let stacks = four || arrangement.is_stacked();
        let list_page = |width| titled(component, view, component.list(view, width));
        let above = stacks.then(|| list_page(area.width));
        let rows = above.as_ref().map_or(0, Page::len);
        let split = if four { Arrangement::split_quarter } else { Arrangement::split };
        let (list, below) = split(arrangement, area, rows, view.focus);
        let list = list.map(|area| {
            let page = above.unwrap_or_else(|| list_page(area.width));
            if component.is_centred(view) {
                // As much above the focus as below it.
                let line = page.focus.map_or(0, |(line, _)| line);
                Placed::new(page, area, line.saturating_sub(usize::from(area.height) / 2))
            } else {
                Placed::following(page, area, 0)
            }
        });
        let is_below = list.as_ref().zip(below).is_some_and(|(list, below)| list.area.bottom() <= below.y);
        let view = &View { is_below, ..*view };
        Self { list, detail: below.map(|area| detail(component, view, area)) }
    }
}

/// A list under its title.
fn titled(component: &dyn Pane, view: &View<'_>, list: Page) -> Page {
    if !view.geometry.has_titles || view.geometry.shows_four {
        return list;
    }
    let style = view.theme.title_of(view.is_on(Focus::List));
    match component.title(view) {
        Title::Named(title) => list.under(view.desk.phrases().get(title), style),
        Title::Blank => list.under("", Style::new()),
        Title::Own => list,
    }
}

fn detail(component: &dyn Pane, view: &View<'_>, area: Rect) -> Placed {
    let page = component.detail(view, arrangement::column_width(area, 1));
    let columns = if component.follows_detail() { 1 } else { arrangement::columns(area, page.len()) };
    let page = if columns == 1 { page } else { component.detail(view, arrangement::column_width(area, columns)) };
    let mut placed = match view.focus {
        // Beside the pane with the focus, the others show what they begin with: an office's intake, before any verdict.
        None => Placed::in_columns(page, area, 0, columns),
        Some(_) if component.follows_detail() => Placed::following(page, area, view.scroll),
        Some(_) => Placed::in_columns(page, area, view.scroll, columns),
    };
    if view.geometry.shows_four && !view.is_on(Focus::Detail) {
        placed.page.cut(placed.scroll + usize::from(area.height));
    }
    placed
}

/// Rows of a body below which an overlay may take all of them.
const LEAST: u16 = 12;

/// The page of an overlay: a band at the foot of the body. The pane above stays as it is, and on a slow line is not sent
/// again.
pub(super) fn overlay(Layer { overlay, scroll }: &Layer, view: &View<'_>) -> Placed {
    let body = view.geometry.body;
    let most = match overlay.extent() {
        Extent::TwoThirds if body.height >= LEAST => body.height * 2 / 3,
        Extent::Half if body.height >= LEAST => body.height / 2,
        _ => body.height,
    };
    let page = overlay.page(view, body.width, most);
    let height = match overlay.extent() {
        Extent::Cover => body.height,
        _ => u16::try_from(page.len()).unwrap_or(u16::MAX).min(most),
    };
    Placed::following(page, Rect { y: body.bottom() - height, height, ..body }, *scroll)
}

//! Pages on the screen: their lines in one column or in several, which break between statements.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use std::ops::Range;

use super::Page;
use crate::tui::arrangement::GAP;

impl Page {
    /// How far it can be scrolled in so many rows and columns: until all of its end shows.
    pub(in crate::tui) fn most(&self, height: u16, columns: u16) -> usize {
        let below = usize::from(height).saturating_sub(self.pinned);
        let over = self.lines.len().saturating_sub(self.pinned + below * usize::from(columns));
        if columns == 1 {
            return self.lines.len().saturating_sub(height.into());
        }
        let shows_end = |scroll: &usize| {
            self.columns(below, columns, *scroll).last().is_none_or(|last| last.end == self.lines.len())
        };
        // Columns that break early take a few lines less.
        (over..self.lines.len())
            .filter(|scroll| *scroll == 0 || self.begins(self.pinned + scroll))
            .find(shows_end)
            .unwrap_or(over)
    }

    /// How many lines it is from `scroll` to the beginning of a statement, about so many lines further or back.
    pub(in crate::tui) fn whole_statements(&self, scroll: usize, lines: usize, is_down: bool) -> usize {
        let to = if is_down { scroll + lines } else { scroll.saturating_sub(lines) };
        let begins = |line: &usize| *line == 0 || self.begins(self.pinned + line);
        let found = if is_down {
            let before = (scroll + 1..=to).rev().find(begins);
            before.or_else(|| (to..self.lines.len()).find(begins))
        } else {
            let after = (to..scroll).find(begins);
            after.or_else(|| (0..to).rev().find(begins))
        };
        found.map_or(lines, |found| found.abs_diff(scroll))
    }

    /// Draws the lines from `scroll` on, and says where the focus is on the screen.
    pub fn draw(&self, area: Rect, scroll: usize, buf: &mut Buffer) -> Option<(u16, u16)> {
        self.draw_columns(area, scroll, 1, buf)
    }

    /// The same in columns, the first of which goes on in the second. A title stands over all of them.
    pub(in crate::tui) fn draw_columns(
        &self,
        area: Rect,
        scroll: usize,
        columns: u16,
        buf: &mut Buffer,
    ) -> Option<(u16, u16)> {
        self.draw_pinned(area, buf);
        let above = u16::try_from(self.pinned).unwrap_or(u16::MAX).min(area.height);
        let body = Rect { y: area.y + above, height: area.height - above, ..area };
        let step = u16::try_from(self.width).unwrap_or(u16::MAX).saturating_add(GAP);
        let mut place = self.pinned_focus(area);
        for (n, lines) in (0..columns).zip(self.columns(body.height.into(), columns, scroll)) {
            let x = body.x.saturating_add(n.saturating_mul(step)).min(body.right());
            let column = Rect { x, width: body.right() - x, ..body };
            for (line, row) in self.lines.iter().skip(lines.start).take(lines.len()).zip(column.rows()) {
                line.render(row, buf);
            }
            let at = self.focus.filter(|(line, cell)| lines.contains(line) && *cell < column.width);
            place = place.or(at.and_then(|(line, cell)| {
                let y = column.y + u16::try_from(line - lines.start).ok()?;
                (y < area.bottom()).then_some((x + cell, y))
            }));
        }
        place
    }

    fn draw_pinned(&self, area: Rect, buf: &mut Buffer) {
        for (line, row) in self.lines.iter().take(self.pinned).zip(area.rows()) {
            line.render(row, buf);
            let is_underlined = line.spans.iter().any(|span| span.style.add_modifier.contains(Modifier::UNDERLINED));
            let width = u16::try_from(self.width).unwrap_or(u16::MAX);
            let beside = Rect { x: row.x + width.min(row.width), width: row.width.saturating_sub(width), ..row };
            if is_underlined {
                buf.set_style(beside, Style::new().add_modifier(Modifier::UNDERLINED));
            }
        }
    }

    fn pinned_focus(&self, area: Rect) -> Option<(u16, u16)> {
        let (line, cell) = self.focus.filter(|(line, _)| *line < self.pinned)?;
        let y = area.y.checked_add(u16::try_from(line).ok()?)?;
        (y < area.bottom() && cell < area.width).then_some((area.x + cell, y))
    }

    /// The lines of each column of so many rows. One column takes what there is; several break between statements, where
    /// that leaves less than half of a column empty.
    fn columns(&self, rows: usize, columns: u16, scroll: usize) -> Vec<Range<usize>> {
        let mut from = self.pinned + scroll;
        let column = |n: u16| {
            while n > 0 && self.is_blank(from) {
                from += 1;
            }
            let most = (from + rows).min(self.lines.len());
            let is_alone = most < self.lines.len() && most > from && self.is_heading(most - 1);
            let most = most - usize::from(is_alone);
            let is_cut = columns > 1 && most < self.lines.len();
            let whole = (from + rows / 2..=most).rev().find(|end| is_cut && (self.begins(*end) || self.is_blank(*end)));
            let lines = from..whole.unwrap_or(most).max(from);
            from = lines.end;
            lines
        };
        (0..columns).map(column).collect()
    }

    /// Whether a statement begins at a line, and no heading above is parted from what it stands over.
    fn begins(&self, line: usize) -> bool {
        let is_below_heading = line > 0 && self.is_heading(line - 1);
        self.anchors.iter().any(|(_, at)| *at == line) && !is_below_heading
    }

    pub(super) fn is_heading(&self, line: usize) -> bool {
        self.headings.contains(&line)
    }

    fn is_blank(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.width() == 0)
    }
}

#[cfg(test)]
mod tests;

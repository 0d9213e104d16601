//! Rows of a table, in columns of one width.

use super::{TextFlow, gap};
use crate::sheet::pdf::line::{StyledText, Tag, broken};
use crate::sheet::pdf::look::Look;
use crate::sheet::pdf::tags::Element;

/// Between two columns, in sizes of the text.
const BETWEEN: f32 = 1.0;

impl TextFlow<'_> {
    /// A row; the first of a document names the columns.
    pub(super) fn row(&mut self, cells: &[Vec<String>]) {
        self.list = None;
        let is_head = !self.tabled;
        self.tabled = true;
        let table = self.table.unwrap_or_else(|| self.tags.add(Element::Table, None));
        self.table = Some(table);
        let row = self.tags.add(Element::Row, Some(table));
        #[allow(clippy::cast_precision_loss, reason = "a handful of columns")]
        let column = self.width / cells.len().max(1) as f32;
        let first = self.lines.len();
        for (cell, n) in cells.iter().zip(0_u16..) {
            let tag = self.tags.add(if is_head { Element::Head } else { Element::Cell }, Some(row));
            let look = if is_head { Look::Strong } else { Look::Body };
            self.cell(cell, look, (f32::from(n) * column, column), tag, first);
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.before = gap::PARAGRAPH * self.setting.points;
            line.keeps = is_head;
        }
        if let Some(line) = self.lines.last_mut() {
            line.ruled = true;
            line.height += self.setting.points * 0.2;
        }
    }

    /// The entries of a cell, in a column that begins at a line.
    fn cell(&mut self, entries: &[String], look: Look, (x, width): (f32, f32), tag: Tag, first: usize) {
        let (face, setting) = (self.face, self.setting);
        let width = (width - BETWEEN * setting.points).max(setting.points);
        let lines = entries.iter().flat_map(|entry| broken(face, setting, &[StyledText::new(entry, look, tag)], width));
        for (n, words) in lines.enumerate() {
            if self.lines.len() <= first + n {
                self.lines.push(self.line(look));
            }
            if let Some(line) = self.lines.get_mut(first + n) {
                line.pieces.extend(words.into_iter().map(|piece| piece.further(x)));
            }
        }
    }
}

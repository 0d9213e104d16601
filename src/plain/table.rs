//! Rows of a table: entries side by side, each wrapped in its own column.

use super::{Options, TextPage};
use crate::text::pad;

/// What stands before each entry of a cell.
pub(super) const MARK: &str = "- ";

/// Blanks between two columns.
const BETWEEN: usize = 2;

impl TextPage {
    /// A row: one list of entries for each column. A single column is a list.
    pub(super) fn columns(&mut self, cells: &[Vec<String>], mark: &str) {
        let width = self.options.width.filter(|_| cells.len() > 1);
        let Some(width) = width.map(|width| (width + BETWEEN) / cells.len().max(1)) else {
            return cells.iter().flatten().for_each(|entry| self.put(mark, entry));
        };
        let options = Options { width: Some(width.saturating_sub(BETWEEN).max(1)), bold: false, ..self.options };
        let columns: Vec<Vec<String>> = cells.iter().map(|cell| column(options, cell, mark)).collect();
        for n in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
            let line = columns.iter().map(|lines| pad(lines.get(n).map_or("", |line| line), width));
            self.push(line.collect::<String>().trim_end());
        }
    }
}

fn column(options: Options, cell: &[String], mark: &str) -> Vec<String> {
    let mut page = TextPage::new(options);
    for entry in cell {
        page.put(mark, entry);
    }
    page.text.lines().map(str::to_owned).collect()
}

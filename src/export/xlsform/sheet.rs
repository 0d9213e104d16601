//! Sheets of a form, filled by the names of their columns.

use std::io;

use crate::xlsx::Workbook;

/// A sheet: columns come as they are needed.
pub(super) struct FormSheet {
    name: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl FormSheet {
    /// An empty sheet with its first columns.
    pub(super) fn new(name: &'static str, columns: &[&str]) -> Self {
        Self { name, columns: columns.iter().map(|one| (*one).to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row with its first cells.
    pub(super) fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    }

    /// Whether some row begins with these cells.
    pub(super) fn has(&self, cells: &[&str]) -> bool {
        self.rows.iter().any(|row| row.iter().zip(cells).filter(|(own, cell)| own == *cell).count() == cells.len())
    }

    /// Fills a cell of the last row.
    pub(super) fn set(&mut self, column: &str, text: String) {
        let at = self.columns.iter().position(|known| known == column).unwrap_or_else(|| {
            self.columns.push(column.to_owned());
            self.columns.len() - 1
        });
        let Some(row) = self.rows.last_mut() else { return };
        row.resize(row.len().max(at + 1), String::new());
        if let Some(cell) = row.get_mut(at) {
            *cell = text;
        }
    }
}

/// Sheets as a workbook.
pub(super) fn workbook(sheets: &[FormSheet]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut workbook = Workbook::new(&mut bytes);
    for sheet in sheets {
        workbook.sheet(sheet.name)?;
        workbook.row(sheet.columns.iter().map(String::as_str))?;
        for row in &sheet.rows {
            workbook.row(row.iter().map(String::as_str))?;
        }
    }
    workbook.finish()?;
    Ok(bytes)
}

//! Sheets of a form, filled by the names of their columns.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::io;

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
    let failed = |cause: XlsxError| io::Error::other(cause.to_string());
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let out = workbook.add_worksheet().set_name(sheet.name).map_err(failed)?;
        let bold = Format::new().set_bold();
        for (at, column) in (0..).zip(&sheet.columns) {
            out.write_string_with_format(0, at, column, &bold).map_err(failed)?;
        }
        for (number, row) in (1..).zip(&sheet.rows) {
            for (at, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
                out.write_string(number, at, cell).map_err(failed)?;
            }
        }
    }
    workbook.save_to_buffer().map_err(failed)
}

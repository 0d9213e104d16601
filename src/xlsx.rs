//! Workbooks of sheets of text, written as they come: what a spreadsheet opens as `.xlsx`.
//!
//! No library for it is small: what one adds to the program is more than what is left of the limit on its size
//! (docs/decisions.md). Below every floor that uses it; imports `text` only.

mod archive;
mod parts;

use std::io::{self, Write};

use archive::Archive;

/// The most rows and columns of a sheet, and the most characters of a cell: those of the spreadsheets.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: usize = 1 << 14;
const MOST_CHARACTERS: usize = 32_767;

/// A workbook that is being written. Every cell is text, and nothing is calculated.
pub struct Workbook<W> {
    archive: Archive<W>,
    /// Names of the sheets that were begun.
    sheets: Vec<String>,
    row: u32,
}

impl<W: Write> Workbook<W> {
    /// An empty workbook.
    pub fn new(out: W) -> Self {
        Self { archive: Archive::new(out), sheets: Vec::new(), row: 0 }
    }

    /// Begins a sheet of that name; the one before ends.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sheet(&mut self, name: &str) -> io::Result<()> {
        self.end_sheet()?;
        self.sheets.push(name.to_owned());
        self.row = 0;
        self.archive.begin(&parts::sheet_path(self.sheets.len()))?;
        self.archive.write_all(parts::SHEET_START)
    }

    /// Adds a row; empty cells are left out.
    ///
    /// # Errors
    /// What the disk says; or that a sheet takes no more rows, columns or characters.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        if self.row >= MOST_ROWS {
            return Err(io::Error::other("a sheet has 1,048,576 rows at most; write CSV"));
        }
        self.row += 1;
        let mut line = format!("<row r=\"{}\">", self.row);
        for (column, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if column >= MOST_COLUMNS {
                return Err(io::Error::other("a sheet has 16,384 columns at most; write CSV"));
            }
            if cell.len() > MOST_CHARACTERS && cell.chars().count() > MOST_CHARACTERS {
                return Err(io::Error::other("a cell of a sheet has 32,767 characters at most; write CSV"));
            }
            parts::cell(&mut line, column, self.row, cell);
        }
        line.push_str("</row>");
        self.archive.write_all(line.as_bytes())
    }

    /// Writes what makes a workbook of the sheets.
    ///
    /// # Errors
    /// What the disk says.
    pub fn finish(mut self) -> io::Result<()> {
        self.end_sheet()?;
        for (path, text) in parts::others(&self.sheets) {
            self.archive.begin(&path)?;
            self.archive.write_all(text.as_bytes())?;
            self.archive.end()?;
        }
        self.archive.finish()
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        if self.sheets.is_empty() {
            return Ok(());
        }
        self.archive.write_all(parts::SHEET_END)?;
        self.archive.end()
    }
}

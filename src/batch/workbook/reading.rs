//! The first sheet of a workbook, row by row.

use calamine::{Cell, DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader, open_workbook_from_rs};
use std::io::{Cursor, Read, Seek, copy, sink};
use zip::ZipArchive;

use crate::batch::csv::{BLOCK, MOST_CELLS, RowBlock};
use crate::batch::error::BatchError;

/// The most bytes that a workbook unpacks to: a small file can be made to fill any memory.
pub(in crate::batch) const MOST_UNPACKED: u64 = 512 << 20;

/// A workbook that was looked at.
pub(in crate::batch) struct WorkbookReader(Xlsx<Cursor<Vec<u8>>>);

impl WorkbookReader {
    /// Opens a workbook that unpacks to a size that can be worked with.
    pub(in crate::batch) fn new(bytes: Vec<u8>) -> Result<Self, BatchError> {
        measure(&mut Cursor::new(&bytes))?;
        open_workbook_from_rs(Cursor::new(bytes)).map(Self).map_err(|cause: calamine::XlsxError| unreadable(&cause))
    }

    /// Gives the rows to whoever wants them, block by block, for as long as they are wanted.
    pub(in crate::batch) fn read(mut self, give: &mut dyn FnMut(RowBlock) -> bool) -> Result<(), BatchError> {
        let Some(first) = self.0.sheet_names().first().cloned() else { return Ok(()) };
        let mut cells = self.0.worksheet_cells_reader(&first).map_err(|cause| unreadable(&cause))?;
        let mut rows = Rows::default();
        while let Some(cell) = next(&mut cells)? {
            if !rows.add(&cell, give)? {
                return Ok(());
            }
        }
        rows.end_row();
        give(rows.block);
        Ok(())
    }
}

fn next<'a, RS: Read + Seek>(cells: &mut XlsxCellReader<'a, RS>) -> Result<Option<Cell<DataRef<'a>>>, BatchError> {
    cells.next_cell().map_err(|cause| unreadable(&cause))
}

fn unreadable(cause: &dyn std::fmt::Display) -> BatchError {
    BatchError::Workbook(cause.to_string())
}

/// Refuses what unpacks to too much. What a workbook says of its size is not believed: it is unpacked and counted.
fn measure(file: &mut (impl Read + Seek)) -> Result<(), BatchError> {
    let mut archive = ZipArchive::new(file).map_err(|cause| unreadable(&cause))?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|cause| unreadable(&cause))?;
        let size = copy(&mut part.take(left + 1), &mut sink()).map_err(|cause| unreadable(&cause))?;
        left = left.checked_sub(size).ok_or(BatchError::Unpacked)?;
    }
    Ok(())
}

/// Rows that are put together of cells.
#[derive(Default)]
struct Rows {
    block: RowBlock,
    /// The sheet's number of the row that is put together, and how many cells it has.
    row: u32,
    cells: usize,
    /// Cells of the first row: empty ones at the end of a row are not in the file.
    width: usize,
}

impl Rows {
    /// Adds a cell; whether more are wanted.
    fn add(&mut self, cell: &Cell<DataRef<'_>>, give: &mut dyn FnMut(RowBlock) -> bool) -> Result<bool, BatchError> {
        let (row, column) = cell.get_position();
        if row != self.row {
            self.end_row();
            self.row = row;
            if self.block.len() >= BLOCK && !give(std::mem::take(&mut self.block)) {
                return Ok(false);
            }
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MOST_CELLS {
            return Err(BatchError::TooWide(u64::from(row) + 1));
        }
        while self.cells < column {
            self.block.add_cell("");
            self.cells += 1;
        }
        self.block.add_cell(&text(cell.get_value()));
        self.cells += 1;
        Ok(true)
    }

    /// Ends a row; one without cells is none.
    fn end_row(&mut self) {
        if self.cells == 0 {
            return;
        }
        if self.width == 0 {
            self.width = self.cells;
        }
        while self.cells < self.width {
            self.block.add_cell("");
            self.cells += 1;
        }
        self.block.end_row();
        self.cells = 0;
    }
}

/// A cell as it is written in a table of text. A number is a day only where the cell says so.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(day) => date(*day),
        DataRef::Error(error) => error.to_string(),
    }
}

fn date(day: ExcelDateTime) -> String {
    if !day.is_datetime() {
        return day.as_f64().to_string();
    }
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{date:02}"),
        _ => format!("{year:04}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02}"),
    }
}

//! A workbook of one sheet, made of the lines of a table of text.

use csv_core::{ReadRecordResult, Reader};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::io::{self, Write};

use crate::batch::csv::{MOST_BYTES, MOST_CELLS};

/// Takes a table as CSV, and writes it as a workbook once it is whole. Every cell is text: a number of a person stays as
/// it was written, and nothing is calculated.
pub struct WorkbookWriter {
    workbook: Workbook,
    core: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// What of a row is there already.
    written: usize,
    ended: usize,
    row: u32,
}

impl WorkbookWriter {
    /// An empty sheet. Its rows go to a file without a name until it is whole.
    ///
    /// # Errors
    /// That there is no room for that file.
    pub fn new() -> io::Result<Self> {
        let mut workbook = Workbook::new();
        workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        // A line is one that was read with the cells that are added to it.
        let (bytes, ends) = (vec![0; MOST_BYTES * 2], vec![0; MOST_CELLS * 2]);
        Ok(Self { workbook, core: Reader::new(), bytes, ends, written: 0, ended: 0, row: 0 })
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// What the disk says.
    pub fn finish(mut self, out: &mut (dyn Write + Send)) -> io::Result<()> {
        self.workbook.save_to_writer(Seekless(out)).map_err(failed)
    }

    fn add_row(&mut self) -> io::Result<()> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        let mut start = 0;
        for (column, end) in (0_u16..).zip(self.ends.get(..self.ended).unwrap_or_default()) {
            let cell = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            let text = String::from_utf8_lossy(cell);
            match self.row {
                0 => sheet.write_string_with_format(0, column, text, &Format::new().set_bold()).map_err(failed)?,
                row if !text.is_empty() => sheet.write_string(row, column, text).map_err(failed)?,
                _ => continue,
            };
        }
        self.row += 1;
        (self.written, self.ended) = (0, 0);
        Ok(())
    }
}

impl Write for WorkbookWriter {
    fn write(&mut self, lines: &[u8]) -> io::Result<usize> {
        let mut left = lines;
        while !left.is_empty() {
            let bytes = self.bytes.get_mut(self.written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
            let (result, taken, written, ended) = self.core.read_record(left, bytes, ends);
            left = left.get(taken..).unwrap_or_default();
            (self.written, self.ended) = (self.written + written, self.ended + ended);
            match result {
                ReadRecordResult::Record => self.add_row()?,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    return Err(io::Error::other("a row is too long for a sheet"));
                }
            }
        }
        Ok(lines.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn failed(cause: XlsxError) -> io::Error {
    match cause {
        XlsxError::IoError(cause) => cause,
        XlsxError::RowColumnLimitError => {
            io::Error::other("a sheet has 1,048,576 rows and 16,384 columns at most; write CSV")
        }
        XlsxError::MaxStringLengthExceeded => {
            io::Error::other("a cell of a sheet has 32,767 characters at most; write CSV")
        }
        other => io::Error::other(other.to_string()),
    }
}

/// A place to write to.
struct Seekless<'w>(&'w mut (dyn Write + Send));

impl Write for Seekless<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

//! A workbook of one sheet, made of the lines of a table of text.

use csv_core::{ReadRecordResult, Reader};
use std::io::{self, Write};

use crate::batch::csv::{MOST_BYTES, MOST_CELLS};
use crate::xlsx::Workbook;

/// Takes a table as CSV, and writes it as a workbook. Every cell is text: a number of a person stays as it was written, and
/// nothing is calculated.
pub struct WorkbookWriter<W> {
    workbook: Workbook<W>,
    core: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// What of a row is there already.
    written: usize,
    ended: usize,
}

impl<W: Write> WorkbookWriter<W> {
    /// An empty sheet.
    ///
    /// # Errors
    /// What the disk says.
    pub fn new(out: W) -> io::Result<Self> {
        let mut workbook = Workbook::new(out);
        workbook.sheet("smo")?;
        // A line is one that was read with the cells that are added to it.
        let (bytes, ends) = (vec![0; MOST_BYTES * 2], vec![0; MOST_CELLS * 2]);
        Ok(Self { workbook, core: Reader::new(), bytes, ends, written: 0, ended: 0 })
    }

    /// Writes what makes a workbook of the rows.
    ///
    /// # Errors
    /// What the disk says.
    pub fn finish(self) -> io::Result<()> {
        self.workbook.finish()
    }

    fn add_row(&mut self) -> io::Result<()> {
        let text = std::str::from_utf8(self.bytes.get(..self.written).unwrap_or_default());
        let text = text.map_err(|_| io::Error::other("a row is no text"))?;
        let starts = std::iter::once(&0).chain(&self.ends);
        let ends = self.ends.get(..self.ended).unwrap_or_default();
        self.workbook.row(starts.zip(ends).map(|(start, end)| text.get(*start..*end).unwrap_or_default()))?;
        (self.written, self.ended) = (0, 0);
        Ok(())
    }
}

impl<W: Write> Write for WorkbookWriter<W> {
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

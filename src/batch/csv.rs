//! Tables as CSV: read in blocks of rows of bounded size, and written cell by cell.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{ErrorKind, Read};

use super::error::BatchError;

/// The most bytes of one row: a quotation mark that is not closed does not fill the memory.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// The most cells of one row, twice as many as a spreadsheet has columns at most.
pub(super) const MOST_CELLS: usize = 1 << 15;

/// How many bytes of cells make a block.
pub(super) const BLOCK: usize = 1 << 17;

/// How many bytes are read at once.
const READ_AT_ONCE: usize = 1 << 16;

/// How cells and rows are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableForm {
    pub(super) delimiter: u8,
    pub(super) line_end: &'static [u8],
    /// Whether the table begins with the mark that some spreadsheets need to see UTF-8.
    pub(super) marked: bool,
    /// Whether cells that a spreadsheet would calculate are marked as text.
    pub(super) marks_formulas: bool,
}

/// As it is written for a workbook, whose cells are text anyway.
pub(super) const PLAIN: TableForm =
    TableForm { delimiter: b',', line_end: b"\n", marked: false, marks_formulas: false };

const MARK: &[u8] = b"\xef\xbb\xbf";

impl TableForm {
    /// As the first line has it: of comma, semicolon and tab the one that stands there most, outside of quotation marks.
    fn of(start: &[u8]) -> Self {
        let end = start.iter().position(|byte| *byte == b'\n').unwrap_or(start.len());
        let line = start.get(..end).unwrap_or_default();
        let mut quoted = false;
        let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
        for byte in line {
            quoted ^= *byte == b'"';
            counts.iter_mut().filter(|(own, _)| own == byte && !quoted).for_each(|(_, count)| *count += 1);
        }
        let most = counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter);
        let line_end: &[u8] = if line.ends_with(b"\r") { b"\r\n" } else { b"\n" };
        Self { delimiter: most, line_end, marked: start.starts_with(MARK), marks_formulas: true }
    }

    /// What stands before the first row.
    pub(super) fn start(self) -> &'static [u8] {
        if self.marked { MARK } else { &[] }
    }

    /// Adds a further cell to a line.
    pub(super) fn add(self, line: &mut Vec<u8>, cell: &[u8]) {
        line.push(self.delimiter);
        self.write(line, cell);
    }

    /// Adds a cell to a line. One that a spreadsheet would take for a formula gets an apostrophe before it.
    pub(super) fn write(self, line: &mut Vec<u8>, cell: &[u8]) {
        let is_special = |byte: &u8| matches!(byte, b'"' | b'\n' | b'\r') || *byte == self.delimiter;
        let apostrophe: &[u8] = if self.marks_formulas && is_formula(cell) { b"'" } else { &[] };
        if cell.iter().any(is_special) {
            line.push(b'"');
            line.extend_from_slice(apostrophe);
            for byte in cell {
                line.extend_from_slice(if *byte == b'"' { b"\"\"" } else { std::slice::from_ref(byte) });
            }
            line.push(b'"');
        } else {
            line.extend_from_slice(apostrophe);
            line.extend_from_slice(cell);
        }
    }
}

/// Whether a spreadsheet would calculate a cell. A signed number is one, and stays.
fn is_formula(cell: &[u8]) -> bool {
    match cell.split_first() {
        Some((b'=' | b'@' | b'\t' | b'\r' | b'\n', _)) => true,
        Some((b'+' | b'-', rest)) => !rest.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b' ')),
        _ => false,
    }
}

/// Rows that were read together.
#[derive(Debug, Default)]
pub(super) struct RowBlock {
    bytes: Vec<u8>,
    /// Where each cell ends in the bytes of its row.
    ends: Vec<usize>,
    /// Where each row ends, in the bytes and among the cells.
    rows: Vec<(usize, usize)>,
    /// Bytes of the file up to the end of the block.
    pub(super) read: u64,
}

/// One row of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct CsvRow<'b> {
    bytes: &'b [u8],
    ends: &'b [usize],
}

impl<'b> CsvRow<'b> {
    pub(super) fn len(self) -> usize {
        self.ends.len()
    }

    /// A cell; nothing beyond the last one.
    pub(super) fn cell(self, at: usize) -> &'b [u8] {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let range = start.zip(self.ends.get(at).copied());
        range.and_then(|(start, end)| self.bytes.get(start..end)).unwrap_or_default()
    }

    pub(super) fn cells(self) -> impl Iterator<Item = &'b [u8]> {
        (0..self.len()).map(move |at| self.cell(at))
    }
}

impl RowBlock {
    /// Bytes of its cells.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Adds a cell to the last row.
    pub(super) fn add_cell(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        let (start, _) = self.rows.last().copied().unwrap_or_default();
        self.ends.push(self.bytes.len() - start);
    }

    /// Ends the last row.
    pub(super) fn end_row(&mut self) {
        self.rows.push((self.bytes.len(), self.ends.len()));
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = CsvRow<'_>> {
        let before = std::iter::once(&(0, 0)).chain(&self.rows);
        before.zip(&self.rows).map(|(from, to)| CsvRow {
            bytes: self.bytes.get(from.0..to.0).unwrap_or_default(),
            ends: self.ends.get(from.1..to.1).unwrap_or_default(),
        })
    }
}

/// Reads a table block by block.
pub(super) struct CsvReader<R> {
    input: R,
    core: Reader,
    pub(super) form: TableForm,
    buffer: Vec<u8>,
    /// What of the buffer is not read yet.
    left: std::ops::Range<usize>,
    rows: u64,
    read: u64,
    ended: bool,
}

impl<R: Read> CsvReader<R> {
    pub(super) fn new(mut input: R) -> Result<Self, BatchError> {
        let mut buffer = vec![0; READ_AT_ONCE];
        let mut len = 0;
        while let Some(free) = buffer.get_mut(len..).filter(|free| !free.is_empty()) {
            match fill(&mut input, free)? {
                0 => break,
                read => len += read,
            }
        }
        let start = buffer.get(..len).unwrap_or_default();
        if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
            return Err(BatchError::Utf16);
        }
        let form = TableForm::of(start);
        let core = ReaderBuilder::new().delimiter(form.delimiter).build();
        Ok(Self { input, core, form, buffer, left: 0..len, rows: 0, read: len as u64, ended: false })
    }

    /// Gives the rows to whoever wants them, block by block, for as long as they are wanted.
    pub(super) fn read(mut self, give: &mut dyn FnMut(RowBlock) -> bool) -> Result<(), BatchError> {
        while let Some(block) = self.block()? {
            if !give(block) {
                break;
            }
        }
        Ok(())
    }

    /// The next rows, at least one; nothing after the last.
    fn block(&mut self) -> Result<Option<RowBlock>, BatchError> {
        let mut block = RowBlock { bytes: vec![0; BLOCK * 2], ends: vec![0; 1 << 14], ..RowBlock::default() };
        let (mut bytes, mut cells) = (0, 0);
        // A block ends with a row: what of one is read belongs to it.
        let mut is_full = false;
        while !self.ended && !is_full {
            if self.left.is_empty() {
                let read = fill(&mut self.input, &mut self.buffer)?;
                self.read += read as u64;
                self.left = 0..read;
            }
            let input = self.buffer.get(self.left.clone()).unwrap_or_default();
            let output = block.bytes.get_mut(bytes..).unwrap_or_default();
            let ends = block.ends.get_mut(cells..).unwrap_or_default();
            let (result, taken, written, ended) = self.core.read_record(input, output, ends);
            self.left.start += taken;
            (bytes, cells) = (bytes + written, cells + ended);
            let (from, first) = block.rows.last().copied().unwrap_or_default();
            if bytes - from > MOST_BYTES {
                return Err(BatchError::TooLong(self.rows + 1));
            }
            if cells - first > MOST_CELLS {
                return Err(BatchError::TooWide(self.rows + 1));
            }
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => block.bytes.resize(block.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => block.ends.resize(block.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.rows += 1;
                    block.rows.push((bytes, cells));
                    is_full = bytes >= BLOCK;
                }
                ReadRecordResult::End => self.ended = true,
            }
        }
        block.bytes.truncate(bytes);
        block.read = self.read;
        self.check(&block)?;
        Ok(Some(block).filter(|block| !block.rows.is_empty()))
    }

    /// Refuses bytes that are no text. Cells are looked at one by one only where there is more than ASCII.
    fn check(&self, block: &RowBlock) -> Result<(), BatchError> {
        if block.bytes.is_ascii() && !block.bytes.contains(&0) {
            return Ok(());
        }
        let first = self.rows - block.rows.len() as u64 + 1;
        for (number, row) in (first..).zip(block.rows()) {
            if row.bytes.contains(&0) {
                return Err(BatchError::Nul(number));
            }
            if row.cells().any(|cell| std::str::from_utf8(cell).is_err()) {
                return Err(BatchError::Encoding(number));
            }
        }
        Ok(())
    }
}

/// Reads some bytes; none at the end.
fn fill(input: &mut impl Read, buffer: &mut [u8]) -> Result<usize, BatchError> {
    loop {
        match input.read(buffer) {
            Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
            read => return read.map_err(BatchError::Read),
        }
    }
}

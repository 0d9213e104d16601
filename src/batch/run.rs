//! From a table to the same table with results: one thread reads rows, this one assesses and writes them.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use super::columns::Columns;
use super::csv::{CsvReader, CsvRow, PLAIN, RowBlock, TableForm};
use super::error::BatchError;
use super::options::BatchOptions;
use super::summary::BatchSummary;
use super::table::Table;
use super::workbook::WorkbookReader;
use crate::wording::Phrases;

/// How far a run has come.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Progress {
    pub rows: u64,
    /// Bytes of the table that were read.
    pub bytes: u64,
}

/// What the caller is told on the way.
pub trait Watch {
    /// Some column is called nearly as a fact, and is not read: its name, and the fact.
    fn near(&mut self, column: &str, fact: &str);
    /// Some rows are written; whether to go on.
    fn goes_on(&mut self, progress: Progress) -> bool;
}

/// How many blocks wait for each other at most.
const WAITING: usize = 2;

/// How often it is asked whether to go on while no row comes.
const ASKED_EVERY: Duration = Duration::from_millis(100);

/// A table to be read.
pub enum TableInput {
    /// Comma-separated values.
    Csv(Box<dyn Read + Send>),
    /// A workbook of a spreadsheet, whole.
    Workbook(Vec<u8>),
}

/// How the result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableOutput {
    /// As the table was, as CSV.
    Csv,
    /// For a [`super::WorkbookWriter`].
    Workbook,
}

/// Reads a table of people, and writes it with what each comes to, in the order of its rows. A row with a value that is
/// none gets a problem and no verdict.
///
/// # Errors
/// What makes the whole table unreadable, or that it cannot be read or written. What was written until then is no whole
/// table.
pub fn run(
    phrases: Phrases<'_>,
    options: BatchOptions,
    input: TableInput,
    output: (TableOutput, &mut dyn Write),
    watch: &mut dyn Watch,
) -> Result<BatchSummary, BatchError> {
    let (form, blocks) = read(input)?;
    let (form, output) = match output {
        (TableOutput::Csv, out) => (form, out),
        (TableOutput::Workbook, out) => (PLAIN, out),
    };
    let mut table = None;
    let mut work = Work { phrases, options, form, output, lines: Vec::new() };
    let mut progress = Progress { rows: 0, bytes: 0 };
    loop {
        match blocks.recv_timeout(ASKED_EVERY) {
            Ok(block) => {
                let block = block?;
                work.block(&block, &mut table, watch)?;
                progress.bytes = block.read;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        progress.rows = table.as_ref().map_or(0, |table: &Table<'_>| table.counts.rows);
        if !watch.goes_on(progress) {
            return Err(BatchError::Stopped);
        }
    }
    work.output.flush().map_err(BatchError::Write)?;
    match table {
        None => Err(BatchError::Empty),
        Some(table) if table.counts.rows == 0 => Err(BatchError::HeaderAlone),
        Some(table) => Ok(table.finish()),
    }
}

/// Begins to read a table on a thread of its own: how it is written, and its rows as they come.
fn read(input: TableInput) -> Result<(TableForm, Receiver<Result<RowBlock, BatchError>>), BatchError> {
    let (send, blocks) = sync_channel(WAITING);
    // The threads are not waited for: whoever stops does not wait for a table that is still being written.
    let form = match input {
        TableInput::Csv(input) => {
            let reader = CsvReader::new(input)?;
            let form = reader.form;
            thread::spawn(move || finish(&send, reader.read(&mut |block| send.send(Ok(block)).is_ok())));
            form
        }
        TableInput::Workbook(bytes) => {
            let reader = WorkbookReader::new(bytes)?;
            thread::spawn(move || finish(&send, reader.read(&mut |block| send.send(Ok(block)).is_ok())));
            TableForm { marks_formulas: true, ..PLAIN }
        }
    };
    Ok((form, blocks))
}

/// Says what went wrong, if somebody is still there.
fn finish(send: &SyncSender<Result<RowBlock, BatchError>>, read: Result<(), BatchError>) {
    if let Err(error) = read {
        let _ = send.send(Err(error));
    }
}

/// What rows are worked on with.
struct Work<'a, 'o> {
    phrases: Phrases<'a>,
    options: BatchOptions,
    form: TableForm,
    output: &'o mut dyn Write,
    lines: Vec<u8>,
}

impl<'a> Work<'a, '_> {
    /// Writes the lines of a block. The first row of all is the header, which makes the table.
    fn block(
        &mut self,
        block: &RowBlock,
        table: &mut Option<Table<'a>>,
        watch: &mut dyn Watch,
    ) -> Result<(), BatchError> {
        for row in block.rows() {
            match table {
                Some(table) => table.add(row, &mut self.lines),
                None => *table = Some(self.table(row, watch)?),
            }
        }
        // Of a header alone nothing is written.
        if table.as_ref().is_some_and(|table| table.counts.rows > 0) {
            self.output.write_all(&self.lines).map_err(BatchError::Write)?;
            self.lines.clear();
        }
        Ok(())
    }

    fn table(&mut self, header: CsvRow<'_>, watch: &mut dyn Watch) -> Result<Table<'a>, BatchError> {
        let names: Vec<String> = header.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let columns = Columns::of(self.phrases.content, &names)?;
        columns.near.iter().for_each(|(column, fact)| watch.near(column, fact));
        let table = Table::new(self.phrases, self.options, &columns, self.form);
        self.lines = table.header(&names);
        Ok(table)
    }
}

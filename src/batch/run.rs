//! From a table to the same table with results: one thread reads rows, this one assesses and writes them.

use std::io::{Read, Write};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::columns::{ADDED, Columns, READ};
use super::csv::{CsvReader, CsvRow, RowBlock, TableForm};
use super::error::BatchError;
use super::fact::{CellReading, FactColumn};
use super::judge::Judge;
use super::options::BatchOptions;
use super::summary::{BatchSummary, Counts};
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

/// Reads a table of people, and writes it with what each comes to, in the order of its rows. A row with a value that is
/// none gets a problem and no verdict.
///
/// # Errors
/// What makes the whole table unreadable, or that it cannot be read or written. What was written until then is no whole
/// table.
pub fn run(
    phrases: Phrases<'_>,
    options: BatchOptions,
    input: impl Read + Send + 'static,
    output: &mut dyn Write,
    watch: &mut dyn Watch,
) -> Result<BatchSummary, BatchError> {
    let mut reader = CsvReader::new(input)?;
    let head = reader.block(1)?.ok_or(BatchError::Empty)?;
    let header: Vec<&[u8]> = head.rows().flat_map(CsvRow::cells).collect();
    let names: Vec<String> = header.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = Columns::of(phrases.content, &names)?;
    columns.near.iter().for_each(|(column, fact)| watch.near(column, fact));
    let mut table = Table::new(phrases, options, &columns, reader.form);
    let mut line = table.header(&header);
    let (send, blocks) = sync_channel(WAITING);
    // Not waited for: whoever stops does not wait for a table that is still being written.
    thread::spawn(move || {
        while let Some(block) = reader.block(usize::MAX).transpose() {
            let failed = block.is_err();
            if send.send(block).is_err() || failed {
                break;
            }
        }
    });
    work(&mut table, &mut line, &blocks, output, watch)?;
    if table.counts.rows == 0 {
        return Err(BatchError::HeaderAlone);
    }
    Ok(table.finish())
}

fn work(
    table: &mut Table<'_>,
    lines: &mut Vec<u8>,
    blocks: &Receiver<Result<RowBlock, BatchError>>,
    output: &mut dyn Write,
    watch: &mut dyn Watch,
) -> Result<(), BatchError> {
    let mut bytes = 0;
    loop {
        match blocks.recv_timeout(ASKED_EVERY) {
            Ok(block) => {
                let block = block?;
                block.rows().for_each(|row| table.add(row, lines));
                output.write_all(lines).map_err(BatchError::Write)?;
                lines.clear();
                bytes = block.read;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return output.flush().map_err(BatchError::Write),
        }
        if !watch.goes_on(Progress { rows: table.counts.rows, bytes }) {
            return Err(BatchError::Stopped);
        }
    }
}

/// The table that is worked on.
struct Table<'a> {
    phrases: Phrases<'a>,
    options: BatchOptions,
    form: TableForm,
    /// How many columns it has.
    width: usize,
    facts: Vec<FactColumn<'a>>,
    /// Places in `facts` whose dates cannot be in this order, with what to say where they are.
    in_order: Vec<(usize, usize, String)>,
    judge: Judge<'a>,
    counts: Counts,
    /// What the cells of a row say; kept to be filled again.
    readings: Vec<Rc<CellReading>>,
    classes: Vec<u32>,
}

impl<'a> Table<'a> {
    fn new(phrases: Phrases<'a>, options: BatchOptions, columns: &Columns, form: TableForm) -> Self {
        let read = columns.questions.iter().enumerate().filter_map(|(at, question)| Some((at, question.as_ref()?)));
        let facts: Vec<_> = read.map(|(at, question)| FactColumn::new(at, question, phrases, options)).collect();
        let in_order = facts.iter().enumerate().filter_map(|(at, fact)| {
            let bound = facts.iter().position(|other| Some(other.question.order) == fact.question.not_before)?;
            let other = facts.get(bound)?;
            Some((at, bound, phrases.contradiction(&fact.question, &other.question)))
        });
        Self {
            phrases,
            options,
            form,
            width: columns.questions.len(),
            in_order: in_order.collect(),
            judge: Judge::new(phrases.content, options, form),
            counts: Counts::default(),
            readings: Vec::with_capacity(facts.len()),
            classes: Vec::with_capacity(facts.len()),
            facts,
        }
    }

    fn header(&self, names: &[&[u8]]) -> Vec<u8> {
        let mut line = self.form.start().to_vec();
        self.write(&mut line, names.iter().copied());
        for name in ADDED {
            self.form.add(&mut line, name.as_bytes());
        }
        for fact in self.heard() {
            self.form.add(&mut line, format!("{READ}{}", fact.question.id).as_bytes());
        }
        line.extend_from_slice(self.form.line_end);
        line
    }

    /// Columns whose understanding is written out.
    fn heard(&self) -> &[FactColumn<'a>] {
        if self.options.lenient { &self.facts } else { &[] }
    }

    fn write<'b>(&self, line: &mut Vec<u8>, cells: impl Iterator<Item = &'b [u8]>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                line.push(self.form.delimiter);
            }
            self.form.write(line, cell);
        }
    }

    /// Adds the lines of a row.
    fn add(&mut self, row: CsvRow<'_>, lines: &mut Vec<u8>) {
        self.counts.rows += 1;
        self.readings.clear();
        self.classes.clear();
        for fact in &mut self.facts {
            let reading = fact.read(row.cell(fact.at));
            self.classes.push(reading.class);
            self.readings.push(reading);
        }
        let (is_bad, problem) = self.problem(row);
        if is_bad {
            self.counts.bad_rows += 1;
            let empty = [self.form.delimiter; 5];
            self.line(row, &empty, &problem, &[self.form.delimiter], lines);
            return;
        }
        let found = self.judge.judge(&self.classes, &self.facts, &mut self.counts);
        for one in &*found {
            self.line(row, &one.before, &problem, &one.settles, lines);
        }
    }

    /// One line: the row, what stands before the problem and behind it, and what was heard.
    fn line(&self, row: CsvRow<'_>, before: &[u8], problem: &str, settles: &[u8], lines: &mut Vec<u8>) {
        self.write(lines, (0..self.width).map(|at| row.cell(at)));
        lines.extend_from_slice(before);
        self.form.add(lines, problem.as_bytes());
        lines.extend_from_slice(settles);
        for reading in self.readings.iter().filter(|_| self.options.lenient) {
            self.form.add(lines, reading.heard.as_bytes());
        }
        // Cells beyond the header stay, behind everything that has a name.
        (self.width..row.len()).for_each(|at| self.form.add(lines, row.cell(at)));
        lines.extend_from_slice(self.form.line_end);
    }

    /// Whether a row gets no verdict, and what is wrong with it or odd in it.
    fn problem(&mut self, row: CsvRow<'_>) -> (bool, String) {
        let mut wrong: Vec<&str> = Vec::new();
        for (reading, fact) in self.readings.iter().zip(&self.facts) {
            if let Some(problem) = &reading.problem {
                *self.counts.problems.entry(fact.question.id.to_string()).or_default() += 1;
                wrong.push(problem);
            }
        }
        let ragged = (row.len() != self.width)
            .then(|| format!("the row has {} cells, the header has {}", row.len(), self.width));
        wrong.extend(ragged.as_deref());
        if !wrong.is_empty() {
            return (true, wrong.join("; "));
        }
        let days = |at: usize| self.readings.get(at).and_then(|reading| reading.days);
        let is_reversed = |(early, late, _): &&(usize, usize, String)| {
            days(*early).zip(days(*late)).is_some_and(|(early, late)| early.is_surely_before(&late))
        };
        let said: Vec<&str> = self.in_order.iter().filter(is_reversed).map(|(_, _, said)| said.as_str()).collect();
        (false, if said.is_empty() { String::new() } else { said.join("; ") })
    }

    fn finish(mut self) -> BatchSummary {
        self.judge.count(&mut self.counts);
        self.counts.summary(self.phrases.content)
    }
}

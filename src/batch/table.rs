//! The table that is worked on, row by row.

use std::rc::Rc;

use super::columns::{ADDED, Columns, READ};
use super::csv::{CsvRow, TableForm};
use super::fact::{CellReading, FactColumn};
use super::judge::Judge;
use super::options::BatchOptions;
use super::summary::{BatchSummary, Counts};
use crate::wording::Phrases;

/// The table that is worked on.
pub(super) struct Table<'a> {
    phrases: Phrases<'a>,
    options: BatchOptions,
    form: TableForm,
    /// How many columns it has.
    width: usize,
    facts: Vec<FactColumn<'a>>,
    /// Names of columns that are not read.
    kept: Vec<String>,
    /// Places in `facts` whose dates cannot be in this order, with what to say where they are.
    in_order: Vec<(usize, usize, String)>,
    judge: Judge<'a>,
    pub(super) counts: Counts,
    /// What the cells of a row say; kept to be filled again.
    readings: Vec<Rc<CellReading>>,
    classes: Vec<u32>,
}

impl<'a> Table<'a> {
    pub(super) fn new(phrases: Phrases<'a>, options: BatchOptions, columns: &Columns, form: TableForm) -> Self {
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
            kept: columns.kept.clone(),
            in_order: in_order.collect(),
            judge: Judge::new(phrases.content, options, form),
            counts: Counts::default(),
            readings: Vec::with_capacity(facts.len()),
            classes: Vec::with_capacity(facts.len()),
            facts,
        }
    }

    pub(super) fn header(&self, names: &[&str]) -> Vec<u8> {
        let mut line = self.form.start().to_vec();
        self.write(&mut line, names.iter().map(|name| name.as_bytes()));
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
    pub(super) fn add(&mut self, row: CsvRow<'_>, lines: &mut Vec<u8>) {
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

    pub(super) fn finish(mut self) -> BatchSummary {
        self.judge.count(&mut self.counts);
        BatchSummary { kept_columns: self.kept, ..self.counts.summary(self.phrases.content) }
    }
}

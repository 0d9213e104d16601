//! `smo batch` beside a filter by hand on the csv crate, on the same rows in the same run: `cargo bench --bench batch`.
//!
//! The filter knows one office's rules by heart, explains nothing, writes a verdict for a row, and reads no other column.
//! What is printed is the time of each, the least of several turns, and the ratio.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use smo_desk::batch::{BatchOptions, Progress, TableInput, TableOutput, Watch, run};
use smo_desk::content::{Condition, Content, Lang, Rule};
use smo_desk::wording::Phrases;

const ROWS: u32 = 1_000_000;
const TURNS: usize = 5;

struct GoOn;

impl Watch for GoOn {
    fn near(&mut self, _: &str, _: &str) {}

    fn goes_on(&mut self, _: Progress) -> bool {
        true
    }
}

fn main() {
    let content = Content::embedded().unwrap();
    let table = &*table(&content).leak();
    println!("{ROWS} rows, {} MB", table.len() / 1_000_000);
    let options = BatchOptions { as_of: "2026-11-01".parse().unwrap(), office: None, lenient: false };
    let ours = least(|| {
        let mut out = Vec::with_capacity(table.len() * 3);
        let phrases = Phrases::new(&content, Lang::default());
        black_box(
            run(phrases, options, TableInput::Csv(Box::new(table)), (TableOutput::Csv, &mut out), &mut GoOn).unwrap(),
        );
        black_box(out);
    });
    let by_hand = least(|| {
        black_box(filter(&content, table));
    });
    let rate = |time: Duration| f64::from(ROWS) / time.as_secs_f64() / 1e6;
    println!("smo batch, explained   {ours:>8.0?}  {:.1} million rows a second", rate(ours));
    println!("filter by hand         {by_hand:>8.0?}  {:.1} million rows a second", rate(by_hand));
    println!("ratio                  {:>8.2}", by_hand.as_secs_f64() / ours.as_secs_f64());
}

fn least(mut work: impl FnMut()) -> Duration {
    let turn = |()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    std::iter::repeat_n((), TURNS).map(turn).min().unwrap()
}

/// Rows of made-up people, the same in every run: every country with an office and another, days around all cutoffs.
fn table(content: &Content) -> Vec<u8> {
    let mut seed = 1_u32;
    let mut draw = |most: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % most
    };
    let mut countries: Vec<&str> = content.offices.iter().map(|office| &*office.country.id).collect();
    countries.push("PE");
    let nationalities = ["VE", "CU", "HT", "NI", "PE", "\"CU,VE\"", ""];
    let mut table = String::from("case,country,nationality,arrived,adult,status,note\n");
    for row in 0..ROWS {
        let date = format!("20{}-{:02}-{:02}", 18 + draw(7), 1 + draw(12), 1 + draw(28));
        let adult = ["yes", "no", "unknown"][draw(3)];
        let status = ["regular", "in_process", "irregular", ""][draw(4)];
        let (country, nationality) = (countries[draw(countries.len())], nationalities[draw(nationalities.len())]);
        writeln!(table, "C{row:07},{country},{nationality},{date},{adult},{status},from the list of row {row}")
            .unwrap();
    }
    table.into_bytes()
}

/// The rules of the first office as somebody writes them down: country, list of nationalities, day.
fn filter(content: &Content, table: &[u8]) -> Vec<u8> {
    let office = &content.offices[0];
    let (mut accepted, mut last) = (Vec::new(), String::new());
    for test in office.requirements.iter().flat_map(|one| Rule::tests(&one.rule)) {
        match &test.condition {
            Condition::Includes(ids) => accepted = ids.iter().map(|id| id.as_bytes().to_vec()).collect(),
            Condition::Cutoff(cutoff) => last = cutoff.date.to_string(),
            _ => {}
        }
    }
    let mut reader = csv::Reader::from_reader(table);
    let mut out = csv::Writer::from_writer(Vec::with_capacity(table.len() * 2));
    let mut header = reader.byte_headers().unwrap().clone();
    header.push_field(b"verdict");
    out.write_byte_record(&header).unwrap();
    let mut row = csv::ByteRecord::new();
    while reader.read_byte_record(&mut row).unwrap() {
        let nationality = row[2].split(|byte| *byte == b',').any(|one| accepted.iter().any(|own| own == one));
        let is_met = &row[1] == office.country.id.as_bytes()
            && nationality
            && &row[3] <= last.as_bytes()
            && &row[4] == b"yes"
            && (&row[5] == b"regular" || &row[5] == b"in_process");
        row.push_field(if is_met { b"met" } else { b"not_met" });
        out.write_byte_record(&row).unwrap();
    }
    let mut out = out.into_inner().unwrap();
    out.flush().unwrap();
    out
}

//! Tables of people: every row as the desk itself would have it, and every way in which a table can be bad.

use proptest::prelude::*;
use proptest::sample::select;
use smo_desk::batch::{BatchError, BatchOptions, BatchSummary, Progress, TableInput, TableOutput, Watch, run};
use smo_desk::content::{Content, Lang};
use smo_desk::rules::{Verdict, assess, parse_facts};
use smo_desk::wording::Phrases;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::guide::{CONTENT, TODAY};
use crate::made_up::{day, ids};
use crate::play::people::values;

static SECOND: LazyLock<Arc<Content>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization");
    Arc::new(Content::from_folder(&folder).unwrap_or_else(|problems| panic!("{}", problems.render(false))))
        .in_force(day(TODAY))
});

#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) near: Vec<(String, String)>,
    stops: bool,
}

impl Watch for Seen {
    fn near(&mut self, column: &str, fact: &str) {
        self.near.push((column.to_owned(), fact.to_owned()));
    }

    fn goes_on(&mut self, _: Progress) -> bool {
        !self.stops
    }
}

pub(crate) fn options(lenient: bool) -> BatchOptions {
    BatchOptions { as_of: day(TODAY), office: None, lenient }
}

fn csv(bytes: Vec<u8>) -> TableInput {
    TableInput::Csv(Box::new(Cursor::new(bytes)))
}

/// What a table that is given so comes to.
pub(crate) fn worked_on(
    input: TableInput,
    lenient: bool,
    seen: &mut Seen,
) -> Result<(String, BatchSummary), BatchError> {
    let mut out = Vec::new();
    let phrases = Phrases::new(&CONTENT, Lang::default());
    let summary = run(phrases, options(lenient), input, (TableOutput::Csv, &mut out), seen)?;
    Ok((String::from_utf8(out).unwrap(), summary))
}

fn worked(content: &Content, table: &[u8], lenient: bool) -> Result<(String, BatchSummary), BatchError> {
    let mut out = Vec::new();
    let phrases = Phrases::new(content, Lang::default());
    let summary =
        run(phrases, options(lenient), csv(table.to_vec()), (TableOutput::Csv, &mut out), &mut Seen::default())?;
    Ok((String::from_utf8(out).unwrap(), summary))
}

fn table(text: &str) -> String {
    worked(&CONTENT, text.as_bytes(), false).unwrap().0
}

fn refused(bytes: &[u8]) -> String {
    worked(&CONTENT, bytes, false).unwrap_err().to_string()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

type Expected = (String, String, String, String, String);

/// What the desk's own rules say of a row, office by office.
fn expected(content: &Content, names: &[String], row: &[String]) -> Vec<Expected> {
    let given = names.iter().zip(row).filter(|(_, value)| !value.is_empty());
    let facts: Vec<String> = given.map(|(name, value)| format!("{name}={value}")).collect();
    let answers = parse_facts(content, &facts, day(TODAY)).unwrap();
    let findings = assess(content, &answers).offices;
    let country = answers.country(content);
    let here = findings.iter().filter(|one| country.as_ref().is_none_or(|country| one.office.country.id == *country));
    let all: Vec<Expected> = here
        .map(|one| {
            let failed = one.requirements.iter().filter(|found| found.verdict == Verdict::NotMet);
            (
                one.office.id.to_string(),
                <&str>::from(one.verdict).to_owned(),
                failed.map(|found| found.requirement.id.to_string()).collect::<Vec<_>>().join(";"),
                ids(&one.missing).join(";"),
                ids(&one.settles).join(";"),
            )
        })
        .collect();
    let nowhere = ["", "not_met", "place", "", ""].map(str::to_owned);
    let [office, verdict, not_met, missing, settles] = nowhere;
    if all.is_empty() { vec![(office, verdict, not_met, missing, settles)] } else { all }
}

fn check_people(content: &Content, people: &[Vec<String>]) {
    let names: Vec<String> = content.questions.iter().map(|question| question.id.to_string()).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&names).unwrap();
    for row in people {
        writer.write_record(row).unwrap();
    }
    let (out, summary) = worked(content, &writer.into_inner().unwrap(), false).unwrap();
    assert_eq!(summary.rows, people.len() as u64);
    assert_eq!(summary.bad_rows, 0);
    let mut found = rows(&out).into_iter().skip(1);
    for row in people {
        for (office, verdict, not_met, missing, settles) in expected(content, &names, row) {
            let line = found.next().unwrap();
            let added = &line[names.len()..];
            assert_eq!(&line[..names.len()], row, "the row is kept");
            assert_eq!(
                [&added[0], &added[1], &added[2], &added[3], &added[6]],
                [&office, &verdict, &not_met, &missing, &settles],
                "{row:?}"
            );
        }
    }
    assert_eq!(found.next(), None);
}

/// People of a content, a value for each question; not all of them empty, which would be no row at all.
fn people(content: &Content) -> impl Strategy<Value = Vec<Vec<String>>> + use<> {
    let one: Vec<_> = content.questions.iter().map(|question| select(values(content, question))).collect();
    proptest::collection::vec(one.prop_filter("some value", |row| row.iter().any(|cell| !cell.is_empty())), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_row_is_as_the_desk_has_it(people in people(&CONTENT)) {
        check_people(&CONTENT, &people);
    }

    #[test]
    fn every_row_of_another_programme_too(people in people(&SECOND)) {
        check_people(&SECOND, &people);
    }

    /// Whatever the bytes are: a table, or one line that says why not.
    #[test]
    fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..300), head in any::<bool>()) {
        let mut table = if head { b"country,adult,note\n".to_vec() } else { Vec::new() };
        table.extend(bytes);
        if let Err(error) = worked(&CONTENT, &table, true) {
            prop_assert!(!error.to_string().contains('\n'));
        }
    }
}

#[test]
fn columns_are_known_by_id_and_by_name_in_every_language() {
    for (at, _) in CONTENT.languages.iter().enumerate() {
        for question in &CONTENT.questions {
            let name = question.name.get(Lang(at));
            for written in [name.to_owned(), name.to_uppercase(), format!(" {name} "), format!("group/{name}")] {
                let out = table(&format!("{written},note\nunknown,kept\n"));
                let cells = &rows(&out)[1];
                assert_eq!(cells[7], "", "{written} is {}", question.id);
                assert_eq!(&cells[..2], ["unknown", "kept"]);
            }
        }
    }
}

#[test]
fn a_column_that_is_nearly_a_fact_is_named() {
    let mut seen = Seen::default();
    let input = csv("countri,nationalty,name,adult\nCO,VE,x,yes\n".into());
    let phrases = Phrases::new(&CONTENT, Lang::default());
    run(phrases, options(false), input, (TableOutput::Csv, &mut Vec::new()), &mut seen).unwrap();
    let near: Vec<(&str, &str)> = seen.near.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(near, [("countri", "country"), ("nationalty", "nationality")]);
}

#[test]
fn a_table_keeps_its_form() {
    let body =
        |delimiter: &str, end: &str| ["country,note", "CO,\u{e1}"].map(|l| l.replace(',', delimiter) + end).concat();
    for (delimiter, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\n")] {
        for mark in ["", "\u{feff}"] {
            let out = table(&format!("{mark}{}", body(delimiter, end)));
            assert!(out.starts_with(&format!("{mark}country{delimiter}note{delimiter}office{delimiter}")), "{out:?}");
            assert!(out.contains(&format!("{end}CO{delimiter}\u{e1}{delimiter}colombia{delimiter}unclear{delimiter}")));
            assert!(out.ends_with(end) && out.matches('\n').count() == 2, "{out:?}");
        }
    }
    // The last line needs no end, and one that is quoted keeps what it holds.
    let out = table("country,note\nCO,\"a \"\"b\"\",\nc\"");
    assert_eq!(rows(&out)[1][1], "a \"b\",\nc");
}

#[test]
fn no_cell_is_a_formula_of_a_spreadsheet() {
    let cells = ["=1+1", "+cmd|'x'!A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=\"x\",1", "\n=1"];
    for cell in cells {
        let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
        let out = table(&format!("country,{quoted}\nCO,{quoted}\n"));
        let found = rows(&out);
        assert_eq!([&found[0][1], &found[1][1]], [&format!("'{cell}"), &format!("'{cell}")]);
    }
    for cell in ["+57 300 1234567", "-5", "-1.5", "", "x=1", "a-b"] {
        assert_eq!(rows(&table(&format!("country,note\nCO,{cell}\n")))[1][1], cell);
    }
}

#[test]
fn a_bad_row_is_marked_and_nothing_of_it_is_lost() {
    let out = table("country,adult,note\nCO,maybe,a\nXX,yes,b\nCO,yes\nCO,yes,c,more,and more\nCO,yes,d\n");
    let found = rows(&out);
    let said = |row: usize, part: &str| {
        assert!(found[row][8].contains(part), "{:?}", found[row]);
        assert_eq!([&found[row][3], &found[row][4]], ["", ""], "no verdict");
    };
    said(1, "adult: \"maybe\" is not one of its values");
    said(2, "country: \"XX\" is no country code");
    said(3, "the row has 2 cells, the header has 3");
    said(4, "the row has 5 cells, the header has 3");
    assert_eq!(&found[4][10..], ["more", "and more"]);
    assert_eq!(&found[5][2..5], ["d", "colombia", "unclear"]);
    let days = "country,nationality,arrived,asylum_registered\nEC,VE,2022-05,2021\n";
    let odd = &rows(&table(days))[1];
    // A contradiction is pointed out and changes no verdict.
    assert_eq!(odd[5], "met");
    assert!(odd[9].contains(CONTENT.question("asylum_registered").unwrap().name.get(Lang::default())), "{odd:?}");
}

#[test]
fn what_is_heard_stands_beside_what_was_written() {
    let text = "country,nationality,arrived,adult\nColombia,venezolana,junio de 2022,s\u{ed}\nCO,VE,2022-06,yes\nCO,VE,11/06/2023,yes\n";
    let found = rows(&worked(&CONTENT, text.as_bytes(), true).unwrap().0);
    assert_eq!(&found[0][11..], ["read_country", "read_nationality", "read_arrived", "read_adult"]);
    assert_eq!(&found[1][11..], ["CO", "VE", "2022-06", "yes"]);
    assert_eq!(&found[2][11..], ["CO", "VE", "2022-06", "yes"]);
    assert!(found[3][9].contains("can be 2023-06-11 or 2023-11-06"), "{:?}", found[3]);
    assert_eq!(found[3][5], "");
    // Without being asked to hear, nothing is guessed.
    let strict = rows(&table(text));
    assert!(strict[1][9].starts_with("country: ") && strict[0].len() == 11, "{strict:?}");
}

#[test]
fn a_table_that_is_none_gets_one_line() {
    let wide = format!("country{}\nCO\n", ",x".repeat(1_000_000));
    let long = format!("country,note\nCO,\"{}", "x".repeat(3 << 20));
    let cases: [(&[u8], &str); 14] = [
        (b"", "the table is empty"),
        (b"\n\n", "the table is empty"),
        (b"country,adult\n", "a header and no rows"),
        (b"country,adult\n\n\n", "a header and no rows"),
        (b"a,b\n1,2\n", "no column of the table is a fact; the facts are country, "),
        (b"country,pa\xc3\xads\nCO,CO\n", "columns 1 and 2 both give the fact country"),
        (b"country,x,x\nCO,1,2\n", "columns 2 and 3 are both called \"x\""),
        (b"country,verdict\nCO,1\n", "column 2 is called \"verdict\""),
        (b"country,read_adult\nCO,1\n", "column 2 is called \"read_adult\""),
        (b"country,note\nCO,a\nCO,Jos\xe9\n", "row 3 is not UTF-8"),
        (b"\xff\xfec\0o\0", "the table is in UTF-16"),
        (b"country,note\nCO,a\0b\n", "row 2 has a NUL byte"),
        (wide.as_bytes(), "row 1 has more than 32768 cells"),
        (long.as_bytes(), "row 2 has more than 1048576 bytes"),
    ];
    for (bytes, said) in cases {
        let error = refused(bytes);
        assert!(error.contains(said) && !error.contains('\n'), "{said}: {error}");
    }
}

/// A table without an end whose reader fails at some byte.
struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the line is cut"));
        }
        let row = b"country\n";
        let count = buffer.len().min(self.0).min(row.len());
        buffer[..count].copy_from_slice(&row[..count]);
        self.0 -= count;
        Ok(count)
    }
}

/// Rows of every length cross the ends of blocks and of what is read at once.
#[test]
fn no_row_is_lost_between_blocks() {
    let row = |at: usize| format!("CO,{}\n", format!("{at}-").repeat(at * 7919 % 4000));
    let text: String = std::iter::once("country,note\n".to_owned()).chain((1..900).map(row)).collect();
    let (out, summary) = worked(&CONTENT, text.as_bytes(), false).unwrap();
    assert_eq!(summary.rows, 899);
    let kept: String =
        out.lines().skip(1).map(|line| line.split(",colombia,").next().unwrap().to_owned() + "\n").collect();
    assert_eq!(format!("country,note\n{kept}"), text);
}

#[test]
fn what_fails_on_the_way_is_said() {
    let work = |input: Failing, seen: &mut Seen| {
        let input = TableInput::Csv(Box::new(input));
        run(Phrases::new(&CONTENT, Lang::default()), options(false), input, (TableOutput::Csv, &mut Vec::new()), seen)
    };
    let cut = work(Failing(1 << 20), &mut Seen::default()).unwrap_err();
    assert_eq!(cut.to_string(), "cannot read the table: the line is cut");
    let stopped = work(Failing(1 << 22), &mut Seen { stops: true, ..Seen::default() }).unwrap_err();
    assert_eq!(stopped.to_string(), "stopped before the end");
}

#[test]
fn the_summary_adds_up() {
    let text = "country,nationality,arrived,adult,status\n\
                CO,VE,2020,yes,regular\nCO,VE,2024,yes,regular\nCO,VE,2024,no,regular\nCO,VE,,yes,regular\nPE,VE,2020,yes,regular\n\
                ,VE,2020,yes,regular\nCO,VE,2020,yes,rich\n";
    let summary = worked(&CONTENT, text.as_bytes(), false).unwrap().1;
    assert_eq!((summary.rows, summary.bad_rows, summary.no_office), (7, 1, 1));
    let first = &summary.offices[0];
    assert_eq!((first.office.as_str(), first.met, first.not_met, first.unclear), ("colombia", 1, 2, 2));
    let tallies =
        |all: &[smo_desk::batch::Tally]| all.iter().map(|one| (one.id.clone(), one.rows)).take(2).collect::<Vec<_>>();
    assert_eq!(tallies(&summary.not_met)[0], ("colombia.presence".to_owned(), 2));
    assert_eq!(tallies(&summary.problems), [("status".to_owned(), 1)]);
}

/// What the desk would ask back is no answer in a table.
#[test]
fn what_is_only_near_to_a_country_is_asked() {
    for doubtful in ["casada", "hola", "male", "HT no", "no", "HT pa DO", "venezolano no, colombiano s\u{ed}", "panam"]
    {
        let out = worked(&CONTENT, format!("country,nationality\nCO,\"{doubtful}\"\n").as_bytes(), true).unwrap().0;
        let row = &rows(&out)[1];
        assert!(!row[7].is_empty() && row[3].is_empty(), "{doubtful}: {row:?}");
    }
    for (said, read) in [("venezolana", "VE"), ("ve", "VE"), ("VE CU", "CU,VE"), ("haitiano y cubano", "CU,HT")] {
        let out = worked(&CONTENT, format!("country,nationality\nCO,{said}\n").as_bytes(), true).unwrap().0;
        assert_eq!(rows(&out)[1][10], read, "{said}");
    }
}

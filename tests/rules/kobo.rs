//! What comes back from `KoBo`, as it comes: columns of groups, notes and choices, and those of its own.

use rust_xlsxwriter::Workbook;
use smo_desk::batch::TableInput;

use crate::batch::{Seen, worked_on};

/// The columns of an export: what the form asks and calculates, in a group, and what `KoBo` adds.
const HEADER: [&str; 31] = [
    "start",
    "end",
    "notice_1",
    "promise",
    "country",
    "existing_case",
    "person/nationality",
    "person/nationality/CU",
    "person/nationality/VE",
    "person/nationality/other",
    "person/nationality/unknown",
    "arrived_known",
    "arrived_day",
    "arrived_month",
    "arrived_year",
    "arrived",
    "arrived_first",
    "arrived_last",
    "adult",
    "status",
    "regularization",
    "colombia_place",
    "colombia_minimum",
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "_index",
];

/// One who meets the minimum of the first office, one of whom much is not known, and one in a country without an office.
const PEOPLE: [[&str; 31]; 3] = [
    [
        "2026-10-01T10:00:00",
        "2026-10-01T10:03:00",
        "",
        "",
        "CO",
        "no",
        "CU VE",
        "1",
        "1",
        "0",
        "0",
        "month",
        "",
        "2022-06-01",
        "",
        "2022-06",
        "20220601",
        "20220631",
        "yes",
        "regular",
        "",
        "1",
        "1",
        "17",
        "ab-1",
        "2026-10-01T10:04:00",
        "",
        "",
        "submitted_via_web",
        "field",
        "1",
    ],
    [
        "2026-10-01T11:00:00",
        "2026-10-01T11:03:00",
        "",
        "",
        "CO",
        "unknown",
        "VE",
        "0",
        "1",
        "0",
        "0",
        "unknown",
        "",
        "",
        "",
        "unknown",
        "",
        "",
        "declined",
        "unknown",
        "",
        "1",
        "0.5",
        "18",
        "ab-2",
        "2026-10-01T11:04:00",
        "",
        "",
        "submitted_via_web",
        "field",
        "2",
    ],
    [
        "2026-10-01T12:00:00",
        "2026-10-01T12:03:00",
        "",
        "",
        "other",
        "no",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "0",
        "0",
        "19",
        "ab-3",
        "2026-10-01T12:04:00",
        "",
        "",
        "submitted_via_web",
        "field",
        "3",
    ],
];

fn assert_understood(input: TableInput, lenient: bool) {
    let mut seen = Seen::default();
    let (out, summary) = worked_on(input, lenient, &mut seen).unwrap();
    let between = if out.starts_with('\u{feff}') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(between).from_reader(out.as_bytes());
    let found: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let said: Vec<[&str; 4]> = found.iter().map(|row| [31, 32, 34, 36].map(|at| &row[at])).collect();
    let open = "arrived;adult;status";
    assert_eq!(said, [["colombia", "met", "", ""], ["colombia", "unclear", open, ""], ["", "not_met", "", ""]]);
    assert_eq!((summary.rows, summary.bad_rows), (3, 0));
    assert!(seen.near.is_empty(), "{:?}", seen.near);
}

/// Semicolons between, every cell in quotation marks, and the mark that some spreadsheets need.
fn as_csv(header: &[&str]) -> Vec<u8> {
    let line = |row: &[&str]| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";") + "\r\n";
    let rows: String = PEOPLE.iter().map(|row| line(row)).collect();
    format!("\u{feff}{}{rows}", line(header)).into_bytes()
}

fn csv(bytes: Vec<u8>) -> TableInput {
    TableInput::Csv(Box::new(std::io::Cursor::new(bytes)))
}

#[test]
fn an_export_of_kobo_goes_in_as_it_is() {
    assert_understood(csv(as_csv(&HEADER)), false);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([HEADER].iter().chain(&PEOPLE)) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    assert_understood(TableInput::Workbook(workbook.save_to_buffer().unwrap()), false);
}

/// The same with the words of the form above the columns, and in the cells.
#[test]
fn an_export_with_words_is_heard() {
    let words = [
        ("country", "In which country is the person now?"),
        ("person/nationality", "Which nationality does the person have? Name every one."),
        ("adult", "Adult"),
    ];
    let header = HEADER.map(|name| words.iter().find(|(id, _)| *id == name).map_or(name, |(_, words)| words));
    let mut text = String::from_utf8(as_csv(&header)).unwrap();
    for (code, word) in
        [("\"CO\"", "\"Colombia\""), ("\"CU VE\"", "\"Cuban Venezuelan\""), ("\"VE\"", "\"Venezuelan\"")]
    {
        text = text.replace(code, word);
    }
    assert_understood(csv(text.into_bytes()), true);
}

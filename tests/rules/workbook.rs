//! Tables of people as workbooks of a spreadsheet.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use smo_desk::batch::{BatchError, BatchSummary, TableInput, TableOutput, WorkbookWriter, run};
use smo_desk::content::Lang;
use smo_desk::wording::Phrases;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::batch::{Seen, options};
use crate::guide::CONTENT;

fn worked(input: Vec<u8>) -> Result<(String, BatchSummary), BatchError> {
    let mut out = Vec::new();
    let phrases = Phrases::new(&CONTENT, Lang::default());
    let output = (TableOutput::Csv, &mut out as &mut dyn Write);
    let summary = run(phrases, options(false), TableInput::Workbook(input), output, &mut Seen::default())?;
    Ok((String::from_utf8(out).unwrap(), summary))
}

/// A workbook as people make them: days as days, truths, numbers, a formula, cells and rows left out.
fn made() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, name) in (0..).zip(["name", "country", "nationality", "arrived", "adult", "status", "room"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    for (row, name) in [(1, "Ana"), (2, "=Bo"), (5, "Cy")] {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_string(row, 1, "CO").unwrap();
        sheet.write_string(row, 2, "VE").unwrap();
        sheet.write_string(row, 5, "regular").unwrap();
    }
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2023, 6, 11).unwrap(), &day).unwrap();
    sheet.write_datetime_with_format(2, 3, ExcelDateTime::from_ymd(2023, 6, 12).unwrap(), &day).unwrap();
    // A number is a year here and never a day: the cell does not say so.
    sheet.write_number(5, 3, 2020).unwrap();
    sheet.write_boolean(1, 4, true).unwrap();
    sheet.write_formula(2, 4, Formula::new("=1=1").set_result("TRUE")).unwrap();
    sheet.write_string(5, 4, "yes").unwrap();
    sheet.write_number(1, 6, 7).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_what_its_cells_say() {
    let (out, summary) = worked(made()).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[1], "Ana,CO,VE,2023-06-11,TRUE,regular,7,colombia,met,,,ended,,");
    assert_eq!(lines[2], "'=Bo,CO,VE,2023-06-12,TRUE,regular,,colombia,not_met,colombia.presence,,ended,,");
    assert_eq!(lines[3], "Cy,CO,VE,2020,yes,regular,,colombia,met,,,ended,,");
    assert_eq!((summary.rows, summary.bad_rows), (3, 0));
}

#[test]
fn a_workbook_is_written_as_text() {
    let mut bytes = Vec::new();
    let mut workbook = WorkbookWriter::new(&mut bytes).unwrap();
    let phrases = Phrases::new(&CONTENT, Lang::default());
    let output = (TableOutput::Workbook, &mut workbook as &mut dyn Write);
    run(phrases, options(false), TableInput::Workbook(made()), output, &mut Seen::default()).unwrap();
    workbook.finish().unwrap();
    let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = read.worksheet_range_at(0).unwrap().unwrap();
    let cells = |row: usize| range.rows().nth(row).unwrap().iter().map(|cell| cell.as_string().unwrap_or_default());
    assert_eq!(cells(0).nth(7).unwrap(), "office");
    let second: Vec<String> = cells(2).collect();
    assert_eq!(&second[..5], ["=Bo", "CO", "VE", "2023-06-12", "TRUE"]);
    assert_eq!(&second[7..10], ["colombia", "not_met", "colombia.presence"]);
    assert!(range.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))));
}

/// What runs in a spreadsheet is not looked at, and a day that a cell gives as a number is none.
#[test]
fn macros_are_left_alone_and_numbers_are_no_days() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["country", "arrived"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    sheet.write_string(1, 0, "CO").unwrap();
    sheet.write_number(1, 1, 45000).unwrap();
    let mut zip = zip::ZipWriter::new_append(Cursor::new(workbook.save_to_buffer().unwrap())).unwrap();
    zip.start_file("xl/vbaProject.bin", SimpleFileOptions::default()).unwrap();
    zip.write_all(&[0xd0, 0xcf, 0x11, 0xe0]).unwrap();
    let (out, summary) = worked(zip.finish().unwrap().into_inner()).unwrap();
    assert!(out.contains("CO,45000,,,,,,\"arrived: ") || out.contains("CO,45000,,,,,,arrived: "), "{out}");
    assert_eq!((summary.rows, summary.bad_rows), (1, 1));
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_gets_one_line() {
    let mut cut = made();
    cut.truncate(cut.len() / 2);
    let bomb = zipped(&[("xl/worksheets/sheet1.xml", &vec![b' '; (512 << 20) + 1])]);
    assert!(bomb.len() < 1 << 20, "a small file");
    let cases: [(Vec<u8>, &str); 5] = [
        (Vec::new(), "the workbook cannot be read: "),
        (b"country\nCO\n".to_vec(), "the workbook cannot be read: "),
        (cut, "the workbook cannot be read: "),
        (zipped(&[("a.txt", b"no workbook")]), "the workbook cannot be read: "),
        (bomb, "the workbook unpacks to more than 512 MB"),
    ];
    for (bytes, said) in cases {
        let error = worked(bytes).unwrap_err().to_string();
        assert!(error.starts_with(said) && !error.contains('\n'), "{error}");
    }
    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert_eq!(worked(empty.save_to_buffer().unwrap()).unwrap_err().to_string(), BatchError::Empty.to_string());
}

/// Whatever a cell holds comes back, but what no workbook can hold.
#[test]
fn cells_come_back_as_they_were_written() {
    let texts = ["a", " b ", "<&>\"'", "\u{e9}\u{1f642}", "line\nline", "=1+1", "007", "\ttab", "a\u{1}b"];
    let mut bytes = Vec::new();
    let mut workbook = smo_desk::xlsx::Workbook::new(&mut bytes);
    for name in ["one", "two & three"] {
        workbook.sheet(name).unwrap();
        workbook.row(texts).unwrap();
        workbook.row(["", "", "third"]).unwrap();
    }
    workbook.finish().unwrap();
    let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(read.sheet_names(), ["one", "two & three"]);
    let range = read.worksheet_range("two & three").unwrap();
    for (at, text) in (0..).zip(texts) {
        assert_eq!(range.get_value((0, at)).unwrap().as_string().unwrap(), text.replace('\u{1}', " "));
    }
    assert_eq!(range.get_value((1, 2)).unwrap().as_string().unwrap(), "third");
}

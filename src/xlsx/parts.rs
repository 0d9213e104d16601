//! The parts of a workbook, in XML.

use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OF_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OF_OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) const SHEET_START: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
pub(super) const SHEET_END: &[u8] = b"</sheetData></worksheet>";

/// Where the sheet of a number is, from 1.
pub(super) fn sheet_path(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

/// Adds a cell; columns from 0, rows from 1.
pub(super) fn cell(line: &mut String, column: usize, row: u32, text: &str) {
    let name = column_name(column);
    // Writing to a string cannot fail.
    let _ = write!(line, "<c r=\"{name}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    escape(line, text);
    line.push_str("</t></is></c>");
}

/// The letters of a column: A to Z, AA and so on.
fn column_name(column: usize) -> String {
    let mut name = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

/// Text as XML; what no XML can hold becomes a blank.
fn escape(line: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => line.push_str("&amp;"),
            '<' => line.push_str("&lt;"),
            '>' => line.push_str("&gt;"),
            '"' => line.push_str("&quot;"),
            '\r' => line.push_str("&#13;"),
            '\t' | '\n' => line.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => line.push(' '),
            c => line.push(c),
        }
    }
}

/// The parts beside the sheets, each with its path.
pub(super) fn others(sheets: &[String]) -> Vec<(String, String)> {
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let numbered = || sheets.iter().zip(1..);
    let mut types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{main}.sheet.main+xml\"/>"
    );
    let mut book = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OF_OFFICE}\"><sheets>");
    let mut links = format!("{HEAD}<Relationships xmlns=\"{OF_PACKAGE}\">");
    for (name, number) in numbered() {
        let path = sheet_path(number);
        let _ = write!(types, "<Override PartName=\"/{path}\" ContentType=\"{main}.worksheet+xml\"/>");
        let mut shown = String::new();
        escape(&mut shown, name);
        let _ = write!(book, "<sheet name=\"{shown}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        let target = path.trim_start_matches("xl/");
        let _ = write!(links, "<Relationship Id=\"rId{number}\" Type=\"{OF_OFFICE}/worksheet\" Target=\"{target}\"/>");
    }
    types.push_str("</Types>");
    book.push_str("</sheets></workbook>");
    links.push_str("</Relationships>");
    let root = format!(
        "{HEAD}<Relationships xmlns=\"{OF_PACKAGE}\">\
         <Relationship Id=\"rId1\" Type=\"{OF_OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", links),
    ];
    parts.map(|(path, text)| (path.to_owned(), text)).into()
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        let names =
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")];
        for (column, name) in names {
            assert_eq!(column_name(column), name);
        }
    }
}

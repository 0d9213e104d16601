//! Sheets on paper: what is in a file is what the document says, in its order and its language.

#[cfg(feature = "paper")]
mod browser;
mod hostile;
mod made;
mod reader;
mod scanned;
mod syntax;
#[cfg(feature = "paper")]
mod tools;

use smo_desk::document::{Block, Kind};
use smo_desk::sheet::pictogram::Pictogram;
use smo_desk::text::clean;

use made::{each, file, slips, tidied};
use reader::{Element, File};
use syntax::Thing;

/// How many people each document is printed for.
const PEOPLE: u64 = 4;

/// Text as it is compared: the blanks at which lines are broken are those of the text.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a block says, mark and source included.
fn said(block: &Block) -> String {
    let name = if let Kind::Value { name, .. } = &block.kind { format!("{name}: ") } else { String::new() };
    let by = block.said_by().map(|by| format!(" [{by}]")).unwrap_or_default();
    words(&clean(&format!("{name}{}{by}", block.text)))
}

/// The elements that stand for a block each: all that hold text and are in no such element themselves.
fn texts(elements: &[Element]) -> Vec<&Element> {
    let is_text = |role: &str| matches!(role, "H1" | "H2" | "P" | "TH" | "TD");
    elements.iter().filter(|one| is_text(&one.role)).collect()
}

#[test]
fn every_block_is_an_element_in_its_place() {
    each(PEOPLE, |name, desk, sheet| {
        let file = File::read(&file(desk, sheet).unwrap());
        let elements = file.elements();
        let mut elements = texts(&elements).into_iter();
        for block in &sheet.document.blocks {
            if let Kind::Row { cells } = &block.kind {
                for cell in cells {
                    let shown = elements.next().unwrap();
                    assert!(["TH", "TD"].contains(&&*shown.role), "{name}: {}", shown.role);
                    assert_eq!(words(&shown.text), words(&clean(&cell.join(" "))), "{name}: {}", block.anchor);
                }
                continue;
            }
            let shown = elements.next().unwrap_or_else(|| panic!("{name}: {} is not there", block.anchor));
            let expected = match block.kind {
                Kind::Title => "H1",
                Kind::Heading => "H2",
                _ => "P",
            };
            assert_eq!(shown.role, expected, "{name}: {}", block.anchor);
            let is_entry = matches!(block.kind, Kind::Item { .. } | Kind::Value { .. });
            assert_eq!(
                shown.inside.ends_with(&["L", "LI", "LBody"].map(str::to_owned)),
                is_entry || shown.inside.len() > 1
            );
            let text = words(&shown.text);
            assert!(text.contains(&said(block)), "{name}: {}: {text:?} is not {:?}", block.anchor, said(block));
            let sign = block.mark.sign();
            assert!(is_entry || text.starts_with(sign), "{name}: {}: {text:?} without {sign}", block.anchor);
        }
        assert_eq!(words(&elements.next().unwrap().text), sheet.address, "{name}");
        assert_eq!(elements.next(), None, "{name}");
    });
}

#[test]
fn marks_and_numbers_are_labels_of_their_entries() {
    each(PEOPLE, |name, desk, sheet| {
        let elements = File::read(&file(desk, sheet).unwrap()).elements();
        let labels = elements.iter().filter(|one| one.role == "Lbl").map(|one| one.text.trim().to_owned());
        let label = |block: &Block| {
            let (Kind::Item { number } | Kind::Value { number, .. }) = block.kind else { return None };
            let number = number.map(|number| format!("{number}. ")).unwrap_or_default();
            let label = format!("{number}{}", block.mark.sign()).trim().to_owned();
            let bullet = matches!(block.kind, Kind::Item { .. }) && label.is_empty();
            Some(if bullet { "•".to_owned() } else { label }).filter(|label| !label.is_empty())
        };
        let expected: Vec<String> = sheet.document.blocks.iter().filter_map(label).collect();
        assert_eq!(labels.collect::<Vec<_>>(), expected, "{name}");
    });
}

#[test]
fn pictures_have_words_in_the_language_of_the_sheet() {
    each(PEOPLE, |name, desk, sheet| {
        let elements = File::read(&file(desk, sheet).unwrap()).elements();
        let figures = elements.iter().filter(|one| one.role == "Figure").map(|one| one.alternative.clone().unwrap());
        let phrases = desk.context().phrases;
        let pictograms = sheet.document.blocks.iter().filter(|block| block.kind == Kind::Heading);
        let pictograms = pictograms.filter_map(|block| Pictogram::beside(&block.anchor));
        let mut expected: Vec<String> = pictograms.map(|one| phrases.get(one.instead()).to_owned()).collect();
        expected.push(phrases.fill(smo_desk::content::Msg::QrCode, &[("address", &sheet.address)]));
        assert_eq!(figures.collect::<Vec<_>>(), expected, "{name}");
        let scopes = elements.iter().filter(|one| one.role == "Figure" && one.alternative != expected.last().cloned());
        assert!(scopes.into_iter().all(|one| one.inside.last().is_some_and(|last| last == "H2")), "{name}");
    });
}

#[test]
fn a_file_tells_its_title_and_its_language_and_nothing_of_who_made_it() {
    each(1, |name, desk, sheet| {
        let bytes = file(desk, sheet).unwrap();
        let file = File::read(&bytes);
        let catalog = file.catalog();
        assert_eq!(catalog["Lang"].text(), sheet.language, "{name}");
        assert_eq!(file.info()["Title"].text(), sheet.title, "{name}");
        assert_eq!(file.info().keys().collect::<Vec<_>>(), ["Title"], "{name}");
        let Thing::Dictionary(marked) = &catalog["MarkInfo"] else { panic!("{catalog:?}") };
        assert_eq!(marked["Marked"], Thing::Word("true".to_owned()), "{name}");
        let fonts = file.of_type("FontDescriptor");
        assert!(fonts.len() == 1 && fonts[0].contains_key("FontFile2"), "{name}: {} fonts", fonts.len());
        let all = String::from_utf8_lossy(&file.unpacked()).into_owned();
        for never in ["CreationDate", "CreateDate", "ModifyDate", "Author", "/root", "/home", "/work"] {
            assert!(!all.contains(never), "{name}: {never}");
        }
        assert!(all.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
    });
}

#[test]
fn the_same_sheet_is_the_same_file() {
    each(1, |name, desk, sheet| {
        assert_eq!(file(desk, sheet).unwrap(), file(desk, sheet).unwrap(), "{name}");
    });
}

#[test]
fn a_sheet_without_title_or_headings_is_a_file_too() {
    each(1, |_, desk, whole| {
        let mut plain = whole.clone();
        plain.document.blocks.retain(|block| !matches!(block.kind, Kind::Title | Kind::Heading));
        assert!(file(desk, &plain).is_ok());
        plain.document.blocks.clear();
        assert!(file(desk, &plain).is_ok());
        plain.title.clear();
        let refused = file(desk, &plain).unwrap_err().to_string();
        assert!(refused.contains("NoDocumentTitle"), "{refused}");
    });
}

/// Every office, for whoever comes: one page, or two in large letters.
#[test]
fn sheets_are_on_their_pages() {
    tidied(|name, desk, sheet, most| {
        let pages = File::read(&file(desk, sheet).unwrap()).of_type("Page").len();
        assert_eq!(pages, most, "{name}");
    });
}

/// Each copy of a referral slip is a page, or two in large letters, under a title of its own.
#[test]
fn each_copy_of_a_slip_begins_a_page() {
    slips(|name, desk, sheet, pages| {
        let file = File::read(&file(desk, sheet).unwrap());
        assert!((3..=pages).contains(&file.of_type("Page").len()), "{name}");
        let titles: Vec<String> =
            file.elements().iter().filter(|one| one.role == "H1").map(|one| words(&one.text)).collect();
        assert_eq!(titles, sheet.copies().map(|copy| words(&copy[0].text)).collect::<Vec<_>>(), "{name}");
    });
}

#[test]
fn the_font_has_exactly_the_letters_that_content_may_use() {
    let all: String = ('\0'..=char::MAX).filter(|c| smo_desk::text::is_text(*c)).collect();
    let missing = smo_desk::sheet::pdf::missing_letters(&all);
    for c in all.chars() {
        let is_unseen = matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
        assert_eq!(missing.contains(&c), !smo_desk::text::is_printable(c) && !is_unseen, "{c:?}");
    }
}

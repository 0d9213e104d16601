//! Hostile text stays text, in a file that is still one.

use smo_desk::content::Lang;
use smo_desk::document::{Block, Citation, Document, Kind, Mark, Role};
use smo_desk::sheet::pdf::missing_letters;
use smo_desk::sheet::{Print, Sheet};

use super::made::file;
use super::reader::File;
use crate::parity::people;

fn desk() -> smo_desk::desk::Desk {
    people::desk(0, Lang(0))
}

fn hostile() -> Vec<String> {
    let texts = [
        "a\u{0}b\u{1b}[2Jc\u{7f}d\u{9b}e",
        "\u{202e}backwards\u{202c} \u{2067}x\u{2069} \u{200f}",
        "\u{feff}\u{fffe}\u{ffff}",
        "日本語 العربية עברית 𝄞 😀 \u{e000} \u{10ffff}",
        "e\u{301}a\u{300} n\u{303}\u{327}",
        ") Tj ET /Span BDC <41> endstream endobj \\( %",
        "<script>alert(1)</script> & </title>",
        "\u{ad}so\u{ad}ft\u{200b}break",
        "",
        " ",
        "\n\n\r\t",
        "\u{301}",
        "﷽",
    ];
    let mut all: Vec<String> = texts.map(str::to_owned).to_vec();
    all.extend(["W", "i", "é", "e\u{301}", "/", "_", "日"].map(|letter| letter.repeat(6_000)));
    all.push("word ".repeat(1_200));
    all
}

fn everywhere(text: &str) -> Document {
    let cited = Citation { label: text.to_owned(), dated: text.to_owned(), section: Some(text.to_owned()) };
    let value = |number| Kind::Value { name: text.to_owned(), number };
    let row = || Kind::Row { cells: vec![vec![text.to_owned(), text.to_owned()], vec![text.to_owned()], vec![]] };
    let kinds = [
        Kind::Title,
        Kind::Heading,
        Kind::Paragraph,
        Kind::Item { number: None },
        Kind::Item { number: Some(usize::MAX) },
        value(None),
        value(Some(7)),
        row(),
        row(),
        Kind::Heading,
    ];
    let mut blocks = Vec::new();
    for (kind, n) in kinds.into_iter().zip(0..) {
        for (role, mark, level) in
            [(Role::Normal, Mark::None, 0), (Role::Rule, Mark::Open, 2), (Role::Notice, Mark::Notice, 99)]
        {
            let block = Block::new(format!("{n}.{level}.bring"), kind.clone(), text).role(role).mark(mark).level(level);
            blocks.push(Block { answers: vec![1, 2], ..block.cited(cited.clone()) });
        }
    }
    Document { blocks }
}

fn sheet(document: Document, address: &str, print: Print) -> Sheet {
    let (language, title, address) = ("en".to_owned(), "A title".to_owned(), address.to_owned());
    Sheet { language, title, document, address, print }
}

#[test]
fn hostile_text_stays_text() {
    let desk = desk();
    for (text, n) in hostile().into_iter().zip(0..) {
        // Of a long text a few blocks are enough, in one size.
        let is_long = text.len() > 5_000;
        let both = [Print::Normal, Print::Large];
        for print in if is_long { &both[n % 2..=n % 2] } else { &both[..] } {
            let mut all = everywhere(&text);
            all.blocks.truncate(if is_long { 12 } else { usize::MAX });
            let mut one = sheet(all, &text, *print);
            one.title = format!("x{text}");
            let name: String = text.chars().take(20).collect();
            let bytes = file(&desk, &one).unwrap_or_else(|cause| panic!("{name:?}: {cause}"));
            let read = File::read(&bytes).elements();
            let all: String = read.iter().filter(|one| one.role == "P").map(|one| &*one.text).collect();
            assert!(all.chars().all(smo_desk::text::is_printable), "{name:?}");
            let kept = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
            assert!(is_long || kept(&all).contains(&kept(&text)), "{name:?}: {all:?}");
        }
    }
}

#[test]
fn letters_that_the_font_lacks_are_named_once_and_replaced() {
    assert!(missing_letters("Ayiti 日本 日 ñ → \u{202e}").into_iter().eq(['日', '本']));
    assert!(missing_letters("Kreyòl ayisyen, español: «¿año?»").is_empty());
    let block = Block::new("a", Kind::Paragraph, "a日b");
    let bytes = file(&desk(), &sheet(Document { blocks: vec![block] }, "", Print::Normal)).unwrap();
    assert_eq!(File::read(&bytes).elements()[0].text.trim(), "a\u{fffd}b");
}

#[test]
fn a_heading_is_on_the_page_of_what_it_heads() {
    let desk = desk();
    for lines in 30..60 {
        let mut blocks = vec![Block::new("title", Kind::Title, "Title")];
        for n in 0..lines {
            blocks.push(Block::new(format!("p{n}"), Kind::Item { number: None }, "text"));
        }
        for n in 0..3 {
            blocks.push(Block::new(format!("h{n}"), Kind::Heading, format!("Heading {n}")));
        }
        blocks.push(Block::new("end", Kind::Paragraph, "It ends here. ".repeat(90)));
        let bytes = file(&desk, &sheet(Document { blocks }, "https://a.example/", Print::Normal)).unwrap();
        for page in File::read(&bytes).pages() {
            assert!(!page.trim_end().ends_with(['0', '1', '2']), "{lines}: {page:?}");
        }
    }
}

//! What content could hold to break a format stays text; and a page is what a browser expects.

use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use smo_desk::content::Lang;
use smo_desk::document::{Block, Citation, Document, Kind, Mark, Role};
use smo_desk::sheet::{self, Print, Sheet, message};
use smo_desk::wording::Phrases;

use super::{each_sheet, squeezed};
use crate::play::script::content;

/// Markup, entities, quotes, control characters, escape sequences, marks that turn a line round, and ends of lines.
const TEXTS: [&str; 11] = [
    "<script>alert(1)</script>",
    "</style></title></li><img src=x onerror=alert(1)>",
    "<!-- --><![CDATA[ ]]>",
    "&lt;b&gt; &amp; &#60; &quot;",
    "\" onclick=\"x\" 'y' `z`",
    "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J",
    "\u{202e}turned\u{2066} round\u{200f}\u{61c}",
    "so\u{ad}ft \u{200b}none\u{180e} \u{e0041}\u{e007f}tags\u{fff9}\u{2060}",
    "one\nline\r\nmore\u{2028}and\u{85}more\0",
    "*bold* _it_ #heading `code` {{braces}} {date} $(x) %s \\x",
    "ñ ò 漢字 👩‍👩‍👧 \u{feff}e\u{301}",
];

/// A sheet that says a text in every place that a block has.
fn saying(text: &str) -> Sheet {
    let citation = Citation { label: text.to_owned(), dated: text.to_owned(), section: Some(text.to_owned()) };
    let value = Kind::Value { name: text.to_owned(), number: None };
    let blocks = vec![
        Block::new("sheet.x", Kind::Title, text),
        Block::new("sheet.x.day", Kind::Paragraph, text),
        Block::new("sheet.x.name", value.clone(), text),
        Block::new("sheet.x.news", Kind::Heading, text),
        Block::new("sheet.x.notice.a", Kind::Paragraph, text)
            .role(Role::Notice)
            .mark(Mark::Notice)
            .cited(citation.clone()),
        Block::new("sheet.x.no_promise", Kind::Paragraph, text).role(Role::Notice),
        Block::new("sheet.x.bring", Kind::Heading, text),
        Block::new("sheet.x.item.a", value, text).cited(citation),
        Block::new("sheet.x.item.b", Kind::Item { number: None }, text).level(1),
        Block::new("sheet.x.item.c", Kind::Paragraph, text).level(2),
    ];
    let (language, title, address) = ("en".to_owned(), text.to_owned(), "https://example.org/help".to_owned());
    Sheet { language, title, document: Document { blocks }, address, print: Print::Large }
}

/// A page as a browser reads it; that it finds nothing to mend.
fn parsed(html: &str) -> RcDom {
    let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    assert!(dom.errors.borrow().is_empty(), "{:?} in {html}", dom.errors.borrow());
    dom
}

/// The names of all elements, in order, and all text.
fn read(node: &Handle, names: &mut Vec<String>, text: &mut String) {
    match &node.data {
        NodeData::Element { name, .. } => names.push(name.local.to_string()),
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        NodeData::Comment { .. } => panic!("a comment"),
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| read(child, names, text));
}

fn elements(html: &str) -> (Vec<String>, String) {
    let (mut names, mut text) = (Vec::new(), String::new());
    read(&parsed(html).document, &mut names, &mut text);
    (names, text)
}

fn is_shown(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || smo_desk::text::is_text(c))
}

#[test]
fn what_looks_like_markup_stays_text() {
    let (content, long) = (content(), "x".repeat(10_000));
    let phrases = Phrases::new(&content, Lang(0));
    let (plain, _) = elements(&sheet::html(&saying("words"), phrases));
    for text in TEXTS.iter().copied().chain([&*long]) {
        let sheet = saying(text);
        let (names, words) = elements(&sheet::html(&sheet, phrases));
        assert_eq!(names, plain, "{text:?}");
        let shown = squeezed(&smo_desk::text::clean(text));
        assert!(squeezed(&words).contains(&shown), "{text:?}");
        let lines = sheet::script(&sheet, phrases);
        let page = sheet::text(&sheet, phrases, false).finish();
        let messages = message::parts(&sheet, phrases, false);
        for format in [&words, &lines, &page, &messages.join("\n")] {
            assert!(is_shown(format), "{text:?}: {format:?}");
        }
        for format in [&lines, &page] {
            assert!(squeezed(format).contains(&shown), "{text:?}: {format:?}");
        }
        assert!(messages.iter().all(|part| part.chars().count() <= message::MOST), "{text:?}");
    }
}

/// One title, one main part, headings in order, each section named by its own heading, lists of entries alone.
#[test]
fn a_page_is_well_made() {
    each_sheet(|n, desk, sheet| {
        let html = sheet::html(sheet, desk.context().phrases);
        let (names, _) = elements(&html);
        let count = |name: &str| names.iter().filter(|known| *known == name).count();
        assert_eq!([count("title"), count("h1"), count("main"), count("header")], [1; 4], "person {n}");
        let headings = sheet.document.blocks.iter().filter(|block| block.kind == Kind::Heading).count();
        assert_eq!([count("h2"), count("section")], [headings; 2], "person {n}");
        assert_eq!(count("script") + count("img") + count("link"), 0, "it fetches nothing");
        assert!(html.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\"", sheet.language)), "person {n}");
        lists(&parsed(&html).document);
    });
}

fn lists(node: &Handle) {
    let name = |node: &Handle| match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        NodeData::Text { contents } if contents.borrow().trim().is_empty() => "li".to_owned(),
        _ => String::new(),
    };
    let children = node.children.borrow();
    assert!(name(node) != "ul" || !children.is_empty() && children.iter().all(|child| name(child) == "li"));
    children.iter().for_each(lists);
}

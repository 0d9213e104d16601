//! Sheets to be printed, short and long.

use smo_desk::content::Lang;
use smo_desk::desk::Desk;
use smo_desk::document::{self, Block, Depth, Document, Kind, Personal};
use smo_desk::sheet::pdf::{self, PdfError};
use smo_desk::sheet::{Print, Sheet};

use crate::parity::people;
use crate::play::script::content;

/// An address as content has them.
const ADDRESS: &str = "https://movilidadsegura.org/";

/// A way to make a document of a desk.
type Make = fn(&Desk) -> Document;

/// How many people take a sheet home: of every kind, as a test of theirs says.
const PEOPLE: u64 = 120;

/// Every so many of them; all where tests may take their time.
const STEP: usize = if cfg!(feature = "paper") { 1 } else { 9 };

/// What is printed in the tests, from short to long.
const KINDS: &[(&str, Make)] = &[
    ("notices", |desk| document::notices(&desk.context())),
    ("office", |desk| {
        let ctx = desk.context();
        document::office(&ctx, &ctx.content().offices[0], Depth::Whole)
    }),
    ("result", person),
    ("tracks", |desk| document::tracks(&desk.context(), &[0, 1])),
];

/// All that a person hears, in parts, with the headings that have a pictogram.
fn person(desk: &Desk) -> Document {
    let ctx = desk.context();
    let mut doc = Document::default();
    doc.push(Block::new("sheet", Kind::Title, ctx.content().offices[0].name.get(ctx.lang())));
    doc.append(document::head(&ctx));
    let mut part = |part: &str, mut said: Document| {
        let title = said.blocks.remove(0).text;
        doc.part(format!("sheet.{part}"), &title, said);
    };
    part("ask", document::result(&ctx));
    part("bring", document::bring(&ctx));
    part("next", document::steps(&ctx));
    part("beware", document::notices(&ctx));
    doc
}

/// A sheet of a document.
pub(super) fn sheet(desk: &Desk, document: Document, print: Print) -> Sheet {
    let language = desk.content().languages[desk.lang().0].id.to_string();
    let title = document.blocks.iter().find(|block| block.kind == Kind::Title).map(|block| block.text.clone());
    Sheet { language, title: title.unwrap_or_default(), document, address: ADDRESS.to_owned(), print }
}

/// The sheets that people take home, with how many pages each may have.
pub(super) fn tidied(mut check: impl FnMut(&str, &Desk, &Sheet, usize)) {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in (0..PEOPLE).step_by(STEP) {
            let desk = people::desk(n, lang);
            let ctx = desk.context();
            for office in &ctx.content().offices {
                for (print, most) in [(Print::Normal, 1), (Print::Large, 2)] {
                    let name = format!("{}-{}-{n}-{print:?}", office.id, ctx.content().languages[lang.0].id);
                    check(&name, &desk, &Sheet::of(&ctx, office, Personal::Told, print), most);
                }
            }
        }
    }
}

/// Referral slips, with how many pages each may have.
pub(super) fn slips(mut check: impl FnMut(&str, &Desk, &Sheet, usize)) {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..4 {
            let desk = people::desk(n, lang);
            let ctx = desk.context();
            for office in &ctx.content().offices {
                for (print, most) in [(Print::Normal, 3), (Print::Large, 6)] {
                    let name = format!("{}-{}-{n}-{print:?}", office.id, ctx.content().languages[lang.0].id);
                    check(&name, &desk, &Sheet::referral(&ctx, office, Some("K7Q2"), print), most);
                }
            }
        }
    }
}

/// The file of a sheet.
pub(super) fn file(desk: &Desk, sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    pdf::render(sheet, desk.context().phrases)
}

/// Every kind of document, for some people, in every language and size.
pub(super) fn each(people: u64, mut check: impl FnMut(&str, &Desk, &Sheet)) {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..people {
            let desk = people::desk(n, lang);
            for (kind, make) in KINDS {
                for print in [Print::Normal, Print::Large] {
                    let name = format!("{kind}-{}-{n}-{print:?}", desk.content().languages[lang.0].id);
                    check(&name, &desk, &sheet(&desk, make(&desk), print));
                }
            }
        }
    }
}

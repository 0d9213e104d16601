//! Topics that only a content has: under their own heading among the notices, in every language, and found.

use std::fs;
use std::sync::LazyLock;

use smo_desk::content::{Content, Lang, export};
use smo_desk::document::{self, Context, Kind};
use smo_desk::find::{HitKind, Index};
use smo_desk::wording::Phrases;

const OWN: &str = r#"
[[topic]]
id = "boats"
name = { en = "Boats", es = "Barcos", ht = "Bato" }

[[topic]]
id = "trains"
name = { en = "Trains", es = "Trenes", ht = "Tren" }

[[statement]]
id = "no_boats"
topic = "boats"
source = "guide"
section = "Made up"
text = { en = "The made-up programme has no vessels.", es = "El programa inventado no tiene naves.", ht = "Pwogram envante a pa gen veso." }

[[statement]]
id = "no_trains"
topic = "trains"
source = "guide"
date = "2027-01"
section = "Made up"
text = { en = "It has no trains.", es = "No tiene trenes.", ht = "Li pa gen tren." }
"#;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path()).unwrap();
    let path = folder.path().join("programme.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + OWN).unwrap();
    Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{}", problems.render(false)))
});

/// What is said under each heading among the notices that only this content has.
fn said(lang: usize, day: &str) -> Vec<(String, String)> {
    let ctx = Context { phrases: Phrases::new(&CONTENT, Lang(lang)), day: day.parse().unwrap(), person: None };
    let blocks = document::notices(&ctx).blocks;
    let own = blocks.iter().filter(|block| block.anchor.starts_with("notices.own."));
    let kind = |kind: &Kind| if *kind == Kind::Heading { "heading" } else { "statement" };
    own.map(|block| (kind(&block.kind).to_owned(), block.text.clone())).collect()
}

#[test]
fn they_stand_under_their_own_heading_from_the_day_on_which_something_is_said() {
    let pair = |kind: &str, text: &str| (kind.to_owned(), text.to_owned());
    let boats = [
        ["Boats", "The made-up programme has no vessels."],
        ["Barcos", "El programa inventado no tiene naves."],
        ["Bato", "Pwogram envante a pa gen veso."],
    ];
    for (lang, [heading, text]) in boats.into_iter().enumerate() {
        assert_eq!(said(lang, "2026-11-23"), [pair("heading", heading), pair("statement", text)]);
    }
    assert_eq!(said(0, "2027-02-01")[2..], [pair("heading", "Trains"), pair("statement", "It has no trains.")]);
}

/// Where its statements stand is where they are found.
#[test]
fn what_is_said_of_them_is_found_among_the_notices() {
    let index = Index::new(&CONTENT, "2026-11-23".parse().unwrap());
    let hits = index.search("vessels", Lang(0));
    let hit = hits.iter().find(|hit| matches!(hit.kind, HitKind::Statement(_))).unwrap();
    assert_eq!(smo_desk::find::place(&CONTENT, &hit.kind, 0), None);
}

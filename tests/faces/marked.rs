//! Content in which every message of the interface can be told from every other on a picture: its first and its last
//! letter are replaced by characters that stand for that message in that language.

use smo_desk::content::{Content, Lang, Msg, export};
use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, OnceLock};
use toml::{Table, Value};

/// The first private character that is used; each takes one cell, as the letter that it stands for.
const FIRST_MARK: u32 = 0xf_0000;
/// More than two for each message.
const OF_A_LANGUAGE: u32 = 0x1000;

/// An end of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    First,
    Last,
}

/// What a marked character stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    pub(crate) lang: usize,
    pub(crate) msg: Msg,
    pub(crate) end: End,
}

impl Mark {
    pub(crate) fn of(symbol: &str) -> Option<Self> {
        let number = u32::from(symbol.chars().next()?).checked_sub(FIRST_MARK)?;
        let of_language = number % OF_A_LANGUAGE;
        let msg = *Msg::ALL.get(usize::try_from(of_language / 2).ok()?)?;
        let end = if of_language.is_multiple_of(2) { End::First } else { End::Last };
        Some(Self { lang: usize::try_from(number / OF_A_LANGUAGE).ok()?, msg, end })
    }

    fn symbol(lang: usize, msg: usize, end: End) -> char {
        let last = u32::from(end == End::Last);
        let number = u32::try_from(lang).unwrap() * OF_A_LANGUAGE + u32::try_from(msg).unwrap() * 2 + last;
        char::from_u32(FIRST_MARK + number).unwrap()
    }
}

/// The embedded content with all its messages marked.
pub(crate) fn content() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    Arc::clone(CONTENT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        export(folder.path()).unwrap();
        let file = folder.path().join("interface.toml");
        let languages: BTreeMap<String, usize> =
            crate::play::script::content().languages.iter().enumerate().map(|(n, l)| (l.id.to_string(), n)).collect();
        let mut words: Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        for (n, msg) in Msg::ALL.iter().enumerate() {
            for (lang, text) in words["words"][msg.key()].as_table_mut().unwrap() {
                *text = Value::String(marked(text.as_str().unwrap(), languages[lang], n));
            }
        }
        fs::write(&file, words.to_string()).unwrap();
        let content = Content::from_folder(folder.path());
        Arc::new(content.unwrap_or_else(|problems| panic!("{}", problems.render(false))))
    }))
}

/// Whether a message is marked in a language; one that has a single letter, or none, is not.
pub(crate) fn is_marked(msg: Msg, lang: usize) -> bool {
    content().msg(msg, Lang(lang)).chars().any(|c| Mark::of(c.encode_utf8(&mut [0; 4])).is_some())
}

/// A text with its first and last letter replaced, outside of `{names}`; one with a single letter stays as it is.
fn marked(text: &str, lang: usize, msg: usize) -> String {
    let mut inside = false;
    let letters: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| {
            inside = (inside || *c == '{') && *c != '}';
            !inside && c.is_alphabetic()
        })
        .map(|(at, _)| at)
        .collect();
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return text.to_owned() };
    if first == last {
        return text.to_owned();
    }
    let replaced = text.char_indices().map(|(at, c)| match at {
        at if at == *first => Mark::symbol(lang, msg, End::First),
        at if at == *last => Mark::symbol(lang, msg, End::Last),
        _ => c,
    });
    replaced.collect()
}

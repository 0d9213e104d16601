#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use std::collections::BTreeMap;

fn content() -> Content {
    Content::embedded().map_err(|problems| problems.to_string()).unwrap()
}

#[test]
fn no_word_means_two_things_in_any_two_languages() {
    let content = content();
    let mut seen = BTreeMap::new();
    for entry in TABLE {
        for name in entry.names(&content) {
            assert!(!name.is_empty());
            let before = seen.insert(name.clone(), entry.command);
            assert!(before.is_none_or(|before| before == entry.command), "{name}: {before:?}, {:?}", entry.command);
        }
    }
}

#[test]
fn words_are_understood_in_every_language_without_accents() {
    let content = content();
    for entry in TABLE {
        for name in entry.names(&content) {
            assert_eq!(parse(&content, &name.to_uppercase()), Some((entry.command, String::new())));
        }
        for lang in (0..content.languages.len()).map(Lang) {
            let spelled = content.msg(entry.name, lang);
            assert_eq!(parse(&content, spelled), Some((entry.command, String::new())), "{spelled}");
        }
    }
}

#[test]
fn what_follows_a_word_is_taken_only_where_something_may() {
    let content = content();
    assert_eq!(parse(&content, " Change   3 "), Some((Command::Change, "3".to_owned())));
    assert_eq!(parse(&content, "offices any two"), Some((Command::Offices, "any two".to_owned())));
    assert_eq!(parse(&content, "back 3"), None);
    assert_eq!(parse(&content, "change3"), None);
    assert_eq!(parse(&content, "3"), None);
    assert_eq!(parse(&content, ""), None);
}

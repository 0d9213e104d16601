#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

fn with<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
    |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
}

fn spoken(option: Option<&str>, pairs: &[(&str, &str)]) -> String {
    let content = Content::embedded().unwrap();
    language(&content, option, &with(pairs))
        .map_or_else(|e| format!("{e:?}"), |lang| content.languages.get(lang.0).unwrap().id.to_string())
}

#[test]
fn what_was_asked_for_most_closely_wins() {
    let all = [("SMO_LANG", "ht"), ("LC_ALL", "es_XX.UTF-8"), ("LANG", "en_XX.UTF-8")];
    assert_eq!(spoken(Some("EN"), &all), "en");
    assert_eq!(spoken(None, &all), "ht");
    assert_eq!(spoken(None, &[("LC_ALL", "es_XX.UTF-8"), ("LANG", "en_XX.UTF-8")]), "es");
    assert_eq!(spoken(None, &[("LC_MESSAGES", "ht"), ("LANG", "es_XX.UTF-8")]), "ht");
    assert_eq!(spoken(None, &[("LC_ALL", ""), ("LANG", "es@euro")]), "es");
    assert_eq!(spoken(None, &[("LANG", "fr_XX.UTF-8")]), "en");
    assert_eq!(spoken(None, &[]), "en");
    assert!(spoken(None, &[("SMO_LANG", "fr")]).contains("SMO_LANG: there is no language"));
}

#[test]
fn characters_are_ascii_unless_the_locale_says_otherwise() {
    assert!(is_utf8(&with(&[("LANG", "en_XX.UTF-8")])));
    assert!(is_utf8(&with(&[("LC_CTYPE", "C.utf8"), ("LANG", "C")])));
    assert!(!is_utf8(&with(&[("LC_ALL", "C"), ("LANG", "en_XX.UTF-8")])));
    assert!(!is_utf8(&with(&[])));
}

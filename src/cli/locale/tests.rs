#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

fn with<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
    |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
}

fn spoken(option: Option<&str>, pairs: &[(&str, &str)]) -> String {
    remembering(None, option, pairs)
}

/// The language spoken, and in brackets the one that is not there.
fn remembering(remembered: Option<&str>, option: Option<&str>, pairs: &[(&str, &str)]) -> String {
    let content = Content::embedded().unwrap();
    let id = |lang: Lang| content.languages.get(lang.0).unwrap().id.to_string();
    match language(&content, option, remembered, &with(pairs)) {
        Ok(Spoken { lang, missing: None }) => id(lang),
        Ok(Spoken { lang, missing: Some(missing) }) => format!("{} ({missing})", id(lang)),
        Err(error) => format!("{error:?}"),
    }
}

#[test]
fn what_was_asked_for_most_closely_wins() {
    let all = [("SMO_LANG", "ht"), ("LC_ALL", "es_XX.UTF-8"), ("LANG", "en_XX.UTF-8")];
    assert_eq!(spoken(Some("EN"), &all), "en");
    assert_eq!(spoken(None, &all), "ht");
    assert_eq!(spoken(None, &[("LC_ALL", "es_XX.UTF-8"), ("LANG", "en_XX.UTF-8")]), "es");
    assert_eq!(spoken(None, &[("LC_MESSAGES", "ht"), ("LANG", "es_XX.UTF-8")]), "ht");
    assert_eq!(spoken(None, &[("LC_ALL", ""), ("LANG", "es@euro")]), "es");
    assert_eq!(spoken(None, &[]), "en");
    assert_eq!(spoken(Some("es_CO"), &all), "es");
    assert_eq!(remembering(Some("es"), None, &[("LANG", "ht")]), "es");
    assert_eq!(remembering(Some("es"), None, &all), "ht", "the environment was set for this program");
    assert_eq!(remembering(Some("es"), Some("en"), &[]), "en");
    assert_eq!(remembering(Some("xx"), None, &[("LANG", "ht")]), "ht", "a language that is no longer there");
    assert!(spoken(None, &[("SMO_LANG", "fr")]).contains("SMO_LANG: there is no language"));
}

#[test]
fn a_locale_speaks_for_the_people_of_its_country_and_any_other_language_is_missing() {
    for locale in ["fr_HT.UTF-8", "fr_HT", "fr-HT", "en_HT@x", "ht_US.UTF-8", "ht"] {
        assert_eq!(spoken(None, &[("LANG", locale)]), "ht", "{locale}");
    }
    for (locale, missing) in [("fr_FR.UTF-8", "fr"), ("de", "de"), ("pt_BR@euro", "pt"), ("x\u{1b}_HT2", "x")] {
        assert_eq!(spoken(None, &[("LANG", locale)]), format!("en ({missing})"), "{locale}");
    }
    for none in ["C", "C.UTF-8", "POSIX"] {
        assert_eq!(spoken(None, &[("LANG", none)]), "en", "{none}");
    }
}

#[test]
fn characters_are_ascii_unless_the_locale_says_otherwise() {
    assert!(is_utf8(&with(&[("LANG", "en_XX.UTF-8")])));
    assert!(is_utf8(&with(&[("LC_CTYPE", "C.utf8"), ("LANG", "C")])));
    assert!(!is_utf8(&with(&[("LC_ALL", "C"), ("LANG", "en_XX.UTF-8")])));
    assert!(!is_utf8(&with(&[])));
}

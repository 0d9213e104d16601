//! Files of translators: what is written of a language, and what is read back from it.

mod any;
mod wrong;

use smo_desk::content::po::PoFile;
use smo_desk::content::translation::{Standing, Translations};
use smo_desk::content::{Content, export};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A copy of the built-in content.
fn copy() -> TempDir {
    let folder = TempDir::new().unwrap();
    export(folder.path()).unwrap();
    folder
}

fn second() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization")
}

fn texts(folder: Option<&Path>, lang: &str) -> Translations {
    Translations::load(folder, lang, None).unwrap().unwrap()
}

/// What reading a file comes to.
fn read(folder: Option<&Path>, lang: &str, po: &str) -> Result<Translations, String> {
    let po = PoFile::read("back.po", po.to_owned(), lang);
    Translations::load(folder, lang, Some(po)).map(Option::unwrap).map_err(|problems| problems.render(false))
}

/// Reads a file and puts what comes of it where it belongs.
fn take(folder: &Path, lang: &str, po: &str) {
    let file = read(Some(folder), lang, po).unwrap().file();
    fs::create_dir_all(folder.join("texts")).unwrap();
    fs::write(folder.join(format!("texts/{lang}.toml")), file).unwrap();
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let before = fs::read_to_string(&path).unwrap();
    assert!(before.contains(from), "{from}");
    fs::write(path, before.replacen(from, to, 1)).unwrap();
}

/// The words of an address, as they are shown.
fn shown(folder: &Path, lang: &str, address: &str) -> String {
    let content = Content::from_folder(folder).unwrap();
    content.texts[address].get(content.language(lang).unwrap()).to_owned()
}

/// The entry of an address, with its comments.
fn entry<'a>(po: &'a str, address: &str) -> &'a str {
    po.split("\n\n").find(|entry| entry.contains(&format!("msgctxt \"{address}\""))).unwrap()
}

const ASK: &str = "questions.question.country.ask";
const NOW: &str = "In which country is the person now?";
const LATER: &str = "In which country does the person live now?";

#[test]
fn a_round_trip_changes_no_text_and_no_byte() {
    for (lang, from) in ["en", "es", "ht"].into_iter().flat_map(|lang| [(lang, None), (lang, Some(second()))]) {
        let folder = TempDir::new().unwrap();
        match &from {
            Some(from) => super::problems::copy(from, folder.path()),
            None => drop(export(folder.path()).unwrap()),
        }
        let before = Content::from_folder(folder.path()).unwrap();
        let po = texts(Some(folder.path()), lang).po();
        assert_eq!(po, texts(from.as_deref(), lang).po(), "the same content is the same file");
        take(folder.path(), lang, &po);
        let after = Content::from_folder(folder.path()).unwrap();
        assert_eq!(before.texts, after.texts, "{lang} {from:?}");
        let head = |po: &str| po.split_once("\n\n").unwrap().1.to_owned();
        assert_eq!(head(&po), head(&texts(Some(folder.path()), lang).po()), "{lang} {from:?}");
    }
}

#[test]
fn every_text_of_a_programme_is_written_once() {
    let translations = texts(None, "ht");
    let written: Vec<&str> = translations.texts.iter().map(|text| &*text.address).collect();
    let mut sorted = written.clone();
    sorted.sort_unstable();
    let all: Vec<&str> = translations.content.texts.keys().map(AsRef::as_ref).collect();
    assert_eq!(sorted, all);
}

#[test]
fn words_that_the_program_lends_are_written_only_for_a_language_that_it_does_not_speak() {
    let lent = |lang: &str, folder: &Path| texts(Some(folder), lang).po().contains("msgctxt \"interface.words.");
    let folder = TempDir::new().unwrap();
    super::problems::copy(&second(), folder.path());
    let of_second = fs::read_to_string(second().join("interface.toml")).unwrap();
    let own = texts(Some(folder.path()), "es");
    let count = own.texts.iter().filter(|text| text.address.starts_with("interface.words.")).count();
    assert!(count < 100 && count <= of_second.matches(" = {").count(), "{count}");
    let more = "[[language]]\nid = \"fr\"\nname = \"Français\"\nstate = \"unreviewed\"\n";
    let path = folder.path().join("programme.toml");
    let before = fs::read_to_string(&path).unwrap();
    fs::write(&path, before.replacen("[[source]]", &format!("{more}\n[[source]]"), 1)).unwrap();
    assert!(Content::from_folder(folder.path()).is_err(), "no text has words in it");
    assert!(lent("fr", folder.path()));
    let french = texts(Some(folder.path()), "fr");
    assert_eq!(french.standing(Standing::Missing).count(), french.texts.len());
}

#[test]
fn an_entry_says_what_a_translator_has_to_know() {
    let po = texts(None, "es").po();
    let short = entry(&po, "process.step.arrival.short");
    assert!(short.contains("#. At most 16 columns wide.\n") && !short.contains("brace-format"), "{short}");
    let dated = entry(&po, "colombia.requirement.presence.text");
    for line in ["#. Keep as they are: {date}\n", "#. Write no date", "#, python-brace-format\n"] {
        assert!(dated.contains(line), "{line}: {dated}");
    }
    for (address, meaning) in [
        ("programme.name", "#. Its name.\n"),
        ("colombia.office.colombia.listed", "#. How it is known that the office exists"),
        ("questions.question.country.why", "#. Why it is asked. May use `{country}`.\n"),
        ("process.step.arrival.wait.short", "#. In at most 16 columns.\n"),
        ("pathways.pathway.seasonal_work.rule.unstated", "#. A condition that a source mentions and does not state."),
        ("interface.words.yes", "#. The program's own words.\n"),
    ] {
        let all: Vec<&str> =
            po.split("\n\n").filter(|entry| entry.contains(&format!("msgctxt \"{address}\""))).collect();
        assert!(all.len() == 1 && all.iter().all(|entry| entry.starts_with(meaning)), "{meaning}: {all:?}");
    }
    assert!(po.contains("\"Language: es\\n\"\n") && po.contains("\"X-Source-Language: en\\n\"\n"));
    assert!(po.contains(&format!("\"X-Check-Code: {}\\n\"\n", Content::embedded().unwrap().check_code)));
}

#[test]
fn words_of_a_translator_count_before_those_of_the_record_until_the_source_changes() {
    let folder = copy();
    let folder = folder.path();
    let po = texts(Some(folder), "es").po();
    let old = entry(&po, ASK);
    let new = old.replace("¿En qué país está la persona ahora?", "¿En qué país se encuentra la persona?");
    assert_ne!(old, new);
    take(folder, "es", &po.replace(old, &new));
    assert_eq!(shown(folder, "es", ASK), "¿En qué país se encuentra la persona?");
    change(folder, "questions.toml", NOW, LATER);
    assert_eq!(shown(folder, "es", ASK), format!("{LATER} [en]"));
    let stale = texts(Some(folder), "es").po();
    let told = entry(&stale, ASK);
    for line in [
        "#, fuzzy\n".to_owned(),
        format!("#| msgid \"{NOW}\"\n"),
        format!("msgid \"{LATER}\"\n"),
        "msgstr \"¿En qué país se encuentra la persona?\"".to_owned(),
    ] {
        assert!(told.contains(&line), "{line}: {told}");
    }
    // Nothing of it is lost by reading it back as it is, nor is it shown.
    take(folder, "es", &stale);
    assert_eq!(texts(Some(folder), "es").po(), stale.replace(&code(&stale), &code(&texts(Some(folder), "es").po())));
    assert_eq!(shown(folder, "es", ASK), format!("{LATER} [en]"));
    // A translator who has looked at it takes the mark out.
    let done = told.replace("#, fuzzy\n", "").replace("se encuentra", "vive");
    take(folder, "es", &stale.replace(told, &done));
    assert_eq!(shown(folder, "es", ASK), "¿En qué país vive la persona?");
    // The source goes back to what it was.
    change(folder, "questions.toml", LATER, NOW);
    assert_eq!(shown(folder, "es", ASK), format!("{NOW} [en]"));
}

/// The check-code that a file names.
fn code(po: &str) -> String {
    po.split("X-Check-Code: ").nth(1).unwrap()[..8].to_owned()
}

#[test]
fn a_file_of_an_older_source_is_taken_and_its_words_are_stale() {
    let folder = copy();
    let po = texts(Some(folder.path()), "ht").po();
    change(folder.path(), "questions.toml", NOW, LATER);
    let back = read(Some(folder.path()), "ht", &po).unwrap();
    let stale: Vec<&str> = back.standing(Standing::Stale).map(|text| &*text.address).collect();
    assert_eq!(stale, [ASK]);
    take(folder.path(), "ht", &po);
    assert_eq!(shown(folder.path(), "ht", ASK), format!("{LATER} [en]"));
}

#[test]
fn fuzzy_words_fall_back_and_are_kept_for_the_next_time() {
    let folder = copy();
    let po = texts(Some(folder.path()), "ht").po();
    let old = entry(&po, ASK);
    for flags in ["#, fuzzy\n", "#,fuzzy\n", "#, python-brace-format, fuzzy\n", "# note\n#, fuzzy, no-wrap\n"] {
        take(folder.path(), "ht", &po.replace(old, &format!("{flags}{old}")));
        assert_eq!(shown(folder.path(), "ht", ASK), format!("{NOW} [en]"), "{flags}");
        let next = texts(Some(folder.path()), "ht").po();
        assert_eq!(entry(&next, ASK), old.replacen("msgctxt", "#, fuzzy\nmsgctxt", 1));
    }
    // No flag is that.
    take(folder.path(), "ht", &po.replace(old, &format!("#, fuzzy-match\n# fuzzy\n#. fuzzy\n{old}")));
    assert_ne!(shown(folder.path(), "ht", ASK), format!("{NOW} [en]"));
}

#[test]
fn empty_words_are_left_out() {
    let folder = TempDir::new().unwrap();
    super::problems::copy(&second(), folder.path());
    change(folder.path(), "programme.toml", "[[source]]", MORE);
    let po = texts(Some(folder.path()), "fr").po();
    take(folder.path(), "fr", &po);
    let file = fs::read_to_string(folder.path().join("texts/fr.toml")).unwrap();
    assert!(!file.contains('['), "{file}");
    let content = Content::from_folder(folder.path()).unwrap();
    assert!(content.name.get(content.language("fr").unwrap()).ends_with(" [en]"));
    let po = po.replacen("msgstr \"\"\n\nmsgctxt \"programme", "msgstr \"mots\"\n\nmsgctxt \"programme", 1);
    take(folder.path(), "fr", &po);
    let file = fs::read_to_string(folder.path().join("texts/fr.toml")).unwrap();
    assert_eq!(file.matches("mots").count(), 1, "{file}");
    assert!(Content::from_folder(folder.path()).is_ok());
}

const MORE: &str = "[[language]]\nid = \"fr\"\nname = \"Français\"\nstate = \"partial\"\n\n[[source]]";

#[test]
fn what_tools_of_translators_make_of_a_file_is_read() {
    let written = texts(None, "es").po();
    let old = entry(&written, ASK);
    let words = "msgstr \"¿En qué país está la persona ahora?\"";
    let ways = [
        written.replace('\n', "\r\n"),
        format!("\u{feff}{written}"),
        format!("# SPANISH\n#\n{written}\n\n#~ msgctxt \"gone\"\n#~ msgid \"x\"\n#~ msgstr \"y\"\n"),
        written.replace(old, &format!("#: questions.toml:9\n#  \"quoted\"\n{old}")),
        written.replace(words, "msgstr \"\"\n\"¿En qué país está \"\n  \"la persona ahora?\""),
        written.replace("\n\n", "\n"),
        written.replace("msgstr \"", "msgstr   \"").replace("msgid \"", "msgid\""),
        written.replace("Language: es\\n", "Language: es_CO\\n"),
        written.replace("\"Language: es\\n\"\n", ""),
        written.split_once("\n\n").unwrap().1.to_owned(),
        written.replace(old, &format!("#| msgctxt \"old\"\n#| msgid \"\"\n#| \"before\"\n{old}")),
    ];
    let before = Content::embedded().unwrap().texts;
    for way in ways {
        let back = read(None, "es", &way).unwrap_or_else(|problems| panic!("{}\n{problems}", &way[..300]));
        assert_eq!(back.content.texts, before);
        assert_eq!(back.standing(Standing::InFile).count(), before.len());
    }
}

#[test]
fn a_source_text_without_words_is_a_problem_of_the_content() {
    let folder = copy();
    take(folder.path(), "es", &texts(Some(folder.path()), "es").po());
    let path = folder.path().join("texts/es.toml");
    let file = fs::read_to_string(&path).unwrap();
    let more = format!("{file}\n[translated_from.nowhere]\ntext = \"x\"\n");
    fs::write(&path, more).unwrap();
    let problems = Content::from_folder(folder.path()).unwrap_err().render(false);
    assert!(problems.contains("`nowhere.text` has no words in this file"), "{problems}");
}

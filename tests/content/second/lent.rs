//! What a folder need not copy: the words of the program, countries, and what people type.

use std::fs;

use smo_desk::content::{Content, Lang, Msg};
use tempfile::TempDir;

use super::folder;
use crate::problems::copy;

/// A copy of the folder, of one level and one below.
fn copied() -> TempDir {
    let there = TempDir::new().unwrap();
    copy(&folder(), there.path());
    there
}

fn said(folder: &TempDir) -> String {
    Content::from_folder(folder.path()).err().map_or_else(String::new, |problems| problems.render(false))
}

#[test]
fn a_folder_says_only_the_words_that_it_puts_otherwise() {
    let embedded = Content::embedded().unwrap_or_else(|problems| panic!("{problems}"));
    let content = &super::CONTENT;
    let otherwise = Msg::ALL.iter().filter(|msg| content.msg(**msg, Lang(1)) != embedded.msg(**msg, Lang(1))).count();
    assert!((20..60).contains(&otherwise), "{otherwise} words are put otherwise");
    assert_eq!((content.msg(Msg::PaneOffices, Lang(0)), content.msg(Msg::KeyQuit, Lang(2))), ("Permits", "soti"));
    assert_eq!(content.catalog.month(9, Lang(1)), "septiembre");
    assert_eq!(content.countries.len(), embedded.countries.len());
    assert_eq!(content.codes, embedded.codes);
}

#[test]
fn without_any_words_of_its_own_it_has_those_of_the_program() {
    let folder = copied();
    fs::remove_file(folder.path().join("interface.toml")).unwrap();
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.msg(Msg::PaneOffices, Lang(0)), "Offices");
}

/// A language that the program does not speak has its words elsewhere, and each that is missing is named so.
#[test]
fn a_language_that_the_program_does_not_speak_is_asked_for() {
    let folder = copied();
    let file = folder.path().join("programme.toml");
    let text = fs::read_to_string(&file).unwrap();
    let more = "[[language]]\nid = \"fr\"\nname = \"Français\"\nstate = \"STATE\"\n\n[[source]]\nid = \"decree-216\"";
    let with = |state: &str| text.replacen("[[source]]\nid = \"decree-216\"", &more.replace("STATE", state), 1);
    fs::write(&file, with("partial")).unwrap();
    assert_eq!(said(&folder), "");
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.msg(Msg::KeyQuit, Lang(3)), "quit [en]");
    fs::create_dir_all(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts/fr.toml"), "[interface.words]\nkey_quit = \"quitter\"\n").unwrap();
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.msg(Msg::KeyQuit, Lang(3)), "quitter");
    fs::write(&file, with("unreviewed")).unwrap();
    let problems = Content::from_folder(folder.path()).err().unwrap();
    let of_words: Vec<_> = problems.list.iter().filter(|problem| problem.file == "built-in/interface.toml").collect();
    assert!(of_words.len() > 500, "{} words are missing", of_words.len());
    assert!(of_words.iter().all(|problem| problem.message == "this text has no words in `fr`"));
    let help = of_words[0].help.as_deref().unwrap_or_default();
    assert!(help.ends_with("to texts/fr.toml") && help.contains("`interface."), "{help}");
}

/// Languages of the program that a folder does not have are no problem.
#[test]
fn fewer_languages_are_enough() {
    let folder = TempDir::new().unwrap();
    for (file, text) in [
        ("programme.toml", PROGRAMME),
        ("questions.toml", QUESTIONS),
        ("offices/one.toml", OFFICE),
        ("advice.toml", ""),
        ("pathways.toml", ""),
        ("application.toml", ""),
        ("process.toml", PROCESS),
    ] {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert_eq!(said(&folder), "");
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.msg(Msg::KeyQuit, Lang(0)), "salir");
    // Broken words of its own are told once, and none of the program's beside them.
    fs::write(folder.path().join("interface.toml"), "[words]\nkey_quit = {").unwrap();
    let said = said(&folder);
    assert!(said.contains("interface.toml") && !said.contains("built-in") && !said.contains("missing"), "{said}");
}

const PROGRAMME: &str = r#"
format = 1
id = "one"
name = { es = "Uno" }
default_language = "es"
guide = "leaflet"
portal = "leaflet"
hold_days = 7
[[language]]
id = "es"
name = "Español"
state = "reviewed"
[[source]]
id = "leaflet"
publisher = "Uno"
label = { es = "hoja" }
title = { es = "La hoja" }
address = "example.org"
read = 2026-11-28
[[aspect]]
id = "place"
name = { es = "Lugar" }
"#;

const QUESTIONS: &str = r#"
[[question]]
id = "country"
kind = "country"
scope = "person"
part = "minimum"
name = { es = "País" }
ask = { es = "¿En qué país está?" }
why = { es = "Importa el país." }
"#;

const OFFICE: &str = r#"
id = "one"
country = "PE"
name = { es = "Uno" }
[[requirement]]
id = "place"
aspect = "place"
rule = { one_of = { fact = "country", values = ["PE"] } }
text = { es = "Está en Perú" }
short = { es = "Perú" }
source = "leaflet"
section = "Quién"
"#;

const PROCESS: &str = r#"
[[step]]
id = "end"
kind = "end"
end = "stated"
title = { es = "Fin" }
short = { es = "Fin" }
text = { es = "Termina." }
source = "leaflet"
section = "Qué pasa"
"#;

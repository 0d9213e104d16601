//! A rule that its source only implies, or that nobody confirmed: said with every result, and changing none.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use super::content::{copy, shown};
use super::parity::PERSONS;
use super::run::{each, json, smo, text};

const AGE: (&str, &str, &str) =
    ("offices/colombia.toml", "rule = { yes = \"adult\" }", "certainty = \"implied\"\nrule = { yes = \"adult\" }");

/// Somebody whose result rests on that rule alone.
const PERSON: &[&str] = &["country=CO", "nationality=VE", "arrived=2020", "status=regular", "adult=no"];

/// What is said of it in each language.
const WORDS: [(&str, &str); 3] = [
    ("en", "implied, not said outright"),
    ("es", "se da a entender, no se dice expresamente"),
    ("ht", "li kite moun konprann sa, li pa di l klè"),
];

/// What is printed, on one line: where lines end depends on the language.
fn printed(folder: &TempDir, lang: &str, args: &[&str]) -> String {
    let content = shown(folder.path());
    let said = text(&[args, &["--content", &content, "--lang", lang]].concat());
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_stands_with_the_result_and_on_every_page_of_the_rule() {
    let (folder, before) = (copy(AGE.0, AGE.1, AGE.2), copy(AGE.0, "", ""));
    let page = |args: &[&'static str], facts: bool| [args, if facts { PERSON } else { &[] }].concat();
    let pages = [
        page(&["check"], true),
        page(&["check", "--json"], true),
        page(&["sheet", "colombia"], true),
        page(&["sheet", "colombia", "--format", "html"], true),
        page(&["sheet", "colombia"], false),
        page(&["offices", "colombia"], false),
        page(&["requirements", "colombia"], false),
        page(&["requirements", "colombia", "--json"], false),
        page(&["rules"], false),
        page(&["rules", "--format", "json"], false),
    ];
    // The query has no words but its head, and the form has those of the rules.
    let query = printed(&folder, "en", &["rules", "--format", "sql"]);
    assert!(query.contains("-- Not said plainly by its source: colombia.age (implied)."), "{query}");
    assert!(!printed(&before, "en", &["rules", "--format", "sql"]).contains("Not said plainly"));
    for (lang, words) in WORDS {
        for args in &pages {
            assert!(printed(&folder, lang, args).contains(words), "{lang} {args:?}");
            assert!(!printed(&before, lang, args).contains(words), "{lang} {args:?}");
        }
    }
}

/// A requirement of an office in what the program prints as JSON.
fn requirement<'a>(found: &'a Value, id: &str) -> &'a Value {
    let mut offices = found["offices"].as_array().unwrap().iter();
    offices.find_map(|office| office["requirements"].as_array().unwrap().iter().find(|one| one["id"] == id)).unwrap()
}

#[test]
fn it_is_a_word_in_the_json() {
    let folder = copy(AGE.0, AGE.1, AGE.2);
    let content = shown(folder.path());
    for args in [&["check", "--json"][..], &["requirements", "--json"], &["rules", "--format", "json"]] {
        let found = json(&[args, &["--content", &content]].concat());
        assert_eq!(requirement(&found, "colombia.age")["certainty"], "implied", "{args:?}");
        assert_eq!(requirement(&found, "colombia.place")["certainty"], "stated", "{args:?}");
    }
}

/// All rules uncertain, and the same people: all that is left out of the comparison is what says how certain they are.
#[test]
fn no_verdict_depends_on_it() {
    let (folder, before) = (copy(AGE.0, "", ""), copy(AGE.0, "", ""));
    for office in ["colombia", "costa-rica", "ecuador", "guatemala"] {
        let path = folder.path().join(format!("offices/{office}.toml"));
        let rules = fs::read_to_string(&path).unwrap();
        fs::write(path, rules.replace("[[requirement]]\n", "[[requirement]]\ncertainty = \"unconfirmed\"\n")).unwrap();
    }
    let said = |folder: &Path, facts: &str| {
        let content = shown(folder);
        json(&[&["check", "--json", "--content", &content], &facts.split_whitespace().collect::<Vec<_>>()[..]].concat())
    };
    for facts in PERSONS {
        let (now, then) = (said(folder.path(), facts), said(before.path(), facts));
        for (now, then) in now["offices"].as_array().unwrap().iter().zip(then["offices"].as_array().unwrap()) {
            for key in ["id", "verdict", "missing", "intake"] {
                assert_eq!(now[key], then[key], "{facts}");
            }
            assert_eq!(each(&now["requirements"], "verdict"), each(&then["requirements"], "verdict"), "{facts}");
            for one in now["requirements"].as_array().unwrap() {
                let because = one["because"].as_str().unwrap();
                assert_eq!(
                    because.contains("how certain this rule is: not confirmed"),
                    one["applies"] == true,
                    "{one}"
                );
            }
        }
        assert_eq!(now["next_question"], then["next_question"], "{facts}");
    }
    let [now, then] = [&folder, &before].map(|folder| shown(folder.path()));
    let said = text(&["content", "diff", &then, &now]);
    assert!(said.contains("  rule age, certainty: new: \"unconfirmed\"\n"), "{said}");
    assert!(!said.contains("gains") && !said.contains("loses"), "{said}");
}

/// Each of the sources that differ has a certainty of its own.
#[test]
fn sources_that_differ_are_certain_each_for_itself() {
    let folder = TempDir::new().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization/.");
    assert!(Command::new("cp").arg("-r").arg(from).arg(folder.path()).status().unwrap().success());
    let path = folder.path().join("offices/pep-tutor.toml");
    let rules = fs::read_to_string(&path).unwrap();
    let other = "section = \"rostrocaribe\"\n";
    fs::write(&path, rules.replacen(other, &format!("{other}certainty = \"unconfirmed\"\n"), 1)).unwrap();
    let content = shown(folder.path());
    let found = json(&["requirements", "pep-tutor", "--json", "--content", &content]);
    let [other] = requirement(&found, "pep-tutor.child")["other"].as_array().unwrap().as_slice() else { panic!() };
    assert_eq!((&other["certainty"], &other["source"]), (&"unconfirmed".into(), &"rostrocaribe".into()));
    assert_eq!(requirement(&found, "pep-tutor.child")["certainty"], "stated");
    assert_eq!(requirement(&found, "pep-tutor.child")["also"][0], "bluradio");
    for args in [&["rules"][..], &["requirements", "pep-tutor"], &["sheet", "pep-tutor"]] {
        assert!(
            printed(&folder, "es", args).contains("registro RUMV el 31 de diciembre de 2023 (sin confirmar)"),
            "{args:?}"
        );
    }
}

/// As other words with fixed values.
#[test]
fn the_schema_of_the_files_knows_it() {
    let schema = json(&["content", "schema", "office"]);
    let all = each(&schema["$defs"]["Certainty"]["oneOf"], "const");
    assert!(all.contains(&"implied") && all.contains(&"unconfirmed"), "{all:?}");
    smo(&["content", "check"]).assert().success();
}

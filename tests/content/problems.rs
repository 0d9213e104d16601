//! Every folder of `tests/fixtures/invalid/` is a change to `tests/fixtures/minimal/` that breaks it; what is then
//! said stands in its `expected.txt`. After a change of wording: `UPDATE=1 cargo test --test content problems`, and
//! read the difference.
//!
//! `change.txt` names a file, then gives lines as a diff does: ` ` kept, `-` taken out, `+` put in; the kept and
//! taken-out lines stand together in the file. With nothing kept or taken out, lines are added at the end. Any other
//! `.toml` replaces the file of its name. `interface.toml` is made from the table of words, so that it is always
//! complete: a fixture's `words.toml` stands first in it.

use smo_desk::content::{Content, Lang, Msg, export};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The minimal folder, in a temporary place.
fn minimal() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&fixtures().join("minimal"), folder.path());
    fs::write(folder.path().join("interface.toml"), interface("")).unwrap();
    folder
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else if path.extension().is_some_and(|e| e == "toml") {
            fs::copy(&path, &there).unwrap();
        }
    }
}

/// All words and months, in the languages that owe them.
fn interface(words: &str) -> String {
    let mut file = format!("[words]\n{words}");
    for word in Msg::ALL.iter().filter(|word| !words.lines().any(|l| l.starts_with(&format!("{} ", word.key())))) {
        let names: String = word.placeholders().iter().fold(String::new(), |all, name| all + " {" + name + "}");
        let key = word.key();
        writeln!(file, "{key} = {{ en = \"{key}{names}\", es = \"{key}{names}\" }}").unwrap();
    }
    let months = "january february march april may june july august september october november december";
    let meses = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre";
    for (place, (month, mes)) in months.split(' ').zip(meses.split(' ')).enumerate() {
        let short = |name: &str| name.chars().take(3).collect::<String>();
        let (m, e) = (short(month), short(mes));
        let id = place + 1;
        let long = format!("long = {{ en = \"{month}\", es = \"{mes}\" }}");
        writeln!(file, "[[month]]\nid = \"{id}\"\n{long}\nshort = {{ en = \"{m}\", es = \"{e}\" }}").unwrap();
    }
    file
}

fn broken(fixture: &Path) -> TempDir {
    let folder = minimal();
    copy(fixture, folder.path());
    if let Ok(change) = fs::read_to_string(fixture.join("change.txt")) {
        for part in change.split("\n\n").filter(|part| !part.trim().is_empty()) {
            apply(part, folder.path());
        }
    }
    if let Ok(words) = fs::read_to_string(fixture.join("words.toml")) {
        fs::remove_file(folder.path().join("words.toml")).unwrap();
        fs::write(folder.path().join("interface.toml"), interface(&words)).unwrap();
    }
    folder
}

fn apply(part: &str, folder: &Path) {
    let (name, lines) = part.trim_start_matches('\n').split_once('\n').expect("a file name, then lines");
    let path = folder.join(name);
    let side = |marks: &str| {
        let kept = lines.lines().filter(|l| l.starts_with(|c| marks.contains(c)));
        kept.fold(String::new(), |all, line| all + &line.chars().skip(1).collect::<String>() + "\n")
    };
    let (old, new) = (side(" -"), side(" +"));
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(old.is_empty() || text.matches(&old).count() == 1, "{name} holds these lines once:\n{old}");
    let text = if old.is_empty() { text + &new } else { text.replacen(&old, &new, 1) };
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn said(folder: &Path) -> String {
    match Content::from_folder(folder) {
        Ok(_) => "nothing is wrong\n".to_owned(),
        Err(problems) => problems.render(false),
    }
}

#[test]
fn the_minimal_folder_is_in_order() {
    let folder = minimal();
    let content = Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(content.offices.len(), 1);
    assert_eq!(content.check_code.len(), 8);
    let item = content.items.first().unwrap();
    let words: Vec<&str> = item.text.all().collect();
    assert_eq!(words, ["A photo", "Una foto", "A photo [en]"], "inline, from texts/, and marked where lacking");
    let says = |address: &str, lang: usize| content.texts.get(address).map(|text| text.get(Lang(lang)));
    assert_eq!(says("alps.requirement.presence.open.unbroken.text", 0), Some("Whether the stay is unbroken."));
    assert_eq!(says("process.step.review.link.form.text", 1), Some("falta algo"));
    assert_eq!(says("process.step.review.wait.short", 0), Some("2 weeks or more"));
    assert_eq!(says("pathways.pathway.permit.rule.unstated", 0), Some("whom else it suits"));
    assert_eq!(says("alps.office.alps.name", 0), Some("The Alps office"));
    assert_eq!(says("questions.question.status.option.settled.text", 1), Some("residente"));
    assert_eq!(says("interface.month.1.long", 2), Some("january [en]"));
}

/// What is printed to be typed and opened is an address of the web.
#[test]
fn the_portal_has_an_address_that_can_be_opened() {
    let cases = [
        ("example.org", true),
        ("example.org/en/?p=4154", true),
        ("https://example.org/help", true),
        ("http://example.org", true),
        ("", false),
        ("example", false),
        ("the portal of example.org", false),
        ("https://", false),
        ("javascript:alert(1).x", false),
        ("ftp://example.org", false),
        ("mailto:help@example.org", false),
        ("exämple.org", false),
        ("/help.html", false),
    ];
    for (address, is_good) in cases {
        let folder = minimal();
        let path = folder.path().join("programme.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("address = \"example.org/leaflet\"", &format!("address = \"{address}\"")))
            .unwrap();
        assert_eq!(Content::from_folder(folder.path()).is_ok(), is_good, "{address}: {}", said(folder.path()));
    }
}

#[test]
fn the_embedded_content_is_that_of_the_folder() {
    let embedded = Content::embedded().unwrap_or_else(|problems| panic!("{problems}"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let read = Content::from_folder(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(embedded.check_code, read.check_code);
    assert!(embedded.texts.values().all(|text| text.all().count() == embedded.languages.len()));
}

#[test]
fn the_check_code_follows_the_bytes() {
    let code = |folder: &TempDir| Content::from_folder(folder.path()).unwrap().check_code;
    let (one, other) = (minimal(), minimal());
    assert_eq!(code(&one), code(&other));
    let path = other.path().join("advice.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + "# seen\n").unwrap();
    assert_ne!(code(&one), code(&other));
}

#[test]
fn every_invalid_folder_is_explained() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut folders: Vec<PathBuf> =
        fs::read_dir(fixtures().join("invalid")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() >= 28, "only {} fixtures", folders.len());
    let mut wrong = String::new();
    for fixture in folders {
        let folder = broken(&fixture);
        let said = said(folder.path());
        let path = fixture.join("expected.txt");
        if update {
            fs::write(&path, &said).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected || said.starts_with("nothing") {
            writeln!(wrong, "==== {}\n{said}---- expected\n{expected}", fixture.display()).unwrap();
        }
        assert!(!said.contains(&*folder.path().to_string_lossy()), "no place of this machine in\n{said}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_missing_folder_is_named() {
    let said = said(Path::new("tests/fixtures/no-such-folder"));
    assert!(said.starts_with("error: this content folder cannot be read: "), "{said}");
    assert!(said.contains("--> tests/fixtures/no-such-folder"), "{said}");
    assert!(said.ends_with("1 problem in 1 file\n"), "{said}");
}

#[test]
fn a_large_file_is_not_read() {
    let folder = minimal();
    let file = fs::File::create(folder.path().join("advice.toml")).unwrap();
    file.set_len(10 * 1024 * 1024).unwrap();
    let expected = "error: this file is 10485760 bytes; content files are at most 1 MiB (1048576 bytes)\n\
        --> advice.toml\n\n1 problem in 1 file\n";
    assert_eq!(said(folder.path()), expected);
}

#[test]
fn a_file_of_another_kind_is_no_flood() {
    let folder = minimal();
    fs::write(folder.path().join("advice.toml"), "nothing of ours\n".repeat(300)).unwrap();
    let said = said(folder.path());
    assert!(said.ends_with("\n300 problems in 1 file; the first 100 are shown\n"), "{said}");
    assert_eq!(said.matches("error: ").count(), 100);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    let folder = minimal();
    let path = folder.path().join("advice.toml");
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("advice.toml", &path).unwrap();
    let said = said(folder.path());
    assert!(said.starts_with("error: this file cannot be read: "), "{said}");
    assert!(said.contains("--> advice.toml"), "{said}");
}

#[test]
fn what_is_not_there_is_named() {
    let folder = minimal();
    fs::remove_dir_all(folder.path().join("offices")).unwrap();
    fs::remove_file(folder.path().join("pathways.toml")).unwrap();
    fs::write(folder.path().join("interface.toml"), "[words]\n[[month]]\nid = \"13\"\n").unwrap();
    let problems = Content::from_folder(folder.path()).unwrap_err();
    let said: Vec<&str> = problems.list.iter().map(|problem| problem.message.as_str()).collect();
    assert!(!said.iter().any(|m| m.contains("words are missing")), "the program has them: {said:?}");
    for message in [
        "these months are missing: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
        "missing key `long`",
        "this file is missing",
        "there is no office",
    ] {
        assert!(said.contains(&message), "{message} in {said:?}");
    }
    fs::remove_file(folder.path().join("programme.toml")).unwrap();
    let problems = Content::from_folder(folder.path()).unwrap_err();
    assert_eq!(problems.list.len(), 1, "{problems}");
}

/// However a file is cut or garbled, there is an answer in words.
#[test]
fn garbled_files_are_survived() {
    for name in ["programme.toml", "process.toml", "offices/alps.toml", "pathways.toml", "questions.toml"] {
        let folder = minimal();
        let path = folder.path().join(name);
        let whole = fs::read(&path).unwrap();
        for cut in (0..whole.len()).step_by(23) {
            fs::write(&path, whole.get(..cut).unwrap()).unwrap();
            said(folder.path());
            let mut garbled = whole.clone();
            for (place, byte) in garbled.iter_mut().enumerate().skip(cut).take(3) {
                *byte = b"{}[]=\"'.,#\\".get(place % 11).copied().unwrap_or(b' ');
            }
            fs::write(&path, garbled).unwrap();
            said(folder.path());
        }
    }
}

#[test]
fn color_adds_nothing_but_color() {
    let folder = broken(&fixtures().join("invalid/unknown-source"));
    let problems = Content::from_folder(folder.path()).unwrap_err();
    let colored = problems.render(true);
    assert!(colored.contains("\u{1b}["), "{colored}");
    let mut plain = String::new();
    let mut rest = colored.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').expect("only colors").1;
    }
    assert_eq!(plain + rest, problems.render(false));
}

#[test]
fn an_export_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    let inner = folder.path().join("content");
    let written = export(&inner).unwrap();
    assert!(written.contains(&inner.join("programme.toml")), "{written:?}");
    assert_eq!(export(&inner).unwrap(), Vec::<PathBuf>::new(), "the same files are left alone");
    fs::write(inner.join("programme.toml"), "format = 2").unwrap();
    fs::remove_file(inner.join("advice.toml")).unwrap();
    let error = export(&inner).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::AlreadyExists);
    assert!(!inner.join("advice.toml").exists(), "nothing is written beside a file that differs");
}

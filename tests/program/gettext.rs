//! gettext takes the files that are written for translators. Needs `msgfmt` on the machine: `--features gettext`.

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn smo(args: &[&str]) {
    let output = assert_cmd::Command::cargo_bin("smo").unwrap().env("LANG", "C.UTF-8").args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// What `msgfmt` counts in a file; nothing may be said against it.
fn counted(file: &str) -> String {
    let args = ["--check", "--statistics", "--output-file=/dev/null", file];
    let output = Command::new("msgfmt").env("LC_ALL", "C.UTF-8").args(args).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.lines().count() == 1, "{said}");
    said
}

#[test]
fn gettext_finds_nothing_wrong_in_any_language_of_both_programmes() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("x.po").display().to_string();
    let second = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization");
    for lang in ["en", "es", "ht"] {
        for content in [&[][..], &[second.to_str().unwrap()]] {
            smo(&[&["content", "po"], content, &["--lang", lang, "-o", &file, "--force"]].concat());
            let said = counted(&file);
            assert!(said.ends_with(" translated messages.\n") && !said.contains("fuzzy"), "{said}");
        }
    }
}

#[test]
fn gettext_counts_what_is_stale_as_fuzzy_and_checks_placeholders() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (content, file, own) = (at("c"), at("es.po"), at("c/texts/es.toml"));
    smo(&["content", "export", &content]);
    smo(&["content", "po", &content, "--lang", "es", "-o", &file]);
    smo(&["content", "po", &content, "--lang", "es", "--read", &file, "-o", &own]);
    let questions = at("c/questions.toml");
    let before = fs::read_to_string(&questions).unwrap();
    fs::write(&questions, before.replacen("In which country is", "In what country is", 1)).unwrap();
    smo(&["content", "po", &content, "--lang", "es", "-o", &file, "--force"]);
    assert!(counted(&file).contains("1 fuzzy translation"));
    let po = fs::read_to_string(&file).unwrap();
    assert!(po.contains("El {date} o antes") || po.contains("{date}"));
    fs::write(&file, po.replacen("msgstr \"Se dijo que terminó, {date}.\"", "msgstr \"Se dijo que terminó.\"", 1))
        .unwrap();
    let output = Command::new("msgfmt").args(["--check", "-o", "/dev/null", &file]).output().unwrap();
    assert!(!output.status.success());
}

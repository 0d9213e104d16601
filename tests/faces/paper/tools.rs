//! The same files, as other programs see them. Needs poppler-utils, qpdf and zbar-tools: `--features paper`.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::made::{each, file};

/// How many people each document is printed for.
const PEOPLE: u64 = 2;

/// What poppler says of the entry `Suspects`, which it takes for a name in spite of the standard.
const WRONG: &str = "Syntax Error: Suspects object is wrong type (boolean)";

fn run(command: &str, args: &[&str], file: &Path) -> String {
    let output =
        Command::new(command).args(args).arg(file).args((command == "pdftotext").then_some("-")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let said = said.lines().filter(|line| *line != WRONG).collect::<Vec<_>>();
    assert!(output.status.success() && said.is_empty(), "{command} {args:?}: {said:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn other_programs_read_the_files() {
    let gone = tempfile::tempdir().unwrap();
    // Named, they stay and can be looked at.
    let folder = std::env::var_os("PAPER_FOLDER").map_or_else(|| gone.path().to_owned(), PathBuf::from);
    each(PEOPLE, |name, desk, sheet| {
        let path = folder.join(name).with_extension("pdf");
        std::fs::write(&path, file(desk, sheet).unwrap()).unwrap();
        assert!(run("qpdf", &["--check"], &path).contains("No syntax or stream encoding errors"), "{name}");
        let fonts = run("pdffonts", &[], &path);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(fonts.len() == 1 && fonts[0].contains("NotoSans"), "{name}: {fonts:?}");
        assert_eq!(words(fonts[0])[4..7], ["yes", "yes", "yes"], "embedded, a subset, with letters");
        let about = run("pdfinfo", &[], &path);
        let about =
            |key: &str| about.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim().to_owned();
        assert_eq!(about("Tagged:"), "yes");
        assert_eq!(about("Title:"), sheet.title);
        assert_eq!(about("Producer:") + &about("Author:") + &about("CreationDate:"), "");
        assert!(about("Page size:").ends_with("(A4)"), "{}", about("Page size:"));
        let text = run("pdftotext", &["-enc", "UTF-8", "-raw"], &path).replace('-', "");
        assert!(text.contains(&sheet.address), "{name}");
        if !name.starts_with("tracks") {
            // A text may end with the full stop of the sentence that it is on paper.
            let plain = |word: &str| word.replace('-', "").trim_end_matches('.').to_owned();
            let shown: Vec<String> = words(&text).into_iter().map(plain).collect();
            for block in &sheet.document.blocks {
                let said = words(&block.text).into_iter().map(plain).collect::<Vec<_>>();
                let is_there = said.is_empty() || shown.windows(said.len()).any(|part| part == said);
                assert!(is_there, "{name}: {} is not there: {said:?}", block.anchor);
            }
        }
    });
}

#[test]
fn the_code_on_a_rendered_page_leads_to_the_address() {
    let folder = tempfile::tempdir().unwrap();
    each(1, |name, desk, sheet| {
        let path = folder.path().join(name);
        std::fs::write(&path, file(desk, sheet).unwrap()).unwrap();
        // As a cheap printer prints it: 150 points an inch, black and white.
        let pages = folder.path().join("page");
        let drawn = Command::new("pdftoppm").args(["-r", "150", "-mono"]).arg(&path).arg(&pages).output().unwrap();
        assert!(drawn.status.success(), "{name}");
        let mut found = String::new();
        for page in std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()) {
            if page.extension().is_some_and(|extension| extension == "pbm") {
                let read = Command::new("zbarimg").args(["-q", "--raw"]).arg(&page).output().unwrap();
                found.push_str(&String::from_utf8(read.stdout).unwrap());
                std::fs::remove_file(page).unwrap();
            }
        }
        assert_eq!(found.trim(), sheet.address, "{name}");
    });
}

//! The same files, as other programs see them. Needs poppler-utils, qpdf and zbar-tools: `--features paper`.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::made::{ADDRESS, each, file};

/// How many people each document is printed for.
const PEOPLE: u64 = 2;

fn run(command: &str, args: &[&str], file: &Path) -> String {
    let output = Command::new(command).args(args).arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{command} {args:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Every file in a folder: one that is named, to be looked at, or one that goes away.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let mut files = Vec::new();
    each(PEOPLE, |name, desk, sheet| {
        let path = folder.join(name).with_extension("pdf");
        std::fs::write(&path, file(desk, sheet).unwrap()).unwrap();
        files.push((path, sheet.document.blocks.iter().map(|block| block.text.clone()).collect()));
    });
    files
}

#[test]
fn other_programs_read_the_files() {
    let gone = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("PAPER_FOLDER").map_or_else(|| gone.path().to_owned(), PathBuf::from);
    for (path, _texts) in files(&folder) {
        run("qpdf", &["--check"], &path);
    }
    let _ = ADDRESS;
}

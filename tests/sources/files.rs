//! The files of `src/`, parsed.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of `src/`: its path from there, with `/`, its text and its syntax tree.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) tree: syn::File,
}

impl Source {
    #[track_caller]
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), text: text.to_owned(), tree }
    }

    /// The module that the file is, from the crate's root: `["tui", "view"]` for `tui/view.rs`.
    pub(crate) fn module(&self) -> Vec<String> {
        match self.path.trim_end_matches(".rs") {
            "lib" => Vec::new(),
            path => path.split('/').map(str::to_owned).collect(),
        }
    }
}

/// Every `.rs` file of `src/`, sorted by path.
pub(crate) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let named = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| Source::new(&named(path), &fs::read_to_string(path).unwrap())).collect()
}

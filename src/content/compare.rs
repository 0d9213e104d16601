//! What differs between the files of two contents: every value, by the record in which it stands.
//!
//! The files are compared as trees, so that nothing that can be written in one is left out, whatever keys the format
//! has. Records are paired by their ids, words by their addresses, in whichever file they stand.

mod read;
mod tree;
mod words;

use std::fmt;
use std::path::Path;

use serde_json::Value;

use super::{Content, Id, Problems};
use tree::Comparing;
pub use words::{TextCount, Words};

/// Something that differs between two contents.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentChange {
    /// Where.
    pub at: ContentPlace,
    /// What became of it.
    pub what: ChangeKind,
}

/// Where something stands in content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContentPlace {
    /// The name of the file; that of the second content where both have it.
    pub file: String,
    /// The records around it, the outermost first, by kind and id; by kind and number where they have no id.
    pub records: Vec<(String, String)>,
    /// The key in the innermost record, with those of the tables around it; none where the record itself is meant.
    pub key: Option<String>,
}

/// What became of something.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// A record that only the second content has.
    Added(Value),
    /// A record that only the first content has.
    Removed(Value),
    /// A record that has this id in the first content, and is otherwise the same.
    Renamed(String),
    /// The records of a kind, or what a list names, stand in another order: as before, and as after.
    Order(Vec<String>, Vec<String>),
    /// A value before and after; none where it is not given.
    Value(Option<Value>, Option<Value>),
    /// Words, by language.
    Text(Vec<Words>),
}

/// All that differs between the contents of two folders.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// Offices first, then file by file; what stands in no record of a folder comes last.
    pub changes: Vec<ContentChange>,
    /// Texts by language, those of both contents.
    pub texts: Vec<TextCount>,
}

/// `process.step.review.link.permit.certainty`, as texts are addressed.
impl fmt::Display for ContentPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        f.write_str(name.strip_suffix(".toml").unwrap_or(name))?;
        // An office's own file is named for it.
        for (kind, id) in self.records.iter().skip(usize::from(self.is_of_office())) {
            write!(f, ".{kind}.{id}")?;
        }
        self.key.as_ref().map_or(Ok(()), |key| write!(f, ".{key}"))
    }
}

impl ContentPlace {
    /// Whether it is in the file of an office; its first record is then that office.
    pub fn is_of_office(&self) -> bool {
        self.file.starts_with("offices/")
    }
}

/// Compares two content folders, both of which are loaded.
///
/// # Errors
/// A folder cannot be read any more.
pub fn compared(folders: [&Path; 2], contents: [&Content; 2]) -> Result<Comparison, Problems> {
    let [a, b] = folders.map(|folder| Content::files(Some(folder)));
    let mut walk = Comparing::new(contents);
    walk.files(&a?, &b?);
    Ok(Comparison { changes: walk.finish(), texts: words::counts(folders, contents)? })
}

/// The ids of languages, those of the second content first.
fn languages(contents: [&Content; 2]) -> Vec<Id> {
    let [a, b] = contents;
    let mut all: Vec<Id> = b.languages.iter().map(|language| language.id.clone()).collect();
    let gone = a.languages.iter().filter(|language| b.language(&language.id).is_none());
    all.extend(gone.map(|language| language.id.clone()));
    all
}

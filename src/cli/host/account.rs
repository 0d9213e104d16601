//! The accounts of a host, as `/etc/passwd` lists them.

use std::fs;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Account {
    pub(in crate::cli) name: String,
    pub(in crate::cli) id: u32,
    /// Its first group.
    pub(in crate::cli) group: u32,
    pub(in crate::cli) shell: String,
}

impl Account {
    /// All that are listed; those of a directory of the network are not.
    pub(in crate::cli) fn all() -> Vec<Self> {
        Self::listed(&fs::read_to_string("/etc/passwd").unwrap_or_default())
    }

    /// Those of a list in the shape of that file.
    pub(in crate::cli) fn listed(text: &str) -> Vec<Self> {
        let account = |line: &str| {
            let fields: Vec<&str> = line.split(':').collect();
            let [name, _, id, group, _, _, shell] = fields.as_slice() else { return None };
            let (id, group) = (id.parse().ok()?, group.parse().ok()?);
            Some(Self { name: (*name).to_owned(), id, group, shell: (*shell).to_owned() })
        };
        text.lines().filter_map(account).collect()
    }
}

//! What a member of staff chose once and should not have to choose again: nothing about any person.

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// The choices. One that was never made is absent, and a file of another version is read as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the names say it")]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Settings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Whether the desk opens as plain lines.
    pub linear: bool,
    pub ascii: bool,
    /// Whether a key that does nothing rings.
    pub bell: bool,
    /// Whether the form is on one page, and goes on by itself where nothing longer can begin with what is typed.
    pub one_page: bool,
}

/// The file that keeps them.
#[derive(Debug, Clone)]
pub struct SettingsFile(PathBuf);

/// The most bytes of a file of choices: it has some hundred.
const MOST: u64 = 1 << 16;

impl SettingsFile {
    /// The account's own, `$XDG_CONFIG_HOME/smo/settings.toml`, else in `~/.config`; `None` where there is no home.
    pub fn of_account() -> Option<Self> {
        let home = etcetera::base_strategy::Xdg::new().ok()?;
        Some(Self(home.config_dir().join("smo").join("settings.toml")))
    }

    /// The choices that were made. What cannot be read counts as not chosen.
    pub fn read(&self) -> Settings {
        // A pipe in its place would be waited for.
        let is_file = fs::metadata(&self.0).is_ok_and(|found| found.is_file() && found.len() <= MOST);
        let text = if is_file { fs::read_to_string(&self.0).unwrap_or_default() } else { String::new() };
        toml::from_str(&text).unwrap_or_default()
    }

    /// Replaces the file as a whole, so that no half of one is ever read.
    ///
    /// # Errors
    /// The folder or the file cannot be written.
    pub fn write(&self, settings: &Settings) -> io::Result<()> {
        let text = toml::to_string(settings).map_err(io::Error::other)?;
        let folder = self.0.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(&self.0).map(drop).map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_was_chosen_is_read_again_and_nonsense_is_no_choice() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile(folder.path().join("new").join("settings.toml"));
        assert_eq!(file.read(), Settings::default());
        let chosen = Settings { lang: Some("es".to_owned()), one_page: true, ..Settings::default() };
        file.write(&chosen).unwrap();
        assert_eq!(file.read(), chosen);
        for nonsense in ["", "lang = 7", "\0\u{1}", "lang = \"es", "[[["] {
            fs::write(&file.0, nonsense).unwrap();
            assert_eq!(file.read(), Settings::default(), "{nonsense}");
        }
        fs::write(&file.0, "lang = \"ht\"\nnewer = 1\n").unwrap();
        assert_eq!(file.read().lang.as_deref(), Some("ht"));
    }
}

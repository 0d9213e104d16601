//! What whoever runs a host has set for its kiosks, in `/etc/smo.toml`. A file that is wrong in anything lets no kiosk
//! start: what it was to forbid would else be allowed.

mod account;
mod certificate;
mod newer;
mod person;
mod raw;

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::error::CommandError;
use super::session;
use crate::content::{Content, Lang, Problem, Problems, folder_stamp};
use crate::desk::LiveContent;
use crate::proof;
use raw::Raw;

pub(super) use account::Account;
pub use newer::Newer;
pub(super) use person::{AUTH_INFO, folder_of};

/// Where the file is.
pub(super) const FILE: &str = "/etc/smo.toml";

/// The most bytes of it.
const MOST: u64 = 1 << 16;

/// After so many minutes without a key a kiosk hides the screen, and sets the case aside.
const HIDE: u32 = 10;
const SET_ASIDE: u32 = 60;

/// What a host has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Host {
    /// The folder of its content.
    pub(super) content: Option<PathBuf>,
    /// The folder of the cases of whoever is logged in; the account's own where there is none.
    pub(super) state: Option<PathBuf>,
    /// The days that an unkept case is held.
    pub(super) hold_days: Option<u32>,
    pub(super) hide: Option<Duration>,
    pub(super) set_aside: Option<Duration>,
    /// The languages that are offered, by their codes; all where there are none.
    pub(super) languages: Vec<toml::Spanned<String>>,
    /// The folder into which whoever is logged in may save sheets.
    pub(super) sheets: Option<PathBuf>,
    /// Whether folders are named by the principal of a certificate.
    pub(super) needs_auth_info: bool,
    is_of_file: bool,
    /// The file and its text, for problems that are found later.
    source: (String, String),
}

impl Host {
    /// Reads the file; where there is none, all is as it is without it.
    ///
    /// # Errors
    /// It is wrong, or others can write it.
    pub(super) fn read(file: Option<&Path>) -> Result<Self, CommandError> {
        let path = file.unwrap_or(Path::new(FILE));
        let shown = path.display().to_string();
        let whole = |message: String| unusable(vec![Problem::of_file(shown.clone(), message)], "", &shown);
        let (text, is_of_file) = match text_of(path) {
            // One that was named and is not there is a mistake.
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && file.is_none() => (String::new(), false),
            Err(cause) => return Err(whole(format!("cannot be read: {cause}"))),
            Ok(text) => (text, true),
        };
        let raw: Raw = toml::from_str(&text).map_err(|error| {
            let message = error.message().trim_end().replace('\n', " ");
            unusable(vec![Problem::at(shown.clone(), error.span().unwrap_or(0..0), message)], &text, &shown)
        })?;
        let problems = raw.problems(&shown);
        if !problems.is_empty() {
            return Err(unusable(problems, &text, &shown));
        }
        let mut host = raw.host();
        host.needs_auth_info =
            [&host.state, &host.sheets].into_iter().flatten().any(|path| person::is_of_principal(path));
        (host.is_of_file, host.source) = (is_of_file, (shown, text));
        Ok(host)
    }

    /// Whether there is a file.
    pub(super) fn is_of_file(&self) -> bool {
        self.is_of_file
    }

    /// The same with the folders of whoever is logged in.
    ///
    /// # Errors
    /// Who that is cannot be told.
    pub(super) fn of_person(mut self) -> Result<Self, CommandError> {
        for folder in [&mut self.state, &mut self.sheets].into_iter().flatten() {
            *folder = person::named(folder)
                .map_err(|why| CommandError::Content(format!("error: the kiosk does not start: {why}")))?;
        }
        Ok(self)
    }

    /// The content, and which it is where the host has one of its own: that one if nothing is wrong with it and its
    /// examples come to what they say, else the one that the program was built with. With what looks after the host's.
    ///
    /// # Errors
    /// The program was built with none that can be used.
    pub(super) fn content(
        &self,
        day: NaiveDate,
    ) -> Result<(Content, Option<LiveContent>, Option<Newer>), CommandError> {
        // Before it is read: what changes meanwhile is newer.
        let stamp = self.content.as_deref().and_then(folder_stamp);
        let of_folder = self.content.as_deref().map(|folder| tried(folder, day));
        let (content, live) = match of_folder {
            Some(Ok(content)) => (content, Some(LiveContent::OfHost)),
            other => (session::load(None)?, other.map(|_| LiveContent::BuiltIn)),
        };
        let hold_days = self.hold_days.unwrap_or(content.hold_days);
        let code = &content.check_code;
        let newer = self.content.as_ref().map(|folder| Newer::new(folder.clone(), stamp, code.clone()));
        Ok((Content { hold_days, ..content }, live, newer))
    }

    /// How long a kiosk is left alone before it hides the screen and sets the case aside.
    pub fn idle(&self) -> (Option<Duration>, Option<Duration>) {
        (self.hide, self.set_aside)
    }

    /// The languages of a content that are offered.
    ///
    /// # Errors
    /// One is not there.
    pub(super) fn offered(&self, content: &Content) -> Result<Vec<Lang>, CommandError> {
        let (file, text) = &self.source;
        let unknown = |named: &toml::Spanned<String>| {
            let ids: Vec<&str> = content.languages.iter().map(|language| &*language.id).collect();
            let message = format!("the content has no language `{}`", named.get_ref());
            Problem::at(file.clone(), named.span(), message).help(format!("it has {}", ids.join(", ")))
        };
        let mut problems = Vec::new();
        let mut offered = Vec::new();
        for named in &self.languages {
            match content.language(named.get_ref()) {
                Some(lang) => offered.push(lang),
                None => problems.push(unknown(named)),
            }
        }
        if problems.is_empty() { Ok(offered) } else { Err(unusable(problems, text, file)) }
    }
}

/// The content of a folder, if all of it is right and its examples come to what they say; those without a day of their
/// own on the given one.
///
/// # Errors
/// Why it is not used, in words.
pub(super) fn tried(folder: &Path, day: NaiveDate) -> Result<Content, String> {
    let loaded = Content::from_folder(folder).map_err(|problems| {
        let first = problems.list.first().map(|one| format!("{}: {}", one.file, one.message)).unwrap_or_default();
        format!("{} problems; the first is in {first}", problems.list.len())
    })?;
    let content = Arc::new(loaded).in_force(day);
    let untrue = proof::failed_examples(&content).len()
        + proof::flaws(&content, day).len()
        + proof::survivors(&content, day).len();
    if untrue > 0 {
        return Err(format!("`smo content test` finds {untrue} things in it"));
    }
    Ok(Arc::unwrap_or_clone(content))
}

fn unusable(list: Vec<Problem>, text: &str, file: &str) -> CommandError {
    let sources = BTreeMap::from([(file.to_owned(), text.to_owned())]);
    CommandError::Content(Problems { list, sources }.render(false))
}

fn text_of(path: &Path) -> io::Result<String> {
    // A pipe in its place would be waited for.
    let found = fs::metadata(path)?;
    if let Some(why) = unfit(&found, path == Path::new(FILE)) {
        return Err(io::Error::other(why));
    }
    let mut text = String::new();
    fs::File::open(path)?.take(MOST).read_to_string(&mut text)?;
    Ok(text)
}

/// Why nobody should believe a file; the one of the host itself is root's.
fn unfit(found: &Metadata, is_of_host: bool) -> Option<&'static str> {
    if is_of_host && found.uid() != 0 {
        return Some("it does not belong to root; `chown root` gives it back");
    }
    if !found.is_file() {
        return Some("it is no plain file");
    }
    if found.len() >= MOST {
        return Some("it is too large");
    }
    (found.mode() & 0o022 != 0).then_some("others than its owner can write it; `chmod go-w` closes it")
}

#[cfg(test)]
mod tests;

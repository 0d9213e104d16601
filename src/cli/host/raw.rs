//! The keys of the file, and what is wrong with their values.

use serde::Deserialize;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;
use toml::Spanned;

use super::{HIDE, Host, SET_ASIDE, person};
use crate::content::Problem;

/// The longest that anything may be set to: a year, and a day.
const MOST_DAYS: i64 = 366;
const MOST_MINUTES: i64 = 1440;

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Raw {
    content: Option<Spanned<PathBuf>>,
    state: Option<Spanned<PathBuf>>,
    sheets: Option<Spanned<PathBuf>>,
    hold_days: Option<Spanned<i64>>,
    hide_minutes: Option<Spanned<i64>>,
    set_aside_minutes: Option<Spanned<i64>>,
    languages: Option<Spanned<Vec<Spanned<String>>>>,
}

impl Raw {
    /// What is wrong with it.
    pub(super) fn problems(&self, file: &str) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut tell = |span: std::ops::Range<usize>, message: String, help: &str| {
            found.push(Problem::at(file, span, message).help(help));
        };
        for path in [&self.content, &self.state, &self.sheets].into_iter().flatten() {
            if !is_whole(path.get_ref()) {
                tell(path.span(), "this is no whole path".to_owned(), "begin it with `/`, and leave out `.` and `..`");
            }
        }
        for path in [&self.state, &self.sheets].into_iter().flatten() {
            if let Err(why) = person::check(path.get_ref()) {
                tell(path.span(), why.to_owned(), "`{user}` is the account, `{principal}` that of an SSH certificate");
            }
        }
        if let Some(path) = self.content.as_ref().filter(|path| path.get_ref().to_string_lossy().contains(['{', '}'])) {
            tell(path.span(), "the content is the same for everybody".to_owned(), "leave the braces out");
        }
        let numbers = [
            (&self.hold_days, 1, MOST_DAYS),
            (&self.hide_minutes, 0, MOST_MINUTES),
            (&self.set_aside_minutes, 0, MOST_MINUTES),
        ];
        for (number, least, most) in numbers {
            if let Some(number) = number.as_ref().filter(|number| !(least..=most).contains(number.get_ref())) {
                tell(
                    number.span(),
                    format!("{} is out of range", number.get_ref()),
                    &format!("from {least} to {most}"),
                );
            }
        }
        if let Some(languages) = self.languages.as_ref().filter(|languages| languages.get_ref().is_empty()) {
            tell(
                languages.span(),
                "no language is offered".to_owned(),
                "name one, or leave the key out for all of them",
            );
        }
        found
    }

    /// What it sets.
    pub(super) fn host(self) -> Host {
        let minutes = |number: Option<Spanned<i64>>, otherwise: u32| {
            let minutes = number.map_or(i64::from(otherwise), Spanned::into_inner);
            let minutes = u64::try_from(minutes).ok().filter(|minutes| *minutes > 0)?;
            Some(Duration::from_secs(minutes * 60))
        };
        Host {
            content: self.content.map(Spanned::into_inner),
            state: self.state.map(Spanned::into_inner),
            sheets: self.sheets.map(Spanned::into_inner),
            hold_days: self.hold_days.and_then(|days| u32::try_from(days.into_inner()).ok()),
            hide: minutes(self.hide_minutes, HIDE),
            set_aside: minutes(self.set_aside_minutes, SET_ASIDE),
            languages: self.languages.map(Spanned::into_inner).unwrap_or_default(),
            ..Host::default()
        }
    }
}

/// Whether a path says where it leads, wherever the program is.
fn is_whole(path: &Path) -> bool {
    let plain = path.components().all(|part| matches!(part, Component::RootDir | Component::Normal(_)));
    // The library leaves out what stands for the folder itself.
    plain && path.is_absolute() && !path.to_string_lossy().split('/').any(|part| part == ".")
}

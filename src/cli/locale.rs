//! Language and character set from the environment.

use super::error::CommandError;
use super::names;
use crate::content::{Content, Lang, Language};
use crate::text::clean;

/// Looks up an environment variable.
pub(super) type Variables<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The language to speak, and the one that was wanted instead and is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Spoken {
    pub(super) lang: Lang,
    pub(super) missing: Option<String>,
}

impl From<Lang> for Spoken {
    fn from(lang: Lang) -> Self {
        Self { lang, missing: None }
    }
}

impl Spoken {
    /// The same among the languages that are offered: else the first of them, and the other is missing.
    pub(super) fn among(self, content: &Content, offered: &[Lang]) -> Self {
        match offered.first() {
            Some(first) if !offered.contains(&self.lang) => {
                let wanted = content.languages.get(self.lang.0).map(|language| language.id.to_string());
                Self { lang: *first, missing: self.missing.or(wanted) }
            }
            _ => self,
        }
    }
}

/// The language: `--lang`, `SMO_LANG`, the remembered choice, the locale for messages, the content's default.
///
/// # Errors
/// `--lang` or `SMO_LANG` names a language that the content does not have. A locale may name any: it was not set for
/// this program.
pub(super) fn language(
    content: &Content,
    option: Option<&str>,
    remembered: Option<&str>,
    env: &Variables<'_>,
) -> Result<Spoken, CommandError> {
    if let Some(asked) = option {
        let named = content.language(primary(asked)).map_or_else(|| names::language(content, asked), Ok);
        return named.map(Spoken::from);
    }
    if let Some(asked) = set(env, "SMO_LANG") {
        return names::language(content, primary(&asked)).map(Spoken::from).map_err(|error| match error {
            CommandError::Usage(line) => CommandError::Usage(format!("SMO_LANG: {line}")),
            other => other,
        });
    }
    if let Some(lang) = remembered.and_then(|id| content.language(id)) {
        return Ok(lang.into());
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| set(env, name));
    Ok(locale.map(|locale| of_locale(content, &locale)).unwrap_or_default())
}

/// The language of a locale: that of its country's people, where the content names one, before the one it names.
fn of_locale(content: &Content, locale: &str) -> Spoken {
    let of_country = country(locale).and_then(|country| {
        let speaks = |language: &Language| language.locale_countries.iter().any(|code| **code == *country);
        content.languages.iter().position(speaks).map(Lang)
    });
    let named = primary(locale);
    match of_country.or_else(|| content.language(named)) {
        Some(lang) => lang.into(),
        // The locales of programs that nobody has told a language.
        None if matches!(named, "C" | "POSIX") => Spoken::default(),
        None => Spoken { missing: Some(clean(named).trim().to_owned()), ..Spoken::default() },
    }
}

/// The country of a locale: `YY` of `xx_YY.UTF-8@zz`.
fn country(locale: &str) -> Option<&str> {
    let named = locale.split(['.', '@']).next()?;
    named.split(['_', '-']).nth(1)
}

/// Whether the locale's characters are UTF-8. Without a locale they are ASCII, as POSIX has it.
pub(super) fn is_utf8(env: &Variables<'_>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| set(env, name));
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// The language of a locale: `xx` of `xx_YY.UTF-8@zz`.
pub(super) fn primary(locale: &str) -> &str {
    locale.split(['_', '-', '.', '@']).next().unwrap_or_default()
}

fn set(env: &Variables<'_>, name: &str) -> Option<String> {
    env(name).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests;

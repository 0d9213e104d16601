//! Language and character set from the environment.

use super::error::CommandError;
use super::names;
use crate::content::{Content, Lang};

/// Looks up an environment variable.
pub(super) type Variables<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The language: `--lang`, `SMO_LANG`, the locale for messages, the content's default.
///
/// # Errors
/// `--lang` or `SMO_LANG` names a language that the content does not have. A locale may name any: it was not set for
/// this program.
pub(super) fn language(content: &Content, option: Option<&str>, env: &Variables<'_>) -> Result<Lang, CommandError> {
    if let Some(asked) = option {
        return names::language(content, asked);
    }
    if let Some(asked) = set(env, "SMO_LANG") {
        return names::language(content, primary(&asked)).map_err(|error| match error {
            CommandError::Usage(line) => CommandError::Usage(format!("SMO_LANG: {line}")),
            other => other,
        });
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| set(env, name));
    Ok(locale.and_then(|locale| content.language(primary(&locale))).unwrap_or_default())
}

/// Whether the locale's characters are UTF-8. Without a locale they are ASCII, as POSIX has it.
pub(super) fn is_utf8(env: &Variables<'_>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| set(env, name));
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// The language of a locale: `xx` of `xx_YY.UTF-8@zz`.
fn primary(locale: &str) -> &str {
    locale.split(['_', '-', '.', '@']).next().unwrap_or_default()
}

fn set(env: &Variables<'_>, name: &str) -> Option<String> {
    env(name).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests;

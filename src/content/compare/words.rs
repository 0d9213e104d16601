//! Words of two contents, and how many changed.

use std::collections::BTreeSet;
use std::path::Path;

use super::languages;
use crate::content::translation::{Standing, Translations};
use crate::content::{Content, Id, Problems};

/// The words of a text in a language before and after; none where there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Words {
    pub language: Id,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// How many texts of a language differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextCount {
    /// Which language.
    pub language: Id,
    /// Texts that have words only in the second content.
    pub added: usize,
    /// Texts that have words only in the first content.
    pub removed: usize,
    /// Texts that have other words.
    pub changed: usize,
    /// Addresses of texts whose words no longer translate what the default language says: as the language's own file
    /// tells, or because that changed and they did not.
    pub stale: Vec<String>,
}

/// The words of a text in every language, where they differ in one.
pub(super) fn of(contents: [&Content; 2], addresses: [&str; 2]) -> Option<Vec<Words>> {
    let all = languages(contents).into_iter().map(|language| {
        let [before, after] = [0, 1].map(|side| given(contents.get(side)?, addresses.get(side)?, &language));
        Words { language, before, after }
    });
    let all: Vec<Words> = all.collect();
    all.iter().any(|words| words.before != words.after).then_some(all)
}

/// The words of a text in a language; none where those of the default language stand in.
fn given(content: &Content, address: &str, language: &str) -> Option<String> {
    let text = content.texts.get(address)?;
    let lang = content.language(language)?;
    let (words, default) = (text.get(lang), content.languages.first()?);
    let is_lent = lang.0 > 0 && words.strip_suffix(&format!(" [{}]", default.id)) == text.all().next();
    (!is_lent).then(|| words.to_owned())
}

/// The addresses of all texts of two contents.
pub(super) fn addresses(contents: [&Content; 2]) -> BTreeSet<&str> {
    contents.into_iter().flat_map(|content| content.texts.keys()).map(AsRef::as_ref).collect()
}

/// What differs, for each language of which something does.
pub(super) fn counts(folders: [&Path; 2], contents: [&Content; 2]) -> Result<Vec<TextCount>, Problems> {
    let new = |language| TextCount { language, added: 0, removed: 0, changed: 0, stale: Vec::new() };
    let mut counts: Vec<TextCount> = languages(contents).into_iter().map(new).collect();
    for address in addresses(contents) {
        let Some(all) = of(contents, [address; 2]) else { continue };
        let is_source_changed = all.first().is_some_and(|one| one.before != one.after && one.before.is_some());
        for (words, count) in all.into_iter().zip(&mut counts) {
            match (&words.before, &words.after) {
                (None, Some(_)) => count.added += 1,
                (Some(_), None) => count.removed += 1,
                (before, after) if before != after => count.changed += 1,
                (Some(_), _) if is_source_changed => count.stale.push(address.to_owned()),
                _ => {}
            }
        }
    }
    let [_, folder] = folders;
    for (language, count) in contents[1].languages.iter().zip(&mut counts).skip(1) {
        // Nothing else tells what words are a translation of.
        if !folder.join(format!("texts/{}.toml", language.id)).exists() {
            continue;
        }
        let Some(texts) = Translations::load(Some(folder), &language.id, None)? else { continue };
        count.stale.extend(texts.standing(Standing::Stale).map(|text| text.address.to_string()));
        count.stale.sort();
        count.stale.dedup();
    }
    counts.retain(|count| count.added + count.removed + count.changed + count.stale.len() > 0);
    Ok(counts)
}

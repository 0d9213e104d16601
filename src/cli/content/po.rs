//! `smo content po`: the texts of a language as a file for translators, and what comes back from them.

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::cli::args::Output;
use crate::cli::error::{CommandError, Printed};
use crate::cli::{complain, locale, names, output, session};
use crate::content::po::PoFile;
use crate::content::translation::{Standing, Translatable, Translations};
use crate::text::clean;

/// No file of a translator comes near it.
const MOST_BYTES: u64 = 16 << 20;

const NO_LANGUAGE: &str = "which language? give one with --lang";

/// Writes the file for a translator, or, from theirs, the language's own file.
pub(super) fn run(
    folder: Option<&Path>,
    lang: Option<&str>,
    read: Option<&Path>,
    to: &Output,
) -> Result<Printed, CommandError> {
    let asked = lang.ok_or_else(|| CommandError::Usage(NO_LANGUAGE.to_owned()))?;
    let lang = locale::primary(asked).to_lowercase();
    let Some(texts) = load(folder, &lang, None)? else {
        names::language(&session::load(folder)?, asked)?;
        return Err(CommandError::Usage(NO_LANGUAGE.to_owned()));
    };
    let Some(file) = read else {
        let printed = output::save(to, texts.po().into_bytes().into())?;
        complain(&summary(&texts));
        return Ok(printed);
    };
    let po = PoFile::read(&shown(file), contents(file)?, &lang);
    let entries = po.entries.clone();
    let Some(texts) = load(folder, &lang, Some(po))? else { return Ok(Vec::new().into()) };
    if let Some(parent) = to.output.as_ref().and_then(|file| file.parent()).filter(|parent| parent.ends_with("texts")) {
        // Where it cannot be made, writing the file says why.
        let _ = fs::create_dir(parent);
    }
    let printed = output::save(to, texts.file().into_bytes().into())?;
    for (text, entry) in texts.standing(Standing::Stale).filter_map(|text| Some((text, entries.get(&*text.address)?))) {
        if !entry.is_fuzzy {
            let (file, line, address) = (shown(file), entry.line, &text.address);
            complain(&format!("{file}:{line}: the source of `{address}` has changed since; these words are not shown"));
        }
    }
    complain(&summary(&texts));
    Ok(printed)
}

fn load(folder: Option<&Path>, lang: &str, po: Option<PoFile>) -> Result<Option<Translations>, CommandError> {
    Translations::load(folder, lang, po).map_err(|problems| CommandError::Content(problems.render(false)))
}

/// The text of a translator's file.
fn contents(file: &Path) -> Result<String, CommandError> {
    let unreadable = |cause| CommandError::io(&format!("cannot read {}", shown(file)), &cause);
    let mut bytes = Vec::new();
    fs::File::open(file).and_then(|open| open.take(MOST_BYTES + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(CommandError::Files(format!("{} has more than {MOST_BYTES} bytes", shown(file))));
    }
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        let file = shown(file);
        CommandError::Content(format!("error: {file} is not UTF-8: byte {place} (counted from 0) is wrong"))
    })
}

fn shown(file: &Path) -> String {
    clean(&file.display().to_string())
}

/// How much there is to translate: of all, of what is missing, and of what is stale.
fn summary(texts: &Translations) -> String {
    let counted = |texts: &mut dyn Iterator<Item = &Translatable>| {
        let (count, words) =
            texts.fold((0, 0), |(count, words), text| (count + 1, words + text.source.split_whitespace().count()));
        format!("{} ({})", super::count(count, "text"), super::count(words, "word"))
    };
    let language = texts.content.languages.get(texts.lang.0).map_or("", |language| &*language.id);
    let all = counted(&mut texts.texts.iter());
    let missing = counted(&mut texts.standing(Standing::Missing));
    let stale = counted(&mut texts.standing(Standing::Stale));
    format!("{language}: {all}; not translated: {missing}; stale or fuzzy: {stale}")
}

/// A line for each language that has texts whose source has changed since.
pub(super) fn stale(folder: Option<&Path>, languages: &[crate::content::Language]) -> Result<String, CommandError> {
    let mut lines = String::new();
    for language in languages {
        let Some(texts) = load(folder, &language.id, None)? else { continue };
        let count = texts.standing(Standing::Stale).count();
        if count > 0 {
            let count = super::count(count, "stale or fuzzy text");
            let id = &language.id;
            let _ = writeln!(lines, "{id}: {count}, shown in the default language; `smo content po` has them");
        }
    }
    Ok(lines)
}

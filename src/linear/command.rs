//! The words that command: one table for reading them, for the opening and for help.

use crate::content::{Content, Lang, Msg};
use crate::text::fold;
use crate::wording::Phrases;

/// What a line can command; the table has the words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Back,
    Change,
    Review,
    Why,
    Unknown,
    Declined,
    Undo,
    Redo,
    /// Asks what the verdict no longer needs.
    Record,
    Next,
    Offices,
    Requirements,
    /// The steps, or one.
    Process,
    /// Goes along a link of the step.
    Follow,
    /// The person got to a step.
    Here,
    Tracks,
    Notices,
    Language,
    Cases,
    Resume,
    /// Keeps the case, or no longer.
    Keep,
    /// Deletes a case, if confirmed.
    Delete,
    /// Yes to what was asked.
    Confirm,
    /// Uses the next answer and does not store it.
    Withhold,
    Pathways,
    Bring,
    Ready,
    Missing,
    /// Somebody is of the family.
    Add,
    /// Somebody is not, after all.
    TakeOut,
    /// Checks what is read out for an item.
    Check,
    Help,
    Quit,
}

/// How a command is written, and what it does.
pub(super) struct Entry {
    pub(super) command: Command,
    english: &'static [&'static str],
    /// Its name in the languages of the content.
    pub(super) name: Msg,
    /// What may follow the name, as an example; empty where nothing may.
    pub(super) example: &'static str,
    pub(super) says: Msg,
}

const fn entry(
    command: Command,
    english: &'static [&'static str],
    name: Msg,
    example: &'static str,
    says: Msg,
) -> Entry {
    Entry { command, english, name, example, says }
}

/// Every command, in the order of help.
pub(super) const TABLE: &[Entry] = &[
    entry(Command::Back, &["back"], Msg::KeyBack, "", Msg::LinearSaysBack),
    entry(Command::Change, &["change"], Msg::LinearChange, "3", Msg::LinearSaysChange),
    entry(Command::Review, &["review"], Msg::LinearReview, "", Msg::LinearSaysReview),
    entry(Command::Why, &["why"], Msg::LinearWhy, "", Msg::LinearSaysWhy),
    entry(Command::Unknown, &["unknown"], Msg::LinearUnknown, "", Msg::DontKnow),
    entry(Command::Declined, &["declined"], Msg::LinearDeclined, "", Msg::Declined),
    entry(Command::Undo, &["undo"], Msg::KeyUndo, "", Msg::LinearSaysUndo),
    entry(Command::Redo, &["redo"], Msg::LinearRedo, "", Msg::LinearSaysRedo),
    entry(Command::Record, &["record", "+"], Msg::LinearRecord, "", Msg::KeyForRecord),
    entry(Command::Next, &["next"], Msg::LinearNext, "", Msg::KeyNextPerson),
    entry(Command::Offices, &["offices"], Msg::KeyOffices, "1", Msg::LinearSaysOffices),
    entry(Command::Requirements, &["requirements"], Msg::KeyRequirements, "1", Msg::LinearSaysRequirements),
    entry(Command::Process, &["process"], Msg::KeyProcess, "9", Msg::LinearSaysProcess),
    entry(Command::Follow, &["follow"], Msg::KeyFollow, "1", Msg::LinearSaysFollow),
    entry(Command::Here, &["here"], Msg::LinearHere, "9 3 may 2026", Msg::LinearSaysHere),
    entry(Command::Tracks, &["tracks"], Msg::LinearTracks, "", Msg::LinearSaysTracks),
    entry(Command::Notices, &["notices", "!"], Msg::KeyNotices, "", Msg::NoticesTitle),
    entry(Command::Language, &["language", "lang"], Msg::KeyLanguage, "en", Msg::LinearSaysLanguage),
    entry(Command::Withhold, &["withhold"], Msg::LinearWithhold, "", Msg::LinearSaysWithhold),
    entry(Command::Cases, &["cases"], Msg::LinearCasesWord, "", Msg::LinearSaysCases),
    entry(Command::Resume, &["resume"], Msg::LinearResume, "K7Q2", Msg::LinearSaysResume),
    entry(Command::Keep, &["keep"], Msg::LinearKeep, "", Msg::LinearSaysKeep),
    entry(Command::Delete, &["delete"], Msg::KeyDelete, "K7Q2", Msg::LinearSaysDelete),
    entry(Command::Confirm, &["confirm"], Msg::LinearConfirm, "", Msg::LinearSaysConfirm),
    entry(Command::Pathways, &["pathways"], Msg::KeyPathways, "", Msg::LinearSaysPathways),
    entry(Command::Bring, &["bring"], Msg::KeyBring, "", Msg::LinearSaysBring),
    entry(Command::Ready, &["ready"], Msg::BringReady, "3", Msg::LinearSaysReady),
    entry(Command::Missing, &["missing"], Msg::BringMissing, "3", Msg::LinearSaysMissing),
    entry(Command::Check, &["check"], Msg::LinearCheck, "1 name@example.org", Msg::LinearSaysCheck),
    entry(Command::Add, &["add"], Msg::LinearAdd, "1", Msg::LinearSaysAdd),
    entry(Command::TakeOut, &["remove"], Msg::LinearTakeOut, "7", Msg::LinearSaysTakeOut),
    entry(Command::Help, &["help", "?"], Msg::KeyHelp, "", Msg::LinearSaysHelp),
    entry(Command::Quit, &["quit"], Msg::KeyQuit, "", Msg::LinearSaysQuit),
];

impl Entry {
    /// Every way to write it, without accents and in small letters.
    fn names(&self, content: &Content) -> impl Iterator<Item = String> {
        let languages = (0..content.languages.len()).map(Lang);
        let named = languages.map(|lang| content.msg(self.name, lang));
        self.english.iter().copied().chain(named).map(fold)
    }
}

impl Command {
    /// The word for it in a language.
    pub(super) fn word(self, phrases: Phrases<'_>) -> &str {
        phrases.get(TABLE.iter().find(|entry| entry.command == self).map_or(Msg::KeyHelp, |entry| entry.name))
    }
}

/// What a line commands, and what follows the word, without accents and in small letters.
pub(super) fn parse(content: &Content, text: &str) -> Option<(Command, String)> {
    let typed = fold(text);
    let meant = TABLE.iter().flat_map(|entry| entry.names(content).map(move |name| (entry, name)));
    let meant = meant.filter_map(|(entry, name)| {
        let rest = typed.strip_prefix(&name)?;
        let follows = rest.starts_with(' ') && !entry.example.is_empty();
        (rest.is_empty() || follows).then(|| (name.len(), entry.command, rest.trim()))
    });
    meant.max_by_key(|(length, ..)| *length).map(|(_, command, rest)| (command, rest.to_owned()))
}

#[cfg(test)]
mod tests;

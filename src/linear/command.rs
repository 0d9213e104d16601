//! The words that command: one table for reading them, for the opening and for help.

use strum::IntoStaticStr;

use crate::content::{Content, Lang, Msg};
use crate::text::fold;
use crate::wording::Phrases;

/// What a line can command. In every language it can be written as here, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
    /// What differs between two offices.
    Compare,
    Requirements,
    /// Which offices take an answer.
    Filter,
    Find,
    /// The steps, or one.
    Process,
    /// Goes along a link of the step.
    Follow,
    /// The person got to a step.
    Here,
    Tracks,
    /// What the person takes home.
    Sheet,
    Notices,
    Language,
    Cases,
    /// What the people of kept cases wait for.
    Due,
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
    Remove,
    /// Checks what is read out for an item.
    Check,
    /// Changes to newer content.
    Renew,
    Help,
    Quit,
}

/// How a command is written, and what it does.
pub(super) struct Entry {
    pub(super) command: Command,
    /// Its name in the languages of the content.
    pub(super) name: Msg,
    /// What may follow the name, as an example; empty where nothing may.
    pub(super) example: &'static str,
    pub(super) says: Msg,
}

const fn entry(command: Command, name: Msg, example: &'static str, says: Msg) -> Entry {
    Entry { command, name, example, says }
}

/// Other ways to write some of them.
const ALSO: [(Command, &str); 4] =
    [(Command::Record, "+"), (Command::Notices, "!"), (Command::Language, "lang"), (Command::Help, "?")];

/// Every command, in the order of help.
pub(super) const TABLE: &[Entry] = &[
    entry(Command::Back, Msg::KeyBack, "", Msg::LinearSaysBack),
    entry(Command::Change, Msg::LinearChange, "3", Msg::LinearSaysChange),
    entry(Command::Review, Msg::LinearReview, "", Msg::LinearSaysReview),
    entry(Command::Why, Msg::LinearWhy, "", Msg::LinearSaysWhy),
    entry(Command::Unknown, Msg::LinearUnknown, "", Msg::DontKnow),
    entry(Command::Declined, Msg::LinearDeclined, "", Msg::Declined),
    entry(Command::Undo, Msg::KeyUndo, "", Msg::LinearSaysUndo),
    entry(Command::Redo, Msg::LinearRedo, "", Msg::LinearSaysRedo),
    entry(Command::Record, Msg::LinearRecord, "", Msg::KeyForRecord),
    entry(Command::Next, Msg::LinearNext, "", Msg::KeyNextPerson),
    entry(Command::Offices, Msg::KeyOffices, "1", Msg::LinearSaysOffices),
    entry(Command::Compare, Msg::LinearCompare, "1 4", Msg::LinearSaysCompare),
    entry(Command::Requirements, Msg::KeyRequirements, "1", Msg::LinearSaysRequirements),
    entry(Command::Filter, Msg::LinearFilter, "ve", Msg::LinearSaysFilter),
    entry(Command::Find, Msg::KeyFind, "asylum", Msg::LinearSaysFind),
    entry(Command::Process, Msg::KeyProcess, "9", Msg::LinearSaysProcess),
    entry(Command::Follow, Msg::KeyFollow, "1", Msg::LinearSaysFollow),
    entry(Command::Here, Msg::LinearHere, "9 3 may 2026", Msg::LinearSaysHere),
    entry(Command::Tracks, Msg::LinearTracks, "", Msg::LinearSaysTracks),
    entry(Command::Sheet, Msg::LinearSheet, "1 es", Msg::LinearSaysSheet),
    entry(Command::Notices, Msg::KeyNotices, "", Msg::NoticesTitle),
    entry(Command::Language, Msg::KeyLanguage, "en", Msg::LinearSaysLanguage),
    entry(Command::Withhold, Msg::LinearWithhold, "", Msg::LinearSaysWithhold),
    entry(Command::Cases, Msg::LinearCasesWord, "", Msg::LinearSaysCases),
    entry(Command::Due, Msg::LinearDue, "", Msg::LinearSaysDue),
    entry(Command::Resume, Msg::LinearResume, "K7Q2", Msg::LinearSaysResume),
    entry(Command::Keep, Msg::LinearKeep, "", Msg::LinearSaysKeep),
    entry(Command::Delete, Msg::KeyDelete, "K7Q2", Msg::LinearSaysDelete),
    entry(Command::Confirm, Msg::LinearConfirm, "", Msg::LinearSaysConfirm),
    entry(Command::Pathways, Msg::KeyPathways, "", Msg::LinearSaysPathways),
    entry(Command::Bring, Msg::KeyBring, "", Msg::LinearSaysBring),
    entry(Command::Ready, Msg::BringReady, "3", Msg::LinearSaysReady),
    entry(Command::Missing, Msg::BringMissing, "3", Msg::LinearSaysMissing),
    entry(Command::Check, Msg::LinearCheck, "1 name@example.org", Msg::LinearSaysCheck),
    entry(Command::Add, Msg::LinearAdd, "1", Msg::LinearSaysAdd),
    entry(Command::Remove, Msg::LinearTakeOut, "7", Msg::LinearSaysTakeOut),
    entry(Command::Renew, Msg::LinearRenew, "", Msg::LinearSaysRenew),
    entry(Command::Help, Msg::KeyHelp, "", Msg::LinearSaysHelp),
    entry(Command::Quit, Msg::KeyQuit, "", Msg::LinearSaysQuit),
];

impl Entry {
    /// Every way to write it, without accents and in small letters.
    fn names(&self, content: &Content) -> impl Iterator<Item = String> {
        let languages = (0..content.languages.len()).map(Lang);
        let named = languages.map(|lang| content.msg(self.name, lang));
        let also = ALSO.into_iter().filter(|(of, _)| *of == self.command).map(|(_, word)| word);
        also.chain([self.command.into()]).chain(named).map(fold)
    }
}

impl Command {
    /// The word for it in a language.
    pub(super) fn word(self, phrases: Phrases<'_>) -> &str {
        phrases.get(TABLE.iter().find(|entry| entry.command == self).map_or(Msg::KeyHelp, |entry| entry.name))
    }
}

impl Command {
    /// Whether what follows the word can be meant for it: a number, where it takes only that.
    pub(super) fn takes(self, rest: &str) -> bool {
        use Command::{Change, Follow, Here, Missing, Process, Ready, Remove};
        let is_numbered = matches!(self, Change | Follow | Here | Missing | Process | Ready | Remove);
        !is_numbered || rest.starts_with(|c: char| c.is_ascii_digit())
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

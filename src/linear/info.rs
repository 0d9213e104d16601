//! The opening, the language, help.

use crate::content::{LanguageState, Lookup, Msg};
use crate::desk::Desk;
use crate::document;
use crate::plain::TextPage;

use super::command::Command::{self, Back, Cases, Help, Next, Offices, Process, Quit, Review, Undo, Why};
use super::command::{Entry, TABLE};

/// The commands that the opening names; help names them all.
const FIRST: &[Command] = &[Back, Why, Review, Undo, Next, Offices, Process, Cases, Help, Quit];

/// The name, the notice, the words, whether anything is stored, the language.
pub(super) fn opening(desk: &Desk, page: &mut TextPage) {
    page.say(desk.content().name.get(desk.lang()));
    page.show(&document::headline(&desk.context()), desk.phrases());
    words(desk, FIRST, page);
    language(desk, page);
    for said in desk.opening() {
        page.put("(!) ", &said);
    }
    super::cases::opening(desk, page);
}

/// Some of the commands, in the language.
pub(super) fn words(desk: &Desk, commands: &[Command], page: &mut TextPage) {
    let entries = commands.iter().filter_map(|command| TABLE.iter().find(|entry| entry.command == *command));
    let written: Vec<String> = entries.map(|entry| written(desk, entry)).collect();
    page.say(&desk.phrases().fill(Msg::LinearCommands, &[("words", &written.join(", "))]));
}

/// Every command with what it does, and what a lone Enter does.
pub(super) fn help(desk: &Desk, page: &mut TextPage) {
    for entry in TABLE {
        page.put("- ", &format!("{}: {}", written(desk, entry), desk.phrases().get(entry.says)));
    }
    page.say(desk.phrases().get(Msg::LinearEnter));
}

/// The language spoken, and whether a native speaker has read it.
pub(super) fn language(desk: &Desk, page: &mut TextPage) {
    let language = desk.content().languages.at(desk.lang().0);
    let phrases = desk.phrases();
    page.say(&phrases.fill(Msg::LinearLanguage, &[("language", &language.name)]));
    if language.state != LanguageState::Reviewed {
        page.put("(!) ", phrases.get(Msg::NotReviewed));
    }
}

/// That there is newer content of the host, once.
pub(super) fn newer(desk: &mut Desk, page: &mut TextPage) {
    if desk.look_for_newer() {
        let said = desk.newer(Command::Renew.word(desk.phrases()));
        page.put("(!) ", &said.unwrap_or_default());
        desk.told_of_newer();
    }
}

fn written(desk: &Desk, entry: &Entry) -> String {
    let name = desk.phrases().get(entry.name);
    if entry.example.is_empty() { name.to_owned() } else { format!("{name} {}", entry.example) }
}

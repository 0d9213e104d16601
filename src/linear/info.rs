//! What is said of the desk itself: the opening, notices, languages, help.

use crate::content::{LanguageState, Msg, Statement, Topic};
use crate::desk::Desk;
use crate::rules;

use super::command::{self, Command, TABLE};
use super::page::Page;

/// The commands that the opening names; help names them all.
const FIRST: &[Command] = &[
    Command::Back,
    Command::Why,
    Command::Review,
    Command::Undo,
    Command::Next,
    Command::Offices,
    Command::Process,
    Command::Cases,
    Command::Help,
    Command::Quit,
];

/// The name, the notice, the words, whether anything is stored, the language.
pub(super) fn opening(desk: &Desk, page: &mut Page) {
    page.say(desk.content().name.get(desk.lang()));
    headline(desk, page);
    words(desk, FIRST, page);
    language(desk, page);
    super::cases::opening(desk, page);
}

/// What stands with everything: the later notice, then how old the guide is.
pub(super) fn headline(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    let headline = rules::headline(desk.content(), desk.as_of()).and_then(|notice| phrases.headline(notice));
    let headline = headline.map(|words| format!("{words} ")).unwrap_or_default();
    page.set("(!) ", &format!("{headline}{}.", guide(desk)));
}

/// Some of the commands, in the language.
pub(super) fn words(desk: &Desk, commands: &[Command], page: &mut Page) {
    let entries = commands.iter().filter_map(|command| TABLE.iter().find(|entry| entry.command == *command));
    let written: Vec<String> = entries.map(|entry| written(desk, entry)).collect();
    page.say(&desk.phrases().fill(Msg::LinearCommands, &[("words", &written.join(", "))]));
}

/// Every command with what it does, and what a lone Enter does.
pub(super) fn help(desk: &Desk, page: &mut Page) {
    for entry in TABLE {
        page.set("- ", &format!("{}: {}", written(desk, entry), desk.phrases().get(entry.says)));
    }
    page.say(desk.phrases().get(Msg::LinearEnter));
}

/// Nothing was made of a line; how to go on.
pub(super) fn not_understood(desk: &Desk, page: &mut Page) {
    let help = desk.phrases().get(command::name(Command::Help));
    page.set("(!) ", &desk.phrases().fill(Msg::LinearNotUnderstood, &[("help", help)]));
}

/// The language spoken, and whether a native speaker has read it.
pub(super) fn language(desk: &Desk, page: &mut Page) {
    let Some(language) = desk.content().languages.get(desk.lang().0) else { return };
    let phrases = desk.phrases();
    page.say(&phrases.fill(Msg::LinearLanguage, &[("language", &language.name)]));
    if language.state != LanguageState::Reviewed {
        page.set("(!) ", phrases.get(Msg::NotReviewed));
    }
}

/// Every notice, newest first, then the guide itself and what it does not promise.
pub(super) fn notices(desk: &Desk, page: &mut Page) {
    let (content, lang, phrases) = (desk.content(), desk.lang(), desk.phrases());
    page.say(&format!("{}:", phrases.get(Msg::NoticesTitle)));
    for notice in rules::notices(content, desk.as_of()) {
        notice_of(desk, &notice.statement, page);
    }
    page.gap();
    page.say(&format!("{}.", guide(desk)));
    page.say(&phrases.source(&content.guide));
    if let Some(note) = &content.guide.note {
        page.say(note.get(lang));
    }
    let topics =
        [(Topic::Caveat, Msg::NoticesCaveats), (Topic::About, Msg::NoticesAbout), (Topic::Guide, Msg::NoticesGuide)];
    for (topic, title) in topics {
        page.gap();
        page.say(&format!("{}:", phrases.get(title)));
        for statement in content.on(topic) {
            said(desk, statement, page);
        }
    }
}

/// A later statement, marked, with who says it and when.
pub(super) fn notice_of(desk: &Desk, statement: &Statement, page: &mut Page) {
    let by = desk.phrases().said_by(statement);
    page.set("(!) ", &format!("{} [{by}]", statement.text.get(desk.lang())));
}

/// A statement with who says it.
pub(super) fn said(desk: &Desk, statement: &Statement, page: &mut Page) {
    let (text, label) = (statement.text.get(desk.lang()), statement.source.label.get(desk.lang()));
    page.set("- ", &format!("{text} [{label}]"));
}

fn guide(desk: &Desk) -> String {
    let age = desk.phrases().guide_age(desk.as_of()).map(|age| format!(", {age}"));
    format!("{}{}", desk.phrases().guide_date(), age.unwrap_or_default())
}

fn written(desk: &Desk, entry: &command::Entry) -> String {
    let name = desk.phrases().get(entry.name);
    if entry.example.is_empty() { name.to_owned() } else { format!("{name} {}", entry.example) }
}

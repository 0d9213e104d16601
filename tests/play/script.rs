//! Keys in a notation: `n CO<enter> 2<enter>`. Blanks only part; `<space>` is a blank that is typed.
//!
//! Named keys: `<enter> <esc> <tab> <s-tab> <back> <del> <up> <down> <left> <right> <home> <end> <pgup> <pgdn> <space>
//! <lt>`, `<c-x>` held with Ctrl, `<f1>`; `<paste:TEXT>` pastes, `<size:40x12>` is a new size.

use chrono::NaiveDate;
use std::sync::{Arc, OnceLock};

use smo_desk::content::{Content, Lang};
use smo_desk::desk::Desk;
use smo_desk::tui::app::App;
use smo_desk::tui::app::Flow;
use smo_desk::tui::key::Key;
use smo_desk::tui::theme::Theme;

/// Something that happens at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    Key(Key),
    Paste(String),
    Size(u16, u16),
}

/// The day on which all tests are.
pub(crate) fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// The embedded content, read once.
pub(crate) fn content() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    let read = || Arc::new(Content::embedded().map_err(|problems| problems.to_string()).unwrap());
    Arc::clone(CONTENT.get_or_init(read))
}

/// A desk on the embedded content, at 80x24.
pub(crate) fn start() -> App {
    start_in(0, false, (80, 24))
}

pub(crate) fn start_in(lang: usize, ascii: bool, size: (u16, u16)) -> App {
    start_on(content(), lang, ascii, size)
}

/// A desk on other content.
pub(crate) fn start_on(content: Arc<Content>, lang: usize, ascii: bool, size: (u16, u16)) -> App {
    // What is newer is looked for only where that is asked for.
    let find = || Some("5eed5eed".to_owned());
    let desk = Desk::new(content, Lang(lang), day()).finding_newer(Some(Box::new(find)));
    App::new(desk, Theme { ascii, color: true }, size)
}

/// What a script says.
pub(crate) fn acts(script: &str) -> Vec<Act> {
    let mut found = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        rest = rest.split_at(c.len_utf8()).1;
        if c == '<' {
            let (name, after) = rest.split_once('>').unwrap_or_else(|| panic!("no > in {script}"));
            found.push(named(name));
            rest = after;
        } else if !c.is_whitespace() {
            found.push(Act::Key(Key::Char(c)));
        }
    }
    found
}

fn named(name: &str) -> Act {
    if let Some(text) = name.strip_prefix("paste:") {
        return Act::Paste(text.to_owned());
    }
    if let Some((columns, rows)) = name.strip_prefix("size:").and_then(|size| size.split_once('x')) {
        return Act::Size(columns.parse().unwrap(), rows.parse().unwrap());
    }
    if let Some(letter) = name.strip_prefix("c-") {
        return Act::Key(Key::Ctrl(letter.parse().unwrap()));
    }
    if let Some(number) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return Act::Key(Key::F(number));
    }
    Act::Key(match name {
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "s-tab" => Key::BackTab,
        "back" => Key::Backspace,
        "del" => Key::Delete,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "home" => Key::Home,
        "end" => Key::End,
        "pgup" => Key::PageUp,
        "pgdn" => Key::PageDown,
        "space" => Key::Char(' '),
        "lt" => Key::Char('<'),
        other => panic!("no key is called {other}"),
    })
}

/// Does one thing.
pub(crate) fn act(state: &mut App, act: &Act) -> Flow {
    match act {
        Act::Key(key) => return state.key(*key),
        Act::Paste(text) => state.paste(text),
        Act::Size(columns, rows) => state.resize(*columns, *rows),
    }
    Flow::GoOn
}

/// Plays a script; says what the last key asked of the loop.
pub(crate) fn play(state: &mut App, script: &str) -> Flow {
    acts(script).iter().fold(Flow::GoOn, |_, one| act(state, one))
}

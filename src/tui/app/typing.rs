//! Keys on their way: looked up in THE table, else typed into what has the focus. Where something is typed, no letter
//! commands.

use tui_input::InputRequest;

use super::{App, Flow};
use crate::content::Msg;
use crate::tui::component::Message;
use crate::tui::field;
use crate::tui::key::{Key, is_text};
use crate::tui::keymap::{self, Cmd, Scope};

/// What was typed last, as far as it matters for what is typed next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct LastTyped {
    /// The letter that opened the field which has the focus and is no text itself, as long as nothing else was typed.
    opener: Option<char>,
    /// Whether it was pressed again since: it is text only if more text follows.
    is_held_back: bool,
}

impl App {
    /// Does what a key means here.
    pub fn key(&mut self, key: Key) -> Flow {
        if self.geometry.is_too_small() {
            return self.key_unseen(key);
        }
        match key {
            Key::Alt(c) if !self.is_typing() => match self.one_key(Key::Esc) {
                // A bad line joins Esc and the key after it.
                Flow::GoOn => self.one_key(Key::Char(c)),
                other => other,
            },
            key => self.one_key(key),
        }
    }

    /// On a screen that shows nothing, no key acts on what is there, except to quit.
    fn key_unseen(&mut self, key: Key) -> Flow {
        match keymap::lookup(self.scopes(), key) {
            Some(Cmd::QuitNow) => Flow::Quit,
            Some(Cmd::Quit) if !self.desk.has_unsaved() => Flow::Quit,
            Some(Cmd::Redraw) => Flow::Redraw,
            _ => Flow::GoOn,
        }
    }

    fn one_key(&mut self, key: Key) -> Flow {
        (self.message, self.is_refused) = (Message::Nothing, false);
        let (office, was_typing, typed) = (self.desk.office_index(), self.is_typing(), std::mem::take(&mut self.typed));
        let mut opener = None;
        // A sign after a letter that may be text is text too, as in `n/a`: the field is not empty.
        let is_text_on = |cmd: &Cmd| typed.is_held_back && *cmd == Cmd::Find && matches!(key, Key::Char(_));
        if let Some(cmd) = keymap::lookup(self.scopes(), key).filter(|cmd| !is_text_on(cmd)) {
            // A choice was not meant by a letter that was typed: Enter reads the letter.
            if let Some(letter) = typed.opener.filter(|_| typed.is_held_back && cmd == Cmd::Choose) {
                self.edit(InputRequest::InsertChar(letter));
            }
            opener = letter(key);
            self.by_letter = opener.is_some();
            self.command(cmd);
            self.is_refused = cmd == Cmd::Choose && self.field().is_some_and(|field| field.error.is_some());
        } else if was_typing && typed.opener.is_some() && typed.opener == letter(key) {
            self.typed = LastTyped { is_held_back: true, ..typed };
        } else if let Some(request) = field::request(key) {
            let held_back =
                typed.opener.filter(|_| typed.is_held_back && matches!(key, Key::Char(c) if !c.is_ascii_digit()));
            for request in held_back.map(InputRequest::InsertChar).into_iter().chain([request]) {
                self.edit(request);
            }
            let is_taken = was_typing || field::digit(request).is_some();
            self.is_refused = !is_taken || self.message == Message::Msg(Msg::SaidNoNumber);
        } else {
            self.is_refused = true;
        }
        let flow = self.finish(office);
        // A code may begin with the letter that asks for it.
        if !was_typing && self.is_typing() && !self.scopes().contains(&Scope::Asked) {
            self.typed.opener = opener;
        }
        flow
    }

    /// Takes pasted text: into a field, never as commands. Tabs and line ends are blanks in it.
    pub fn paste(&mut self, text: &str) {
        self.typed = LastTyped::default();
        // Without a field there is nowhere for it to go: a digit would choose a row.
        if self.geometry.is_too_small() || (self.overlays.is_empty() && !self.panes.get(self.pane).0.has_field()) {
            return;
        }
        let office = self.desk.office_index();
        let ends_line = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let text = text.trim_matches(ends_line).replace("\r\n", "\n").replace(ends_line, " ");
        let text: String = text.chars().filter(|c| is_text(*c)).take(field::LONGEST).collect();
        if self.overlays.is_empty() {
            self.with_pane(self.pane, 1, |pane, cx| pane.paste(&text, cx));
        } else {
            self.with_overlay(1, |overlay, cx| overlay.paste(&text, cx));
        }
        self.finish(office);
    }

    /// Whether letters are typed where the focus is, and do not command.
    fn is_typing(&self) -> bool {
        self.scopes().iter().any(|scope| scope.is_typed_in())
    }
}

fn letter(key: Key) -> Option<char> {
    match key {
        Key::Char(c) if c.is_alphabetic() => Some(c),
        _ => None,
    }
}

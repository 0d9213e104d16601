//! Keys as the desk knows them. What bytes they come in is known to [`super::escape`].

use crate::content::Msg;
use crate::wording::Phrases;

pub use crate::text::is_text;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Key {
    /// A character, capital letters included.
    Char(char),
    /// A character held with Alt or Option, or an Esc and a character that a bad line has joined.
    Alt(char),
    /// A letter held with Ctrl, as a small letter.
    Ctrl(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    /// Tab held with Shift.
    BackTab,
    /// The key that deletes to the left.
    Backspace,
    /// The key that deletes to the right.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// To the beginning.
    Home,
    End,
    PageUp,
    PageDown,
}

/// What comes in from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Keys, in order.
    Keys(Vec<Key>),
    /// Text that was pasted, not typed: it never commands.
    Paste(String),
    /// The keyboard was recognised as one that speaks SCO; comes once.
    Sco,
    /// The terminal's answer to a status request, which no key sends.
    Status,
}

impl Key {
    /// Whether it ends the program wherever it is pressed, and never asks.
    pub(super) fn quits(self) -> bool {
        matches!(self, Self::Ctrl('c' | 'd'))
    }

    /// The key of a control character; nothing for those that no key of the desk sends.
    pub fn of_control(byte: u8) -> Option<Self> {
        Some(match byte {
            // Ctrl-J is how some lines send Enter, Ctrl-H how old terminals send Backspace.
            b'\r' | b'\n' => Self::Enter,
            0x08 | 0x7f => Self::Backspace,
            b'\t' => Self::Tab,
            0x1b => Self::Esc,
            0x01..=0x1a => Self::Ctrl(char::from(byte | 0x60)),
            _ => return None,
        })
    }

    /// Its name in footer and help, as it stands on keyboards where the language is spoken.
    pub fn name(self, phrases: Phrases<'_>) -> String {
        let named = match self {
            Self::Char(' ') => Msg::KeySpace,
            Self::Char(c) => return c.to_string(),
            Self::Alt(c) => return format!("Alt-{c}"),
            Self::Ctrl(c) => return format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(n) => return format!("F{n}"),
            Self::Enter => return "Enter".to_owned(),
            Self::Esc => return "Esc".to_owned(),
            Self::Tab => return "Tab".to_owned(),
            Self::BackTab => Msg::KeyBackTab,
            Self::Backspace => Msg::KeyBackspace,
            Self::Delete => Msg::KeyDeleteRight,
            Self::Up => Msg::KeyArrowUp,
            Self::Down => Msg::KeyArrowDown,
            Self::Left => Msg::KeyArrowLeft,
            Self::Right => Msg::KeyArrowRight,
            Self::Home => Msg::KeyToStart,
            Self::End => Msg::KeyToEnd,
            Self::PageUp => Msg::KeyPgUp,
            Self::PageDown => Msg::KeyPgDn,
        };
        phrases.get(named).to_owned()
    }
}

//! Keys as the desk knows them. What bytes they come in is known to [`super::escape`].

use std::fmt;

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
}

/// The key's name in footer and help.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(' ') => "Space",
            Self::Char(c) => return write!(f, "{c}"),
            Self::Alt(c) => return write!(f, "Alt-{c}"),
            Self::Ctrl(c) => return write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(n) => return write!(f, "F{n}"),
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "Shift-Tab",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Left => "Left",
            Self::Right => "Right",
            Self::Home => "Home",
            Self::End => "End",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
        };
        f.write_str(name)
    }
}

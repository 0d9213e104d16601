//! What of a sequence has come so far.

use std::time::Instant;

use super::paste::Paste;
use super::reply::Reply;

/// What the decoder is in the middle of.
#[derive(Debug)]
pub(super) enum Phase {
    Text,
    /// A character of which bytes are missing.
    Character {
        alt: bool,
        bytes: Vec<u8>,
    },
    Esc,
    /// A held Esc was given; the rest of a key may still come. `long_ago`: only what a terminal sends is known for it.
    Given {
        long_ago: bool,
    },
    /// After `ESC [`.
    Csi(Begun),
    /// After `ESC O`.
    Ss3(Begun),
    /// What a terminal says of itself.
    Reply(Reply),
    Paste(Paste),
}

/// A sequence of which bytes are missing.
#[derive(Debug, Default)]
pub(super) struct Begun {
    pub(super) late: bool,
    /// Whether it is one only if it goes on like an answer of the terminal.
    pub(super) in_doubt: bool,
    pub(super) body: Vec<u8>,
}

impl Begun {
    /// Whether what came so far is none that somebody typed.
    pub(super) fn is_sure(&self) -> bool {
        self.body.first().is_some_and(|byte| *byte != b'[')
    }
}

impl Phase {
    /// A C1 control stands for an Esc and a letter. What begins neither a key nor an answer is passed over.
    pub(super) fn after_c1(byte: u8, now: Instant) -> Self {
        match byte.wrapping_sub(0x40) {
            b'[' => Self::Csi(Begun::default()),
            b'O' => Self::Ss3(Begun::default()),
            introducer => Reply::begun_by_c1(introducer, now).map_or(Self::Text, Self::Reply),
        }
    }
}

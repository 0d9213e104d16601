//! What follows an Esc: a key, a letter held with Alt, or an answer of the terminal.

use std::time::Instant;

use super::Decoder;
use super::phase::{Begun, Phase};
use super::reply::{self, Reply, Taken};
use crate::tui::key::Key;

impl Decoder {
    pub(super) fn after_esc(&mut self, byte: u8, now: Instant) -> Phase {
        match byte {
            b'[' => Phase::Csi(Begun::default()),
            b'O' => Phase::Ss3(Begun::default()),
            // The end of an answer of which the beginning was lost.
            b'\\' => Phase::Text,
            // So the Linux console says it.
            b'\t' => {
                self.key(Key::BackTab);
                Phase::Text
            }
            0x20..=0x7e => {
                if let Some(reply) = Reply::begun_by(byte, false, now) {
                    return Phase::Reply(reply);
                }
                self.key(Key::Alt(char::from(byte)));
                Phase::Text
            }
            0x80.. => self.character(true, Vec::new(), byte),
            _ => {
                self.key(Key::Esc);
                self.text(byte)
            }
        }
    }

    pub(super) fn after_given(&mut self, byte: u8, long_ago: bool, now: Instant) -> Phase {
        match byte {
            b'[' => Phase::Csi(Begun { late: true, in_doubt: long_ago, ..Begun::default() }),
            b'O' if !long_ago => Phase::Ss3(Begun { late: true, ..Begun::default() }),
            b'\\' if !long_ago => Phase::Text,
            // No terminal answers so; a capital letter after an Esc is somebody's.
            b'^' | b'X' if long_ago => self.text(byte),
            _ => Reply::begun_by(byte, true, now).map_or_else(|| self.text(byte), Phase::Reply),
        }
    }

    pub(super) fn reply(&mut self, mut reply: Reply, byte: u8, now: Instant) -> Phase {
        match reply.take(byte, now) {
            Taken::More => Phase::Reply(reply),
            Taken::End => Phase::Text,
            Taken::Typed => {
                self.typed(&reply);
                self.text(byte)
            }
            Taken::BrokenOff => {
                if reply.is_in_doubt() {
                    self.typed(&reply);
                }
                if reply.ends_in_esc() { self.after_esc(byte, now) } else { self.text(byte) }
            }
        }
    }

    /// Gives as keys what looked like the beginning of an answer.
    pub(super) fn typed(&mut self, reply: &Reply) -> Phase {
        let first = char::from(reply.introducer());
        self.key(if reply.is_late() { Key::Char(first) } else { Key::Alt(first) });
        for byte in reply.body() {
            self.text(*byte);
        }
        Phase::Text
    }

    /// The bytes after the end of an answer that was given up, where they came together with it.
    pub(super) fn without_end_of_reply<'b>(&mut self, bytes: &'b [u8], now: Instant) -> &'b [u8] {
        let is_known = self.cut_off.is_some_and(|until| now <= until) && matches!(self.state, Phase::Text);
        let end = if is_known { reply::end(bytes) } else { None };
        let Some(rest) = end.and_then(|end| bytes.get(end..)) else { return bytes };
        self.cut_off = None;
        rest
    }
}

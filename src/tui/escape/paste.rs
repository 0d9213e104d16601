//! A pasted text, and where it ends.

use std::mem;

/// The most bytes that are kept; the rest is passed over.
const MOST: usize = 1 << 16;

const END: &[u8] = b"\x1b[201~";

#[derive(Debug, Default)]
pub(super) struct Paste {
    text: Vec<u8>,
    /// How many bytes of the end were seen last.
    ending: usize,
}

impl Paste {
    /// Takes a byte; says whether the text ended with it.
    pub(super) fn ends_with(&mut self, byte: u8) -> bool {
        if END.get(self.ending) == Some(&byte) {
            self.ending += 1;
            return self.ending == END.len();
        }
        // What looked like the end is text. The end begins with the only Esc in it.
        let looked = END.iter().take(mem::take(&mut self.ending));
        let room = MOST.saturating_sub(self.text.len());
        if Some(&byte) == END.first() {
            self.text.extend(looked.take(room));
            self.ending = 1;
        } else {
            self.text.extend(looked.chain([&byte]).take(room));
        }
        false
    }

    /// The text; none where it is empty.
    pub(super) fn text(&self) -> Option<String> {
        (!self.text.is_empty()).then(|| String::from_utf8_lossy(&self.text).into_owned())
    }
}

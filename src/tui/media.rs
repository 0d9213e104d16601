//! Text for what stands beside the terminal: a printer at its port, by the media copy of VT terminals, and the clipboard
//! of the machine on which it runs, by OSC 52. Nobody can say whether it got there.
//!
//! Neither moves the cursor where it is known. A terminal that does not know it may show the text, so the next picture
//! has to be drawn whole.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::text::is_text;

/// The most bytes of text that are sent at once: half a minute at 9600 bit/s, and in the letters of OSC 52 still within
/// what common terminals take.
pub const MOST: usize = 32 * 1024;

const PRINTER_ON: &str = "\x1b[5i";
pub(super) const PRINTER_OFF: &str = "\x1b[4i";
const TO_CLIPBOARD: &str = "\x1b]52;c;";
const END: &str = "\x07";

/// Where a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Medium {
    Printer,
    Clipboard,
}

impl Medium {
    /// All that is sent for a text. What is not text is left out, but for line ends, as the medium has them: no text ends
    /// the sequence before its end.
    pub fn bytes(self, text: &str) -> Vec<u8> {
        let text: String = text.chars().filter(|c| *c == '\n' || is_text(*c)).collect();
        match self {
            Self::Printer => [PRINTER_ON, &text.replace('\n', "\r\n"), PRINTER_OFF].concat().into_bytes(),
            Self::Clipboard => [TO_CLIPBOARD, &STANDARD.encode(&text), END].concat().into_bytes(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn nothing_but_text_and_line_ends_gets_to_the_printer() {
        for (text, sent) in [
            ("a\nb\n", "a\r\nb\r\n"),
            ("a\x1b[4ib", "a[4ib"),
            ("a\u{9b}4i\r\u{85}\u{7f}\0\t\x07b", "a4ib"),
            ("a\u{202e}b\u{2066}c\u{ad}d\u{feff}", "abcd"),
            ("año, ò\n\n", "año, ò\r\n\r\n"),
            ("", ""),
        ] {
            let bytes = String::from_utf8(Medium::Printer.bytes(text)).unwrap();
            assert_eq!(bytes, format!("\x1b[5i{sent}\x1b[4i"), "{text:?}");
        }
    }

    #[test]
    fn the_clipboard_gets_base_64() {
        for (text, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("ñ\n\u{7}", "w7EK"),
            ("~~~???", "fn5+Pz8/"),
        ] {
            let bytes = String::from_utf8(Medium::Clipboard.bytes(text)).unwrap();
            assert_eq!(bytes, format!("\x1b]52;c;{letters}\x07"), "{text:?}");
        }
    }
}

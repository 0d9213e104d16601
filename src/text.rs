//! Text as characters and cells: what is safe to show, how wide it is, how it is compared.
//!
//! The ground floor: imports nothing of the crate, and everything may import it.

mod nearest;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub use nearest::{nearest, suggest};

/// Whether a terminal only shows a character: no control character, and none that turns the direction of a line or
/// ends it unseen.
#[must_use]
pub fn is_text(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && !c.is_control()
}

/// Untrusted text as it may be shown: a blank for each character that is not text.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if is_text(c) { c } else { ' ' }).collect()
}

/// Text in ASCII, accents left out, with `?` for what has no likeness there.
#[must_use]
pub fn ascii(text: &str) -> String {
    deunicode::deunicode_with_tofu(text, "?")
}

/// Text as it is compared: without accents, surrounding blanks or capital letters.
#[must_use]
pub fn fold(text: &str) -> String {
    deunicode::deunicode(text).trim().to_lowercase()
}

/// Text with blanks after it up to a width in cells; longer text stays as it is.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text that takes at most a width in cells; an ellipsis shows that it was cut.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= width
    };
    let kept: String = text.chars().take_while(fits).collect();
    if width > 0 { kept + "…" } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        assert_eq!(clean("a\u{1b}[31mb\u{9b}c\u{202e}d\re\u{200f}f\u{2028}g"), "a [31mb c d e f g");
    }

    #[test]
    fn ascii_leaves_out_accents_and_marks_what_it_cannot_write() {
        assert_eq!(ascii("¿Nació aquí? «sí»"), "?Nacio aqui? <<si>>");
        assert_eq!(ascii("\u{e000}"), "?");
    }

    #[test]
    fn words_are_compared_without_accents_blanks_and_capitals() {
        assert_eq!(fold(" Haïtienne\u{301} "), "haitienne");
    }

    #[test]
    fn cells_are_counted_and_not_characters() {
        assert_eq!(pad("ñ日", 5), "ñ日  ");
        assert_eq!(pad("long", 2), "long");
        assert_eq!(["日本語", "abc"].map(|text| cut(text, 4)), ["日…", "abc"]);
        assert_eq!(["abc", "abc", "abc"].map(|text| cut(text, 2)), ["a…"; 3]);
        assert_eq!((cut("abc", 1), cut("abc", 0)), ("…".to_owned(), String::new()));
    }
}

//! Text as characters and cells: what is safe to show, how wide it is, how it is compared.
//!
//! The ground floor: imports nothing of the crate, and everything may import it.

mod glue;
mod letters;
mod nearest;

use std::ops::RangeInclusive;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub use glue::{glued, unglued};
pub use letters::is_printable;
pub use nearest::{nearest, suggest};

/// Whether a character is one that is read: no control character, and none of those that turn, part, hide or mark text
/// and are not seen themselves. What joins letters or keeps them apart (U+200C, U+200D) and the variation selectors to U+FE0F are parts
/// of words in some scripts, and change nothing around them.
pub fn is_text(c: char) -> bool {
    if c < '\u{ad}' {
        return !c.is_control();
    }
    // The last two of each plane are no characters.
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe;
    !(c.is_control() || is_noncharacter || UNSEEN.iter().any(|range| range.contains(&c)))
}

/// Characters beside the control characters that are not seen and are no part of a word: hyphens that may be, fillers, marks
/// of direction, ends of lines, blanks without width, notes between lines, and the tags and what is reserved beside them.
const UNSEEN: [RangeInclusive<char>; 17] = [
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180e}'..='\u{180e}',
    '\u{200b}'..='\u{200b}',
    '\u{200e}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fdd0}'..='\u{fdef}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fffb}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// Untrusted text as it may be shown: a blank for each character that is not text.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if is_text(c) { c } else { ' ' }).collect()
}

/// Text in ASCII, accents left out, with `?` for what has no likeness there.
pub fn ascii(text: &str) -> String {
    deunicode::deunicode_with_tofu(text, "?")
}

/// Text as it is compared: without accents, surrounding blanks or capital letters.
pub fn fold(text: &str) -> String {
    deunicode::deunicode(text).trim().to_ascii_lowercase()
}

/// Text with blanks after it up to a width in cells; longer text stays as it is.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text that takes at most a width in cells; an ellipsis shows that it was cut.
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

/// What somebody wrote, as an error message quotes it: cut, and without control characters.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(MOST).collect();
    let start = start.escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\"");
    // A mark that stands on a letter is not escaped, also where nobody sees it.
    let start = clean(&start);
    format!("\"{start}{}\"", if chars.next().is_some() { "…" } else { "" })
}

#[cfg(test)]
mod tests;

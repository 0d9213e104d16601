//! Text as characters and cells: what is safe to show, how wide it is, how it is compared.
//!
//! The ground floor: imports nothing of the crate, and everything may import it.

mod glue;
mod letters;
mod nearest;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub use glue::{glued, unglued};
pub use letters::is_printable;
pub use nearest::{nearest, suggest};

/// Whether a terminal only shows a character: no control character, and none that turns the direction of a line or
/// ends it unseen.
pub fn is_text(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && !c.is_control()
}

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
    deunicode::deunicode(text).trim().to_lowercase()
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
    format!("\"{start}{}\"", if chars.next().is_some() { "…" } else { "" })
}

#[cfg(test)]
mod tests;

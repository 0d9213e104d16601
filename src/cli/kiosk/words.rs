//! Splits a command into words, as a shell does with quotes, and does nothing else that a shell does.

use crate::text::is_text;

/// The most bytes of a command: far more than those take that are let through.
const LONGEST: usize = 4096;

/// What a shell takes for more than a character, outside of quotes.
const SPECIAL: &str = ";&|<>$`(){}[]*?~!#\\";

/// What it takes for more between double quotes.
const SPECIAL_IN_DOUBLE: &str = "$`\\!";

/// The words of a command; none where a shell would do anything with it but to split it, where a quote is not closed, and
/// where it has characters that are no text.
pub(super) fn split(command: &str) -> Option<Vec<String>> {
    if command.len() > LONGEST || !command.chars().all(is_text) {
        return None;
    }
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (Some('"'), c) if SPECIAL_IN_DOUBLE.contains(c) => return None,
            (None, ' ') => words.extend(word.take()),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if SPECIAL.contains(c) => return None,
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_by_blanks_and_held_together_by_quotes() {
        for (command, words) in [
            ("", &[][..]),
            ("  ", &[]),
            ("offices", &["offices"]),
            (" find  a b ", &["find", "a", "b"]),
            ("find 'a; b' \"c | d\"", &["find", "a; b", "c | d"]),
            ("find a'b'\"c\"d", &["find", "abcd"]),
            ("find '' \"\"", &["find", "", ""]),
            ("find '\"' \"'\"", &["find", "\"", "'"]),
            ("find ñandú", &["find", "ñandú"]),
            ("find '$HOME' '`id`'", &["find", "$HOME", "`id`"]),
        ] {
            assert_eq!(
                split(command).as_deref(),
                Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>().as_slice()),
                "{command}"
            );
        }
    }

    #[test]
    fn whatever_a_shell_would_do_more_is_refused() {
        for c in SPECIAL.chars() {
            assert_eq!(split(&format!("find a{c}b")), None, "{c}");
        }
        for command in [
            "'",
            "\"",
            "find 'a",
            "find a\"",
            "find \"$(id)\"",
            "find \"`id`\"",
            "find \"a\\\"",
            "a\nb",
            "a\tb",
            "a\0b",
            "a\u{202e}b",
            "\u{1b}[2J",
        ] {
            assert_eq!(split(command), None, "{command:?}");
        }
        assert_eq!(split(&"a".repeat(LONGEST + 1)), None);
        assert!(split(&"a".repeat(LONGEST)).is_some());
    }
}

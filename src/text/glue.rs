//! What must not be broken over two lines: a number in groups of digits, and a date.

/// The blank at which no line is broken.
const NO_BREAK: char = '\u{a0}';

/// The most words of a date: "11 de junio de 2023".
const LONGEST: usize = 5;

/// A text to be wrapped: no line ends inside of a number or a date. [`unglued`] gives the lines their blanks back.
pub fn glued(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    // Up to which word all stay together.
    let mut whole = 0;
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            out.push(if n <= whole { NO_BREAK } else { ' ' });
        }
        out.push_str(word);
        whole = whole.max(n + last_of(words.get(n..).unwrap_or_default()));
    }
    out
}

/// A wrapped line with plain blanks.
pub fn unglued(line: &str) -> String {
    line.replace(NO_BREAK, " ")
}

/// How many words after the first one belong to it.
fn last_of(words: &[&str]) -> usize {
    let [first, rest @ ..] = words else { return 0 };
    let has_day = ends_in_digit(first);
    if !has_day && !is_word(first.trim_start_matches(|c: char| !c.is_alphanumeric())) {
        return 0;
    }
    let digits = if has_day { rest.iter().take_while(|word| begins_with_digit(word)).count() } else { 0 };
    let is_date = |n: &usize| match rest.get(..*n) {
        Some([between @ .., last]) => is_year(last) && are_of_date(between, usize::from(has_day)),
        _ => false,
    };
    digits.max((1..LONGEST).find(is_date).unwrap_or(0))
}

/// Whether words can stand inside of a date: months at most, and what joins them.
fn are_of_date(words: &[&str], months: usize) -> bool {
    let names = words.iter().filter(|word| word.chars().count() > 2).count();
    names <= months && words.iter().all(|word| is_word(word))
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphabetic)
}

/// Four digits that can be a year of somebody's life, and what ends a sentence or a remark.
fn is_year(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().skip(4).all(|c| !c.is_alphanumeric())
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

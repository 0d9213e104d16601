//! What is typed for a date, cut into numbers, words and signs.

use deunicode::deunicode_char;

use super::TypedDateError;
use crate::content::Sense;
use crate::content::hearing::Word;

/// The most pieces of a date that anybody writes.
const MOST: usize = 48;

/// Letters that forms print where a part is to be written.
const OPEN: [&str; 7] = ["dd", "mm", "yy", "aa", "jj", "yyyy", "aaaa"];

/// A number, a word or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, and how many digits it was written with.
    Digits(u32, usize),
    /// A number that can only be a day by the sign after it: `11º`, `1.º`.
    Ordinal(u32),
    Word(Word),
    /// Two dots or more.
    Open,
    And,
    /// `+` after a date.
    Plus,
    /// `<`, `<=`, `>`, `>=`.
    Compared(Sense),
    /// What stands for a part that is not known: `xx`, `??`.
    Blank,
    /// A sign such as `~`, by which a date is only nearly given.
    Unclear,
    /// A sign that no date has.
    Other,
}

/// A token, with what stood before it.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) token: Token,
    /// Of `/`, `-`, `.` and `,` those that were typed, a comma also for quotes and brackets; `P` for a part that was
    /// left open, as in `??/06/2023` and `11,,2023`.
    pub(super) signs: String,
    /// Whether nothing at all is between it and the piece before.
    pub(super) glued: bool,
}

/// The words that pieces begin with, with nothing but blanks or dashes between.
pub(super) fn words(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().enumerate().map_while(|(at, piece)| match &piece.token {
        Token::Word(word) if at == 0 || matches!(piece.signs.as_str(), "" | "-") => Some(word.plain.as_str()),
        _ => None,
    })
}

/// A character as it is compared, and what it was.
#[derive(Debug, Clone, Copy)]
struct Sign {
    c: char,
    is_accented: bool,
}

/// Cuts a text. Signs after the last piece stand in an own string.
pub(super) fn pieces(text: &str) -> Result<(Vec<Piece>, String), TypedDateError> {
    let all = plain(text);
    let mut rest = without_end(&all);
    let (mut found, mut signs, mut touched): (Vec<Piece>, String, bool) = (Vec::new(), String::new(), true);
    while let Some(first) = rest.first() {
        let (run, after) = rest.split_at_checked(run(rest)).unwrap_or((rest, &[]));
        rest = after;
        let is_beside =
            signs.ends_with(['/', '-', '.']) || matches!(after.first(), Some(Sign { c: '/' | '-' | '.', .. }));
        let token = match first.c {
            _ if is_beside && is_open(run) => {
                signs.push('P');
                continue;
            }
            'º' => {
                found.last_mut().into_iter().for_each(|last| ordinal(last, &signs));
                signs.clear();
                continue;
            }
            '/' | '-' | '.' | ',' if run.len() == 1 => {
                signs.push(first.c);
                touched = false;
                continue;
            }
            ' ' => {
                touched = false;
                continue;
            }
            // "Arrived: 2019".
            ':' if touched && matches!(found.last(), Some(Piece { token: Token::Word(_), .. })) => {
                touched = false;
                continue;
            }
            _ => token(run, signs.contains('-')),
        };
        found.push(Piece { token, signs: left_out(std::mem::take(&mut signs)), glued: touched });
        touched = true;
        if found.len() > MOST {
            return Err(TypedDateError::Form);
        }
    }
    Ok((found, signs))
}

/// How many of the first signs belong together.
fn run(rest: &[Sign]) -> usize {
    let Some(first) = rest.first() else { return 0 };
    let same: fn(char) -> bool = match first.c {
        c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
        'º' => |_| false,
        c if c.is_alphabetic() => |c| c.is_alphabetic() && c != 'º',
        '.' => |c| c == '.',
        '?' | '_' | '*' => |c| matches!(c, '?' | '_' | '*'),
        '<' | '>' => |c| matches!(c, '<' | '>' | '='),
        _ => |_| false,
    };
    1 + rest.iter().skip(1).take_while(|sign| same(sign.c)).count()
}

fn token(run: &[Sign], is_arrow: bool) -> Token {
    let text: String = run.iter().map(|sign| sign.c).collect();
    match text.as_str() {
        "<" if !is_arrow => Token::Compared(Sense::Before),
        "<=" if !is_arrow => Token::Compared(Sense::Until),
        ">" if !is_arrow => Token::Compared(Sense::After),
        ">=" if !is_arrow => Token::Compared(Sense::Since),
        "+" => Token::Plus,
        "&" => Token::And,
        text if text.starts_with(|c: char| c.is_ascii_digit()) => {
            Token::Digits(text.parse().unwrap_or(u32::MAX), text.len())
        }
        _ if run.len() > 1 && is_open(run) => Token::Blank,
        text if text.starts_with("..") => Token::Open,
        text if text.starts_with(char::is_alphabetic) => {
            let accented = run.iter().flat_map(|sign| [Some(sign.c), sign.is_accented.then_some('\'')]).flatten();
            Token::Word(Word { accented: accented.collect(), plain: text.to_owned() })
        }
        "~" | "?" | "_" | "=" | "*" => Token::Unclear,
        _ => Token::Other,
    }
}

/// Whether a run of signs stands for a part that is not known.
fn is_open(run: &[Sign]) -> bool {
    let text: String = run.iter().map(|sign| sign.c).collect();
    OPEN.contains(&&*text) || run.iter().all(|sign| matches!(sign.c, '?' | '_' | '*' | 'x'))
}

/// Makes the number before the sign `º` a day.
fn ordinal(Piece { token, .. }: &mut Piece, signs: &str) {
    *token = match token {
        Token::Digits(day @ 1..=31, 1 | 2) if matches!(signs, "" | ".") => Token::Ordinal(*day),
        _ => Token::Other,
    };
}

/// Between two commas a part was left out, and so it was between a comma and another sign.
fn left_out(mut signs: String) -> String {
    let commas = signs.matches(',').count();
    if commas > 1 || (commas == 1 && signs.contains(['/', '-', '.'])) {
        signs.push('P');
    }
    signs
}

fn without_end(all: &[Sign]) -> &[Sign] {
    let mut rest = all;
    while let [before @ .., last] = rest {
        let is_open = last.c == '.' && before.last().is_some_and(|sign| sign.c == '.');
        if is_open || !matches!(last.c, '.' | '!' | ',' | ' ' | ':') {
            break;
        }
        rest = before;
    }
    rest
}

/// The signs of a text as they are compared: small letters of the Latin alphabet, one dash, one comma, one blank.
fn plain(text: &str) -> Vec<Sign> {
    let mut found: Vec<Sign> = Vec::new();
    for c in text.replace("+/-", "~").replace("+-", "~").chars() {
        let is_accented = !c.is_ascii() && c.is_alphabetic();
        let alike = match c {
            '\u{2026}' | '\u{2025}' => "..",
            '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
            '"'
            | '\''
            | '`'
            | '('
            | ')'
            | '['
            | ']'
            | ';'
            | '\u{ab}'
            | '\u{bb}'
            | '\u{b4}'
            | '\u{2018}'..='\u{201f}'
            | '\u{2039}'
            | '\u{203a}' => ",",
            '\u{ba}' | '\u{aa}' | '\u{b0}' => "º",
            '\u{a1}' => " ",
            '\u{b1}' | '\u{2248}' => "~",
            '\u{2264}' => "<=",
            '\u{2265}' => ">=",
            '\u{2190}'..='\u{21ff}' => "#",
            c if c.is_whitespace() => " ",
            c if c.is_control() => "#",
            c => deunicode_char(c).unwrap_or("#"),
        };
        // An accent that is a sign of its own.
        if alike.is_empty()
            && let Some(last) = found.last_mut()
        {
            last.is_accented = true;
        }
        found.extend(alike.chars().flat_map(char::to_lowercase).map(|c| Sign { c, is_accented }));
    }
    found
}

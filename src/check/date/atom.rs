//! What is typed for a date, cut into numbers, words and signs, each with what it can mean.

use super::TypedDateError;
use crate::content::Sense;
use crate::content::hearing::Lexicon;
use crate::text::fold;

/// The most atoms of a date that anybody writes.
const MOST: usize = 24;

/// The fewest letters by which a month is known as the beginning of its name.
const BEGUN: usize = 3;

/// The fewest letters of which one may be wrong.
const MISSPELT: usize = 5;

/// A part of a typed date, with what stood before it.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) piece: Piece,
    /// The signs between it and the atom before: of `/`, `-` and `.` those that were typed, `P` for a part that was
    /// left open, as in `??/06/2023`.
    pub(super) before: String,
    /// Whether nothing at all is between it and the atom before.
    glued: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A number that can only be a day: `11th`.
    Day(u32),
    Words(Vec<Sense>),
    /// Two dots or more.
    Open,
    /// A sign such as `~`, by which a date is only nearly given.
    Sign,
    /// A sign that no date has.
    Other,
    /// A word without meaning.
    Unknown,
}

impl Atom {
    pub(super) fn new(piece: Piece) -> Self {
        Self { piece, before: String::new(), glued: false }
    }

    /// An ending with no number before it is no word.
    fn alone(self) -> Self {
        let is_ending = matches!(&self.piece, Piece::Words(senses) if senses.iter().all(|s| *s == Sense::Ordinal));
        if is_ending { Self { piece: Piece::Unknown, ..self } } else { self }
    }

    pub(super) fn is(&self, sense: Sense) -> bool {
        matches!(&self.piece, Piece::Words(senses) if senses.contains(&sense))
    }

    /// The month that it names.
    pub(super) fn month(&self) -> Option<u32> {
        let Piece::Words(senses) = &self.piece else { return None };
        senses.iter().find_map(|sense| if let Sense::Month(month) = sense { Some(*month) } else { None })
    }

    /// The day that it names.
    pub(super) fn day(&self) -> Option<u32> {
        match &self.piece {
            Piece::Day(day) => Some(*day),
            Piece::Words(senses) => {
                senses.iter().find_map(|sense| if let Sense::Day(day) = sense { Some(*day) } else { None })
            }
            _ => None,
        }
    }

    /// Whether it has no meaning in a date.
    pub(super) fn is_unknown(&self) -> bool {
        let others = [Sense::Weekday, Sense::Dropped, Sense::Between, Sense::To, Sense::Or, Sense::Vague];
        match &self.piece {
            Piece::Unknown => true,
            Piece::Words(_) => {
                let counts = self.month().is_some() || self.day().is_some() || self.side().is_some();
                !counts && !others.into_iter().any(|sense| self.is(sense))
            }
            _ => false,
        }
    }

    /// Whether it opens a date to one side, and how.
    pub(super) fn side(&self) -> Option<Sense> {
        [Sense::Until, Sense::Since, Sense::Before, Sense::After].into_iter().find(|sense| self.is(*sense))
    }

    /// Whether it may stand in a date and adds nothing to it.
    pub(super) fn says_nothing(&self) -> bool {
        let says = self.month().is_some() || self.day().is_some() || self.side().is_some();
        !says && !self.is(Sense::To) && (self.is(Sense::Dropped) || self.is(Sense::Weekday))
    }
}

/// Cuts a text; what is read as months are also their beginnings, and names with one letter wrong.
pub(super) fn atoms(lexicon: &Lexicon, text: &str) -> Result<Vec<Atom>, TypedDateError> {
    let mut pieces = cut(text)?;
    let mut found: Vec<Atom> = Vec::new();
    while !pieces.is_empty() {
        let words = pieces.iter().take_while(|(raw, _)| matches!(raw, Raw::Letters(_))).count();
        let taken = (1..=words.min(lexicon.longest())).rev().find_map(|count| {
            let phrase: Vec<&str> = pieces.iter().take(count).map(|(raw, _)| raw.letters()).collect();
            let senses = lexicon.senses(&phrase.join(" "));
            (!senses.is_empty()).then(|| (count, Piece::Words(senses.to_vec())))
        });
        let (count, piece) = taken.unwrap_or_else(|| {
            let first = pieces.first().map(|(raw, _)| raw);
            (1, first.map_or(Piece::Unknown, |raw| raw.piece(lexicon)))
        });
        let mut used = pieces.drain(..count);
        let Some((_, gap)) = used.next() else { break };
        drop(used);
        let atom = Atom { piece, before: gap.signs, glued: gap.is_none };
        match found.last_mut() {
            Some(last) if is_ordinal(last, &atom) => {
                if let Piece::Number(day, _) = last.piece {
                    last.piece = Piece::Day(day);
                }
            }
            _ => found.push(atom.alone()),
        }
        if found.len() > MOST {
            return Err(TypedDateError::Form);
        }
    }
    Ok(found)
}

/// Whether an atom is the ending that makes the number before it a day.
fn is_ordinal(number: &Atom, ending: &Atom) -> bool {
    let Piece::Words(senses) = &ending.piece else { return false };
    let only = senses.iter().all(|sense| *sense == Sense::Ordinal);
    matches!(number.piece, Piece::Number(1..=31, 1 | 2)) && ending.is(Sense::Ordinal) && (ending.glued || only)
}

enum Raw {
    Digits(u32, usize),
    Letters(String),
    Open,
    Sign,
    Other,
}

impl Raw {
    fn letters(&self) -> &str {
        if let Self::Letters(word) = self { word } else { "" }
    }

    fn piece(&self, lexicon: &Lexicon) -> Piece {
        match self {
            Self::Digits(value, length) => Piece::Number(*value, *length),
            Self::Letters(word) => month(lexicon, word).map_or(Piece::Unknown, |month| Piece::Words(vec![month])),
            Self::Open => Piece::Open,
            Self::Sign => Piece::Sign,
            Self::Other => Piece::Other,
        }
    }
}

/// What is between two pieces.
#[derive(Default)]
struct Gap {
    signs: String,
    is_none: bool,
}

fn cut(text: &str) -> Result<Vec<(Raw, Gap)>, TypedDateError> {
    let dots = text.replace(['\u{2026}', '\u{2025}'], "..");
    let dashes =
        dots.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'], "-");
    let folded = fold(&dashes);
    let text = match folded.trim_end_matches(['!', ',', ';', ' ']) {
        open if open.ends_with("..") => open,
        closed => closed.trim_end_matches(['.', '!', ' ']),
    };
    let mut chars = text.chars().peekable();
    let (mut pieces, mut signs, mut touched) = (Vec::new(), String::new(), true);
    while let Some(first) = chars.next() {
        let mut run = first.to_string();
        let same: fn(char) -> bool = match first {
            c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => char::is_alphabetic,
            '.' => |c| c == '.',
            '?' | '_' => |c| matches!(c, '?' | '_'),
            _ => |_| false,
        };
        while let Some(next) = chars.next_if(|next| same(*next)) {
            run.push(next);
        }
        let left_open = run.chars().all(|c| matches!(c, '?' | '_' | 'x'))
            && (signs.ends_with(['/', '-', '.']) || matches!(chars.peek(), Some('/' | '-' | '.')));
        let raw = match first {
            _ if left_open => {
                signs.push('P');
                continue;
            }
            c if c.is_ascii_digit() => Raw::Digits(run.parse().unwrap_or(u32::MAX), run.len()),
            c if c.is_alphabetic() => Raw::Letters(run),
            '.' if run.len() > 1 => Raw::Open,
            '/' | '-' | '.' => {
                signs.push(first);
                touched = false;
                continue;
            }
            ' ' | ',' | ';' | '\'' | '(' | ')' | '"' | '`' => {
                touched = false;
                continue;
            }
            '~' | '?' | '+' | '<' | '>' | '=' | '*' => Raw::Sign,
            _ => Raw::Other,
        };
        pieces.push((raw, Gap { signs: std::mem::take(&mut signs), is_none: touched }));
        touched = true;
        if pieces.len() > MOST * 2 {
            return Err(TypedDateError::Form);
        }
    }
    // "2019-" can mean from then on; what is left open in so many words is only not known.
    if let ([(Raw::Digits(_, 4), _)], true) = (pieces.as_slice(), !signs.is_empty() && !signs.contains('P')) {
        return Err(TypedDateError::Vague);
    }
    Ok(pieces)
}

/// The month that a word names by its beginning, or with one letter wrong, if it is one only.
fn month(lexicon: &Lexicon, word: &str) -> Option<Sense> {
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut months: Vec<Sense> = lexicon
            .iter()
            .filter(|(name, _)| fits(name))
            .flat_map(|(_, senses)| senses.iter().filter(|sense| matches!(sense, Sense::Month(_))).copied())
            .collect();
        months.sort_by_key(|sense| if let Sense::Month(month) = sense { *month } else { 0 });
        months.dedup();
        if let [one] = months.as_slice() { Some(*one) } else { None }
    };
    let length = word.chars().count();
    if length < BEGUN {
        return None;
    }
    only(&|name| name.starts_with(word)).or_else(|| {
        let near = |name: &str| {
            let other = name.chars().count();
            other >= MISSPELT && other.abs_diff(length) <= 1 && strsim::osa_distance(name, word) == 1
        };
        if length >= MISSPELT { only(&near) } else { None }
    })
}

//! The pieces of a typed date, each with everything that it can mean.

use super::cut::{Piece, Token};
use super::{fit, month, tongue};
use crate::content::hearing::{CalendarUnit, Lexicon, Word, spaced};
use crate::content::{Content, Country, NameKind, Sense};

/// The most words of a country's name.
const NAME: usize = 5;

/// What a part of a date can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtomRole {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A number that can only be a day: `11th`.
    Day(u32),
    Month(u32),
    /// From 1, Monday.
    Weekday(u32),
    /// Before a weekday, the one of a month that is meant: "first Sunday of June 2023".
    Nth(u32),
    /// The same, with none after it.
    Last,
    /// A part that is not known.
    Blank,
    /// Makes the number after it a month: "month 6".
    MonthIs,
    /// The one day, month or year beside a date: "the year before 2023".
    Unit(CalendarUnit),
    /// Adds nothing: "of", "came in".
    Filler,
    /// The country that is asked about.
    Place,
    /// Opens a date to one side, and how.
    Side(Sense),
    /// After a date: that date or later.
    Onward,
    Between,
    To,
    And,
    Or,
    /// Two dots or more.
    Open,
    Vague,
    Relative,
    /// The day of asking.
    Now,
    TillNow,
    Not,
    /// A return or a departure.
    Again,
}

/// A part of a typed date, with what stood before it.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    /// What it can be; nothing where it is not understood.
    pub(super) roles: Vec<AtomRole>,
    /// The signs between it and the atom before.
    pub(super) before: String,
    /// Whether it is a word of its own, and no sign.
    pub(super) is_word: bool,
    /// Whether it tells that somebody came, or did something else.
    pub(super) is_event: bool,
    /// The languages that it can be of, a bit for each.
    pub(super) tongues: u8,
    /// Whether it may be meant for something else, and so is asked.
    pub(super) is_doubtful: bool,
}

impl Atom {
    /// A part that was left out.
    pub(super) fn blank() -> Self {
        Self::of(vec![AtomRole::Blank], String::new())
    }

    fn of(roles: Vec<AtomRole>, before: String) -> Self {
        Self { roles, before, is_word: false, is_event: false, tongues: u8::MAX, is_doubtful: false }
    }

    pub(super) fn is(&self, role: AtomRole) -> bool {
        self.roles.contains(&role)
    }

    pub(super) fn is_year(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, AtomRole::Number(_, 4)))
    }

    /// Whether it is a year that somebody can have come in.
    pub(super) fn is_calendar_year(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, AtomRole::Number(1900..2200, 4)))
    }

    pub(super) fn is_month(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, AtomRole::Month(_)))
    }

    pub(super) fn is_part(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, AtomRole::Number(..) | AtomRole::Month(_)))
    }
}

/// What each piece can mean, as many words at once as mean something together. `place` is the country that is asked
/// about: its name adds nothing to a date.
pub(super) fn atoms(content: &Content, place: Option<&Country>, pieces: &[Piece]) -> Vec<Atom> {
    let mut rest = pieces;
    let mut found: Vec<Atom> = Vec::new();
    while let Some(first) = rest.first() {
        let words: Vec<&Word> = rest.iter().map_while(|piece| word(&piece.token)).collect();
        let named = named(content, place, &words);
        let (count, roles) = named
            .and_then(|(count, is_here)| is_here.then(|| (count, vec![AtomRole::Place])))
            .or_else(|| phrase(content.lexicon(), &words, found.is_empty()))
            .unwrap_or_else(|| (1, lone(content.lexicon(), &first.token)));
        // Who came to another country says nothing of this one.
        let is_elsewhere = roles.is_empty() && named.is_some();
        let (taken, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = after;
        if let (Some(number), [Piece { token: Token::Word(ending), glued, .. }]) = (found.last_mut(), taken)
            && make_ordinal(number, content.lexicon(), ending, *glued)
        {
            continue;
        }
        let is_beside = touches_digits(taken, rest, found.last());
        let roles = if is_beside { glued(content.lexicon(), taken, roles) } else { roles };
        let roles = if stands_for_number(taken, rest) { Vec::new() } else { roles };
        let taken: Vec<&Word> = taken.iter().filter_map(|piece| word(&piece.token)).collect();
        found.push(Atom {
            is_word: !words.is_empty() && !is_beside && !is_elsewhere,
            // In one language a word for coming is also the one between two dates.
            is_event: tongue::is_event(content.lexicon(), &taken) && !roles.contains(&AtomRole::To),
            is_doubtful: tongue::is_doubtful(content.lexicon(), &taken),
            tongues: tongue::of(content.lexicon(), &taken),
            ..Atom::of(roles, first.signs.clone())
        });
    }
    tongue::settle(&mut found);
    fit::fit(&mut found);
    found
}

fn word(token: &Token) -> Option<&Word> {
    if let Token::Word(word) = token { Some(word) } else { None }
}

/// Whether the first words name the country or a town of it, or another one, and how many they are.
fn named(content: &Content, place: Option<&Country>, words: &[&Word]) -> Option<(usize, bool)> {
    let place = place?;
    (1..=words.len().min(NAME)).rev().find_map(|count| {
        let text = words.iter().take(count).map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ");
        let names = [&*text].into_iter().chain(content.towns(&text)).map(|name| spaced(name).replace(' ', ""));
        let is_place = |letters: String| {
            let countries = content.names().exactly(&letters).filter(|name| name.kind == NameKind::Name);
            countries.map(|name| name.code == place.id).max()
        };
        names.filter_map(is_place).max().map(|is_here| (count, is_here))
    })
}

/// The longest phrase that means something.
fn phrase(lexicon: &Lexicon, words: &[&Word], is_first: bool) -> Option<(usize, Vec<AtomRole>)> {
    // What begins a phrase can be a month where something stands before it: "17 de mas de 2022", but not "mas de 2022".
    let alone = words.first().map(|word| lexicon.heard(&[word])).unwrap_or_default();
    let is_month = !is_first && alone.iter().any(|sense| matches!(sense, Sense::Month(_)));
    let most = if is_month { 1 } else { words.len().min(lexicon.longest()) };
    (1..=most).rev().find_map(|count| {
        let roles: Vec<AtomRole> = lexicon.heard(words.get(..count)?).iter().filter_map(|sense| role(*sense)).collect();
        (!roles.is_empty()).then_some((count, roles))
    })
}

fn role(sense: Sense) -> Option<AtomRole> {
    Some(match sense {
        Sense::Month(month) => AtomRole::Month(month),
        Sense::Day(day) => AtomRole::Day(day),
        Sense::Weekday(day) => AtomRole::Weekday(day),
        Sense::Blank => AtomRole::Blank,
        Sense::MonthIs => AtomRole::MonthIs,
        Sense::Unit(unit) => AtomRole::Unit(unit),
        Sense::Dropped => AtomRole::Filler,
        Sense::Here => AtomRole::Place,
        Sense::Before | Sense::Until | Sense::After | Sense::Since => AtomRole::Side(sense),
        Sense::Onward => AtomRole::Onward,
        Sense::Between => AtomRole::Between,
        Sense::To => AtomRole::To,
        Sense::And => AtomRole::And,
        Sense::Or => AtomRole::Or,
        Sense::Vague | Sense::DontKnow => AtomRole::Vague,
        Sense::Relative => AtomRole::Relative,
        Sense::Now => AtomRole::Now,
        Sense::TillNow => AtomRole::TillNow,
        Sense::Not => AtomRole::Not,
        Sense::Last => AtomRole::Last,
        Sense::Again => AtomRole::Again,
        _ => return None,
    })
}

/// What one piece can mean that is no word of the content.
fn lone(lexicon: &Lexicon, token: &Token) -> Vec<AtomRole> {
    vec![match token {
        Token::Digits(value, length) => AtomRole::Number(*value, *length),
        Token::Ordinal(day) => AtomRole::Day(*day),
        Token::Word(word) => return month::near(lexicon, &word.plain).map(AtomRole::Month).into_iter().collect(),
        Token::Open => AtomRole::Open,
        Token::And => AtomRole::And,
        Token::Plus => AtomRole::Onward,
        Token::Compared(sense) => AtomRole::Side(*sense),
        Token::Blank => AtomRole::Blank,
        Token::Unclear => AtomRole::Vague,
        Token::Other => return Vec::new(),
    }]
}

/// Whether one letter stands where a number does: in "I/2022" it is no word that adds nothing.
fn stands_for_number(taken: &[Piece], rest: &[Piece]) -> bool {
    let is_letter = matches!(taken, [Piece { token: Token::Word(word), .. }] if word.plain.len() == 1);
    is_letter && rest.first().is_some_and(|next| next.signs.contains(['/', '-']))
}

/// Whether words stand beside a number with nothing between.
fn touches_digits(taken: &[Piece], rest: &[Piece], before: Option<&Atom>) -> bool {
    let is_word = matches!(taken, [Piece { token: Token::Word(_) | Token::Blank, .. }, ..]);
    let follows = taken.first().is_some_and(|piece| piece.glued)
        && before.is_some_and(|atom| matches!(atom.roles.as_slice(), [AtomRole::Number(..)]));
    let leads = rest.first().is_some_and(|piece| piece.glued && matches!(piece.token, Token::Digits(..)));
    is_word && (follows || leads)
}

/// What words can mean that touch a number: one letter can be a slip for a digit, as in `l1` and `2O19`, and several can
/// be words without blanks, as in `11demayode2022`.
fn glued(lexicon: &Lexicon, taken: &[Piece], roles: Vec<AtomRole>) -> Vec<AtomRole> {
    match taken {
        // "Q2 2023".
        [Piece { token: Token::Word(word), .. }] if word.plain == "q" => roles,
        // "1990s".
        [Piece { token: Token::Word(word), .. }] if word.plain == "s" => vec![AtomRole::Vague],
        [Piece { token: Token::Word(word), .. }] if word.plain.len() == 1 => Vec::new(),
        [Piece { token: Token::Word(word), .. }] if roles.is_empty() => {
            month::within(lexicon, &word.plain).map(AtomRole::Month).into_iter().collect()
        }
        [Piece { token: Token::Blank, .. }] => vec![AtomRole::Vague],
        _ => roles,
    }
}

/// Makes the number before an ending a day. `1o` is the first in one language and a slip for 10 in all.
fn make_ordinal(number: &mut Atom, lexicon: &Lexicon, ending: &Word, is_glued: bool) -> bool {
    let senses = lexicon.heard(&[ending]);
    let only = senses.iter().all(|sense| *sense == Sense::Ordinal);
    let [AtomRole::Number(day @ 1..=31, 1 | 2)] = number.roles.as_slice() else { return false };
    if !senses.contains(&Sense::Ordinal) || !(is_glued || only) {
        return false;
    }
    let (day, ten) = (*day, *day * 10);
    number.roles = vec![AtomRole::Day(day)];
    if ending.plain == "o" && ten <= 31 {
        number.roles.push(AtomRole::Number(ten, 2));
    }
    true
}

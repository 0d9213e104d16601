//! How well one word fits one text.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// How well a word fits, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// With one spelling error, in a long word two.
    Slip,
    /// Its letters are close together in a word, in their order.
    Scattered,
    /// It is inside a word.
    Inside,
    /// A word begins with it.
    Start,
    Word,
    /// The whole name begins with it.
    Head,
}

impl Grade {
    /// Its score in a name.
    pub(super) fn in_name(self) -> u32 {
        match self {
            Self::Head => 1050,
            Self::Word => 1000,
            Self::Start => 800,
            // A part of a word may be chance: a whole word of a text counts for more.
            Self::Inside => 50,
            Self::Scattered => 30,
            Self::Slip => 25,
        }
    }

    /// Its score in a text: lower than in a name.
    pub(super) fn in_text(self) -> u32 {
        match self {
            Self::Head | Self::Word | Self::Start => self.in_name() / 10,
            Self::Inside | Self::Scattered | Self::Slip => self.in_name() / 2,
        }
    }

    /// Whether it may be a coincidence.
    pub(super) fn is_loose(self) -> bool {
        matches!(self, Self::Slip | Self::Scattered)
    }
}

/// One word that is looked for.
#[derive(Debug)]
pub(super) struct Needle {
    word: String,
    substring: Atom,
    fuzzy: Atom,
}

impl Needle {
    /// A word without accents, in lower case.
    pub(super) fn new(word: &str) -> Self {
        let atom = |kind| Atom::new(word, CaseMatching::Ignore, Normalization::Never, kind, false);
        Self { word: word.to_owned(), substring: atom(AtomKind::Substring), fuzzy: atom(AtomKind::Fuzzy) }
    }

    /// Whether it is a folded word.
    pub(super) fn is(&self, word: &str) -> bool {
        self.word == word
    }

    fn len(&self) -> usize {
        self.word.chars().count()
    }
}

pub(super) struct Grader {
    matcher: Matcher,
    places: Vec<u32>,
    /// Whether words with spelling errors fit too.
    pub(super) slips: bool,
}

/// A shorter word inside another one means nothing.
const SHORTEST_INSIDE: usize = 3;
/// A shorter word fits almost anything.
const SHORTEST_FUZZY: usize = 4;

impl Grader {
    pub(super) fn new() -> Self {
        Self { matcher: Matcher::new(Config::DEFAULT), places: Vec::new(), slips: false }
    }

    /// How well a word fits a folded name.
    pub(super) fn name(&mut self, needle: &Needle, name: &str) -> Option<Grade> {
        let head = name.starts_with(&needle.word).then_some(Grade::Head);
        head.or_else(|| self.text(needle, name))
            .or_else(|| self.scattered(needle, name))
            .or_else(|| self.slip(needle, name))
    }

    /// How well a word fits a folded text, only as a substring.
    pub(super) fn text(&mut self, needle: &Needle, text: &str) -> Option<Grade> {
        let text = Utf32Str::Ascii(text.as_bytes());
        let (_, last, starts) = self.span(&needle.substring, text)?;
        let ends = !is_letter(text, last + 1);
        match (starts, ends) {
            (true, true) => Some(Grade::Word),
            (true, false) => Some(Grade::Start),
            (false, _) => (needle.len() >= SHORTEST_INSIDE).then_some(Grade::Inside),
        }
    }

    /// The first and the last place of what fits, and whether a word begins there.
    fn span(&mut self, atom: &Atom, text: Utf32Str<'_>) -> Option<(u32, u32, bool)> {
        self.places.clear();
        atom.indices(text, &mut self.matcher, &mut self.places)?;
        let (first, last) = (*self.places.first()?, *self.places.last()?);
        Some((first, last, first.checked_sub(1).is_none_or(|before| !is_letter(text, before))))
    }

    /// Its letters in the same order within one word, from its start and with few others between.
    fn scattered(&mut self, needle: &Needle, name: &str) -> Option<Grade> {
        if needle.len() < SHORTEST_FUZZY {
            return None;
        }
        let name = Utf32Str::Ascii(name.as_bytes());
        let (first, last, starts) = self.span(&needle.fuzzy, name)?;
        let most = needle.len() + needle.len() / 2;
        let span = usize::try_from(last - first).ok()? + 1;
        let one_word = (first..=last).all(|place| is_letter(name, place));
        (starts && one_word && span <= most).then_some(Grade::Scattered)
    }

    /// A word of the name that is nearly the same.
    fn slip(&self, needle: &Needle, name: &str) -> Option<Grade> {
        let most = match needle.len() {
            0..5 => return None,
            5..8 => 1,
            _ => 2,
        };
        if !self.slips {
            return None;
        }
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        let near = |word: &str| {
            let alike = word.len().abs_diff(needle.word.len()) <= most;
            alike && strsim::osa_distance(word, &needle.word) <= most
        };
        words.any(near).then_some(Grade::Slip)
    }
}

fn is_letter(text: Utf32Str<'_>, place: u32) -> bool {
    usize::try_from(place).is_ok_and(|at| at < text.len()) && text.get(place).is_alphanumeric()
}

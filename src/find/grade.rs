//! How well one word fits one text.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// How well a word fits, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// One letter, or in a long word two, would have to change.
    Slip,
    /// Its letters stand close together in a word, in their order.
    Scattered,
    /// It stands inside a word.
    Inside,
    /// A word begins with it.
    Start,
    Word,
    /// The whole name begins with it.
    Head,
}

impl Grade {
    /// What it is worth in a name.
    pub(super) fn in_name(self) -> u32 {
        match self {
            Self::Head => 1050,
            Self::Word => 1000,
            Self::Start => 800,
            Self::Inside => 500,
            Self::Scattered => 300,
            Self::Slip => 250,
        }
    }

    /// What it is worth in a text. A hit in a text is never worth as much as one in a name.
    pub(super) fn in_text(self) -> u32 {
        self.in_name() / 10
    }

    /// Whether it may be no hit at all.
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

    fn len(&self) -> usize {
        self.word.chars().count()
    }
}

/// The matcher with its room to work in.
pub(super) struct Grader {
    matcher: Matcher,
    places: Vec<u32>,
    slips: bool,
}

/// A shorter word says nothing from inside another one.
const SHORTEST_INSIDE: usize = 3;
/// A shorter word is scattered over almost anything.
const SHORTEST_FUZZY: usize = 4;

impl Grader {
    pub(super) fn new() -> Self {
        Self { matcher: Matcher::new(Config::DEFAULT), places: Vec::new(), slips: false }
    }

    /// From now on misspelt words fit too.
    pub(super) fn allow_slips(&mut self) {
        self.slips = true;
    }

    /// How well a word fits a folded name.
    pub(super) fn name(&mut self, needle: &Needle, name: &str) -> Option<Grade> {
        let head = name.starts_with(&needle.word).then_some(Grade::Head);
        head.or_else(|| self.text(needle, name))
            .or_else(|| self.scattered(needle, name))
            .or_else(|| self.slip(needle, name))
    }

    /// How well a word fits a folded text: only where it stands there letter by letter.
    pub(super) fn text(&mut self, needle: &Needle, text: &str) -> Option<Grade> {
        self.places.clear();
        let text = Utf32Str::Ascii(text.as_bytes());
        needle.substring.indices(text, &mut self.matcher, &mut self.places)?;
        let (first, last) = (*self.places.first()?, *self.places.last()?);
        let starts = first.checked_sub(1).is_none_or(|before| !is_letter(text, before));
        let ends = !is_letter(text, last + 1);
        match (starts, ends) {
            (true, true) => Some(Grade::Word),
            (true, false) => Some(Grade::Start),
            (false, _) => (needle.len() >= SHORTEST_INSIDE).then_some(Grade::Inside),
        }
    }

    /// Letters in the same order, from the start of a word on and with few others between them.
    fn scattered(&mut self, needle: &Needle, name: &str) -> Option<Grade> {
        if needle.len() < SHORTEST_FUZZY {
            return None;
        }
        self.places.clear();
        let name = Utf32Str::Ascii(name.as_bytes());
        needle.fuzzy.indices(name, &mut self.matcher, &mut self.places)?;
        let (first, last) = (*self.places.first()?, *self.places.last()?);
        let starts = first.checked_sub(1).is_none_or(|before| !is_letter(name, before));
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

//! What a text may contain.

use unicode_width::UnicodeWidthStr;

use super::super::text::fill;

/// The bounds of a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Spec<'a> {
    /// The placeholders that it may use.
    pub(super) names: &'a [&'a str],
    /// Whether it must use all of them.
    pub(super) every: bool,
    /// The most cells, with values in place of placeholders; 0 is no limit.
    pub(super) cells: usize,
    /// How many country codes are in the value of `{codes}`.
    codes: usize,
    /// Whether its dates come from a rule, so that it may contain none itself.
    pub(super) ruled: bool,
}

impl<'a> Spec<'a> {
    pub(super) const PLAIN: Spec<'static> = Spec { names: &[], every: false, cells: 0, codes: 0, ruled: false };

    /// A label for a row or a cell of 16.
    pub(super) const SHORT: Spec<'static> = Spec { cells: 16, ..Spec::PLAIN };

    /// May use these placeholders.
    pub(super) fn with(names: &'a [&'a str]) -> Self {
        Spec { names, ..Spec::PLAIN }
    }

    /// Must use exactly these placeholders.
    pub(super) fn exactly(names: &'a [&'a str]) -> Self {
        Spec { every: true, ..Spec::with(names) }
    }

    pub(super) fn cells(self, cells: usize) -> Self {
        Spec { cells, ..self }
    }

    pub(super) fn codes(self, codes: usize) -> Self {
        Spec { codes, ..self }
    }

    pub(super) fn ruled(self) -> Self {
        Spec { ruled: true, ..self }
    }

    /// The width of some words, with the widest values for their placeholders.
    pub(super) fn width(&self, words: &str) -> usize {
        // Two letters for each code, with blanks between.
        let codes = "XX ".repeat(self.codes);
        fill(words, &[("date", "11 Sep 23"), ("date2", "11 Sep 23"), ("codes", codes.trim_end())]).width()
    }
}

//! What a text may look like.

use unicode_width::UnicodeWidthStr;

use super::super::text::fill;

/// The bounds of a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Form<'a> {
    /// The `{names}` that it may use.
    pub(super) names: &'a [&'a str],
    /// Whether it must use all of them.
    pub(super) every: bool,
    /// The most cells that it may take, with values in place of its names; 0 is no limit.
    pub(super) cells: usize,
    /// How many country codes stand for `{codes}`.
    codes: usize,
    /// Whether its dates come from a rule, so that it may hold none itself.
    pub(super) ruled: bool,
}

impl<'a> Form<'a> {
    /// Words without `{names}`.
    pub(super) const PLAIN: Form<'static> = Form { names: &[], every: false, cells: 0, codes: 0, ruled: false };

    /// A label for a row or a cell of 16.
    pub(super) const SHORT: Form<'static> = Form { cells: 16, ..Form::PLAIN };

    /// Words that may use these `{names}`.
    pub(super) fn with(names: &'a [&'a str]) -> Self {
        Form { names, ..Form::PLAIN }
    }

    /// Words that use exactly these `{names}`.
    pub(super) fn exactly(names: &'a [&'a str]) -> Self {
        Form { every: true, ..Form::with(names) }
    }

    /// Of at most so many cells.
    pub(super) fn cells(self, cells: usize) -> Self {
        Form { cells, ..self }
    }

    /// With so many country codes for `{codes}`.
    pub(super) fn codes(self, codes: usize) -> Self {
        Form { codes, ..self }
    }

    /// Of a record with a rule.
    pub(super) fn ruled(self) -> Self {
        Form { ruled: true, ..self }
    }

    /// How many cells some words take.
    pub(super) fn width(&self, words: &str) -> usize {
        // Two letters a code, a blank between them.
        let codes = "XX ".repeat(self.codes);
        fill(words, &[("date", "11 Sep 23"), ("date2", "11 Sep 23"), ("codes", codes.trim_end())]).width()
    }
}

//! What the Requirements pane remembers; the column is the desk's selected office.

/// The row of the matrix and how far the rule is scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State {
    /// The row, by its place among the content's aspects.
    pub row: usize,
    /// Lines of the rule above the visible ones.
    pub scroll: usize,
}

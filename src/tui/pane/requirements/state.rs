//! What the Requirements pane remembers; the column is the desk's selected office.

use tui_input::Input;

/// The row of the matrix, what it is filtered by, and what is read below it or instead.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The row, by its place among the content's aspects.
    pub row: usize,
    /// Lines of the rule, or of the two offices, above the visible ones.
    pub scroll: usize,
    /// Which answer the rules are looked at by.
    pub filter: Filter,
    /// The office that stands beside the selected one, by its place in the content, while the two are compared.
    pub beside: Option<usize>,
}

/// An answer by which the rules are looked at, as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whether it is being typed.
    pub is_open: bool,
    /// What is typed; nothing where there is no filter.
    pub input: Input,
    /// Which of its meanings is meant.
    pub chosen: usize,
}

//! What the Offices pane remembers; the selected office is the desk's.

/// How far the selected office's page is scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State {
    /// Lines above the visible ones.
    pub scroll: usize,
}

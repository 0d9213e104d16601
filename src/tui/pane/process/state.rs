//! What the Process pane remembers; the step is the desk's place in the process.

/// The link at hand, digits typed so far, how far the step is scrolled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The link of the step, from 0.
    pub link: usize,
    /// Digits of a step's number, typed one after the other.
    pub digits: String,
    /// Lines of the step above the visible ones.
    pub scroll: usize,
}

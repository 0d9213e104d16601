//! What the Process pane remembers; the step is the desk's place in the process.

/// Which picture of the process is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// Steps as rows.
    #[default]
    Spine,
    /// All steps as boxes.
    Map,
    /// The boxes of the current step and of those next to it.
    Near,
}

/// The picture, the current link, digits typed so far, how far the step is scrolled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Which picture is shown.
    pub shown: Shown,
    /// The link of the step, from 0.
    pub link: usize,
    /// Digits of a step's number, typed one after the other.
    pub digits: String,
    /// The step, from 0, at which the number began.
    pub began: usize,
    /// Lines of the step above the visible ones.
    pub scroll: usize,
}

//! What the Check pane remembers; the answers and the current question are the desk's.

use tui_input::Input;

use crate::check::{AnswerError, Choice};
use crate::content::Id;

/// The field, and where the focus is.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Whether letters answer; else they command.
    pub answering: bool,
    /// Whether the form is on one page, and a complete code goes on by itself.
    pub on_one_page: bool,
    /// What is being typed or chosen.
    pub field: Field,
    /// The row of the list of answers.
    pub row: usize,
    /// Lines of the result above the visible ones.
    pub scroll: usize,
}

impl State {
    /// For another person: nothing of this one but how the form looks.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { on_one_page: self.on_one_page, ..Self::default() }
    }
}

/// An answer on its way: kept until it is taken, so that nothing typed is lost.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// The question that it answers.
    pub question: Option<Id>,
    /// What is typed.
    pub input: Input,
    /// The choice under the focus.
    pub selected: Option<usize>,
    /// Whether the answer is used and not stored.
    pub withheld: bool,
    /// What is wrong with what was typed.
    pub trouble: Option<FieldError>,
    /// What the typed text can mean, where it can mean more than one thing.
    pub which: Vec<Choice>,
}

/// Why an answer was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing is typed and nothing chosen.
    Nothing,
    /// What is typed is no answer.
    Invalid(AnswerError),
}

impl Field {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.input.value().is_empty()
    }
}

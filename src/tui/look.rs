//! How things look: few styles, each with a meaning that also stands in words.

use ratatui::style::{Color, Modifier, Style};

use crate::process::mark::Charset;
use crate::rules::Verdict;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// ASCII alone: no line characters, no accents.
    pub ascii: bool,
    /// Whether colours are wanted.
    pub color: bool,
}

impl Look {
    /// What pictures are drawn with.
    #[must_use]
    pub fn charset(self) -> Charset {
        if self.ascii { Charset::Ascii } else { Charset::Unicode }
    }

    /// Titles, and what has the focus.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What stands back: sources, reasons, hints.
    #[must_use]
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent.
    #[must_use]
    pub fn accent(self) -> Style {
        self.colored(Color::LightBlue)
    }

    /// Notices, and what a person should not overlook.
    #[must_use]
    pub fn alert(self) -> Style {
        if self.color { Style::new().fg(Color::Yellow) } else { self.strong() }
    }

    /// A verdict: one attribute each, for every one more is sent with every mark.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Met => self.accent(),
            Verdict::NotMet => self.colored(Color::Yellow),
            Verdict::Unclear => self.strong(),
        }
    }

    /// The mark of one rule among others: what is met stands back.
    #[must_use]
    pub fn reason(self, verdict: Verdict) -> Style {
        if verdict == Verdict::Met { Style::new() } else { self.verdict(verdict) }
    }

    fn colored(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }
}

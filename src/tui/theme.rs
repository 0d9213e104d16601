//! How things look: few styles, each with a meaning that also stands in words.

use ratatui::style::{Color, Modifier, Style};

use crate::process::mark::Charset;
use crate::rules::Verdict;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Theme {
    pub ascii: bool,
    /// Whether colours are wanted.
    pub color: bool,
}

impl Theme {
    /// What pictures are drawn with.
    pub fn charset(self) -> Charset {
        if self.ascii { Charset::Ascii } else { Charset::Unicode }
    }

    /// Titles, and what has the focus.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A title: over the whole width of what it stands above.
    pub fn title(self) -> Style {
        self.strong().add_modifier(Modifier::UNDERLINED)
    }

    /// The same, with the accent where it has the focus.
    pub fn title_of(self, is_focused: bool) -> Style {
        if is_focused { self.title().patch(self.accent()) } else { self.title() }
    }

    /// The tab of the pane that is shown.
    pub fn tab_shown(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A verdict said in words: colour and weight.
    pub fn headline(self, verdict: Verdict) -> Style {
        self.verdict(verdict).patch(self.strong())
    }

    /// What stands back: sources and dates, reasons, hints.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent.
    pub fn accent(self) -> Style {
        self.colored(Color::LightBlue)
    }

    /// Notices, and what a person should not overlook.
    pub fn alert(self) -> Style {
        if self.color { Style::new().fg(Color::Yellow) } else { self.strong() }
    }

    /// A verdict: one attribute at most, for each is sent with every mark.
    pub fn verdict(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Met => self.accent(),
            Verdict::NotMet => self.colored(Color::Yellow),
            Verdict::Unclear => self.strong(),
        }
    }

    /// What has to be dark on light whatever the terminal's own colours are.
    pub fn paper(self) -> Style {
        Style::new().fg(Color::Black).bg(Color::Gray)
    }

    fn colored(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }
}

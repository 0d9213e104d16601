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

    /// The edge of what lies over the panes: a blank row, so that it costs a byte a cell.
    pub fn edge(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// The tab of the pane that is shown.
    pub fn tab_shown(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A verdict said in words: weight, and the colour where words can be read in it on any ground.
    pub fn headline(self, verdict: Verdict) -> Style {
        let is_readable = verdict == Verdict::Met;
        if is_readable { self.verdict(verdict).patch(self.strong()) } else { self.strong() }
    }

    /// What stands back: sources and dates, reasons, hints.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent.
    pub fn accent(self) -> Style {
        self.colored(Color::LightBlue)
    }

    /// The sign of a notice, and of what a person should not overlook. Never its words: on white, yellow is too pale for
    /// them.
    pub fn alert(self) -> Style {
        if self.color { Style::new().fg(Color::Yellow) } else { self.strong() }
    }

    /// The sign of a verdict, never its words where it is yellow: one attribute at most, for each is sent with every mark.
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

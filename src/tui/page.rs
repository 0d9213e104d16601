//! Pages of wrapped text: what most of the screen is made of.

mod columns;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

pub(super) use crate::text::cut;
use crate::text::{glued, unglued};

use crate::document::Anchor;

/// Lines of text wrapped to a width, built from top to bottom.
#[derive(Debug, Clone)]
pub struct Page {
    width: usize,
    lines: Vec<Line<'static>>,
    /// Where the focus is: the line of the page that must stay visible, and its column.
    pub(super) focus: Option<(usize, u16)>,
    pinned: usize,
    /// The line from which on words are folded into signs.
    pub(super) folded: Option<usize>,
    /// The lines that a search led to.
    pub(super) found: Option<Range<usize>>,
    /// The lines that say what stands below them.
    headings: Vec<usize>,
    /// The blocks of documents on the page, and the line at which each begins.
    pub anchors: Vec<(Anchor, usize)>,
}

/// The widest tag for which a text is wrapped, in cells.
const SHORT_TAG: usize = 12;

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paragraph<'a> {
    /// Cells left of every line but the first.
    pub indent: usize,
    /// What stands in the indent of the first line, and its style.
    pub mark: (&'a str, Style),
    pub style: Style,
    /// What stands at the right edge of the first line, and its style.
    pub tag: (&'a str, Style),
}

impl Page {
    /// An empty page of a width in cells.
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width.max(8)),
            lines: Vec::new(),
            focus: None,
            pinned: 0,
            folded: None,
            found: None,
            headings: Vec::new(),
            anchors: Vec::new(),
        }
    }

    /// Its width in cells.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The focus is on the line that is added next.
    pub fn focus_next(&mut self, column: u16) {
        self.focus = Some((self.lines.len(), column));
    }

    /// Adds the lines of another page; its focus is not taken over.
    pub fn append(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    /// A block of a document begins with the line that is added next.
    pub fn anchor(&mut self, anchor: &Anchor) {
        self.anchors.push((anchor.clone(), self.lines.len()));
    }

    /// What is added next says what stands below it: it never stands alone at the foot.
    pub fn heading_next(&mut self) {
        self.headings.push(self.lines.len());
    }

    /// How far to scroll in so many rows for what a search led to, at most a third of them below the first. A block begins
    /// there, if that is possible without leaving out the end of what was found.
    pub(super) fn scroll_to_found(&self, rows: usize, most: usize) -> Option<usize> {
        let found = self.found.clone()?;
        let from = found.start.saturating_sub(rows / 3 + self.pinned);
        let starts = || self.anchors.iter().filter_map(|(_, line)| line.checked_sub(self.pinned)).chain([0]);
        let next = starts().filter(|start| (from..=most).contains(start)).min();
        let before = || starts().filter(|start| *start <= most && found.end <= start + rows).max();
        Some(next.or_else(before).unwrap_or(from.min(most)))
    }

    /// The line at which the first notice on a step begins.
    pub(super) fn first_notice(&self) -> Option<usize> {
        let notice = |(anchor, _): &&(Anchor, usize)| anchor.starts_with("step.") && anchor.contains(".notice.");
        self.anchors.iter().find(notice).map(|(_, line)| line.saturating_sub(self.pinned))
    }

    /// Marks the lines from one on as what a search led to: they stand out, and the first has a sign where it is indented.
    pub(super) fn mark_found(&mut self, from: usize, style: Style) {
        self.found = Some(from..self.lines.len());
        for line in self.lines.iter_mut().skip(from) {
            line.spans.iter_mut().for_each(|span| span.style = span.style.patch(style));
        }
        let first = self.lines.get_mut(from).and_then(|line| line.spans.first_mut());
        if let Some(first) = first.filter(|first| first.content.starts_with(' ')) {
            first.content = first.content.replacen(' ', ">", 1).into();
        }
    }

    /// The lines so far stay when the rest is scrolled.
    pub fn pin(&mut self) {
        self.pinned = self.lines.len();
    }

    /// An empty line, unless the page begins or an empty line is there already.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Empty lines until there are so many lines: what comes next keeps its row.
    pub fn fill(&mut self, lines: usize) {
        self.lines.resize(self.lines.len().max(lines), Line::default());
    }

    /// Keeps so many lines; the last of them says that there was more.
    pub fn cut(&mut self, lines: usize) {
        if self.lines.len() <= lines {
            return;
        }
        self.lines.truncate(lines);
        while self.lines.len().checked_sub(1).is_some_and(|last| self.is_heading(last)) {
            self.lines.pop();
        }
        let Some(line) = self.lines.last_mut() else { return };
        match line.spans.last_mut() {
            Some(last) => {
                let text = last.content.trim_end_matches([',', ';', ':']);
                *last = Span::styled(format!("{text}…"), last.style);
            }
            None => line.spans.push(Span::raw("…")),
        }
    }

    /// A title over the whole width, which stays when the rest is scrolled. What stands at its right edge has its own style.
    pub fn title(&mut self, text: &str, style: Style, tag: &Span<'static>) {
        let reserved = if tag.width() == 0 { 0 } else { tag.width() + 1 };
        let rows = wrap(text, self.width.saturating_sub(reserved));
        let last = rows.len() - 1;
        for (n, row) in rows.into_iter().enumerate() {
            // Only the last row is underlined: the title stands on one line.
            let style = if n == last { style } else { style.remove_modifier(Modifier::UNDERLINED) };
            let underline = Style::new().add_modifier(style.add_modifier & Modifier::UNDERLINED);
            let tag = if n == 0 { tag.clone() } else { Span::default() };
            let blanks = " ".repeat(self.width.saturating_sub(row.width() + tag.width()));
            let tag_style = tag.style.patch(underline);
            self.lines.push(Line::from(vec![
                Span::styled(row, style),
                Span::styled(blanks, underline),
                tag.style(tag_style),
            ]));
        }
        self.pin();
    }

    /// The same page under a title.
    #[must_use]
    pub fn under(self, title: &str, style: Style) -> Self {
        let width = u16::try_from(self.width).unwrap_or(u16::MAX);
        let mut page = Self::new(width);
        page.title(title, style, &Span::default());
        let above = page.lines.len();
        page.focus = self.focus.map(|(line, column)| (line + above, column));
        page.pinned += self.pinned;
        page.headings = self.headings.into_iter().map(|line| line + above).collect();
        page.anchors = self.anchors.into_iter().map(|(anchor, line)| (anchor, line + above)).collect();
        page.lines.extend(self.lines);
        page
    }

    /// A line as it is; what does not fit is cut.
    pub fn line(&mut self, line: Line<'static>) {
        self.lines.push(line);
    }

    /// A wrapped paragraph without mark or tag.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) {
        self.paragraph(text, Paragraph { indent, style, ..Paragraph::default() });
    }

    /// A wrapped paragraph.
    pub fn paragraph(&mut self, text: &str, set: Paragraph<'_>) {
        let (mark, tag) = (set.mark.0, set.tag.0);
        let indent = set.indent.max(mark.width());
        let reserved = if tag.is_empty() { 0 } else { tag.width() + 2 };
        let room = self.width.saturating_sub(indent);
        let beside = room.saturating_sub(reserved);
        // A long tag stands below rather than squeeze the text into more lines than it needs.
        let fits_beside = if tag.width() > SHORT_TAG { text.width() <= beside } else { beside >= 16 };
        for (n, row) in wrap(text, if fits_beside { beside } else { room }).into_iter().enumerate() {
            let left = if n == 0 { format!("{mark:indent$}") } else { " ".repeat(indent) };
            let spans = vec![Span::styled(left, set.mark.1), Span::styled(row, set.style)];
            if n == 0 && fits_beside && !tag.is_empty() {
                self.lines.push(spread(spans, Span::styled(tag.to_owned(), set.tag.1), self.width));
            } else {
                self.lines.push(Line::from(spans));
            }
        }
        if !fits_beside && !tag.is_empty() {
            self.text(indent, tag, set.tag.1);
        }
    }

    /// A wrapped paragraph with a name in a column of its own before it.
    pub fn named(&mut self, name: &str, text: &str, set: Paragraph<'_>) {
        let from = self.lines.len();
        let column = set.indent + name.width();
        self.paragraph(text, Paragraph { indent: column, ..set });
        if let Some(line) = self.lines.get_mut(from) {
            let mark = Span::styled(format!("{:<width$}", set.mark.0, width = set.indent), set.mark.1);
            line.spans.splice(..1, [mark, Span::raw(name.to_owned())]);
        }
    }
}

/// A line with something at its left edge and something at its right.
pub(super) fn spread(mut left: Vec<Span<'static>>, right: Span<'static>, width: usize) -> Line<'static> {
    let used = left.iter().chain([&right]).map(Span::width).sum();
    left.extend([Span::raw(" ".repeat(width.saturating_sub(used))), right]);
    Line::from(left)
}

/// Wraps text to a width in cells; words that are longer are broken. Never without a line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(1))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(&glued(text), options).into_iter().map(|line| unglued(&line)).collect()
}

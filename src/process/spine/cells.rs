//! The rows of the spine as text, fitted to a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{RowKind, Spine, SpineRow};
use crate::content::{Lang, ProcessModel, Step};
use crate::process::mark::Charset;

/// Blanks between a title and its wait.
const GAP: usize = 2;

/// The parts of a row, left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Cells {
    /// The number of a step, right-aligned; blanks for a heading or a link.
    pub number: String,
    /// The rail, or the letter of a track: one cell.
    pub rail: String,
    /// Two cells; none beside a heading, and four where a link is indented under a side step.
    pub mark: String,
    pub text: String,
    /// Empty where no wait is stated.
    pub wait: String,
}

impl Spine {
    /// The rows as text. A title that leaves no room for its wait is replaced by its short form; what still does not fit
    /// is cut, with an ellipsis.
    pub fn cells(&self, model: &ProcessModel, lang: Lang, width: usize, charset: Charset) -> Vec<Cells> {
        self.rows.iter().map(|row| row.cells(model, lang, width, charset)).collect()
    }
}

impl SpineRow {
    fn cells(&self, model: &ProcessModel, lang: Lang, width: usize, charset: Charset) -> Cells {
        let digits = model.steps.len().to_string().len().max(2);
        let mark = self.mark.map_or("  ", |mark| mark.glyph(charset));
        // A heading begins where the marks of its steps do.
        let mark = if matches!(self.kind, RowKind::Heading { .. }) { "" } else { mark };
        let mark = self.inner.map_or(mark.to_owned(), |inner| format!(" {}{mark}", inner.glyph(charset)));
        // Number, blank, rail, mark, blank, text.
        let room = width.saturating_sub(digits + 3 + mark.width());
        let (number, text, wait) = match self.kind {
            RowKind::Heading { step } => {
                (String::new(), model.heading(step, lang).unwrap_or_default().to_owned(), String::new())
            }
            RowKind::Step { step } | RowKind::Side { step } => {
                let (text, wait) = model.steps.get(step).map(|s| fit(s, lang, room)).unwrap_or_default();
                ((step + 1).to_string(), text, wait)
            }
            RowKind::Link { link, to } => {
                let words = link.get(model).map_or("", |l| l.text.get(lang));
                let [whole, clause] = [words, clause(words)].map(|words| format!("{} {words}", to + 1));
                let fitting = if whole.width() > room && clause.width() <= room { clause } else { whole };
                (String::new(), fitting, String::new())
            }
        };
        let wait = cut(&wait, room, charset);
        let used = if wait.is_empty() { 0 } else { wait.width() + GAP };
        let rail = match &self.track {
            Some(track) => track.mark.graphemes(true).next().unwrap_or(" ").to_owned(),
            None => self.rail.glyph(charset).to_owned(),
        };
        Cells {
            number: format!("{number:>digits$}"),
            rail,
            mark,
            text: cut(text.trim_end(), room.saturating_sub(used), charset),
            wait,
        }
    }
}

/// The longest title and wait of a step that fit together; the title alone where no wait fits beside it.
fn fit(step: &Step, lang: Lang, room: usize) -> (String, String) {
    let (title, short) = (step.title.get(lang), step.short.get(lang));
    let clause = clause(title);
    let wait = step.wait.as_ref().map_or("", |wait| wait.short.get(lang));
    let beside = if wait.is_empty() { 0 } else { wait.width() + GAP };
    let forms = [(title, wait), (clause, wait), (short, wait), (title, ""), (clause, ""), (short, "")];
    let fits = |(text, wait): &(&str, &str)| text.width() + if wait.is_empty() { 0 } else { beside } <= room;
    let (text, wait) = forms.into_iter().find(fits).unwrap_or((short, ""));
    (text.to_owned(), wait.to_owned())
}

/// The words up to the first comma or colon, "Review by staff" of "Review by staff, notice by e-mail".
pub(in crate::process) fn clause(words: &str) -> &str {
    words.split([',', ':']).next().unwrap_or(words)
}

/// Cuts words to a width, with a sign where something is missing.
pub(in crate::process) fn cut(words: &str, width: usize, charset: Charset) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let sign = match charset {
        Charset::Unicode => "…",
        Charset::Ascii => "..",
    };
    let room = width.saturating_sub(sign.width());
    let mut kept = String::new();
    for piece in words.graphemes(true) {
        if kept.width() + piece.width() > room {
            break;
        }
        kept.push_str(piece);
    }
    let kept = kept.trim_end();
    if width < sign.width() { String::new() } else { format!("{kept}{sign}") }
}

//! The rows of the spine as text, fitted to a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{RowKind, Spine, SpineRow};
use crate::content::{Lang, ProcessModel, Step};
use crate::process::layout::MapOptions;
use crate::process::mark::Charset;

/// Blanks between a title and its wait.
const GAP: usize = 2;

/// Cells to which a name may be cut for its wait.
const LEAST_NAME: usize = 8;

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
        self.cells_with(model, MapOptions { lang, width, charset }, false, &|_| Vec::new())
    }

    /// The same with something else in place of a wait, by step: forms of it, the longest first. Where steps go by their
    /// short forms, all do.
    pub fn cells_with(
        &self,
        model: &ProcessModel,
        options: MapOptions,
        is_short: bool,
        instead: &dyn Fn(usize) -> Vec<String>,
    ) -> Vec<Cells> {
        self.rows.iter().map(|row| row.cells(model, options, is_short, instead)).collect()
    }
}

impl SpineRow {
    fn cells(
        &self,
        model: &ProcessModel,
        options: MapOptions,
        is_short: bool,
        instead: &dyn Fn(usize) -> Vec<String>,
    ) -> Cells {
        let MapOptions { lang, width, charset } = options;
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
                let names = |step| names(step, lang, is_short);
                let known = model.step(step);
                let (text, wait) = fit(&names(known), &waits(known, lang, instead(step)), room);
                ((step + 1).to_string(), text, wait)
            }
            RowKind::Link { link, to } => {
                let words = link.get(model).text.get(lang);
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

/// The forms of a step's name, the longest first.
fn names(step: &Step, lang: Lang, is_short: bool) -> Vec<&str> {
    let (title, short) = (step.title.get(lang), step.short.get(lang));
    if is_short { vec![short] } else { vec![title, clause(title), short] }
}

/// What stands at the right of a step: its wait, or what is said in place of it.
fn waits(step: &Step, lang: Lang, instead: Vec<String>) -> Vec<String> {
    let wait = step.wait.as_ref().filter(|_| instead.is_empty()).map(|wait| wait.short.get(lang).to_owned());
    instead.into_iter().chain(wait).collect()
}

/// The longest name and wait of a step that fit together. A name is cut rather than its wait left out, as long as it can
/// still be told from others.
fn fit(names: &[&str], waits: &[String], room: usize) -> (String, String) {
    let mut both = names.iter().flat_map(|name| waits.iter().map(move |wait| (*name, wait.as_str())));
    let mut alone = names.iter().map(|name| (*name, ""));
    let fits =
        |(name, wait): &(&str, &str)| name.width() + if wait.is_empty() { 0 } else { wait.width() + GAP } <= room;
    let cut = names.last().zip(waits.last()).filter(|(_, wait)| LEAST_NAME + GAP + wait.width() <= room);
    let cut = cut.map(|(name, wait)| (*name, wait.as_str()));
    let found = both.find(fits).or(cut).or(alone.find(fits)).or(names.last().map(|name| (*name, "")));
    found.map(|(name, wait)| (name.to_owned(), wait.to_owned())).unwrap_or_default()
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
        Charset::Ascii => "~",
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

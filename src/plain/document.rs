//! How a block is written.

use super::{TextPage, table};
use crate::content::Msg;
use crate::document::{Block, Document, Kind};
use crate::wording::Phrases;

/// Columns that a block stands further right for each level.
const INDENT: usize = 2;

impl TextPage {
    /// Adds a document. A table of several columns is set under the names in its first row.
    pub fn show(&mut self, document: &Document, phrases: Phrases<'_>) {
        let mut is_named = false;
        for block in &document.blocks {
            if matches!(block.kind, Kind::Heading) {
                self.gap();
            }
            let first = self.lines;
            match &block.kind {
                Kind::Title => self.heading(&lead(block), &sentence(block, phrases)),
                Kind::Heading => {
                    let words = sentence(block, phrases);
                    let colon = if words.ends_with('?') { "" } else { ":" };
                    self.heading(&lead(block), &format!("{words}{colon}"));
                }
                Kind::Row { cells } => {
                    self.columns(cells, if is_named { table::MARK } else { "" });
                    is_named = true;
                }
                Kind::Paragraph | Kind::Item { .. } => self.put(&lead(block), &sentence(block, phrases)),
                Kind::Value { name, .. } => {
                    self.put(&lead(block), &format!("{name}: {}", sentence(block, phrases)));
                }
            }
            self.anchors.push((block.anchor.clone(), first..self.lines));
        }
    }
}

/// What stands before a block: its number, its mark, or the mark of a list.
fn lead(block: &Block) -> String {
    let indent = " ".repeat(block.level * INDENT);
    let number = match block.kind {
        Kind::Item { number } | Kind::Value { number, .. } => number,
        _ => None,
    };
    let number = number.map(|number| format!("{number:<2} ")).unwrap_or_default();
    match block.mark.sign() {
        "" if number.is_empty() && matches!(block.kind, Kind::Item { .. }) => format!("{indent}- "),
        "" => format!("{indent}{number}"),
        sign => format!("{indent}{number}{sign} "),
    }
}

/// The text with who says it and the answers that it rests on.
fn sentence(block: &Block, phrases: Phrases<'_>) -> String {
    let by = block.said_by().map(|by| format!(" [{by}]"));
    let numbers: Vec<String> = block.answers.iter().map(ToString::to_string).collect();
    let answers = phrases.fill(Msg::AnswerNo, &[("n", &numbers.join(", "))]);
    let answers = if numbers.is_empty() { String::new() } else { format!(" ({answers})") };
    format!("{}{}{answers}", block.text, by.unwrap_or_default())
}

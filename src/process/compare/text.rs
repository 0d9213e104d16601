//! Tracks side by side as plain text.

use unicode_width::UnicodeWidthStr;

use super::{Aspect, Comparison, Entry};
use crate::content::{Msg, Statement};
use crate::process::text::{Plain, certainty_word};

/// Blank cells between two columns.
const BETWEEN: usize = 3;
/// What stands before an entry.
const ITEM: &str = "- ";

impl Plain<'_> {
    /// Tracks side by side, each in a column of its own, in lines of a width unless a word is longer.
    #[must_use]
    pub fn compare_within(&self, comparison: &Comparison<'_>, columns: usize) -> String {
        let tracks = comparison.tracks.len().max(1);
        let width = ((columns + BETWEEN) / tracks).saturating_sub(BETWEEN).max(1);
        let names = comparison.tracks.iter().map(|track| vec![format!("{} {}", track.mark, self.get(&track.name))]);
        let mut out = beside(&names.collect::<Vec<_>>(), "", width);
        for row in &comparison.rows {
            out += "\n";
            out += self.msg(row.aspect.msg());
            out += "\n";
            let side = |entries: &Vec<Entry<'_>>| {
                let said: Vec<String> = entries.iter().map(|entry| self.entry(row.aspect, *entry)).collect();
                if said.is_empty() { vec![self.msg(Msg::NotStated).to_owned()] } else { said }
            };
            out += &beside(&row.sides.iter().map(side).collect::<Vec<_>>(), ITEM, width);
        }
        out
    }

    fn entry(&self, aspect: Aspect, entry: Entry<'_>) -> String {
        match entry {
            Entry::Actor(actor) => self.get(&actor.name).to_owned(),
            Entry::Step(at) => {
                let step = self.model.steps.get(at);
                let title = step.map_or("", |step| self.get(&step.title));
                match step.and_then(|step| step.actor.as_ref()) {
                    Some(actor) => format!("{} {title} ({})", at + 1, self.get(&actor.name)),
                    None => format!("{} {title}", at + 1),
                }
            }
            Entry::Way(at) => {
                let Some(link) = at.get(self.model) else { return String::new() };
                let other = if aspect == Aspect::Entry { at.from } else { link.to };
                let sure = certainty_word(link.certainty).map_or_else(String::new, |w| format!(" ({})", self.msg(w)));
                format!("{}: {}{sure}", self.numbered(other), self.get(&link.text))
            }
            Entry::Wait(at) => {
                let wait = self.model.steps.get(at).and_then(|step| step.wait.as_ref());
                wait.map_or_else(String::new, |wait| {
                    format!("{}: {}", self.numbered(at), self.sourced(&wait.statement))
                })
            }
            Entry::Statement(said) => self.sourced(said),
        }
    }

    fn numbered(&self, at: usize) -> String {
        format!("{} {}", at + 1, self.model.short(at, self.lang))
    }

    fn sourced(&self, said: &Statement) -> String {
        format!("{} [{}]", self.get(&said.text), self.get(&said.source.label))
    }
}

/// Columns of wrapped entries, line by line.
fn beside(sides: &[Vec<String>], item: &str, width: usize) -> String {
    let rest = " ".repeat(item.len());
    let options = textwrap::Options::new(width).initial_indent(item).subsequent_indent(&rest).break_words(false);
    let columns: Vec<Vec<String>> = sides
        .iter()
        .map(|side| {
            side.iter().flat_map(|entry| textwrap::wrap(entry, &options)).map(std::borrow::Cow::into_owned).collect()
        })
        .collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = String::new();
    for nth in 0..height {
        let mut line = String::new();
        for (place, column) in columns.iter().enumerate() {
            let start = place * (width + BETWEEN);
            line += &" ".repeat(start.saturating_sub(line.width()));
            line += column.get(nth).map_or("", String::as_str);
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

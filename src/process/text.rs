//! The whole process as plain text of at most [`WIDTH`] columns, for a terminal, a pipe or a printer.

use chrono::NaiveDate;
use textwrap::Options;

use super::{Detail, Way};
use crate::content::{Certainty, EndKind, Lang, LinkKind, ProcessModel, Statement, Text, Word, Words, fill};

/// The most columns that a line takes, unless one word is longer.
pub const WIDTH: usize = 80;

/// What the text is made from.
pub struct Plain<'a> {
    /// The process.
    pub model: &'a ProcessModel,
    /// The program's own words.
    pub words: &'a Words,
    /// The language.
    pub lang: Lang,
    /// The day of asking: what is dated after it is left out.
    pub day: NaiveDate,
    /// Names who made a statement and where: the label of the source, its section, its date.
    pub cite: &'a dyn Fn(&Statement) -> String,
}

impl Plain<'_> {
    /// The text of every step, headed by paragraphs of the caller: of when the guide is, and the notices.
    #[must_use]
    pub fn write(&self, head: &[String]) -> String {
        self.write_steps(head, 0..self.model.steps.len())
    }

    /// The text of some steps, headed likewise.
    #[must_use]
    pub fn write_steps(&self, head: &[String], steps: impl IntoIterator<Item = usize>) -> String {
        let mut out = Lines::default();
        for paragraph in head {
            out.put("", paragraph);
        }
        for step in steps {
            out.blank();
            if let Some(detail) = Detail::of(self.model, step, self.day) {
                self.step(&detail, &mut out);
            }
        }
        out.0
    }

    fn step(&self, detail: &Detail<'_>, out: &mut Lines) {
        let step = detail.step;
        out.put(&format!("{:>2}  ", detail.number), self.say(&step.title));
        if let Some(actor) = &step.actor {
            out.put(BODY, &self.fill(Word::ProcessActor, &[("actor", self.say(&actor.name))]));
        }
        if let Some(track) = &step.track {
            let values = [("mark", track.mark.as_str()), ("track", self.say(&track.name))];
            out.put(BODY, &self.fill(Word::ProcessTrack, &values));
        }
        if let Some(wait) = detail.wait {
            let line = self.fill(Word::ProcessWait, &[("wait", self.say(&wait.statement.text))]);
            let cite = (self.cite)(&wait.statement);
            let same = cite == (self.cite)(&step.statement);
            out.put(BODY, &if same { line } else { format!("{line} [{cite}]") });
        }
        for notice in &detail.notices {
            let said = &notice.statement;
            out.put(NOTICE, &format!("{} [{}]", self.say(&said.text), (self.cite)(said)));
        }
        self.statements(detail, out);
        for note in &step.open {
            out.put(OPEN, self.say(note));
        }
        self.ways(detail, out);
    }

    /// What is said, each source named once after everything in a row that is from it.
    fn statements(&self, detail: &Detail<'_>, out: &mut Lines) {
        let cited: Vec<_> = detail.statements.iter().map(|s| (*s, (self.cite)(s))).collect();
        for same in cited.chunk_by(|a, b| a.1 == b.1) {
            for (statement, _) in same {
                let main = std::ptr::eq(*statement, &raw const detail.step.statement);
                out.put(if main { BODY } else { ITEM }, self.say(&statement.text));
            }
            if let Some((_, cite)) = same.last() {
                out.put(BODY, &self.fill(Word::ProcessSource, &[("source", cite)]));
            }
        }
    }

    fn ways(&self, detail: &Detail<'_>, out: &mut Lines) {
        let from: Vec<_> = detail.comes_from().iter().map(usize::to_string).collect();
        if detail.number == 1 {
            out.put(FROM, self.word(Word::ProcessBegins));
        }
        if !from.is_empty() {
            out.put(FROM, &self.fill(Word::ProcessFrom, &[("steps", &from.join(", "))]));
        }
        let mut onward = Word::ProcessThen;
        for way in &detail.out {
            out.put(WAY, &self.way(way, &mut onward));
        }
        match detail.end {
            Some(EndKind::Stated) => out.put(WAY, self.word(Word::ProcessEnds)),
            Some(EndKind::NotStated) => out.put(OPEN, self.word(Word::ProcessOpenEnd)),
            None => {}
        }
    }

    /// "then 6", "or 11: not qualified (usual)", "back to 1: form closed".
    fn way(&self, way: &Way<'_>, onward: &mut Word) -> String {
        let word = match way.link.kind {
            LinkKind::Forward => std::mem::replace(onward, Word::ProcessOr),
            LinkKind::Transfer => Word::ProcessCross,
            LinkKind::Loop if way.other == way.at.from => Word::ProcessAgain,
            LinkKind::Loop => Word::ProcessBack,
        };
        let mut line = self.fill(word, &[("step", &way.number().to_string())]);
        let said = self.say(&way.link.text);
        if !said.is_empty() {
            line += ": ";
            line += said;
        }
        if let Some(sure) = certainty_word(way.link.certainty) {
            line += " (";
            line += self.word(sure);
            line += ")";
        }
        line
    }

    pub(super) fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.say(self.lang)
    }

    pub(super) fn word(&self, word: Word) -> &str {
        self.words.say(word, self.lang)
    }

    pub(super) fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.word(word), values)
    }
}

/// The word for how sure a link is; none for one that is said plainly.
#[must_use]
pub fn certainty_word(certainty: Certainty) -> Option<Word> {
    match certainty {
        Certainty::Stated | Certainty::NotBefore => None,
        Certainty::Most => Some(Word::ProcessMost),
        Certainty::Usual => Some(Word::ProcessUsual),
        Certainty::Likely => Some(Word::ProcessLikely),
        Certainty::May => Some(Word::ProcessMay),
        Certainty::Some => Some(Word::ProcessSome),
        Certainty::NotStated => Some(Word::ProcessUnsaid),
    }
}

/// What stands before a paragraph; its later lines are set under its first.
const BODY: &str = "    ";
const ITEM: &str = "    - ";
const OPEN: &str = "    ? ";
const FROM: &str = "    < ";
const WAY: &str = "    > ";
const NOTICE: &str = "    (!) ";

/// Wrapped lines, one under the other.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, first: &str, words: &str) {
        let rest = " ".repeat(first.len());
        let options = Options::new(WIDTH).initial_indent(first).subsequent_indent(&rest).break_words(false);
        for line in textwrap::wrap(words, options) {
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        }
    }

    fn blank(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }
}

#[cfg(test)]
mod tests;

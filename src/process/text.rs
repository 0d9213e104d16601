//! The whole process as plain text of at most [`WIDTH`] columns, for a terminal, a pipe or a printer.

use chrono::NaiveDate;
use textwrap::Options;

use super::{Detail, Way};
use crate::content::{Catalog, Certainty, EndKind, Lang, LinkKind, Msg, ProcessModel, Statement, Text, fill};

/// The most columns that a line takes, unless one word is longer.
pub const WIDTH: usize = 80;

/// What the text is made from.
#[allow(missing_docs, reason = "the names say it")]
pub struct Plain<'a> {
    pub model: &'a ProcessModel,
    pub catalog: &'a Catalog,
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
        out.put(&format!("{:>2}  ", detail.number), self.get(&step.title));
        if let Some(actor) = &step.actor {
            out.put(BODY, &self.fill(Msg::ProcessActor, &[("actor", self.get(&actor.name))]));
        }
        if let Some(track) = &step.track {
            let values = [("mark", track.mark.as_str()), ("track", self.get(&track.name))];
            out.put(BODY, &self.fill(Msg::ProcessTrack, &values));
        }
        if let Some(wait) = detail.wait {
            let line = self.fill(Msg::ProcessWait, &[("wait", self.get(&wait.statement.text))]);
            let cite = (self.cite)(&wait.statement);
            let same = cite == (self.cite)(&step.statement);
            out.put(BODY, &if same { line } else { format!("{line} [{cite}]") });
        }
        for notice in &detail.notices {
            let said = &notice.statement;
            out.put(NOTICE, &format!("{} [{}]", self.get(&said.text), (self.cite)(said)));
        }
        self.statements(detail, out);
        for note in &step.open {
            out.put(OPEN, self.get(note));
        }
        self.ways(detail, out);
    }

    /// What is said, each source named once after everything in a row that is from it.
    fn statements(&self, detail: &Detail<'_>, out: &mut Lines) {
        let cited: Vec<_> = detail.statements.iter().map(|s| (*s, (self.cite)(s))).collect();
        for same in cited.chunk_by(|a, b| a.1 == b.1) {
            for (statement, _) in same {
                let main = std::ptr::eq(*statement, &raw const detail.step.statement);
                out.put(if main { BODY } else { ITEM }, self.get(&statement.text));
            }
            if let Some((_, cite)) = same.last() {
                out.put(BODY, &self.fill(Msg::ProcessSource, &[("source", cite)]));
            }
        }
    }

    fn ways(&self, detail: &Detail<'_>, out: &mut Lines) {
        let from: Vec<_> = detail.comes_from().iter().map(usize::to_string).collect();
        if detail.number == 1 {
            out.put(FROM, self.msg(Msg::ProcessBegins));
        }
        if !from.is_empty() {
            out.put(FROM, &self.fill(Msg::ProcessFrom, &[("steps", &from.join(", "))]));
        }
        let mut onward = Msg::ProcessThen;
        for way in &detail.out {
            out.put(WAY, &self.way(way, &mut onward));
        }
        match detail.end {
            Some(EndKind::Stated) => out.put(WAY, self.msg(Msg::ProcessEnds)),
            Some(EndKind::NotStated) => out.put(OPEN, self.msg(Msg::ProcessOpenEnd)),
            None => {}
        }
    }

    /// "then 6", "or 11: not qualified (usual)", "back to 1: form closed".
    fn way(&self, way: &Way<'_>, onward: &mut Msg) -> String {
        let word = match way.link.kind {
            LinkKind::Forward => std::mem::replace(onward, Msg::ProcessOr),
            LinkKind::Transfer => Msg::ProcessCross,
            LinkKind::Loop if way.other == way.at.from => Msg::ProcessAgain,
            LinkKind::Loop => Msg::ProcessBack,
        };
        let mut line = self.fill(word, &[("step", &way.number().to_string())]);
        let said = self.get(&way.link.text);
        if !said.is_empty() {
            line += ": ";
            line += said;
        }
        if let Some(sure) = certainty_word(way.link.certainty) {
            line += " (";
            line += self.msg(sure);
            line += ")";
        }
        line
    }

    pub(super) fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    pub(super) fn msg(&self, msg: Msg) -> &str {
        self.catalog.get(msg, self.lang)
    }

    pub(super) fn fill(&self, word: Msg, values: &[(&str, &str)]) -> String {
        fill(self.msg(word), values)
    }
}

/// The word for how sure a link is; none for one that is said plainly.
#[must_use]
pub fn certainty_word(certainty: Certainty) -> Option<Msg> {
    match certainty {
        Certainty::Stated | Certainty::NotBefore => None,
        Certainty::Most => Some(Msg::ProcessMost),
        Certainty::Usual => Some(Msg::ProcessUsual),
        Certainty::Likely => Some(Msg::ProcessLikely),
        Certainty::May => Some(Msg::ProcessMay),
        Certainty::Some => Some(Msg::ProcessSome),
        Certainty::NotStated => Some(Msg::ProcessUnsaid),
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

//! A sheet as it is read out, by an interpreter or a caller: a sentence a line, with pauses, and after each part its
//! question back, to hear whether it was understood.

mod sentences;

use super::Sheet;
use crate::content::Msg;
use crate::document::{Anchor, Block, Kind, Mark};
use crate::rules::Verdict;
use crate::text::clean;
use crate::wording::Phrases;
use sentences::sentences;

/// One line to be read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The block that it says; none for what only guides the reader.
    pub anchor: Option<Anchor>,
    /// One sentence, without control characters.
    pub text: String,
}

/// Blocks that are not read out, as [`Sheet::part`] names them: the line on which a name is written.
pub const LEFT_OUT: [&str; 1] = ["name"];

/// The lines as text, with a blank one before each part.
pub fn script(sheet: &Sheet, phrases: Phrases<'_>) -> String {
    let headings = sheet.document.blocks.iter().filter(|block| block.kind == Kind::Heading);
    let headings: Vec<&Anchor> = headings.map(|block| &block.anchor).collect();
    let line = |line: Line| {
        let gap = if line.anchor.is_some_and(|anchor| headings.contains(&&anchor)) { "\n" } else { "" };
        format!("{gap}{}\n", line.text)
    };
    lines(sheet, phrases).into_iter().map(line).collect()
}

/// What is read out, in order.
pub fn lines(sheet: &Sheet, phrases: Phrases<'_>) -> Vec<Line> {
    let mut script = Script { phrases, lines: Vec::new(), question: None };
    script.guide(Msg::ScriptBegin);
    for block in sheet.document.blocks.iter().filter(|block| !LEFT_OUT.contains(&sheet.part(block))) {
        if block.kind == Kind::Heading {
            script.ask_back();
            script.question = Some(block.text.clone());
        }
        script.say(block);
    }
    script.ask_back();
    script.guide(Msg::ScriptEnd);
    script.lines
}

struct Script<'a> {
    phrases: Phrases<'a>,
    lines: Vec<Line>,
    /// The heading of the part that is being read.
    question: Option<String>,
}

impl Script<'_> {
    fn guide(&mut self, msg: Msg) {
        let text = self.phrases.get(msg).to_owned();
        self.lines.push(Line { anchor: None, text });
    }

    /// The question of the part that ends, back to the person, and a pause for the answer.
    fn ask_back(&mut self) {
        if let Some(question) = self.question.take() {
            let text = clean(&self.phrases.fill(Msg::ScriptBack, &[("question", &question)]));
            self.lines.push(Line { anchor: None, text });
            self.guide(Msg::ScriptPause);
        }
    }

    fn say(&mut self, block: &Block) {
        let sign = spoken(block.mark).map(|msg| format!("{} ", self.phrases.get(msg)));
        let said = clean(&format!("{}{}", sign.unwrap_or_default(), block.line()));
        // Who says it is read out where it limits the rest; all sources are named at the end.
        let mut said = if block.kind == Kind::Heading { vec![said] } else { sentences(&said) };
        if let (Some(last), Some(by)) = (said.last_mut(), block.reported_by()) {
            *last += &clean(&format!(" [{by}]"));
        }
        self.lines.extend(said.into_iter().map(|text| Line { anchor: Some(block.anchor.clone()), text }));
    }
}

/// What is said for a sign that can only be seen.
fn spoken(mark: Mark) -> Option<Msg> {
    Some(match mark {
        Mark::None | Mark::NotApplicable => return None,
        Mark::Verdict(Verdict::Met) => Msg::ScriptMet,
        Mark::Verdict(Verdict::NotMet) => Msg::ScriptNotMet,
        Mark::Verdict(Verdict::Unclear) => Msg::ScriptUnclear,
        Mark::Notice => Msg::ScriptNotice,
        Mark::Open => Msg::ScriptOpen,
    })
}

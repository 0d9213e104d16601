//! A sheet as messages for a phone. Each stands alone, since one can be lost or passed on: it says the programme, the
//! office, its number, the day, the newest notice, and that nothing is promised; and under which question its lines stand.

use super::Sheet;
use crate::content::Msg;
use crate::document::{Block, Kind};
use crate::text::clean;
use crate::wording::Phrases;

/// The most characters of a message.
pub const MOST: usize = 480;

/// Parts that no message has, as [`Sheet::part`] names their headings: what is long, and not to be acted on.
pub const PARTS_LEFT_OUT: [&str; 2] = ["apply", "next"];

/// Blocks that no message has, as [`Sheet::part`] names them.
pub const LEFT_OUT: [&str; 2] = ["name", "sources"];

/// Blocks that each message has around what it says.
const FRAME: [&str; 2] = ["day", "no_promise"];

/// The most characters of what stands in each message, so that half of it is left: title, day, notice with
/// the label of its source, promise, question.
const TITLE: usize = 60;
const DAY: usize = 30;
const NOTICE: usize = 110;
const LABEL: usize = 20;
const PROMISE: usize = 70;
const QUESTION: usize = 60;

/// The messages, a blank line between them.
pub fn message(sheet: &Sheet, phrases: Phrases<'_>) -> String {
    parts(sheet, phrases).join("\n\n") + "\n"
}

/// The messages in order.
pub fn parts(sheet: &Sheet, phrases: Phrases<'_>) -> Vec<String> {
    let frame = Frame::of(sheet);
    // The number of messages stands in each, and takes room itself.
    for digits in 1.. {
        let longest = "9".repeat(digits);
        let room = MOST.saturating_sub(length(&frame.around(phrases, "", &longest, &longest)));
        let bodies = bodies(&lines(sheet), room);
        let of = bodies.len().to_string();
        if of.len() <= digits {
            let whole = |(body, n): (String, usize)| frame.around(phrases, &body, &n.to_string(), &of);
            return bodies.into_iter().zip(1..).map(whole).collect();
        }
    }
    Vec::new()
}

/// What stands in each message.
struct Frame<'a> {
    title: String,
    day: String,
    notice: Option<&'a Block>,
    promise: Option<&'a Block>,
}

/// A line of a message, and the question that it answers.
struct Line {
    question: String,
    text: String,
}

impl<'a> Frame<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let blocks = &sheet.document.blocks;
        let find = |part: &str| blocks.iter().find(|block| sheet.part(block) == part);
        let text = |block: Option<&Block>, most| block.map(|block| cut(&clean(&block.text), most)).unwrap_or_default();
        let news = blocks.iter().skip_while(|block| sheet.part(block) != "news");
        Self {
            title: text(blocks.first().filter(|block| block.kind == Kind::Title), TITLE),
            day: text(find("day"), DAY),
            notice: news.skip(1).find(|block| block.role.is_report()),
            promise: find("no_promise"),
        }
    }

    fn around(&self, phrases: Phrases<'_>, body: &str, n: &str, of: &str) -> String {
        let head = phrases.fill(Msg::SheetPart, &[("title", &self.title), ("n", n), ("of", of)]);
        let label = self.notice.and_then(|block| block.citation.as_ref());
        let label = label.map(|citation| format!(" [{}]", cut(&clean(&citation.label), LABEL))).unwrap_or_default();
        let said = |block: Option<&Block>, more: &str, most: usize| {
            let text = cut(&clean(&block?.text), most.saturating_sub(length(more)));
            Some(text + more)
        };
        let (notice, promise) = (said(self.notice, &label, NOTICE), said(self.promise, "", PROMISE));
        let lines = [Some(format!("{head} {}", self.day)), notice, Some(body.to_owned()), promise];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// What stands in one message only, and the newest notice once with its date.
fn lines(sheet: &Sheet) -> Vec<Line> {
    let (mut lines, mut question, mut is_in) = (Vec::new(), String::new(), true);
    for block in &sheet.document.blocks {
        let part = sheet.part(block);
        match block.kind {
            Kind::Title => {}
            Kind::Heading => {
                is_in = !PARTS_LEFT_OUT.contains(&part);
                question = cut(&clean(&block.text), QUESTION);
            }
            _ if is_in && !LEFT_OUT.contains(&part) && !FRAME.contains(&part) => {
                lines.push(Line { question: question.clone(), text: sentence(block) });
            }
            _ => {}
        }
    }
    lines
}

/// A block in one line, without markup.
fn sentence(block: &Block) -> String {
    let by = block.reported_by().map(|by| format!(" [{by}]")).unwrap_or_default();
    clean(format!("{} {}{by}", block.mark.sign(), block.line()).trim_start())
}

/// Lines packed into as few messages as they fill in order, each under its question, also where that goes on.
fn bodies(lines: &[Line], room: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut body, mut under) = (String::new(), "");
    for line in lines {
        let head = length(&line.question) + 1;
        for piece in pieces(&line.text, room.saturating_sub(head).max(1)) {
            let more = if under == line.question { 0 } else { head };
            if !body.is_empty() && length(&body) + 1 + more + length(&piece) > room {
                all.push(std::mem::take(&mut body));
                under = "";
            }
            for part in [Some(&line.question).filter(|question| *question != under), Some(&piece)].into_iter().flatten()
            {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(part);
            }
            under = &line.question;
        }
    }
    all.extend(Some(body).filter(|body| !body.is_empty()));
    all
}

/// A text in pieces of so many characters, parted at blanks where there are any.
fn pieces(text: &str, most: usize) -> Vec<String> {
    let (mut all, mut piece) = (Vec::new(), String::new());
    for word in text.split_whitespace() {
        if !piece.is_empty() && length(&piece) + 1 + length(word) > most {
            all.push(std::mem::take(&mut piece));
        }
        if !piece.is_empty() {
            piece.push(' ');
        }
        let mut rest = word.chars().peekable();
        while rest.peek().is_some() {
            piece.extend(rest.by_ref().take(most));
            if rest.peek().is_some() {
                all.push(std::mem::take(&mut piece));
            }
        }
    }
    all.extend(Some(piece).filter(|piece| !piece.is_empty()));
    all
}

/// The first characters of a text, with an ellipsis where there were more.
fn cut(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

//! A sheet as messages for a phone. Each stands alone, since one can be lost or passed on: it says the programme, the
//! office, its number, the day, the newest notice, and that nothing is promised; and under which question its lines stand.

use super::Sheet;
use crate::content::Msg;
use crate::document::{Block, Kind, Mark};
use crate::text::clean;
use crate::wording::Phrases;

/// The most characters of a message.
pub const MOST: usize = 480;

/// Parts that no message has, as [`Sheet::part`] names their headings: what is long, and not to be acted on.
pub const PARTS_LEFT_OUT: [&str; 1] = ["next"];

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
pub fn message(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> String {
    parts(sheet, phrases, ascii).join("\n\n") + "\n"
}

/// The messages in order; in ASCII alone where that is asked for, which makes some texts longer.
pub fn parts(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> Vec<String> {
    let script = Script { sheet, phrases, ascii };
    let frame = script.frame();
    // The number of messages stands in each, and takes room itself.
    for digits in 1.. {
        let longest = "9".repeat(digits);
        let room = MOST.saturating_sub(length(&script.around(&frame, "", &longest, &longest)));
        let bodies = bodies(&script.groups(), room);
        let of = bodies.len().to_string();
        if of.len() <= digits {
            let whole = |(body, n): (String, usize)| script.around(&frame, &body, &n.to_string(), &of);
            return bodies.into_iter().zip(1..).map(whole).collect();
        }
    }
    Vec::new()
}

/// What stands in each message.
struct Frame {
    title: String,
    day: String,
    notice: Option<String>,
    promise: Option<String>,
}

/// Lines that are one thing to read, a reason and what is left open of it, and the question that they answer.
struct Group {
    question: String,
    lines: Vec<String>,
}

/// A sheet, and the letters in which it is written.
struct Script<'a> {
    sheet: &'a Sheet,
    phrases: Phrases<'a>,
    ascii: bool,
}

impl Script<'_> {
    fn plain(&self, text: &str) -> String {
        let text = clean(text);
        if self.ascii { crate::text::ascii(&text) } else { text }
    }

    /// The first characters of a text, with an ellipsis where there were more.
    fn cut(&self, text: &str, most: usize) -> String {
        let (text, dots) = (self.plain(text), if self.ascii { "..." } else { "…" });
        if length(&text) <= most {
            return text;
        }
        text.chars().take(most.saturating_sub(length(dots))).chain(dots.chars()).collect()
    }

    fn frame(&self) -> Frame {
        let blocks = &self.sheet.document.blocks;
        let find = |part: &str| blocks.iter().find(|block| self.sheet.part(block) == part);
        let text = |block: Option<&Block>, most| block.map(|block| self.cut(&block.text, most));
        let news = blocks.iter().skip_while(|block| self.sheet.part(block) != "news");
        let notice = news.skip(1).find(|block| block.role.is_report());
        let label = notice.and_then(|block| block.citation.as_ref());
        let label = label.map(|citation| format!(" [{}]", self.cut(&citation.label, LABEL))).unwrap_or_default();
        Frame {
            title: text(blocks.first().filter(|block| block.kind == Kind::Title), TITLE).unwrap_or_default(),
            day: text(find("day"), DAY).unwrap_or_default(),
            notice: text(notice, NOTICE.saturating_sub(length(&label))).map(|text| text + &label),
            promise: text(find("no_promise"), PROMISE),
        }
    }

    fn around(&self, frame: &Frame, body: &str, n: &str, of: &str) -> String {
        let head = self.phrases.fill(Msg::SheetPart, &[("title", &frame.title), ("n", n), ("of", of)]);
        let head = format!("{} {}", self.plain(&head), frame.day);
        let lines = [Some(&*head), frame.notice.as_deref(), Some(body), frame.promise.as_deref()];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// What stands in one message only, and the newest notice once with its date; at the end where the rest is.
    fn groups(&self) -> Vec<Group> {
        let (mut groups, mut question, mut is_in) = (Vec::<Group>::new(), String::new(), true);
        let mut level = usize::MAX;
        for block in &self.sheet.document.blocks {
            let part = self.sheet.part(block);
            match block.kind {
                Kind::Title => {}
                Kind::Heading => {
                    is_in = !PARTS_LEFT_OUT.contains(&part);
                    (question, level) = (self.cut(&block.text, QUESTION), usize::MAX);
                }
                _ if !is_in || LEFT_OUT.contains(&part) || FRAME.contains(&part) => {}
                // What is left open of a reason, and what was said of it later, belongs to it.
                Kind::Paragraph if block.level > level && block.mark != Mark::None => {
                    groups.last_mut().iter_mut().for_each(|group| group.lines.push(self.sentence(block)));
                }
                _ => {
                    level = block.level;
                    groups.push(Group { question: question.clone(), lines: vec![self.sentence(block)] });
                }
            }
        }
        if !groups.is_empty() {
            groups.push(Group { question, lines: vec![self.plain(self.phrases.get(Msg::SheetWhole))] });
        }
        groups
    }

    /// A block in one line, without markup.
    fn sentence(&self, block: &Block) -> String {
        let by = block.reported_by().map(|by| format!(" [{by}]")).unwrap_or_default();
        self.plain(format!("{} {}{by}", block.mark.sign(), block.line()).trim_start())
    }
}

/// Lines packed into as few messages as they fill in order, each under its question, also where that goes on. What is one
/// thing to read is in one message where it fits one.
fn bodies(groups: &[Group], room: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut body, mut under) = (String::new(), "");
    for Group { question, lines } in groups {
        let head = length(question) + 1;
        let size: usize = lines.iter().map(|line| length(line) + 1).sum();
        let more = |under: &str| if under == question { 0 } else { head };
        if !body.is_empty() && length(&body) + more(under) + size > room && head + size <= room + 1 {
            all.push(std::mem::take(&mut body));
            under = "";
        }
        for piece in lines.iter().flat_map(|line| pieces(line, room.saturating_sub(head).max(1))) {
            if !body.is_empty() && length(&body) + 1 + more(under) + length(&piece) > room {
                all.push(std::mem::take(&mut body));
                under = "";
            }
            for part in [Some(question).filter(|question| *question != under), Some(&piece)].into_iter().flatten() {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(part);
            }
            under = question;
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

fn length(text: &str) -> usize {
    text.chars().count()
}

//! A sheet as messages for a phone. Each stands alone, since one can be lost or passed on: it says the programme, the
//! office, its number, and under which question its lines stand. A verdict is in one message with the newest notice in
//! short and with what it does not promise. They are as few as hold it: nobody reads the tenth.

use super::Sheet;
use crate::content::Msg;
use crate::document::{Block, Kind, Mark, Role};
use crate::text::clean;
use crate::wording::Phrases;

/// The most characters of a message.
pub const MOST: usize = 480;

/// Parts that no message has, as [`Sheet::part`] names their headings: what is long, and not to be acted on.
const PARTS_LEFT_OUT: [&str; 2] = ["next", "applied"];

/// Blocks that no message has, as [`Sheet::part`] names them.
const LEFT_OUT: [&str; 2] = ["name", "sources"];

/// The parts of a sheet that messages say. What to bring is one of them where some of it is ticked, or while applications
/// are taken.
pub fn said(sheet: &Sheet) -> impl Iterator<Item = &[Block]> {
    let blocks = &sheet.document.blocks;
    let is_open = blocks.iter().all(|block| sheet.part(block) != "applied");
    let is_ticked = |part: &[Block]| part.iter().any(|block| matches!(block.kind, Kind::Value { .. }));
    let is_said = move |part: &&[Block]| match part.first().map(|heading| sheet.part(heading)) {
        Some("bring") => is_open || is_ticked(part),
        name => name.is_none_or(|name| !PARTS_LEFT_OUT.contains(&name)),
    };
    blocks.chunk_by(|_, next| next.kind != Kind::Heading).filter(is_said)
}

/// The most characters of what stands in each message, so that most of it is left: title, notice in short, question.
const TITLE: usize = 60;
const NOTICE: usize = 60;
const QUESTION: usize = 60;

/// The messages, a blank line between them.
pub fn message(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> String {
    parts(sheet, phrases, ascii).join("\n\n") + "\n"
}

/// The messages in order; in ASCII alone where that is asked for, which makes some texts longer.
pub fn parts(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> Vec<String> {
    let script = Script { sheet, phrases, ascii };
    // The number of messages stands in each, and takes room itself.
    for digits in 1.. {
        let longest = "9".repeat(digits);
        let room = MOST.saturating_sub(length(&script.head(&longest, &longest)) + 1);
        let bodies = bodies(&script.groups(), room);
        let of = bodies.len().to_string();
        if of.len() <= digits {
            let whole = |(body, n): (String, usize)| format!("{}\n{body}", script.head(&n.to_string(), &of));
            return bodies.into_iter().zip(1..).map(whole).collect();
        }
    }
    Vec::new()
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

    /// What each message begins with.
    fn head(&self, n: &str, of: &str) -> String {
        let title = self.sheet.document.blocks.first().filter(|block| block.kind == Kind::Title);
        let title = title.map(|block| self.cut(&block.text, TITLE)).unwrap_or_default();
        self.plain(&self.phrases.fill(Msg::SheetPart, &[("title", &title), ("n", n), ("of", of)]))
    }

    /// The newest notice, in short where it has a short form.
    fn newest(&self) -> Option<String> {
        let mut news = self.sheet.document.blocks.iter().skip_while(|block| self.sheet.part(block) != "news").skip(1);
        let newest = news.find(|block| block.role.is_report())?;
        Some(self.cut(newest.short.as_ref().unwrap_or(&newest.text), NOTICE))
    }

    /// What stands in one message only; at the end where the rest is.
    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = said(self.sheet).flat_map(|part| self.of_part(part)).collect();
        let whole = self.plain(self.phrases.get(Msg::SheetWhole));
        let last = groups.last().map(|group| Group { question: group.question.clone(), lines: vec![whole] });
        groups.extend(last);
        groups
    }

    fn of_part(&self, part: &[Block]) -> Vec<Group> {
        let heading = part.first().filter(|block| block.kind == Kind::Heading);
        let question = heading.map(|block| self.cut(&block.text, QUESTION)).unwrap_or_default();
        let (mut groups, mut level) = (Vec::<Group>::new(), usize::MAX);
        let mut before: Option<&Block> = None;
        let is_text = |block: &&Block| !matches!(block.kind, Kind::Title | Kind::Heading);
        for block in part.iter().filter(is_text).filter(|block| !LEFT_OUT.contains(&self.sheet.part(block))) {
            let line = self.sentence(block);
            let last = groups.last_mut().filter(|_| belongs(before, block, level));
            match last.map(|group| &mut group.lines) {
                Some(lines) if is_short(block) => {
                    lines.last_mut().into_iter().for_each(|all| all.extend(["; ", &line]));
                }
                Some(lines) => lines.push(line),
                None => {
                    level = block.level;
                    let is_promise = self.sheet.part(block) == "no_promise";
                    let newest = self.newest().filter(|_| is_promise || matches!(block.role, Role::Verdict(_)));
                    groups
                        .push(Group { question: question.clone(), lines: newest.into_iter().chain([line]).collect() });
                }
            }
            before = Some(block);
        }
        groups
    }

    /// A block in one line, without markup; advice in short, where it has a short form.
    fn sentence(&self, block: &Block) -> String {
        if let Some(short) = block.short.as_ref().filter(|_| is_short(block)) {
            return self.plain(short);
        }
        let by = block.reported_by().map(|by| format!(" [{by}]")).unwrap_or_default();
        self.plain(format!("{} {}{by}", block.mark.sign(), block.line()).trim_start())
    }
}

/// Whether it is said in its short form: what everybody is told.
fn is_short(block: &Block) -> bool {
    block.role == Role::Advice && block.short.is_some()
}

/// Whether a block is one thing to read with those before it, which began at a level: what is left open of a reason, and
/// what was said of it later; what a verdict does not promise; advice after advice.
fn belongs(before: Option<&Block>, block: &Block, level: usize) -> bool {
    let is_below = block.kind == Kind::Paragraph && block.level > level && block.mark != Mark::None;
    let is_after = |before: &Block| matches!(before.role, Role::Verdict(_)) || is_short(before) && is_short(block);
    is_below || before.is_some_and(is_after)
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

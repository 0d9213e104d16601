//! The blocks of a document as lines, and as elements of the structure.

mod code;
mod pair;
mod part;
mod put;
mod table;

use super::face::Face;
use super::line::{StyledText, Tag, TextLine};
use super::look::{Look, Room, Setting, WIDTH};
use super::tags::{Element, Tags};
use crate::content::Msg;
use crate::document::{Block, Kind, Mark, Role};
use crate::sheet::Sheet;
use crate::sheet::pictogram::Pictogram;
use crate::text::cut;
use crate::wording::Phrases;
use part::Part;
use put::{Lead, Placement};

/// The most letters of the words under which a reader lists a heading.
const LONGEST: usize = 200;

/// The most letters of a source that stands on one line.
const WHOLE: usize = 60;

const BULLET: &str = "•";

const NO_BREAK: &str = "\u{a0}";

/// Distances above a block, in sizes of the text.
mod gap {
    pub(super) const HEADING: f32 = 0.65;
    pub(super) const PARAGRAPH: f32 = 0.3;
    pub(super) const ENTRY: f32 = 0.12;
    pub(super) const CODE: f32 = 0.8;
}

/// What heads the blocks that are read.
#[derive(Debug, Clone, Copy, Default)]
struct Headed {
    by_title: bool,
    by_heading: bool,
}

/// Lines and elements, as far as the blocks have been read.
pub(super) struct TextFlow<'a> {
    pub(super) lines: Vec<TextLine>,
    pub(super) tags: Tags,
    face: &'a Face,
    setting: Setting,
    phrases: Phrases<'a>,
    /// How wide the text is, in points.
    width: f32,
    /// What came above.
    headed: Headed,
    part: Part,
    /// The list that goes on, and the body of its last entry.
    list: Option<(Tag, Tag)>,
    /// The table that goes on, and whether there was one.
    table: Option<Tag>,
    tabled: bool,
    /// The line that has room for another short block at its right, and the level of what is there.
    half: Option<(usize, usize)>,
    /// Whether the next block stands below the one that is read.
    leads: bool,
    /// What is put behind the block that is read, on its lines.
    behind: &'a [Block],
}

impl<'a> TextFlow<'a> {
    /// A whole sheet.
    pub(super) fn of(sheet: &'a Sheet, phrases: Phrases<'a>, face: &'a Face, setting: Setting) -> Self {
        let mut flow = Self {
            lines: Vec::new(),
            tags: Tags::default(),
            face,
            setting,
            phrases,
            width: WIDTH,
            headed: Headed::default(),
            part: Part::Said,
            list: None,
            table: None,
            tabled: false,
            half: None,
            leads: false,
            behind: &[],
        };
        let blocks = &sheet.document.blocks;
        if sheet.address.is_empty() {
            flow.blocks(blocks);
            return flow;
        }
        let (above, beside) = blocks.split_at_checked(code::beside(blocks)).unwrap_or((blocks, &[]));
        flow.blocks(above);
        flow.with_code(&sheet.address, beside);
        flow
    }

    /// Blocks, each with those below it. Where there is little room, what is far below stands behind it, and entries
    /// follow each other on their lines.
    fn blocks(&mut self, blocks: &'a [Block]) {
        let is_roomy = self.setting.room == Room::Roomy;
        for part in blocks.chunk_by(|_, next| !matches!(next.kind, Kind::Title | Kind::Heading)) {
            let kind = part.first().map_or(Part::Said, Part::of);
            self.part = if kind == Part::Checklist && self.setting.room == Room::Tight { Part::Said } else { kind };
            let kind = self.part;
            let mut groups = part.chunk_by(|before, next| !is_roomy && kind.puts_behind(before, next)).peekable();
            while let Some(group) = groups.next() {
                let Some((block, behind)) = group.split_first() else { continue };
                let below = groups.peek().and_then(|next| next.first()).map_or(0, |next| next.level);
                self.leads = below > block.level || !behind.is_empty();
                self.behind = behind;
                self.block(block);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        if !matches!(block.kind, Kind::Row { .. }) {
            self.table = None;
        }
        match &block.kind {
            Kind::Title | Kind::Heading => self.heading(block),
            Kind::Paragraph => self.paragraph(block),
            Kind::Item { number } => self.entry(block, *number, None),
            Kind::Value { name, number } => self.entry(block, *number, Some(name)),
            Kind::Row { cells } => self.row(cells),
        }
    }

    fn heading(&mut self, block: &Block) {
        self.list = None;
        let is_title = block.kind == Kind::Title;
        let begins = is_title && self.headed.by_title;
        let level = if is_title || !self.headed.by_title { 1 } else { 2 };
        self.headed.by_title |= is_title;
        self.headed.by_heading = !is_title;
        let words = cut(&self.face.settable(&block.text), LONGEST);
        // A heading without words heads nothing.
        let is_heading = !words.trim().is_empty();
        let element = if is_heading { Element::Heading(level, words.clone()) } else { Element::Paragraph };
        let tag = self.tags.add(element, None);
        let look = if is_title { Look::Title } else { Look::Heading };
        let lead = Pictogram::beside(&block.anchor).map_or(Lead::None, Lead::Pictogram);
        let first = self.lines.len();
        // A figure inside of a heading asks for an element of its own for the words.
        let is_plain = matches!(lead, Lead::None);
        let words_tag = if is_plain { tag } else { self.tags.add(Element::Span, Some(tag)) };
        let mut texts = vec![StyledText::new(&*block.text, look, words_tag)];
        texts.extend(self.by(block, words_tag));
        self.put(&texts, lead, &Placement { indent: 0.0, label: tag, gap: gap::HEADING });
        for line in self.lines.iter_mut().skip(first) {
            line.keeps = true;
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.bookmark = is_heading.then_some(words);
            line.begins = begins;
        }
        if let Some(line) = self.lines.last_mut().filter(|_| is_title) {
            line.ruled = true;
            line.height += self.setting.points * 0.25;
        }
    }

    fn paragraph(&mut self, block: &Block) {
        let within = self.list.filter(|_| block.level > 0).map(|(_, body)| body);
        if within.is_none() {
            self.list = None;
        }
        let tag = self.tags.add(Element::Paragraph, within);
        let lead = sign(block, None).map_or(Lead::None, Lead::Sign);
        let gap = if within.is_some() { 0.0 } else { gap::PARAGRAPH };
        self.said(block, None, lead, (tag, tag), gap);
    }

    fn entry(&mut self, block: &Block, number: Option<usize>, name: Option<&str>) {
        let gap = if self.list.is_none() { gap::PARAGRAPH } else { gap::ENTRY };
        let lead = sign(block, number).or_else(|| name.is_none().then(|| BULLET.to_owned()));
        let (label, tag) = self.listed(lead.is_some());
        self.said(block, name, lead.map_or(Lead::None, Lead::Sign), (label, tag), gap);
    }

    /// Elements for the label of another entry, if it has one, and for its text.
    fn listed(&mut self, has_label: bool) -> (Tag, Tag) {
        let list = self.list.map_or_else(|| self.tags.add(Element::List, None), |(list, _)| list);
        let entry = self.tags.add(Element::Entry, Some(list));
        let label = has_label.then(|| self.tags.add(Element::Label, Some(entry)));
        let body = self.tags.add(Element::Body, Some(entry));
        let tag = self.tags.add(Element::Paragraph, Some(body));
        self.list = Some((list, body));
        (label.unwrap_or(tag), tag)
    }

    /// A block's name, text, and who says it, and then what stands behind it.
    fn said(&mut self, block: &Block, name: Option<&str>, lead: Lead, (label, tag): (Tag, Tag), gap: f32) {
        let mut texts = Vec::new();
        texts.extend(name.map(|name| StyledText::new(format!("{name}:"), Look::Strong, tag)));
        // A verdict with something behind it is a sentence.
        let end = if matches!(block.role, Role::Verdict(_)) && !self.behind.is_empty() { "." } else { "" };
        texts.push(StyledText::new(format!("{}{end}", block.text), self.part.look(block), tag));
        texts.extend(self.by(block, tag));
        for block in std::mem::take(&mut self.behind) {
            let (label, tag) = match block.kind {
                Kind::Paragraph => {
                    let tag = self.tags.add(Element::Paragraph, self.list.map(|(_, body)| body));
                    (tag, tag)
                }
                _ => self.listed(true),
            };
            let sign = sign(block, None).or_else(|| (block.kind != Kind::Paragraph).then(|| BULLET.to_owned()));
            texts.extend(sign.map(|sign| StyledText::new(sign, Look::Sign, label)));
            texts.push(StyledText::new(&*block.text, self.part.look(block), tag));
            texts.extend(self.by(block, tag));
        }
        #[allow(clippy::cast_precision_loss, reason = "a level is a few steps deep")]
        let indent = block.level.min(8) as f32 * self.column();
        let first = self.lines.len();
        self.put(&texts, lead, &Placement { indent, label, gap });
        self.pair(block, first);
    }

    /// Who says a block, and the numbers of the answers that it rests on.
    fn by(&self, block: &Block, tag: Tag) -> Vec<StyledText<'static>> {
        let is_whole = |by: &String| self.setting.room == Room::Roomy && by.chars().count() <= WHOLE;
        let by = block.said_by().map(|by| format!("[{by}]"));
        let by = by.map(|by| if is_whole(&by) { by.replace(' ', NO_BREAK) } else { by });
        let numbers: Vec<String> = block.answers.iter().map(ToString::to_string).collect();
        let answers = || format!("({})", self.phrases.fill(Msg::AnswerNo, &[("n", &numbers.join(", "))]));
        let answers = (!numbers.is_empty()).then(answers);
        by.into_iter().chain(answers).map(|text| StyledText::new(text, Look::Small, tag)).collect()
    }
}

/// The number of a block and its mark.
fn sign(block: &Block, number: Option<usize>) -> Option<String> {
    let number = number.map(|number| format!("{number}."));
    let mark = Some(block.mark).filter(|mark| *mark != Mark::None).map(|mark| mark.sign().to_owned());
    let parts: Vec<String> = number.into_iter().chain(mark).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

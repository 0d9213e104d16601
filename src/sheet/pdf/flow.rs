//! The blocks of a document as lines, and as elements of the structure.

mod table;

use super::face::Face;
use super::line::{Drawing, Line, Picture, Piece, Tag, broken};
use super::look::{Look, MARGIN, PAGE, of_role, points};
use super::tags::{Element, Tags};
use crate::content::Msg;
use crate::document::{Block, Kind, Mark};
use crate::sheet::pictogram::Pictogram;
use crate::sheet::qr::{self, Modules};
use crate::sheet::{Print, Sheet};
use crate::text::cut;
use crate::wording::Phrases;

/// How wide the text is, in points.
const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN.0;

/// The most letters of the words under which a reader lists a heading.
const LONGEST: usize = 200;

/// The most letters of a source that stands on one line.
const WHOLE: usize = 60;

const NO_BREAK: &str = "\u{a0}";

/// The side of a module of the code, in points: two thirds of a millimetre, which a cheap telephone reads.
const MODULE: f32 = 2.0;

#[allow(clippy::cast_precision_loss, reason = "a handful")]
const QUIET: f32 = qr::QUIET as f32 * MODULE;

/// Distances above a block, in sizes of the text.
mod gap {
    pub(super) const HEADING: f32 = 0.65;
    pub(super) const PARAGRAPH: f32 = 0.3;
    pub(super) const ENTRY: f32 = 0.12;
    pub(super) const CODE: f32 = 0.8;
}

/// Lines and elements, as far as the blocks have been read.
pub(super) struct Flow<'a> {
    pub(super) lines: Vec<Line>,
    pub(super) tags: Tags,
    face: &'a Face,
    print: Print,
    phrases: Phrases<'a>,
    /// Whether a title came: what follows is below it.
    titled: bool,
    /// The list that goes on, and the body of its last entry.
    list: Option<(Tag, Tag)>,
    /// The table that goes on, and whether there was one.
    table: Option<Tag>,
    tabled: bool,
}

/// What stands at the left of a text.
enum Lead {
    None,
    Sign(String),
    Pictogram(Pictogram),
}

impl<'a> Flow<'a> {
    /// A whole sheet.
    pub(super) fn of(sheet: &Sheet, phrases: Phrases<'a>, face: &'a Face) -> Self {
        let (lines, tags) = (Vec::new(), Tags::default());
        let mut flow = Self {
            lines,
            tags,
            face,
            print: sheet.print,
            phrases,
            titled: false,
            list: None,
            table: None,
            tabled: false,
        };
        for block in &sheet.document.blocks {
            flow.block(block);
        }
        flow.code(&sheet.address);
        flow
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
        let level = if is_title || !self.titled { 1 } else { 2 };
        self.titled |= is_title;
        let words = cut(&self.face.settable(&block.text), LONGEST);
        let tag = self.tags.add(Element::Heading(level, words.clone()), None);
        let look = if is_title { Look::Title } else { Look::Heading };
        let lead = Pictogram::beside(&block.anchor).map_or(Lead::None, Lead::Pictogram);
        let first = self.lines.len();
        let texts = [(&*block.text, look)];
        self.put(&texts, lead, 0.0, tag, tag, gap::HEADING);
        for line in self.lines.iter_mut().skip(first) {
            line.keeps = true;
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.bookmark = Some(words);
        }
        if let Some(line) = self.lines.last_mut().filter(|_| is_title) {
            line.ruled = true;
            line.height += points(self.print) * 0.25;
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
        let list = self.list.map_or_else(|| self.tags.add(Element::List, None), |(list, _)| list);
        let is_first = self.list.is_none();
        let entry = self.tags.add(Element::Entry, Some(list));
        let lead = sign(block, number).or_else(|| name.is_none().then(|| "•".to_owned()));
        let label = match &lead {
            Some(_) => self.tags.add(Element::Label, Some(entry)),
            None => entry,
        };
        let body = self.tags.add(Element::Body, Some(entry));
        let tag = self.tags.add(Element::Paragraph, Some(body));
        self.list = Some((list, body));
        let gap = if is_first { gap::PARAGRAPH } else { gap::ENTRY };
        self.said(block, name, lead.map_or(Lead::None, Lead::Sign), (label, tag), gap);
    }

    /// A block's name, text, and who says it.
    fn said(&mut self, block: &Block, name: Option<&str>, lead: Lead, tags: (Tag, Tag), gap: f32) {
        let name = name.map(|name| format!("{name}:"));
        let by = block.said_by().map(|by| format!("[{by}]"));
        let by = by.map(|by| if by.chars().count() <= WHOLE { by.replace(' ', NO_BREAK) } else { by });
        let numbers: Vec<String> = block.answers.iter().map(ToString::to_string).collect();
        let answers = self.phrases.fill(Msg::AnswerNo, &[("n", &numbers.join(", "))]);
        let answers = format!("({answers})");
        let mut texts: Vec<(&str, Look)> = Vec::new();
        texts.extend(name.as_deref().map(|name| (name, Look::Strong)));
        texts.push((&block.text, of_role(block.role)));
        texts.extend(by.as_deref().map(|by| (by, Look::Small)));
        texts.extend((!numbers.is_empty()).then_some((&*answers, Look::Small)));
        #[allow(clippy::cast_precision_loss, reason = "a level is a few steps deep")]
        let indent = block.level.min(8) as f32 * self.column();
        self.put(&texts, lead, indent, tags.0, tags.1, gap);
    }

    /// Texts after a lead, their later lines below their first.
    fn put(&mut self, texts: &[(&str, Look)], lead: Lead, indent: f32, label: Tag, tag: Tag, gap: f32) {
        let Some(look) = texts.first().map(|(_, look)| *look) else { return };
        let (print, size) = (self.print, look.size(self.print));
        let x = indent + self.room(&lead, size);
        let lines = broken(self.face, print, texts, WIDTH - x);
        let last = lines.len().saturating_sub(1);
        let mut lead = Some(lead);
        let has_figure = matches!(lead, Some(Lead::Pictogram(_)));
        let mut words = None;
        for (n, pieces) in lines.into_iter().enumerate() {
            let mut line = Line {
                before: if n == 0 { gap * points(print) } else { 0.0 },
                height: look.leading(print),
                baseline: size * 1.02,
                // Neither a first nor a last line stands alone.
                keeps: (n == 0 || n + 2 == last + 1) && n < last,
                ..Line::default()
            };
            self.lead(lead.take().unwrap_or(Lead::None), look, indent, label, &mut line);
            // A figure inside of a heading asks for an element of its own for the words.
            let tag =
                if has_figure { *words.get_or_insert_with(|| self.tags.add(Element::Span, Some(tag))) } else { tag };
            let pieces = pieces.into_iter().map(|(at, text, look)| piece(x + at, text, look, tag));
            line.pieces.extend(pieces);
            self.lines.push(line);
        }
    }

    /// How far a text is from its lead.
    fn room(&self, lead: &Lead, size: f32) -> f32 {
        match lead {
            Lead::None => 0.0,
            Lead::Sign(sign) => self.column().max(self.face.width(&format!("{sign} "), Look::Strong) * size),
            Lead::Pictogram(_) => size * 1.6,
        }
    }

    /// The column of the marks: as wide as the widest of them.
    fn column(&self) -> f32 {
        points(self.print) * 1.65
    }

    fn lead(&mut self, lead: Lead, look: Look, x: f32, label: Tag, line: &mut Line) {
        match lead {
            Lead::None => {}
            Lead::Sign(sign) => {
                let look = if look == Look::Body { Look::Strong } else { look };
                line.pieces.push(piece(x, format!("{sign} "), look, label));
            }
            Lead::Pictogram(pictogram) => {
                let instead = self.phrases.get(pictogram.instead()).to_owned();
                let tag = self.tags.add(Element::Figure(instead), Some(label));
                let side = look.size(self.print) * 1.25;
                let down = line.baseline - side * 0.83;
                line.picture = Some(Picture { drawing: Drawing::Pictogram(pictogram), x, down, side, tag });
            }
        }
    }

    /// The address, beside its code.
    fn code(&mut self, address: &str) {
        let modules = Modules::of(address).filter(|_| !address.is_empty());
        self.list = None;
        // It is never alone on a page.
        if let Some(last) = self.lines.last_mut() {
            last.keeps = true;
        }
        let mut line = Line { before: gap::CODE * points(self.print), ..Line::default() };
        let mut x = 0.0;
        if let Some(modules) = modules {
            #[allow(clippy::cast_precision_loss, reason = "a code has at most 185 modules")]
            let side = modules.side() as f32 * MODULE;
            let instead = self.phrases.fill(Msg::QrCode, &[("address", &self.face.settable(address))]);
            let tag = self.tags.add(Element::Figure(instead), None);
            // The light modules at its left are in the margin, so that the dark ones begin with the text.
            line.picture = Some(Picture { drawing: Drawing::Code(modules), x: -QUIET, down: 0.0, side, tag });
            (line.height, x) = (side, side);
        }
        let paragraph = self.tags.add(Element::Paragraph, None);
        let tag = self.tags.add(Element::Link, Some(paragraph));
        let leading = Look::Body.leading(self.print);
        let lines = broken(self.face, self.print, &[(address, Look::Body)], WIDTH - x);
        #[allow(clippy::cast_precision_loss, reason = "what is on one page")]
        let text = lines.len() as f32 * leading;
        line.baseline = (line.height - text).max(0.0) / 2.0 + Look::Body.size(self.print);
        line.height = line.height.max(text);
        let mut down = 0.0;
        for words in lines {
            for (at, text, look) in words {
                let link = Some(address.to_owned()).filter(|address| is_web(address));
                line.pieces.push(Piece { down, link, ..piece(x + at, text, look, tag) });
            }
            down += leading;
        }
        self.lines.push(line);
    }
}

fn piece(x: f32, text: String, look: Look, tag: Tag) -> Piece {
    Piece { x, down: 0.0, text, look, tag, link: None }
}

/// The number of a block and its mark.
fn sign(block: &Block, number: Option<usize>) -> Option<String> {
    let number = number.map(|number| format!("{number}."));
    let mark = Some(block.mark).filter(|mark| *mark != Mark::None).map(|mark| mark.sign().to_owned());
    let parts: Vec<String> = number.into_iter().chain(mark).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether an address is one that a reader of the file can open: of the web, and nothing else in it.
fn is_web(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://")) && address.bytes().all(|b| b.is_ascii_graphic())
}

//! The parts that every document is made of.

use crate::rules::{RequirementFinding, Verdict};

/// The id of a block, unique in its document: where find, links and jumps lead. Dotted, from the general to the
/// particular: `office.colombia.requirement.age`.
pub type Anchor = Box<str>;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What matters most, in one line; a glance where there is no such line.
    Line,
    /// What matters most, for a place beside a list.
    Glance,
    /// Everything.
    Whole,
}

/// What is said about one thing, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One thing that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Block {
    pub anchor: Anchor,
    pub kind: Kind,
    /// How deep it stands below the blocks before it; 0 for what belongs to the document as a whole.
    pub level: usize,
    pub role: Role,
    /// The sign before the text that carries its meaning without colour.
    pub mark: Mark,
    /// One paragraph, without line ends.
    pub text: String,
    /// The same in a few words, where content has them and there can be little room.
    pub short: Option<String>,
    /// Who says it, where a source does.
    pub citation: Option<Citation>,
    /// Numbers, from 1, of the answers that it rests on, as on the page of answers.
    pub answers: Vec<usize>,
}

/// What a block is in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    /// What the document is about.
    Title,
    /// Begins a part of the document.
    Heading,
    Paragraph,
    /// An entry of a list; `number` counts from 1 where the list is numbered, so that an entry can be chosen by it.
    Item {
        number: Option<usize>,
    },
    /// A value under its name: "Nationality: Venezuelan".
    Value {
        name: String,
        number: Option<usize>,
    },
    /// A row of a table: one list of entries for each column. The first row holds the names of the columns.
    Row {
        cells: Vec<Vec<String>>,
    },
}

/// What a block means, so that a face can choose how loud it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Normal,
    /// A dated statement that limits what else is said.
    Notice,
    /// What a source leaves open.
    Open,
    /// A rule in its own words.
    Rule,
    /// What to say or to do.
    Advice,
    /// A dated statement that limits nothing: that an office takes applications.
    Reported,
    /// An office's verdict.
    Verdict(Verdict),
    /// The reason for a verdict, or the verdict on a pathway.
    Finding(Verdict),
    /// Stands back: hints, what only completes the picture.
    Aside,
}

/// A sign that carries meaning without colour (SCREENS.md): `[+]` met, `[-]` not met, `[?]` cannot tell, `[ ]` not about
/// this person, `(!)` notice, `(?)` left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Mark {
    None,
    Verdict(Verdict),
    NotApplicable,
    Notice,
    Open,
}

impl Role {
    /// Whether it is a report of a day, whether or not that limits what else is said.
    pub fn is_report(self) -> bool {
        matches!(self, Self::Notice | Self::Reported)
    }
}

impl Mark {
    /// The mark of a requirement for a person.
    pub fn of(finding: &RequirementFinding) -> Self {
        if finding.applies { Self::Verdict(finding.verdict) } else { Self::NotApplicable }
    }

    /// As it is written; empty for none.
    pub fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Verdict(Verdict::Met) => "[+]",
            Self::Verdict(Verdict::NotMet) => "[-]",
            Self::Verdict(Verdict::Unclear) => "[?]",
            Self::NotApplicable => "[ ]",
            Self::Notice => "(!)",
            Self::Open => "(?)",
        }
    }
}

/// Who says a block, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The source in a word or two: "guide".
    pub label: String,
    /// The source with its date, and for an undated one the day on which it was read: "portal, undated, read 23 Nov
    /// 2026".
    pub dated: String,
    /// Where in the source.
    pub section: Option<String>,
}

impl Document {
    /// The anchors in reading order.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().map(|block| &*block.anchor)
    }

    /// The block in which some words stand: one that is just them, or that they begin with, or that holds them.
    pub fn holding(&self, words: &str) -> Option<&str> {
        let words = words.rsplit_once(" [").map_or(words, |(said, _)| said);
        let is: [fn(&str, &str) -> bool; 3] =
            [|text, words| text == words, |text, words| text.starts_with(words), |text, words| text.contains(words)];
        let text = |block: &&Block| !block.text.is_empty();
        let find = |is: fn(&str, &str) -> bool| self.blocks.iter().filter(text).find(|block| is(&block.text, words));
        is.into_iter().find_map(find).map(|block| &*block.anchor)
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a block, unless one with its anchor is there already.
    pub fn push_once(&mut self, block: Block) {
        if self.anchors().all(|anchor| *anchor != *block.anchor) {
            self.push(block);
        }
    }

    /// Adds another document under a heading; nothing where it is empty.
    pub fn part(&mut self, anchor: impl Into<Anchor>, heading: &str, part: Self) {
        if !part.blocks.is_empty() {
            self.push(Block::new(anchor, Kind::Heading, heading));
            self.append(part);
        }
    }

    /// Adds another document under a heading, without what is said already.
    pub fn part_once(&mut self, anchor: impl Into<Anchor>, heading: &str, mut part: Self) {
        part.blocks.retain(|block| self.anchors().all(|anchor| *anchor != *block.anchor));
        self.part(anchor, heading, part);
    }

    /// Adds all blocks of another document.
    pub fn append(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }
}

impl FromIterator<Block> for Document {
    fn from_iter<I: IntoIterator<Item = Block>>(blocks: I) -> Self {
        Self { blocks: blocks.into_iter().collect() }
    }
}

impl Block {
    /// A block without mark, citation or answers.
    pub fn new(anchor: impl Into<Anchor>, kind: Kind, text: impl Into<String>) -> Self {
        Self {
            anchor: anchor.into(),
            kind,
            level: 0,
            role: Role::Normal,
            mark: Mark::None,
            text: text.into(),
            short: None,
            citation: None,
            answers: Vec::new(),
        }
    }

    /// What a source leaves open.
    pub fn open(anchor: impl Into<Anchor>, text: impl Into<String>) -> Self {
        Self::new(anchor, Kind::Paragraph, text).role(Role::Open).mark(Mark::Open)
    }

    /// In a few words, too.
    pub fn short(mut self, words: Option<String>) -> Self {
        self.short = words;
        self
    }

    /// Below the block before it.
    pub fn level(mut self, level: usize) -> Self {
        self.level = level;
        self
    }

    /// With a role.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// With a mark.
    pub fn mark(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// Who says it, as far as that is needed to judge it: what limits the rest by its date, a rule by its section.
    pub fn said_by(&self) -> Option<String> {
        let citation = self.citation.as_ref()?;
        Some(match (self.role, &citation.section) {
            (role, _) if role.is_report() => citation.dated.clone(),
            (Role::Rule, Some(section)) => format!("{}, {section}", citation.label),
            _ => citation.label.clone(),
        })
    }

    /// The same where it is a report: then the date matters as much as who says it.
    pub fn reported_by(&self) -> Option<&str> {
        let citation = self.citation.as_ref().filter(|_| self.role.is_report());
        citation.map(|citation| citation.dated.as_str())
    }

    /// What it says in one line, without its mark and who says it.
    pub fn line(&self) -> String {
        match &self.kind {
            Kind::Value { name, .. } => format!("{name}: {}", self.text),
            Kind::Row { cells } => cells.concat().join("; "),
            _ => self.text.clone(),
        }
    }

    /// With who says it.
    pub fn cited(mut self, citation: Citation) -> Self {
        self.citation = Some(citation);
        self
    }
}

//! Words by which people look for something that the texts call otherwise.

use super::{Content, Id};

/// Words, and what they lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchWords {
    /// Words and phrases, in all languages at once.
    pub words: Vec<Box<str>>,
    /// The best first.
    pub to: Vec<Target>,
}

/// Something that words lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Target {
    Office(Id),
    /// `OFFICE.NAME`.
    Requirement(Id),
    /// Every requirement of an aspect.
    Aspect(Id),
    /// Every requirement with an open point of that id.
    Open(Id),
    /// The help line of that id, or `all`.
    HelpLine(Id),
    Step(Id),
    Pathway(Id),
    Question(Id),
    Item(Id),
    Statement(Id),
    Notice(Id),
    Language(Id),
    /// The tracks of the process side by side.
    Tracks,
}

/// In place of an id: every one.
pub const ALL: &str = "all";

impl Target {
    /// What `kind.id` means; none for an unknown kind.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('.')?;
        let make = match kind {
            "office" => Self::Office,
            "requirement" => Self::Requirement,
            "aspect" => Self::Aspect,
            "open" => Self::Open,
            "help_line" => Self::HelpLine,
            "step" => Self::Step,
            "pathway" => Self::Pathway,
            "question" => Self::Question,
            "item" => Self::Item,
            "statement" => Self::Statement,
            "notice" => Self::Notice,
            "language" => Self::Language,
            "tracks" if id == ALL => return Some(Self::Tracks),
            _ => return None,
        };
        Some(make(id.into()))
    }

    /// Whether there is something of that id.
    pub(super) fn is_in(&self, content: &Content) -> bool {
        let mut requirements = content.offices.iter().flat_map(|office| &office.requirements);
        match self {
            Self::Office(id) => content.offices.iter().any(|office| office.id == *id),
            Self::Requirement(id) => requirements.any(|requirement| requirement.id == *id),
            Self::Aspect(id) => content.aspects.iter().any(|aspect| aspect.id == *id),
            Self::Open(id) => requirements.any(|requirement| requirement.open.iter().any(|open| open.id == *id)),
            Self::HelpLine(id) => content.help_lines.iter().any(|line| **id == *ALL || line.id == *id),
            Self::Step(id) => content.process.steps.iter().any(|step| step.id == *id),
            Self::Pathway(id) => content.pathways.iter().any(|pathway| pathway.id == *id),
            Self::Question(id) => content.question(id).is_some(),
            Self::Item(id) => content.items.iter().any(|item| item.id == *id),
            Self::Statement(id) => content.statements.iter().any(|said| said.statement.id == *id),
            Self::Notice(id) => content.notices.iter().any(|notice| notice.statement.id == *id),
            Self::Language(id) => content.languages.iter().any(|language| language.id == *id),
            Self::Tracks => !content.process.tracks.is_empty(),
        }
    }
}

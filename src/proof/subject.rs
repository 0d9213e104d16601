//! What something is said of.

use std::fmt;

use crate::content::Id;

/// An office as a whole, or the owner of a rule, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Subject {
    Office(Id),
    Requirement(Id),
    Pathway(Id),
    Advice(Id),
}

impl Subject {
    /// The id alone.
    pub fn id(&self) -> &str {
        match self {
            Self::Office(id) | Self::Requirement(id) | Self::Pathway(id) | Self::Advice(id) => id,
        }
    }
}

/// For who edits content: `requirement OFFICE.NAME`.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Office(_) => "office",
            Self::Requirement(_) => "requirement",
            Self::Pathway(_) => "pathway",
            Self::Advice(_) => "advice",
        };
        write!(f, "{kind} {}", self.id())
    }
}

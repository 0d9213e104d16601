//! Three-valued logic, after Kleene: a verdict stands only if no unknown could overturn it.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use Verdict::{Met, NotMet, Unclear};

/// What a rule comes to for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// It holds, whatever is still unknown.
    Met,
    /// It does not hold, whatever is still unknown.
    NotMet,
    /// What is known does not decide it.
    Unclear,
}

impl Verdict {
    /// Whether no unknown can change it.
    #[must_use]
    pub fn is_decided(self) -> bool {
        self != Unclear
    }
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Met } else { NotMet }
    }
}

/// Both must hold.
#[must_use]
pub fn and(a: Verdict, b: Verdict) -> Verdict {
    match (a, b) {
        // Nothing is in the way.
        (Met, Met) => Met,
        // One failure is enough, even beside an unknown.
        (NotMet, Met | NotMet | Unclear) | (Met | Unclear, NotMet) => NotMet,
        // The unknown one decides.
        (Met | Unclear, Unclear) | (Unclear, Met) => Unclear,
    }
}

/// One at least must hold.
#[must_use]
pub fn or(a: Verdict, b: Verdict) -> Verdict {
    match (a, b) {
        // One success is enough, even beside an unknown.
        (Met, Met | NotMet | Unclear) | (NotMet | Unclear, Met) => Met,
        // Every way is closed.
        (NotMet, NotMet) => NotMet,
        // The unknown one decides.
        (NotMet | Unclear, Unclear) | (Unclear, NotMet) => Unclear,
    }
}

/// It must not hold.
#[must_use]
pub fn not(a: Verdict) -> Verdict {
    match a {
        Met => NotMet,
        NotMet => Met,
        // The opposite of an unknown is as unknown.
        Unclear => Unclear,
    }
}

/// Every one must hold; `Met` where there is none.
#[must_use]
pub fn all(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    verdicts.into_iter().fold(Met, and)
}

/// One at least must hold; `NotMet` where there is none.
#[must_use]
pub fn any(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    verdicts.into_iter().fold(NotMet, or)
}

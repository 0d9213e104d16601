//! Three-valued logic after Kleene: a verdict is decided only if no unknown answer could change it.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use Verdict::{Met, NotMet, Unclear};

/// The verdict of a rule for one person; what is farther from holding comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// The rule does not hold, whatever the unknown answers are.
    NotMet,
    /// The known answers do not decide.
    Unclear,
    /// The rule holds, whatever the unknown answers are.
    Met,
}

impl Verdict {
    /// Whether no unknown answer can change it.
    pub fn is_decided(self) -> bool {
        self != Unclear
    }
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Met } else { NotMet }
    }
}

/// It must not hold.
pub fn not(a: Verdict) -> Verdict {
    match a {
        Met => NotMet,
        NotMet => Met,
        Unclear => Unclear,
    }
}

/// What all agree on; `Unclear` where they do not, or where there is none.
pub fn agreed(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    let mut verdicts = verdicts.into_iter();
    let first = verdicts.next().unwrap_or(Unclear);
    if verdicts.all(|verdict| verdict == first) { first } else { Unclear }
}

/// Every one must hold; `Met` where there is none.
pub fn all(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    verdicts.into_iter().min().unwrap_or(Met)
}

/// One at least must hold; `NotMet` where there is none.
pub fn any(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    verdicts.into_iter().max().unwrap_or(NotMet)
}

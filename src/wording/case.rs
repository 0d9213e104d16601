//! Messages about cases and the folder that they are kept in.

use super::Phrases;
use crate::case::{Attempt, Cause, Code, StoreError, StoredAnswer};
use crate::content::Msg;

impl Phrases<'_> {
    /// Why a case is not saved, opened or deleted, and what to do.
    pub fn case_error(self, trouble: &StoreError) -> String {
        let say = |msg| self.get(msg).to_owned();
        let fill = |msg, code: &Code| self.fill(msg, &[("code", code.as_str())]);
        match trouble {
            StoreError::HeldBy { code, holder } | StoreError::TakenOver { code, holder } => {
                let is_taken = matches!(trouble, StoreError::TakenOver { .. });
                let msg = if is_taken { Msg::CaseTakenOver } else { Msg::CaseIsHeld };
                let place = holder.as_ref().map(|holder| format!("{} {}", holder.terminal, holder.host));
                let place = place.as_deref().map_or("?", str::trim);
                self.fill(msg, &[("code", code.as_str()), ("where", place)])
            }
            StoreError::Newer { code, .. } => fill(Msg::CaseNewer, code),
            StoreError::Damaged { code, aside: None } => fill(Msg::CaseIsDamaged, code),
            StoreError::Damaged { code, aside: Some(_) } => fill(Msg::CaseDamaged, code),
            StoreError::Link(code) => fill(Msg::CaseIsLink, code),
            StoreError::NoCase(code) | StoreError::NotHeld(code) => fill(Msg::CaseGone, code),
            StoreError::TooLarge(code) => fill(Msg::CaseTooLarge, code),
            StoreError::NoCode => say(Msg::CaseNoCode),
            StoreError::NoHome => say(Msg::CaseNoHome),
            StoreError::NotPrivate(_) => say(Msg::CaseNotPrivate),
            StoreError::NoFolder(path) => self.fill(Msg::CaseNoFolder, &[("path", &path.display().to_string())]),
            StoreError::Disk { cause: Cause::NoLocks, .. } => say(Msg::DiskNoLocks),
            StoreError::Disk { cause: Cause::TooManyOpen, .. } => say(Msg::DiskTooManyOpen),
            StoreError::Disk { attempt: Attempt::Saving | Attempt::Opening, cause } => say(match cause {
                Cause::Full => Msg::DiskFull,
                Cause::ReadOnly => Msg::DiskReadOnly,
                Cause::NotPermitted => Msg::DiskNotPermitted,
                Cause::Gone => Msg::DiskGone,
                Cause::Failed(_) | Cause::NoLocks | Cause::TooManyOpen => Msg::DiskFailed,
            }),
            // Nothing of this is tried again by itself.
            StoreError::Disk { .. } => say(Msg::DiskRefused),
        }
    }

    /// How many days ago a case was changed, or how many its date is ahead.
    pub fn case_age(self, days: i64) -> String {
        let word = if days < 0 { Msg::CaseDaysAhead } else { Msg::CaseDays };
        self.fill(word, &[("n", &days.unsigned_abs().to_string())])
    }

    /// Which answers of a case the content cannot read; none where it reads all.
    pub fn unread(self, unread: &[StoredAnswer]) -> Option<String> {
        let name = |fact: &str| {
            let question = self.content.question(fact);
            question.map_or_else(|| fact.to_owned(), |question| question.name.get(self.lang).to_owned())
        };
        let facts = unread.iter().map(|one| format!("{}: {}", name(&one.fact), one.value));
        let facts: Vec<String> = facts.collect();
        (!facts.is_empty()).then(|| self.fill(Msg::CaseUnread, &[("facts", &facts.join(", "))]))
    }
}

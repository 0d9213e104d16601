//! Messages about cases and the folder that they are kept in.

use super::Phrases;
use crate::case::{Attempt, Cause, StoreError, UnreadAnswer};
use crate::content::Msg;

impl Phrases<'_> {
    /// Why a case is not saved, opened or deleted, and what to do.
    pub fn case_error(self, trouble: &StoreError) -> String {
        match trouble {
            StoreError::HeldBy { code, holder } => {
                let place = holder.as_ref().map(|holder| format!("{} {}", holder.terminal, holder.host));
                let place = place.as_deref().map_or("?", str::trim);
                self.fill(Msg::CaseIsHeld, &[("code", code.as_str()), ("where", place)])
            }
            StoreError::Newer { code, .. } => self.fill(Msg::CaseNewer, &[("code", code.as_str())]),
            StoreError::Damaged { code, aside: None } => self.fill(Msg::CaseIsDamaged, &[("code", code.as_str())]),
            StoreError::Damaged { code, aside: Some(_) } => self.fill(Msg::CaseDamaged, &[("code", code.as_str())]),
            StoreError::NoCase(code) | StoreError::NotHeld(code) => {
                self.fill(Msg::CaseGone, &[("code", code.as_str())])
            }
            StoreError::TooLarge(code) => self.fill(Msg::CaseTooLarge, &[("code", code.as_str())]),
            StoreError::NoCode => self.get(Msg::CaseNoCode).to_owned(),
            StoreError::NoHome => self.get(Msg::CaseNoHome).to_owned(),
            StoreError::NotPrivate(_) => self.get(Msg::CaseNotPrivate).to_owned(),
            StoreError::NoFolder(path) => self.fill(Msg::CaseNoFolder, &[("path", &path.display().to_string())]),
            StoreError::Disk { attempt: Attempt::Saving | Attempt::Opening, cause } => {
                self.get(cause_word(*cause)).to_owned()
            }
            // Nothing of this is tried again by itself.
            StoreError::Disk { .. } => self.get(Msg::DiskRefused).to_owned(),
        }
    }

    /// How many days ago a case was changed, or how many its date is ahead.
    pub fn case_age(self, days: i64) -> String {
        let word = if days < 0 { Msg::CaseDaysAhead } else { Msg::CaseDays };
        self.fill(word, &[("n", &days.unsigned_abs().to_string())])
    }

    /// Which answers of a case the content cannot read; none where it reads all.
    pub fn unread(self, unread: &[UnreadAnswer]) -> Option<String> {
        let name = |fact: &str| {
            let question = self.content.question(fact);
            question.map_or_else(|| fact.to_owned(), |question| question.name.get(self.lang).to_owned())
        };
        let facts = unread.iter().map(|one| format!("{}: {}", name(&one.stored.fact), one.stored.value));
        let facts: Vec<String> = facts.collect();
        (!facts.is_empty()).then(|| self.fill(Msg::CaseUnread, &[("facts", &facts.join(", "))]))
    }
}

fn cause_word(cause: Cause) -> Msg {
    match cause {
        Cause::Full => Msg::DiskFull,
        Cause::ReadOnly => Msg::DiskReadOnly,
        Cause::NotPermitted => Msg::DiskNotPermitted,
        Cause::Gone => Msg::DiskGone,
        Cause::Failed(_) => Msg::DiskFailed,
    }
}

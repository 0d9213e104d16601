//! What is said of cases and of the place they are kept in.

use super::Speaker;
use crate::case::{Cause, Doing, Dropped, Trouble};
use crate::content::Word;

impl Speaker<'_> {
    /// Why a case is not saved, opened or deleted, and what to do.
    #[must_use]
    pub fn case_trouble(self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::HeldBy { code, holder } => {
                let place = holder.as_ref().map(|holder| format!("{} {}", holder.terminal, holder.host));
                let place = place.as_deref().map_or("?", str::trim);
                self.fill(Word::CaseIsHeld, &[("code", code.as_str()), ("where", place)])
            }
            Trouble::Newer { code, .. } => self.fill(Word::CaseNewer, &[("code", code.as_str())]),
            Trouble::Damaged { code, aside: None } => self.fill(Word::CaseIsDamaged, &[("code", code.as_str())]),
            Trouble::Damaged { code, aside: Some(_) } => self.fill(Word::CaseDamaged, &[("code", code.as_str())]),
            Trouble::NoCase(code) | Trouble::NotHeld(code) => self.fill(Word::CaseGone, &[("code", code.as_str())]),
            Trouble::TooLarge(code) => self.fill(Word::CaseTooLarge, &[("code", code.as_str())]),
            Trouble::NoCode => self.word(Word::CaseNoCode).to_owned(),
            Trouble::NoHome => self.word(Word::CaseNoHome).to_owned(),
            Trouble::NotPrivate(_) => self.word(Word::CaseNotPrivate).to_owned(),
            Trouble::NoFolder(path) => self.fill(Word::CaseNoFolder, &[("path", &path.display().to_string())]),
            Trouble::Disk { doing: Doing::Saving | Doing::Opening, cause } => self.word(cause_word(*cause)).to_owned(),
            // Nothing of this is tried again by itself.
            Trouble::Disk { .. } => self.word(Word::DiskRefused).to_owned(),
        }
    }

    /// Which answers of a case the content cannot read; none where it reads all.
    #[must_use]
    pub fn unread(self, dropped: &[Dropped]) -> Option<String> {
        let name = |fact: &str| {
            let question = self.content.question(fact);
            question.map_or_else(|| fact.to_owned(), |question| question.name.say(self.lang).to_owned())
        };
        let facts = dropped.iter().map(|one| format!("{}: {}", name(&one.said.fact), one.said.value));
        let facts: Vec<String> = facts.collect();
        (!facts.is_empty()).then(|| self.fill(Word::CaseUnread, &[("facts", &facts.join(", "))]))
    }
}

fn cause_word(cause: Cause) -> Word {
    match cause {
        Cause::Full => Word::DiskFull,
        Cause::ReadOnly => Word::DiskReadOnly,
        Cause::NotPermitted => Word::DiskNotPermitted,
        Cause::Gone => Word::DiskGone,
        Cause::Failed(_) => Word::DiskFailed,
    }
}

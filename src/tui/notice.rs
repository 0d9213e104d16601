//! The notice that stands on every screen: what was reported last, and how old the guide is.

use crate::desk::Desk;
use crate::rules;

/// The notice in parts, for a header that has to fit it.
#[derive(Debug, Clone)]
pub(super) struct HeaderNotice {
    /// The newest report in short; empty where there is none.
    pub headline: String,
    pub guide: String,
    pub guide_short: String,
}

impl HeaderNotice {
    /// The sign before it.
    pub(super) const SIGN: &'static str = "(!) ";

    /// The notice of the day, in the desk's language.
    pub(super) fn of(desk: &Desk) -> Self {
        let (phrases, day) = (desk.phrases(), desk.as_of());
        let headline = rules::headline(desk.content(), day).and_then(|notice| phrases.headline(notice));
        let date = phrases.guide_date();
        let age = phrases.guide_age(day).map(|age| format!(", {age}")).unwrap_or_default();
        let age_short = phrases.guide_age_short(day).map(|age| format!(" {age}")).unwrap_or_default();
        Self {
            headline: headline.unwrap_or_default(),
            guide: format!("{date}{age}"),
            guide_short: format!("{date}{age_short}"),
        }
    }

    /// All of it in one line.
    pub(super) fn line(&self) -> String {
        format!("{}{} {}", Self::SIGN, self.headline, self.guide)
    }
}

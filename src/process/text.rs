//! What texts of the process are made from.

use chrono::NaiveDate;

use crate::content::{Catalog, Certainty, Lang, Msg, ProcessModel, Statement, Text};

/// What the text is made from.
#[allow(missing_docs, reason = "the names say it")]
pub struct Plain<'a> {
    pub model: &'a ProcessModel,
    pub catalog: &'a Catalog,
    pub lang: Lang,
    /// The day of asking: what is dated after it is left out.
    pub day: NaiveDate,
    /// Names who made a statement and where: the label of the source, its section, its date.
    pub cite: &'a dyn Fn(&Statement) -> String,
}

impl Plain<'_> {
    pub(super) fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    pub(super) fn msg(&self, msg: Msg) -> &str {
        self.catalog.get(msg, self.lang)
    }
}

/// The word for how sure a link is; none for one that is said plainly.
#[must_use]
pub fn certainty_word(certainty: Certainty) -> Option<Msg> {
    match certainty {
        Certainty::Stated | Certainty::NotBefore => None,
        Certainty::Most => Some(Msg::ProcessMost),
        Certainty::Usual => Some(Msg::ProcessUsual),
        Certainty::Likely => Some(Msg::ProcessLikely),
        Certainty::May => Some(Msg::ProcessMay),
        Certainty::Some => Some(Msg::ProcessSome),
        Certainty::NotStated => Some(Msg::ProcessUnsaid),
    }
}

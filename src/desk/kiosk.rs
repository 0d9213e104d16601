//! What a desk that many share does otherwise: it offers some languages alone, says which content is the live one, and is
//! left alone between two people.

use super::Desk;
use super::history::History;
use super::person::Person;
use crate::content::{Lang, Msg};
use crate::process::walk::Walk;

/// The content in use where it may be another than the program's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiveContent {
    /// That of the host.
    OfHost,
    /// That of a folder that was asked for.
    OfFolder,
    /// The one that the program was built with, since something is wrong with that of the host.
    BuiltIn,
}

impl Desk {
    /// The same with some languages alone, if any are named, and with what is said of its content.
    #[must_use]
    pub fn of_host(mut self, languages: Vec<Lang>, live: Option<LiveContent>) -> Self {
        (self.languages, self.live) = (languages, live);
        self
    }

    /// The same, where a language was wanted that the content does not have.
    #[must_use]
    pub fn lacking(mut self, language: Option<String>) -> Self {
        self.missing_language = language;
        self
    }

    /// What is to be said at the start: that the language which was wanted is not there, and which content is live.
    pub fn opening(&self) -> Vec<String> {
        let phrases = self.phrases();
        let missing = self.missing_language.as_deref();
        let missing = missing.map(|missing| phrases.fill(Msg::MissingLanguage, &[("language", missing)]));
        let code = [("code", &*self.content.check_code)];
        let live = self.live.and_then(|live| match live {
            LiveContent::OfHost => Some(phrases.fill(Msg::ContentOfHost, &code)),
            LiveContent::BuiltIn => Some(phrases.fill(Msg::ContentBuiltIn, &code)),
            LiveContent::OfFolder => None,
        });
        missing.into_iter().chain(live).collect()
    }

    /// The name of the programme, where it is not the one that the program was built with.
    pub fn other_programme(&self) -> Option<&str> {
        let is_other = matches!(self.live, Some(LiveContent::OfHost | LiveContent::OfFolder));
        is_other.then(|| self.content.name.get(self.lang))
    }

    /// Whether a language is offered here.
    pub fn offers(&self, lang: Lang) -> bool {
        self.languages.is_empty() || self.languages.contains(&lang)
    }

    /// The language that is offered after another one.
    pub fn language_after(&self, lang: Lang) -> Lang {
        let all = self.content.languages.len().max(1);
        let others = (1..=all).map(|n| Lang((lang.0 + n) % all));
        others.into_iter().find(|lang| self.offers(*lang)).unwrap_or(lang)
    }

    /// Sets whoever is current aside, and forgets what was done here, in which order and to whom.
    pub(super) fn leave(&mut self) {
        let next = Person::new(self.new_id(), &self.content);
        self.switch_to(next);
        self.history = History::default();
        self.aside.retain(|person| !person.is_disposable());
        self.walk = Walk::default();
        self.office = 0;
    }

    /// Why no sheet is saved here.
    pub fn no_sheets(&self) -> Msg {
        if self.autosave.is_some() { Msg::SheetNoFolder } else { Msg::SheetNotStored }
    }
}

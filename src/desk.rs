//! What all faces share: the selected office, the person being checked, the place in the process, the language, the day.
//!
//! Floor 5: knows no terminal. A face turns keys or lines into [`Action`]s and shows what [`Desk`] then holds.
//!
//! ```text
//! Action -> Desk::apply -> Person, History -> Autosave -> Outcome
//! ```

mod action;
mod autosave;
mod case_phrases;
mod cases;
mod checking;
mod history;
mod kiosk;
mod newer;
mod outcome;
mod people;
mod person;
mod place;
mod saved_sheets;
mod settings;
mod state;
mod waiting;

use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

use crate::case::Draft;
use crate::check::{self, AnswerError, Check, Checklist, Choice, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Lang, Lookup, Office, Question, Sense};
use crate::document;
use crate::process::walk::Walk;
use crate::rules::{Answer, Assessment, OfficeFinding};
use crate::wording::Phrases;

pub use crate::document::PersonState;
pub use action::Action;
pub use autosave::{OpenStore, Saving};
pub use case_phrases::CasePhrases;
pub use cases::{Case, CaseLine};
pub use history::Change;
pub use kiosk::LiveContent;
pub use newer::{Ended, FindNewer};
pub use outcome::Outcome;
pub use person::PersonId;
pub use settings::{Settings, SettingsFile};
pub use state::ChecklistEdit;

use autosave::Autosave;
use history::History;
use person::Person;

/// Everything that a face shows and changes.
#[derive(Debug)]
pub struct Desk {
    content: Arc<Content>,
    as_of: NaiveDate,
    lang: Lang,
    office: usize,
    /// Who is current.
    person: Person,
    /// Everybody else who is at this desk; who was set aside last is the last.
    aside: Vec<Person>,
    /// How many ids were given to people.
    people: u32,
    history: History,
    walk: Walk,
    /// Where cases are kept; none where nothing is stored.
    autosave: Option<Autosave>,
    /// The folder into which sheets are saved.
    sheets: Option<PathBuf>,
    settings: Settings,
    /// Where they are kept; none where nothing is stored.
    settings_file: Option<SettingsFile>,
    missing_language: Option<String>,
    /// Which content is the live one, where a host has one of its own.
    live: Option<LiveContent>,
    newer: newer::NewerContent,
    /// The languages that are offered; all where there are none.
    languages: Vec<Lang>,
}

impl Desk {
    /// A desk without a person, which stores nothing.
    pub fn new(content: Arc<Content>, lang: Lang, as_of: NaiveDate) -> Self {
        let content = content.in_force(as_of);
        let person = Person::new(PersonId(0), &content);
        Self {
            content,
            as_of,
            lang,
            office: 0,
            person,
            aside: Vec::new(),
            people: 0,
            history: History::default(),
            walk: Walk::default(),
            autosave: None,
            sheets: None,
            settings: Settings::default(),
            settings_file: None,
            missing_language: None,
            live: None,
            newer: newer::NewerContent::default(),
            languages: Vec::new(),
        }
    }

    /// The same with choices, and the file that keeps these and new ones.
    #[must_use]
    pub fn remembering(mut self, settings: Settings, file: Option<SettingsFile>) -> Self {
        self.settings = file.as_ref().map_or_else(Settings::default, SettingsFile::read);
        self.settings_file = file;
        self.choose(|chosen| *chosen = settings);
        self
    }

    /// What the member of staff chose.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Chooses something, and keeps the choice. One that cannot be kept holds until the desk is closed: nothing of a
    /// person hangs on it.
    fn choose(&mut self, choose: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        choose(&mut self.settings);
        if let Some(file) = self.settings_file.as_ref().filter(|_| self.settings != before) {
            drop(file.write(&self.settings));
        }
    }

    /// Speaks a language from now on, if it is offered.
    fn speak(&mut self, lang: Lang) {
        let offered = self.content.languages.get(lang.0).filter(|_| self.offers(lang));
        let Some(language) = offered else { return };
        let id = language.id.to_string();
        self.lang = lang;
        self.choose(|settings| settings.lang = Some(id));
    }

    /// The content that everything here refers to.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The day on which dates are judged.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Wording in the language.
    pub fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.content, self.lang)
    }

    /// What documents are made from.
    pub fn context(&self) -> document::Context<'_> {
        let state = &self.person.state;
        document::Context {
            phrases: self.phrases(),
            day: self.as_of,
            person: Some(state).filter(|state| !state.is_empty()),
        }
    }

    /// The place of the selected office in the content.
    pub fn office_index(&self) -> usize {
        self.office
    }

    /// The selected office.
    pub fn office(&self) -> &Arc<Office> {
        self.content.offices.at(self.office)
    }

    /// What was half typed when the person was left, what was typed last as the last.
    pub fn drafts(&self) -> &[Draft] {
        &self.person.drafts
    }

    /// What was being typed last.
    pub fn draft(&self) -> Option<&Draft> {
        self.person.drafts.last()
    }

    /// What the person has ready.
    pub fn checklist(&self) -> &Checklist {
        &self.person.state.checklist
    }

    /// The person being checked.
    pub fn check(&self) -> &Check {
        &self.person.state.check
    }

    /// What the answers come to.
    pub fn found(&self) -> &Assessment {
        self.check().found()
    }

    /// What the answers come to for the office in the person's country.
    pub fn finding_here(&self) -> Option<&OfficeFinding> {
        self.check().finding_here(&self.content)
    }

    /// The place in the process.
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Whether there are answers that quitting would lose.
    pub fn has_unsaved(&self) -> bool {
        match self.saving() {
            Saving::Off => self.aside.iter().chain([&self.person]).any(|person| !person.is_empty()),
            Saving::Failed(_) => true,
            Saving::Nothing | Saving::Saved { .. } => false,
        }
    }

    /// The current question.
    pub fn question(&self) -> Option<&Arc<Question>> {
        self.check().at()
    }

    /// What can be chosen for a question; what is typed narrows names.
    pub fn choices(&self, question: &Question, typed: &str) -> Vec<Choice> {
        check::choices(&self.content, question, self.check().asking(&self.content).as_deref(), typed)
    }

    /// What is typed as an answer. Where it was asked which one of several is meant, a digit chooses among those, and so
    /// do first letters: the question's own choices are no longer what was shown last.
    pub fn read(&self, question: &Question, which: &[Choice], typed: &str) -> Reading {
        let typed = typed.trim();
        let office = self.check().asking(&self.content);
        let read = || check::read(&self.content, question, office.as_deref(), typed, self.as_of);
        match which {
            [] => return read(),
            [only] if self.content.lexicon().means(&spaced(typed), Sense::Yes) => return only.taken(),
            _ => {}
        }
        let is_digits = typed.chars().any(|c| c.is_ascii_digit()) && !typed.chars().any(char::is_alphabetic);
        let is_listed = |choice: &&Choice| {
            let words = typed.split_once(char::is_whitespace);
            let is_words = |(number, words)| choice.key == check::digit(number) && self.begins(question, choice, words);
            choice.key.is_some() && (choice.key == check::digit(typed) || words.is_some_and(is_words))
        };
        let is_whole = typed.len() == 1 || question.kind == FactKind::Countries;
        match which.iter().find(is_listed) {
            Some(choice) => choice.taken(),
            None if matches!(typed, "0" | "9") => read(),
            None if is_digits && is_whole => Reading::Invalid(AnswerError::NoChoice),
            None => self.among(question, which, typed, read()),
        }
    }

    /// The choice that begins with what is typed; where that is also in full an answer that was not asked about, it is
    /// one of those that can be meant.
    fn among(&self, question: &Question, which: &[Choice], typed: &str, read: Reading) -> Reading {
        let is_exact = match (&read, question.kind) {
            (Reading::Answer(Answer::Known(_)), FactKind::Country | FactKind::Countries) => {
                check::country::is_exact(&self.content, question, typed)
            }
            (read, _) => matches!(read, Reading::Answer(_)),
        };
        let begins = |choice: &&Choice| self.begins(question, choice, typed);
        let mut begun: Vec<Choice> = which.iter().filter(begins).cloned().collect();
        if let Reading::Answer(answer) = &read
            && is_exact
        {
            if begun.iter().any(|choice| choice.answer == *answer) {
                return read;
            }
            begun.push(Choice { key: None, answer: answer.clone(), side: None, refused: None });
        }
        begun.iter_mut().zip('1'..='8').for_each(|(choice, key)| choice.key = Some(key));
        match begun.as_slice() {
            [] => read,
            [one] => one.taken(),
            _ => Reading::Which(begun),
        }
    }

    /// Whether a choice, as it is shown, begins with what is typed.
    fn begins(&self, question: &Question, choice: &Choice, typed: &str) -> bool {
        let words = self.phrases().choice(question, choice, self.check().country(&self.content));
        let typed = spaced(typed);
        !typed.is_empty() && spaced(&words).starts_with(&typed)
    }
}

//! What all faces share: the selected office, the person being checked, the place in the process, the language, the day.
//!
//! Floor 5: knows no terminal. A face turns keys or lines into [`Action`]s and shows what [`Desk`] then holds.

mod advice;
mod autosave;
mod cases;
mod checking;
mod person;
mod place;

use chrono::NaiveDate;
use std::sync::Arc;

use crate::case::Draft;
use crate::check::{self, Bring, Check};
use crate::content::{Content, Id, Lang, Msg, Office, Question};
use crate::process::walk::Walk;
use crate::rules::{self, Answer, Assessment, OfficeFinding, OfficeIntake, Verdict, intake};
use crate::wording::Phrases;

pub use advice::{AdviceSection, CasePhrases};
pub use autosave::{OpenStore, Saving};
pub use cases::{Case, CaseLine};
pub use place::place_of;

use autosave::Autosave;
pub use person::ChecklistEdit;
use person::Person;

/// Everything that a face shows and changes.
#[derive(Debug)]
pub struct Desk {
    content: Arc<Content>,
    as_of: NaiveDate,
    lang: Lang,
    office: usize,
    person: Person,
    /// Those before this one, the latest last: `undo` brings that one back.
    aside: Vec<Person>,
    /// What the answers come to; always those of the person.
    found: Assessment,
    walk: Walk,
    /// Where cases are kept; none where nothing is stored.
    autosave: Option<Autosave>,
}

/// Something that a person at the desk does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Looks at another office, by its place in the content.
    SelectOffice(usize),
    /// Speaks another language.
    Speak(Lang),
    /// Speaks the next language.
    SpeakNext,
    /// It is another day now.
    Today(NaiveDate),
    /// Goes to the question that is needed next.
    GoOn,
    /// Puts a question again, or out of turn.
    Put(Id),
    /// Gives an answer.
    Answer(Id, Answer),
    /// Goes back to the question before.
    Back,
    /// Leaves the questions for the page of answers.
    Review,
    /// Notes what is being typed, and to which question, before something else is done.
    Draft(Option<Draft>),
    /// Goes on asking for the record.
    ForRecord,
    /// Goes on asking for pathways.
    ForPathways,
    /// Notes what is ready, or is not.
    Bring(ChecklistEdit),
    /// Takes back the last answer, or the change to the next person.
    Undo,
    /// Gives the last undone answer again.
    Redo,
    /// Begins with the next person.
    NextPerson,
    /// Goes along a link of the current step, by its number from 0.
    Follow(usize),
    /// Goes back to the step before.
    WalkBack,
    /// Goes to a step, by its place.
    GoTo(usize),
    /// Moves along the list of steps.
    StandAt(usize),
}

impl Desk {
    /// A desk at which nobody has been checked yet.
    #[must_use]
    pub fn new(content: Arc<Content>, lang: Lang, as_of: NaiveDate) -> Self {
        let person = Person::default();
        let found = rules::assess(&content, person.check.answers());
        Self {
            content,
            as_of,
            lang,
            office: 0,
            person,
            aside: Vec::new(),
            found,
            walk: Walk::default(),
            autosave: None,
        }
    }

    /// What is known.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The day on which dates are judged.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A speaker of the language.
    #[must_use]
    pub fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.content, self.lang)
    }

    /// The place of the selected office in the content.
    #[must_use]
    pub fn office_index(&self) -> usize {
        self.office
    }

    /// The selected office.
    #[must_use]
    pub fn office(&self) -> Option<&Arc<Office>> {
        self.content.offices.get(self.office)
    }

    /// What was being typed when the person was left.
    #[must_use]
    pub fn draft(&self) -> Option<&Draft> {
        self.person.draft.as_ref()
    }

    /// What an office's verdict was when the case was last worked on, where that was under other content and is now
    /// another.
    #[must_use]
    pub fn stored_verdict(&self, office: &str) -> Option<Verdict> {
        let stored = self.person.stored_verdicts.iter().find(|stored| stored.office == office)?.verdict;
        let now = self.found.office(office).map(|finding| finding.verdict);
        (now != Some(stored)).then_some(stored)
    }

    /// What the person has ready.
    #[must_use]
    pub fn bring(&self) -> &Bring {
        &self.person.bring
    }

    /// The person being checked.
    #[must_use]
    pub fn check(&self) -> &Check {
        &self.person.check
    }

    /// What the answers come to.
    #[must_use]
    pub fn found(&self) -> &Assessment {
        &self.found
    }

    /// What the answers come to for an office.
    #[must_use]
    pub fn finding(&self, office: &str) -> Option<&OfficeFinding> {
        self.found.office(office)
    }

    /// What the answers come to for the office in the person's country.
    #[must_use]
    pub fn finding_here(&self) -> Option<&OfficeFinding> {
        check::finding_here(&self.person.check, &self.content, &self.found)
    }

    /// The intake of an office on the day.
    #[must_use]
    pub fn intake<'a>(&'a self, office: &'a Office) -> OfficeIntake<'a> {
        intake::of(&self.content, office, self.as_of)
    }

    /// The place in the process.
    #[must_use]
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Whether there are answers that quitting would lose.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        match self.saving() {
            Saving::Off => !self.person.is_empty() || !self.aside.is_empty(),
            Saving::Failed(_) => true,
            Saving::Nothing | Saving::Saved { .. } => false,
        }
    }

    /// The current question.
    #[must_use]
    pub fn question(&self) -> Option<&Arc<Question>> {
        self.person.check.at(&self.content)
    }

    /// Does what a person asked for, and saves it; what there is to say about it is a word.
    pub fn apply(&mut self, action: Action) -> Option<Msg> {
        let said = self.change(action);
        self.found = rules::assess(&self.content, self.person.check.answers());
        self.save();
        said
    }

    fn change(&mut self, action: Action) -> Option<Msg> {
        match action {
            Action::SelectOffice(n) if n < self.content.offices.len() => self.office = n,
            Action::Speak(lang) if lang.0 < self.content.languages.len() => self.lang = lang,
            Action::SpeakNext => self.lang = Lang((self.lang.0 + 1) % self.content.languages.len().max(1)),
            Action::Today(day) => self.as_of = day,
            Action::SelectOffice(_) | Action::Speak(_) => {}
            Action::GoOn => self.person.check.go_on(&self.content, self.as_of),
            Action::Put(id) => {
                if let Some(question) = self.content.question(&id) {
                    self.person.check.put(question);
                }
            }
            Action::Answer(id, answer) => self.answer(&id, answer),
            Action::Back => return (!self.person.check.back(&self.content)).then_some(Msg::SaidFirstQuestion),
            Action::Review => self.person.check.review(),
            Action::ForRecord => {
                self.person.check.ask_for_record(&self.content, self.as_of);
                return self.question().is_none().then_some(Msg::SaidNothingMore);
            }
            Action::Draft(draft) => self.person.draft = draft,
            Action::ForPathways => self.person.check.ask_for_pathways(&self.content, self.as_of),
            Action::Bring(what) => return self.person.note(what),
            Action::Undo => return Some(self.undo()),
            Action::Redo => {
                let done = self.person.check.redo();
                self.follow_country();
                return Some(if done { Msg::SaidRedone } else { Msg::SaidNothingToRedo });
            }
            Action::NextPerson => return self.next_person(),
            Action::Follow(link) => return (!self.walk.follow(&self.content.process, link)).then_some(Msg::SaidNoWay),
            Action::WalkBack => return (!self.walk.go_back()).then_some(Msg::SaidNoWayBack),
            Action::GoTo(step) => return (!self.walk.jump(&self.content.process, step)).then_some(Msg::SaidNoNumber),
            Action::StandAt(step) => self.walk.stand(&self.content.process, step),
        }
        None
    }

    fn answer(&mut self, id: &str, answer: Answer) {
        if let Some(question) = self.content.question(id) {
            self.person.draft = None;
            // A verdict of then speaks of the answers of then.
            self.person.stored_verdicts.clear();
            self.person.check.answer(&self.content, question, answer, self.as_of);
            self.follow_country();
        }
    }

    fn undo(&mut self) -> Msg {
        if self.person.check.undo() {
            self.follow_country();
            return Msg::SaidUndone;
        }
        let Some(before) = self.aside.pop() else { return Msg::SaidNothingToUndo };
        let after = std::mem::replace(&mut self.person, before);
        if after.is_empty() {
            self.set_aside(after);
        } else {
            // Below those who are still to come back, or two people would take turns.
            self.aside.insert(0, after);
        }
        self.follow_country();
        Msg::SaidPersonBack
    }

    fn next_person(&mut self) -> Option<Msg> {
        let before = std::mem::take(&mut self.person);
        self.person.check.go_on(&self.content, self.as_of);
        let is_new = before.is_empty();
        self.set_aside(before);
        (!is_new).then_some(Msg::SaidNextPerson)
    }

    /// The selected office follows the person: all panes speak of one office and one person.
    fn follow_country(&mut self) {
        let here = self.person.check.office(&self.content).map(|office| office.id.clone());
        if let Some(n) = here.and_then(|id| self.content.offices.iter().position(|o| o.id == id)) {
            self.office = n;
        }
    }
}

//! An answer on its way: kept until it is taken, so that nothing typed is lost.

use tui_input::{Input, InputRequest};

use crate::check::{self, AnswerError, Choice, Reading};
use crate::content::{Id, Kind, Question};
use crate::desk::Desk;
use crate::rules::Answer;
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::Cmd;
use crate::tui::motion::moved;

/// The field of a question.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Field {
    pub question: Id,
    pub input: Input,
    pub selected: Option<usize>,
    /// Whether the answer is used and not stored.
    pub withheld: bool,
    pub error: Option<FieldError>,
    /// What the typed text can mean, where it can mean more than one thing.
    pub which: Vec<Choice>,
}

/// Why an answer was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing is typed and nothing chosen.
    Nothing,
    /// What is typed is no answer.
    Invalid(AnswerError),
}

impl Field {
    /// The field of a question that is put: with what was half typed when the person was left, or with the focus on the
    /// answer given before or on that of the person before.
    pub(super) fn of(desk: &Desk, question: &Question) -> Self {
        let mut field = Self {
            question: question.id.clone(),
            input: Input::default(),
            selected: None,
            // What was not to be stored stays so when it is mended, or asked again by another desk.
            withheld: desk.check().is_withheld(&question.id),
            error: None,
            which: Vec::new(),
        };
        if let Some(draft) = desk.draft().filter(|draft| *draft.question == *question.id) {
            field.input = draft.text.clone().into();
            return field;
        }
        let choices = field.choices(desk, question);
        let place = |answer: &Answer| {
            let is_same = |choice: &Choice| {
                choice.answer == *answer || choice.answer.value().is_some_and(|v| answer.value() == Some(v))
            };
            choices.iter().position(is_same)
        };
        let given = desk.check().answers().get(&question.id).and_then(place);
        field.selected = given.or_else(|| desk.offered().and_then(place));
        field
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.input.value().is_empty()
    }

    /// Whether what is typed is read as the beginning of names.
    pub(super) fn is_looked_up(&self, question: &Question) -> bool {
        is_named(question) && !self.is_empty() && self.which.is_empty()
    }

    /// What can be chosen now: what a text can mean, or what the question offers.
    pub fn choices(&self, desk: &Desk, question: &Question) -> Vec<Choice> {
        if !self.which.is_empty() {
            return self.which.clone();
        }
        // What is typed narrows names alone: any other choice stays where it is.
        let typed = if is_named(question) { self.input.value() } else { "" };
        offered(desk, question, typed)
    }

    /// The choices in the list: those of an empty field also while a name is typed.
    pub(super) fn listed(&self, desk: &Desk, question: &Question) -> Vec<Choice> {
        if self.is_looked_up(question) { offered(desk, question, "") } else { self.choices(desk, question) }
    }

    pub(super) fn reading(&self, desk: &Desk, question: &Question) -> Reading {
        let is_typed = |choice: &&Choice| choice.key.is_some_and(|key| self.input.value() == key.to_string());
        if let Some(choice) = self.which.iter().find(is_typed) {
            return choice.taken();
        }
        let office = desk.check().office(desk.content());
        check::read(desk.content(), question, office.map(AsRef::as_ref), self.input.value(), desk.as_of())
    }

    /// Moves the focus along the choices.
    pub(super) fn step(&mut self, cmd: Cmd, desk: &Desk, question: &Question) {
        let Some(last) = self.choices(desk, question).len().checked_sub(1) else { return };
        self.selected = Some(match (self.selected, cmd) {
            (None, Cmd::Up) => last,
            (None, _) => 0,
            (Some(n), _) => moved(n, last, cmd),
        });
        self.error = None;
    }

    /// The answer that is meant; else notes what is wrong, or what is to be chosen from.
    pub(super) fn commit(&mut self, desk: &Desk, question: &Question) -> Option<Answer> {
        if let Some(choice) = self.selected.and_then(|n| self.choices(desk, question).into_iter().nth(n)) {
            return self.take(choice.taken());
        }
        self.take(self.reading(desk, question))
    }

    fn take(&mut self, reading: Reading) -> Option<Answer> {
        match reading {
            Reading::Answer(answer) => return Some(answer),
            Reading::Which(which) => {
                self.which = which;
                self.selected = None;
                self.input.reset();
            }
            Reading::Empty => self.error = Some(FieldError::Nothing),
            Reading::Invalid(error) => self.error = Some(FieldError::Invalid(error)),
        }
        None
    }

    /// Changes the text. Whether it changed.
    pub(super) fn edit(&mut self, request: InputRequest) -> bool {
        if self.is_empty() && matches!(request, InputRequest::DeletePrevChar) {
            self.which.clear();
        }
        let changed = field::edit(&mut self.input, request, LONGEST);
        if changed {
            self.error = None;
            self.selected = None;
        }
        changed
    }

    /// Whether what is typed can mean nothing more: the digit of a choice, a country's code. A date could always go on.
    pub(super) fn is_complete(&self, desk: &Desk, question: &Question) -> bool {
        let typed = self.input.value();
        let has_key =
            |choices: Vec<Choice>| choices.iter().any(|choice| choice.key.is_some_and(|key| typed == key.to_string()));
        let is_digit = self.which.is_empty() && typed.len() == 1 && typed.bytes().all(|b| b.is_ascii_digit());
        match question.kind {
            Kind::YesNo | Kind::OneOf => has_key(self.choices(desk, question)),
            Kind::Country | Kind::Countries => {
                let is_offered = is_digit && has_key(check::choices(desk.content(), question, None, ""));
                is_offered || desk.content().country(&typed.to_uppercase()).is_some()
            }
            Kind::Date | Kind::DateOrNo => false,
        }
    }
}

fn is_named(question: &Question) -> bool {
    matches!(question.kind, Kind::Country | Kind::Countries)
}

/// What a question offers, where something is typed.
fn offered(desk: &Desk, question: &Question, typed: &str) -> Vec<Choice> {
    let office = desk.check().office(desk.content());
    check::choices(desk.content(), question, office.map(AsRef::as_ref), typed)
}

//! An answer on its way: kept until it is taken, so that nothing typed is lost.

use tui_input::{Input, InputRequest};

use crate::check::{AnswerError, Choice, Reading, country};
use crate::content::{FactKind, Id, Question};
use crate::desk::Desk;
use crate::rules::{Answer, Value};
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::Cmd;
use crate::tui::motion::moved;

/// The field of a question.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Field {
    pub question: Id,
    pub input: Input,
    /// Whether the text is the answer given before and nothing was typed: Enter keeps it, a character takes its place.
    pub is_given: bool,
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
            is_given: false,
            selected: None,
            // What was not to be stored stays so when it is mended, or asked again by another desk.
            withheld: desk.check().is_withheld(&question.id),
            error: None,
            which: Vec::new(),
        };
        if let Some(draft) = desk.drafts().iter().find(|draft| *draft.question == *question.id) {
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
        let given = desk.check().answers().get(&question.id);
        field.selected = given.or_else(|| desk.offered()).and_then(place);
        if let Some(value) = given.and_then(Answer::value).filter(|_| field.selected.is_none()) {
            field.give(value, desk, question);
        }
        field
    }

    /// Puts an answer that is none of the choices into the field, if it is read there as itself.
    fn give(&mut self, value: &Value, desk: &Desk, question: &Question) {
        self.input = match question.counts {
            // A number alone would be refused.
            Some(_) => desk.phrases().value(question, value).into(),
            None => value.to_string().into(),
        };
        self.is_given = self.reading(desk, question) == Reading::Answer(Answer::Known(value.clone()));
        if !self.is_given {
            self.input.reset();
        }
    }

    /// Whether there is no text in it.
    pub fn is_empty(&self) -> bool {
        self.input.value().is_empty()
    }

    /// Whether something is typed in it.
    pub fn is_typed(&self) -> bool {
        !self.is_empty() && !self.is_given
    }

    /// Whether what is typed is read as the beginning of names.
    pub(super) fn is_looked_up(&self, question: &Question) -> bool {
        is_named(question) && self.is_typed() && self.which.is_empty()
    }

    /// What can be chosen now: what a text can mean, or what the question offers.
    pub fn choices(&self, desk: &Desk, question: &Question) -> Vec<Choice> {
        if !self.which.is_empty() {
            return self.which.clone();
        }
        // What is typed narrows names alone: any other choice stays where it is.
        let typed = if is_named(question) && self.is_typed() { self.input.value() } else { "" };
        desk.choices(question, typed)
    }

    /// The choices in the list: those of an empty field also while a name is typed.
    pub(super) fn listed(&self, desk: &Desk, question: &Question) -> Vec<Choice> {
        if self.is_looked_up(question) { desk.choices(question, "") } else { self.choices(desk, question) }
    }

    pub(super) fn reading(&self, desk: &Desk, question: &Question) -> Reading {
        desk.read(question, &self.which, self.input.value())
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
        let deletes = [InputRequest::DeletePrevChar, InputRequest::DeletePrevWord, InputRequest::DeleteLine];
        if self.is_empty() && !self.which.is_empty() && deletes.contains(&request) {
            self.which.clear();
            (self.error, self.selected) = (None, None);
        }
        if std::mem::take(&mut self.is_given) && matches!(request, InputRequest::InsertChar(_)) {
            self.input.reset();
        }
        let changed = field::edit(&mut self.input, request, LONGEST);
        if changed {
            self.error = None;
            self.selected = None;
        }
        changed
    }

    /// Whether nothing longer can begin with what is typed: the digit of a single choice where no number can be meant.
    /// An age has two digits, a date more, and of nationalities there can be several.
    pub(super) fn is_complete(&self, desk: &Desk, question: &Question) -> bool {
        let is_choice = match question.kind {
            FactKind::YesNo => question.age.is_none(),
            FactKind::OneOf | FactKind::Country => true,
            FactKind::Countries | FactKind::Date | FactKind::DateOrNo | FactKind::Number | FactKind::Period => false,
        };
        let typed = self.input.value();
        let is_key = |choice: &Choice| choice.key.is_some_and(|key| key.is_ascii_digit() && typed == key.to_string());
        is_choice && self.which.is_empty() && desk.choices(question, "").iter().any(is_key)
    }

    /// Whether a single country is typed, in full and as nothing else can be called.
    pub(super) fn is_named_in_full(&self, desk: &Desk, question: &Question) -> bool {
        let is_at_end = self.input.cursor() == self.input.value().chars().count();
        let is_typed = question.kind == FactKind::Country && self.is_typed() && self.selected.is_none();
        is_typed && is_at_end && country::is_exact(desk.content(), question, self.input.value())
    }
}

fn is_named(question: &Question) -> bool {
    matches!(question.kind, FactKind::Country | FactKind::Countries)
}

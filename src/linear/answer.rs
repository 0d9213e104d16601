//! What a line means while a question is open: an answer before a command, a guess after it.

use std::sync::Arc;

use crate::check::date::TypedDateError;
use crate::check::{self, AnswerError, Choice, Reading, country};
use crate::content::{FactKind, Msg, Question};
use crate::desk::{Action, Desk};
use crate::document;
use crate::plain::TextPage;
use crate::rules::Answer;

use super::command::{self, Command};
use super::{Repl, ask, cases, result};

impl Repl {
    /// Takes a line as an answer, else as the command that it is, else as a type-ahead word. False ends the session.
    pub(super) fn handle_line(
        &mut self,
        question: &Question,
        text: &str,
        commanded: Option<(Command, String)>,
        page: &mut TextPage,
    ) -> bool {
        let (text, commanded) = match text.strip_prefix('*').map(str::trim) {
            Some("") => {
                self.withhold(question, page);
                return true;
            }
            // Stars can stand for what is not known: "**/06/2023".
            Some(answer) if !answer.starts_with(['*', '/', '-', '.']) => {
                self.withhold = Some((question.id.clone(), true));
                (answer, command::parse(self.desk.content(), answer))
            }
            _ => (text, commanded),
        };
        match (self.desk.read(question, &self.which, text), commanded) {
            (Reading::Answer(answer), _) if self.is_plain(question, &answer, text) => self.take(question, answer, page),
            // "Process rejected" and "back in 2022" are no commands, though they begin as one.
            (Reading::Invalid(trouble), Some((command, rest)))
                if !rest.is_empty() && (is_understood(&trouble) || !command.takes(&rest)) =>
            {
                self.refuse(question, trouble, page);
            }
            (_, Some((command, rest))) => return self.dispatch(command, &rest, page),
            (Reading::Answer(_), None) => self.ask_which(question, self.desk.choices(question, text), page),
            (Reading::Which(which), None) => self.ask_which(question, which, page),
            (Reading::Invalid(trouble), None) => self.refuse(question, trouble, page),
            (Reading::Empty, None) => {}
        }
        true
    }

    /// Says why a line is no answer. What is nothing at all can be a command mistyped; what is known of a list is offered.
    fn refuse(&mut self, question: &Question, trouble: AnswerError, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        page.put("(!) ", &phrases.answer_error(&trouble));
        match trouble {
            AnswerError::NoChoice | AnswerError::NoCountry | AnswerError::NoDate(TypedDateError::Form) => {
                page.say(&phrases.fill(Msg::LinearSeeHelp, &[("help", Command::Help.word(phrases))]));
            }
            AnswerError::UnknownName { kept: Some(value), .. } => {
                let kept = Choice { key: Some('1'), answer: Answer::Known(value), side: None, refused: None };
                self.ask_which(question, vec![kept], page);
            }
            _ => {}
        }
    }

    /// Whether what was read needs no asking back: a guess at a country does.
    fn is_plain(&self, question: &Question, answer: &Answer, text: &str) -> bool {
        let is_digit = check::digit(text.split_whitespace().next().unwrap_or_default()).is_some();
        let is_value = matches!(answer, Answer::Known(_) | Answer::Withheld(_));
        let is_guess = matches!(question.kind, FactKind::Country | FactKind::Countries) && is_value && !is_digit;
        let is_listed = self.which.iter().any(|choice| choice.answer == *answer);
        !is_guess || is_listed || country::is_exact(self.desk.content(), question, text)
    }

    fn ask_which(&mut self, question: &Question, mut which: Vec<Choice>, page: &mut TextPage) {
        which.retain(|choice| choice.key.is_some());
        ask::which(&self.desk, question, &which, page);
        self.which = which;
    }

    /// The current answer is used and not stored, or stored after all.
    pub(super) fn withhold(&mut self, question: &Question, page: &mut TextPage) {
        let withheld = !self.is_withheld(question);
        self.withhold = Some((question.id.clone(), withheld));
        page.say(self.desk.phrases().get(if withheld { Msg::SaidWithhold } else { Msg::SaidStore }));
    }

    /// Whether the current answer is to be used and not stored: said so, or so the last time.
    fn is_withheld(&self, question: &Question) -> bool {
        match &self.withhold {
            Some((id, withheld)) if *id == question.id => *withheld,
            _ => self.desk.check().is_withheld(&question.id),
        }
    }

    /// Takes an answer, says how it was understood, whether it is saved, what it changed, and what comes next.
    pub(super) fn take(&mut self, question: &Question, answer: Answer, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        let name = question.name.get(self.desk.lang());
        let said = phrases.answer(question, &answer);
        let answer = match answer {
            Answer::Known(value) if self.is_withheld(question) => Answer::Withheld(value),
            other => other,
        };
        page.say(&match answer {
            Answer::Withheld(_) => {
                format!("{name}: {said} ({})", phrases.get(Msg::WithheldNow).trim_start_matches("* "))
            }
            _ => format!("{name}: {said}"),
        });
        self.withhold = None;
        let office_here = |desk: &Desk| desk.finding_here().map(|finding| Arc::clone(&finding.office));
        let (before, office) = (result::verdicts(&self.desk), office_here(&self.desk));
        self.desk.apply(Action::Answer(question.id.clone(), answer));
        cases::saving(&self.desk, page);
        let here = office_here(&self.desk).filter(|here| office.as_ref() != Some(here));
        if let Some(here) = here.filter(|_| self.desk.question().is_some()) {
            self.show(&document::newest_intake(&self.desk.context(), &here), page);
        }
        result::changes(&self.desk, &before, page);
        self.go_on(page);
    }
}

/// Whether a text is refused although its words are those of an answer.
fn is_understood(trouble: &AnswerError) -> bool {
    matches!(trouble, AnswerError::Unsettled | AnswerError::NoDate(TypedDateError::Again))
}

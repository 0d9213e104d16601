//! What a line means while a question is open: an answer before a command, a guess after it.

use crate::check::{self, AnswerError, Choice, Reading, country};
use crate::content::{Id, Kind, Msg, Question};
use crate::desk::Action;
use crate::document::{self, Document};
use crate::rules::Answer;

use super::{Session, ask, cases, command, result};
use crate::plain::Page;

impl Session {
    /// Takes a line as an answer, else as a command, else as a type-ahead word. False ends the talk.
    pub(super) fn handle_line(&mut self, question: &Question, text: &str, page: &mut Page) -> bool {
        let text = match text.strip_prefix('*').map(str::trim) {
            Some("") => {
                self.withhold(question, page);
                return true;
            }
            Some(answer) => {
                self.withhold = Some((question.id.clone(), true));
                answer
            }
            None => text,
        };
        let reading = self.read(question, text);
        if let Reading::Answer(answer) = &reading
            && self.is_plain(question, text)
        {
            self.take(question, answer.clone(), page);
            return true;
        }
        if let Some((command, rest)) = command::parse(self.desk.content(), text) {
            return self.dispatch(command, &rest, page);
        }
        match reading {
            Reading::Answer(_) => self.ask_which(question, self.begun(question, text), page),
            Reading::Which(which) => self.ask_which(question, which, page),
            Reading::Invalid(trouble) => page.put("(!) ", &self.desk.phrases().answer_error(&trouble)),
            Reading::Empty => {}
        }
        true
    }

    fn read(&self, question: &Question, text: &str) -> Reading {
        if let Some(choice) = self.chosen(text) {
            return choice.taken();
        }
        let offered = matches!(text, "0" | "9");
        if !self.which.is_empty() && is_digit(text) && !offered {
            // The numbers of the question itself are no longer what was read out last.
            return Reading::Invalid(AnswerError::NoChoice);
        }
        let content = self.desk.content();
        let office = self.desk.check().office(content);
        check::read(content, question, office.map(AsRef::as_ref), text, self.desk.as_of())
    }

    fn chosen(&self, text: &str) -> Option<&Choice> {
        self.which.iter().find(|choice| choice.key.is_some_and(|key| text == key.to_string()))
    }

    /// Whether what was read needs no asking back: a guess at a country does.
    fn is_plain(&self, question: &Question, text: &str) -> bool {
        match question.kind {
            Kind::Country | Kind::Countries => is_digit(text) || country::is_exact(self.desk.content(), question, text),
            _ => true,
        }
    }

    fn begun(&self, question: &Question, text: &str) -> Vec<Choice> {
        let content = self.desk.content();
        let office = self.desk.check().office(content);
        check::choices(content, question, office.map(AsRef::as_ref), text)
    }

    fn ask_which(&mut self, question: &Question, mut which: Vec<Choice>, page: &mut Page) {
        which.retain(|choice| choice.key.is_some());
        ask::which(&self.desk, question, &which, page);
        self.which = which;
    }

    /// The current answer is used and not stored, or stored after all.
    pub(super) fn withhold(&mut self, question: &Question, page: &mut Page) {
        let withheld = !self.is_withheld(question);
        self.withhold = Some((question.id.clone(), withheld));
        page.say(self.desk.phrases().get(if withheld { Msg::SaidWithhold } else { Msg::SaidStore }));
    }

    /// Whether the current answer is to be used and not stored: said so, or so the last time.
    pub(super) fn is_withheld(&self, question: &Question) -> bool {
        let said = self.withhold.as_ref().filter(|(id, _)| *id == question.id).map(|(_, withheld)| *withheld);
        said.unwrap_or_else(|| self.desk.check().is_withheld(&question.id))
    }

    /// Takes an answer, says how it was understood, whether it is saved, what it changed, and what comes next.
    pub(super) fn take(&mut self, question: &Question, answer: Answer, page: &mut Page) {
        let answer = match answer {
            Answer::Known(value) if self.is_withheld(question) => Answer::Withheld(value),
            other => other,
        };
        self.withhold = None;
        let phrases = self.desk.phrases();
        let name = question.name.get(self.desk.lang());
        let not_stored = if matches!(answer, Answer::Withheld(_)) {
            format!(" ({})", phrases.get(Msg::WithholdHint))
        } else {
            String::new()
        };
        page.say(&format!("{name}: {}{not_stored}", phrases.answer(question, &answer)));
        let (before, office) = (result::verdicts(&self.desk), self.office_here());
        self.desk.apply(Action::Answer(question.id.clone(), answer));
        cases::saving(&self.desk, page);
        if self.office_here() != office && self.desk.question().is_some() {
            self.say_intake(page);
        }
        result::changes(&self.desk, &before, page);
        self.go_on(page);
    }

    fn say_intake(&self, page: &mut Page) {
        if let Some(here) = self.desk.finding_here() {
            let blocks = document::newest_intake(&self.desk.context(), &here.office).into_iter().collect();
            self.show(&Document { blocks }, page);
        }
    }

    fn office_here(&self) -> Option<Id> {
        self.desk.finding_here().map(|finding| finding.office.id.clone())
    }
}

fn is_digit(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit())
}

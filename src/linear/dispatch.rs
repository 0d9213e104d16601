//! What each command does.

use crate::content::{Lang, Msg};
use crate::desk::{Action, Change, Outcome};
use crate::document::{self, Depth};
use crate::rules::Answer;
use crate::text::fold;

use super::command::{self, Command};
use super::{Session, ask, cases, info, office, result, step};
use crate::plain::Page;

impl Session {
    /// Does a command. `rest` is what follows it, folded. False ends the talk.
    pub(super) fn dispatch(&mut self, command: Command, rest: &str, page: &mut Page) -> bool {
        match command {
            Command::Quit => return !self.may_quit(page),
            Command::Back => self.back(page),
            Command::Change => self.change(rest, page),
            Command::Undo | Command::Redo => self.undo_or_redo(command, page),
            Command::Record => {
                let outcome = self.desk.apply(Action::ForRecord);
                self.say_outcome(&outcome, page);
                self.go_on(page);
            }
            Command::Next => self.next_person(page),
            Command::Language => self.speak(rest, page),
            Command::Resume => self.resume(rest, page),
            Command::Delete => self.delete(rest, page),
            Command::Pathways => self.pathways(page),
            Command::Unknown => self.answer_without(Answer::DontKnow, page),
            Command::Declined => self.answer_without(Answer::Declined, page),
            _ => self.tell(command, rest, page),
        }
        true
    }

    /// Commands that leave the check as it is; the current question is said again after them.
    fn tell(&mut self, command: Command, rest: &str, page: &mut Page) {
        match command {
            Command::Review => self.review(page),
            Command::Why => self.why(page),
            Command::Offices if rest.is_empty() => self.show(&document::list(&self.desk.context()), page),
            Command::Offices | Command::Requirements => self.office(command, rest, page),
            Command::Process if rest.is_empty() => self.show(&document::steps(&self.desk.context()), page),
            Command::Process => self.step(rest, page),
            Command::Follow => self.follow(rest, page),
            Command::Here => self.here(rest, page),
            Command::Tracks => step::tracks(&self.desk, page),
            Command::Notices => self.show(&document::notices(&self.desk.context()), page),
            Command::Cases => cases::list(&self.desk, page),
            Command::Keep => self.keep(page),
            Command::Withhold => self.withhold_next(page),
            Command::Bring | Command::Ready | Command::Missing | Command::Add | Command::TakeOut | Command::Check => {
                self.bring(command, rest, page);
            }
            _ => info::help(&self.desk, page),
        }
        let Some(question) = self.desk.question() else { return };
        page.gap();
        ask::remind(&self.desk, question, page);
        if !self.which.is_empty() {
            ask::which(&self.desk, question, &self.which, page);
        }
    }

    /// Notes that the person got to a step, on a day or today.
    fn here(&mut self, rest: &str, page: &mut Page) {
        let (step, day) = rest.split_once(' ').unwrap_or((rest, ""));
        let steps = self.desk.content().process.steps.len();
        let Some(step) = number(step, steps) else { return self.say_number(Command::Here, steps, page) };
        let day = match self.desk.day_typed(day) {
            Ok(day) => day,
            Err(wrong) => return page.put("(!) ", &wrong),
        };
        if let Outcome::MoveRefused(error) = self.desk.apply(Action::Reach(step, day)) {
            return page.put("(!) ", &self.desk.phrases().move_error(&error));
        }
        cases::saving(&self.desk, page);
        step::one(&self.desk, page);
    }

    fn withhold_next(&mut self, page: &mut Page) {
        match self.desk.question().cloned() {
            Some(question) => self.withhold(&question, page),
            None => page.say(self.desk.phrases().get(Msg::LinearNoQuestion)),
        }
    }

    fn pathways(&mut self, page: &mut Page) {
        if self.desk.check().is_empty() {
            page.say(self.desk.phrases().get(Msg::SaidNobody));
        } else {
            self.desk.apply(Action::ForPathways);
        }
        self.go_on(page);
    }

    fn back(&mut self, page: &mut Page) {
        // From a question put back, back leads to the question itself.
        if self.which.is_empty() {
            let outcome = self.desk.apply(Action::Back);
            self.say_outcome(&outcome, page);
        }
        self.go_on(page);
    }

    fn change(&mut self, rest: &str, page: &mut Page) {
        let answered = self.desk.context().answered();
        let id = number(rest, answered.len()).and_then(|n| answered.get(n)).map(|given| given.question.id.clone());
        if let Some(id) = id {
            self.desk.apply(Action::Put(id));
            return self.go_on(page);
        }
        let of = answered.len();
        result::answers(&self.desk, page);
        if of > 0 {
            self.say_number(Command::Change, of, page);
        }
    }

    fn undo_or_redo(&mut self, command: Command, page: &mut Page) {
        let before = result::verdicts(&self.desk);
        self.withhold = None;
        let action = if command == Command::Undo { Action::Undo } else { Action::Redo };
        let outcome = self.desk.apply(action);
        self.say_outcome(&outcome, page);
        cases::saving(&self.desk, page);
        result::changes(&self.desk, &before, page);
        self.go_on(page);
    }

    fn next_person(&mut self, page: &mut Page) {
        self.withhold = None;
        let outcome = self.desk.apply(Action::NextPerson);
        self.say_outcome(&outcome, page);
        self.go_on(page);
    }

    /// Says what became of an action; where the common words name keys, in words that name commands.
    pub(super) fn say_outcome(&self, outcome: &Outcome, page: &mut Page) {
        let phrases = self.desk.phrases();
        let (msg, name, command) = match outcome {
            Outcome::Undone(Change::Answer | Change::Checklist) => (Msg::LinearUndone, "redo", Command::Redo),
            Outcome::NextPerson => (Msg::LinearNextPerson, "undo", Command::Undo),
            Outcome::Kept(true) => (Msg::LinearKept, "keep", Command::Keep),
            other => return phrases.outcome(other).iter().for_each(|said| page.say(said)),
        };
        page.say(&phrases.fill(msg, &[(name, phrases.get(command::name(command)))]));
    }

    fn speak(&mut self, rest: &str, page: &mut Page) {
        let languages = &self.desk.content().languages;
        let named = |text: &str| languages.iter().position(|l| fold(&l.id) == text || fold(&l.name) == text);
        if let Some(lang) = named(rest).filter(|_| !rest.is_empty()) {
            self.desk.apply(Action::Speak(Lang(lang)));
            info::language(&self.desk, page);
            return self.go_on(page);
        }
        let all: Vec<String> = languages.iter().map(|l| format!("{} ({})", l.id, l.name)).collect();
        page.say(&self.desk.phrases().fill(Msg::LinearLanguages, &[("languages", &all.join(", "))]));
    }

    fn answer_without(&mut self, answer: Answer, page: &mut Page) {
        match self.desk.question().cloned() {
            Some(question) => self.take(&question, answer, page),
            None => page.say(self.desk.phrases().get(Msg::LinearNoQuestion)),
        }
    }

    fn review(&self, page: &mut Page) {
        result::answers(&self.desk, page);
        if self.desk.check().is_empty() {
            return;
        }
        page.gap();
        if self.desk.question().is_none() {
            return result::result(&self.desk, page);
        }
        for finding in &self.desk.found().offices {
            self.show(&document::verdict(&self.desk.context(), finding), page);
        }
    }

    fn why(&self, page: &mut Page) {
        match self.desk.question() {
            Some(question) => self.show(&document::why(&self.desk.context(), question), page),
            None => page.say(self.desk.phrases().get(Msg::LinearNoQuestion)),
        }
    }

    fn office(&mut self, command: Command, rest: &str, page: &mut Page) {
        if !rest.is_empty() {
            let Some(n) = office::named(&self.desk, rest) else { return office::none(&self.desk, page) };
            self.desk.apply(Action::SelectOffice(n));
        }
        let (Some(office), ctx) = (self.desk.office(), self.desk.context()) else { return };
        let document = match command {
            Command::Requirements => document::requirements(&ctx, office),
            _ => document::office(&ctx, office, Depth::Whole),
        };
        self.show(&document, page);
    }

    fn step(&mut self, rest: &str, page: &mut Page) {
        let steps = self.desk.content().process.steps.len();
        let Some(to) = number(rest, steps) else { return self.say_number(Command::Process, steps, page) };
        self.go_to(to, page);
    }

    fn follow(&mut self, rest: &str, page: &mut Page) {
        let links = self.desk.content().process.steps.get(self.desk.walk().at).map(|step| step.links.as_slice());
        let links = links.unwrap_or_default();
        let to = number(rest, links.len()).and_then(|n| links.get(n)).map(|link| link.to);
        match (to, links.len()) {
            (Some(to), _) => self.go_to(to, page),
            (None, 0) => page.say(self.desk.phrases().get(Msg::SaidNoWay)),
            (None, of) => self.say_number(Command::Follow, of, page),
        }
    }

    /// Goes to a step and tells it; also where that is the current step.
    fn go_to(&mut self, step: usize, page: &mut Page) {
        self.desk.apply(Action::GoTo(step));
        step::one(&self.desk, page);
    }

    pub(super) fn say_number(&self, command: Command, of: usize, page: &mut Page) {
        let phrases = self.desk.phrases();
        let values = [("word", phrases.get(command::name(command))), ("of", &of.to_string())];
        page.put("(!) ", &phrases.fill(Msg::LinearNumber, &values));
    }
}

/// A number from 1 to `of`, as a place from 0.
fn number(text: &str, of: usize) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1).filter(|n| *n < of)
}

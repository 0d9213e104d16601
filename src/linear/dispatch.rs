//! What each command does.

use std::ops::RangeInclusive;

use crate::content::{Lang, Msg, Question};
use crate::desk::{Action, Change, Ended, Outcome};
use crate::document::{self, Depth};
use crate::plain::TextPage;
use crate::rules::Answer;
use crate::text::fold;

use super::command::Command;
use super::{Repl, ask, cases, info, result};

impl Repl {
    /// Does a command. `rest` is what follows it, folded. False ends the session.
    pub(super) fn dispatch(&mut self, command: Command, rest: &str, page: &mut TextPage) -> bool {
        match command {
            Command::Quit => return !self.may_end(Ended::Quit, page),
            Command::Renew => return !self.may_renew(page),
            // From a question put back, back leads to the question itself.
            Command::Back if self.which.is_empty() => self.act(Action::Back, page),
            Command::Back => self.go_on(page),
            Command::Change => self.change(rest, page),
            Command::Undo => self.undo_or_redo(Action::Undo, page),
            Command::Redo => self.undo_or_redo(Action::Redo, page),
            Command::Record => self.act(Action::ForRecord, page),
            Command::Next if self.desk.question().is_some() && !self.desk.check().is_empty() => self.ask_next(page),
            Command::Next => self.next(page),
            Command::Language => self.speak(rest, page),
            Command::Resume => self.resume(rest, page),
            Command::Delete => self.delete(rest, page),
            Command::Pathways if self.desk.check().is_empty() => {
                page.say(self.desk.phrases().get(Msg::SaidNobody));
                self.go_on(page);
            }
            Command::Pathways => self.act(Action::ForPathways, page),
            Command::Unknown => self.on_question(page, |it, question, page| it.take(question, Answer::DontKnow, page)),
            Command::Declined => self.on_question(page, |it, question, page| it.take(question, Answer::Declined, page)),
            _ => self.tell(command, rest, page),
        }
        true
    }

    /// Commands that leave the check as it is; the current question is said again after them.
    fn tell(&mut self, command: Command, rest: &str, page: &mut TextPage) {
        match command {
            Command::Review => self.review(page),
            Command::Why => self.on_question(page, |it, question, page| {
                it.show(&document::why(&it.desk.context(), question, Depth::Whole), page);
            }),
            Command::Offices if rest.is_empty() => self.show(&document::list(&self.desk.context()), page),
            Command::Offices | Command::Requirements => self.office(command, rest, page),
            Command::Compare => self.compare(rest, page),
            Command::Filter => self.filter(rest, page),
            Command::Find => self.find(rest, page),
            Command::Process if rest.is_empty() => {
                result::headline(&self.desk, page);
                self.show(&document::steps(&self.desk.context()), page);
            }
            Command::Process => self.step(rest, page),
            Command::Follow => self.follow(rest, page),
            Command::Here => self.here(rest, page),
            Command::Tracks => self.tracks(page),
            Command::Sheet => self.sheet(rest, page),
            Command::Notices => self.show(&document::notices(&self.desk.context()), page),
            Command::Cases => cases::list(&self.desk, page),
            Command::Due => {
                let (waiting, troubles) = self.desk.waiting();
                self.show(&document::due(&self.desk.context(), &waiting, &troubles), page);
            }
            Command::Keep => self.keep(page),
            Command::Withhold => self.on_question(page, Self::withhold),
            Command::Bring | Command::Ready | Command::Missing | Command::Add | Command::Remove | Command::Check => {
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

    /// Does something with the current question, or says that there is none.
    fn on_question(&mut self, page: &mut TextPage, act: impl FnOnce(&mut Self, &Question, &mut TextPage)) {
        match self.desk.question().cloned() {
            Some(question) => act(self, &question, page),
            None => page.say(self.desk.phrases().get(Msg::LinearNoQuestion)),
        }
    }

    /// Does something, says what became of it, and goes on.
    fn act(&mut self, action: Action, page: &mut TextPage) {
        let outcome = self.desk.apply(action);
        self.say_outcome(&outcome, page);
        self.go_on(page);
    }

    /// The next person comes.
    pub(super) fn next(&mut self, page: &mut TextPage) {
        self.withhold = None;
        self.act(Action::NextPerson, page);
    }

    fn change(&mut self, rest: &str, page: &mut TextPage) {
        let answered = self.desk.context().answered();
        let given = rest.parse::<usize>().ok().and_then(|n| answered.get(n.checked_sub(1)?));
        if let Some(id) = given.map(|given| given.question.id.clone()) {
            self.desk.apply(Action::Put(id));
            return self.go_on(page);
        }
        result::answers(&self.desk, page);
        if !answered.is_empty() {
            self.say_numbers(Command::Change, &(1..=answered.len()), page);
        }
    }

    fn undo_or_redo(&mut self, action: Action, page: &mut TextPage) {
        let (before, verdicts) = (result::noted(&self.desk), result::verdicts(&self.desk));
        self.withhold = None;
        let outcome = self.desk.apply(action);
        self.say_outcome(&outcome, page);
        let after = result::noted(&self.desk);
        let what = match outcome {
            Outcome::Undone(change) => result::missing(change, before, &after),
            Outcome::Redone(change) => result::missing(change, after, &before),
            _ => Vec::new(),
        };
        for what in what {
            page.put("- ", &what);
        }
        cases::saving(&self.desk, page);
        result::changes(&self.desk, &verdicts, page);
        self.go_on(page);
    }

    /// Says what became of an action; where the common words name keys, in words that name commands.
    pub(super) fn say_outcome(&self, outcome: &Outcome, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        let (msg, name, command) = match outcome {
            Outcome::Undone(Change::Answer | Change::Checklist) => (Msg::LinearUndone, "redo", Command::Redo),
            Outcome::NextPerson => (Msg::LinearNextPerson, "undo", Command::Undo),
            Outcome::Kept(true) => (Msg::LinearKept, "keep", Command::Keep),
            other => return phrases.outcome(other).iter().for_each(|said| page.say(said)),
        };
        page.say(&phrases.fill(msg, &[(name, command.word(phrases))]));
    }

    fn speak(&mut self, rest: &str, page: &mut TextPage) {
        let languages = &self.desk.content().languages;
        let named = languages.iter().position(|l| fold(&l.id) == rest || fold(&l.name) == rest).map(Lang);
        if let Some(lang) = named.filter(|lang| self.desk.offers(*lang)) {
            self.desk.apply(Action::Speak(lang));
            info::language(&self.desk, page);
            return self.go_on(page);
        }
        let offered = languages.iter().enumerate().filter(|(n, _)| self.desk.offers(Lang(*n)));
        let all: Vec<String> = offered.map(|(_, l)| format!("{} ({})", l.id, l.name)).collect();
        page.say(&self.desk.phrases().fill(Msg::LinearLanguages, &[("languages", &all.join(", "))]));
    }

    fn review(&self, page: &mut TextPage) {
        result::answers(&self.desk, page);
        if self.desk.check().is_empty() {
            return;
        }
        page.gap();
        if self.desk.question().is_none() {
            return result::result(&self.desk, page);
        }
        result::headline(&self.desk, page);
        for finding in &self.desk.found().offices {
            self.show(&document::verdict(&self.desk.context(), finding), page);
        }
    }

    /// The number that follows a command, counted from 0; where it is none of those that can, says which can.
    pub(super) fn number(
        &self,
        command: Command,
        rest: &str,
        of: RangeInclusive<usize>,
        page: &mut TextPage,
    ) -> Option<usize> {
        let number = rest.parse().ok().filter(|n| of.contains(n));
        if number.is_none() {
            self.say_numbers(command, &of, page);
        }
        number?.checked_sub(1)
    }

    fn say_numbers(&self, command: Command, numbers: &RangeInclusive<usize>, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        let (from, of) = (numbers.start().to_string(), numbers.end().to_string());
        let values = [("word", command.word(phrases)), ("from", &from), ("of", &of)];
        let said = phrases.fill(if numbers.is_empty() { Msg::SaidNoNumber } else { Msg::LinearNumber }, &values);
        page.put("(!) ", &said);
    }
}

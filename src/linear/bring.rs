//! What to bring, in lines: each thing ready or missing, and checks of what is read out.

use crate::content::{Id, ItemKind, Msg};
use crate::desk::{Action, ChecklistEdit, Desk};
use crate::document;
use crate::text::fold;

use super::Session;
use super::command::{self, Command};
use crate::plain::Page;

/// What to bring, and the words for it.
pub(super) fn list(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    page.show(&document::bring(&desk.context()), phrases);
    let word = |command| phrases.get(command::name(command));
    let words = [
        ("ready", word(Command::Ready)),
        ("missing", word(Command::Missing)),
        ("check", word(Command::Check)),
        ("add", word(Command::Add)),
        ("remove", word(Command::TakeOut)),
    ];
    page.say(&phrases.fill(Msg::LinearBringWords, &words));
}

impl Session {
    /// Does a command about what to bring.
    pub(super) fn bring(&mut self, command: Command, rest: &str, page: &mut Page) {
        if self.desk.check().is_empty() {
            return page.say(self.desk.phrases().get(Msg::SaidNobody));
        }
        match command {
            Command::Ready | Command::Missing => self.note_ready(command, rest, page),
            Command::Add => self.add(rest, page),
            Command::TakeOut => self.take_out(rest, page),
            Command::Check => self.check(rest, page),
            _ => list(&self.desk, page),
        }
    }

    fn note_ready(&mut self, command: Command, rest: &str, page: &mut Page) {
        let items = &self.desk.content().items;
        let (item, of) = (number(rest).and_then(|n| items.get(n)), items.len());
        let family = self.desk.checklist().family().len();
        let ready = command == Command::Ready;
        let relative = number(rest).and_then(|n| n.checked_sub(of)).filter(|n| *n < family);
        match (item.map(|item| item.id.clone()), relative) {
            (Some(item), _) => self.note(&ChecklistEdit::Item(item, ready), page),
            (None, Some(relative)) => self.note(&ChecklistEdit::Relative(relative, ready), page),
            (None, None) => self.say_number(command, of + family, page),
        }
    }

    fn add(&mut self, rest: &str, page: &mut Page) {
        let relations = &self.desk.content().relations;
        let is_it = |name: &str| fold(name) == rest;
        let mut all = relations.iter();
        let called = all.find(|relation| is_it(&relation.id) || relation.text.all().into_iter().any(is_it));
        let called = called.or_else(|| relations.get(number(rest)?));
        let relation: Option<Id> = called.map(|relation| relation.id.clone());
        match relation {
            Some(relation) => self.note(&ChecklistEdit::Add(relation), page),
            None => list(&self.desk, page),
        }
    }

    fn take_out(&mut self, rest: &str, page: &mut Page) {
        let first = self.desk.content().items.len();
        let place = number(rest).and_then(|n| n.checked_sub(first));
        match place.filter(|n| *n < self.desk.checklist().family().len()) {
            Some(place) => self.note(&ChecklistEdit::Remove(place), page),
            None => list(&self.desk, page),
        }
    }

    /// Checks what is read out for an item; what looks right is ready. The text goes no further.
    fn check(&mut self, rest: &str, page: &mut Page) {
        let (place, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let checked = |kind| matches!(kind, ItemKind::Email | ItemKind::Phone | ItemKind::BirthDate);
        let item = number(place).and_then(|n| self.desk.content().items.get(n)).filter(|item| checked(item.kind));
        let Some((id, kind)) = item.map(|item| (item.id.clone(), item.kind)).filter(|_| !text.is_empty()) else {
            return list(&self.desk, page);
        };
        let text = text.trim();
        let mark = if self.desk.looks_right(kind, text) { "" } else { "(!) " };
        page.put(mark, &self.desk.looks(kind, text));
        // What does not look right is not ready either, whatever was noted before.
        if mark.is_empty() || self.desk.checklist().is_ready(&id) {
            self.note(&ChecklistEdit::Item(id, mark.is_empty()), page);
        }
    }

    /// Notes it and says how many are ready.
    fn note(&mut self, what: &ChecklistEdit, page: &mut Page) {
        let outcome = self.desk.apply(Action::Checklist(what.clone()));
        let (desk, phrases) = (&self.desk, self.desk.phrases());
        if let Some(said) = phrases.outcome(&outcome).or_else(|| noted(desk, what)) {
            page.say(&said);
        }
        let items = &desk.content().items;
        let ready = items.iter().filter(|item| desk.checklist().is_ready(&item.id)).count();
        let (ready, of) = (ready.to_string(), items.len().to_string());
        page.say(&phrases.fill(Msg::BringCount, &[("n", &ready), ("of", &of)]));
        super::cases::saving(desk, page);
    }
}

/// "Valid phone number: ready", of what was noted.
fn noted(desk: &Desk, what: &ChecklistEdit) -> Option<String> {
    let (content, lang) = (desk.content(), desk.lang());
    let family = desk.checklist().family();
    let relative = |place: usize| {
        let relative = family.get(place)?;
        Some((content.relation(&relative.relation, lang), relative.ready))
    };
    let (name, ready) = match what {
        ChecklistEdit::Item(id, ready) => {
            content.items.iter().find(|item| item.id == *id).map(|i| (i.text.get(lang), *ready))
        }
        ChecklistEdit::Add(_) => relative(family.len().checked_sub(1)?),
        ChecklistEdit::Relative(place, _) => relative(*place),
        ChecklistEdit::Remove(_) => None,
    }?;
    let state = desk.phrases().get(if ready { Msg::BringReady } else { Msg::BringMissing });
    Some(format!("{name}: {state}"))
}

/// A number from 1, as a place from 0.
fn number(text: &str) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1)
}

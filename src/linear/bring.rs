//! What to bring, in lines: each thing ready or missing, and checks of what is read out.

use crate::content::{ItemKind, Msg};
use crate::desk::{Action, ChecklistEdit};
use crate::document;
use crate::plain::TextPage;
use crate::text::fold;

use super::command::Command::{self, Add, Check, Missing, Ready, Remove};
use super::result::values;
use super::{Repl, cases};

impl Repl {
    /// Does a command about what to bring.
    pub(super) fn bring(&mut self, command: Command, rest: &str, page: &mut TextPage) {
        if self.desk.check().is_empty() {
            return page.say(self.desk.phrases().get(Msg::SaidNobody));
        }
        match command {
            Ready | Missing => self.note_ready(command, rest, page),
            Add if !rest.is_empty() => self.add(rest, page),
            Remove if !rest.is_empty() => self.take_out(rest, page),
            Check if !rest.is_empty() => self.check(rest, page),
            _ => self.list_items(page),
        }
    }

    /// What to bring, and the words for it.
    fn list_items(&self, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        self.show(&document::bring(&self.desk.context()), page);
        let words = [("ready", Ready), ("missing", Missing), ("check", Check), ("add", Add), ("remove", Remove)];
        let words = words.map(|(name, command)| (name, command.word(phrases)));
        page.say(&phrases.fill(Msg::LinearBringWords, &words));
    }

    fn note_ready(&mut self, command: Command, rest: &str, page: &mut TextPage) {
        let (items, ready) = (&self.desk.content().items, command == Ready);
        let of = items.len() + self.desk.checklist().family().len();
        let Some(n) = self.number(command, rest, 1..=of, page) else { return };
        let edit = match items.get(n) {
            Some(item) => ChecklistEdit::Item(item.id.clone(), ready),
            None => ChecklistEdit::Relative(n - items.len(), ready),
        };
        self.note(&edit, page);
    }

    fn add(&mut self, rest: &str, page: &mut TextPage) {
        let relations = &self.desk.content().relations;
        let is_it = |name: &str| fold(name) == rest;
        let called = relations.iter().position(|relation| is_it(&relation.id) || relation.text.all().any(is_it));
        let relation = called.or_else(|| self.number(Add, rest, 1..=relations.len(), page));
        if let Some(relation) = relation.and_then(|n| relations.get(n)) {
            self.note(&ChecklistEdit::Add(relation.id.clone()), page);
        }
    }

    fn take_out(&mut self, rest: &str, page: &mut TextPage) {
        let (items, family) = (self.desk.content().items.len(), self.desk.checklist().family().len());
        if let Some(n) = self.number(Remove, rest, items + 1..=items + family, page) {
            self.note(&ChecklistEdit::Remove(n - items), page);
        }
    }

    /// Checks what is read out for an item; what looks right as a whole is ready. The text goes no further.
    fn check(&mut self, rest: &str, page: &mut TextPage) {
        let (number, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let items = &self.desk.content().items;
        let number = self.number(Check, number, 1..=items.len(), page);
        let Some((id, kind)) = number.and_then(|n| items.get(n)).map(|item| (item.id.clone(), item.kind)) else {
            return;
        };
        if text.is_empty() || !matches!(kind, ItemKind::Email | ItemKind::Phone | ItemKind::BirthDate) {
            return self.list_items(page);
        }
        let text = text.trim();
        match self.desk.looks(kind, text) {
            Ok(said) => {
                page.put("", &said);
                // Where only a part was read out, whoever sees the rest says that it is ready.
                let ready = kind.is_checked_whole() || self.desk.checklist().is_ready(&id);
                self.note(&ChecklistEdit::Item(id, ready), page);
            }
            Err(said) => {
                page.put("(!) ", &said);
                // What does not look right is not ready either, whatever was noted before.
                if self.desk.checklist().is_ready(&id) {
                    self.note(&ChecklistEdit::Item(id, false), page);
                }
            }
        }
    }

    /// Notes it; says what is noted, "Valid phone number: ready", and how many are ready.
    fn note(&mut self, edit: &ChecklistEdit, page: &mut TextPage) {
        let outcome = self.desk.apply(Action::Checklist(edit.clone()));
        let document = document::bring(&self.desk.context());
        let count =
            document.blocks.iter().find(|block| &*block.anchor == "bring.count").map(|block| block.text.clone());
        let anchor = match edit {
            ChecklistEdit::Item(id, _) => format!("bring.item.{id}"),
            ChecklistEdit::Add(_) => format!("bring.family.{}", self.desk.checklist().family().len()),
            ChecklistEdit::Relative(place, _) => format!("bring.family.{}", place + 1),
            ChecklistEdit::Remove(_) => String::new(),
        };
        let noted = || values(document).find(|(of, _)| **of == *anchor).map(|(_, value)| value);
        let said = self.desk.phrases().outcome(&outcome).or_else(noted);
        said.iter().chain(&count).for_each(|said| page.say(said));
        cases::saving(&self.desk, page);
    }
}

//! Offices, their rules, and the steps of the process.

use crate::content::{Msg, Office};
use crate::desk::{Action, Desk, Outcome};
use crate::document::{self, Block, Depth, Document, Kind};
use crate::plain::TextPage;
use crate::text::fold;

use super::command::Command;
use super::{Repl, cases, result};

impl Repl {
    /// An office or its rules: the one that is named, or the selected one.
    pub(super) fn office(&mut self, command: Command, rest: &str, page: &mut TextPage) {
        if !rest.is_empty() {
            let Some(n) = named(&self.desk, rest) else {
                return no_office(&self.desk, page);
            };
            self.desk.apply(Action::SelectOffice(n));
        }
        let (office, ctx) = (self.desk.office(), self.desk.context());
        let document = match command {
            Command::Requirements => document::requirements(&ctx, office),
            _ => document::office(&ctx, office, Depth::Whole),
        };
        self.show(&document, page);
    }

    /// What differs between two offices, each named by a number, a code or a name of one word.
    pub(super) fn compare(&self, rest: &str, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
        let offices = &self.desk.content().offices;
        let office = |text: &str| offices.get(named(&self.desk, text.trim()).filter(|_| !text.trim().is_empty())?);
        match (office(first), office(second)) {
            (Some(a), Some(b)) if a.id != b.id => self.show(&document::offices(&self.desk.context(), a, b), page),
            _ => {
                let values = [("word", Command::Compare.word(phrases)), ("offices", &numbered(&self.desk))];
                page.put("(!) ", &phrases.fill(Msg::LinearCompareWhat, &values));
            }
        }
    }

    /// Notes that the person got to a step, on a day or today.
    pub(super) fn here(&mut self, rest: &str, page: &mut TextPage) {
        let (step, day) = rest.split_once(' ').unwrap_or((rest, ""));
        let steps = self.desk.content().process.steps.len();
        let Some(step) = self.number(Command::Here, step, 1..=steps, page) else { return };
        let day = match self.desk.day_typed(day) {
            Ok(day) => day,
            Err(wrong) => return page.put("(!) ", &wrong),
        };
        if let Outcome::MoveRefused(error) = self.desk.apply(Action::Reach(step, day)) {
            return page.put("(!) ", &self.desk.phrases().move_error(&error));
        }
        cases::saving(&self.desk, page);
        self.current_step(page);
    }

    pub(super) fn step(&mut self, rest: &str, page: &mut TextPage) {
        let steps = self.desk.content().process.steps.len();
        let Some(to) = self.number(Command::Process, rest, 1..=steps, page) else { return };
        self.go_to(to, page);
    }

    pub(super) fn follow(&mut self, rest: &str, page: &mut TextPage) {
        let links = &self.desk.current_step().links;
        if links.is_empty() {
            return page.say(self.desk.phrases().get(Msg::SaidNoWay));
        }
        let link = self.number(Command::Follow, rest, 1..=links.len(), page);
        if let Some(to) = link.and_then(|n| links.get(n)).map(|link| link.to) {
            self.go_to(to, page);
        }
    }

    /// Goes to a step and tells it; also where that is the current step.
    fn go_to(&mut self, step: usize, page: &mut TextPage) {
        self.desk.apply(Action::GoTo(step));
        self.current_step(page);
    }

    /// The current step, and how to go on from it.
    fn current_step(&self, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        result::headline(&self.desk, page);
        let step = document::step(&self.desk.context(), self.desk.walk().at, Depth::Whole);
        let is_way = |block: &Block| matches!(block.kind, Kind::Item { number: Some(_) });
        for part in step.blocks.chunk_by(|a, b| is_way(a) == is_way(b)) {
            page.gap();
            if part.iter().all(is_way) {
                page.say(&phrases.fill(Msg::LinearWays, &[("follow", Command::Follow.word(phrases))]));
            }
            page.show(&Document { blocks: part.to_vec() }, phrases);
        }
    }

    /// The tracks one after the other: columns cannot be listened to.
    pub(super) fn tracks(&self, page: &mut TextPage) {
        for track in 0..self.desk.content().process.tracks.len() {
            page.gap();
            let mut document = document::tracks(&self.desk.context(), &[track]);
            // The title is said once.
            document.blocks.retain(|block| track == 0 || block.kind != Kind::Title);
            self.show(&document, page);
        }
    }
}

/// That there is no such office, and which there are.
pub(super) fn no_office(desk: &Desk, page: &mut TextPage) {
    page.put("(!) ", &desk.phrases().fill(Msg::LinearNoOffice, &[("offices", &numbered(desk))]));
}

/// Every office with its number.
fn numbered(desk: &Desk) -> String {
    let offices = desk.content().offices.iter().zip(1..);
    offices.map(|(it, n)| format!("{n} {}", it.name.get(desk.lang()))).collect::<Vec<_>>().join(", ")
}

/// The office that a number, a code, an id or the beginning of a name in any language means.
pub(super) fn named(desk: &Desk, text: &str) -> Option<usize> {
    let offices = &desk.content().offices;
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < offices.len());
    }
    // Of several offices in a country its code means none.
    let sign = |office: &Office| desk.content().sign(office, desk.lang()).to_owned();
    let exact = |office: &Office| fold(&office.id) == text || fold(&sign(office)) == text;
    let begins = |office: &Office| {
        let mut names = office.name.all().chain(office.country.name.all());
        names.any(|name| fold(name).starts_with(text))
    };
    let mut found = offices.iter().enumerate().filter(|(_, office)| begins(office)).map(|(n, _)| n);
    let only = found.next().filter(|_| found.next().is_none());
    offices.iter().position(|office| exact(office)).or(only)
}

//! Looking for words, and for the offices that take an answer.

use crate::check::filter::{Filter, is_sure, meanings};
use crate::content::{Content, Lookup, Msg};
use crate::document::{Block, Document, Kind, Mark};
use crate::find::{self, HitKind, Index};
use crate::plain::{self, TextPage};

use super::command::Command;
use super::{Repl, result};

/// More hits than these nobody wants read out.
const MOST: usize = 8;

impl Repl {
    /// What has some words, best first, each with what to write to read on there.
    pub(super) fn find(&self, words: &str, page: &mut TextPage) {
        let (desk, phrases, ctx) = (&self.desk, self.desk.phrases(), self.desk.context());
        if words.is_empty() {
            return page.put("(!) ", &phrases.fill(Msg::LinearFindWhat, &[("find", Command::Find.word(phrases))]));
        }
        let hits = Index::new(desk.content(), desk.as_of()).search(words, desk.lang());
        if hits.is_empty() {
            page.say(phrases.get(Msg::FindNothing));
        }
        for hit in hits.iter().take(MOST) {
            page.gap();
            self.show(&plain::found(&ctx, hit), page);
            let place = find::place(desk.content(), &hit.kind, desk.office_index());
            if let Some((command, number)) = there(desk.content(), place.as_ref().unwrap_or(&hit.kind)) {
                let written = format!("{} {number}", command.word(phrases));
                page.put("  ", &phrases.fill(Msg::LinearGoThere, &[("words", written.trim_end())]));
            }
        }
        if hits.len() > MOST {
            page.gap();
            page.say(&phrases.fill(Msg::FoundMore, &[("count", &(hits.len() - MOST).to_string())]));
        }
    }

    /// Which offices take an answer, whoever gives it.
    pub(super) fn filter(&self, typed: &str, page: &mut TextPage) {
        let (desk, phrases) = (&self.desk, self.desk.phrases());
        let meanings = meanings(desk.content(), typed, desk.as_of());
        let named = |filter: &Filter| {
            let name = filter.question.name.get(desk.lang());
            format!("{name}: {}", phrases.answer(&filter.question, &filter.answer))
        };
        if !meanings.is_empty() && !is_sure(desk.content(), &meanings, typed, desk.as_of()) {
            page.put("(!) ", &format!("{}: {}", Command::Filter.word(phrases), phrases.get(Msg::WhichOne)));
            return meanings.iter().for_each(|filter| page.put("  ", &named(filter)));
        }
        let Some(filter) = meanings.into_iter().next() else {
            let msg = if typed.is_empty() { Msg::FilterHint } else { Msg::FilterNothing };
            return page.put("(!) ", &format!("{}: {}", Command::Filter.word(phrases), phrases.get(msg)));
        };
        page.say(&named(&filter));
        let mut document = Document::default();
        for office in &desk.content().offices {
            let kind = Kind::Value { name: office.name.get(desk.lang()).to_owned(), number: None };
            let verdict = filter.verdict(desk.content(), office);
            let stated = office
                .requirements
                .iter()
                .filter(|requirement| requirement.rule.tests().iter().any(|test| test.fact == filter.question));
            let stated: Vec<String> = stated.map(|requirement| phrases.requirement(requirement)).collect();
            let text = if stated.is_empty() { phrases.get(Msg::NotStated).to_owned() } else { stated.join("; ") };
            let block = Block::new(format!("filter.{}", office.id), kind, text);
            document.push(block.mark(verdict.map_or(Mark::None, Mark::Verdict)));
        }
        result::headline(&self.desk, page);
        self.show(&document, page);
    }
}

/// What to write to read a hit: a command and what follows it.
fn there(content: &Content, kind: &HitKind) -> Option<(Command, String)> {
    let numbered = |n: usize| (n + 1).to_string();
    Some(match kind {
        HitKind::Office(n) => (Command::Offices, numbered(*n)),
        HitKind::Requirement(n, _) => (Command::Requirements, numbered(*n)),
        HitKind::Step(n) => (Command::Process, numbered(*n)),
        HitKind::Pathway(n) => (Command::Process, numbered(content.process.first_of(&content.pathways.at(*n).track))),
        HitKind::Item(_) => (Command::Process, numbered(0)),
        HitKind::Statement(_) | HitKind::Notice(_) => (Command::Notices, String::new()),
        HitKind::Tracks => (Command::Tracks, String::new()),
        HitKind::Language(n) => (Command::Language, content.languages.at(*n).id.to_string()),
        HitKind::Country(_) | HitKind::Question(_) => return None,
    })
}

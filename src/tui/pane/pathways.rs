//! Pathways: each with its later status first, whom it suits, what it gives and what it needs.

use ratatui::style::Style;

use crate::content::{Certainty, Pathway, Topic, Word};
use crate::rules::Verdict;
use crate::tui::page::{Page, Set};
use crate::tui::state::State;
use crate::wording::mark;

/// What pathways come to for the person, under what holds for all of them.
pub(in crate::tui) fn of_person(state: &State, page: &mut Page) {
    let (desk, quiet) = (&state.desk, state.look.quiet());
    page.heading(desk.speaker().word(Word::PathwaysPerson), state.look.accent());
    page.text(0, desk.speaker().word(Word::PromisesNothing), state.look.strong());
    for general in desk.content().on(Topic::Pathways) {
        let label = general.source.label.say(desk.lang());
        page.paragraph(general.text.say(desk.lang()), Set { tag: (label, quiet), ..Set::default() });
    }
    for pathway in &desk.content().pathways {
        let finding = desk.found().pathway(&pathway.id);
        one(state, pathway, finding.map(|finding| finding.verdict), page);
    }
}

/// A pathway; its later status stands first, before the verdict where there is a person.
pub(in crate::tui) fn one(state: &State, pathway: &Pathway, verdict: Option<Verdict>, page: &mut Page) {
    let (lang, speaker) = (state.desk.lang(), state.desk.speaker());
    page.gap();
    page.text(0, pathway.name.say(lang), state.look.strong());
    let later = pathway.later.iter().chain(pathway.notices.iter().map(|n| &n.statement));
    for statement in later.filter(|s| s.made_by(state.desk.as_of())) {
        let mark = ("(!)", state.look.alert());
        page.paragraph(statement.text.say(lang), Set { indent: 4, mark, ..Set::default() });
        page.text(4, &speaker.said_by(statement), state.look.quiet());
    }
    if let Some(verdict) = verdict {
        let set = Set { indent: 4, mark: (mark(verdict, true), state.look.verdict(verdict)), ..Set::default() };
        page.paragraph(speaker.verdict(verdict), set);
    }
    page.text(2, &speaker.ruled(pathway.text.say(lang), &pathway.rule), Style::new());
    if let Some(gives) = &pathway.gives {
        page.text(2, gives.say(lang), Style::new());
    }
    match pathway.sponsor {
        Some(Certainty::Most | Certainty::Usual) => page.text(2, speaker.word(Word::UsuallyNeedsSponsor), Style::new()),
        Some(Certainty::Stated) => page.text(2, speaker.word(Word::NeedsSponsor), Style::new()),
        _ => {}
    }
    for open in &pathway.open {
        page.paragraph(open.say(lang), Set { indent: 4, mark: ("(?)", state.look.alert()), ..Set::default() });
    }
}

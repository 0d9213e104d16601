//! Pathways: each with its later status first, whom it suits, what it gives and what it needs.

use ratatui::style::Style;

use crate::content::{Certainty, Msg, Pathway, Topic};
use crate::rules::Verdict;
use crate::tui::component::View;
use crate::tui::page::{Page, Set};
use crate::wording::mark;

/// What pathways come to for the person, under what holds for all of them.
pub(in crate::tui) fn of_person(view: &View<'_>, page: &mut Page) {
    let (desk, quiet) = (view.desk, view.theme.quiet());
    page.heading(desk.phrases().get(Msg::PathwaysPerson), view.theme.accent());
    page.text(0, desk.phrases().get(Msg::PromisesNothing), view.theme.strong());
    for general in desk.content().on(Topic::Pathways) {
        let label = general.source.label.get(desk.lang());
        page.paragraph(general.text.get(desk.lang()), Set { tag: (label, quiet), ..Set::default() });
    }
    for pathway in &desk.content().pathways {
        let finding = desk.found().pathway(&pathway.id);
        one(view, pathway, finding.map(|finding| finding.verdict), page);
    }
}

/// A pathway; its later status stands first, before the verdict where there is a person.
pub(in crate::tui) fn one(view: &View<'_>, pathway: &Pathway, verdict: Option<Verdict>, page: &mut Page) {
    let (lang, phrases) = (view.desk.lang(), view.desk.phrases());
    page.gap();
    page.text(0, pathway.name.get(lang), view.theme.strong());
    let later = pathway.later.iter().chain(pathway.notices.iter().map(|n| &n.statement));
    for statement in later.filter(|s| s.published_by(view.desk.as_of())) {
        let mark = ("(!)", view.theme.alert());
        page.paragraph(statement.text.get(lang), Set { indent: 4, mark, ..Set::default() });
        page.text(4, &phrases.said_by(statement), view.theme.quiet());
    }
    if let Some(verdict) = verdict {
        let set = Set { indent: 4, mark: (mark(verdict, true), view.theme.verdict(verdict)), ..Set::default() };
        page.paragraph(phrases.verdict(verdict), set);
    }
    page.text(2, &phrases.ruled(pathway.text.get(lang), &pathway.rule), Style::new());
    if let Some(gives) = &pathway.gives {
        page.text(2, gives.get(lang), Style::new());
    }
    match pathway.sponsor {
        Some(Certainty::Most | Certainty::Usual) => page.text(2, phrases.get(Msg::UsuallyNeedsSponsor), Style::new()),
        Some(Certainty::Stated) => page.text(2, phrases.get(Msg::NeedsSponsor), Style::new()),
        _ => {}
    }
    for open in &pathway.open {
        page.paragraph(open.get(lang), Set { indent: 4, mark: ("(?)", view.theme.alert()), ..Set::default() });
    }
}

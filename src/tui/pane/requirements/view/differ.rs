//! Two offices beside each other: what differs between them, under what is said of their intakes.
//!
//! ```text
//! Colombia and Costa Rica: what differs
//! Both
//! (!) No longer active, takes no new applications.             portal, undated, …
//! Colombia
//! (!) No new applications are taken. Existing cases go on.   guide, Aug 2024 or …
//!
//! Nationality
//!   Colombia    Cuban, Haitian or Venezuelan
//!   Costa Rica  Nicaraguan, Venezuelan or Ecuadorian
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::{finding, requirement};
use crate::content::{Aspect, Msg, Office};
use crate::rules::IntakeLine;
use crate::tui::component::View;
use crate::tui::page::{Page, Set};
use crate::tui::pane::intake;
use crate::wording::mark;

/// The selected office and the one at `beside`.
pub(super) fn page(view: &View<'_>, beside: usize, mut page: Page) -> Page {
    let (desk, phrases, lang) = (view.desk, view.desk.phrases(), view.desk.lang());
    let (Some(a), Some(b)) = (desk.office(), desk.content().offices.get(beside)) else { return page };
    page.focus_next(0);
    let names = [("a", a.name.get(lang)), ("b", b.name.get(lang))];
    page.text(0, &phrases.fill(Msg::DifferTitle, &names), view.theme.strong());
    intakes(view, a, b, &mut page);
    let mut alike = Vec::new();
    for (aspect, name) in &desk.content().aspects {
        let [of_a, of_b] = [a, b].map(|office| words(view, office, *aspect));
        if of_a == of_b {
            alike.push(name.get(lang));
            continue;
        }
        page.heading(name.get(lang), view.theme.accent());
        for (office, words) in [(a, &of_a), (b, &of_b)] {
            row(view, office, *aspect, words, names.map(|(_, name)| name.width()).into_iter().max(), &mut page);
        }
    }
    if !alike.is_empty() {
        page.gap();
        page.text(0, &phrases.fill(Msg::DifferAlike, &[("what", &alike.join(", "))]), view.theme.quiet());
    }
    page
}

/// A rule in its words.
fn words(view: &View<'_>, office: &Office, aspect: Aspect) -> String {
    let phrases = view.desk.phrases();
    let rule = requirement(office, aspect).map(|(_, requirement)| phrases.requirement(requirement));
    rule.unwrap_or_else(|| phrases.get(Msg::NotStatedHere).to_owned())
}

fn row(view: &View<'_>, office: &Office, aspect: Aspect, words: &str, names: Option<usize>, page: &mut Page) {
    let name = office.name.get(view.desk.lang());
    let blanks = " ".repeat((names.unwrap_or(0) + 2).saturating_sub(name.width()));
    let found = requirement(office, aspect).and_then(|(n, _)| finding(view, office, n));
    let (tag, style) = found.map_or(("", Style::new()), |f| (mark(f.verdict, f.applies), view.theme.reason(f)));
    page.named(&format!("{name}{blanks}"), words, Set { indent: 2, tag: (tag, style), ..Set::default() });
}

/// What is said of both intakes once, then what is said of each; newest first.
fn intakes(view: &View<'_>, a: &Office, b: &Office, page: &mut Page) {
    let said = [a, b].map(|office| view.desk.intake(office).statements);
    let [of_a, of_b] = &said;
    let phrases = view.desk.phrases();
    let names = [phrases.get(Msg::DifferBoth), a.name.get(view.desk.lang()), b.name.get(view.desk.lang())];
    let parts = [part(of_a, true, of_b), part(of_a, false, of_b), part(of_b, false, of_a)];
    for (name, lines) in names.into_iter().zip(parts).filter(|(_, lines)| !lines.is_empty()) {
        page.text(0, name, view.theme.accent());
        intake::lines(view, &lines, page);
    }
}

/// The statements that are, or are not, among others too.
fn part<'a>(list: &[IntakeLine<'a>], shared: bool, other: &[IntakeLine<'_>]) -> Vec<IntakeLine<'a>> {
    let is_shared = |line: &IntakeLine<'_>| other.iter().any(|o| o.statement == line.statement);
    list.iter().filter(|line| is_shared(line) == shared).copied().collect()
}

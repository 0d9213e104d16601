//! The list of offices and the selected office.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{Msg, Office, Statement, Topic};
use crate::rules::{OfficeFinding, Verdict};
use crate::tui::component::View;
use crate::tui::focus::Part;
use crate::tui::page::{Page, Set, cut};
use crate::tui::pane::intake;
use crate::wording::mark;

/// Cells of the list where the office stands beside it.
pub(super) const LIST: u16 = 23;

/// Rows of a requirement that is only glanced at.
const GLANCED: usize = 2;

/// The list of offices, with the verdicts for the person being checked.
pub(super) fn list(view: &View<'_>, width: u16) -> Page {
    let desk = view.desk;
    let mut page = Page::new(width);
    let focused = view.is_on(Part::List);
    let names = if view.geometry.shows_four { width.min(LIST) } else { width };
    let name_width = usize::from(names).saturating_sub(10);
    for (n, office) in desk.content().offices.iter().enumerate() {
        let selected = n == desk.office_index();
        if selected && focused {
            page.focus_next(0);
        }
        let name = cut(office.name.get(desk.lang()), name_width);
        let style = if selected { view.theme.strong() } else { Style::new() };
        let blanks = " ".repeat(name_width.saturating_sub(name.width()) + 1);
        let lead = if selected && focused { "> " } else { "  " };
        let mut spans = vec![Span::raw(lead), Span::styled(name, style), Span::raw(blanks)];
        spans.extend(notice_and_verdict(view, office));
        page.line(Line::from(spans));
    }
    // Where the office stands below and is met, it says so itself.
    let says_itself = view.geometry.shows_four && desk.office().and_then(|o| desk.finding(&o.id)).is_some_and(is_met);
    if desk.found().best() == Verdict::Met && width > LIST && !says_itself {
        page.gap();
        page.text(0, desk.phrases().get(Msg::PromisesNothing), view.theme.strong());
    }
    page
}

fn is_met(finding: &OfficeFinding) -> bool {
    finding.verdict == Verdict::Met
}

/// Whether the office is closed, and the verdict for the person, if there is one.
fn notice_and_verdict(view: &View<'_>, office: &Office) -> [Span<'static>; 3] {
    let desk = view.desk;
    let closed = desk.intake(office).state.is_closed();
    let notice = Span::raw(if closed { "(!)" } else { "   " });
    let finding = desk.finding(&office.id).filter(|_| !desk.check().is_empty());
    let verdict = finding.map_or_else(Span::default, |f| Span::raw(mark(f.verdict, true)));
    [notice, Span::raw(" "), verdict]
}

/// The selected office in full: its intake first, then what it asks for, how to apply, whom to call.
pub(super) fn page(view: &View<'_>, is_glance: bool, width: u16) -> Page {
    let mut page = Page::new(width);
    let Some(office) = view.desk.office() else { return page };
    if view.is_on(Part::Detail) {
        page.focus_next(0);
    }
    title(view, office, &mut page);
    intake::of(view, office, &mut page);
    minimum(view, office, is_glance, &mut page);
    if !is_glance {
        apply(view, office, &mut page);
        help_lines(view, office, &mut page);
    }
    page
}

fn title(view: &View<'_>, office: &Office, page: &mut Page) {
    let phrases = view.desk.phrases();
    let name = office.name.get(view.desk.lang()).to_uppercase();
    let finding = view.desk.finding(&office.id).filter(|_| !view.desk.check().is_empty());
    let verdict = finding.map_or(String::new(), |f| phrases.verdict(f.verdict).to_owned());
    let style = finding.map_or_else(Default::default, |f| view.theme.verdict(f.verdict));
    page.paragraph(&name, Set { style: view.theme.strong(), tag: (&verdict, style), ..Set::default() });
    if finding.is_some_and(is_met) {
        page.text(0, phrases.get(Msg::PromisesNothing), view.theme.strong());
    }
}

fn minimum(view: &View<'_>, office: &Office, is_glance: bool, page: &mut Page) {
    let phrases = view.desk.phrases();
    let finding = view.desk.finding(&office.id).filter(|_| !view.desk.check().is_empty());
    page.gap();
    let guide = view.desk.content().guide.label.get(view.desk.lang());
    let set = Set { style: view.theme.accent(), tag: (guide, Style::new()), ..Set::default() };
    page.paragraph(phrases.get(Msg::StatedMinimum), set);
    for (n, requirement) in office.requirements.iter().enumerate() {
        let found = finding.and_then(|f| f.requirements.get(n));
        let (mark, style) = found.map_or(("  ", Style::new()), |f| (mark(f.verdict, f.applies), view.theme.reason(f)));
        let indent = mark.len() + usize::from(found.is_some());
        let before = page.len();
        page.paragraph(&phrases.requirement(requirement), Set { indent, mark: (mark, style), ..Set::default() });
        if is_glance {
            page.cut(before + GLANCED);
        }
    }
}

fn apply(view: &View<'_>, office: &Office, page: &mut Page) {
    let phrases = view.desk.phrases();
    page.gap();
    page.text(0, phrases.get(Msg::HowToApply), view.theme.accent());
    let content = view.desk.content();
    let general = content.on(Topic::Applying).chain(content.on(Topic::Money));
    for statement in office.apply.iter().chain(general) {
        said(view, statement, page);
    }
}

/// A statement with who says it at the right edge.
fn said(view: &View<'_>, statement: &Statement, page: &mut Page) {
    let label = statement.source.label.get(view.desk.lang());
    let set = Set { indent: 2, tag: (label, Style::new()), ..Set::default() };
    page.paragraph(statement.text.get(view.desk.lang()), set);
}

fn help_lines(view: &View<'_>, office: &Office, page: &mut Page) {
    let phrases = view.desk.phrases();
    let lines = view.desk.content().help_lines.iter().filter(|line| line.country == office.country.id);
    for line in lines {
        page.gap();
        page.text(0, phrases.get(Msg::HelpLine), view.theme.accent());
        let label = line.source.label.get(view.desk.lang());
        let text = phrases.fill(Msg::HelpLineNumber, &[("number", &line.number)]);
        page.paragraph(&text, Set { indent: 2, tag: (label, Style::new()), ..Set::default() });
    }
}

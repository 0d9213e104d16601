//! The Offices pane.
//!
//! ```text
//! > Colombia   [+]    COLOMBIA                        meets the stated minimum
//!   Costa Rica [-]    (!) No longer active, takes no applications       portal
//!   Ecuador    [-]        undated, read 23 Nov 2026
//!   Guatemala  [-]    (!) No new applications; cases go on              guide
//!
//!                     Stated minimum                                    guide
//!                     [+] In Colombia on or before 11 June 2023
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{Msg, Office, Statement, Topic};
use crate::rules::{IntakeLine, OfficeFinding, Verdict};
use crate::tui::page::{Page, Set, cut};
use crate::tui::state::{Pane, Part, State};
use crate::tui::view::is_glance;
use crate::wording::mark;

/// Cells of the list where the office stands beside it.
pub const LIST: u16 = 23;

/// Rows of a requirement that is only glanced at.
const GLANCED: usize = 2;

/// The list of offices, with the verdicts for the person being checked.
#[must_use]
pub fn list(state: &State, width: u16) -> Page {
    let desk = &state.desk;
    let mut page = Page::new(width);
    let focused = state.is_on(Pane::Offices, Part::List);
    let names = if state.shows_four() { width.min(LIST) } else { width };
    let name_width = usize::from(names).saturating_sub(10);
    for (n, office) in desk.content().offices.iter().enumerate() {
        let selected = n == desk.office_index();
        if selected && focused {
            page.focus_next(0);
        }
        let name = cut(office.name.get(desk.lang()), name_width);
        let style = if selected { state.theme.strong() } else { Style::new() };
        let blanks = " ".repeat(name_width.saturating_sub(name.width()) + 1);
        let lead = if selected && focused { "> " } else { "  " };
        let mut spans = vec![Span::raw(lead), Span::styled(name, style), Span::raw(blanks)];
        spans.extend(notice_and_verdict(state, office));
        page.line(Line::from(spans));
    }
    // Where the office stands below and is met, it says so itself.
    let says_itself = state.shows_four() && desk.office().and_then(|o| desk.finding(&o.id)).is_some_and(is_met);
    if desk.found().best() == Verdict::Met && width > LIST && !says_itself {
        page.gap();
        page.text(0, desk.phrases().get(Msg::PromisesNothing), state.theme.strong());
    }
    page
}

fn is_met(finding: &OfficeFinding) -> bool {
    finding.verdict == Verdict::Met
}

/// Whether the office is closed, and the verdict for the person, if there is one.
fn notice_and_verdict(state: &State, office: &Office) -> [Span<'static>; 3] {
    let desk = &state.desk;
    let closed = desk.intake(office).state.is_closed();
    let notice = Span::raw(if closed { "(!)" } else { "   " });
    let finding = desk.finding(&office.id).filter(|_| !desk.check().is_empty());
    let verdict = finding.map_or_else(Span::default, |f| Span::raw(mark(f.verdict, true)));
    [notice, Span::raw(" "), verdict]
}

/// The selected office in full: its intake first, then what it asks for, how to apply, whom to call.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let Some(office) = state.desk.office() else { return page };
    if state.is_on(Pane::Offices, Part::Detail) {
        page.focus_next(0);
    }
    title(state, office, &mut page);
    intake(state, office, &mut page);
    minimum(state, office, &mut page);
    if !is_glance(state, Pane::Offices) {
        apply(state, office, &mut page);
        help_lines(state, office, &mut page);
    }
    page
}

fn title(state: &State, office: &Office, page: &mut Page) {
    let phrases = state.desk.phrases();
    let name = office.name.get(state.desk.lang()).to_uppercase();
    let finding = state.desk.finding(&office.id).filter(|_| !state.desk.check().is_empty());
    let verdict = finding.map_or(String::new(), |f| phrases.verdict(f.verdict).to_owned());
    let style = finding.map_or_else(Default::default, |f| state.theme.verdict(f.verdict));
    page.paragraph(&name, Set { style: state.theme.strong(), tag: (&verdict, style), ..Set::default() });
    if finding.is_some_and(is_met) {
        page.text(0, phrases.get(Msg::PromisesNothing), state.theme.strong());
    }
}

/// What is said of an office's intake, newest first: stands before anything else that is said of the office.
pub fn intake(state: &State, office: &Office, page: &mut Page) {
    intake_lines(state, &state.desk.intake(office).statements, page);
}

/// Statements on intake; what one source says one after the other makes one paragraph under its name.
pub fn intake_lines(state: &State, statements: &[IntakeLine<'_>], page: &mut Page) {
    for said in statements.chunk_by(|a, b| a.statement.source.id == b.statement.source.id) {
        said_of_intake(state, said, page);
    }
}

/// The newest that is said of an office's intake: stands with everything that is said of the office.
pub fn newest_intake(state: &State, office: &Office, page: &mut Page) {
    if let Some(newest) = state.desk.intake(office).statements.get(..1) {
        said_of_intake(state, newest, page);
    }
}

/// A notice, with who says it and when.
pub fn notice(state: &State, said: &Statement, page: &mut Page) {
    let mark = ("(!) ", state.theme.alert());
    let by = state.desk.phrases().said_by(said);
    let set = Set { indent: 4, mark, style: state.theme.strong(), tag: (&by, state.theme.quiet()) };
    page.paragraph(said.text.get(state.desk.lang()), set);
}

fn said_of_intake(state: &State, said: &[IntakeLine<'_>], page: &mut Page) {
    let Some(first) = said.first() else { return };
    let closed = said.iter().any(|line| line.state.is_closed());
    let mark = (if closed { "(!) " } else { "    " }, state.theme.alert());
    let texts: Vec<&str> = said.iter().map(|line| line.statement.text.get(state.desk.lang())).collect();
    let by = state.desk.phrases().said_by(first.statement);
    page.paragraph(&texts.join(" "), Set { indent: 4, mark, tag: (&by, state.theme.quiet()), ..Set::default() });
}

fn minimum(state: &State, office: &Office, page: &mut Page) {
    let phrases = state.desk.phrases();
    let finding = state.desk.finding(&office.id).filter(|_| !state.desk.check().is_empty());
    page.gap();
    let guide = state.desk.content().guide.label.get(state.desk.lang());
    let set = Set { style: state.theme.accent(), tag: (guide, Style::new()), ..Set::default() };
    page.paragraph(phrases.get(Msg::StatedMinimum), set);
    for (n, requirement) in office.requirements.iter().enumerate() {
        let found = finding.and_then(|f| f.requirements.get(n));
        let (mark, style) = found.map_or(("  ", Style::new()), |f| (mark(f.verdict, f.applies), state.theme.reason(f)));
        let indent = mark.len() + usize::from(found.is_some());
        let before = page.len();
        page.paragraph(&phrases.requirement(requirement), Set { indent, mark: (mark, style), ..Set::default() });
        if is_glance(state, Pane::Offices) {
            page.cut(before + GLANCED);
        }
    }
}

fn apply(state: &State, office: &Office, page: &mut Page) {
    let phrases = state.desk.phrases();
    page.gap();
    page.text(0, phrases.get(Msg::HowToApply), state.theme.accent());
    let content = state.desk.content();
    let general = content.on(Topic::Applying).chain(content.on(Topic::Money));
    for statement in office.apply.iter().chain(general) {
        said(state, statement, page);
    }
}

/// A statement with who says it at the right edge.
pub fn said(state: &State, statement: &Statement, page: &mut Page) {
    let label = statement.source.label.get(state.desk.lang());
    let set = Set { indent: 2, tag: (label, Style::new()), ..Set::default() };
    page.paragraph(statement.text.get(state.desk.lang()), set);
}

fn help_lines(state: &State, office: &Office, page: &mut Page) {
    let phrases = state.desk.phrases();
    let lines = state.desk.content().help_lines.iter().filter(|line| line.country == office.country.id);
    for line in lines {
        page.gap();
        page.text(0, phrases.get(Msg::HelpLine), state.theme.accent());
        let label = line.source.label.get(state.desk.lang());
        let text = phrases.fill(Msg::HelpLineNumber, &[("number", &line.number)]);
        page.paragraph(&text, Set { indent: 2, tag: (label, Style::new()), ..Set::default() });
    }
}

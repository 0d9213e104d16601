//! The Requirements pane: offices across, kinds of rule down, the current rule below.
//!
//! ```text
//!               [Colombia]       Costa Rica      Ecuador         Guatemala
//! >Nationality  +CU HT VE         NI VE EC        CU HT NI VE CO  GT SV HN NI
//!  There by     +11 Jun 23        12 Jun 23       18 Oct 23       bef. 16 Jul 24
//!  Age          ?18+              not stated      not stated      not stated
//!
//! Colombia: Nationality                                                     [+]
//! (!) No longer active, takes no new applications.      portal, undated, read …
//!   Cuban, Haitian or Venezuelan
//! ```

mod differ;
mod filter;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{Aspect, Msg, Office, Requirement};
use crate::rules::{RequirementFinding, Verdict};
use crate::tui::page::{Page, Set, cut};
use crate::tui::pane::offices;
use crate::tui::state::{Pane, Part, State};
use crate::wording::mark;

/// Cells of the column with the names of the rows.
const NAMES: usize = 14;

/// The narrowest column of an office in which a cell can be read.
const COLUMN: usize = 12;

/// The matrix, as many offices across as fit, the selected one among them.
#[must_use]
pub fn list(state: &State, width: u16) -> Page {
    let desk = &state.desk;
    let offices = &desk.content().offices;
    let mut page = Page::new(width);
    let room = usize::from(width).saturating_sub(NAMES);
    let columns = (room / COLUMN).clamp(1, offices.len().max(1));
    let column = room / columns;
    let first = desk.office_index().saturating_sub(columns - 1).min(offices.len().saturating_sub(columns));
    let shown: Vec<(usize, &Office)> =
        offices.iter().map(AsRef::as_ref).enumerate().skip(first).take(columns).collect();
    let filter = filter::field(state, &mut page);
    let part = match columns {
        1 => format!("{}/{}", first + 1, offices.len()),
        _ if columns < offices.len() => format!("{}-{}/{}", first + 1, first + columns, offices.len()),
        _ => String::new(),
    };
    page.line(names(state, &part, &shown, column));
    if let Some(filter) = &filter {
        page.line(filter::marks(state, filter, &shown, column));
    }
    for (row, (aspect, name)) in desk.content().aspects.iter().enumerate() {
        let selected = row == state.requirements.row;
        let focused = selected && state.is_on(Pane::Requirements, Part::List) && !state.is_filtering();
        if focused {
            page.focus_next(0);
        }
        let name = cut(name.get(desk.lang()), NAMES - 2);
        let style = if selected { state.theme.strong() } else { Style::new() };
        let lead = if focused { ">" } else { " " };
        let mut spans = vec![Span::raw(lead), Span::styled(pad(&name, NAMES - 1), style)];
        for (n, office) in &shown {
            let at = selected && *n == desk.office_index();
            let [sign, mut text] = cell(state, office, *aspect, at, column);
            // An office that does not take the answer stands back.
            if filter.as_ref().is_some_and(|f| f.verdict(desk.content(), office) == Some(Verdict::NotMet)) {
                text.style = state.theme.quiet();
            }
            spans.extend([sign, text]);
        }
        page.line(Line::from(spans));
    }
    page
}

/// The names of the offices, the selected one in brackets; where not all have room, first which of how many they are.
fn names(state: &State, part: &str, shown: &[(usize, &Office)], column: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(pad(&format!(" {part}"), NAMES))];
    for (n, office) in shown {
        let name = cut(office.name.get(state.desk.lang()), column.saturating_sub(3));
        let (name, style) = if *n == state.desk.office_index() {
            (format!("[{name}]"), state.theme.strong())
        } else {
            (format!(" {name}"), Style::new())
        };
        spans.push(Span::styled(pad(&name, column), style));
    }
    Line::from(spans)
}

/// One office's rule of one kind in short, after the sign of its verdict for the person.
fn cell(state: &State, office: &Office, aspect: Aspect, at: bool, column: usize) -> [Span<'static>; 2] {
    let phrases = state.desk.phrases();
    let found = requirement(office, aspect);
    let (text, style) = match found {
        Some((_, requirement)) => (phrases.requirement_short(requirement), Style::new()),
        None => (phrases.get(Msg::NotStated).to_owned(), state.theme.quiet()),
    };
    let verdict = found.and_then(|(n, _)| finding(state, office, n)).filter(|finding| finding.applies);
    let sign = verdict.map_or(" ", |finding| mark(finding.verdict, true).trim_matches(['[', ']']));
    let sign = Span::raw(sign);
    let style = if at { state.theme.strong() } else { style };
    [sign, Span::styled(pad(&cut(&text, column.saturating_sub(2)), column.saturating_sub(1)), style)]
}

fn requirement(office: &Office, aspect: Aspect) -> Option<(usize, &Requirement)> {
    office.requirements.iter().map(AsRef::as_ref).enumerate().find(|(_, r)| r.aspect == aspect)
}

fn finding<'s>(state: &'s State, office: &Office, requirement: usize) -> Option<&'s RequirementFinding> {
    let desk = &state.desk;
    desk.finding(&office.id).filter(|_| !desk.check().is_empty())?.requirements.get(requirement)
}

/// The current rule: its words, what it comes to, who says it, what is left open, what others say.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = &state.desk;
    if let Some(beside) = state.requirements.beside.filter(|_| state.is_on(Pane::Requirements, Part::Detail)) {
        return differ::page(state, beside, page);
    }
    let aspect = desk.content().aspects.get(state.requirements.row);
    let (Some(office), Some((aspect, name))) = (desk.office(), aspect) else { return page };
    if state.is_on(Pane::Requirements, Part::Detail) {
        page.focus_next(0);
    }
    let title = format!("{}: {}", office.name.get(desk.lang()), name.get(desk.lang()));
    let found = requirement(office, *aspect);
    let verdict = found.and_then(|(n, _)| finding(state, office, n));
    let tag = verdict.map_or("", |f| mark(f.verdict, f.applies));
    let style = verdict.map_or_else(Style::new, |f| state.theme.reason(f));
    page.paragraph(&title, Set { style: state.theme.strong(), tag: (tag, style), ..Set::default() });
    offices::view::newest_intake(state, office, &mut page);
    page.gap();
    match found {
        Some((_, requirement)) => rule(state, requirement, verdict, &mut page),
        None => page.text(2, desk.phrases().get(Msg::NotStatedHere), Style::new()),
    }
    page
}

fn rule(state: &State, requirement: &Requirement, found: Option<&RequirementFinding>, page: &mut Page) {
    let (phrases, lang) = (state.desk.phrases(), state.desk.lang());
    let quiet = state.theme.quiet();
    page.text(2, &phrases.requirement(requirement), Style::new());
    let source = format!("{}: {}", requirement.source.label.get(lang), requirement.section);
    page.text(2, &source, quiet);
    if let Some(finding) = found {
        let because = phrases.because(finding);
        page.gap();
        let mark = mark(finding.verdict, finding.applies);
        page.paragraph(&because, Set { indent: 4, mark: (mark, state.theme.reason(finding)), ..Set::default() });
    }
    for open in &requirement.open {
        page.gap();
        page.paragraph(open.get(lang), Set { indent: 4, mark: ("(?)", state.theme.alert()), ..Set::default() });
    }
    for later in requirement.later.iter().filter(|s| s.made_by(state.desk.as_of())) {
        page.gap();
        page.paragraph(later.text.get(lang), Set { indent: 4, mark: ("  +", quiet), ..Set::default() });
        page.text(4, &phrases.said_by(later), quiet);
    }
}

fn pad(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}

//! The matrix, and the current rule or two offices below it.

mod filter;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Requirements;
use crate::content::{Aspect, Msg, Office};
use crate::document::{self, Mark};
use crate::rules::Verdict;
use crate::text::pad;
use crate::tui::blocks;
use crate::tui::component::Pane as _;
use crate::tui::component::View;
use crate::tui::focus::Part;
use crate::tui::page::{Page, cut};

const NAMES: usize = 14;

/// The narrowest column of an office in which a cell can be read.
const COLUMN: usize = 12;

/// The matrix, as many offices across as fit, the selected one among them.
pub(super) fn list(requirements: &Requirements, view: &View<'_>, width: u16) -> Page {
    let desk = view.desk;
    let offices = &desk.content().offices;
    let mut page = Page::new(width);
    let room = usize::from(width).saturating_sub(NAMES);
    let columns = (room / COLUMN).clamp(1, offices.len().max(1));
    let column = room / columns;
    let first = desk.office_index().saturating_sub(columns - 1).min(offices.len().saturating_sub(columns));
    let shown: Vec<(usize, &Office)> =
        offices.iter().map(AsRef::as_ref).enumerate().skip(first).take(columns).collect();
    let filter = filter::field(&requirements.filter, view, &mut page);
    let part = match columns {
        1 => format!("{}/{}", first + 1, offices.len()),
        _ if columns < offices.len() => format!("{}-{}/{}", first + 1, first + columns, offices.len()),
        _ => String::new(),
    };
    page.line(names(view, &part, &shown, column));
    if let Some(filter) = &filter {
        page.line(filter::marks(view, filter, &shown, column));
    }
    for (row, (aspect, name)) in desk.content().aspects.iter().enumerate() {
        let selected = row == requirements.row;
        let focused = selected && view.is_on(Part::List) && !requirements.has_field();
        if focused {
            // On the cell: its row is this one, its column that of the selected office.
            let place = shown.iter().position(|(n, _)| *n == desk.office_index()).unwrap_or(0);
            page.focus_next(u16::try_from(NAMES + place * column).unwrap_or_default());
        }
        let name = cut(name.get(desk.lang()), NAMES - 2);
        let style = if selected { view.theme.strong() } else { Style::new() };
        let lead = if focused { ">" } else { " " };
        let mut spans = vec![Span::raw(lead), Span::styled(pad(&name, NAMES - 1), style)];
        for (n, office) in &shown {
            let at = selected && *n == desk.office_index();
            let [sign, mut text] = cell(view, office, *aspect, at, column);
            // An office that does not take the answer stands back.
            if filter.as_ref().is_some_and(|f| f.verdict(desk.content(), office) == Some(Verdict::NotMet)) {
                text.style = view.theme.quiet();
            }
            spans.extend([sign, text]);
        }
        page.line(Line::from(spans));
    }
    page
}

/// The names of the offices, the selected one in brackets; where not all have room, first which of how many they are.
fn names(view: &View<'_>, part: &str, shown: &[(usize, &Office)], column: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(pad(&format!(" {part}"), NAMES))];
    for (n, office) in shown {
        let name = cut(office.name.get(view.desk.lang()), column.saturating_sub(3));
        let (name, style) = if *n == view.desk.office_index() {
            (format!("[{name}]"), view.theme.strong())
        } else {
            (format!(" {name}"), Style::new())
        };
        spans.push(Span::styled(pad(&name, column), style));
    }
    Line::from(spans)
}

/// One office's rule of one kind in short, after the sign of its verdict for the person.
fn cell(view: &View<'_>, office: &Office, aspect: Aspect, at: bool, column: usize) -> [Span<'static>; 2] {
    let phrases = view.desk.phrases();
    let stated: Vec<String> = office.stated(aspect).map(|stated| phrases.requirement_short(stated)).collect();
    let (text, style) = if stated.is_empty() {
        (phrases.get(Msg::NotStated).to_owned(), view.theme.quiet())
    } else {
        (stated.join("; "), Style::new())
    };
    let sign = match view.desk.context().mark_of_aspect(office, aspect) {
        Mark::None => " ",
        mark => mark.sign().trim_matches(['[', ']']),
    };
    let sign = Span::raw(sign);
    let style = if at { view.theme.strong() } else { style };
    [sign, Span::styled(pad(&cut(&text, column.saturating_sub(2)), column.saturating_sub(1)), style)]
}

/// The current rule, or the selected office beside another.
pub(super) fn page(requirements: &Requirements, view: &View<'_>, width: u16) -> Page {
    let (mut page, desk, context) = (Page::new(width), view.desk, view.desk.context());
    let aspect = desk.content().aspects.get(requirements.row);
    let (Some(office), Some((aspect, _))) = (desk.office(), aspect) else { return page };
    let beside = requirements.beside.filter(|_| view.is_on(Part::Detail));
    let doc = match beside.and_then(|beside| desk.content().offices.get(beside)) {
        Some(beside) => document::offices(&context, office, beside),
        None => document::rule(&context, office, *aspect),
    };
    if view.is_on(Part::Detail) {
        page.focus_next(0);
    }
    blocks::render(&doc, view, &mut page);
    page
}

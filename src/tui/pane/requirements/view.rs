//! The matrix, and the current rule or two offices below it.

mod filter;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::RequirementsPane;
use crate::content::{Aspect, Lookup, Msg, Office};
use crate::document::{self, Mark};
use crate::rules::Verdict;
use crate::text::pad;
use crate::tui::blocks;
use crate::tui::component::Pane as _;
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::{Page, cut, wrap};

const NAMES: usize = 14;

/// The narrowest column of an office in which a cell can be read.
const COLUMN: usize = 12;

/// The least column and height in which rules stand in their own words.
const ROOMY: (usize, u16) = (24, 37);

/// The matrix, as many offices across as fit, the selected one among them.
pub(super) fn list(requirements: &RequirementsPane, view: &View<'_>, width: u16) -> Page {
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
    // On a high screen the rules stand in their own words.
    let is_roomy = view.area().height >= ROOMY.1 && column >= ROOMY.0;
    for (row, aspect) in desk.content().aspects.iter().enumerate() {
        let selected = row == requirements.row;
        let focused = selected && view.is_on(Focus::List) && !requirements.has_field();
        if focused {
            // On the cell: its row is this one, its column that of the selected office.
            let place = shown.iter().position(|(n, _)| *n == desk.office_index()).unwrap_or(0);
            page.focus_next(u16::try_from(NAMES + place * column).unwrap_or_default());
        }
        let cells: Vec<Cell> = shown
            .iter()
            .map(|(n, office)| {
                let mut cell = cell(view, office, aspect, is_roomy.then_some(column));
                if selected && *n == desk.office_index() {
                    cell.style = view.theme.strong();
                }
                // An office that does not take the answer stands back.
                if filter.as_ref().is_some_and(|f| f.verdict(desk.content(), office) == Some(Verdict::NotMet)) {
                    cell.style = view.theme.quiet();
                }
                cell
            })
            .collect();
        let name = cut(aspect.name.get(desk.lang()), NAMES - 2);
        let style = if selected { view.theme.strong() } else { Style::new() };
        for line in 0..cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1) {
            let (lead, name) = if line == 0 { (if focused { ">" } else { " " }, &*name) } else { (" ", "") };
            let mut spans = vec![Span::raw(lead), Span::styled(pad(name, NAMES - 1), style)];
            spans.extend(cells.iter().flat_map(|cell| cell.spans(line, column)));
            page.line(Line::from(spans));
        }
    }
    page
}

/// The names of the offices, the selected one in brackets, as the title of the matrix; before them the pane's, or which
/// of how many offices have room.
fn names(view: &View<'_>, part: &str, shown: &[(usize, &Office)], column: usize) -> Line<'static> {
    // In a quarter of the screen the title stands above.
    let has_title = view.geometry.has_titles && !view.geometry.shows_four;
    let plain = if has_title { Style::new().add_modifier(Modifier::UNDERLINED) } else { Style::new() };
    let strong = if has_title { view.theme.title() } else { view.theme.strong() };
    let (name, style) = match (part, has_title) {
        ("", true) => (view.desk.phrases().get(view.pane.msg()), view.theme.title_of(view.is_on(Focus::List))),
        _ => (part, plain),
    };
    let name = cut(name, NAMES - 1);
    let blanks = " ".repeat(NAMES - name.width());
    let mut spans = vec![Span::styled(name, style), Span::styled(blanks, plain)];
    for (n, office) in shown {
        let name = cut(office.name.get(view.desk.lang()), column.saturating_sub(3));
        let (name, style) =
            if *n == view.desk.office_index() { (format!("[{name}]"), strong) } else { (format!(" {name}"), plain) };
        let blanks = " ".repeat(column.saturating_sub(name.width()));
        spans.extend([Span::styled(name, style), Span::styled(blanks, plain)]);
    }
    Line::from(spans)
}

/// One office's rule of one kind.
struct Cell {
    /// The sign of its verdict for the person.
    sign: &'static str,
    lines: Vec<String>,
    style: Style,
}

impl Cell {
    fn spans(&self, line: usize, column: usize) -> [Span<'static>; 2] {
        let sign = if line == 0 { self.sign } else { " " };
        let text = self.lines.get(line).map_or("", String::as_str);
        let text = cut(text, column.saturating_sub(2));
        [Span::raw(sign), Span::styled(pad(&text, column.saturating_sub(1)), self.style)]
    }
}

/// The cell of an office: in short, or in its own words wrapped to a column.
fn cell(view: &View<'_>, office: &Office, aspect: &Aspect, column: Option<usize>) -> Cell {
    let phrases = view.desk.phrases();
    let words = |stated| match column {
        Some(_) => phrases.requirement(stated),
        None => phrases.requirement_short(stated),
    };
    let stated: Vec<String> = office.stated(aspect).map(words).collect();
    let (text, style) = if stated.is_empty() {
        (phrases.get(Msg::NotStated).to_owned(), view.theme.quiet())
    } else {
        (stated.join("; "), Style::new())
    };
    let sign = match view.desk.context().mark_of_aspect(office, aspect) {
        Mark::None => " ",
        mark => mark.sign().trim_matches(['[', ']']),
    };
    let lines = column.map_or_else(|| vec![text.clone()], |column| wrap(&text, column.saturating_sub(2)));
    Cell { sign, lines, style }
}

/// The current rule, or the selected office beside another.
pub(super) fn page(requirements: &RequirementsPane, view: &View<'_>, width: u16) -> Page {
    let (mut page, desk, context) = (Page::new(width), view.desk, view.desk.context());
    let (offices, office) = (&desk.content().offices, desk.office());
    let aspect = desk.content().aspects.at(requirements.row);
    let beside = requirements.beside.filter(|_| view.is_on(Focus::Detail));
    let doc = match beside {
        Some(beside) => document::offices(&context, office, offices.at(beside)),
        None => document::rule(&context, office, aspect),
    };
    if view.is_on(Focus::Detail) {
        page.focus_next(0);
    }
    blocks::render(&doc, view, &mut page);
    // On a high screen the other rules of the office follow.
    if beside.is_none() && view.area().height >= ROOMY.1 {
        page.gap();
        blocks::render(&document::other_requirements(&context, office, aspect), view, &mut page);
    }
    page
}

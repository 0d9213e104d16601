//! The list of offices and the selected office.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{IntakeState, Msg, Office};
use crate::document::{self, Depth, Mark};
use crate::rules::{Verdict, intake};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::{Page, cut};

/// The most cells that the list needs.
const LIST: u16 = 22;

/// Lines of a rule that is only glanced at.
const GLANCED: usize = 2;

/// The list of offices, with the verdicts for the person being checked.
pub(super) fn list(view: &View<'_>, width: u16) -> Page {
    let desk = view.desk;
    let mut page = Page::new(width);
    let focused = view.is_on(Focus::List);
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
    let says_itself = view.geometry.shows_four && desk.found().of(desk.office()).verdict == Verdict::Met;
    if desk.found().best() == Verdict::Met && width > LIST && !says_itself {
        page.gap();
        page.text(0, desk.phrases().get(Msg::PromisesNothing), view.theme.strong());
    }
    page
}

/// Whether the office is closed, by one source at least, and the verdict for the person, if there is one.
fn notice_and_verdict(view: &View<'_>, office: &Office) -> [Span<'static>; 3] {
    let desk = view.desk;
    let state = intake::of(desk.content(), office, desk.as_of()).state;
    let closed = state.is_closed() || state == IntakeState::Disputed;
    let notice = Span::raw(if closed { "(!)" } else { "   " });
    let mark = if desk.check().is_empty() { Mark::None } else { Mark::Verdict(desk.found().of(office).verdict) };
    let verdict = Span::raw(mark.sign());
    [notice, Span::raw(" "), verdict]
}

/// The selected office: its intake first, then what it asks for, how to apply, whom to call.
pub(super) fn page(view: &View<'_>, is_glance: bool, width: u16) -> Page {
    let mut page = Page::new(width);
    if view.is_on(Focus::Detail) {
        page.focus_next(0);
    }
    let (depth, most) = if is_glance { (Depth::Glance, GLANCED) } else { (Depth::Whole, usize::MAX) };
    blocks::render_within(&document::office(&view.desk.context(), view.desk.office(), depth), most, view, &mut page);
    page
}

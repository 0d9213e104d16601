//! The spine, and the current step beside it.

mod person;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{EndKind, Msg, Statement, Step, Topic};
use crate::document;
use crate::process::detail::{Detail, Way};
use crate::process::spine::{RowKind, Spine};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::focus::Part;
use crate::tui::page::{Page, Paragraph};

/// Cells of the spine where a step stands beside it.
pub(super) const LIST: u16 = 44;

/// Cells of the mark of the focus.
const LEAD: u16 = 2;

/// The spine: a row a step, and a row for each link that does not simply go on to the next one. Where the current step
/// stands beside it with its full title, steps go by their short names.
pub(super) fn list(view: &View<'_>, width: u16) -> Page {
    let desk = view.desk;
    let model = &desk.content().process;
    let spine = Spine::of(model);
    let mut page = Page::new(width);
    let room = usize::from(width.saturating_sub(LEAD));
    let cells = spine.cells(model, desk.lang(), room, view.theme.charset());
    let short = (width == LIST || view.geometry.shows_four) && view.is_glance();
    let here = desk.place().at(model);
    for (row, mut cells) in spine.rows.iter().zip(cells) {
        if let RowKind::Step { step } = row.kind
            && let Some(step) = model.steps.get(step).filter(|_| short)
        {
            step.short.get(desk.lang()).clone_into(&mut cells.text);
        }
        let at = matches!(row.kind, RowKind::Step { step } if step == desk.walk().at);
        if at {
            page.focus_next(0);
        }
        let style = if at { view.theme.strong() } else { Style::new() };
        let is_place = matches!(row.kind, RowKind::Step { step } if here == Some(step));
        let left = format!("{} {}{} ", cells.number, cells.rail, cells.mark);
        let here = desk.phrases().get(Msg::YouAreHere);
        if is_place && cells.wait.is_empty() && left.width() + cells.text.width() + here.width() + 2 <= room {
            here.clone_into(&mut cells.wait);
        }
        let used = left.width() + cells.text.width() + cells.wait.width();
        let blanks = " ".repeat(room.saturating_sub(used));
        page.line(Line::from(vec![
            Span::raw(if at && view.is_on(Part::List) { "> " } else { "  " }),
            Span::styled(left, style),
            Span::styled(cells.text, style),
            Span::raw(blanks),
            Span::raw(cells.wait),
        ]));
    }
    page
}

/// The current step: who acts, how long it takes, where it goes, what is said of it and by whom.
pub(super) fn page(view: &View<'_>, link: usize, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = view.desk;
    let Some(detail) = Detail::of(&desk.content().process, desk.walk().at, desk.as_of()) else { return page };
    if view.is_glance() {
        return glance(view, &detail, page);
    }
    title(view, &detail, &mut page);
    let who = who(view, detail.step);
    if !who.is_empty() {
        page.text(0, &who, view.theme.quiet());
    }
    person::here(view, &detail, &mut page);
    wait(view, &detail, &mut page);
    ways(view, &detail, link, &mut page);
    notices(view, &detail, &mut page);
    statements(view, &detail, &mut page);
    items(view, &detail, &mut page);
    pathways(view, detail.step, &mut page);
    page
}

/// What the list does not say: how the step is called in full, who acts, how long it takes, where it comes from and
/// goes to. That it bears a notice is said; what it says is read with the step.
fn glance(view: &View<'_>, detail: &Detail<'_>, mut page: Page) -> Page {
    let phrases = view.desk.phrases();
    title(view, detail, &mut page);
    let mark = if detail.notices.is_empty() { "" } else { "(!)" };
    page.paragraph(&who(view, detail.step), Paragraph { tag: (mark, view.theme.alert()), ..Paragraph::default() });
    person::here(view, detail, &mut page);
    wait(view, detail, &mut page);
    page.gap();
    let numbers = |numbers: Vec<usize>| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let from = (Msg::ProcessFrom, numbers(detail.comes_from()));
    let to = (Msg::ProcessTo, numbers(detail.out.iter().map(Way::number).collect()));
    for (word, steps) in [from, to].into_iter().filter(|(_, steps)| !steps.is_empty()) {
        page.text(0, &phrases.fill(word, &[("steps", &steps)]), Style::new());
    }
    end(view, detail, &mut page);
    page
}

fn title(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let title = format!("{} {}", detail.number, detail.step.title.get(view.desk.lang()));
    page.text(0, &title, view.theme.strong());
}

/// Who acts, and on which track.
pub(super) fn who(view: &View<'_>, step: &Step) -> String {
    let lang = view.desk.lang();
    let actor = step.actor.as_ref().map(|actor| actor.name.get(lang));
    let track = step.track.as_ref().map(|track| track.name.get(lang));
    actor.into_iter().chain(track).collect::<Vec<_>>().join(", ")
}

fn wait(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let Some(wait) = detail.wait else { return };
    page.gap();
    let phrases = view.desk.phrases();
    let expected = person::expected(view, detail);
    let said = expected.unwrap_or_else(|| wait.statement.text.get(view.desk.lang()).to_owned());
    let text = phrases.fill(Msg::ProcessWait, &[("wait", &said)]);
    page.text(0, &text, Style::new());
}

fn notices(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    for notice in &detail.notices {
        page.gap();
        let text = notice.statement.text.get(view.desk.lang());
        page.paragraph(text, Paragraph { indent: 4, mark: ("(!)", view.theme.alert()), ..Paragraph::default() });
        page.text(4, &view.desk.phrases().said_by(&notice.statement), view.theme.quiet());
    }
}

fn from(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let from: Vec<String> = detail.comes_from().iter().map(ToString::to_string).collect();
    if !from.is_empty() {
        let text = view.desk.phrases().fill(Msg::ProcessFrom, &[("steps", &from.join(", "))]);
        page.text(0, &text, view.theme.quiet());
    }
}

fn end(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let phrases = view.desk.phrases();
    match detail.end {
        Some(EndKind::Stated) => page.text(0, phrases.get(Msg::ProcessEnds), Style::new()),
        Some(EndKind::NotStated) => page.text(0, phrases.get(Msg::ProcessOpenEnd), view.theme.alert()),
        None => {}
    }
}

fn ways(view: &View<'_>, detail: &Detail<'_>, focused_link: usize, page: &mut Page) {
    page.gap();
    from(view, detail, page);
    end(view, detail, page);
    for (n, link) in detail.out.iter().enumerate() {
        let focused = view.is_on(Part::Detail) && n == focused_link;
        if focused {
            page.focus_next(0);
        }
        way(view, link, focused, page);
    }
    if view.is_on(Part::Detail) && detail.out.is_empty() {
        page.focus_next(0);
    }
}

fn way(view: &View<'_>, way: &Way<'_>, focused: bool, page: &mut Page) {
    let lang = view.desk.lang();
    let to = view.desk.content().process.short(way.other, lang);
    let sure = view.desk.phrases().certainty(way.link.certainty).map(|word| format!(" ({word})"));
    let text = format!("{}: {} {to}{}", way.link.text.get(lang), way.number(), sure.unwrap_or_default());
    let lead = format!("{} {} ", if focused { ">" } else { " " }, way.mark.glyph(view.theme.charset()));
    let style = if focused { view.theme.strong() } else { Style::new() };
    page.paragraph(&text, Paragraph { indent: 5, mark: (&lead, Style::new()), style, ..Paragraph::default() });
}

fn statement(view: &View<'_>, said: &Statement, page: &mut Page) {
    let lang = view.desk.lang();
    let label = said.source.label.get(lang);
    page.paragraph(said.text.get(lang), Paragraph { tag: (label, Style::new()), ..Paragraph::default() });
}

fn statements(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let lang = view.desk.lang();
    for said in &detail.statements {
        page.gap();
        statement(view, said, page);
    }
    for open in &detail.step.open {
        page.gap();
        page.paragraph(
            open.get(lang),
            Paragraph { indent: 4, mark: ("(?)", view.theme.alert()), ..Paragraph::default() },
        );
    }
}

/// What the application asks for, with the step where everyone begins.
fn items(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let (lang, content) = (view.desk.lang(), view.desk.content());
    if detail.number > 1 || content.items.is_empty() {
        return;
    }
    page.heading(view.desk.phrases().get(Msg::ToProvide), view.theme.accent());
    for item in &content.items {
        let label = item.source.label.get(lang);
        let set =
            Paragraph { indent: 2, mark: ("- ", Style::new()), tag: (label, Style::new()), ..Paragraph::default() };
        page.paragraph(item.text.get(lang), set);
        page.text(2, item.hint.get(lang), view.theme.quiet());
    }
}

/// What the step's track can end in, with the first step of the track; later status first.
fn pathways(view: &View<'_>, step: &Step, page: &mut Page) {
    let phrases = view.desk.phrases();
    let Some(track) = &step.track else { return };
    let content = view.desk.content();
    let first = content.process.steps.iter().find(|s| s.track.as_ref() == Some(track));
    let all: Vec<_> = content.pathways.iter().filter(|p| p.track == *track).collect();
    if all.is_empty() || first != Some(step) {
        return;
    }
    page.gap();
    page.text(0, phrases.get(Msg::PathwaysHere), view.theme.accent());
    for general in content.on(Topic::Pathways) {
        statement(view, general, page);
    }
    for one in all {
        blocks::render(&document::pathway(&view.desk.context(), one), view, page);
    }
}

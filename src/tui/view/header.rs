//! The two lines at the top: where one is and who is at the desk; what was reported and how old the guide is.
//!
//! ```text
//! SMO  o Offices  r Requirements  p Process  c Check               en  no person
//! (!) Reported ended, Feb 2025. Guide: Aug 2024 or later, up to 27 months old.  ! all
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::content::{LanguageState, Lookup, Msg};
use crate::desk::Saving;
use crate::tui::app::App;
use crate::tui::focus::{Focus, PaneId};
use crate::tui::geometry::Geometry;
use crate::tui::notice::HeaderNotice;
use crate::tui::page::{cut, spread};

/// The width from which it is also said that there is no person; below it the panes keep their names instead.
const WITH_PERSON: usize = 60;

/// The width below which what becomes of the answers is said by the code alone, or that they are not saved; so it is too
/// where the words for it have no room beside the keys of the panes.
const NARROW: usize = 56;

/// The fewest cells in which a programme is named.
const SHORTEST_NAME: usize = 10;

/// Draws both.
pub(super) fn draw(app: &App, geometry: &Geometry, buf: &mut Buffer) {
    let width = usize::from(geometry.header.width);
    let is_lost = matches!(app.desk.saving(), Saving::Failed(_));
    let right = Span::styled(right(app, width), if is_lost { app.theme.strong() } else { app.theme.quiet() });
    let tabs: Vec<Span<'_>> = tabs(app, width).into_iter().map(|(span, _)| span).collect();
    let used: usize = tabs.iter().map(Span::width).sum();
    let right = named(app, right, width.saturating_sub(used + 1));
    spread(tabs, right, width).render(geometry.header, buf);
    notice(app, geometry, buf);
}

/// What stands at the right, after the name of a programme that is not the program's own, as far as there is room for it.
fn named(app: &App, right: Span<'static>, room: usize) -> Span<'static> {
    let left = room.saturating_sub(right.width() + 2);
    let Some(name) = app.desk.other_programme().filter(|_| left >= SHORTEST_NAME) else { return right };
    Span::styled(format!("{}  {}", cut(name, left), right.content), right.style)
}

/// Where the focus is while it is on the tabs.
pub(super) fn cursor(app: &App, geometry: &Geometry) -> Option<(u16, u16)> {
    let Focus::Tabs(tab) = app.focus else { return None };
    let tabs = tabs(app, usize::from(geometry.header.width));
    let before: usize = tabs.iter().take_while(|(_, pane)| *pane != Some(tab)).map(|(span, _)| span.width()).sum();
    Some((geometry.header.x + u16::try_from(before).ok()?, geometry.header.y))
}

/// The tabs with their names where all fit in so many cells; else only the pane shown has its name.
fn tabs(app: &App, width: usize) -> Vec<(Span<'static>, Option<PaneId>)> {
    let room = width.saturating_sub(right(app, width).width() + 1);
    let long = spans(app, true);
    let used: usize = long.iter().map(|(span, _)| span.width()).sum();
    if used <= room { long } else { spans(app, false) }
}

fn spans(app: &App, names: bool) -> Vec<(Span<'static>, Option<PaneId>)> {
    // The short name is that of the programme that the program was built for.
    let brand = if app.desk.other_programme().is_none() { "SMO " } else { "" };
    let mut list = vec![(Span::styled(brand, app.theme.strong()), None)];
    for pane in PaneId::ALL {
        let focused = app.focus == Focus::Tabs(pane);
        let label = if names || pane == app.pane { label(app, pane) } else { format!(" {} ", pane.key()) };
        let label = if focused { format!(">{}", label.trim_start()) } else { label };
        let shown = if pane == app.pane { app.theme.tab_shown() } else { Style::new() };
        let style = if focused { shown.patch(app.theme.strong()) } else { shown };
        list.push((Span::styled(label, style), Some(pane)));
    }
    list
}

/// A pane's key and name.
pub(super) fn label(app: &App, pane: PaneId) -> String {
    format!(" {} {} ", pane.key(), app.desk.phrases().get(pane.msg()))
}

/// The language, whether a native speaker has read it (a star where there is no room for words: the notices say it
/// too), and whether what is answered is stored.
fn right(app: &App, width: usize) -> String {
    let language = app.desk.content().languages.at(app.desk.lang().0);
    let unread = language.state != LanguageState::Reviewed;
    let nothing = app.desk.check().is_empty() && matches!(app.desk.saving(), Saving::Off | Saving::Nothing);
    let words = if unread { app.desk.phrases().get(Msg::NotReviewedShort) } else { "" };
    let star = if unread { "*" } else { "" };
    let worded = format!("{}  {}", format!("{} {words}", language.id).trim_end(), saving(app));
    let starred = format!("{}{star}  {}", language.id, saving(app));
    let tight = format!("{}{star} {}", language.id, saving(app));
    let fits = |(text, names): &(&String, bool)| {
        let tabs: usize = spans(app, *names).iter().map(|(span, _)| span.width()).sum();
        tabs + 1 + text.width() <= width
    };
    // The names of the panes go before the words about the language.
    let forms = [(&worded, true), (&starred, true), (&tight, true), (&worded, false), (&starred, false)];
    let is_wide = width >= NARROW && !(width < WITH_PERSON && nothing);
    match forms.into_iter().find(|form| is_wide && fits(form)) {
        Some((text, _)) => text.clone(),
        None => format!("{} {}{star}", saving_short(app), language.id).trim_start().to_owned(),
    }
}

/// What became of the answers. It is true when it is drawn: saving comes before showing.
fn saving(app: &App) -> String {
    let phrases = app.desk.phrases();
    let msg = match app.desk.saving() {
        Saving::Off if !app.desk.check().is_empty() => Msg::NotStored,
        Saving::Off | Saving::Nothing => Msg::NoPerson,
        Saving::Failed(_) => Msg::NotSaved,
        Saving::Saved { code, saved, .. } => {
            let values = [("code", code.as_str()), ("n", &*saved.to_string())];
            return phrases.fill(if app.desk.goes_at_quit() { Msg::GoesAtQuit } else { Msg::SavedCount }, &values);
        }
    };
    phrases.get(msg).to_owned()
}

/// The same where there is little room: what is not saved, or the code of what is.
fn saving_short(app: &App) -> String {
    match app.desk.saving() {
        Saving::Failed(_) => app.desk.phrases().get(Msg::NotSaved).to_owned(),
        Saving::Saved { code, .. } => code.to_string(),
        Saving::Off | Saving::Nothing => String::new(),
    }
}

fn notice(app: &App, geometry: &Geometry, buf: &mut Buffer) {
    let (notice, theme) = (HeaderNotice::of(&app.desk), app.theme);
    let width = usize::from(geometry.notice.width);
    let sign = Span::styled(HeaderNotice::SIGN, theme.alert());
    let headline = |room| Span::styled(cut(&notice.headline, room), theme.strong());
    let used = notice.line().width();
    let lines = if used <= width {
        let line = vec![sign, headline(width), Span::raw(format!(" {}", notice.guide))];
        // How to read them all stands beside, where there is room for it.
        let all = app.desk.phrases().get(Msg::NoticesAll);
        let all = if used + 2 + all.width() <= width { all } else { "" };
        vec![spread(line, Span::styled(all.to_owned(), theme.quiet()), width)]
    } else {
        let room = width.saturating_sub(4);
        let guide = if notice.guide.width() <= room { &notice.guide } else { &notice.guide_short };
        vec![Line::from(vec![sign, headline(room)]), Line::from(format!("    {}", cut(guide, room)))]
    };
    for (line, row) in lines.into_iter().zip(geometry.notice.rows()) {
        line.render(row, buf);
    }
}

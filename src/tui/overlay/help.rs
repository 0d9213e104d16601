//! The keys that hold in the place below, from THE table, and what is seen on the screen; typing finds one of them.
//!
//! ```text
//! Keys here  type to find one: pag    = PgUp page up   PgDn page down
//!   Enter           open                   c               check a person
//!
//! What you see
//!   >               Enter acts here        [+]             meets the stated minimum
//! ```
//!
//! Over the process its signs stand above the keys, in as few lines as hold them.

use ratatui::text::{Line, Span};
use strum::IntoEnumIterator;
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

use crate::content::{Lookup, Msg};
use crate::desk::Desk;
use crate::process::mark::{LinkMark, Rail};
use crate::process::spine::Spine;
use crate::text::{fold, pad};
use crate::tui::component::{EventContext, Overlay, View};
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::{self, Cmd, Scope};
use crate::tui::page::{Page, wrap};

/// Cells of the column with the keys.
const KEYS: usize = 16;

/// The least width of keys and words together.
const COLUMN: u16 = 38;

/// The width from which it is said that typing finds a key.
const WITH_FILTER: u16 = 60;

/// Cells for what is looked for, and for what is found: more would be sent with each letter.
const TYPED: usize = 4;
const FOUND: usize = 36;

/// A case's code as it could be.
const EXAMPLE: &str = "K7Q2";

/// The keys of a place, and what is looked for among them.
#[derive(Debug, Clone)]
pub(super) struct Help {
    scopes: &'static [Scope],
    filter: Input,
}

impl Help {
    /// Help for a place.
    pub(super) fn of(scopes: &'static [Scope]) -> Self {
        Self { scopes, filter: Input::default() }
    }
}

impl Overlay for Help {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::HelpList, Scope::Always]
    }

    fn edit(&mut self, request: InputRequest, _cx: &mut EventContext<'_>) {
        field::edit(&mut self.filter, request, LONGEST);
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let phrases = view.desk.phrases();
        let (keys, links) = (keys(view, self.scopes), links(view));
        let seen: Vec<Row<'_>> = header(view).into_iter().chain(marks(view)).chain(rails(view)).collect();
        let is_process = self.scopes.iter().any(|scope| matches!(scope, Scope::Process | Scope::Map | Scope::Step));
        let mut page = Page::new(width);
        let title = phrases.get(Msg::HelpTitle);
        let filter = if width < WITH_FILTER { String::new() } else { format!("{} ", phrases.get(Msg::HelpFilter)) };
        let lead = format!("  {filter}");
        let column = title.width() + lead.width() + self.filter.visual_cursor();
        page.focus_next(u16::try_from(column).unwrap_or_default());
        let wanted = self.filter.value();
        let blanks = " ".repeat(TYPED.saturating_sub(wanted.width()) + 1);
        page.line(Line::from(vec![
            Span::styled(title.to_owned(), view.theme.strong()),
            Span::styled(lead, view.theme.quiet()),
            Span::raw(format!("{wanted}{blanks}{}", found(view, wanted, keys.iter().chain(&seen).chain(&links)))),
        ]));
        page.pin();
        if is_process {
            for line in packed(&links, usize::from(width)) {
                page.line(Line::raw(line));
            }
            page.gap();
        }
        columns(&keys, width, &mut page);
        page.gap();
        page.text(0, phrases.get(Msg::HelpSeen), view.theme.strong());
        columns(&seen, width, &mut page);
        if !is_process {
            columns(&links, width, &mut page);
        }
        page
    }
}

/// What has the letters looked for, as far as it fits a line.
fn found<'a>(view: &View<'_>, wanted: &str, rows: impl Iterator<Item = &'a Row<'a>>) -> String {
    let wanted = fold(wanted);
    if wanted.is_empty() {
        return String::new();
    }
    let mut line = String::new();
    let is_key = |(left, _): &&Row<'_>| left.split("  ").any(|key| fold(key) == wanted);
    let has = |(left, words): &&Row<'_>| fold(left).contains(&wanted) || fold(words).contains(&wanted);
    // A key that is typed is found before the words with that letter.
    let (keys, others): (Vec<_>, Vec<_>) = rows.filter(|row| is_key(row) || has(row)).partition(|row| is_key(row));
    for (left, words) in keys.into_iter().chain(others) {
        let one = if line.is_empty() { format!("= {left} {words}") } else { format!("   {left} {words}") };
        if !line.is_empty() && line.width() + one.width() > FOUND {
            break;
        }
        line += &one;
    }
    if line.is_empty() { view.desk.phrases().get(Msg::HelpNothing).to_owned() } else { line }
}

/// Keys or a mark, and what they do or mean.
type Row<'a> = (String, &'a str);

/// The rows of the table that hold, in its order; keys that do the same stand together.
fn keys<'a>(view: &View<'a>, scopes: &[Scope]) -> Vec<Row<'a>> {
    let mut found: Vec<(Cmd, Row<'_>)> = Vec::new();
    for row in keymap::rows(scopes) {
        let keys = row.keys.iter().map(|key| key.name(view.desk.phrases())).collect::<Vec<_>>().join("  ");
        match found.iter_mut().find(|(cmd, (before, _))| *cmd == row.cmd && before.width() + 2 + keys.width() < KEYS) {
            Some((_, (before, _))) => *before = format!("{before}  {keys}"),
            None => found.push((row.cmd, (keys, view.desk.phrases().get(row.word)))),
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// Rows of something and its meaning, two beside each other where there is room.
fn columns(rows: &[Row<'_>], width: u16, page: &mut Page) {
    let columns = if width >= 2 * COLUMN { 2 } else { 1 };
    let room = usize::from(width) / columns;
    for beside in rows.chunks(columns) {
        let cells: Vec<(&str, Vec<String>)> =
            beside.iter().map(|(left, words)| (left.as_str(), wrap(words, room.saturating_sub(KEYS + 3)))).collect();
        for line in 0..cells.iter().map(|(_, words)| words.len()).max().unwrap_or(0) {
            let cell = |(left, words): &(&str, Vec<String>)| {
                let left = if line == 0 { *left } else { "" };
                pad(&format!("  {}{}", pad(left, KEYS), words.get(line).map_or("", String::as_str)), room)
            };
            page.line(Line::raw(cells.iter().map(cell).collect::<String>().trim_end().to_owned()));
        }
    }
}

/// Signs with their meanings in as few lines as hold them; the order gives way to that.
fn packed(rows: &[Row<'_>], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (sign, words) in rows {
        let one = format!("  {sign} {words}");
        match lines.iter_mut().find(|line| line.width() + one.width() <= width) {
            Some(line) => *line += &one,
            None => lines.push(one),
        }
    }
    lines
}

/// What the first line and the lists show.
fn header<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let (phrases, content) = (view.desk.phrases(), view.desk.content());
    let signs = content.offices.iter().map(|office| content.sign(office, view.desk.lang()));
    let verdicts = signs.zip(["+", "-", "?"]).map(|(office, sign)| format!("{office}{sign}"));
    let language = content.languages.at(view.desk.lang().0).id.to_string();
    [
        (">".to_owned(), Msg::SeenFocus),
        (EXAMPLE.to_owned(), Msg::SeenCode),
        (phrases.get(Msg::NotSaved).to_owned(), Msg::SeenNotSaved),
        (language, Msg::SeenLanguage),
        (verdicts.collect::<Vec<_>>().join(" "), Msg::SeenVerdicts),
    ]
    .map(|(sign, word)| (sign, phrases.get(word)))
    .into()
}

/// What joins the steps, and the letters of the tracks.
fn rails<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let (phrases, charset) = (view.desk.phrases(), view.theme.charset());
    let rails = [(Rail::Through, Msg::SeenRail), (Rail::Fork, Msg::SeenBranch)];
    let rails = rails.map(|(rail, word)| (rail.glyph(charset).to_owned(), phrases.get(word)));
    let tracks = view.desk.content().process.tracks.iter();
    rails.into_iter().chain(tracks.map(|track| (track.mark.clone(), track.name.get(view.desk.lang())))).collect()
}

/// What the signs of links and ends mean, as far as the process has them.
fn links<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let (model, charset) = (&view.desk.content().process, view.theme.charset());
    let spine = Spine::of(model);
    let has = |mark: &LinkMark| spine.rows.iter().any(|row| row.mark == Some(*mark));
    // Possible is possible, also beside a step on the main way.
    let marks = LinkMark::iter().filter(|mark| *mark != LinkMark::MaybeHere && has(mark));
    marks.map(|mark| (mark.glyph(charset).to_owned(), view.desk.phrases().get(mark.msg()))).collect()
}

/// What the marks on the screen mean.
fn marks<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let verdicts = [
        ("[+]", Msg::Meets),
        ("[-]", Msg::DoesNotMeet),
        ("[?]", Msg::CannotTell),
        ("[ ]", Msg::NotAbout),
        ("(!)", Msg::MarkNotice),
        ("(?)", Msg::MarkLeftOpen),
        ("@", Msg::YouAreHere),
    ];
    verdicts.map(|(mark, word)| (mark.to_owned(), view.desk.phrases().get(word))).into()
}

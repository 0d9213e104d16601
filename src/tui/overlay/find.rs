//! Go to or find anything: panes and commands, offices, rules, steps, pathways, in any language.
//!
//! ```text
//! Go to or find / scree       = Screening, varies by place, step  1/8
//! ```
//!
//! What is typed is read beside it, Down goes on to the next hit; Tab lists them all:
//!
//! ```text
//!   hide screen                                                          x
//! > Screening, varies by place                                        step
//! Go to or find / scree
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

use crate::content::{Lang, Msg};
use crate::desk::{Action, Desk};
use crate::find::{self, HitKind, Index};
use crate::text::pad;
use crate::tui::component::{Effect, EventContext, Overlay, View};
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::{self, Binding, Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::{Page, cut, spread};

/// How many hits are offered: who needs more types a letter more.
const OFFERED: usize = 30;

/// Cells for what is typed, so that what is found keeps its place.
const TYPED: usize = 10;

/// Cells below which the text of a hit is not shown beside its name.
const LEAST_TEXT: usize = 20;

/// The width from which the field has its title, and what is found stands beside it and not below.
const WITH_TITLE: usize = 70;

/// What is typed, and what was found.
#[derive(Debug)]
pub(super) struct Find {
    /// Those of the place below.
    scopes: &'static [Scope],
    index: Index,
    input: Input,
    hits: Vec<Target>,
    selected: usize,
    /// Whether all hits are listed.
    listed: bool,
}

/// Something to go to.
#[derive(Debug, Clone)]
enum Target {
    /// A row of the key table.
    Command(&'static Binding),
    /// Something of the content, its name, and the text in which it was found.
    Hit(HitKind, String, String),
}

impl Find {
    /// An empty field, with the commands below it.
    pub(super) fn new(desk: &Desk, scopes: &'static [Scope]) -> Self {
        let mut find = Self {
            scopes,
            index: Index::new(desk.content(), desk.as_of()),
            input: Input::default(),
            hits: Vec::new(),
            selected: 0,
            listed: false,
        };
        find.search(desk);
        find
    }

    /// Goes to what is selected. Where nothing was found, the field stays for another word.
    fn go(&self, cx: &mut EventContext<'_>) {
        let Some(target) = self.hits.get(self.selected) else { return };
        cx.effect(Effect::Pop);
        match target {
            Target::Command(row) => cx.effect(Effect::Do(row.cmd)),
            Target::Hit(HitKind::Country(_), ..) => cx.tell(Msg::SaidNoOffice),
            Target::Hit(HitKind::Language(n), ..) => drop(cx.apply(Action::Speak(Lang(*n)))),
            Target::Hit(kind, title, snippet) => {
                let words = if snippet.is_empty() { title } else { snippet };
                cx.effect(Effect::Show(kind.clone(), words.clone()));
            }
        }
    }

    fn search(&mut self, desk: &Desk) {
        let phrases = desk.phrases();
        let commands = offered(self.scopes);
        let labels: Vec<&str> = commands.iter().map(|row| phrases.get(row.word)).collect();
        let typed = self.input.value();
        let ranked = find::rank(typed, &labels).into_iter();
        let mut found: Vec<(u32, Target)> =
            ranked.filter_map(|(n, score)| Some((score, Target::Command(commands.get(n)?)))).collect();
        let hits = self.index.search(typed, desk.lang()).into_iter();
        found.extend(hits.map(|hit| (hit.score, Target::Hit(hit.kind, hit.title, hit.snippet))));
        let is_bare = |target: &Target| matches!(target, Target::Hit(HitKind::Country(_), ..));
        found.sort_by_key(|(score, target)| (is_bare(target), std::cmp::Reverse(*score)));
        self.hits = found.into_iter().map(|(_, target)| target).take(OFFERED).collect();
        self.selected = 0;
    }
}

/// The commands of the place below and those of every pane, each once.
fn offered(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut found: Vec<&Binding> = Vec::new();
    let scopes = [scopes, &[Scope::Browse]].concat();
    for row in keymap::rows(&scopes).into_iter().filter(|row| is_offered(row.cmd)) {
        if found.iter().all(|other| other.cmd != row.cmd) {
            found.push(row);
        }
    }
    found
}

/// Moving about is left out, and what quits without a question.
fn is_offered(cmd: Cmd) -> bool {
    use Cmd as C;
    let moves = matches!(cmd, C::Up | C::Down | C::Left | C::Right | C::Home | C::End | C::PageUp | C::PageDown)
        || matches!(cmd, C::Choose | C::Back | C::NextPart | C::PartBefore);
    !moves && !matches!(cmd, C::Find | C::QuitNow)
}

impl Overlay for Find {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Finding, Scope::Always]
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match cmd {
            Cmd::Choose => self.go(cx),
            Cmd::NextPart => self.listed = !self.listed,
            _ => self.selected = moved(self.selected, self.hits.len().saturating_sub(1), cmd),
        }
    }

    /// Changes what is typed, and finds anew.
    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        field::edit(&mut self.input, request, LONGEST);
        self.listed = false;
        self.search(cx.desk);
    }

    fn page(&self, view: &View<'_>, width: u16, rows: u16) -> Page {
        let mut page = Page::new(width);
        if self.listed {
            let rows = usize::from(rows).saturating_sub(1).max(1);
            let first = (self.selected + 1).saturating_sub(rows);
            let shown = self.hits.iter().enumerate().skip(first).take(rows);
            let names = Columns::of(view, shown.clone().map(|(_, target)| target), usize::from(width));
            for (n, target) in shown {
                let at = n == self.selected;
                if at {
                    page.focus_next(0);
                }
                page.line(row(view, target, at, names));
            }
        }
        field_line(view, self, &mut page);
        page
    }
}

fn field_line(view: &View<'_>, find: &Find, page: &mut Page) {
    let (phrases, typed) = (view.desk.phrases(), find.input.value());
    let title = if page.width() < WITH_TITLE { "" } else { phrases.get(Msg::FindTitle) };
    let lead = format!("{title} / ").trim_start().to_owned();
    if page.focus.is_none() {
        let column = lead.width() + find.input.visual_cursor();
        page.focus_next(u16::try_from(column).unwrap_or_default());
    }
    let blanks = " ".repeat(TYPED.saturating_sub(typed.width()) + 2);
    let beside = if title.is_empty() { 0 } else { lead.width() + typed.width() + blanks.width() };
    let room = page.width().saturating_sub(beside);
    let read = match find.hits.get(find.selected) {
        None => phrases.get(Msg::FindNothing).to_owned(),
        Some(_) if find.listed => String::new(),
        Some(target) => {
            let (label, _, kind) = said(view, target);
            let rest = format!(", {kind}  {}/{}", find.selected + 1, find.hits.len());
            format!("= {}{rest}", cut(&label, room.saturating_sub(rest.width() + 2)))
        }
    };
    let lead = Span::styled(lead, view.theme.strong());
    if title.is_empty() {
        page.line(Line::from(vec![lead, Span::raw(typed.to_owned())]));
        page.line(Line::raw(read));
    } else {
        page.line(Line::from(vec![lead, Span::raw(format!("{typed}{blanks}{read}"))]));
    }
}

/// What a hit is called, the text in which it was found, and what it is; of a command its key.
fn said(view: &View<'_>, target: &Target) -> (String, String, String) {
    let phrases = view.desk.phrases();
    match target {
        Target::Command(row) => {
            let key = row.keys.first().map(|key| key.name(phrases)).unwrap_or_default();
            (phrases.get(row.word).to_owned(), String::new(), key)
        }
        Target::Hit(kind, title, snippet) => (title.clone(), snippet.clone(), phrases.get(kind.msg()).to_owned()),
    }
}

/// The columns of the list: names, texts beside them where there is room, and what each hit is.
#[derive(Clone, Copy)]
struct Columns {
    names: usize,
    texts: usize,
    width: usize,
}

impl Columns {
    fn of<'a>(view: &View<'_>, shown: impl Iterator<Item = &'a Target>, width: usize) -> Self {
        let (mut names, mut tags) = (0, 0);
        for (name, text, tag) in shown.map(|target| said(view, target)) {
            names = names.max(if text.is_empty() { 0 } else { name.width() });
            tags = tags.max(tag.width());
        }
        // The mark of the focus, and two blanks between columns.
        let room = width.saturating_sub(2 + tags + 2);
        let names = names.min(room * 3 / 5);
        let texts = room.saturating_sub(names + 2);
        if texts < LEAST_TEXT { Self { names: room, texts: 0, width } } else { Self { names, texts, width } }
    }
}

fn row(view: &View<'_>, target: &Target, at: bool, columns: Columns) -> Line<'static> {
    let (name, text, tag) = said(view, target);
    let style = if at { view.theme.strong() } else { Style::new() };
    let mut left = vec![Span::raw(if at { "> " } else { "  " })];
    if text.is_empty() || columns.texts == 0 {
        left.push(Span::styled(cut(&name, columns.width.saturating_sub(tag.width() + 4)), style));
    } else {
        left.push(Span::styled(pad(&cut(&name, columns.names), columns.names + 2), style));
        left.push(Span::styled(cut(&text, columns.texts), view.theme.quiet()));
    }
    spread(left, Span::styled(tag, view.theme.quiet()), columns.width)
}

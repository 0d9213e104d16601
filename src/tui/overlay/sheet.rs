//! What the person takes home, as it will be on paper: in any language and format, with the person or without, saved as a
//! file. It is made when it opens and at each change, never while it is drawn.
//!
//! ```text
//! Text, English, with the person
//!
//! Safe Mobility: the office in …
//! As of 23 November 2026
//!
//! What was reported last?
//! (!) The programme is no longer active.
//! ```

use std::io;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::content::{Lang, Lookup, Msg};
use crate::desk::Desk;
use crate::document::{Context, Personal};
use crate::sheet::{Format, Print, Sheet, file, message, qr, script};
use crate::tui::blocks;
use crate::tui::component::{EventContext, Extent, Message, Overlay, View};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::Page;
use crate::wording::Phrases;

/// The width to which it is set: lines that the eye can follow.
const WIDTH: u16 = 72;

#[derive(Debug)]
pub(super) struct SheetOverlay {
    lang: Lang,
    personal: Personal,
    format: Format,
    sheet: Sheet,
    /// Whether its address is shown as a QR code in place of it.
    shows_code: bool,
    /// What formats say that are no document: a paragraph each.
    lines: Vec<String>,
}

impl SheetOverlay {
    /// The sheet on the selected office, in the language of the desk.
    pub(super) fn new(desk: &Desk) -> Self {
        let (lang, personal, format) = (desk.lang(), Personal::Told, Format::Text);
        let sheet = Sheet::of(&desk.context(), desk.office(), personal, Print::Normal);
        Self { lang, personal, format, sheet, shows_code: false, lines: Vec::new() }
    }

    fn make(&mut self, desk: &Desk) {
        let phrases = Phrases::new(desk.content(), self.lang);
        let ctx = Context { phrases, ..desk.context() };
        self.sheet = Sheet::of(&ctx, desk.office(), self.personal, Print::Normal);
        self.lines = match self.format {
            Format::Message => {
                let parts = message::parts(&self.sheet, phrases);
                parts.iter().flat_map(|part| part.lines().chain([""])).map(str::to_owned).collect()
            }
            Format::Script => script::script(&self.sheet, phrases).lines().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
    }

    /// Writes it into the folder of sheets, under a name that says nothing of the person.
    fn save(&self, cx: &mut EventContext<'_>) {
        let Some(folder) = cx.desk.sheets() else { return cx.tell(Msg::SheetNotStored) };
        let (phrases, own) = (Phrases::new(cx.desk.content(), self.lang), cx.desk.phrases());
        let bytes = self.format.write(&self.sheet, phrases, cx.theme.ascii).map_err(io::Error::other);
        let name = format!("{}-{}-{}", cx.desk.office().id, self.sheet.language, <&str>::from(self.format));
        let written = bytes.and_then(|bytes| file::write_new(folder, &name, self.format.ending(), &bytes));
        *cx.message = Message::Text(match written {
            Ok(file) => own.fill(Msg::SheetSaved, &[("file", &file.display().to_string())]),
            Err(cause) => own.fill(Msg::SheetNotSaved, &[("cause", &cause.to_string())]),
        });
    }
}

impl Overlay for SheetOverlay {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Sheet, Scope::Always]
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match cmd {
            Cmd::SheetLanguage => self.lang = Lang((self.lang.0 + 1) % cx.desk.content().languages.len().max(1)),
            Cmd::SheetPersonal if self.personal == Personal::Told => self.personal = Personal::LeftOut,
            Cmd::SheetPersonal => self.personal = Personal::Told,
            Cmd::SheetFormat => self.format = self.format.next(),
            Cmd::SheetCode => self.shows_code = !self.shows_code,
            Cmd::SheetSave => return self.save(cx),
            _ => return cx.scroll(cmd),
        }
        *cx.scroll = 0;
        self.make(cx.desk);
    }

    fn page(&self, view: &View<'_>, width: u16, rows: u16) -> Page {
        if self.shows_code {
            return code(&self.sheet.address, view, width, rows);
        }
        let (desk, mut page) = (view.desk, Page::new(width.min(WIDTH)));
        let language = &desk.content().languages.at(self.lang.0).name;
        let personal = if self.personal == Personal::Told { Msg::SheetWithPerson } else { Msg::SheetWithoutPerson };
        let head = format!("{}, {language}, {}", desk.phrases().get(self.format.msg()), desk.phrases().get(personal));
        page.focus_next(0);
        page.text(0, &head, view.theme.quiet());
        page.gap();
        if self.lines.is_empty() {
            // As on paper: no open point is folded into a sign.
            blocks::render(&self.sheet.document, &View { scroll: view.scroll.max(1), ..*view }, &mut page);
        }
        self.lines.iter().for_each(|line| match line.as_str() {
            "" => page.gap(),
            line => page.text(0, line, ratatui::style::Style::new()),
        });
        page
    }
}

/// An address as a QR code for a telephone, in the colours of paper; the address alone where there are none, or no room.
fn code(address: &str, view: &View<'_>, width: u16, rows: u16) -> Page {
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, address, view.theme.strong());
    let lines = qr::lines(address, view.theme.ascii || !view.theme.color);
    let fits = lines.len() < usize::from(rows) && lines.iter().all(|line| line.width() <= usize::from(width));
    for line in lines.into_iter().filter(|line| fits && line != address) {
        page.line(Line::from(Span::styled(line, view.theme.paper())));
    }
    page
}

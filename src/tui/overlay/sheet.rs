//! What the person takes home, or the slip for another organisation, as it will be on paper: in any language and format,
//! with the person or without, saved as a file, sent to the printer or the clipboard of the terminal. It is made when it
//! opens and at each change, never while it is drawn.
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

mod sending;

use std::path::PathBuf;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::case::Code;
use crate::content::{Lang, Lookup, Msg};
use crate::desk::Desk;
use crate::document::{Context, Personal};
use crate::sheet::{Format, Print, Sheet, message, qr, script};
use crate::tui::blocks;
use crate::tui::component::{Effect, EventContext, Extent, Flow, Message, Overlay, View};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::media::Medium;
use crate::tui::page::Page;
use crate::wording::Phrases;
use sending::Sending;

/// The width to which it is set: lines that the eye can follow.
const WIDTH: u16 = 72;

/// What is on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paper {
    /// What the person takes home.
    Home(Personal),
    /// The slip for an organisation that the person is sent to.
    Referral,
}

impl Paper {
    fn msg(self) -> Msg {
        match self {
            Self::Home(Personal::Told) => Msg::SheetWithPerson,
            Self::Home(Personal::LeftOut) => Msg::SheetWithoutPerson,
            Self::Referral => Msg::SheetReferral,
        }
    }

    fn turned(self, cmd: Cmd) -> Self {
        match (self, cmd) {
            (Self::Home(Personal::LeftOut), Cmd::NextPart) | (Self::Home(_), Cmd::SheetReferral) => Self::Referral,
            (Self::Referral, _) | (Self::Home(Personal::LeftOut), Cmd::SheetPersonal) => Self::Home(Personal::Told),
            (Self::Home(_), _) => Self::Home(Personal::LeftOut),
        }
    }
}

#[derive(Debug)]
pub(super) struct SheetOverlay {
    lang: Lang,
    paper: Paper,
    format: Format,
    sheet: Sheet,
    /// Whether its address is shown as a QR code in place of it.
    shows_code: bool,
    /// What formats say that are no document: a paragraph each.
    lines: Vec<String>,
    /// What is asked before it is sent.
    asks: Option<Sending>,
}

impl SheetOverlay {
    /// The sheet on the selected office, in the language of the desk.
    pub(super) fn new(desk: &Desk) -> Self {
        let (lang, paper, format) = (desk.lang(), Paper::Home(Personal::Told), Format::Text);
        let sheet = Sheet::of(&desk.context(), desk.office(), Personal::Told, Print::Normal);
        Self { lang, paper, format, sheet, shows_code: false, lines: Vec::new(), asks: None }
    }

    fn make(&mut self, desk: &Desk) {
        let phrases = Phrases::new(desk.content(), self.lang);
        let (ctx, office) = (Context { phrases, ..desk.context() }, desk.office());
        self.sheet = match self.paper {
            Paper::Home(personal) => Sheet::of(&ctx, office, personal, Print::Normal),
            Paper::Referral => Sheet::referral(&ctx, office, desk.code().map(Code::as_str), Print::Normal),
        };
        self.lines = match self.format {
            Format::Message => {
                let parts = message::parts(&self.sheet, phrases, false);
                parts.iter().flat_map(|part| part.lines().chain([""])).map(str::to_owned).collect()
            }
            Format::Script => script::script(&self.sheet, phrases).lines().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
    }

    /// Writes it into the folder of sheets.
    fn save(&self, cx: &mut EventContext<'_>) {
        let Some(folder) = cx.desk.sheets() else { return cx.tell(cx.desk.no_sheets()) };
        let (phrases, own) = (Phrases::new(cx.desk.content(), self.lang), cx.desk.phrases());
        let saved = self.format.save(&self.sheet, cx.desk.office(), phrases, cx.theme.ascii, folder);
        *cx.message = Message::Text(match saved {
            Ok(file) => {
                let until = own.day(cx.desk.sheets_until());
                // What is above the folder of sheets would leave no room for the name.
                let shown: PathBuf = folder.file_name().into_iter().chain(file.file_name()).collect();
                own.fill(Msg::SheetSaved, &[("date", &until), ("file", &shown.display().to_string())])
            }
            Err(cause) => own.fill(Msg::SheetNotSaved, &[("cause", &cause.to_string())]),
        });
    }
}

impl SheetOverlay {
    /// Asks before its text is sent: of a format that is no text, the sheet as text.
    fn ask(&mut self, medium: Medium, cx: &mut EventContext<'_>) {
        let is_text = matches!(self.format, Format::Text | Format::Message | Format::Script);
        let format = if is_text { self.format } else { Format::Text };
        let phrases = Phrases::new(cx.desk.content(), self.lang);
        let bytes = format.write(&self.sheet, phrases, cx.theme.ascii).unwrap_or_default();
        match Sending::new(medium, &String::from_utf8_lossy(&bytes), cx.desk.phrases()) {
            Ok(asks) => {
                (self.asks, *cx.scroll) = (Some(asks), 0);
                cx.effect(Effect::Loop(Flow::Flush));
            }
            Err(why) => *cx.message = Message::Text(why),
        }
    }

    /// Takes the answer to what is asked.
    fn answered(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        let Some(mut asks) = self.asks.take() else { return };
        match cmd {
            Cmd::Up | Cmd::Down => {
                asks.step(cmd);
                self.asks = Some(asks);
            }
            Cmd::Surely => {
                let (bytes, said) = asks.send(cx.desk.phrases());
                *cx.message = Message::Text(said);
                cx.effect(Effect::Send(bytes));
            }
            _ => cx.tell(Msg::LinearLeft),
        }
    }
}

impl Overlay for SheetOverlay {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        self.asks.as_ref().map_or(&[Scope::Sheet, Scope::Moving, Scope::Always], Sending::scopes)
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match cmd {
            _ if self.asks.is_some() => return self.answered(cmd, cx),
            Cmd::Help => return cx.effect(Effect::Overlay(cmd)),
            Cmd::SheetPrint => return self.ask(Medium::Printer, cx),
            Cmd::SheetCopy => return self.ask(Medium::Clipboard, cx),
            Cmd::SheetLanguage => self.lang = cx.desk.language_after(self.lang),
            Cmd::SheetPersonal | Cmd::SheetReferral | Cmd::NextPart => self.paper = self.paper.turned(cmd),
            Cmd::SheetFormat => self.format = self.format.next(),
            Cmd::SheetCode => self.shows_code = !self.shows_code,
            Cmd::SheetSave => return self.save(cx),
            _ => return cx.scroll(cmd),
        }
        while self.paper == Paper::Referral && !self.format.is_signed() {
            self.format = self.format.next();
        }
        *cx.scroll = 0;
        self.make(cx.desk);
    }

    fn page(&self, view: &View<'_>, width: u16, rows: u16) -> Page {
        if self.shows_code && !self.sheet.address.is_empty() && self.asks.is_none() {
            return code(&self.sheet.address, view, width, rows);
        }
        let (desk, mut page) = (view.desk, Page::new(width.min(WIDTH)));
        let (language, words) = (&desk.content().languages.at(self.lang.0).name, desk.phrases());
        let head = format!("{}, {language}, {}", words.get(self.format.msg()), words.get(self.paper.msg()));
        match &self.asks {
            Some(asks) => asks.draw(view, &mut page),
            None => page.focus_next(0),
        }
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

//! The application: it alone knows all panes and overlays, looks keys up in THE table, gives the command or what is
//! typed to the topmost overlay or the focused pane, and carries out the effects that they ask for.

mod effects;
mod person;
mod places;
mod typing;

use std::collections::VecDeque;

use tui_input::InputRequest;

pub use super::component::Flow;
use super::component::{Effect, EventContext, Extent, Layer, Message, Overlay, Pane};
use super::focus::{Focus, PaneId};
use super::geometry::{self, Geometry, has_room_for_four};
use super::keymap::{self, Cmd};
use super::overlay;
use super::pane::Panes;
use super::pane::process::PictureMode;
use super::theme::Theme;
use crate::content::Msg;
use crate::desk::{Action, Desk};
use crate::tui::pace::Haste;

use typing::LastTyped;

/// Everything that the screen shows.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct App {
    pub desk: Desk,
    pub theme: Theme,
    pub panes: Panes,
    /// The pane shown, or the one of four that has the focus.
    pub pane: PaneId,
    /// The part of it that has the focus.
    pub focus: Focus,
    /// The topmost last.
    pub overlays: Vec<Layer>,
    /// The words that a search led to, marked until something else is done than to read on.
    found: Option<String>,
    /// What was said about the last key.
    pub message: Message,
    pub geometry: Geometry,
    /// Whether all four panes are wanted at once.
    four: bool,
    /// What is still to be carried out.
    effects: VecDeque<Effect>,
    /// What is to be sent to the terminal beside the picture.
    pub outgoing: Vec<u8>,
    /// What was typed last, as far as it matters for what is typed next.
    typed: LastTyped,
    /// Whether the command that is carried out was given by a letter, which may be one of a word.
    by_letter: bool,
    /// Whether the last key did nothing.
    pub is_refused: bool,
    /// How much time there is for a picture.
    pub haste: Haste,
}

impl App {
    /// The first screen: the offices.
    pub fn new(desk: Desk, theme: Theme, size: (u16, u16)) -> Self {
        let geometry = Geometry::of(size, &desk, false);
        let opening = desk.opening();
        let message = if opening.is_empty() { Message::Nothing } else { Message::Text(opening.join(" ")) };
        Self {
            geometry,
            desk,
            theme,
            panes: Panes::default(),
            pane: PaneId::Offices,
            focus: Focus::List,
            overlays: Vec::new(),
            found: None,
            message,
            four: false,
            effects: VecDeque::new(),
            outgoing: Vec::new(),
            typed: LastTyped::default(),
            by_letter: false,
            is_refused: false,
            haste: Haste::default(),
        }
    }

    /// Takes a new size; the place is kept. That the size before was too small is no longer so.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        if self.geometry.size != (columns, rows) && self.message == self.four_needs() {
            self.message = Message::Nothing;
        }
        self.geometry.size = (columns, rows);
        self.clamp();
    }

    /// Offers the cases that were left over, where there are some, and says which cannot be read.
    pub fn offer_cases(&mut self) {
        self.overlays.extend(overlay::left_over(&self.desk));
        let unreadable = self.desk.unreadable();
        if !unreadable.is_empty() {
            self.message = Message::Text(unreadable.join(" "));
        }
    }

    /// That the host has newer content, with the key that changes to it.
    pub(super) fn newer(&self) -> Option<String> {
        self.desk.newer(&keymap::key_of(Cmd::Renew)?.name(self.desk.phrases()))
    }

    /// Looks whether the host has newer content, and tells it once, where nothing else is to be told.
    pub fn look_for_newer(&mut self) {
        if self.desk.look_for_newer() && self.message == Message::Nothing {
            self.message = self.newer().map_or(Message::Nothing, Message::Text);
            self.desk.told_of_newer();
        }
    }

    /// Asks whether to change to newer content, where there is some.
    fn renew(&mut self) {
        self.desk.look_for_newer();
        if self.desk.has_newer() {
            self.desk.told_of_newer();
            self.effects.extend([Effect::Overlay(Cmd::Renew), Effect::Loop(Flow::Flush)]);
        } else {
            self.message = Message::Msg(Msg::SaidNoNewer);
        }
    }

    fn edit(&mut self, request: InputRequest) {
        if self.overlays.is_empty() {
            self.with_pane(self.pane, 1, |pane, cx| pane.edit(request, cx));
        } else {
            self.with_overlay(1, |overlay, cx| overlay.edit(request, cx));
        }
    }

    fn command(&mut self, cmd: Cmd) {
        if !matches!(cmd, Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown | Cmd::Redraw) {
            self.found = None;
        }
        let is_cover = self.overlays.last().map(|layer| layer.overlay.extent() == Extent::Cover);
        match (is_cover, cmd) {
            (None, _) | (_, Cmd::QuitNow | Cmd::Redraw | Cmd::Language) | (Some(false), Cmd::Hide) => self.below(cmd),
            (Some(false), Cmd::Back) => self.effects.push_back(Effect::Pop),
            (_, Cmd::PageUp | Cmd::PageDown) => {
                self.with_overlay(self.overlay_rows(), |overlay, cx| overlay.command(cmd, cx));
            }
            _ => self.with_overlay(1, |overlay, cx| overlay.command(cmd, cx)),
        }
    }

    /// A command for the panes.
    fn below(&mut self, cmd: Cmd) {
        let effects = &mut self.effects;
        match cmd {
            Cmd::QuitNow => effects.push_back(Effect::Loop(Flow::Quit)),
            Cmd::Redraw => effects.push_back(Effect::Loop(Flow::Redraw)),
            Cmd::Renew => self.renew(),
            Cmd::Quit if !self.desk.has_unsaved() => effects.push_back(Effect::Loop(Flow::Quit)),
            Cmd::Quit => effects.extend([Effect::Overlay(cmd), Effect::Loop(Flow::Flush)]),
            Cmd::Bring | Cmd::Pathways if self.desk.check().is_empty() => self.message = Message::Msg(Msg::SaidNobody),
            Cmd::Find if matches!(self.focus, Focus::Tabs(_)) => {
                // The tabs have no commands of their own: those of the pane below them are offered.
                self.focus = Focus::List;
                effects.push_back(Effect::Overlay(cmd));
            }
            _ if overlay::opens_anywhere(cmd) => effects.push_back(Effect::Overlay(cmd)),
            Cmd::Language => drop(self.desk.apply(Action::SpeakNext)),
            Cmd::FourPanes => self.turn_four(),
            Cmd::PaneOffices => self.open(PaneId::Offices),
            Cmd::PaneRequirements => self.open(PaneId::Requirements),
            Cmd::PaneProcess => self.open(PaneId::Process),
            // With nobody at the desk there is nothing to look at: the first question is asked.
            Cmd::PaneCheck if self.pane != PaneId::Check && !self.desk.check().is_empty() => self.open(PaneId::Check),
            Cmd::Map => {
                self.open(PaneId::Process);
                // A quarter of the screen has no room for a map.
                self.four = false;
                self.panes.process.picture = PictureMode::Map;
            }
            _ => self.of_person(cmd),
        }
    }

    /// A command for the focused pane, or for the tabs.
    fn within(&mut self, cmd: Cmd) {
        let lines = self.lines_of(cmd);
        let is_on_tabs = matches!(self.focus, Focus::Tabs(_));
        let is_done = !is_on_tabs && self.with_pane(self.pane, lines, |pane, cx| pane.command(cmd, cx));
        match (cmd, self.focus) {
            _ if is_done => {}
            (Cmd::NextPart | Cmd::PartBefore, _) if self.geometry.shows_four => {
                self.open(self.pane.cycled(cmd == Cmd::PartBefore));
            }
            (Cmd::NextPart, focus) => self.focus = focus.next(self.pane),
            // Of three parts the one before is the next but one.
            (Cmd::PartBefore, focus) => self.focus = focus.next(self.pane).next(self.pane),
            (Cmd::Back, _) => self.focus = Focus::List,
            (Cmd::Choose, Focus::Tabs(pane)) => self.open(pane),
            (_, Focus::Tabs(pane)) => self.focus = Focus::Tabs(pane.neighbour(cmd)),
            _ => {}
        }
    }

    /// Shows a pane, browsing.
    fn open(&mut self, pane: PaneId) {
        for one in PaneId::ALL {
            self.with_pane(one, 1, |pane, cx| pane.left(cx));
        }
        (self.pane, self.focus) = (pane, Focus::List);
        // Whoever comes back reads from the beginning.
        *self.panes.get_mut(pane).1 = 0;
        self.with_pane(pane, 1, |pane, cx| pane.opened(cx));
    }

    /// All four panes at once, or one again; where there is no room for four, says how much they need.
    fn turn_four(&mut self) {
        if has_room_for_four(self.geometry.size) {
            self.four = !self.four;
        } else {
            self.message = self.four_needs();
        }
    }

    /// How much room four panes need.
    fn four_needs(&self) -> Message {
        let (columns, rows) = geometry::FOUR;
        let needs = [("columns", &*columns.to_string()), ("rows", &*rows.to_string())];
        Message::Text(self.desk.phrases().fill(Msg::SaidFourNeeds, &needs))
    }

    /// Lets a pane handle something; `lines` are those that a page key scrolls by.
    fn with_pane<R>(
        &mut self,
        pane: PaneId,
        lines: usize,
        handler: impl FnOnce(&mut dyn Pane, &mut EventContext<'_>) -> R,
    ) -> R {
        let Self { desk, geometry, theme, focus, message, effects, panes, .. } = self;
        let (pane, scroll) = panes.get_mut(pane);
        let (theme, focus) = (*theme, *focus);
        handler(pane, &mut EventContext { desk, geometry, theme, focus, lines, scroll, message, effects })
    }

    fn with_overlay(&mut self, lines: usize, handler: impl FnOnce(&mut dyn Overlay, &mut EventContext<'_>)) {
        let Self { desk, geometry, theme, focus, message, effects, overlays, .. } = self;
        let Some(Layer { overlay, scroll }) = overlays.last_mut() else { return };
        let mut cx = EventContext { desk, geometry, theme: *theme, focus: *focus, lines, scroll, message, effects };
        handler(&mut **overlay, &mut cx);
    }
}

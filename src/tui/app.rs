//! The application: it alone knows all panes and overlays, looks keys up in THE table, gives the command or what is
//! typed to the topmost overlay or the focused pane, and carries out the effects that they ask for.

mod effects;
mod person;
mod places;
mod typing;

use tui_input::InputRequest;

use super::component::{Context, Effect, Extent, Message, Overlay, Pane};
use super::focus::{PaneId, Part};
use super::geometry::{self, Geometry, has_room_for_four};
use super::keymap::Cmd;
use super::overlay;
use super::pane::Panes;
use super::theme::Theme;
use crate::content::Msg;
use crate::desk::{Action, Desk};

use typing::Typed;

/// What the loop has to do after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Show what changed.
    GoOn,
    /// Draw everything anew.
    Redraw,
    /// Throw away keys typed ahead: a question of the program's own has opened, and they were not meant for it.
    Flush,
    /// End.
    Quit,
}

/// Everything that the screen shows.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct App {
    pub desk: Desk,
    pub theme: Theme,
    panes: Panes,
    pane: PaneId,
    part: Part,
    overlays: Vec<Box<dyn Overlay>>,
    message: Message,
    /// Whether all four panes are wanted at once.
    four: bool,
    geometry: Geometry,
    /// What was typed last, as far as it matters for what is typed next.
    typed: Typed,
    /// Whether the command that is carried out was given by a letter, which may be one of a word.
    by_letter: bool,
}

impl App {
    /// The first screen: the offices.
    pub fn new(desk: Desk, theme: Theme, size: (u16, u16)) -> Self {
        let geometry = Geometry::of(size, &desk, false);
        Self {
            desk,
            theme,
            panes: Panes::default(),
            pane: PaneId::Offices,
            part: Part::List,
            overlays: Vec::new(),
            message: Message::Nothing,
            four: false,
            geometry,
            typed: Typed::default(),
            by_letter: false,
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

    /// Says something about what has just happened.
    pub fn tell(&mut self, msg: Msg) {
        self.message = Message::Msg(msg);
    }

    /// Offers the cases that were left over, where there are some.
    pub fn offer_cases(&mut self) {
        self.overlays.extend(overlay::left_over(&self.desk));
    }

    fn edit(&mut self, request: InputRequest, effects: &mut Vec<Effect>) {
        if self.overlays.is_empty() {
            self.with_pane(1, effects, |pane, cx| pane.edit(request, cx));
        } else {
            self.with_overlay(effects, |overlay, cx| overlay.edit(request, cx));
        }
    }

    fn command(&mut self, cmd: Cmd, effects: &mut Vec<Effect>) {
        let Some(overlay) = self.overlays.last() else { return self.below(cmd, effects) };
        let is_cover = overlay.extent() == Extent::Cover;
        let is_scrolled = overlay.scrolled().is_some();
        match cmd {
            Cmd::QuitNow => effects.push(Effect::Quit),
            Cmd::Redraw => effects.push(Effect::Redraw),
            Cmd::Hide if !is_cover => effects.push(Effect::Overlay(cmd)),
            Cmd::Back if !is_cover => effects.push(Effect::Pop),
            Cmd::Language => effects.push(Effect::Do(cmd)),
            _ if is_scrolled => self.scroll_overlay(cmd),
            _ => self.with_overlay(effects, |overlay, cx| overlay.command(cmd, cx)),
        }
    }

    /// A command for the panes.
    fn below(&mut self, cmd: Cmd, effects: &mut Vec<Effect>) {
        match cmd {
            Cmd::QuitNow => effects.push(Effect::Quit),
            Cmd::Redraw => effects.push(Effect::Redraw),
            Cmd::Quit if !self.desk.has_unsaved() => effects.push(Effect::Quit),
            Cmd::Quit => effects.extend([Effect::Overlay(cmd), Effect::FlushInput]),
            Cmd::Bring | Cmd::Pathways if self.desk.check().is_empty() => self.tell(Msg::SaidNobody),
            Cmd::Find if matches!(self.part, Part::Tabs(_)) => {
                // The tabs have no commands of their own: those of the pane below them are offered.
                self.part = Part::List;
                effects.push(Effect::Overlay(cmd));
            }
            _ if overlay::opens_anywhere(cmd) => effects.push(Effect::Overlay(cmd)),
            Cmd::Language => drop(self.desk.apply(Action::SpeakNext)),
            Cmd::FourPanes => self.turn_four(),
            Cmd::PaneOffices => self.open(PaneId::Offices, effects),
            Cmd::PaneRequirements => self.open(PaneId::Requirements, effects),
            Cmd::PaneProcess => self.open(PaneId::Process, effects),
            Cmd::PaneCheck if self.pane != PaneId::Check => self.open(PaneId::Check, effects),
            Cmd::Map => {
                self.open(PaneId::Process, effects);
                // A quarter of the screen has no room for a map.
                self.four = false;
                self.panes.process.choose_map();
            }
            _ => self.of_person(cmd, effects),
        }
    }

    /// A command for the focused pane, or for the tabs.
    fn within(&mut self, cmd: Cmd, effects: &mut Vec<Effect>) {
        let lines = if matches!(cmd, Cmd::PageUp | Cmd::PageDown) { self.page_rows() } else { 1 };
        let is_on_tabs = matches!(self.part, Part::Tabs(_));
        let is_done = !is_on_tabs && self.with_pane(lines, effects, |pane, cx| pane.command(cmd, cx));
        match (cmd, self.part) {
            _ if is_done => {}
            (Cmd::NextPart | Cmd::PartBefore, _) if self.geometry.shows_four => {
                self.open(self.pane.cycled(cmd == Cmd::PartBefore), effects);
            }
            (Cmd::NextPart, part) => self.part = part.next(self.pane),
            (Cmd::PartBefore, part) => self.part = part.previous(self.pane),
            (Cmd::Back, _) => self.part = Part::List,
            (Cmd::Choose, Part::Tabs(pane)) => self.open(pane, effects),
            (_, Part::Tabs(pane)) => self.part = Part::Tabs(pane.neighbour(cmd)),
            _ => {}
        }
    }

    /// Shows a pane, browsing.
    fn open(&mut self, pane: PaneId, effects: &mut Vec<Effect>) {
        for one in PaneId::ALL {
            self.panes.get_mut(one).left(&self.desk);
        }
        (self.pane, self.part) = (pane, Part::List);
        self.with_pane(1, effects, |pane, cx| pane.opened(cx));
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

    /// Lets the focused pane handle something; `page` is how many lines a page key scrolls.
    fn with_pane<R>(
        &mut self,
        page: usize,
        effects: &mut Vec<Effect>,
        handler: impl FnOnce(&mut dyn Pane, &mut Context<'_>) -> R,
    ) -> R {
        let (geometry, theme, focus) = (&self.geometry, self.theme, self.part);
        let mut cx = Context { desk: &mut self.desk, geometry, theme, focus, page, effects };
        handler(self.panes.get_mut(self.pane), &mut cx)
    }

    fn with_overlay(&mut self, effects: &mut Vec<Effect>, handler: impl FnOnce(&mut dyn Overlay, &mut Context<'_>)) {
        let (geometry, theme, focus) = (&self.geometry, self.theme, self.part);
        let mut cx = Context { desk: &mut self.desk, geometry, theme, focus, page: 1, effects };
        if let Some(overlay) = self.overlays.last_mut() {
            handler(&mut **overlay, &mut cx);
        }
    }
}

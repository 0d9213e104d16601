//! What panes and overlays are: components that own their state, get commands with a small context, answer with effects
//! and draw themselves into pages. A component knows neither the application nor another component.

mod view;

use std::collections::VecDeque;
use std::fmt::Debug;

use tui_input::InputRequest;

use super::arrangement::Shown;
use super::focus::{Focus, PaneId};
use super::geometry::Geometry;
use super::keymap::{Cmd, Scope};
use super::motion::scrolled;
use super::page::Page;
use super::theme::Theme;
use crate::content::Msg;
use crate::desk::{Action, Desk, Outcome};
use crate::find::HitKind;
use crate::rules::Value;
use crate::tui::pace::Haste;
use crate::wording::Phrases;

pub(super) use view::LEISURE;
pub use view::View;

/// What is said about the last key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Message {
    Nothing,
    Msg(Msg),
    Text(String),
}

impl Message {
    /// What became of an action.
    pub fn of(outcome: &Outcome, phrases: Phrases<'_>) -> Self {
        match outcome.msg() {
            Some(msg) => Self::Msg(msg),
            None => phrases.outcome(outcome).map_or(Self::Nothing, Self::Text),
        }
    }
}

/// What the loop has to do after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Show what changed.
    GoOn,
    /// Draw everything anew.
    Redraw,
    /// Send what [`Effect::Send`] brought, and draw everything anew.
    Send,
    /// Throw away keys typed ahead: a question of the program's own has opened, and they were not meant for it.
    Flush,
    /// End.
    Quit,
    /// End, and begin anew with the content that the host has now.
    Anew,
}

/// What a component asks of the application.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The focus goes to another part of the pane.
    Focus(Focus),
    /// Shows a hit of a search, and marks the words that were found.
    Show(HitKind, String),
    /// Carries out a command as though its key had been pressed with no overlay open.
    Do(Cmd),
    /// Opens the overlay of a command.
    Overlay(Cmd),
    /// Closes the topmost overlay.
    Pop,
    /// Another person is current: nothing of the one before stays on the screen.
    PersonChanged,
    /// Puts the current question in the Check pane, or shows the result where none is left. Where nothing is chosen yet,
    /// the focus is on the choice of the value.
    BeginAnswering(Option<Value>),
    /// Sends bytes to the terminal that are no picture.
    Send(Vec<u8>),
    /// Leaves the loop something to do.
    Loop(Flow),
}

/// What a component may use and change while it handles a key.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EventContext<'a> {
    pub desk: &'a mut Desk,
    pub geometry: &'a Geometry,
    pub theme: Theme,
    pub focus: Focus,
    /// Lines that the key scrolls by.
    pub lines: usize,
    /// Lines above the visible ones, of the pane's detail or of the overlay.
    pub scroll: &'a mut usize,
    pub message: &'a mut Message,
    pub effects: &'a mut VecDeque<Effect>,
}

impl EventContext<'_> {
    /// Asks something of the application.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push_back(effect);
    }

    /// Says something about the key.
    pub fn tell(&mut self, msg: Msg) {
        *self.message = Message::Msg(msg);
    }

    /// Scrolls.
    pub fn scroll(&mut self, cmd: Cmd) {
        *self.scroll = scrolled(*self.scroll, self.lines, cmd);
    }

    /// Does something at the desk and says what became of it.
    pub fn apply(&mut self, action: Action) -> Outcome {
        let outcome = self.desk.apply(action);
        let message = Message::of(&outcome, self.desk.phrases());
        if message != Message::Nothing {
            *self.message = message;
        }
        if outcome.changes_person() {
            self.effect(Effect::PersonChanged);
        }
        outcome
    }

    /// The context for drawing, as pane `pane` sees it now.
    pub fn view(&self, pane: PaneId) -> View<'_> {
        let Self { desk, geometry, theme, focus, scroll, .. } = self;
        View {
            desk,
            geometry,
            theme: *theme,
            pane,
            focus: Some(*focus),
            scroll: **scroll,
            found: None,
            is_below: false,
            haste: Haste::default(),
        }
    }
}

/// What stands over a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// A title over its whole width.
    Named(Msg),
    /// A blank row: a picture begins by itself.
    Blank,
    /// Nothing: the list has a head of its own.
    Own,
}

/// One of the four panes: a list, and a page about the entry selected in it.
pub trait Pane: Debug + Send + Sync {
    /// Where keys are looked up while the focus is in the pane, most particular first.
    fn scopes(&self, view: &View<'_>) -> &'static [Scope];

    /// Carries out a command. False where the pane has no use for it.
    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool;

    /// Takes what is typed: into a field, or a digit that chooses.
    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>);

    /// Takes pasted text, which never answers by itself.
    fn paste(&mut self, text: &str, cx: &mut EventContext<'_>) {
        text.chars().for_each(|c| self.edit(InputRequest::InsertChar(c), cx));
    }

    /// Whether a field is open: pasted text goes nowhere else.
    fn has_field(&self) -> bool {
        false
    }

    /// What it shows, by which list and detail share the area.
    fn shown(&self, view: &View<'_>) -> Shown;

    /// What stands over the list.
    fn title(&self, view: &View<'_>) -> Title {
        Title::Named(view.pane.msg())
    }

    /// The list, for a width in cells.
    fn list(&self, view: &View<'_>, width: u16) -> Page;

    /// The page about the selected entry.
    fn detail(&self, view: &View<'_>, width: u16) -> Page;

    /// Whether the list keeps what has the focus in its middle, and not just on the screen.
    fn is_centred(&self, _view: &View<'_>) -> bool {
        false
    }

    /// Whether page keys in the list move along it, and do not scroll the detail.
    fn pages_list(&self) -> bool {
        false
    }

    /// Whether the detail shows its focus even where it is scrolled elsewhere.
    fn follows_detail(&self) -> bool {
        false
    }

    /// Whether the detail is a glance: more is shown once it is opened.
    fn is_glance(&self, _view: &View<'_>) -> bool {
        false
    }

    /// Shows a hit of a search: selects it and says where the focus goes.
    fn show(&mut self, hit: &HitKind, cx: &mut EventContext<'_>);

    /// The pane is opened, anew or again.
    fn opened(&mut self, _cx: &mut EventContext<'_>) {}

    /// The focus leaves the pane for another one.
    fn left(&mut self, _cx: &mut EventContext<'_>) {}

    /// Keeps every selection within what there is, after a change of language, content or person.
    fn clamp(&mut self, _desk: &Desk) {}

    /// Forgets everything of the person before.
    fn reset(&mut self, _cx: &mut EventContext<'_>) {}
}

/// How many rows of the body an overlay may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What is looked up beside what it is about.
    Half,
    /// What is read.
    TwoThirds,
    /// A task of its own: nothing beneath is needed for it.
    Whole,
    /// Takes the body and hides every pane.
    Cover,
}

/// What lies over the panes and takes the keys.
pub trait Overlay: Debug + Send + Sync {
    /// Where keys are looked up while it is topmost, most particular first.
    fn scopes(&self, desk: &Desk) -> &'static [Scope];

    /// Carries out a command; what does nothing else scrolls. Closing, hiding the screen and changing the language are the
    /// application's.
    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        cx.scroll(cmd);
    }

    /// Takes what is typed.
    fn edit(&mut self, _request: InputRequest, _cx: &mut EventContext<'_>) {}

    /// Takes pasted text, which never chooses anything.
    fn paste(&mut self, text: &str, cx: &mut EventContext<'_>) {
        text.chars().for_each(|c| self.edit(InputRequest::InsertChar(c), cx));
    }

    /// How many rows it may take.
    fn extent(&self) -> Extent {
        Extent::Half
    }

    /// The page, for a width in cells and at most so many rows.
    fn page(&self, view: &View<'_>, width: u16, rows: u16) -> Page;
}

/// An overlay in its place on the others, and the lines of it above the visible ones.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Layer {
    pub overlay: Box<dyn Overlay>,
    pub scroll: usize,
}

impl<T: Overlay + 'static> From<T> for Layer {
    fn from(overlay: T) -> Self {
        Self { overlay: Box::new(overlay), scroll: 0 }
    }
}

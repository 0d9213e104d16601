//! The Process pane: right follows a link, left goes back the way one came, a number jumps.
//!
//! ```text
//!    1 ┌   Online form                     5 SCREENING
//!    2 │   Review by SMO staff             SMO staff
//!      ├─× 7 not qualified                 Wait: a few weeks, then a call
//!      ├─? 4 perhaps silence
//! >  5 │   Screening        a few weeks    goes to
//!    6 │   Routing                         > 6 routing
//! ```

mod map;
mod view;

use tui_input::InputRequest;

use crate::content::{LinkKind, Lookup, Msg};
use crate::desk::{Action, Desk};
use crate::find::HitKind;
use crate::process::Toward;
use crate::process::spine::Spine;
use crate::tui::arrangement::{Arrangement, Shown};
use crate::tui::component::{Effect, EventContext, Pane, Title, View};
use crate::tui::field::digit;
use crate::tui::focus::{Focus, PaneId};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::Page;

/// Which picture of the process is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PictureMode {
    #[default]
    Spine,
    /// All steps as boxes.
    Map,
    /// The boxes of the current step and of those next to it.
    Near,
}

/// The pane; the step is the desk's place in the process.
#[derive(Debug, Default)]
pub struct ProcessPane {
    /// The picture chosen.
    pub picture: PictureMode,
    /// The focused link of the step, from 0.
    pub link: usize,
    /// The digits typed so far, and the step at which the first of them was.
    digits: String,
    began: usize,
    /// The map as it was last laid out.
    laid: map::Laid,
}

impl ProcessPane {
    /// Whether a map is shown: a quarter of the screen has no room for one.
    fn is_map(&self, view: &View<'_>) -> bool {
        self.picture != PictureMode::Spine && !view.geometry.shows_four
    }

    fn on_map(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        let fits = map::fits(cx.geometry);
        match (cmd, self.picture) {
            // Out of the neighbourhood to the whole map, and from there to the spine.
            (Cmd::Back, PictureMode::Near) if fits => self.picture = PictureMode::Map,
            (Cmd::Back | Cmd::Spine, _) => self.picture = PictureMode::Spine,
            (Cmd::Zoom, _) if !fits => cx.tell(Msg::SaidMapTooNarrow),
            (Cmd::Zoom, PictureMode::Near) => self.picture = PictureMode::Map,
            (Cmd::Zoom, _) => self.picture = PictureMode::Near,
            (Cmd::NextPart | Cmd::PartBefore, _) => return false,
            _ => self.move_to_box(cmd, cx),
        }
        true
    }

    /// Along links, as on the spine; up and down to the box above or below. Where there is no link on or no way back, to
    /// the box beside.
    fn move_to_box(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        let view = cx.view(PaneId::Process);
        let (list, _) = self.shown(&view).arrangement(view.area()).split(view.area(), 0, view.focus);
        let area = list.unwrap_or(view.area());
        let map = map::of(self, &view, area.width);
        let at = cx.desk.walk().at;
        let page = usize::from(area.height.saturating_sub(map::OVERLAP));
        let ends = cx.desk.current_step().links.is_empty();
        let to = match cmd {
            Cmd::Up => map.beside(at, Toward::Up),
            Cmd::Down => map.beside(at, Toward::Down),
            Cmd::PageUp => Some(map.away(at, Toward::Up, page)),
            Cmd::PageDown => Some(map.away(at, Toward::Down, page)),
            Cmd::Home => Some(map.away(at, Toward::Up, usize::MAX)),
            Cmd::End => Some(map.away(at, Toward::Down, usize::MAX)),
            Cmd::Right if ends => map.beside(at, Toward::Right),
            Cmd::Left if cx.desk.walk().back.is_empty() => map.beside(at, Toward::Left),
            _ => None,
        };
        match (to, cmd) {
            (Some(to), _) if to != at => self.go(Action::StandAt(to), cx),
            (None, Cmd::Right) => self.follow_on(self.link, cx),
            (None, Cmd::Left) => self.go_back(cx),
            _ => {}
        }
    }

    fn go(&mut self, action: Action, cx: &mut EventContext<'_>) {
        cx.apply(action);
        (self.link, *cx.scroll) = (0, 0);
    }

    /// Follows the first link that goes on, from one link of the step; a loop only where there is nothing else.
    fn follow_on(&mut self, from: usize, cx: &mut EventContext<'_>) {
        let onward = onward(cx.desk);
        let link = onward.iter().find(|(link, _)| *link >= from).or(onward.first());
        self.go(Action::Follow(link.map_or(0, |(link, _)| *link)), cx);
    }

    /// Goes back, and puts the focus on the link after the one that was taken: so the arrows lead along every link.
    fn go_back(&mut self, cx: &mut EventContext<'_>) {
        let from = cx.desk.walk().at;
        self.go(Action::WalkBack, cx);
        let onward = onward(cx.desk);
        let others = onward.iter().skip_while(|(_, to)| *to != from).skip(1);
        self.link = others.chain(&onward).next().map_or(0, |(link, _)| *link);
    }

    fn along(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        let spine = Spine::of(&cx.desk.content().process);
        let steps: Vec<usize> = spine.rows.iter().filter_map(|row| row.kind.step()).collect();
        let here = steps.iter().position(|step| *step == cx.desk.walk().at).unwrap_or(0);
        let to = moved(here, steps.len().saturating_sub(1), cmd);
        if let Some(step) = steps.get(to).filter(|_| to != here) {
            self.go(Action::StandAt(*step), cx);
        }
    }

    /// Down goes through the links and then on through the text, up the same way back.
    fn link_or_scroll(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        let links = cx.desk.current_step().links.len();
        match cmd {
            Cmd::Down if self.link + 1 < links => self.link += 1,
            Cmd::Down => *cx.scroll += 1,
            _ if *cx.scroll > 0 => *cx.scroll -= 1,
            _ => self.link = self.link.saturating_sub(1),
        }
    }

    /// Takes a digit: one after the other they make the number of a step.
    fn type_digit(&mut self, digit: usize, cx: &mut EventContext<'_>) {
        let steps = cx.desk.content().process.steps.len();
        let parse = |digits: &str| digits.parse::<usize>().ok().filter(|n| (1..=steps).contains(n));
        let longer = format!("{}{digit}", self.digits);
        let (digits, goes_on) = if parse(&longer).is_some() { (longer, true) } else { (digit.to_string(), false) };
        let at = cx.desk.walk().at;
        if digits.len() == 1 {
            self.began = at;
        } else if at != self.began {
            // The number grew: the step that its beginning led to is none that one goes back to.
            cx.apply(Action::WalkBack);
        }
        match parse(&digits) {
            // The step is current already: wrong only if a longer number was meant.
            Some(n) if n - 1 == cx.desk.walk().at && goes_on => {}
            Some(n) => self.go(Action::GoTo(n - 1), cx),
            None => cx.tell(Msg::SaidNoNumber),
        }
        self.digits = digits;
    }
}

impl Pane for ProcessPane {
    fn scopes(&self, view: &View<'_>) -> &'static [Scope] {
        match view.is_on(Focus::List) {
            true if self.is_map(view) => &[Scope::Map, Scope::Browse, Scope::Always],
            true => &[Scope::Process, Scope::Browse, Scope::Always],
            false => &[Scope::Step, Scope::Browse, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        self.digits.clear();
        let is_map = self.is_map(&cx.view(PaneId::Process));
        match (cx.focus, cmd) {
            (_, Cmd::Tracks | Cmd::Reached) => cx.effect(Effect::Overlay(cmd)),
            (Focus::List, Cmd::Choose) => cx.effect(Effect::Focus(Focus::Detail)),
            (Focus::List, _) if is_map => return self.on_map(cmd, cx),
            (_, Cmd::Back | Cmd::NextPart | Cmd::PartBefore) => return false,
            (_, Cmd::Left) => self.go(Action::WalkBack, cx),
            (Focus::List, Cmd::Right) => self.follow_on(0, cx),
            (Focus::List, _) => self.along(cmd, cx),
            (_, Cmd::Choose) => self.go(Action::Follow(self.link), cx),
            (_, Cmd::Down | Cmd::Up) => self.link_or_scroll(cmd, cx),
            _ => cx.scroll(cmd),
        }
        true
    }

    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        if let Some(digit) = digit(request) {
            self.type_digit(digit, cx);
        }
    }

    fn title(&self, view: &View<'_>) -> Title {
        if self.is_map(view) { Title::Blank } else { Title::Named(view.pane.msg()) }
    }

    fn shown(&self, view: &View<'_>) -> Shown {
        if self.is_map(view) { Shown::Map } else { Shown::Spine }
    }

    fn list(&self, view: &View<'_>, width: u16) -> Page {
        if self.is_map(view) { map::list(self, view, width) } else { view::list(view, width) }
    }

    fn detail(&self, view: &View<'_>, width: u16) -> Page {
        let arrangement = self.shown(view).arrangement(view.area());
        let is_a_line = arrangement == Arrangement::OverALine && !view.is_on(Focus::Detail);
        if is_a_line { map::glance(view, width) } else { view::page(view, self.link, width) }
    }

    fn is_centred(&self, view: &View<'_>) -> bool {
        self.is_map(view) || view.geometry.shows_four
    }

    fn pages_list(&self) -> bool {
        true
    }

    fn follows_detail(&self) -> bool {
        self.link > 0
    }

    fn is_glance(&self, view: &View<'_>) -> bool {
        view.is_glance()
    }

    fn show(&mut self, hit: &HitKind, cx: &mut EventContext<'_>) {
        let content = cx.desk.content();
        let step = match hit {
            HitKind::Step(step) => *step,
            // A pathway is told with the first step of its track, an item with the application.
            HitKind::Pathway(n) => content.process.first_of(&content.pathways.at(*n).track),
            _ => 0,
        };
        cx.desk.apply(Action::GoTo(step));
        (self.link, *cx.scroll) = (0, 0);
        cx.effect(Effect::Focus(Focus::Detail));
    }

    fn left(&mut self, _cx: &mut EventContext<'_>) {
        self.digits.clear();
    }
}

/// The links of the current step that go on, by their number, and the steps that they lead to.
fn onward(desk: &Desk) -> Vec<(usize, usize)> {
    let links = desk.current_step().links.iter().enumerate();
    links.filter(|(_, link)| link.kind != LinkKind::Loop).map(|(n, link)| (n, link.to)).collect()
}

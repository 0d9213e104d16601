//! Arrows, Enter, Tab and Esc are enough for everything: they are explored breadth first, from the first screen.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::OnceLock;

use crate::play::places::{self, FEATURES};
use crate::play::script::{play, start};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::tui::keymap::{Cmd, KEYMAP, Scope, lookup};
use smo_desk::tui::view;
use strum::VariantArray;

const KEYS: [(Key, &str); 7] = [
    (Key::Up, "<up>"),
    (Key::Down, "<down>"),
    (Key::Left, "<left>"),
    (Key::Right, "<right>"),
    (Key::Enter, "<enter>"),
    (Key::Tab, "<tab>"),
    (Key::Esc, "<esc>"),
];

/// What needs another key, and why.
const OTHER_KEYS: [(Cmd, &str); 18] = [
    (Cmd::SheetPersonal, "Tab goes round"),
    (Cmd::SheetReferral, "the same"),
    (Cmd::SheetPrint, "nothing is sent by a key that is also for moving"),
    (Cmd::SheetCopy, "the same"),
    (Cmd::SheetSave, "no file is written by a key that is also for moving"),
    (Cmd::Home, "Up, often"),
    (Cmd::End, "Down, often"),
    (Cmd::PageUp, "Up, often"),
    (Cmd::PageDown, "Down, often"),
    (Cmd::PartBefore, "Tab goes round"),
    (Cmd::Find, "is what Up does on the tabs"),
    (Cmd::QuitNow, "quits without a question; Quit does it with one"),
    (Cmd::Withhold, "begins an answer that is typed"),
    (Cmd::Delete, "nothing is deleted by a key that is also for moving"),
    (Cmd::Surely, "answers what is asked"),
    (Cmd::Stay, "answers what Delete asks"),
    (Cmd::TakeOut, "the same as Delete, for somebody of the family"),
    (Cmd::Show, "is what Enter does there"),
];

/// What only typed text or one of those keys leads to.
const TYPED: [&str; 13] = [
    "send?",
    "send it?",
    "filter",
    "typed",
    "error",
    "which",
    "withheld",
    "checking",
    "relative",
    "asked?",
    "surely?",
    "case code",
    "form ended",
];

const TYPED_IN: [Scope; 6] =
    [Scope::CaseCode, Scope::Asked, Scope::Surely, Scope::Checking, Scope::Relative, Scope::FormEnded];

/// What was reached, and the commands that were given on the way.
#[derive(Debug, Default, Clone)]
struct Reached {
    features: BTreeSet<&'static str>,
    scopes: BTreeSet<Scope>,
    commands: HashSet<Cmd>,
}

impl Reached {
    /// Each place on a path.
    fn extend_along(&mut self, path: &str) {
        path.match_indices('>').for_each(|(end, _)| self.extend(&at(&path[..=end])));
    }

    fn add(&mut self, other: &Self) {
        self.features.extend(&other.features);
        self.scopes.extend(&other.scopes);
        self.commands.extend(&other.commands);
    }

    fn extend(&mut self, state: &App) {
        self.features.extend(places::features(state));
        self.scopes.extend(state.scopes());
    }
}

/// Whether the arrows only scroll here.
fn scrolls(state: &App) -> bool {
    let reading =
        [Scope::Office, Scope::Rule, Scope::Differ, Scope::Result, Scope::HelpList, Scope::Reading, Scope::Sheet];
    state.scopes().iter().any(|scope| reading.contains(scope))
}

/// A place for the exploration: where keys are looked up, and the row with the focus.
type Spot = (&'static [Scope], String);

fn picture(state: &App) -> (String, String) {
    let mut cells = Buffer::empty(Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1));
    let cursor = view::render(state, cells.area, &mut cells);
    // The tab of the pane that is shown is reversed.
    let symbol = |x, y| {
        let cell = &cells[(x, y)];
        if cell.modifier.contains(Modifier::REVERSED) { "_" } else { cell.symbol() }
    };
    let row = |y: u16| (0..cells.area.width).map(|x| symbol(x, y)).collect::<String>();
    ((0..cells.area.height).map(row).collect(), row(cursor.y))
}

/// The command that a key gives here; of the list of commands, the one that it goes to.
fn given(state: &App, key: Key, row: &str) -> Option<Cmd> {
    let cmd = lookup(state.scopes(), key)?;
    let listed = (cmd == Cmd::Choose && state.scopes().contains(&Scope::Finding)).then(|| {
        KEYMAP.iter().find(|listed| {
            let word = state.desk.phrases().get(listed.word);
            listed.keys.iter().any(|key| row.contains(&format!("= {word}, {}  ", key.name(state.desk.phrases()))))
        })
    });
    Some(listed.flatten().map_or(cmd, |listed| listed.cmd))
}

/// A key that was pressed at a place, and what it led to.
struct Step {
    from: Spot,
    binding: Option<(Scope, Key)>,
    to: Spot,
    reached: Reached,
}

/// Every step that these keys make from where a path ends; and what lies on the path.
fn explore(from: &str) -> (Reached, Vec<Step>) {
    let (mut on_the_way, mut steps) = (Reached::default(), Vec::new());
    on_the_way.extend_along(from);
    let mut seen: BTreeSet<Spot> = BTreeSet::new();
    let mut paths = VecDeque::from([(Spot::default(), from.to_owned(), at(from))]);
    while let Some((spot, path, state)) = paths.pop_front() {
        let (whole, row) = picture(&state);
        let keys: Vec<_> =
            KEYS.iter().filter_map(|(key, name)| Some((*key, name, given(&state, *key, &row)?))).collect();
        // A way is long: whoever is still there does not go it again.
        let mut here = Some(state);
        for (key, name, cmd) in keys {
            let mut state = here.take().unwrap_or_else(|| at(&path));
            let scope = state.scopes().iter().find(|scope| lookup(&[**scope], key).is_some());
            let mut reached = Reached { commands: HashSet::from([cmd]), ..Reached::default() };
            play(&mut state, name);
            let (after, focus) = picture(&state);
            reached.extend(&state);
            let to = (state.scopes(), if scrolls(&state) { String::new() } else { focus });
            steps.push(Step { from: spot.clone(), binding: scope.map(|scope| (*scope, key)), to: to.clone(), reached });
            // What another language is spoken in is the same place.
            if seen.insert(to.clone()) && cmd != Cmd::Language {
                paths.push_back((to, format!("{path}{name}"), state));
            } else if after == whole {
                here = Some(state);
            }
        }
    }
    (on_the_way, steps)
}

/// What is reached, without the steps that a binding makes.
fn reached((on_the_way, steps): &(Reached, Vec<Step>), without: Option<(Scope, Key)>) -> Reached {
    let mut all = on_the_way.clone();
    let mut there = BTreeSet::from([&steps[0].from]);
    loop {
        let before = there.len();
        for step in steps {
            if there.contains(&step.from) && (without.is_none() || step.binding != without) {
                all.add(&step.reached);
                there.insert(&step.to);
            }
        }
        if there.len() == before {
            return all;
        }
    }
}

fn at(path: &str) -> App {
    let mut state = start();
    play(&mut state, path);
    state
}

/// What is not reached: features, scopes and commands.
fn missing(reached: &Reached) -> Vec<String> {
    let features = FEATURES.iter().filter(|feature| !reached.features.contains(*feature) && !TYPED.contains(feature));
    let typed = |scope: &&Scope| !TYPED_IN.contains(scope);
    let scopes = Scope::VARIANTS.iter().filter(typed).filter(|scope| !reached.scopes.contains(scope));
    let other = |cmd: Cmd| OTHER_KEYS.iter().any(|(other, _)| *other == cmd);
    let commands = KEYMAP.iter().map(|row| row.cmd).filter(|cmd| !other(*cmd) && !reached.commands.contains(cmd));
    let missing: BTreeSet<String> = features
        .map(|feature| format!("feature {feature}"))
        .chain(scopes.map(|scope| format!("scope {scope:?}")))
        .chain(commands.map(|cmd| format!("command {cmd:?}")))
        .collect();
    missing.into_iter().collect()
}

/// The way from the first screen to an answer for each question, by what its choice says.
fn answering(choices: &[&str]) -> String {
    let mut path = "<tab><tab><right><right><right><enter><enter>".to_owned();
    for choice in choices {
        path = go_down_to(path, |_, row| row.contains(choice)) + "<enter>";
    }
    path
}

/// A path, and Down until the row with the focus is the one.
fn go_down_to(mut path: String, is_there: impl Fn(&App, &str) -> bool) -> String {
    let mut state = at(&path);
    for _ in 0..40 {
        if is_there(&state, &picture(&state).1) {
            return path;
        }
        play(&mut state, "<down>");
        path += "<down>";
    }
    panic!("{path} does not lead there");
}

fn from_the_first_screen() -> &'static (Reached, Vec<Step>) {
    static EXPLORED: OnceLock<(Reached, Vec<Step>)> = OnceLock::new();
    EXPLORED.get_or_init(|| explore(""))
}

#[test]
fn arrows_enter_tab_and_esc_are_enough() {
    let mut all = reached(from_the_first_screen(), None);
    let answered = explore(&answering(&["Colombia", "2 no", "Venezuelan", "1 ", "1 ", "1 "]));
    all.add(&reached(&answered, None));
    all.extend_along(&answering(&["Ecuador", "2 no", "Venezuelan", "1 ", "2 "]));
    let is_four = |state: &App, row: &str| given(state, Key::Enter, row) == Some(Cmd::FourPanes);
    all.extend_along(&(go_down_to("<size:120x40><tab><tab><up>".to_owned(), is_four) + "<enter>"));
    let missing = missing(&all);
    assert!(missing.is_empty(), "not reached: {missing:?}");
}

/// A binding that goes is noticed.
#[test]
fn without_one_of_the_ways_much_is_not_reached() {
    let all = missing(&reached(from_the_first_screen(), None)).len();
    for binding in [(Scope::Tabs, Key::Up), (Scope::Browse, Key::Tab), (Scope::Finding, Key::Enter)] {
        let missing = missing(&reached(from_the_first_screen(), Some(binding)));
        assert!(missing.len() > all, "without {binding:?} as much is reached");
    }
}

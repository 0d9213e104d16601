//! Every place that the focus can be in: what has to hold everywhere is tried in each of them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::script::{play, start};
use smo_desk::content::FactKind;
use smo_desk::tui::app::App;
use smo_desk::tui::focus::{Focus, PaneId};
use smo_desk::tui::keymap::Scope;
use smo_desk::tui::pane::process::PictureMode;

/// A place, by the keys that lead to it from the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) keys: String,
}

impl Place {
    pub(crate) fn enter(&self, state: &mut App) {
        play(state, &self.keys);
    }

    pub(crate) fn state(&self) -> App {
        let mut state = start();
        self.enter(&mut state);
        state
    }
}

/// People at the desk: nobody yet, one half asked, one met, one whose country has no office, one who does not say.
const PEOPLE: [&str; 5] = [
    "",
    "nCO<enter>2<enter><esc>",
    "nCO<enter>2<enter>VE<enter>1<enter>1<enter>1<enter>",
    "nPE<enter>2<enter>",
    "n9<enter>2<enter>0<enter>",
];

/// Each pane, and each of its parts.
const PANES: [&str; 4] = ["o", "r", "p", "c"];
const PARTS: [&str; 4] = ["<esc>", "<esc><tab>", "<esc><s-tab>", "<esc><s-tab><right>"];

/// The pictures that Esc leaves, and each part of the pane beside them.
const MAPS: [&str; 2] = ["m", "m+"];
const BESIDE: [&str; 4] = ["", "<tab>", "<s-tab>", "<s-tab><right>"];
/// What the matrix is filtered by, and two offices beside each other.
const MATRIX: [&str; 6] = ["rv", "rvve", "rvqq<enter>", "rvve<enter>", "rd", "r<enter>d<right>"];

/// All four panes, with the focus in each of them, and in what is opened there.
const FOUR: [&str; 6] = ["", "<tab>", "p", "p<enter>", "c<esc>", "c<enter>"];

/// Each question being answered: nothing typed, something typed, a choice under the focus, nonsense taken.
const ASKED: [&str; 10] = [
    "n",
    "nCO<enter>",
    "nCO<enter>2<enter>",
    "nCO<enter>2<enter>VE<enter>",
    "nCO<enter>2<enter>VE<enter>1<enter>",
    "nCO<enter>2<enter>VE<enter>1<enter>1<enter>",
    "nEC<enter>2<enter>VE<enter>1<enter>",
    "nEC<enter>2<enter>VE<enter>1<enter>2<enter>",
    "nCR<enter>2<enter>VE<enter>1<enter>w",
    "nCR<enter>*",
];
const FIELDS: [&str; 5] = ["", "z", "<down>", "zz<enter>", "11/06/2023<enter>"];

/// What can lie over a place.
const OVER: [&str; 8] = ["<f1>", "<f1>zz", "<c-g>", "<c-g>a", "!", "<c-x>", "q", "<c-n>"];

/// The form on one page, gone on to its end by itself.
const ENDED: &str = "fnCO2VE<enter>1<enter>1<enter>1";

/// What opens from one place alone, or opens the same from any: with a person, and without one.
const OPENED: [&str; 18] = [
    "os",
    "oso",
    "ost",
    "osc<down>",
    "ot",
    "ot<down>3",
    "ot<down>3<enter>",
    "ot<down><down><down><down><down>2<down>",
    "oa",
    "oaw",
    "oa7",
    "oad",
    "oad<down>",
    "ona",
    "pg",
    "pgzz<enter>",
    "pd",
    "p<enter>g",
];

/// Every place: each pane and part with each person, each question with each thing in its field, and what can lie over
/// some of them.
pub(crate) fn all() -> Vec<Place> {
    let mut found = Vec::new();
    for (n, person) in PEOPLE.into_iter().enumerate() {
        for (pane, (m, part)) in
            PANES.into_iter().flat_map(|pane| PARTS.into_iter().enumerate().map(move |p| (pane, p)))
        {
            place(&mut found, format!("{person}{pane}{part}"), matches!(n, 0 | 2) && m < 2);
        }
    }
    for (n, map) in MAPS.into_iter().enumerate() {
        BESIDE.iter().enumerate().for_each(|(m, part)| place(&mut found, format!("{map}{part}"), n + m == 0));
    }
    for keys in MATRIX {
        place(&mut found, format!("{}{keys}", PEOPLE[2]), false);
    }
    let [nobody, _, met, ..] = PEOPLE;
    for keys in FOUR {
        place(&mut found, format!("<size:120x40>{met}oz{keys}"), keys.is_empty());
    }
    for keys in OPENED {
        found.extend([nobody, met].map(|person| Place { keys: format!("{person}{keys}") }));
    }
    place(&mut found, ENDED.to_owned(), false);
    for question in ASKED {
        FIELDS.iter().enumerate().for_each(|(n, field)| place(&mut found, format!("{question}{field}"), n == 1));
    }
    found
}

fn place(found: &mut Vec<Place>, keys: String, covered: bool) {
    let over = OVER.iter().filter(|_| covered).map(|over| Place { keys: format!("{keys}{over}") });
    found.extend(over);
    found.push(Place { keys });
}

/// One place of each kind: of those that differ in nothing that [`features`] names, the first.
pub(crate) fn distinct() -> &'static [Place] {
    static DISTINCT: OnceLock<Vec<Place>> = OnceLock::new();
    DISTINCT.get_or_init(|| {
        let mut seen = BTreeSet::new();
        all().into_iter().filter(|place| seen.insert(features(&place.state()))).collect()
    })
}

/// What kind of place it is. The matches name every variant: a new one has to be placed here, and in [`FEATURES`].
pub(crate) fn features(state: &App) -> BTreeSet<&'static str> {
    let pane = match state.pane {
        PaneId::Offices => "offices",
        PaneId::Requirements => "requirements",
        PaneId::Process => "process",
        PaneId::Check => "check",
    };
    let part = match state.focus {
        Focus::Tabs(_) => "tabs",
        Focus::List => "list",
        Focus::Detail => "detail",
    };
    let over = state
        .overlays
        .last()
        .and_then(|layer| layer.overlay.scopes(&state.desk).first().map(|scope| (&layer.overlay, scope)));
    let over = over.map(|(overlay, scope)| match scope {
        Scope::HelpList => "help",
        Scope::Finding => "find",
        Scope::Reading if format!("{overlay:?}").starts_with("Notices") => "notices",
        Scope::Reading => "tracks",
        Scope::Sheet => "sheet",
        Scope::Day => "day",
        Scope::Relative => "relative",
        Scope::Checking => "checking",
        Scope::Bring => "bring",
        Scope::Asked => "asked?",
        Scope::Surely => "surely?",
        Scope::NoCases => "no cases",
        Scope::Cases => "cases",
        Scope::CaseCode => "case code",
        Scope::Due => "due",
        Scope::Confirm => "confirm",
        Scope::Newer => "newer",
        Scope::Hidden => "hidden",
        other => panic!("no overlay has {other:?}"),
    });
    let asked = state.desk.question().filter(|_| state.field().is_some()).map(|question| match question.kind {
        FactKind::YesNo => "yes or no",
        FactKind::OneOf => "one of",
        FactKind::Country => "country",
        FactKind::Countries => "countries",
        FactKind::Date => "date",
        FactKind::DateOrNo => "date or no",
        FactKind::Number => "number",
        FactKind::Period => "period",
    });
    let field = state.field();
    let filter = &state.panes.requirements.filter;
    let beside = [
        (state.geometry.shows_four, "four"),
        (filter.is_open, "filtering"),
        (!filter.typed().is_empty() && state.pane == PaneId::Requirements, "filter"),
        (state.scopes().contains(&Scope::Differ), "differ"),
        (state.desk.check().is_empty(), "nobody"),
        (state.desk.finding_here().is_some(), "office here"),
        (state.pane == PaneId::Process && state.panes.process.picture == PictureMode::Map, "map"),
        (state.pane == PaneId::Process && state.panes.process.picture == PictureMode::Near, "near"),
        (state.scopes().contains(&Scope::FormEnded), "form ended"),
        (field.is_some_and(|field| !field.is_empty()), "typed"),
        (field.is_some_and(|field| field.selected.is_some()), "chosen"),
        (field.is_some_and(|field| field.error.is_some()), "error"),
        (field.is_some_and(|field| !field.which.is_empty()), "which"),
        (field.is_some_and(|field| field.withheld), "withheld"),
    ];
    let beside = beside.into_iter().filter(|(is, _)| *is).map(|(_, name)| name);
    [pane, part].into_iter().chain(over).chain(asked).chain(beside).collect()
}

/// Every feature that some place has to have.
#[allow(dead_code, reason = "the tests of the keys hold it, for all who use the list")]
pub(crate) const FEATURES: [&str; 45] = [
    "newer",
    "sheet",
    "surely?",
    "form ended",
    "four",
    "filtering",
    "filter",
    "differ",
    "offices",
    "requirements",
    "process",
    "check",
    "tabs",
    "list",
    "detail",
    "help",
    "find",
    "notices",
    "day",
    "tracks",
    "bring",
    "relative",
    "asked?",
    "cases",
    "case code",
    "due",
    "no cases",
    "checking",
    "withheld",
    "confirm",
    "hidden",
    "yes or no",
    "one of",
    "country",
    "countries",
    "date",
    "date or no",
    "nobody",
    "office here",
    "map",
    "near",
    "typed",
    "chosen",
    "error",
    "which",
];

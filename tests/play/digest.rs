//! The state of the screen in a line: what is as at the start is left out.

use smo_desk::rules::Verdict;
use smo_desk::tui::app::App;
use smo_desk::tui::component::{Message, Overlay};
use smo_desk::tui::focus::{Focus, PaneId};
use smo_desk::tui::keymap::Scope;
use smo_desk::tui::pane::process::PictureMode;

/// Where the focus is, what is typed, the selected office and step, answers and verdicts, overlays, what was said.
pub(crate) fn digest(state: &App) -> String {
    let mut parts = vec![place(state)];
    parts.extend(field(state));
    parts.extend(choice_of_pane(state));
    parts.extend(matrix(state));
    parts.extend(state.geometry.shows_four.then(|| "four".to_owned()));
    let desk = &state.desk;
    parts.extend((desk.office_index() > 0).then(|| format!("at {}", desk.office().id)));
    let place = desk.place().moves.last();
    parts.extend(place.map(|made| format!("is at {} since {}", made.step, made.day)));
    parts.extend((desk.walk().at > 0).then(|| format!("step {}", desk.walk().at + 1)));
    parts.extend(person(state));
    parts.extend((desk.lang().0 > 0).then(|| format!("in {}", desk.content().languages[desk.lang().0].id)));
    parts.extend(
        (state.geometry.size != (80, 24)).then(|| format!("{}x{}", state.geometry.size.0, state.geometry.size.1)),
    );
    let overlays: Vec<&str> = state.overlays.iter().map(|over| overlay(&*over.overlay, state)).collect();
    parts.extend((!overlays.is_empty()).then(|| format!("over: {}", overlays.join(", "))));
    match &state.message {
        Message::Nothing => {}
        Message::Msg(word) => parts.push(format!("said {}", word.key().trim_start_matches("said_"))),
        Message::Text(text) => parts.push(format!("said {text:?}")),
    }
    parts.join(" | ")
}

fn place(state: &App) -> String {
    let pane = match state.pane {
        PaneId::Offices => "offices",
        PaneId::Requirements => "requirements",
        PaneId::Process => match state.panes.process.picture {
            PictureMode::Spine => "process",
            PictureMode::Map => "map",
            PictureMode::Near => "near",
        },
        PaneId::Check => "check",
    };
    match state.focus {
        Focus::List if state.field().is_some() => {
            let question = state.desk.question().map_or("nothing", |question| &question.id);
            format!("{pane} asks {question}")
        }
        Focus::List => pane.to_owned(),
        Focus::Detail => format!("{pane} detail"),
        Focus::Tabs(tab) => format!("{pane} tabs {tab:?}").to_lowercase(),
    }
}

fn field(state: &App) -> Vec<String> {
    let Some(field) = state.field() else { return Vec::new() };
    let typed = (!field.is_empty()).then(|| format!("{:?}", field.input.value()));
    let focus = field.selected.map(|n| format!("on choice {}", n + 1));
    let wrong = field.error.as_ref().map(|wrong| format!("wrong: {wrong:?}"));
    let withheld = field.withheld.then(|| "withheld".to_owned());
    let which = (!field.which.is_empty()).then(|| format!("which of {}", field.which.len()));
    typed.into_iter().chain(withheld).chain(focus).chain(wrong).chain(which).collect()
}

fn choice_of_pane(state: &App) -> Option<String> {
    let panes = &state.panes;
    let row = match state.pane {
        PaneId::Requirements => panes.requirements.row,
        PaneId::Process => panes.process.link,
        PaneId::Check if state.focus == Focus::List => panes.check.row(),
        _ => 0,
    };
    let name = if state.pane == PaneId::Process { "link" } else { "row" };
    (row > 0).then(|| format!("{name} {}", row + 1))
}

/// What the matrix is filtered by, and the office beside the selected one.
fn matrix(state: &App) -> Option<String> {
    let (pane, content) = (&state.panes.requirements, state.desk.content());
    let open = match (pane.filter.is_open, pane.filter.typed()) {
        (true, _) => Some(" open"),
        (false, "") => None,
        (false, _) => Some(""),
    };
    let typed = open.map(|open| {
        let meant = pane.filter.meaning(&state.desk);
        let meant = meant.map(|meant| format!("{}={}", meant.question.id, meant.answer.value().unwrap()));
        let meant = meant.unwrap_or_else(|| "means nothing".to_owned());
        format!("filter{open} {:?} {meant}", pane.filter.typed())
    });
    let beside = pane.beside.map(|beside| format!("beside {}", content.offices[beside].id));
    let parts: Vec<String> = typed.into_iter().chain(beside).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The answers, in the order of the page of answers, and the verdicts.
fn person(state: &App) -> Option<String> {
    let desk = &state.desk;
    let answered = desk.check().answered(desk.content());
    if answered.is_empty() {
        return None;
    }
    let answers: Vec<String> = answered
        .iter()
        .map(|given| {
            let value = given.answer.value().map_or_else(|| format!("{:?}", given.answer), ToString::to_string);
            format!("{}={value}{}", given.question.id, if given.parked { " parked" } else { "" })
        })
        .collect();
    let verdicts: Vec<String> = desk
        .found()
        .offices
        .iter()
        .map(|finding| {
            let sign = match finding.verdict {
                Verdict::Met => '+',
                Verdict::NotMet => '-',
                Verdict::Unclear => '?',
            };
            let was = desk.check().previous(&finding.office.id).filter(|was| *was != finding.verdict);
            let was = was.map_or_else(String::new, |was| format!("(was {was:?})"));
            format!("{}{sign}{was}", finding.office.country.id)
        })
        .collect();
    let open = desk.check().next(desk.content(), desk.as_of()).is_some();
    let open = if open { ", more to ask" } else { "" };
    Some(format!("{}{open} | {}", answers.join(" "), verdicts.join(" ")))
}

fn overlay(overlay: &dyn Overlay, state: &App) -> &'static str {
    match overlay.scopes(&state.desk).first() {
        Some(Scope::HelpList) => "help",
        Some(Scope::Finding) => "find",
        Some(Scope::Sheet) => "sheet",
        Some(Scope::Reading) if format!("{overlay:?}").starts_with("Notices") => "notices",
        Some(Scope::Reading) => "tracks",
        Some(Scope::Day) => "day",
        Some(Scope::Bring | Scope::Relative | Scope::Checking) => "bring",
        Some(Scope::Asked | Scope::Surely) => "delete?",
        Some(Scope::Cases | Scope::CaseCode | Scope::NoCases) => "cases",
        Some(Scope::Confirm) => "quit?",
        Some(Scope::Hidden) => "hidden",
        other => panic!("no overlay has {other:?}"),
    }
}

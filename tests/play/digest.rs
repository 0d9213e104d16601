//! The state of the screen in a line: what is as at the start is left out.

use smo_desk::rules::Verdict;
use smo_desk::tui::overlay::Overlay;
use smo_desk::tui::pane::process::Shown;
use smo_desk::tui::pane::requirements::update::chosen;
use smo_desk::tui::state::{Message, Pane, Part, State};

/// Where the focus is, what is typed, the selected office and step, answers and verdicts, overlays, what was said.
pub(crate) fn digest(state: &State) -> String {
    let mut parts = vec![place(state)];
    parts.extend(field(state));
    parts.extend(choice_of_pane(state));
    parts.extend(matrix(state));
    parts.extend(state.shows_four().then(|| "four".to_owned()));
    let desk = &state.desk;
    parts.extend(desk.office().filter(|_| desk.office_index() > 0).map(|office| format!("at {}", office.id)));
    let place = desk.place().moves().last();
    parts.extend(place.map(|made| format!("is at {} since {}", made.step, made.day)));
    parts.extend((desk.walk().at > 0).then(|| format!("step {}", desk.walk().at + 1)));
    parts.extend(person(state));
    parts.extend((desk.lang().0 > 0).then(|| format!("in {}", desk.content().languages[desk.lang().0].id)));
    parts.extend((state.size != (80, 24)).then(|| format!("{}x{}", state.size.0, state.size.1)));
    let overlays: Vec<&str> = state.overlays.iter().map(overlay).collect();
    parts.extend((!overlays.is_empty()).then(|| format!("over: {}", overlays.join(", "))));
    match &state.said {
        Message::Nothing => {}
        Message::Msg(word) => parts.push(format!("said {}", word.key().trim_start_matches("said_"))),
        Message::Text(text) => parts.push(format!("said {text:?}")),
    }
    parts.join(" | ")
}

fn place(state: &State) -> String {
    let pane = match state.pane {
        Pane::Offices => "offices",
        Pane::Requirements => "requirements",
        Pane::Process => match state.process.shown {
            Shown::Spine => "process",
            Shown::Map => "map",
            Shown::Near => "near",
        },
        Pane::Check => "check",
    };
    match state.part {
        Part::List if state.is_answering() => {
            let question = state.desk.question().map_or("nothing", |question| &question.id);
            format!("{pane} asks {question}")
        }
        Part::List => pane.to_owned(),
        Part::Detail => format!("{pane} detail"),
        Part::Tabs(tab) => format!("{pane} tabs {tab:?}").to_lowercase(),
    }
}

fn field(state: &State) -> Vec<String> {
    let field = &state.check.field;
    if !state.is_answering() {
        return Vec::new();
    }
    let typed = (!field.is_empty()).then(|| format!("{:?}", field.input.value()));
    let hand = field.selected.map(|n| format!("on choice {}", n + 1));
    let wrong = field.trouble.map(|wrong| format!("wrong: {wrong:?}"));
    let withheld = field.withheld.then(|| "withheld".to_owned());
    let which = (!field.which.is_empty()).then(|| format!("which of {}", field.which.len()));
    typed.into_iter().chain(withheld).chain(hand).chain(wrong).chain(which).collect()
}

fn choice_of_pane(state: &State) -> Option<String> {
    let row = match state.pane {
        Pane::Requirements => state.requirements.row,
        Pane::Process => state.process.link,
        Pane::Check if !state.is_answering() && state.part == Part::List => state.check.row,
        _ => 0,
    };
    let name = if state.pane == Pane::Process { "link" } else { "row" };
    (row > 0).then(|| format!("{name} {}", row + 1))
}

/// What the matrix is filtered by, and the office beside the selected one.
fn matrix(state: &State) -> Option<String> {
    let (filter, content) = (&state.requirements.filter, state.desk.content());
    let typed = (!filter.input.value().is_empty() || filter.is_open).then(|| {
        let meant = chosen(state).map(|filter| format!("{}={}", filter.question.id, filter.answer.value().unwrap()));
        let open = if filter.is_open { " open" } else { "" };
        format!("filter{open} {:?} {}", filter.input.value(), meant.unwrap_or_else(|| "means nothing".to_owned()))
    });
    let beside = state.requirements.beside.map(|beside| format!("beside {}", content.offices[beside].id));
    let parts: Vec<String> = typed.into_iter().chain(beside).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The answers, in the order of the page of answers, and the verdicts.
fn person(state: &State) -> Option<String> {
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

fn overlay(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Help(_) => "help",
        Overlay::Find(_) => "find",
        Overlay::Notices(_) => "notices",
        Overlay::Reached(_) => "day",
        Overlay::Tracks(_) => "tracks",
        Overlay::Bring(_) => "bring",
        Overlay::Cases(overlay) if overlay.confirms() => "delete?",
        Overlay::Cases(_) => "cases",
        Overlay::ConfirmQuit => "quit?",
        Overlay::Hidden => "hidden",
    }
}

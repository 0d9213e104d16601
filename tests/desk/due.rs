//! What is due, on the screen and in lines: the same document, with the cases at this desk as they are now.

use crate::cases::{desk_at, noon, records};
use crate::play::disk::Model;
use crate::play::script::{content, play};
use smo_desk::desk::{Action, Desk};
use smo_desk::document;
use smo_desk::linear::Repl;
use smo_desk::plain::{Options, TextPage};
use smo_desk::tui::app::App;
use smo_desk::tui::theme::Theme;

fn step(id: &str) -> usize {
    content().process.steps.iter().position(|step| *step.id == *id).unwrap()
}

/// A desk with one person at it who waits, one set aside who does, and one whom nobody keeps.
fn desk(model: &Model) -> Desk {
    let mut desk = desk_at(model, noon);
    for (day, kept) in [("2026-05-03", true), ("2026-11-01", false), ("2026-11-10", true)] {
        desk.apply(Action::NextPerson);
        desk.apply(Action::Reach(step("screening"), day.parse().unwrap()));
        desk.apply(Action::Keep(kept));
    }
    desk
}

fn expected(desk: &Desk) -> Vec<String> {
    let (waiting, troubles) = desk.waiting();
    document::due(&desk.context(), &waiting, &troubles).anchors().map(str::to_owned).collect()
}

fn shown(state: &App) -> Vec<String> {
    let geometry = state.geometry_now();
    let view = state.view(state.pane, &geometry);
    let page = state.overlays.last().unwrap().overlay.page(&view, geometry.size.0, geometry.size.1);
    page.anchors.iter().map(|(anchor, _)| anchor.to_string()).collect()
}

fn screen(desk: Desk) -> App {
    App::new(desk, Theme { ascii: false, color: true }, (80, 24))
}

#[test]
fn both_faces_say_the_document_of_every_case() {
    let model = Model::default();
    let desk = desk(&model);
    let all = expected(&desk);
    assert_eq!(all.iter().filter(|anchor| anchor.ends_with(".counselling")).count(), 2, "{all:?}");
    assert!(all.contains(&"due.not_kept".to_owned()));
    let mut state = screen(desk);
    play(&mut state, "aw");
    assert_eq!(shown(&state), all);
    let App { desk, .. } = state;
    let mut page = TextPage::new(Options::default());
    assert!(Repl::new(desk).reply("due", &mut page));
    let said: Vec<String> = page.anchors().iter().map(|(anchor, _)| anchor.to_string()).collect();
    assert_eq!(said, all);
}

#[test]
fn another_desk_reads_the_cases_that_are_open_here() {
    let model = Model::default();
    let here = desk(&model);
    let there = desk_at(&model, noon);
    assert_eq!(expected(&there), expected(&here));
    let before = records(&model);
    play(&mut screen(there), "aw<pgdn><esc>");
    assert_eq!(records(&model), before);
}

#[test]
fn the_list_comes_back_with_its_selection() {
    let model = Model::default();
    let mut state = screen(desk(&model));
    for back in ["<esc>", "<enter>", "b", "w"] {
        play(&mut state, "<esc><esc>oa<down>");
        let before = format!("{:?}", state.overlays.last().unwrap());
        play(&mut state, &format!("w<down><down><pgdn>{back}"));
        assert_eq!(format!("{:?}", state.overlays.last().unwrap()), before, "{back}");
    }
}

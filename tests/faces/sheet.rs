//! The sheet over the panes: previewed, in any language and format, saved on request.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use smo_desk::content::{Lang, Msg};
use smo_desk::desk::{Action, Desk};
use smo_desk::document::Personal;
use smo_desk::rules::parse_facts;
use smo_desk::sheet::{self, Print, Sheet};
use smo_desk::tui::app::App;
use smo_desk::tui::component::Message;
use smo_desk::tui::theme::Theme;

use crate::play::script::{content, day, play};

const MET: &str = "country=CO nationality=VE arrived=2019 adult=yes status=regular";

fn desk() -> Desk {
    let mut desk = Desk::new(content(), Lang(0), day());
    let facts: Vec<String> = MET.split(' ').map(str::to_owned).collect();
    for (question, answer) in parse_facts(&content(), &facts, day()).unwrap().iter() {
        desk.apply(Action::Answer(question.clone(), answer.clone()));
    }
    desk
}

fn app(desk: Desk) -> App {
    let mut app = App::new(desk, Theme { ascii: false, color: true }, (80, 24));
    play(&mut app, "c");
    app
}

/// The lines of the overlay.
fn lines(app: &App) -> String {
    let geometry = app.geometry_now();
    let view = app.view(app.pane, &geometry);
    let page = app.overlays.last().unwrap().overlay.page(&view, geometry.size.0, geometry.size.1);
    let area = ratatui::layout::Rect::new(0, 0, 80, u16::try_from(page.len()).unwrap());
    let mut cells = ratatui::buffer::Buffer::empty(area);
    page.draw(area, 0, &mut cells);
    let row = |y: u16| (0..80).map(|x| cells[(x, y)].symbol().to_owned()).collect::<String>();
    (0..area.height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
}

#[test]
fn one_key_leads_from_the_verdict_to_the_sheet_and_others_change_it() {
    let mut app = app(desk());
    let assessed = smo_desk::rules::assessments();
    play(&mut app, "s");
    let told = lines(&app);
    assert!(told.contains("with the person") && told.contains("Do I meet the stated minimum?"), "{told}");
    assert!(told.contains("2019 is on or before 11 June 2023"), "{told}");
    play(&mut app, "p");
    let nobody = lines(&app);
    assert!(nobody.contains("without the person") && !nobody.contains("2019"), "{nobody}");
    play(&mut app, "pi");
    let spanish = lines(&app);
    assert!(spanish.contains("Español") && spanish.contains("¿Cumplo el mínimo indicado?"), "{spanish}");
    assert_eq!(app.desk.lang(), Lang(0), "the desk speaks its own language");
    play(&mut app, "f");
    assert!(lines(&app).contains("(1/"), "{}", lines(&app));
    play(&mut app, "ff");
    assert!(lines(&app).contains("(pausa)"), "{}", lines(&app));
    play(&mut app, "f<enter>");
    assert!(lines(&app).starts_with("https://"), "{}", lines(&app));
    play(&mut app, "<enter><esc>");
    assert!(app.overlays.is_empty());
    assert!(smo_desk::rules::assessments() - assessed <= 12, "drawing assesses nothing");
}

#[test]
fn it_is_saved_where_that_is_asked_for_under_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let sheets = folder.path().join("smo").join("sheets");
    let mut app = app(desk().saving_sheets(Some(sheets.clone())));
    play(&mut app, "s");
    assert!(!sheets.exists());
    play(&mut app, "w");
    let file = sheets.join("colombia-en-text-1.txt");
    let ctx = app.desk.context();
    let sheet = Sheet::of(&ctx, app.desk.office(), Personal::Told, Print::Normal);
    assert_eq!(fs::read_to_string(&file).unwrap(), sheet::text(&sheet, ctx.phrases, false).finish());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&sheets).unwrap().permissions().mode() & 0o777, 0o700);
    assert!(
        matches!(&app.message, Message::Text(said) if said.ends_with("colombia-en-text-1.txt")),
        "{:?}",
        app.message
    );
    play(&mut app, "wffw");
    let mut names: Vec<_> = fs::read_dir(&sheets).unwrap().map(|one| one.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["colombia-en-html-1.html", "colombia-en-text-1.txt", "colombia-en-text-2.txt"]);
}

#[test]
fn where_nothing_is_stored_nothing_is_saved() {
    let mut app = app(desk());
    play(&mut app, "sw");
    assert_eq!(app.message, Message::Msg(Msg::SheetNotStored));
}

#[test]
fn where_the_folder_cannot_be_made_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("smo"), "").unwrap();
    let mut app = app(desk().saving_sheets(Some(folder.path().join("smo").join("sheets"))));
    play(&mut app, "sw");
    assert!(matches!(&app.message, Message::Text(said) if said.starts_with("Not saved: ")), "{:?}", app.message);
}

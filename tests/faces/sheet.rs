//! The sheet over the panes: previewed, in any language and format, saved on request.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use smo_desk::content::{Lang, Msg};
use smo_desk::desk::{Action, Desk};
use smo_desk::document::Personal;
use smo_desk::rules::parse_facts;
use smo_desk::sheet::{self, Format, Print, Sheet};
use smo_desk::tui::app::App;
use smo_desk::tui::component::Message;
use smo_desk::tui::media;
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

#[test]
fn the_referral_slip_is_one_key_away_and_only_in_formats_to_sign() {
    let mut app = app(desk());
    play(&mut app, "sf");
    assert!(lines(&app).contains("(1/"), "messages first");
    play(&mut app, "o");
    assert!(lines(&app).contains("Copy: receiver") && lines(&app).contains("referral slip"), "{}", lines(&app));
    for _ in 0..4 {
        play(&mut app, "f");
        assert!(lines(&app).contains("Copy: desk"), "{}", lines(&app));
    }
    play(&mut app, "i");
    assert!(lines(&app).contains("Copia: persona"), "{}", lines(&app));
    play(&mut app, "<enter>");
    assert!(lines(&app).contains("Copia: persona"), "it has no code");
    play(&mut app, "<enter>o");
    assert!(lines(&app).starts_with("PDF, Español, with the person"), "{}", lines(&app));
    assert!(!lines(&app).contains("Copia:"), "{}", lines(&app));
    for kind in ["without the person", "referral slip", "with the person"] {
        play(&mut app, "<tab>");
        assert!(lines(&app).contains(kind), "{kind}: {}", lines(&app));
    }
}

#[test]
fn help_over_the_sheet_names_its_keys() {
    let mut app = app(desk());
    for key in ["?", "<f1>"] {
        play(&mut app, &format!("s{key}"));
        assert_eq!(app.overlays.len(), 2, "{key}");
        let help = lines(&app);
        for words in ["referral slip on/off", "print here", "to the clipboard", "QR code"] {
            assert!(help.contains(words), "{key}: {words} in {help}");
        }
        play(&mut app, "<esc><esc>");
        assert!(app.overlays.is_empty());
    }
}

/// Nothing leaves but by the choice that is not the first one; no letter chooses it.
#[test]
fn a_sheet_is_sent_only_where_that_is_chosen() {
    for key in ["t", "c"] {
        for (answer, goes) in [
            ("<enter>", false),
            ("<esc>", false),
            ("y<enter>", false),
            ("t<enter>", false),
            ("c<enter>", false),
            ("<down><up><enter>", false),
            ("<down><esc>", false),
            ("<down><enter>", true),
            ("<tab><enter>", true),
            ("y<down><enter>", true),
        ] {
            let mut app = app(desk());
            play(&mut app, &format!("s{key}"));
            assert!(app.outgoing.is_empty() && lines(&app).contains("> leave it as it is"), "{}", lines(&app));
            play(&mut app, answer);
            assert_eq!(!app.outgoing.is_empty(), goes, "{key}{answer}");
            assert!(lines(&app).contains("Do I meet the stated minimum?"), "the sheet is there again");
            if goes {
                let said = format!(" {} bytes.", app.outgoing.len());
                assert!(
                    matches!(&app.message, Message::Text(text) if text.starts_with("Sent") && text.ends_with(&said)),
                    "{:?}",
                    app.message
                );
            }
        }
    }
}

/// What is sent is the text that would be saved, in the language, the format and the letters chosen.
#[test]
fn what_is_sent_is_the_text_of_the_sheet() {
    for ascii in [false, true] {
        for (keys, format) in
            [("", Format::Text), ("f", Format::Message), ("ff", Format::Text), ("fff", Format::Script)]
        {
            let mut app = App::new(desk(), Theme { ascii, color: true }, (80, 24));
            play(&mut app, &format!("csi{keys}t<down><enter>"));
            let phrases = smo_desk::wording::Phrases::new(app.desk.content(), Lang(1));
            let ctx = smo_desk::document::Context { phrases, ..app.desk.context() };
            let sheet = Sheet::of(&ctx, app.desk.office(), Personal::Told, Print::Normal);
            let text = String::from_utf8(format.write(&sheet, phrases, ascii).unwrap()).unwrap();
            let sent = String::from_utf8(app.outgoing).unwrap();
            assert_eq!(sent, format!("\x1b[5i{}\x1b[4i", text.replace('\n', "\r\n")), "{keys}");
            assert_eq!(sent.is_ascii(), ascii, "{keys}");
        }
    }
}

/// What is refused is not even asked about, and both numbers are said.
#[test]
fn what_is_too_long_is_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    smo_desk::content::export(folder.path()).unwrap();
    let file = folder.path().join("interface.toml");
    let own = fs::read_to_string(&file).unwrap();
    for (letters, is_sent) in [(20_000, true), (40_000, false)] {
        let long = format!("en = \"{}\"", "x".repeat(letters));
        let text = own.replace("en = \"This sheet repeats what the sources say. It is not legal advice.\"", &long);
        assert_ne!(text, own);
        fs::write(&file, text).unwrap();
        let content = std::sync::Arc::new(smo_desk::content::Content::from_folder(folder.path()).unwrap());
        let mut app = App::new(Desk::new(content, Lang(0), day()), Theme { ascii: false, color: true }, (80, 24));
        play(&mut app, "os");
        let ctx = app.desk.context();
        let sheet = Sheet::of(&ctx, app.desk.office(), Personal::Told, Print::Normal);
        let bytes = sheet::text(&sheet, ctx.phrases, false).finish().len();
        for key in ["t", "c"] {
            play(&mut app, key);
            assert_eq!(lines(&app).contains("send it"), is_sent, "{key}{letters}");
            let refused = format!("Not sent: it is {bytes} bytes, and at most {} are sent.", media::MOST);
            assert_eq!(app.message == Message::Text(refused), !is_sent, "{:?}", app.message);
            play(&mut app, if is_sent { "<esc>" } else { "<down>" });
            assert!(app.outgoing.is_empty());
        }
    }
}

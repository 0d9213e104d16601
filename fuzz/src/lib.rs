//! What comes from outside, as bytes: content, cases, tables, answers, keys, what a client of a kiosk asks for. None of it
//! makes the program panic, and what is accepted is what it looks like. `fuzz_targets/` feeds these without end, and
//! `tests/desk/fed.rs` a little in every run, with all that was ever found in `findings/`.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::batch::{self, BatchOptions, Progress, TableInput, TableOutput, Watch};
use smo_desk::case::disk::Real;
use smo_desk::case::{Holder, Record, Store};
use smo_desk::check::{self, Reading};
use smo_desk::content::{Content, Lang};
use smo_desk::desk::Desk;
use smo_desk::rules::Answer;
use smo_desk::rules::parse::parse_value;
use smo_desk::tui::app::{App, Flow};
use smo_desk::tui::escape::Decoder;
use smo_desk::tui::key::Input;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;
use smo_desk::wording::Phrases;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Cursor};
use std::os::unix::ffi::OsStrExt;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A target, and where its findings and seeds are.
pub type Target = (&'static str, fn(&[u8]));

/// All of them, by name.
pub const TARGETS: [Target; 7] = [
    ("content", content),
    ("case", case),
    ("csv", csv),
    ("xlsx", xlsx),
    ("answer", answer),
    ("keys", keys),
    ("request", request),
];

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn embedded() -> &'static Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    CONTENT.get_or_init(|| Arc::new(Content::embedded().expect("what is built in")))
}

/// The first byte says which file, the rest is what is in it.
pub fn content(data: &[u8]) {
    let Some((which, bytes)) = data.split_first() else { return };
    let folder = TempDir::new().expect("a folder");
    let files = smo_desk::content::export(folder.path()).expect("content");
    let file = &files[usize::from(*which) % files.len()];
    fs::write(file, bytes).expect("a file");
    if let Err(problems) = Content::from_folder(folder.path()) {
        let told = problems.to_string();
        assert!(!told.trim().is_empty(), "nothing is told");
        assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "a control character is told: {told:?}");
    }
}

/// A case file: read as it is, or refused; what is read is written and read again.
pub fn case(data: &[u8]) {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("cases");
    let store = Store::open(Box::new(Real::at(place.clone()))).expect("a store");
    // The file has to be called as the case in it, where it has one.
    let code = serde_json::from_slice::<Record>(data).map_or_else(|_| "K7Q2".to_owned(), |r| r.code().to_string());
    if code.contains('/') || fs::write(place.join(format!("{code}.json")), data).is_err() {
        return;
    }
    let Ok(listing) = store.list() else { return };
    for listed in listing.cases {
        let Ok(record) = store.read(&listed.code) else { continue };
        let (answers, _) = record.answers(embedded());
        let _ = check::Check::with_answers(embedded(), answers);
        let (hold, taken) = store.take(&listed.code, &Holder::here(noon())).expect("nobody has it");
        assert_eq!(taken, record);
        store.save(&hold, &record).expect("a disk that takes all");
        assert_eq!(store.read(&listed.code).expect("what was saved"), record);
    }
    let _ = store.purge(day(), 7);
}

fn noon() -> chrono::NaiveDateTime {
    day().and_hms_opt(12, 0, 0).expect("noon")
}

/// Goes on for as long as there are rows.
struct Patient;

impl Watch for Patient {
    fn near(&mut self, _column: &str, _fact: &str) {}

    fn goes_on(&mut self, _progress: Progress) -> bool {
        true
    }
}

fn table(input: TableInput, lenient: bool) -> Option<Vec<u8>> {
    let phrases = Phrases::new(embedded(), Lang(0));
    let options = BatchOptions { as_of: day(), office: None, lenient };
    let mut out = Vec::new();
    batch::run(phrases, options, input, (TableOutput::Csv, &mut out), &mut Patient).ok().map(|_| out)
}

/// The first byte says whether answers are heard as at the desk. What is written is a table again.
pub fn csv(data: &[u8]) {
    let Some((lenient, bytes)) = data.split_first() else { return };
    let lenient = lenient % 2 == 1;
    if let Some(out) = table(TableInput::Csv(Box::new(Cursor::new(bytes.to_vec()))), lenient) {
        assert!(!out.is_empty(), "a table without a header");
    }
}

/// A workbook, whole.
pub fn xlsx(data: &[u8]) {
    table(TableInput::Workbook(data.to_vec()), false);
}

/// The first byte says which question, the second where; the rest is typed. What is taken is written and taken again.
pub fn answer(data: &[u8]) {
    let [which, place, typed @ ..] = data else { return };
    let content = embedded();
    let question = &content.questions[usize::from(*which) % content.questions.len()];
    let office = content.offices.get(usize::from(*place) % (content.offices.len() + 1)).map(|office| &**office);
    let typed = String::from_utf8_lossy(typed);
    let read = check::read(content, question, office, &typed, day());
    let _ = check::choices(content, question, office, &typed);
    if let Reading::Answer(Answer::Known(value)) = &read {
        let written = value.to_string();
        let again = parse_value(content, question, &written, day());
        assert!(matches!(&again, Ok(Answer::Known(same)) if same == value), "{typed:?}: {written:?} is {again:?}");
    }
    let _ = parse_value(content, question, &typed, day());
}

/// What a keyboard and a terminal send: 0xfe and two bytes are a new size, 0xff and one byte let time pass.
pub fn keys(data: &[u8]) {
    let desk = Desk::new(Arc::clone(embedded()), Lang(0), day());
    let mut app = App::new(desk, Theme { ascii: false, color: true }, (80, 24));
    let (mut decoder, mut now, mut size) = (Decoder::new(Duration::from_millis(20)), Instant::now(), (80, 24));
    let mut rest = data.iter().copied();
    while let Some(byte) = rest.next() {
        let inputs = match byte {
            0xfe => {
                size = (u16::from(rest.next().unwrap_or(80)), u16::from(rest.next().unwrap_or(24)));
                app.resize(size.0, size.1);
                Vec::new()
            }
            0xff => {
                now += Duration::from_millis(u64::from(rest.next().unwrap_or(1)) * 20);
                decoder.expire(now)
            }
            byte => decoder.feed(&[byte], now),
        };
        for input in inputs {
            match input {
                Input::Keys(keys) => {
                    if keys.into_iter().any(|key| matches!(app.key(key), Flow::Quit)) {
                        return;
                    }
                }
                Input::Paste(text) => app.paste(&text),
                Input::Sco | Input::Status => {}
            }
        }
        if byte == 0xff || byte == 0xfe || byte == b'\r' {
            draw(&app, size);
        }
    }
    draw(&app, size);
}

fn draw(app: &App, (width, height): (u16, u16)) {
    if width > 0 && height > 0 {
        let area = Rect::new(0, 0, width, height);
        view::render(app, area, &mut Buffer::empty(area));
    }
}

/// The commands of a kiosk.
const COMMANDS: [&str; 6] = ["check", "sheet", "offices", "requirements", "process", "find"];

/// What would be a file, a case, or another set-up.
const NEVER: [&str; 7] = ["-o", "--output", "--content", "--case", "--force", "--host-config", "--wire-stats="];

/// `SSH_ORIGINAL_COMMAND`: refused, or a command that reads, with no option that names a file or a case.
pub fn request(data: &[u8]) {
    let Some(words) = smo_desk::cli::admitted(OsStr::from_bytes(data)) else { return };
    let words: Vec<&str> = words.iter().skip(2).map(|word| word.to_str().expect("text")).collect();
    assert!(!data.iter().any(u8::is_ascii_control), "{words:?}");
    let shown = ["--help", "-h", "--version", "-V", "help"];
    if words.iter().any(|word| shown.contains(word) || (word.starts_with('-') && word.contains(['h', 'V']))) {
        // Help is shown, whatever else is there.
        return;
    }
    let command = words.iter().find(|word| COMMANDS.contains(word));
    // Options alone open the desk.
    assert!(words.first().is_none_or(|word| word.starts_with('-')) || command.is_some(), "{words:?}");
    if command.is_some_and(|command| *command == "find") || words.contains(&"--") {
        return;
    }
    let named = words.iter().find(|word| NEVER.iter().any(|never| word.starts_with(never)));
    assert!(named.is_none(), "{words:?}");
}

/// What is built in, a file each, as [`content`] takes it.
fn files_of_content() -> io::Result<Vec<Vec<u8>>> {
    let folder = TempDir::new()?;
    let files = smo_desk::content::export(folder.path())?.into_iter().enumerate();
    files.map(|(n, file)| Ok([vec![u8::try_from(n).unwrap_or(0)], fs::read(file)?].concat())).collect()
}

/// Reads what was ever found for a target, and what to begin with.
///
/// # Errors
/// The folder is there and cannot be read.
pub fn kept(folder: &std::path::Path, target: &str) -> io::Result<Vec<Vec<u8>>> {
    let mut found = if target == "content" { files_of_content()? } else { Vec::new() };
    for kind in ["seeds", "findings"] {
        let folder = folder.join(kind).join(target);
        if folder.is_dir() {
            let mut files: Vec<_> =
                fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
            files.sort();
            for file in files {
                found.push(fs::read(file)?);
            }
        }
    }
    Ok(found)
}

//! What content costs that is far larger than today's: made-up offices, questions and steps, in three sizes.
//!
//! `cargo bench --bench large` prints, for each size, the time to read the content, the time to the first picture of the
//! program, its memory, and the dearest keys. Each row has three times the content of the row before: what grows with the
//! content grows by three.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench; it uses a part of what tests share"
)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal as Screen;
use ratatui::layout::Size;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

#[path = "../tests/play/script.rs"]
mod script;

use script::{act, acts, start_on};
use smo_desk::content::{self, Content};
use smo_desk::tui::view;
use smo_desk::wire::Wire;

/// Offices, questions and steps that are added to today's.
const SIZES: [[usize; 3]; 3] = [[33, 6, 66], [100, 20, 200], [300, 60, 600]];

const STARTS: usize = 15;

/// What is done, each from the first screen. The dearest key of each is told.
const SCRIPTS: [(&str, &str); 6] = [
    ("the list of offices", "<down><down><down><pgdn><end><home>"),
    ("a person", "nCO<enter>2<enter>VE<enter>1<enter>1<enter>1<enter><tab><down>"),
    ("the spine", "p<down><down><down><pgdn><end><home>"),
    ("the map", "pm<down><down><right><right><pgdn><pgdn>"),
    ("the comparison of offices", "cr<tab><down><right><right>"),
    ("finding", "/asylum<enter>"),
];

fn words(text: &str) -> String {
    format!("{{ en = \"{text}\", es = \"{text}\", ht = \"{text}\" }}")
}

/// Today's content, and what is made up, in a folder.
fn write(folder: &Path, [offices, questions, steps]: [usize; 3]) {
    content::export(folder).unwrap();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let codes: Vec<String> = Content::embedded().unwrap().countries.iter().map(|one| one.id.to_string()).collect();
    let model = read("offices/costa-rica.toml");
    for n in 0..offices {
        let code = format!("\"{}\"", codes[n % codes.len()]);
        let office = model
            .replacen("id = \"costa-rica\"", &format!("id = \"made-{n}\""), 1)
            .replace("\"CR\"", &code)
            .replace("2023-06-12", &format!("20{:02}-06-12", 10 + n % 16));
        let asked = format!(
            "[[requirement]]\nid = \"made\"\naspect = \"status\"\nrule = {{ yes = \"made_{}\" }}\ntext = {}\nshort = {}\n\
             source = \"guide\"\nsection = \"Made up\"\n\n",
            n % questions,
            words("Made up"),
            words("Made up"),
        );
        let office = office.replacen("# How to apply there", &format!("{asked}# How to apply there"), 1);
        fs::write(folder.join(format!("offices/made-{n}.toml")), office).unwrap();
    }
    let mut all = read("questions.toml");
    for n in 0..questions {
        let _ = write!(
            all,
            "\n[[question]]\nid = \"made_{n}\"\nkind = \"yes_no\"\nscope = \"person\"\npart = \"minimum\"\nname = {}\n\
             ask = {}\nwhy = {}\n",
            words(&format!("Made {n}")),
            words(&format!("Is it made up {n}?")),
            words("Made up."),
        );
    }
    fs::write(folder.join("questions.toml"), all).unwrap();
    let to = |n: usize, text: &str| format!("[[step.link]]\nto = \"made_{n}\"\ntext = {}\n\n", words(text));
    let review = "[[step.link]]\nto = \"other_guidance\"";
    let mut all = read("process.toml").replacen(review, &(to(0, "made up") + review), 1);
    for n in 0..steps {
        let kind = if n + 1 == steps { "\"end\"\nend = \"not_stated\"" } else { "\"act\"" };
        let _ = write!(
            all,
            "\n[[step]]\nid = \"made_{n}\"\nkind = {kind}\nactor = \"person\"\ntitle = {}\nshort = {}\ntext = {}\n\
             source = \"guide\"\nsection = \"Made up\"\n\n",
            words(&format!("Step {n}, made up")),
            words(&format!("Step {n}")),
            words("Made up."),
        );
        let next = [1, 2, 3].map(|far| n + far).into_iter().filter(|next| *next < steps);
        all.extend(next.map(|next| to(next, "goes on")));
    }
    fs::write(folder.join("process.toml"), all).unwrap();
}

/// The program on a terminal: the time to its first picture, and the most memory it had, in kilobytes.
fn start(folder: &Path) -> (Duration, usize) {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_smo"));
    command.args(["--no-store", "--lang", "en", "--content"]);
    command.arg(folder);
    command.env("TERM", "xterm-256color");
    let mut from = pair.master.try_clone_reader().unwrap();
    let (begun, mut seen, mut buffer) = (Instant::now(), Vec::new(), [0; 4096]);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    // The last key of the footer is drawn last.
    while !String::from_utf8_lossy(&seen).contains("open\x1b[") {
        let read = from.read(&mut buffer).unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..read]);
    }
    let time = begun.elapsed();
    let status = fs::read_to_string(format!("/proc/{}/status", child.process_id().unwrap())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let most = line.split_whitespace().next().unwrap().parse().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    (time, most)
}

/// The dearest key of a script, with its picture.
fn dearest(content: &Arc<Content>, script: &str) -> Duration {
    let asked = || Ok(Size::new(80, 24));
    let mut state = start_on(Arc::clone(content), 0, false, (80, 24));
    let mut screen = Screen::new(Wire::new(io::sink(), asked).unwrap()).unwrap();
    screen.draw(|frame| view::draw(&state, frame)).unwrap();
    let times = acts(script).into_iter().map(|one| {
        let begun = Instant::now();
        let _ = act(&mut state, &one);
        screen.draw(|frame| view::draw(&state, frame)).unwrap();
        begun.elapsed()
    });
    times.max().unwrap()
}

/// The fastest of a few: what the machine does besides is not counted.
fn fastest<T: Ord>(time: impl FnMut(usize) -> T) -> T {
    (0..STARTS).map(time).min().unwrap()
}

fn main() {
    for size in SIZES {
        let folder = TempDir::new().unwrap();
        write(folder.path(), size);
        let read = || Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
        let content = Arc::new(read());
        let steps = content.process.steps.len();
        println!("{} offices, {} questions, {steps} steps", content.offices.len(), content.questions.len());
        let loading = fastest(|_| {
            let begun = Instant::now();
            drop(read());
            begun.elapsed()
        });
        let (first, memory) = fastest(|_| start(folder.path()));
        println!("  {:<40} {loading:>10.1?}", "read and checked");
        println!("  {:<40} {first:>10.1?}", "start to the first picture");
        println!("  {:<40} {memory:>7} kB", "most memory");
        for (name, script) in SCRIPTS {
            println!("  {:<40} {:>10.1?}", format!("dearest key, {name}"), fastest(|_| dearest(&content, script)));
        }
    }
}

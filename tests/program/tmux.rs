//! The program in a real tmux, at four sizes and in three languages. Needs tmux: `cargo test --features tmux --test program tmux`.

use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// How long anything may take before the test fails.
const DEADLINE: Duration = Duration::from_secs(30);

const SIZES: [(usize, usize); 4] = [(80, 24), (120, 40), (60, 20), (40, 12)];
const LANGUAGES: [&str; 3] = ["en", "es", "ht"];

/// A tmux server of its own with the program in its only window.
struct Tmux {
    folder: TempDir,
    size: (usize, usize),
}

impl Tmux {
    fn open(size: (usize, usize), lang: &str) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("conf"), "set -g status off\nset -g default-terminal tmux-256color\n")
            .unwrap();
        let tmux = Self { folder, size };
        let program = format!("exec '{}' --as-of 2026-11-23 --no-store --lang {lang}", env!("CARGO_BIN_EXE_smo"));
        let (width, height) = (size.0.to_string(), size.1.to_string());
        let started = tmux.run(&["new-session", "-d", "-x", &width, "-y", &height, &program]);
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        tmux.wait_for("(!)");
        tmux
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").env_remove("NO_COLOR").env("LC_ALL", "C.UTF-8").env("SHELL", "/bin/sh");
        // What whoever runs the tests chose at a desk of their own is not for these.
        command.env("XDG_CONFIG_HOME", self.folder.path()).env("XDG_STATE_HOME", self.folder.path());
        command.arg("-S").arg(self.folder.path().join("socket")).arg("-f").arg(self.folder.path().join("conf"));
        command.args(args).output().unwrap()
    }

    fn keys(&self, keys: &[&str]) {
        assert!(self.run(&[&["send-keys"], keys].concat()).status.success(), "{keys:?}");
    }

    /// What the window shows, a line a row.
    fn screen(&self) -> Vec<String> {
        let shown = String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).unwrap();
        shown.lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn wait_for(&self, text: &str) -> Vec<String> {
        self.wait_until(text, |lines| lines.iter().any(|line| line.contains(text)))
    }

    #[track_caller]
    fn wait_until(&self, wanted: &str, is: impl Fn(&[String]) -> bool) -> Vec<String> {
        let until = Instant::now() + DEADLINE;
        loop {
            let lines = self.screen();
            if is(&lines) {
                return lines;
            }
            assert!(Instant::now() < until, "waited in vain for {wanted} at {:?}\n{}", self.size, lines.join("\n"));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

/// What every screen has: the header, the notice below it, the keys in the last row, and no row that is too wide.
#[track_caller]
fn has_its_frame(tmux: &Tmux, lines: &[String]) {
    let (width, height) = tmux.size;
    let shown = lines.join("\n");
    assert_eq!(lines.len(), height, "{shown}");
    assert!(lines[0].trim_start().starts_with("SMO"), "no header\n{shown}");
    assert!(lines[1].trim_start().starts_with("(!)"), "no notice\n{shown}");
    assert!(!lines[height - 1].trim().is_empty(), "no keys in the last row\n{shown}");
    for line in lines {
        assert!(line.width() <= width, "too wide: {line:?}\n{shown}");
    }
}

/// The column of the mark in each row that begins with it.
fn columns(lines: &[String], mark: &str) -> Vec<usize> {
    let begins = lines.iter().filter(|line| line.trim_start().starts_with(mark));
    begins.map(|line| line.width() - line.trim_start().width()).collect()
}

/// The words of the screen in one line.
fn words(lines: &[String]) -> String {
    lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a row of the screen is one of a pane.
type IsOfPane = fn(&str) -> bool;

#[test]
fn every_pane_is_framed_and_aligned() {
    for (size, lang) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|lang| (size, lang))) {
        let tmux = Tmux::open(size, lang);
        tmux.keys(&["m", "9"]);
        has_its_frame(&tmux, &tmux.wait_for(">9 "));
        // What only that pane shows: the rule on age, the step that is looked at, an empty field, a closed office.
        let panes: [(&str, IsOfPane); 4] = [
            ("r", |line| line.contains("18+")),
            ("p", |line| line.contains(">9 ")),
            ("c", |line| line.split('│').next().is_some_and(|form| form.trim() == ">")),
            ("o", |line| line.trim_start().starts_with("> ") && line.contains("(!)")),
        ];
        for (key, is_of_pane) in panes {
            tmux.keys(&[key]);
            let lines = tmux.wait_until(key, |lines| {
                lines.iter().any(|line| is_of_pane(line))
                    && lines.last().is_some_and(|line| line.trim_start().starts_with('?'))
            });
            has_its_frame(&tmux, &lines);
            if key == "c" {
                // With nobody at the desk the first question is asked: letters are typed until it is left.
                tmux.keys(&["Escape"]);
                tmux.wait_until("the form left", |lines| !lines.iter().any(|line| is_of_pane(line)));
            }
        }
        let lines = tmux.screen();
        let marks = lines.iter().skip(2).filter(|line| line.trim_start().starts_with("> "));
        assert_eq!(marks.count(), 1, "one focus\n{}", lines.join("\n"));
    }
}

#[test]
fn a_person_is_checked_to_a_verdict() {
    for size in SIZES {
        let tmux = Tmux::open(size, "en");
        for (keys, then) in [
            (&["n"][..], "In which country"),
            (&["CO", "Enter"], "already have a case"),
            (&["2", "Enter"], "Which nationality"),
            (&["VE", "Enter"], "first come to"),
            (&["2019", "Enter"], "18 or older on"),
            (&["1", "Enter"], "Which legal status"),
            (&["1", "Enter"], "no longer active"),
        ] {
            tmux.keys(keys);
            let lines = tmux.wait_for(then);
            has_its_frame(&tmux, &lines);
        }
        // Where the result is longer than the screen, it is read on.
        for part in ["meets the stated minimum", "[+] Status", "Other organisations"] {
            let until = Instant::now() + DEADLINE;
            let mut lines = tmux.screen();
            while !words(&lines).contains(part) {
                assert!(Instant::now() < until, "no {part} at {size:?}\n{}", lines.join("\n"));
                tmux.keys(&["Down"]);
                lines = tmux.wait_until(part, |now| now != lines);
            }
            has_its_frame(&tmux, &lines);
            let marks = columns(&lines, "[+]");
            assert!(marks.windows(2).all(|pair| pair[0] == pair[1]), "{marks:?}\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn a_new_size_of_the_window_keeps_the_place() {
    let mut tmux = Tmux::open((80, 24), "en");
    tmux.keys(&["n", "CO", "Enter", "2", "Enter", "V"]);
    tmux.wait_for("> V");
    for size in [(40, 12), (120, 40), (60, 20), (80, 24)] {
        let (width, height) = (size.0.to_string(), size.1.to_string());
        assert!(tmux.run(&["resize-window", "-x", &width, "-y", &height]).status.success());
        tmux.size = size;
        let lines = tmux.wait_until("the question", |lines| {
            let has = |text: &str| lines.iter().any(|line| line.contains(text));
            lines.len() == size.1 && has("> V") && has("Which nationality") && lines[size.1 - 1].contains("Enter")
        });
        has_its_frame(&tmux, &lines);
    }
    tmux.keys(&["E", "Enter"]);
    tmux.wait_for("first come to");
}

/// tmux takes what is copied, as a terminal of today does, and shows nothing of it nor of what is printed.
#[test]
fn what_is_copied_and_printed_leaves_the_screen_as_it_was() {
    let tmux = Tmux::open((80, 24), "en");
    assert!(tmux.run(&["set", "-g", "set-clipboard", "on"]).status.success());
    tmux.keys(&["s"]);
    tmux.wait_for("with the person");
    let sheet = tmux.screen();
    for (key, said) in [("c", "Sent to the clipboard"), ("t", "Sent to the printer")] {
        tmux.keys(&[key]);
        tmux.wait_for("> leave it as it is");
        tmux.keys(&["Down"]);
        tmux.wait_for("> send it");
        tmux.keys(&["Enter"]);
        let lines = tmux.wait_for(said);
        assert_eq!(lines[..20], sheet[..20], "{key}");
    }
    let copied = String::from_utf8(tmux.run(&["show-buffer"]).stdout).unwrap();
    assert!(copied.starts_with("Safe Mobility: the office in Colombia\n"), "{copied}");
    assert!(copied.contains("The minimum promises nothing") && copied.trim_end().ends_with('.'), "{copied}");
}

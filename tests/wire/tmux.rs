//! The journeys through a real tmux: what it shows is what was drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

use super::journeys::JOURNEYS;
use super::line::Line;
use super::models;
use crate::play::script::{act, acts, start_in};
use smo_desk::tui::view;

const SIZE: (u16, u16) = (80, 24);

/// A tmux of its own, whose one pane shows what is written to a pipe.
struct Tmux {
    dir: TempDir,
    pipe: File,
}

impl Tmux {
    fn start() -> Self {
        let dir = TempDir::new().unwrap();
        let (config, pipe) = (dir.path().join("config"), dir.path().join("pipe"));
        std::fs::write(&config, "set -g status off\nset -g escape-time 0\n").unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let shown = format!("stty raw -echo; cat '{}'", pipe.display());
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        let started = command(&dir)
            .arg("-f")
            .arg(&config)
            .args(["new-session", "-d", "-x", &width, "-y", &height, &shown])
            .stdin(Stdio::null())
            .status()
            .expect("tmux is needed: these bytes are for real terminals");
        assert!(started.success());
        // Opening waits until the pane reads; it is raw by then.
        let pipe = OpenOptions::new().write(true).open(&pipe).unwrap();
        Self { dir, pipe }
    }

    fn ask(&self, words: &[&str]) -> String {
        let answer = command(&self.dir).args(words).output().unwrap();
        assert!(answer.status.success(), "{words:?} {}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).unwrap()
    }

    /// Sends a frame and waits until it is shown.
    fn shows(&mut self, bytes: &[u8], wanted: &Buffer, cursor: Position) {
        self.pipe.write_all(bytes).unwrap();
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let picture = self.ask(&["capture-pane", "-e", "-p", "-N"]);
            let at = self.ask(&["display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}"]);
            let fault = models::fault_in(&picture, wanted);
            if fault.is_none() && at.trim() == format!("{} {} 1", cursor.x, cursor.y) {
                return;
            }
            assert!(Instant::now() < deadline, "cursor {at} wanted {cursor:?}: {fault:?}\n{picture}");
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = command(&self.dir).arg("kill-server").status();
    }
}

fn command(dir: &TempDir) -> Command {
    let mut tmux = Command::new("tmux");
    tmux.env("LC_ALL", "C.UTF-8").env_remove("TMUX").arg("-u").arg("-S").arg(dir.path().join("socket"));
    tmux
}

#[test]
fn tmux_shows_the_journeys_as_drawn() {
    let mut tmux = Tmux::start();
    for (n, (_, scripts)) in JOURNEYS.iter().enumerate() {
        let mut state = start_in(n % 3, false, SIZE);
        let mut line = Line::new(SIZE.0, SIZE.1);
        let mut draw = |state: &_| {
            let drawn = line.draw_by(|buf| Some(view::render(state, buf.area, buf)));
            let (bytes, wanted, cursor) = drawn.unwrap();
            tmux.shows(&bytes, &wanted, cursor.unwrap());
        };
        draw(&state);
        for one in scripts.iter().flat_map(|(_, script)| acts(script)) {
            let _ = act(&mut state, &one);
            draw(&state);
        }
    }
}

//! The program in a pseudo-terminal, and a model of what that terminal shows. Waits for what is to be seen, with a
//! deadline; never for a time.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use super::process::{PATIENCE, TURN, TURNS, threads};

/// The keys that are sent by name.
pub(crate) const ENTER: &str = "\r";
pub(crate) const ESC_KEY: &str = "\x1b";
pub(crate) const F1: &str = "\x1bOP";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const F9: &str = "\x1b[20~";

/// A program in a terminal.
pub(crate) struct Terminal {
    child: Option<Box<dyn Child + Send + Sync>>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    shared: Arc<Shared>,
}

struct Shared {
    seen: Mutex<Seen>,
    more: Condvar,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    /// Whether the other side of the terminal is gone.
    ended: bool,
    /// Whether to let go of the terminal after the next bytes.
    let_go: bool,
    /// Whether to read nothing more for now.
    stalled: bool,
}

/// How the program is started.
pub(crate) struct Start<'a> {
    pub(crate) args: &'a [&'a str],
    pub(crate) env: &'a [(&'a str, &'a str)],
    pub(crate) size: (u16, u16),
    /// A command that starts the program, which follows as its last arguments.
    pub(crate) under: &'a [&'a str],
    /// The state folder; where there is none, nothing is stored.
    pub(crate) state: Option<&'a Path>,
}

impl Default for Start<'_> {
    fn default() -> Self {
        Self { args: &[], env: &[], size: (80, 24), under: &[], state: None }
    }
}

impl Terminal {
    /// Starts the program.
    pub(crate) fn open(start: &Start<'_>) -> Self {
        let (columns, rows) = start.size;
        let pair = native_pty_system().openpty(cells(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command(start)).unwrap();
        drop(pair.slave);
        let seen = Seen {
            screen: vt100::Parser::new(rows, columns, 0),
            bytes: Vec::new(),
            ended: false,
            let_go: false,
            stalled: false,
        };
        let shared = Arc::new(Shared { seen: Mutex::new(seen), more: Condvar::new() });
        let reader = pair.master.try_clone_reader().unwrap();
        let feed = Arc::clone(&shared);
        thread::spawn(move || read(reader, &feed));
        let writer = pair.master.take_writer().unwrap();
        Self { child: Some(child), master: Some(pair.master), writer: Some(writer), shared }
    }

    /// The usual start: 80x24, once the first screen is there.
    pub(crate) fn desk() -> Self {
        Self::desk_with(&Start::default())
    }

    pub(crate) fn desk_with(start: &Start<'_>) -> Self {
        let desk = Self::open(start);
        // The footer is drawn last, and then the cursor goes to the focus.
        desk.wait_screen("the first screen", |screen| {
            screen.contents().contains("q quit") && screen.cursor_position().0 + 1 < screen.size().0
        });
        desk
    }

    /// Sends keys.
    pub(crate) fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.seen().screen.screen_mut().set_size(rows, columns);
        self.master.as_ref().unwrap().resize(cells(columns, rows)).unwrap();
    }

    /// Sends keys where the program may have ended already, or takes none; whether they could be sent.
    pub(crate) fn try_send(&mut self, keys: &[u8]) -> bool {
        self.writer.as_mut().is_some_and(|writer| writer.write_all(keys).and_then(|()| writer.flush()).is_ok())
    }

    /// Claims a size, as a client can: the model of the terminal keeps its own.
    pub(crate) fn claim(&self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(cells(columns, rows)).unwrap();
    }

    /// Sends a signal, by its name without `SIG`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.id();
        let done = Command::new("sh").args(["-c", &format!("kill -{name} {id}")]).status().unwrap();
        assert!(done.success());
    }

    /// Lets go of the terminal, as a dropped line does. `keys` have to make the program draw something.
    pub(crate) fn hang_up(&mut self, keys: &str) {
        self.types_no_end();
        self.seen().let_go = true;
        self.send(keys);
        self.wait_until("the line to drop", |seen| seen.ended);
        drop(self.writer.take());
        drop(self.master.take());
    }

    /// Reads nothing more once the next bytes came, as a line that stalls; `keys` have to make the program draw.
    pub(crate) fn stall(&mut self, keys: &str) {
        self.seen().stalled = true;
        let before = self.seen().bytes.len();
        self.send(keys);
        self.wait_until("the line to stall", |seen| seen.bytes.len() > before);
    }

    /// Reads again.
    pub(crate) fn go_on(&self) {
        self.seen().stalled = false;
        self.shared.more.notify_all();
    }

    /// Lets go of the terminal without a key: a new size makes the program draw.
    pub(crate) fn drop_line(&mut self) {
        self.types_no_end();
        self.seen().let_go = true;
        self.claim(81, 25);
        self.wait_until_over("the line to drop");
        drop(self.writer.take());
        drop(self.master.take());
    }

    /// Waits until nobody reads the terminal any more, or the program is gone.
    #[track_caller]
    fn wait_until_over(&self, wanted: &str) {
        let left = self.shared.more.wait_timeout_while(self.seen(), PATIENCE, |seen| !seen.ended).unwrap();
        assert!(!left.1.timed_out(), "time is up; waited for {wanted}\n{}", left.0.picture());
    }

    /// Lets go of a terminal whose line is stalled.
    pub(crate) fn hang_up_stalled(&mut self) {
        self.seen().let_go = true;
        self.go_on();
        self.wait_until("the line to drop", |seen| seen.ended);
        drop(self.writer.take());
        drop(self.master.take());
    }

    /// The writer's drop would type Enter and Ctrl-D, if the terminal had an end-of-file key: a line that drops does not.
    fn types_no_end(&self) {
        let done = Command::new("stty").arg("-F").arg(self.device()).args(["eof", "undef"]).status().unwrap();
        assert!(done.success());
    }

    /// The number of the process that was started.
    pub(crate) fn id(&self) -> u32 {
        self.child.as_ref().and_then(|child| child.process_id()).unwrap()
    }

    /// The file of the terminal.
    pub(crate) fn device(&self) -> PathBuf {
        self.master.as_ref().and_then(|master| master.tty_name()).unwrap()
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?} on the screen"), |seen| seen.text().contains(text))
    }

    /// Waits until the screen satisfies a condition, and returns its text.
    #[track_caller]
    pub(crate) fn wait_screen(&self, wanted: &str, is: impl Fn(&vt100::Screen) -> bool) -> String {
        self.wait_until(wanted, |seen| is(seen.screen.screen()))
    }

    /// Waits until the bytes that came satisfy a condition.
    #[track_caller]
    pub(crate) fn wait_bytes(&self, wanted: &str, is: impl Fn(&[u8]) -> bool) {
        self.wait_until(wanted, |seen| is(&seen.bytes));
    }

    #[track_caller]
    fn wait_until(&self, wanted: &str, is: impl Fn(&Seen) -> bool) -> String {
        let mut left = TURNS;
        let mut seen = self.seen();
        while !is(&seen) {
            if left == 0 || seen.ended {
                let (picture, why) = (seen.picture(), if seen.ended { "the program ended" } else { "time is up" });
                drop(seen);
                panic!("{why}; waited for {wanted}\n{picture}");
            }
            let (after, turn) = self.shared.more.wait_timeout(seen, TURN).unwrap();
            seen = after;
            left -= u32::from(turn.timed_out());
        }
        seen.text()
    }

    /// The bytes that come after now although nothing should. That nothing comes can only be seen by waiting a while;
    /// a slow machine makes the test weaker, never wrong.
    pub(crate) fn bytes_after(&mut self, keys: &str) -> Vec<u8> {
        const WHILE: Duration = Duration::from_millis(300);
        let before = self.seen().bytes.len();
        self.send(keys);
        let more = Arc::clone(&self.shared);
        let waited = more.more.wait_timeout_while(self.seen(), WHILE, |seen| seen.bytes.len() == before);
        waited.unwrap().0.bytes.split_off(before)
    }

    /// Waits for the end of the program.
    #[track_caller]
    pub(crate) fn wait_end(&mut self) -> ExitStatus {
        let mut child = self.child.take().unwrap();
        let child_id = child.process_id().unwrap_or_default();
        let (sender, receiver) = channel();
        let killer = child.clone_killer();
        thread::spawn(move || sender.send(child.wait()));
        let status = (0..TURNS).find_map(|_| receiver.recv_timeout(TURN).ok());
        let stands = if status.is_none() { threads(child_id) } else { String::new() };
        if status.is_none() {
            let mut killer = killer;
            let _ = killer.kill();
        }
        let status = status.unwrap_or_else(|| panic!("it does not end\n{stands}\n{}", self.seen().picture())).unwrap();
        if self.master.is_some() {
            self.wait_until("the last bytes", |seen| seen.ended);
        }
        status
    }

    /// All bytes that came so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// How many bytes came so far.
    pub(crate) fn count(&self) -> usize {
        self.seen().bytes.len()
    }

    /// Looks at the screen as it is.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen().screen.screen())
    }

    /// What the screen shows.
    pub(crate) fn text(&self) -> String {
        self.seen().text()
    }

    /// Column and row of the cursor.
    pub(crate) fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.seen().screen.screen().cursor_position();
        (column, row)
    }

    /// The arguments that other people on the host can see.
    pub(crate) fn command_line(&self) -> String {
        let id = self.id();
        std::fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default().replace('\0', " ")
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.seen.lock().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(child) = self.child.as_mut() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Seen {
    fn text(&self) -> String {
        text_of(self.screen.screen())
    }

    fn picture(&self) -> String {
        let size = self.screen.screen().size();
        let tail: Vec<u8> = self.bytes.iter().rev().take(600).rev().copied().collect();
        format!("---- {size:?}\n{}\n---- last bytes: {:?}", self.text(), String::from_utf8_lossy(&tail))
    }
}

/// The program on the day of all tests, in English and UTF-8 unless the start says otherwise.
pub(crate) fn command(start: &Start<'_>) -> CommandBuilder {
    let mut words = start.under.iter().copied().chain([env!("CARGO_BIN_EXE_smo")]);
    let mut command = CommandBuilder::new(words.next().unwrap());
    command.args(words);
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LC_CTYPE",
        "SMO_LANG",
        "NO_COLOR",
        "SSH_CONNECTION",
        "SSH_TTY",
        "SSH_CLIENT",
        "SMO_ESC_MS",
        "TMUX",
    ] {
        command.env_remove(name);
    }
    // Nobody has chosen anything, and nothing of whoever runs the tests is read.
    command.env("XDG_CONFIG_HOME", "/dev/null");
    command.env("LANG", "en_US.UTF-8");
    command.env("TERM", "xterm-256color");
    start.env.iter().for_each(|(name, value)| command.env(name, value));
    command.args(["--as-of", "2026-11-23"]);
    match start.state {
        Some(folder) => command.env("XDG_STATE_HOME", folder),
        None => command.arg("--no-store"),
    }
    command.args(start.args);
    command
}

/// The rows of a screen without the blanks at their ends, whether they were written or not.
pub(crate) fn text_of(screen: &vt100::Screen) -> String {
    let rows: Vec<String> = screen.rows(0, screen.size().1).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

/// What a program has left of itself in a terminal that it has given back; none where that is as before.
pub(crate) fn unclean_screen(screen: &vt100::Screen) -> Option<&'static str> {
    let left = [
        (screen.alternate_screen(), "the other screen"),
        (screen.hide_cursor(), "no cursor"),
        (screen.bracketed_paste(), "pastes are told"),
        (screen.application_keypad(), "the other keypad"),
        (screen.application_cursor(), "other arrows"),
        (screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None, "the mouse is told"),
        (screen.bold() || screen.inverse() || screen.fgcolor() != vt100::Color::Default, "a pen"),
    ];
    left.iter().find(|(is, _)| *is).map(|(_, what)| *what)
}

pub(crate) fn cells(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn read(mut from: Box<dyn Read + Send>, shared: &Shared) {
    let mut buffer = [0; 4096];
    loop {
        let got = from.read(&mut buffer).unwrap_or(0);
        let mut seen = shared.seen.lock().unwrap();
        seen.bytes.extend_from_slice(&buffer[..got]);
        seen.screen.process(&buffer[..got]);
        if got == 0 || seen.let_go {
            drop(from);
            end(seen, shared);
            return;
        }
        shared.more.notify_all();
        let seen = shared.more.wait_while(seen, |seen| seen.stalled).unwrap();
        if seen.let_go {
            drop(from);
            end(seen, shared);
            return;
        }
    }
}

fn end(mut seen: MutexGuard<'_, Seen>, shared: &Shared) {
    seen.ended = true;
    shared.more.notify_all();
}

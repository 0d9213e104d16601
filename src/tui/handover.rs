//! Taking the terminal over and giving it back, however the program ends.

use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGINT, SIGQUIT, SIGTSTP};
use signal_hook::flag;
use std::io::{self, Write, stdout};
use std::mem;
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::media::PRINTER_OFF;
use super::terminal::{cooked, raw};
use crate::wire::LEAVE;

/// To the other screen and back, and whether pastes are told from keys. The terminal notes its pen on the way there, even
/// where it is there already, and takes it up again on the way back: it is the usual one.
const OTHER_SCREEN: &[u8] = b"\x1b[m\x1b[?1049h";
const SCREEN_BEFORE: &[u8] = b"\x1b[?1049l";
const TELL_PASTES: &[u8] = b"\x1b[?2004h";
const PASTES_UNTOLD: &[u8] = b"\x1b[?2004l";

/// Empties the screen, for terminals that have no other one to go back to. Never from its first row to its last at once:
/// tmux and others keep for scrolling back what is erased so.
const ERASE: &[u8] = b"\x1b[H\x1b[2K\x1b[2H\x1b[J\x1b[H";

/// How long the line may take nothing before it is waited for no longer.
const STALLED: Duration = Duration::from_millis(200);

/// How long a terminal may take to read what it was sent last.
const READ: Duration = Duration::from_millis(20);

/// How often it is waited for where keys throw it away, or the machine is busy.
const WAITS: usize = 10;

/// Whether somebody pressed Ctrl-C, Ctrl-Z or Ctrl-\ where that is no key, or sent its signal.
static INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whose the terminal is.
static STATE: Mutex<State> = Mutex::new(State { is_given_back: false, is_thrown_away: false, has_printed: false });

struct State {
    is_given_back: bool,
    /// Whether output was thrown away since the terminal was taken over.
    is_thrown_away: bool,
    /// Whether anything was sent to a printer: it may have been cut off in the middle.
    has_printed: bool,
}

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal over, or gives it back as it was.
pub(super) fn enter() -> io::Result<()> {
    *state() = State { is_given_back: false, is_thrown_away: false, has_printed: false };
    raw()?;
    send(&[OTHER_SCREEN, TELL_PASTES]).inspect_err(|_| leave())
}

/// Notes that the terminal may be handing on to its printer what it gets.
pub(super) fn note_printing() {
    state().has_printed = true;
}

/// Gives the terminal back as far as it can be, with nothing of a person on it; there is nobody left to tell of an error.
///
/// A Ctrl-C makes the system throw away output that the terminal has not read yet, once it is no key any more. So that
/// comes last, but not where the line takes nothing; and what was thrown away all the same is sent again.
pub(super) fn leave() {
    let (sent, wait) = channel();
    let send_off = move || {
        let _ = sent.send(say_goodbye());
    };
    let sending = thread::Builder::new().name("leave".to_owned()).spawn(send_off);
    if let Ok(true) = wait.recv_timeout(STALLED) {
        thread::sleep(READ);
    }
    let _ = cooked();
    if let Ok(sending) = sending {
        let _ = sending.join();
    }
    if !state().is_given_back {
        leave_at_once();
    }
    repeat_if_interrupted();
}

/// The same for whoever cannot wait: what never waits for the line comes first.
pub(super) fn leave_at_once() {
    let _ = cooked();
    say_goodbye();
    repeat_if_interrupted();
}

/// Gives the terminal back once more where that may have been thrown away. A busy machine hands on late what was sent and
/// typed; it wakes this thread late, too.
fn repeat_if_interrupted() {
    for _ in 0..WAITS {
        let begun = Instant::now();
        thread::sleep(READ);
        if INTERRUPTED.swap(false, Ordering::Relaxed) {
            say_goodbye();
        } else if begun.elapsed() < 2 * READ {
            return;
        }
    }
}

/// Sends what gives the terminal back; whether it could be sent. Again where that may have been thrown away: from the
/// other screen, so that the one of before is not erased if it is back.
fn say_goodbye() -> bool {
    let mut is_again = state().is_given_back;
    loop {
        let from: &[u8] = if mem::replace(&mut is_again, true) { OTHER_SCREEN } else { &[] };
        let printer_off = if state().has_printed { PRINTER_OFF } else { "" };
        let is_said = send(&[printer_off.as_bytes(), from, LEAVE, ERASE, PASTES_UNTOLD, SCREEN_BEFORE]).is_ok();
        let mut state = state();
        if !mem::take(&mut state.is_thrown_away) {
            state.is_given_back = true;
            return is_said;
        }
    }
}

fn send(parts: &[&[u8]]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(&parts.concat()).and_then(|()| out.flush())
}

/// Notes a key of a terminal that was given back, if it makes the system throw output away.
pub(super) fn note_interrupts() -> io::Result<()> {
    [SIGINT, SIGQUIT, SIGTSTP].into_iter().try_for_each(|key| flag::register(key, Arc::clone(&INTERRUPTED)).map(drop))
}

/// Throws away what waits to be sent, so that who waits for the line can go on; but not what gives the terminal back.
pub(super) fn throw_away(line: BorrowedFd<'_>) {
    let mut state = state();
    if !state.is_given_back {
        state.is_thrown_away = true;
        let _ = tcflush(line, QueueSelector::OFlush);
    }
}

/// A panic leaves a usable terminal and says nothing of the person.
pub(super) fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            leave_at_once();
            before(info);
        }));
    });
}

//! The threads that listen: to the keyboard and the line, and to signals. Both end the program if the loop does not.
//!
//! The terminal is read here and not by crossterm, because of what that keeps from us (0.29): the end of a pasted text
//! whose beginning came in parts, a sequence that it takes for a mouse (SCO's F1), a new size while a key is half there;
//! and when the line drops it reads the end for ever.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level::exit;
use std::fs::File;
use std::io::{self, IsTerminal, stdin, stdout};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::{Duration, Instant};
use zeroize::Zeroize;

use super::escape::Decoder;
use super::handover::{leave_at_once, note_interrupts, throw_away};
use super::terminal::Event;

/// How long the loop may take to end before it is ended.
const GRACE: Duration = Duration::from_millis(60);

/// How long it may take once output that it waits for was thrown away. A host with many desks can be busy for a second;
/// whoever ends sooner leaves the terminal as it is.
const MORE_GRACE: Duration = Duration::from_secs(1);

/// How long what is done in its place may take.
const LAST_GRACE: Duration = Duration::from_millis(500);

/// How long it may take where it waits for no line: all it does then is to save, on a slow disk or a busy machine.
const SAVING_GRACE: Duration = Duration::from_secs(2);

/// Starts the threads that feed a channel. `asked` says whether an answer of the terminal is expected.
///
/// # Errors
/// When there is no terminal, or no thread.
pub(super) fn start(sender: &Sender<Event>, decoder: Decoder, asked: &Arc<AtomicBool>) -> io::Result<()> {
    let line = Arc::new(line()?);
    let listener = Listener { line, sender: sender.clone(), asked: Arc::clone(asked) };
    let other = listener.clone();
    note_interrupts()?;
    flag::register(SIGCONT, Arc::clone(&CONTINUED))?;
    // A new size is listened for before the first picture.
    let signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("keys".to_owned()).spawn(move || listener.keys(decoder))?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || other.signals(signals))?;
    Ok(())
}

/// Whether the program was told to go on, of which the event may still be on its way.
static CONTINUED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

pub(super) fn was_continued() -> bool {
    CONTINUED.load(Ordering::Relaxed)
}

/// What it was told was done.
pub(super) fn forget_continued() {
    CONTINUED.store(false, Ordering::Relaxed);
}

/// Whether the terminal went away: it then is none any more.
pub(super) fn is_gone() -> bool {
    line().map_or(true, |line| hung_up(line.as_fd()))
}

/// The terminal as it is read.
fn line() -> io::Result<OwnedFd> {
    let stdin = stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    File::open("/dev/tty").map(OwnedFd::from)
}

fn hung_up(line: BorrowedFd<'_>) -> bool {
    let mut asked = [PollFd::from_borrowed_fd(line, PollFlags::empty())];
    let answered = poll(&mut asked, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
    answered.is_ok() && asked.iter().any(|line| is_end(line.revents()))
}

fn is_end(flags: PollFlags) -> bool {
    flags.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

#[derive(Clone)]
struct Listener {
    line: Arc<OwnedFd>,
    sender: Sender<Event>,
    /// Whether the terminal was asked something.
    asked: Arc<AtomicBool>,
}

impl Listener {
    /// Reads keys until the line drops or nobody listens. Wakes for bytes, for a held Esc, and for the end.
    fn keys(&self, mut decoder: Decoder) {
        let mut bytes = [0_u8; 1024];
        loop {
            decoder.expect_answer(self.asked.load(Ordering::Relaxed));
            let inputs = match self.wait(decoder.deadline()) {
                Ok(flags) if flags.contains(PollFlags::IN) => match read(&self.line, &mut bytes) {
                    Ok(0) => self.end(),
                    Ok(count) => {
                        let inputs = decoder.feed(bytes.get(..count).unwrap_or_default(), Instant::now());
                        // What was pasted can be what is never stored.
                        bytes.zeroize();
                        inputs
                    }
                    Err(Errno::INTR | Errno::AGAIN) => continue,
                    Err(_) => self.end(),
                },
                Ok(flags) if is_end(flags) => self.end(),
                Ok(_) => decoder.expire(Instant::now()),
                Err(Errno::INTR) => continue,
                Err(_) => self.end(),
            };
            for input in inputs {
                if self.sender.send(Event::Input(input)).is_err() {
                    return;
                }
            }
        }
    }

    fn wait(&self, deadline: Option<Instant>) -> rustix::io::Result<PollFlags> {
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let mut asked = [PollFd::from_borrowed_fd(self.line.as_fd(), PollFlags::IN)];
        poll(&mut asked, left.as_ref())?;
        Ok(asked.iter().fold(PollFlags::empty(), |flags, line| flags | line.revents()))
    }

    fn signals(&self, mut signals: Signals) {
        loop {
            let came: Vec<i32> = signals.wait().collect();
            let goes_on = came.contains(&SIGCONT);
            for signal in came {
                let event = match signal {
                    SIGCONT => Event::Continued,
                    // Which of the two came first is not known: to go on does no harm.
                    SIGTSTP if goes_on => continue,
                    SIGTSTP => Event::Stop,
                    SIGWINCH => Event::Resized,
                    _ => self.end(),
                };
                if self.sender.send(event).is_err() {
                    return;
                }
            }
        }
    }

    /// Asks the loop to end, and ends the program if it does not: it may be waiting for a line that takes no more.
    fn end(&self) -> ! {
        let _ = self.sender.send(Event::End);
        thread::sleep(GRACE);
        if !hung_up(self.line.as_fd()) {
            // What waits to be sent is worth nothing now; without it the loop can go on to its end.
            throw_away(self.line.as_fd());
            thread::sleep(MORE_GRACE);
            // It does not. What can be given back is, by somebody who may be kept waiting.
            let (left, wait) = channel();
            let leave = move || {
                leave_at_once();
                let _ = left.send(());
            };
            let _ = thread::Builder::new().spawn(leave);
            let _ = wait.recv_timeout(LAST_GRACE);
        } else if hung_up(stdout().as_fd()) {
            thread::sleep(SAVING_GRACE);
        }
        // Without what else is done at the end, which could wait for the line too.
        exit(0)
    }
}

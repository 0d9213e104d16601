//! A line: a proxy on the loopback that gives each direction a rate and a delay, even or not, and that can be cut.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What is sent at once; smaller than what matters to an eye.
const PIECE: usize = 32;

/// Bytes that passed, up to the host and down from it.
#[derive(Debug, Default)]
pub(crate) struct Passed {
    pub(crate) up: AtomicU64,
    pub(crate) down: AtomicU64,
    ends: Mutex<Vec<TcpStream>>,
}

impl Passed {
    /// As if somebody had pulled the plug: neither side gets another byte.
    #[cfg(feature = "host")]
    pub(crate) fn cut(&self) {
        for end in self.ends.lock().unwrap().drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }
}

/// What a line is like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    /// Bits a second.
    pub(crate) bits: u64,
    /// One way.
    pub(crate) delay: Duration,
    /// What is added to the delay now and then, up to this.
    pub(crate) jitter: Duration,
}

impl Default for Line {
    fn default() -> Self {
        Self { bits: 1_000_000_000, delay: Duration::ZERO, jitter: Duration::ZERO }
    }
}

/// Takes connections on a port of its own and passes them on to another, for as long as the test runs.
pub(crate) fn start(to: u16, line: Line) -> (u16, Arc<Passed>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let passed = Arc::new(Passed::default());
    let counted = Arc::clone(&passed);
    thread::spawn(move || {
        for near in listener.incoming() {
            let near = near.unwrap();
            let far = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).unwrap();
            let (up, down) = (Arc::clone(&counted), Arc::clone(&counted));
            counted.ends.lock().unwrap().extend([near.try_clone().unwrap(), far.try_clone().unwrap()]);
            one_way(&near, &far, line, move |n| {
                up.up.fetch_add(n, Ordering::Relaxed);
            });
            one_way(&far, &near, line, move |n| {
                down.down.fetch_add(n, Ordering::Relaxed);
            });
        }
    });
    (port, passed)
}

/// Takes all that comes, as a modem with a large buffer does: what waits in it nobody can see.
fn one_way(from: &TcpStream, to: &TcpStream, line: Line, count: impl Fn(u64) + Send + 'static) {
    let (mut from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
    to.set_nodelay(true).unwrap();
    let (sender, pieces) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(got @ 1..) = from.read(&mut buffer) {
            count(got as u64);
            for piece in buffer[..got].chunks(PIECE) {
                if sender.send((Instant::now(), piece.to_vec())).is_err() {
                    return;
                }
            }
        }
    });
    thread::spawn(move || deliver(&pieces, to, line));
}

fn deliver(pieces: &Receiver<(Instant, Vec<u8>)>, mut to: TcpStream, line: Line) {
    let (mut free, mut n) = (Instant::now(), 0);
    while let Ok((came, piece)) = pieces.recv() {
        free = free.max(came) + Duration::from_nanos(piece.len() as u64 * 8 * 1_000_000_000 / line.bits);
        // Uneven, and the same in every run; nothing overtakes.
        n = (n * 5 + 3) % 16;
        free = free.max(came + line.jitter * n / 16);
        thread::sleep((free + line.delay).saturating_duration_since(Instant::now()));
        if to.write_all(&piece).is_err() {
            return;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

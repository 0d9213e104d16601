//! The connection that the bytes are written to.

use std::io::{self, ErrorKind, Write};
use std::thread;
use std::time::Duration;

/// Writes all bytes of a frame at once.
pub trait Sink {
    /// Sends all bytes.
    ///
    /// # Errors
    /// The connection is closed or blocked for good; some bytes may have been sent.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// How long writing to a blocked connection is retried, in total and between two tries.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(2);

/// Continues short writes and repeats interrupted ones. Waits where writing would block: another program may have set a
/// shared terminal to non-blocking.
impl<W: Write> Sink for W {
    fn send(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        let mut waited = Duration::ZERO;
        while !bytes.is_empty() {
            match self.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(sent) => {
                    bytes = bytes.get(sent..).unwrap_or_default();
                    waited = Duration::ZERO;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => wait(error, &mut waited)?,
            }
        }
        loop {
            match self.flush() {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => wait(error, &mut waited)?,
                Ok(()) => return Ok(()),
            }
        }
    }
}

/// Waits a little where writing would block; other errors, and blocking for too long, are returned.
fn wait(error: io::Error, waited: &mut Duration) -> io::Result<()> {
    if error.kind() != ErrorKind::WouldBlock || *waited >= PATIENCE {
        return Err(error);
    }
    thread::sleep(PAUSE);
    *waited += PAUSE;
    Ok(())
}

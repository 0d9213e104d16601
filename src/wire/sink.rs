//! The line that the bytes go out on.

use std::io::{self, ErrorKind, Write};
use std::thread;
use std::time::Duration;

/// Takes all bytes of a frame at once.
pub trait Sink {
    /// Sends all bytes, or says why they may not all have gone out.
    ///
    /// # Errors
    /// When the line is gone or stands still for good.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// How long a line that takes nothing is tried again, in all and each time.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(2);

/// A short write goes on where it stopped; an interrupted one is done again; a full line is waited for, since a shared
/// terminal can be set not to block by another program.
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

/// Waits a little for a full line; what is no full line, or one for too long, is an error.
fn wait(error: io::Error, waited: &mut Duration) -> io::Result<()> {
    if error.kind() != ErrorKind::WouldBlock || *waited >= PATIENCE {
        return Err(error);
    }
    thread::sleep(PAUSE);
    *waited += PAUSE;
    Ok(())
}

//! Where sequences are written to, or only measured.

/// Takes bytes.
pub(super) trait Out {
    fn put(&mut self, bytes: &[u8]);

    fn number(&mut self, n: usize);

    /// `ESC [ a ; b X`, where either number may be left out.
    fn pair(&mut self, a: Option<usize>, b: Option<usize>, last: u8) {
        self.put(b"\x1b[");
        if let Some(a) = a {
            self.number(a);
        }
        if let Some(b) = b {
            self.put(b";");
            self.number(b);
        }
        self.put(&[last]);
    }
}

impl Out for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    fn number(&mut self, n: usize) {
        self.put(n.to_string().as_bytes());
    }
}

#[derive(Default)]
pub(super) struct Length(usize);

impl Out for Length {
    fn put(&mut self, bytes: &[u8]) {
        self.0 += bytes.len();
    }

    fn number(&mut self, n: usize) {
        self.0 += digits(n);
    }
}

/// How many digits a number has.
pub(super) fn digits(n: usize) -> usize {
    match n {
        0..10 => 1,
        10..100 => 2,
        _ => n.checked_ilog10().map_or(1, |log| log as usize + 1),
    }
}

/// How many bytes are written.
pub(super) fn length(write: impl FnOnce(&mut Length)) -> usize {
    let mut length = Length::default();
    write(&mut length);
    length.0
}

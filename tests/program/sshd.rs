//! What it takes to be on a host: a real sshd on the loopback, lines to it of any kind, and what should be seen in the end.

pub(crate) mod host;
pub(crate) mod proxy;

use crate::play::script::{play, start};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::tui::view;

/// The rows that the desk shows after a script.
pub(crate) fn picture(script: &str) -> String {
    let mut state = start();
    let _ = play(&mut state, script);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    view::render(&state, buffer.area, &mut buffer);
    let row = |y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..24).map(row).collect::<Vec<String>>().join("\n")
}

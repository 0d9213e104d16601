//! A terminal backend that sends few bytes, for slow connections.
//!
//! [`Wire`] is a [`ratatui::backend::Backend`] under the unmodified `ratatui::Terminal`. It keeps two screens, what the
//! terminal shows and what it should show, and on each flush sends nearly the fewest bytes that turn one into the other,
//! in one write, or nothing. It never queries the terminal.
//!
//! It uses VT102 with CHA: CUP CUU CUD CUF CUB CHA, CR LF BS RI, SGR, EL (0 and 1) ED on the default background, DECSTBM. It
//! relies neither on wrapping at the last column nor on erasing with a coloured background: terminals differ in both.
//!
//! From the bottom up: [`out`] counts and writes bytes, [`pen`] and [`cell`] define a cell, [`screen`] is a grid of them, [`travel`] moves the cursor,
//! [`path`] finds the cheapest way over the rows, [`scroll`] looks for rows that only moved, [`encode`] chooses among
//! them, [`backend`] faces ratatui and [`sink`] the connection.

#![allow(clippy::indexing_slicing, reason = "fuzzing against two terminal models holds every index in this module")]

mod backend;
mod cell;
mod encode;
mod out;
mod path;
mod pen;
mod screen;
mod scroll;
mod sink;
mod travel;

pub use backend::{LEAVE, MOST, Stats, Wire};
pub use sink::Sink;

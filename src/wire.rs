//! A frugal terminal backend: for a line on which bytes are the speed.
//!
//! [`Wire`] is a [`ratatui::backend::Backend`] under the unmodified `ratatui::Terminal`. It keeps two pictures, what the
//! terminal shows and what it should show, and on each flush sends close to the fewest bytes that turn one into the
//! other, in one write, or nothing. It never asks the terminal anything.
//!
//! It speaks VT102 with CHA: CUP CUU CUD CUF CUB CHA, CR LF BS RI, SGR, EL ED on the default background, DECSTBM. It
//! relies neither on wrapping at the last column nor on what erasing does with a coloured background: terminals differ
//! in both.
//!
//! From the ground up: [`pen`] and [`cell`] say what a cell is, [`screen`] is a grid of them, [`travel`] moves the
//! cursor, [`path`] finds the cheapest way over the rows, [`scroll`] looks for rows that only moved, [`encode`] takes
//! the cheapest of the ways, [`backend`] is the face to ratatui and [`sink`] the one to the line.

// An index that is wrong is a wrong picture, and that is what the comparison with two terminals is for.
#![allow(clippy::indexing_slicing, reason = "fuzzing against two terminal models holds every index in this module")]

mod backend;
mod cell;
mod encode;
mod path;
mod pen;
mod screen;
mod scroll;
mod sink;
mod travel;

pub use backend::{LEAVE, Stats, Wire};
pub use sink::Sink;

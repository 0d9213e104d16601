//! The Check pane.

mod state;
pub mod update;
pub mod view;

pub use state::{Field, State, Wrong};

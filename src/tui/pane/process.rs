//! The Process pane.

pub mod map;
mod state;
pub mod update;
pub mod view;

pub use state::{Shown, State};

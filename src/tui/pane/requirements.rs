//! The Requirements pane.

mod state;
pub mod update;
pub mod view;

pub use state::{Filter, State};

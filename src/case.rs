//! Cases: one person's answers, prepared items and place in the process, under a code; and the folder they are kept in.
//!
//! Floor 2: imports content and rules. Knows neither screens nor clocks: the day and the time are arguments.
//!
//! ```text
//!  Answers -> Record -> bytes -> Store -> Disk
//!                                  |
//!                                Hold: this desk has the case; no other can save it
//! ```

mod code;
pub mod disk;
mod format;
mod holder;
mod lasting;
mod raise;
mod record;
mod store;
mod summary;
mod trouble;

pub use code::Code;
pub use disk::Disk;
pub use format::FORMAT;
pub use holder::Holder;
pub use lasting::lasting_verdicts;
pub use raise::{Dropped, Why};
pub use record::{Draft, Record, Relative, Said, Then, Visit};
pub use store::{Hold, Listed, Listing, Purged, Store};
pub use summary::Summary;
pub use trouble::{Cause, Doing, Trouble};

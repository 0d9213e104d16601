//! Cases: one person's answers, prepared items and place in the process, under a code; and the folder they are kept in.
//!
//! Imports content and rules. Knows neither screens nor clocks: day and time are arguments.
//!
//! ```text
//!  Answers -> Record -> bytes -> Store -> Disk
//!                                  |
//!                                Hold: this program has the case; no other can save it
//! ```

mod code;
mod conversion;
pub mod disk;
mod error;
mod format;
mod holder;
mod record;
mod store;
mod summary;

pub use code::Code;
pub use conversion::storable_verdicts;
pub use disk::Disk;
pub use error::{Attempt, Cause, StoreError};
pub use format::FORMAT;
pub use holder::Holder;
pub use record::{Draft, Record, StoredAnswer, StoredMove, StoredRelative, StoredVerdict};
pub use store::{CaseFile, Hold, Listing, Purged, Store};
pub use summary::{Gist, Summary};

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
mod conversion;
pub mod disk;
mod error;
mod format;
mod holder;
mod lasting;
mod record;
mod store;
mod summary;

pub use code::Code;
pub use conversion::{Dropped, UnreadCause};
pub use disk::Disk;
pub use error::{Cause, Doing, StoreError};
pub use format::FORMAT;
pub use holder::Holder;
pub use lasting::lasting_verdicts;
pub use record::{Draft, Record, Relative, StoredAnswer, StoredVerdict, Visit};
pub use store::{Hold, Listed, Listing, Purged, Store};
pub use summary::Summary;

//! Whether what is in memory could get to the disk.

use rustix::process::{Resource, getrlimit};

use super::finding::{Examined, Finding};

/// Whether a core dump is possible, and whether other programs of the account can read the memory.
pub(super) fn cores() -> Finding {
    let has_none = getrlimit(Resource::Core).maximum == Some(0);
    match (has_none, is_dumpable()) {
        (true, false) => {
            Finding::ok(Examined::Cores, "no core dump is possible, and no other program reads the memory")
        }
        (true, true) => Finding::note(
            Examined::Cores,
            "other programs of this account could read the memory",
            "give staff an account that runs nothing else",
        ),
        (false, _) => Finding::problem(
            Examined::Cores,
            "a core dump is possible: the limit could not be set to 0",
            "set the limit of `core` to 0 for this account",
        ),
    }
}

#[cfg(target_os = "linux")]
fn is_dumpable() -> bool {
    use rustix::process::{DumpableBehavior, dumpable_behavior};
    dumpable_behavior().is_ok_and(|behavior| behavior == DumpableBehavior::Dumpable)
}

#[cfg(not(target_os = "linux"))]
fn is_dumpable() -> bool {
    true
}

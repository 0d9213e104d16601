//! The arguments of `smo doctor`.

use clap::Args;

/// Looks at terminal, language, folder of cases, content, clock and memory. The exit status is 0 whatever is found.
#[derive(Debug, Args)]
pub(in crate::cli) struct DoctorArgs {
    /// For who runs the computer: SSH server, limits, disk
    #[arg(long, conflicts_with = "line")]
    pub(in crate::cli) host: bool,
    /// Measure the line too: ask the terminal, and wait for its answers
    #[arg(long)]
    pub(in crate::cli) line: bool,
    /// Print JSON, format 1
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

//! The arguments of `smo cases`.

use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum CasesAction {
    /// One line a case, newest first
    List {
        /// Print JSON, format 1
        #[arg(long)]
        json: bool,
    },
    /// What kept cases wait for, by day; always with what was reported of the programme
    Due {
        /// Form of the output
        #[arg(long, value_enum, default_value_t = DueFormat::Text)]
        format: DueFormat,
    },
    /// What is stored of a case
    Show {
        /// The case's code, in upper or lower case
        #[arg(value_name = "CODE")]
        code: String,
    },
    /// Delete cases into the trash folder, where they stay for some days; one that is open at a desk stays
    Delete {
        /// The cases' codes
        #[arg(required = true, value_name = "CODE")]
        codes: Vec<String>,
    },
    /// One line of JSON a case, without parked and without withheld answers
    Export {
        /// The cases' codes [default: all cases]
        #[arg(value_name = "CODE")]
        codes: Vec<String>,
        /// Write to a new file that only you can read, instead of standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DueFormat {
    /// Text of 80 columns
    Text,
    /// JSON, format 1
    Json,
    /// A calendar: code, step and who, nothing else of anybody
    Ics,
}

//! The arguments of `smo batch`.

use clap::Args;
use std::path::PathBuf;

use super::Output;

const TABLES: &str = "\
The table is CSV in UTF-8, parted by commas, semicolons or tabs. Its first row names
the columns: by the id of a fact, or by its name at the desk in any language. A cell
takes what `check` takes; an empty one says nothing. Other columns are kept.

Added to each row: office, verdict, not_met (requirements), missing (facts), intake,
problem, settles (the fewest missing facts that decide). A row of somebody whose
country is not known is written once for each office. A row with a value that is none
gets a problem and no verdict.";

#[derive(Debug, Args)]
#[command(after_help = TABLES)]
pub(crate) struct BatchArgs {
    /// The table; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) table: PathBuf,
    /// Read answers as they are typed at the desk too, and write beside them what was understood
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Print the summary as JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) to: Output,
}

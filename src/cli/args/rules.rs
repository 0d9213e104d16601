//! The arguments of `smo questions` and `smo rules`.

use clap::{Args, ValueEnum};

use super::Output;
use crate::export::Dialect;

#[derive(Debug, Args)]
pub(crate) struct QuestionsArgs {
    /// Print JSON, format 1
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// Form of the output
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub(crate) format: RulesFormat,
    /// The engine that reads the SQL [default: duckdb]
    #[arg(long, value_enum, value_name = "ENGINE")]
    pub(crate) dialect: Option<Dialect>,
    #[command(flatten)]
    pub(crate) to: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// Text of 80 columns
    Text,
    /// JSON, format 1
    Json,
    /// A query that gives each person of a table the verdict of each office
    Sql,
    /// The check as a form for `ODK` and `KoBo`, a workbook
    Xlsform,
}

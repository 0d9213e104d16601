//! What differs between the engines.

use chrono::NaiveDate;
use strum::{EnumIter, IntoStaticStr};

/// An engine whose SQL is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr, clap::ValueEnum)]
#[strum(serialize_all = "snake_case")]
pub enum Dialect {
    /// `DuckDB`
    Duckdb,
    /// `PostgreSQL`
    Postgres,
    /// `SQLite`, days as text
    Sqlite,
    /// Apache Spark
    Spark,
}

impl Dialect {
    /// The name of a column.
    pub(super) fn quoted(self, name: &str) -> String {
        match self {
            Self::Spark => format!("`{name}`"),
            Self::Duckdb | Self::Postgres | Self::Sqlite => format!("\"{name}\""),
        }
    }

    /// A day.
    pub(super) fn day(self, day: NaiveDate) -> String {
        match self {
            Self::Sqlite => format!("'{day}'"),
            Self::Duckdb | Self::Postgres | Self::Spark => format!("DATE '{day}'"),
        }
    }

    /// A condition that nobody knows.
    pub(super) fn unknown(self) -> &'static str {
        match self {
            Self::Sqlite => "NULL",
            Self::Duckdb | Self::Postgres | Self::Spark => "CAST(NULL AS BOOLEAN)",
        }
    }

    /// Text without the semicolons at its end.
    pub(super) fn without_last(self, text: &str) -> String {
        match self {
            Self::Spark => format!("TRIM(TRAILING ';' FROM\n{text})"),
            Self::Duckdb | Self::Postgres | Self::Sqlite => format!("RTRIM(\n{text}, ';')"),
        }
    }
}

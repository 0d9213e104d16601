//! The arguments of `smo content`.

use clap::Subcommand;
use std::path::PathBuf;

use super::Output;

#[derive(Debug, Subcommand)]
pub(crate) enum ContentAction {
    /// Report everything that is wrong with a content folder
    Check {
        /// The folder [default: that of --content, else the built-in content]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Try the example people beside a content, and say which changes of a rule none of them would notice
    Test {
        /// The folder [default: that of --content, else the built-in content]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        /// As JSON
        #[arg(long, conflicts_with = "missing")]
        json: bool,
        /// Print examples that are missing, to be read, approved and added to examples.toml
        #[arg(long)]
        missing: bool,
    },
    /// Say everything that changed from one content folder to another, and for whom the verdict changes
    Diff {
        /// The folder before
        #[arg(value_name = "A")]
        before: PathBuf,
        /// The folder after
        #[arg(value_name = "B")]
        after: PathBuf,
        /// Try the stored cases under both, and list the codes whose verdict changes
        #[arg(long)]
        cases: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the texts of a language, given with --lang, as a gettext file for translators, or read one back
    Po {
        /// The folder [default: that of --content, else the built-in content]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        /// Read a translator's file, and write the language's own file, texts/LANG.toml
        #[arg(long, value_name = "FILE.po")]
        read: Option<PathBuf>,
        #[command(flatten)]
        to: Output,
    },
    /// Print the JSON Schema of content files, by which an editor completes and checks them, or of what a command prints
    Schema {
        /// Only one kind of file: programme, office, texts, … [default: all]; or what a command prints, as check.json
        #[arg(value_name = "KIND")]
        kind: Option<String>,
    },
    /// Write the built-in content into a folder; files that differ are never overwritten
    Export {
        /// The folder
        #[arg(value_name = "DIR", default_value = "content")]
        folder: PathBuf,
    },
}

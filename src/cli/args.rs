//! The arguments, as they are written.

mod batch;
mod cases;
mod content;
mod doctor;
mod rules;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

use crate::sheet::Format;
pub(super) use batch::BatchArgs;
pub(super) use cases::{CasesAction, DueFormat};
pub(super) use content::ContentAction;
pub(super) use doctor::DoctorArgs;
pub(super) use rules::{QuestionsArgs, RulesArgs, RulesFormat};

const EXAMPLES: &str = "\
Examples:
  smo                                 open the desk
  smo check country=other nationality=stateless
  smo check - --json < facts.txt      check a person; the facts stay off the
                                      command line
  smo offices --lang es               the offices, in Spanish
  smo requirements --json             every rule, for another program
  smo process --format svg -o process.svg
                                      a picture of it to print
  smo sheet OFFICE --lang es --format html -o sheet.html
                                      what the person takes home
  smo find passport                   look for words everywhere
  smo batch people.csv -o checked.csv a table of people, each row checked
  smo rules --format sql              the rules, for another engine
  smo cases list                      the stored cases
  smo content export my-content       a copy of the content, to edit
  smo --content my-content            the desk on that content

Exit status:
  0 done, 2 bad usage or value or no terminal, 3 bad or missing content,
  4 cannot read or write. `check --exit-verdict`: 0 an office is met,
  11 cannot tell yet, 10 no office is met.";

/// What a Safe Mobility Office asks for, what happens next, and a guided check. Without a subcommand: the desk.
///
/// The answers of `check` are a reading of published rules. They promise nothing and are not legal advice.
#[derive(Debug, Parser)]
#[command(name = "smo", version, after_help = EXAMPLES, disable_help_subcommand = true, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options of every subcommand, before or after its name.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// Only this office
    #[arg(long, global = true, value_name = "ID")]
    pub(super) office: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        help = "Language of the texts [default: SMO_LANG, then the last choice, then the locale]"
    )]
    pub(super) lang: Option<String>,
    /// Use the content of a folder instead of the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// Judge as on this day, YYYY-MM-DD; statements dated later are left out [default: today]
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// ASCII characters only; remembered [default in a locale that is not UTF-8]
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes", hide_possible_values = true)]
    pub(super) ascii: Option<Switch>,
    /// The desk as plain lines, for slow links and screen readers; remembered
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes", hide_possible_values = true)]
    pub(super) linear: Option<Switch>,
    /// Ring when a key does nothing; remembered
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes", hide_possible_values = true)]
    pub(super) bell: Option<Switch>,
    /// Write nothing to disk
    #[arg(long, global = true)]
    pub(super) no_store: bool,
    /// Speed of the line in bits a second, as 9600 or 64k
    #[arg(long, global = true, value_name = "RATE")]
    pub(super) link: Option<String>,
    /// On exit, say what was sent to the terminal, on standard error or to a file
    #[arg(long, global = true, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    #[expect(clippy::option_option, reason = "not given, given alone, given with a file")]
    pub(super) wire_stats: Option<Option<PathBuf>>,
    #[arg(long, global = true, help = "No colours; the same as NO_COLOR")]
    pub(super) no_color: bool,
    /// For logins that may do nothing else, as /etc/smo.toml says: the desk, and looking things up
    #[arg(long, global = true)]
    pub(super) kiosk: bool,
    /// Another file than /etc/smo.toml; a client of a kiosk cannot name one
    #[arg(long, global = true, value_name = "FILE", hide = true)]
    pub(super) host_config: Option<PathBuf>,
}

/// A choice that is remembered, and can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) enum Switch {
    Yes,
    No,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check a person's facts against the stated minimum of each office
    Check(CheckArgs),
    /// Check a table of people, a row each, and write it with what each comes to
    Batch(BatchArgs),
    /// The offices: intake, stated minimum, how to apply
    Offices(WhichArgs),
    /// Every requirement with its source, what is left open and what was said later
    Requirements(WhichArgs),
    /// What is asked, and what can be answered
    Questions(QuestionsArgs),
    /// All rules on one page, as data, or for another engine
    Rules(RulesArgs),
    /// How a case moves, step by step
    Process(ProcessArgs),
    /// What a person takes home: one office, how they stand, what to do
    Sheet(SheetArgs),
    /// Look for words in everything that the desk knows
    Find {
        /// What to look for, in any of the languages; accents do not matter
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
    },
    /// The stored cases: list, what is due, show, delete, export
    #[command(subcommand, disable_help_subcommand = true)]
    Cases(CasesAction),
    /// Check a content folder, or write the built-in content into one
    #[command(subcommand, disable_help_subcommand = true)]
    Content(ContentAction),
    /// What stands in the way of the work here, and what to do about it; changes nothing
    Doctor(DoctorArgs),
    /// Completions for a shell, on standard output
    Completions {
        /// The shell
        shell: Shell,
    },
    /// The manual page, on standard output
    Man,
}

const FACTS: &str = "\
Facts:
  A value is what the question takes, or `unknown`, or `declined` (prefers not
  to say). A name that does not exist is answered with the names that do.
  Dates: 2023, 2023-05, 2023-05-30, ..2023-05-30 (on or before), 2023-05-30..
  (on or after), always (born there or always lived there).
  Countries: two-letter codes or `other`; several nationalities are parted by
  commas.

Others on this computer can see the arguments of a command. `smo check -` reads
the facts from standard input instead: FACT=VALUE parted by blanks or lines; `#`
begins a comment.";

#[derive(Debug, Args)]
#[command(after_help = FACTS)]
pub(super) struct CheckArgs {
    /// What the person said; `-` reads more from standard input
    #[arg(value_name = "FACT=VALUE")]
    pub(super) facts: Vec<String>,
    /// Print JSON, format 1
    #[arg(long)]
    pub(super) json: bool,
    /// Exit with 0 if an office is met, else 11 if one cannot be told, else 10
    #[arg(long)]
    pub(super) exit_verdict: bool,
}

#[derive(Debug, Args)]
pub(super) struct WhichArgs {
    /// Only this office
    #[arg(value_name = "OFFICE")]
    pub(super) one: Option<String>,
    /// Print JSON, format 1
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ProcessArgs {
    /// Form of the output
    #[arg(long, value_enum, default_value_t = ProcessFormat::Text)]
    pub(super) format: ProcessFormat,
    /// Only what can be reached on this track; twice for both, side by side as text
    #[arg(long, value_name = "ID")]
    pub(super) track: Vec<String>,
    /// Only what can be reached from this step, by its id or number
    #[arg(long, value_name = "STEP")]
    pub(super) from: Option<String>,
    /// What lies ahead of the person of a stored case, with the days to expect it
    #[arg(long, value_name = "CODE")]
    pub(super) case: Option<String>,
    #[command(flatten)]
    pub(super) to: Output,
}

/// Where a result goes.
#[derive(Debug, Args)]
pub(super) struct Output {
    /// Write to a file that only you can read, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file where it exists
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ProcessFormat {
    /// Text of 80 columns
    Text,
    /// JSON, format 1
    Json,
    /// A graph for Graphviz
    Dot,
    /// A flowchart for Mermaid
    Mermaid,
    /// A picture to print, one page of A4
    Svg,
}

#[derive(Debug, Args)]
#[command(after_help = FACTS)]
pub(super) struct SheetArgs {
    /// The office [default: that of --office, or the one in the country of the person, of several the nearest]
    #[arg(value_name = "OFFICE")]
    pub(super) of: Option<String>,
    /// What the person said; `-` reads more from standard input
    #[arg(value_name = "FACT=VALUE", conflicts_with = "case")]
    pub(super) facts: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Large letters, on two pages, in html and pdf
    #[arg(long)]
    pub(super) large: bool,
    /// Say nothing of the person: the requirements alone
    #[arg(long)]
    pub(super) impersonal: bool,
    /// The slip for an organisation that the person is sent to, three copies, in text, html or pdf
    #[arg(long, conflicts_with = "impersonal")]
    pub(super) referral: bool,
    /// The person of a stored case; what was not stored of it is left out
    #[arg(long, value_name = "CODE")]
    pub(super) case: Option<String>,
    #[command(flatten)]
    pub(super) to: Output,
}

#[cfg(test)]
mod tests;

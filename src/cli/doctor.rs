//! `smo doctor`: what of this computer, this account and this terminal stands in the way of the work, and what to do
//! about it. It looks and changes nothing. In English, as problems of content are.
//!
//! ```text
//! ok       terminal    xterm can place its cursor; 80x24
//! PROBLEM  clock       the clock says 2019-01-01, and the content was read later …
//!                      - set the clock of this computer
//! ```

mod accounts;
mod content;
mod finding;
mod host;
mod line;
mod memory;
mod recording;
mod sshd;
mod state;
mod terminal;

use super::args::{DoctorArgs, Global, Switch};
use super::error::{CommandError, Printed};
use super::json;
use finding::{Finding, Report};

/// The exit code is 0 whatever is found: the report is the result, and its JSON says what is a problem.
pub(super) fn run(global: &Global, args: &DoctorArgs) -> Result<Printed, CommandError> {
    let findings: Vec<Finding> = if args.host { host::findings(global) } else { findings(global, args.line) };
    let report = Report::of(findings);
    if args.json {
        return json::written(&report, global.ascii == Some(Switch::Yes)).map(Printed::from);
    }
    Ok(report.text().into())
}

fn findings(global: &Global, asks_line: bool) -> Vec<Finding> {
    let (content, of_content) = content::loaded(global);
    let mut all = vec![terminal::terminal(), terminal::locale(global, content.as_ref())];
    all.extend(state::findings(global, content.as_ref()));
    all.push(of_content);
    all.push(content::clock(content.as_ref()));
    all.push(memory::cores());
    all.push(recording::recorded());
    if asks_line {
        all.push(line::measured());
    }
    all
}

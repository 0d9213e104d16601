//! `smo check`: one person's facts against every office.

mod json;
mod text;

use super::error::{CommandError, DONE, Printed};
use super::session::Session;
use super::{args, facts};
use crate::content::{CheckPart, Id, Lookup, Question};
use crate::desk::PersonState;
use crate::document::{self, Role};
use crate::rules::{self, Ask, OfficeFinding, Verdict, kleene};

use std::sync::Arc;

/// Exit code of `--exit-verdict` where no office is met and one is unclear.
const UNCLEAR: u8 = 11;
/// Exit code of `--exit-verdict` where no office can be met.
const NOT_MET: u8 = 10;

struct Checked<'a> {
    session: &'a Session,
    person: PersonState,
}

pub(super) fn run(session: &Session, args: &args::CheckArgs) -> Result<Printed, CommandError> {
    let checked = Checked { session, person: facts::person(session, &args.facts)? };
    let printed = if args.json { json::print(&checked)? } else { text::print(&checked).into() };
    let code = if args.exit_verdict { checked.exit_code() } else { DONE };
    Ok(Printed { code, ..printed })
}

impl Checked<'_> {
    /// The finding for the office of `--office`, else for all.
    fn findings(&self) -> &[OfficeFinding] {
        let all = &self.person.check.found().offices;
        self.session.office.map_or(all, |only| all.get(only..=only).unwrap_or_default())
    }

    /// The finding for the office of `--office`, else for the one in the person's country.
    fn current(&self) -> Option<&OfficeFinding> {
        match self.session.office {
            Some(_) => self.findings().first(),
            None => self.person.check.finding_here(&self.session.content),
        }
    }

    /// The question to ask next, if any answer can still change something.
    fn next_question(&self) -> Option<&Arc<Question>> {
        let session = self.session;
        let only: Option<Vec<Id>> = session.office.map(|n| vec![session.content.offices.at(n).id.clone()]);
        let ask = Ask { part: CheckPart::Minimum, as_of: session.as_of, offices: only.as_deref() };
        rules::next_question(&session.content, self.person.check.answers(), self.person.check.found(), &ask)
    }

    /// What to say, in order: that there is no office where the person is, then notices and advice.
    fn advice(&self) -> Vec<String> {
        let none = document::no_office(&self.session.context(Some(&self.person)));
        none.into_iter().map(|block| block.text).chain(self.said(&[Role::Advice, Role::Notice])).collect()
    }

    /// What of the advice has one of some roles.
    fn said(&self, roles: &[Role]) -> Vec<String> {
        let document = document::advice(&self.session.context(Some(&self.person)), self.current());
        let said = document.blocks.into_iter().filter(|block| roles.contains(&block.role));
        said.map(|block| block.text).collect()
    }

    fn exit_code(&self) -> u8 {
        match kleene::any(self.findings().iter().map(|finding| finding.verdict)) {
            Verdict::Met => DONE,
            Verdict::Unclear => UNCLEAR,
            Verdict::NotMet => NOT_MET,
        }
    }
}

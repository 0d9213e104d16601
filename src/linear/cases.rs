//! Cases in lines: what is saved, the list, going to one, keeping and deleting.

use crate::case::StoreError;
use crate::content::Msg;
use crate::desk::{Action, Case, CaseLine, CasePhrases, Desk, Ended, Outcome, Saving};

use super::command::Command;
use super::{Asked, Repl, result};
use crate::plain::TextPage;

/// The most cases that are listed: more than these nobody wants read out.
const LISTED: usize = 20;

/// What became of the answers: `K7Q2 answers saved: 4`, or that they are not saved and why. Nothing where nothing is stored.
pub(super) fn saving(desk: &Desk, page: &mut TextPage) {
    let phrases = desk.phrases();
    match desk.saving() {
        Saving::Off | Saving::Nothing => {}
        Saving::Saved { code, saved, .. } => {
            page.say(&phrases.fill(Msg::SavedCount, &[("code", code.as_str()), ("n", &saved.to_string())]));
        }
        Saving::Failed(trouble) => {
            let words = format!("{}: {}", phrases.get(Msg::NotSaved), phrases.case_error(trouble));
            page.put("(!) ", &words);
        }
    }
}

/// Whether anything is stored, and the cases that were left over: never resumed silently.
pub(super) fn opening(desk: &Desk, page: &mut TextPage) {
    if matches!(desk.saving(), Saving::Off) {
        page.say(desk.phrases().get(Msg::LinearNotStored));
    }
    desk.unreadable().iter().for_each(|said| page.put("(!) ", said));
    if desk.has_left_over() {
        page.gap();
        page.say(desk.phrases().get(Msg::CasesLeft));
        list(desk, page);
        page.gap();
    }
}

/// The cases, newest first, and the words that work with them.
pub(super) fn list(desk: &Desk, page: &mut TextPage) {
    let phrases = desk.phrases();
    let (cases, trouble) = desk.cases();
    if let Some(trouble) = trouble {
        page.put("(!) ", &phrases.case_error(&trouble));
    }
    if cases.is_empty() {
        return page.say(phrases.get(Msg::CasesNone));
    }
    result::headline(desk, page);
    for case in cases.iter().take(LISTED) {
        match desk.case_line(case) {
            Ok(line) => page.put("- ", &said(desk, case, &line)),
            Err(trouble) => page.put("- ", &phrases.case_error(&trouble)),
        }
    }
    let more = cases.len().saturating_sub(LISTED);
    if more > 0 {
        page.say(&phrases.fill(Msg::LinearMoreCases, &[("n", &more.to_string())]));
    }
    let words = [("resume", Command::Resume), ("next", Command::Next), ("delete", Command::Delete)];
    page.say(&phrases.fill(Msg::LinearCases, &words.map(|(name, command)| (name, command.word(phrases)))));
}

/// `K7Q2: Colombia, answers: 4, to ask: Came, today`.
fn said(desk: &Desk, case: &Case, line: &CaseLine) -> String {
    let words = desk.case_phrases(case, line);
    let verdict = line.gist.verdict.map_or(String::new(), |verdict| desk.phrases().verdict(verdict).to_owned());
    let CasePhrases { country, nationality, answers, open, step, place, kept, .. } = words;
    let parts = [country, nationality, verdict, answers, open, step, place, kept];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", line.code.as_ref().map_or("-", |code| code.as_str()), parts.join(", "))
}

impl Repl {
    /// Goes to a case by its code.
    pub(super) fn resume(&mut self, rest: &str, page: &mut TextPage) {
        let Some(case) = self.case_called(rest, page) else { return };
        self.withhold = None;
        let outcome = self.desk.apply(Action::GoToCase(case));
        if let Outcome::StoreFailed(StoreError::HeldBy { code, .. }) = &outcome {
            page.put("(!) ", &self.desk.phrases().outcome(&outcome).unwrap_or_default());
            return self.ask(Asked::TakeOver(code.clone()), Msg::LinearTakeOver, code.as_str(), page);
        }
        self.resumed(&outcome, page);
    }

    fn resumed(&mut self, outcome: &Outcome, page: &mut TextPage) {
        if let Outcome::StoreFailed(trouble) = outcome {
            return page.put("(!) ", &self.desk.phrases().case_error(trouble));
        }
        saving(&self.desk, page);
        let phrases = self.desk.phrases();
        if let Some(unread) = phrases.outcome(outcome) {
            page.put("(!) ", &unread);
        }
        if let Some(draft) = self.desk.draft() {
            page.say(&phrases.fill(Msg::LinearDraft, &[("text", &draft.text)]));
        }
        self.go_on(page);
    }

    /// Keeps the current case, or keeps it no longer.
    pub(super) fn keep(&mut self, page: &mut TextPage) {
        let outcome = self.desk.apply(Action::Keep(!self.desk.is_kept()));
        self.say_outcome(&outcome, page);
        if let Saving::Failed(_) = self.desk.saving() {
            saving(&self.desk, page);
        }
    }

    pub(super) fn delete(&mut self, rest: &str, page: &mut TextPage) {
        let Some(case) = self.case_called(rest, page) else { return };
        let msg = if self.desk.trash_until().is_some() { Msg::LinearDelete } else { Msg::LinearDeleteForGood };
        self.ask(Asked::Delete(case), msg, &rest.to_uppercase(), page);
    }

    /// Asks whether to end, where answers would be lost. True where nothing is to be asked.
    pub(super) fn may_end(&mut self, ending: Ended, page: &mut TextPage) -> bool {
        self.ending = ending;
        self.desk.save();
        if !self.desk.has_unsaved() {
            return true;
        }
        saving(&self.desk, page);
        self.ask(Asked::Quit, Msg::LinearQuitLosing, "", page);
        false
    }

    /// Whether to begin anew with newer content; where there is none, that is said.
    pub(super) fn may_renew(&mut self, page: &mut TextPage) -> bool {
        if self.desk.has_newer() {
            return self.may_end(Ended::Anew, page);
        }
        page.say(self.desk.phrases().get(Msg::SaidNoNewer));
        false
    }

    /// Asks whether to set somebody aside whose question is open.
    pub(super) fn ask_next(&mut self, page: &mut TextPage) {
        self.ask(Asked::Next, Msg::LinearNextOpen, "", page);
    }

    /// Asks for the word that confirms.
    fn ask(&mut self, asked: Asked, msg: Msg, code: &str, page: &mut TextPage) {
        let phrases = self.desk.phrases();
        let date = self.desk.trash_until().map(|until| phrases.day(until)).unwrap_or_default();
        let values = [("code", code), ("confirm", Command::Confirm.word(phrases)), ("date", &date)];
        page.put("(?) ", &phrases.fill(msg, &values));
        self.asked = asked;
    }

    /// Does what was asked about. False ends the session.
    pub(super) fn confirmed(&mut self, asked: &Asked, page: &mut TextPage) -> bool {
        match asked {
            Asked::Nothing => page.say(self.desk.phrases().get(Msg::LinearNothingAsked)),
            Asked::Quit => return false,
            Asked::Next => self.next(page),
            Asked::TakeOver(code) => {
                let outcome = self.desk.apply(Action::TakeOver(code.clone()));
                self.resumed(&outcome, page);
            }
            Asked::Delete(case) => {
                if let Outcome::StoreFailed(trouble) = self.desk.apply(Action::Delete(case.clone())) {
                    page.put("(!) ", &self.desk.phrases().case_error(&trouble));
                    return true;
                }
                page.say(&self.desk.deleted());
                if *case == Case::Current {
                    self.desk.apply(Action::GoOn);
                }
                self.go_on(page);
            }
        }
        true
    }

    /// The case of a code; says that there is none.
    fn case_called(&self, code: &str, page: &mut TextPage) -> Option<Case> {
        let is_it = |case: &Case| match case {
            Case::Stored(stored) => stored.as_str().eq_ignore_ascii_case(code),
            Case::Current | Case::AtDesk(_) => {
                let found = self.desk.case_line(case).ok().and_then(|line| line.code);
                found.is_some_and(|found| found.as_str().eq_ignore_ascii_case(code))
            }
        };
        let case = self.desk.cases().0.into_iter().find(is_it);
        if case.is_none() {
            let phrases = self.desk.phrases();
            page.put("(!) ", &phrases.fill(Msg::LinearNoCase, &[("cases", Command::Cases.word(phrases))]));
        }
        case
    }
}

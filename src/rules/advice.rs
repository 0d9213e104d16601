//! Advice for a situation, and notices about the whole programme.

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::sync::Arc;

use crate::content::{Advice, Content, Notice, Situation};

use super::answer::Answers;
use super::eval::eval;
use super::finding::OfficeFinding;
use super::intake;
use super::kleene::Verdict;

/// The advice for a person at an office, or with no office in view, in the order of the file.
pub fn advice<'a>(
    content: &'a Content,
    answers: &Answers,
    finding: Option<&OfficeFinding>,
    as_of: NaiveDate,
) -> Vec<&'a Advice> {
    let verdict = finding.map(|finding| finding.verdict);
    let fits = |situation: Situation| match situation {
        Situation::Always | Situation::BeforeContact => true,
        Situation::IntakeClosed => is_closed(content, finding, as_of),
        Situation::NoOffice => answers.country(content).is_some_and(|c| content.offices_in(&c).next().is_none()),
        Situation::Met => verdict == Some(Verdict::Met),
        Situation::NotMet => verdict == Some(Verdict::NotMet),
        Situation::Unclear => verdict == Some(Verdict::Unclear),
    };
    let holds = |advice: &Advice| advice.rule.as_ref().is_none_or(|rule| eval(rule, answers) == Verdict::Met);
    content.advice.iter().filter(|advice| fits(advice.situation) && holds(advice)).collect()
}

/// What to say before contact data is discussed, also where it is not known whether it concerns this person.
pub fn before_contact<'a>(content: &'a Content, answers: &Answers) -> Vec<&'a Advice> {
    let may_hold = |advice: &Advice| advice.rule.as_ref().is_none_or(|rule| eval(rule, answers) != Verdict::NotMet);
    let all = content.advice.iter().filter(|advice| advice.situation == Situation::BeforeContact);
    all.filter(|advice| may_hold(advice)).collect()
}

fn is_closed(content: &Content, finding: Option<&OfficeFinding>, as_of: NaiveDate) -> bool {
    match finding {
        Some(finding) => intake::of(content, &finding.office, as_of).state.is_closed(),
        None => content.offices.iter().all(|office| intake::of(content, office, as_of).state.is_closed()),
    }
}

/// The notice for the header of every screen: the first in the file with a headline, made by the day.
pub fn headline(content: &Content, as_of: NaiveDate) -> Option<&Arc<Notice>> {
    content.notices.iter().find(|notice| notice.headline.is_some() && notice.statement.known_by(as_of))
}

/// The notices made by a day, newest first; undated ones count from the day their source was read, and come last where
/// that is after the day.
pub fn notices(content: &Content, as_of: NaiveDate) -> Vec<&Arc<Notice>> {
    let mut notices: Vec<_> = content.notices.iter().filter(|notice| notice.statement.published_by(as_of)).collect();
    notices.sort_by_key(|notice| Reverse((notice.statement.known_by(as_of), notice.statement.order())));
    notices
}

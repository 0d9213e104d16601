//! A question as it is announced: its count, why, the rule that needs it, its choices.

use crate::check::{self, Choice};
use crate::content::{Kind, Question, Word};
use crate::desk::Desk;

use super::page::Page;
use super::rule;

/// Everything that is needed to answer a question.
pub(super) fn question(desk: &Desk, question: &Question, page: &mut Page) {
    let speaker = desk.speaker();
    page.say(&count(desk, question));
    remind(desk, question, page);
    why(desk, question, page);
    let office = desk.check().office(desk.content());
    for choice in check::choices(desk.content(), question, office.map(AsRef::as_ref), "") {
        offer(desk, question, &choice, page);
    }
    let hint = match question.kind {
        Kind::Date | Kind::DateOrNo => Some(Word::OrTypeDate),
        Kind::Country => Some(Word::TypeCountry),
        Kind::Countries => Some(Word::TypeCountries),
        Kind::YesNo | Kind::OneOf => None,
    };
    if let Some(hint) = hint {
        page.say(speaker.word(hint));
    }
    if let Some(answer) = desk.check().answers().get(&question.id) {
        page.say(&speaker.fill(Word::LinearSoFar, &[("answer", &speaker.answer(question, answer))]));
    } else if let Some(answer) = desk.offered() {
        page.say(&speaker.fill(Word::LinearOffered, &[("answer", &speaker.answer(question, answer))]));
    } else if desk.check().is_forgotten(&question.id) {
        page.say(&format!("{} {}", question.name.say(desk.lang()), speaker.word(Word::WasNotStored)));
    }
    if desk.check().is_withheld(&question.id) {
        page.say(speaker.word(Word::WithheldNow));
    }
}

/// The question alone.
pub(super) fn remind(desk: &Desk, question: &Question, page: &mut Page) {
    page.say(&desk.speaker().ask(question, desk.check().country(desk.content())));
}

/// What a text can mean, to be chosen from.
pub(super) fn which(desk: &Desk, question: &Question, which: &[Choice], page: &mut Page) {
    page.say(desk.speaker().word(Word::WhichOne));
    for choice in which {
        offer(desk, question, choice, page);
    }
}

/// Why a question is asked, and the rule that needs it with everything that is said of it.
pub(super) fn why_in_full(desk: &Desk, question: &Question, page: &mut Page) {
    why(desk, question, page);
    if let Some(requirement) = desk.check().needed_by(desk.content(), question) {
        rule::said_of(desk, requirement, page);
    }
}

fn why(desk: &Desk, question: &Question, page: &mut Page) {
    let speaker = desk.speaker();
    let why = speaker.why(question, desk.check().country(desk.content()));
    page.say(&speaker.fill(Word::WhyAsked, &[("why", &why)]));
    if let Some(requirement) = desk.check().needed_by(desk.content(), question) {
        let rule = speaker.requirement(requirement);
        page.say(&speaker.fill(Word::WhyRule, &[("rule", &rule)]));
    }
}

fn offer(desk: &Desk, question: &Question, choice: &Choice, page: &mut Page) {
    // Those beyond the digits are typed, as all others are.
    let key = choice.key.unwrap_or('-');
    let words = desk.speaker().choice(question, choice, desk.check().country(desk.content()));
    page.set(&format!("{key}  "), &words);
}

/// "3 of at most 6".
fn count(desk: &Desk, question: &Question) -> String {
    let (place, of) = desk.check().count(desk.content(), question, desk.as_of());
    desk.speaker().fill(Word::CheckCount, &[("n", &place.to_string()), ("of", &of.to_string())])
}

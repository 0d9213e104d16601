//! People at the desk, made up from their number: the same number is always the same person.

use std::sync::Arc;

use smo_desk::check;
use smo_desk::content::{FactKind, Lang, Question};
use smo_desk::desk::{Action, Desk};
use smo_desk::rules::{Answer, Value, Verdict, contradictions, parse_value};

use crate::play::script::{content, day};

/// Numbers that look like chance and are not (Knuth's multiplier and increment).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// Typed dates: inexact, early, late, and one that is in the middle of some rules.
const DATES: [&str; 5] = ["2019", "2023", "2022-03", "2025-01-01", "..2023-06-11"];

/// A desk at which a person was asked everything, in a language.
pub(crate) fn desk(number: u64, lang: Lang) -> Desk {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xA5A5);
    let mut desk = Desk::new(content(), lang, day());
    // Every other person answers so that each rule of the office is met as far as answers can.
    let is_eager = number.is_multiple_of(2);
    for question in &content().questions.clone() {
        if question.order > 0 && dice.below(8) == 0 && !is_eager {
            continue;
        }
        let answer = if is_eager { eager(&desk, question, &mut dice) } else { any(&desk, question, &mut dice) };
        desk.apply(Action::Answer(question.id.clone(), answer));
    }
    if number % 5 == 1 {
        move_on(&mut desk, &mut dice);
    }
    if number.is_multiple_of(3) {
        desk.apply(Action::ForPathways);
    }
    if number.is_multiple_of(7) {
        let steps = content().process.steps.len();
        desk.apply(Action::Reach(dice.below(steps), day()));
    }
    desk.apply(Action::Review);
    desk
}

/// One of the answers that are offered, or a typed date.
fn any(desk: &Desk, question: &Question, dice: &mut Dice) -> Answer {
    let content = desk.content();
    let office = desk.check().office(content);
    let choices = check::choices(content, question, office.map(AsRef::as_ref), "");
    let is_date = matches!(question.kind, FactKind::Date | FactKind::DateOrNo);
    if question.kind == FactKind::Countries && dice.below(6) == 0 {
        return Answer::Known(Value::Stateless);
    }
    let answer = if is_date && dice.below(2) == 0 {
        parse_value(content, question, DATES[dice.below(DATES.len())], desk.as_of()).unwrap()
    } else {
        choices[dice.below(choices.len())].answer.clone()
    };
    match answer {
        Answer::Known(value) if dice.below(8) == 0 => Answer::Withheld(value),
        other => other,
    }
}

/// The first answer after which the person's office is not out of the question.
fn eager(desk: &Desk, question: &Question, dice: &mut Dice) -> Answer {
    let content = desk.content();
    if question.kind == FactKind::Country {
        let offices = &content.offices;
        return Answer::Known(Value::Country(offices[dice.below(offices.len())].country.id.clone()));
    }
    let office = desk.check().office(content).map(Arc::clone).unwrap();
    let choices = check::choices(content, question, Some(&office), "");
    let fits = |answer: &Answer| {
        let mut answers = desk.check().answers().clone();
        answers.set(content, question, answer.clone());
        let found = smo_desk::rules::assess(content, &answers);
        found.office(&office.id).is_some_and(|finding| finding.verdict != Verdict::NotMet)
    };
    let all: Vec<Answer> = choices.into_iter().map(|choice| choice.answer).collect();
    let known: Vec<Answer> = all.iter().filter(|a| a.value().is_some() && fits(a)).cloned().collect();
    known.get(dice.below(known.len().min(2))).unwrap_or(&all[0]).clone()
}

/// The person turns out to be in another country: what was said of the stay in the first is parked.
fn move_on(desk: &mut Desk, dice: &mut Dice) {
    let content = content();
    let Some(question) = smo_desk::rules::place_question(&content) else { return };
    let here = desk.check().country(&content).map(str::to_owned);
    let others: Vec<_> = content.offices.iter().map(|office| office.country.id.clone()).collect();
    let others: Vec<_> = others.into_iter().filter(|id| Some(&**id) != here.as_deref()).collect();
    let there = others[dice.below(others.len())].clone();
    desk.apply(Action::Answer(question.id.clone(), Answer::Known(Value::Country(there))));
}

type IsOf = fn(&Desk) -> bool;

/// What people can be, each with how it is told.
pub(super) const KINDS: &[(&str, IsOf)] = &[
    ("met", |desk| here(desk) == Some(Verdict::Met)),
    ("not met", |desk| here(desk) == Some(Verdict::NotMet)),
    ("cannot tell", |desk| here(desk) == Some(Verdict::Unclear)),
    ("stateless", |desk| any_answer(desk, |answer| answer.value() == Some(&Value::Stateless))),
    ("declining", |desk| any_answer(desk, |answer| *answer == Answer::Declined)),
    ("unsure", |desk| any_answer(desk, |answer| *answer == Answer::DontKnow)),
    ("withholding", |desk| any_answer(desk, |answer| matches!(answer, Answer::Withheld(_)))),
    ("contradicting", |desk| !contradictions(desk.content(), desk.check().answers()).is_empty()),
    ("with a case", |desk| {
        let questions = desk.content().questions.iter().filter(|question| question.while_closed);
        let is_yes = |question: &Arc<Question>| desk.check().answers().value(&question.id) == Some(&Value::YesNo(true));
        questions.clone().any(is_yes)
    }),
    ("elsewhere", |desk| desk.check().country(desk.content()).is_some() && here(desk).is_none()),
    ("nowhere", |desk| desk.check().country(desk.content()).is_none()),
    ("with parked answers", |desk| desk.check().answers().parked().next().is_some()),
    ("at a step", |desk| !desk.place().moves.is_empty()),
    ("asking for pathways", |desk| desk.check().asks_for_pathways()),
];

fn here(desk: &Desk) -> Option<Verdict> {
    desk.finding_here().map(|finding| finding.verdict)
}

fn any_answer(desk: &Desk, is: impl Fn(&Answer) -> bool) -> bool {
    desk.check().answers().iter().any(|(_, answer)| is(answer))
}

//! A question for a length of time, on the screen: what is asked of a number alone, and what an answer comes back as.

use smo_desk::content::{Condition, Content, FactKind, PeriodUnit, Question, Requirement, Rule, Test, Text};
use smo_desk::rules::Verdict;
use smo_desk::tui::app::App;
use std::sync::Arc;

use crate::play::script::{content, play, start_on};
use crate::whole_check::shown;

const UP_TO_IT: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

/// The embedded content of which the first office also asks for two years of work, so many times.
fn asking(times: usize) -> Arc<Content> {
    let mut content = Content::clone(&content());
    let languages = content.languages.len();
    let words = |words: &str| Text::new(vec![words.into(); languages]);
    let mut office = content.offices[0].as_ref().clone();
    let model = Requirement::clone(office.requirements.last().unwrap());
    for n in 1..=times {
        let question = Arc::new(Question {
            id: format!("worked{n}").as_str().into(),
            order: content.questions.len(),
            kind: FactKind::Period,
            counts: Some(PeriodUnit::Months),
            name: words(&format!("Worked {n}")),
            ask: words("For how long?"),
            why: words("A rule asks for it."),
            ..Question::default()
        });
        let test = Test { fact: Arc::clone(&question), condition: Condition::AtLeast(24) };
        office.requirements.push(Arc::new(Requirement {
            id: format!("colombia.worked{n}").as_str().into(),
            rule: Rule::Test(test),
            text: words("Two years of work"),
            short: words("2 years"),
            ..model.clone()
        }));
        content.questions.push(question);
    }
    content.offices[0] = Arc::new(office);
    Arc::new(content)
}

fn verdict(state: &App) -> Option<Verdict> {
    state.desk.finding_here().map(|finding| finding.verdict)
}

fn asked() -> App {
    let mut state = start_on(asking(1), 0, false, (80, 24));
    play(&mut state, UP_TO_IT);
    assert!(shown(&state).contains("For how long?"), "{}", shown(&state));
    state
}

/// It can be months or years, and neither is taken however often it is typed.
#[test]
fn a_number_alone_is_no_answer() {
    for typed in ["2<enter>", "18<enter>", "18<enter>18<enter>", "2<enter><back>2<enter>", "101<enter>"] {
        let mut state = asked();
        play(&mut state, typed);
        assert_eq!(verdict(&state), Some(Verdict::Unclear), "{typed}");
        assert!(shown(&state).contains("Type a number with its unit"), "{}", shown(&state));
    }
    for (unit, expected) in [("months", Verdict::NotMet), ("years", Verdict::Met)] {
        let mut state = asked();
        play(&mut state, &format!("18<enter><space>{unit}<enter>"));
        assert_eq!(verdict(&state), Some(expected), "{unit}");
    }
}

#[test]
fn an_answer_comes_back_into_its_field() {
    for (typed, expected) in
        [("2<space>years", "2 years"), ("27<space>months", "2 years and 3 months"), ("0<space>months", "0 months")]
    {
        let mut state = asked();
        play(&mut state, &format!("{typed}<enter>"));
        let before = verdict(&state);
        assert!(before.is_some_and(|verdict| verdict != Verdict::Unclear), "{typed}");
        play(&mut state, "<s-tab><enter>");
        let said = shown(&state);
        assert!(said.contains(&format!("> {expected}")), "{said}");
        play(&mut state, "<enter>");
        assert_eq!(verdict(&state), before, "{typed}");
    }
}

/// From the tenth on a number has two digits.
#[test]
fn numbers_of_a_long_form_stand_apart_from_names() {
    let mut state = start_on(asking(6), 0, false, (80, 24));
    play(&mut state, "n <esc>f<enter>");
    let said = shown(&state);
    assert!(said.contains("10 Worked 2"), "{said}");
}

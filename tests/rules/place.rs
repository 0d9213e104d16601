//! A person's place in the guide's process, and when the next step is to be expected, in each language.

use chrono::NaiveDate;
use smo_desk::content::Content;
use smo_desk::process::{Expected, MoveError, Place, Undated, WindowState};
use smo_desk::wording::Phrases;

fn content() -> Content {
    Content::embedded().map_err(|problems| problems.to_string()).unwrap()
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn at(content: &Content, moves: &[(&str, &str)]) -> Place {
    let mut place = Place::default();
    for (step, on) in moves {
        place.moved(&content.process, step, day(on), day("2030-01-01")).unwrap();
    }
    place
}

/// What is said of every wait ahead.
fn said(content: &Content, moves: &[(&str, &str)], lang: &str, as_of: &str) -> Vec<String> {
    let phrases = Phrases::new(content, content.language(lang).unwrap());
    let place = at(content, moves);
    Expected::ahead(&content.process, &place, day(as_of)).iter().map(|expected| phrases.waiting(expected)).collect()
}

#[test]
fn after_the_screening_both_windows_are_told() {
    let content = content();
    let screened = [("screening", "2026-05-03")];
    let ahead = |lang| said(&content, &screened, lang, "2026-05-10");
    assert_eq!(
        ahead("en"),
        [
            "2 weeks or more after 3 May 2026 (Screening): from 17 May 2026. Two weeks to several months after the \
             screening. [guide] No wait time can be given. [portal, undated, read 23 Nov 2026]",
            "2 to 4 weeks after 3 May 2026 (Screening): 17-31 May 2026. [guide] No wait time can be given. [portal, undated, read \
             23 Nov 2026]",
            "It can take at least three months through USRAP. From when they count is not said; for other pathways no time is given.",
        ]
    );
    let window = |all: &[String]| all[1].split_once(". ").unwrap().0.to_owned();
    assert_eq!(window(&ahead("es")), "2 a 4 semanas después del 3 de mayo de 2026 (Evaluación): 17-31 de mayo de 2026");
    assert_eq!(window(&ahead("ht")), "2 a 4 semèn apre 3 me 2026 (Evalyasyon): 17-31 me 2026");
    let turn = said(&content, &[("screening", "2026-12-10")], "es", "2026-12-10");
    assert_eq!(
        turn[1].split_once(". ").unwrap().0,
        "2 a 4 semanas después del 10 de diciembre de 2026 (Evaluación): \
         del 24 de diciembre de 2026 al 7 de enero de 2027"
    );
}

#[test]
fn longer_than_the_guide_says_is_said_with_the_later_source() {
    let content = content();
    let moves = [("screening", "2026-05-03"), ("iom_review", "2026-05-05")];
    let on = |as_of| said(&content, &moves, "en", as_of).remove(0);
    assert_eq!(
        on("2026-05-31"),
        "2 to 4 weeks after 3 May 2026 (Screening): 17-31 May 2026. [guide] \
         No wait time can be given. [portal, undated, read 23 Nov 2026]"
    );
    assert_eq!(
        on("2026-06-01"),
        "2 to 4 weeks after 3 May 2026 (Screening): 17-31 May 2026; longer than the guide says. [guide] \
         No wait time can be given. [portal, undated, read 23 Nov 2026]"
    );
}

#[test]
fn a_case_moved_to_the_other_track_may_have_two_screenings() {
    let content = content();
    let moves = [("screening", "2026-05-03"), ("refugee_check", "2026-05-05"), ("iom_review", "2026-05-20")];
    assert_eq!(
        said(&content, &moves, "en", "2026-05-21")[0],
        "Two to four weeks after the screening. Screening: it is not clear which one counts, so there are no dates."
    );
    // In the check of one track its own interview has a window; what lies behind the move has none.
    let place = at(&content, &moves[..2]);
    let states: Vec<_> = Expected::ahead(&content.process, &place, day("2026-05-06")).iter().map(|e| e.state).collect();
    assert_eq!(states[..2], [WindowState::Early, WindowState::Undated(Undated::InDoubt)]);
}

#[test]
fn who_has_begun_anew_since_has_no_window_from_the_round_before() {
    let content = content();
    let moves = [("screening", "2026-05-03"), ("application", "2026-07-01"), ("review", "2026-07-02")];
    let states: Vec<_> = {
        let place = at(&content, &moves);
        Expected::ahead(&content.process, &place, day("2026-10-01")).iter().map(|e| (e.state, e.min)).collect()
    };
    assert!(states.iter().all(|(state, min)| matches!(state, WindowState::Undated(_)) && min.is_none()), "{states:?}");
}

#[test]
fn an_interview_at_the_office_is_not_taken_for_the_screening() {
    let content = content();
    let moves = [("in_person_interview", "2026-05-03"), ("routing", "2026-05-04")];
    assert_eq!(
        said(&content, &moves, "en", "2026-05-06")[1],
        "Two to four weeks after the screening. Screening: no day is recorded, so there are no dates."
    );
}

#[test]
fn waits_without_a_start_give_the_words_of_the_guide() {
    let content = content();
    let seen = said(&content, &[("review", "2026-05-03")], "en", "2027-05-06");
    assert_eq!(seen[0], "It takes a few weeks until the call. The guide does not say when they start.");
}

#[test]
fn a_refused_move_is_said_in_words() {
    let content = content();
    let mut place = at(&content, &[("screening", "2026-05-03")]);
    let mut refused = |step, on| place.moved(&content.process, step, day(on), day("2026-05-10")).unwrap_err();
    let all = [refused("routing", "2026-05-11"), refused("routing", "2026-05-02"), refused("routin", "2026-05-10")];
    assert!(matches!(all[1], MoveError::BeforeLast { .. }));
    for lang in ["en", "es", "ht"] {
        let phrases = Phrases::new(&content, content.language(lang).unwrap());
        let said: Vec<_> = all.iter().map(|refused| phrases.move_error(refused)).collect();
        assert!(said.iter().all(|words| !words.contains('{') && !words.is_empty()), "{said:?}");
        assert!(said[1].contains("2026") && said[2].contains("routin"), "{said:?}");
    }
}

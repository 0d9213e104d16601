//! Findings on the made-up programme: reasons, what applies, what is missing, what settles.

use smo_desk::content::{CheckPart, Rule};
use smo_desk::rules::Verdict::{Met, NotMet, Unclear};
use smo_desk::rules::{Ask, Assessment, OfficeFinding, assess, contradictions, eval, next_question};

use crate::made_up::{Maker, answers, content, ids, one_of, text, today};

fn assessed(facts: &str) -> Assessment {
    let content = content();
    assess(&content, &answers(&content, facts))
}

fn office(facts: &str, id: &str) -> OfficeFinding {
    assessed(facts).office(id).unwrap().clone()
}

fn next(facts: &str, part: CheckPart) -> Option<String> {
    let content = content();
    let answers = answers(&content, facts);
    let ask = Ask::all(part, today());
    next_question(&content, &answers, &assess(&content, &answers), &ask).map(|question| question.id.to_string())
}

#[test]
fn nothing_known_leaves_everything_open() {
    let finding = office("", "aa");
    assert_eq!(finding.verdict, Unclear);
    assert_eq!(ids(&finding.missing), ["land", "origin", "came", "grown", "papers"]);
    assert_eq!(ids(&finding.settles), ids(&finding.missing));
}

#[test]
fn every_requirement_met_is_met_and_needs_nothing_more() {
    let finding = office("land=AA origin=XX came=2019 grown=yes papers=full", "aa");
    assert_eq!((finding.verdict, finding.missing.len(), finding.settles.len()), (Met, 0, 0));
}

#[test]
fn one_failure_ends_an_office() {
    let finding = office("land=AA grown=no", "aa");
    assert_eq!((finding.verdict, finding.missing.len()), (NotMet, 0));
    let verdicts: Vec<_> = finding.requirements.iter().map(|requirement| requirement.verdict).collect();
    assert_eq!(verdicts, [Met, Unclear, Unclear, NotMet, Unclear]);
}

#[test]
fn what_was_not_said_is_missing_and_never_failed() {
    for said in ["", "unknown", "declined"] {
        let came = if said.is_empty() { String::new() } else { format!("came={said}") };
        let finding = office(&format!("land=AA origin=XX grown=yes papers=full {came}"), "aa");
        assert_eq!((finding.verdict, ids(&finding.missing)), (Unclear, vec!["came"]), "{said}");
    }
    let straddling = office("land=AA origin=XX grown=yes papers=full came=2025", "aa");
    assert_eq!((straddling.verdict, ids(&straddling.missing)), (Unclear, vec!["came"]));
    let stateless = office("land=AA origin=stateless grown=yes papers=full came=2019", "aa");
    assert_eq!((stateless.verdict, ids(&stateless.missing)), (Unclear, vec!["origin"]));
}

#[test]
fn of_several_nationalities_one_is_enough() {
    let with = |origin: &str| office(&format!("land=AA origin={origin} came=2019 grown=yes papers=full"), "aa").verdict;
    assert_eq!(
        [with("DD,YY"), with("other,XX"), with("XX"), with("DD"), with("other")],
        [Met, Met, Met, NotMet, NotMet]
    );
}

#[test]
fn what_was_said_of_a_stay_elsewhere_does_not_apply() {
    let finding = office("land=BB came=2029 papers=none origin=XX grown=yes", "aa");
    let table: Vec<_> = finding.requirements.iter().map(|r| (r.applies, r.verdict)).collect();
    assert_eq!(table, [(true, NotMet), (true, Met), (false, Unclear), (true, Met), (false, Unclear)]);
    assert_eq!((finding.verdict, finding.missing.len()), (NotMet, 0));
    let here = office("land=AA came=2029", "aa");
    assert!(here.requirements.iter().all(|requirement| requirement.applies));
    let nowhere = office("land=unknown came=2029", "aa");
    assert!(nowhere.requirements.iter().all(|requirement| requirement.applies));
}

#[test]
fn one_of_two_conditions_is_enough_and_both_are_missing_until_then() {
    let with = |facts: &str| office(&format!("land=BB came=2020 {facts}"), "bb");
    assert_eq!(ids(&with("").missing), ["filed", "signed"]);
    assert_eq!(ids(&with("filed=no").missing), ["signed"]);
    assert_eq!(ids(&with("filed=unknown signed=no").missing), ["filed"]);
    assert_eq!(with("filed=yes").verdict, Met);
    assert_eq!(with("filed=unknown signed=2025-10").verdict, Unclear);
    assert_eq!(with("signed=2025-09").verdict, Met);
    assert_eq!(with("filed=no signed=no").verdict, NotMet);
    let tests = with("filed=no signed=2025-10-19").requirements[2].tests.clone();
    assert_eq!(tests.iter().map(|test| test.verdict).collect::<Vec<_>>(), [NotMet, NotMet]);
}

#[test]
fn an_unstated_condition_is_never_met_and_nothing_surely_settles_it() {
    let finding = office("land=CC", "cc");
    assert_eq!((ids(&finding.missing), finding.settles.len()), (vec!["came", "grown"], 0));
    let all = office("land=CC came=2027 grown=no", "cc");
    assert_eq!((all.verdict, all.missing.len()), (Unclear, 0));
    assert_eq!(office("land=CC grown=yes", "cc").verdict, NotMet);
    let rule = Rule::Not(Box::new(Rule::Unstated(text("nobody says"))));
    assert_eq!(eval(&rule, &answers(&content(), "")), Unclear);
}

#[test]
fn a_fact_that_every_answer_to_meets_is_still_missing() {
    let maker = Maker::new();
    let mut content = maker.content();
    let papers = maker.test("papers", one_of(&["full", "pending", "none"]));
    content.offices = vec![maker.office("AA", Vec::new(), vec![("status", "status", papers)])];
    let finding = assess(&content, &answers(&content, "land=AA")).offices.remove(0);
    assert_eq!(
        (finding.verdict, ids(&finding.missing), ids(&finding.settles)),
        (Unclear, vec!["papers"], vec!["papers"])
    );
}

#[test]
fn always_is_before_any_cutoff() {
    assert_eq!(office("land=BB came=always filed=yes", "bb").verdict, Met);
    assert_eq!(office("land=CC came=always", "cc").verdict, NotMet);
}

#[test]
fn pathways_are_assessed_beside_the_offices() {
    let none = assessed("");
    let finding = |id: &str| none.pathways.iter().find(|finding| *finding.pathway == *id).unwrap();
    assert_eq!(ids(&finding("work").missing), ["land", "origin"]);
    assert_eq!(ids(&finding("family").missing), ["kin"]);
    let asylum = finding("asylum");
    assert_eq!((asylum.verdict, asylum.missing.len()), (Unclear, 0));
    let some = assessed("land=AA origin=YY kin=no");
    let verdicts: Vec<_> = some.pathways.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [NotMet, Met, Unclear]);
}

#[test]
fn the_best_office_speaks_for_all() {
    assert_eq!(assessed("").best(), Unclear);
    assert_eq!(assessed("land=DD").best(), NotMet);
    assert_eq!(assessed("land=BB came=2020 filed=yes").best(), Met);
}

#[test]
fn a_date_that_cannot_be_is_pointed_out_and_changes_nothing() {
    let content = content();
    let pairs = |facts: &str| {
        let pairs = contradictions(&content, &answers(&content, facts));
        pairs.iter().map(|(late, early)| format!("{} {}", late.id, early.id)).collect::<Vec<_>>()
    };
    assert_eq!(pairs("came=2024-05-02 signed=2024-05-01"), ["signed came"]);
    assert_eq!(pairs("came=2025.. signed=2024".replace("2025..", "2025-01-01..").as_str()), ["signed came"]);
    for possible in [
        "came=2024-05-01 signed=2024-05-01",
        "came=2024 signed=2024-01-01",
        "came=always signed=1990",
        "came=..2025-01-01 signed=1990",
        "came=unknown signed=1990",
        "came=2024 signed=no",
        "signed=1990",
    ] {
        assert!(pairs(possible).is_empty(), "{possible}");
    }
    let facts = "land=BB came=2024-05-02 signed=2024-05-01 filed=no";
    assert_eq!(office(facts, "bb").verdict, Met);
}

#[test]
fn the_next_question_is_one_that_can_still_change_something() {
    let minimum = |facts: &str| next(facts, CheckPart::Minimum);
    assert_eq!(minimum("").unwrap(), "land");
    assert_eq!(minimum("land=AA").unwrap(), "has_case", "an intake is closed");
    assert_eq!(minimum("land=AA has_case=no").unwrap(), "origin");
    assert_eq!(minimum("land=AA has_case=no origin=XX").unwrap(), "came");
    assert_eq!(minimum("land=AA has_case=no origin=declined came=unknown").unwrap(), "grown");
    assert_eq!(minimum("land=AA has_case=no origin=DD"), None);
    assert_eq!(minimum("land=DD has_case=unknown"), None);
    assert_eq!(minimum("land=BB has_case=no").unwrap(), "came");
    assert_eq!(minimum("land=BB has_case=no came=2020 filed=yes"), None);
    assert_eq!(minimum("land=AA origin=XX came=2019 grown=yes papers=full").unwrap(), "has_case");
    assert_eq!(minimum("land=unknown has_case=no").unwrap(), "origin");
}

#[test]
fn pathways_ask_whatever_they_still_need() {
    let pathways = |facts: &str| next(facts, CheckPart::Pathways);
    assert_eq!(pathways("land=AA").unwrap(), "origin");
    assert_eq!(pathways("land=AA origin=XX").unwrap(), "kin");
    assert_eq!(pathways("land=DD").unwrap(), "kin");
    assert_eq!(pathways("land=DD kin=no"), None);
}

#[test]
fn only_the_offices_in_view_ask() {
    let content = content();
    let answers = answers(&content, "land=unknown has_case=no");
    let assessment = assess(&content, &answers);
    let view = ["bb".into()];
    let ask = Ask { part: CheckPart::Minimum, as_of: today(), offices: Some(&view) };
    assert_eq!(&*next_question(&content, &answers, &assessment, &ask).unwrap().id, "came");
}

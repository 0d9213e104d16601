//! Which questions each office asks, in which order, and where it stops.

use smo_desk::check::Check;
use smo_desk::rules::{Answer, Value, Verdict, assess};

use super::person::{CONTENT, answer, at, question, today};

/// Gives these answers to the questions as they come; says what was asked, and the verdicts at the end.
#[track_caller]
fn asked(facts: &str) -> (String, String) {
    let mut check = Check::new(&CONTENT);
    check.go_on(&CONTENT, today());
    let mut asked = Vec::new();
    let mut facts: Vec<(&str, &str)> = facts.split_whitespace().map(|fact| fact.split_once('=').unwrap()).collect();
    while !at(&check).is_empty() {
        let id = at(&check).to_owned();
        let n = facts.iter().position(|(fact, _)| *fact == id).unwrap_or_else(|| panic!("{id} is asked: {asked:?}"));
        let (_, value) = facts.remove(n);
        check.answer(&CONTENT, question(&id), answer(&id, value), today());
        asked.push(id);
    }
    assert!(facts.is_empty(), "not asked: {facts:?}");
    let found = assess(&CONTENT, check.answers());
    let verdicts: Vec<&str> = found.offices.iter().map(|finding| finding.verdict.into()).collect();
    (asked.join(" "), verdicts.join(" "))
}

#[track_caller]
fn sequence(facts: &str, expected: &str, verdicts: &str) {
    assert_eq!(asked(facts), (expected.to_owned(), verdicts.to_owned()), "{facts}");
}

#[test]
fn colombia() {
    let all = "country existing_case nationality arrived adult status";
    let others = "not_met not_met not_met";
    let person = "country=CO existing_case=no nationality=VE";
    sequence(&format!("{person} arrived=2019 adult=yes status=regular"), all, &format!("met {others}"));
    sequence(&format!("{person} arrived=2019 adult=yes status=in_process"), all, &format!("met {others}"));
    sequence(&format!("{person} arrived=2019 adult=yes status=irregular"), all, &format!("not_met {others}"));
    sequence(
        "country=CO existing_case=no nationality=NI",
        "country existing_case nationality",
        &format!("not_met {others}"),
    );
    sequence(
        &format!("{person} arrived=2023-06-12"),
        "country existing_case nationality arrived",
        &format!("not_met {others}"),
    );
    sequence(
        &format!("{person} arrived=2019 adult=no"),
        "country existing_case nationality arrived adult",
        &format!("not_met {others}"),
    );
    sequence(&format!("{person} arrived=2023 adult=unknown status=declined"), all, &format!("unclear {others}"));
    sequence(&format!("{person} arrived=2023-06 adult=yes status=irregular"), all, &format!("not_met {others}"));
}

#[test]
fn costa_rica() {
    let all = "country existing_case nationality arrived";
    sequence("country=CR existing_case=yes nationality=EC arrived=2023-06-12", all, "not_met met not_met not_met");
    sequence("country=CR existing_case=no nationality=EC arrived=2023-06-13", all, "not_met not_met not_met not_met");
    sequence(
        "country=CR existing_case=no nationality=CU",
        "country existing_case nationality",
        "not_met not_met not_met not_met",
    );
}

#[test]
fn ecuador() {
    let all = "country existing_case nationality arrived regularization asylum_registered";
    let person = "country=EC existing_case=no nationality=CO arrived=2023-10-18";
    let met = "not_met not_met met not_met";
    let none = "not_met not_met not_met not_met";
    sequence(&format!("{person} regularization=yes"), "country existing_case nationality arrived regularization", met);
    sequence(&format!("{person} regularization=no asylum_registered=2023-10-18"), all, met);
    sequence(&format!("{person} regularization=no asylum_registered=2023-10-19"), all, none);
    sequence(&format!("{person} regularization=no asylum_registered=no"), all, none);
    sequence(&format!("{person} regularization=unknown asylum_registered=2020"), all, met);
    sequence(&format!("{person} regularization=unknown asylum_registered=no"), all, "not_met not_met unclear not_met");
    sequence(
        "country=EC existing_case=no nationality=CO arrived=2023-10-19",
        "country existing_case nationality arrived",
        none,
    );
    sequence("country=EC existing_case=no nationality=GT", "country existing_case nationality", none);
}

#[test]
fn guatemala() {
    let all = "country existing_case nationality arrived";
    let none = "not_met not_met not_met not_met";
    sequence("country=GT existing_case=no nationality=GT arrived=always", all, "not_met not_met not_met met");
    sequence("country=GT existing_case=no nationality=NI arrived=2024-07-15", all, "not_met not_met not_met met");
    sequence("country=GT existing_case=no nationality=NI arrived=2024-07-16", all, none);
    sequence("country=GT existing_case=no nationality=VE", "country existing_case nationality", none);
}

#[test]
fn elsewhere_and_unknown() {
    sequence("country=MX existing_case=no", "country existing_case", "not_met not_met not_met not_met");
    sequence("country=other existing_case=no", "country existing_case", "not_met not_met not_met not_met");
    let every = "country existing_case nationality arrived adult status regularization asylum_registered";
    sequence(
        "country=unknown existing_case=unknown nationality=VE arrived=2019 adult=yes status=regular \
         regularization=no asylum_registered=no",
        every,
        "unclear unclear not_met not_met",
    );
    sequence(
        "country=declined existing_case=declined nationality=stateless arrived=unknown adult=unknown status=unknown \
         regularization=unknown asylum_registered=unknown",
        every,
        "unclear unclear unclear unclear",
    );
    sequence(
        "country=unknown existing_case=no nationality=MX",
        "country existing_case nationality",
        "not_met not_met not_met not_met",
    );
}

#[test]
fn a_failed_requirement_ends_the_office_and_the_record_goes_on() {
    let mut check = super::person::filled("country=CO existing_case=no nationality=NI");
    assert_eq!(at(&check), "");
    assert_eq!(*check.found(), assess(&CONTENT, check.answers()));
    assert_eq!(check.finding_here(&CONTENT).unwrap().verdict, Verdict::NotMet);
    check.ask_for_record(&CONTENT, today());
    assert!(check.is_for_record());
    let mut record = Vec::new();
    while !at(&check).is_empty() {
        let id = at(&check).to_owned();
        record.push((id.clone(), check.count(&CONTENT, question(&id), today())));
        check.answer(&CONTENT, question(&id), Answer::DontKnow, today());
    }
    let expected = [("arrived", (4, 6)), ("adult", (5, 6)), ("status", (6, 6))];
    assert_eq!(record, expected.map(|(id, count)| (id.to_owned(), count)));
    assert_eq!(*check.found(), assess(&CONTENT, check.answers()));
    assert_eq!(check.finding_here(&CONTENT).unwrap().verdict, Verdict::NotMet);
}

#[test]
fn before_any_stop_was_reported_nobody_is_asked_for_a_case() {
    let content = crate::made_up::content();
    let land = content.question("land").unwrap();
    for (day, next, count) in [("2029-07-31", "origin", (2, 5)), ("2029-08-01", "has_case", (2, 6))] {
        let day = crate::made_up::day(day);
        let mut check = Check::new(&content);
        check.answer(&content, land, Answer::Known(Value::Country("AA".into())), day);
        let question = check.at().unwrap();
        assert_eq!(*question.id, *next, "{day}");
        assert_eq!(check.count(&content, question, day), count, "{day}");
    }
}

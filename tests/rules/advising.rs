//! Intake, notices and advice beside the verdicts.

use smo_desk::content::{Condition, Content, Intake, IntakeState, Situation};
use smo_desk::rules::{advice, assess, headline, intake, notices};

use crate::made_up::{self, Maker, answers, day, today};

use IntakeState::{Ended, NoNewApplications, NotStated, Open};

/// Office AA with three statements of its own, and three notices.
fn told() -> Content {
    let maker = Maker::new();
    let mut content = maker.content();
    let own = vec![
        maker.intake(NotStated, "undated", None),
        maker.intake(NoNewApplications, "stopped", Some("2029-08-01")),
        maker.intake(Open, "opened", Some("2030-06-10")),
    ];
    content.offices[0] = maker.office("AA", own, Vec::new());
    content.notices = vec![
        maker.notice("suspended", Some("2030-01-20"), true, None),
        maker.notice("mailed", Some("2030-02-04"), true, Some(Ended)),
        maker.notice("later", Some("2031"), false, Some(Ended)),
    ];
    content
}

fn lines(content: &Content, as_of: &str) -> (IntakeState, Vec<String>) {
    let intake = intake::of(content, &content.offices[0], day(as_of));
    let name = |line: &intake::IntakeLine| line.statement.id.to_string();
    (intake.state, intake.statements.iter().map(name).collect())
}

#[test]
fn the_newest_statement_says_what_intake_is_and_later_ones_are_left_out() {
    let content = told();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&content, "2030-06-15"), (Open, names(&["opened", "undated", "mailed", "stopped"])));
    assert_eq!(lines(&content, "2030-06-09"), (NotStated, names(&["undated", "mailed", "stopped"])));
    assert_eq!(lines(&content, "2029-07-31"), (NotStated, names(&["undated"])));
    assert_eq!(lines(&content, "2031-01-01"), (Ended, names(&["later", "opened", "undated", "mailed", "stopped"])));
}

/// Whatever notices stand before it, and however many: what an office says of its intake is not left out for them.
#[test]
fn what_says_the_state_is_said_at_a_glance_after_its_notices() {
    let maker = Maker::new();
    for named in 0..3 {
        let mut content = maker.content();
        let own = ["newer", "older"].map(|id| {
            let date = if id == "newer" { "2030-06-10" } else { "2029-08-01" };
            maker.intake(NoNewApplications, id, Some(date))
        });
        content.notices =
            ["first", "second"].map(|id| maker.notice(id, Some("2030-01-20"), false, None)).into_iter().collect();
        let notices: Vec<_> = content.notices.iter().take(named).cloned().collect();
        let own = own.map(|own| Intake { notices: notices.clone(), ..own });
        content.offices[0] = maker.office("AA", own.into_iter().collect(), Vec::new());
        let intake = intake::of(&content, &content.offices[0], today());
        let said: Vec<&str> = intake.at_a_glance(today()).map(|line| &*line.statement.id).collect();
        let expected: &[&str] = match named {
            0 => &["newer", "older"],
            1 => &["first", "newer"],
            _ => &["first", "second", "newer"],
        };
        assert_eq!((intake.state, said.as_slice()), (NoNewApplications, expected), "{named} notices");
        assert_eq!(intake.statements[intake.newest - 1].statement.id.as_ref(), "newer");
    }
}

#[test]
fn an_office_of_which_nothing_is_said_has_no_stated_intake() {
    let content = Maker::new().content();
    let intake = intake::of(&content, &content.offices[1], today());
    assert_eq!((intake.state, intake.statements.len()), (NotStated, 0));
}

#[test]
fn notices_come_newest_first_and_the_headline_is_the_first_of_the_file() {
    let content = told();
    let named = |as_of: &str| -> Vec<String> {
        notices(&content, day(as_of)).iter().map(|notice| notice.statement.id.to_string()).collect()
    };
    assert_eq!(named("2030-06-15"), ["mailed", "suspended"]);
    assert_eq!(named("2030-01-20"), ["suspended"]);
    let first = |as_of: &str| headline(&content, day(as_of)).map(|notice| notice.statement.id.to_string());
    assert_eq!((first("2030-06-15").as_deref(), first("2030-01-19")), (Some("suspended"), None));
}

fn said(content: &Content, facts: &str, office: Option<&str>, as_of: &str) -> Vec<String> {
    let answers = answers(content, facts);
    let assessment = assess(content, &answers);
    let finding = office.map(|id| assessment.office(id).unwrap());
    advice(content, &answers, finding, day(as_of)).iter().map(|advice| advice.id.to_string()).collect()
}

fn advised() -> Content {
    let maker = Maker::new();
    let mut content = maker.content();
    let case = maker.test("has_case", Condition::Yes);
    content.advice = vec![
        made_up::advice("always", Situation::Always, None),
        made_up::advice("case", Situation::Always, Some(case)),
        made_up::advice("closed", Situation::IntakeClosed, None),
        made_up::advice("no_office", Situation::NoOffice, None),
        made_up::advice("met", Situation::Met, None),
        made_up::advice("not_met", Situation::NotMet, None),
        made_up::advice("unclear", Situation::Unclear, None),
    ];
    content
}

#[test]
fn advice_fits_the_situation() {
    let content = advised();
    let day = "2030-06-15";
    let met = "land=BB came=2020 filed=yes";
    assert_eq!(said(&content, met, Some("bb"), day), ["always", "met"]);
    assert_eq!(said(&content, met, Some("aa"), day), ["always", "closed", "not_met"]);
    assert_eq!(said(&content, "has_case=yes", Some("bb"), day), ["always", "case", "unclear"]);
    assert_eq!(said(&content, "has_case=unknown", Some("bb"), day), ["always", "unclear"]);
    assert_eq!(said(&content, "land=DD", None, day), ["always", "no_office"]);
    assert_eq!(said(&content, "land=other", Some("bb"), day), ["always", "no_office", "not_met"]);
    assert_eq!(said(&content, "land=unknown", None, day), ["always"]);
    assert_eq!(said(&content, "", Some("aa"), "2029-07-31"), ["always", "unclear"]);
}

#[test]
fn without_an_office_intake_is_closed_only_where_every_one_is() {
    let mut content = advised();
    content.notices = vec![Maker::new().notice("ended", Some("2030-06-01"), false, Some(Ended))];
    assert_eq!(said(&content, "", None, "2030-06-15"), ["always", "closed"]);
    assert_eq!(said(&content, "", None, "2030-05-31"), ["always"]);
}

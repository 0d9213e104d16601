//! The form in the engine of ODK Web Forms: it asks what the desk asks, and comes to what the desk comes to.

use serde::Deserialize;
use smo_desk::content::{Content, FactKind, PartialDate, Question, Rule};
use smo_desk::rules::{Answer, Answers, Interval, StatedDate, Value, Verdict, assess};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use super::{Programme, answers, count, first, people, script, second};
use crate::cli::run::smo;

/// How many people of those of the other engines one is filled in for: the form is made for a person at a time.
const ONE_IN: usize = 20;

/// The most people that it is filled in for, which takes minutes.
const MOST: usize = 400;

/// A person as the fields of the form; none where a day is known in a way that the form does not ask for.
fn fields(question: &Question, answers: &Answers) -> Option<Vec<(String, String)>> {
    let is_date = matches!(question.kind, FactKind::Date | FactKind::DateOrNo);
    let said = answers.get(&question.id);
    let open = if said == Some(&Answer::Declined) { "declined" } else { "unknown" }.to_owned();
    let Some(value) = answers.value(&question.id) else {
        let known = if is_date { format!("{}_known", question.id) } else { question.id.to_string() };
        let open = if question.kind.is_counted() { String::new() } else { open };
        return Some(with_parts(question, (known, open), None));
    };
    let known = |choice: &str| (format!("{}_known", question.id), choice.to_owned());
    Some(match value {
        Value::No => with_parts(question, known("no"), None),
        Value::Date(Interval { stated: StatedDate::Always, .. }) => with_parts(question, known("always"), None),
        Value::Date(Interval { stated: StatedDate::Partial(date), .. }) => {
            let choice = match date {
                PartialDate::Day(_) => "day",
                PartialDate::Month(..) => "month",
                PartialDate::Year(_) => "year",
            };
            with_parts(question, known(choice), Some(&(choice, date.first().to_string())))
        }
        Value::Date(_) => return None,
        other => vec![(question.id.to_string(), other.to_string().replace(',', " "))],
    })
}

/// A field, and all parts of a date, of which one may be filled in.
fn with_parts(question: &Question, known: (String, String), day: Option<&(&str, String)>) -> Vec<(String, String)> {
    let mut all = vec![known];
    if matches!(question.kind, FactKind::Date | FactKind::DateOrNo) {
        for part in ["day", "month", "year"] {
            let text = day.filter(|(choice, _)| *choice == part).map(|(_, text)| text.clone());
            all.push((format!("{}_{part}", question.id), text.unwrap_or_default()));
        }
    }
    all
}

/// What the desk asks a person in the order of the questions, and what it knows then: only what can still change the
/// verdict of an office, and what only advice depends on.
fn asked(content: &Content, person: &Answers) -> (Vec<String>, Answers) {
    let of_offices = content.offices.iter().flat_map(|office| &office.requirements).map(|one| &one.rule);
    let tested: BTreeSet<&str> = of_offices.flat_map(Rule::tests).map(|test| &*test.fact.id).collect();
    let of_advice = content.advice.iter().filter_map(|advice| advice.rule.as_ref());
    let advised: BTreeSet<&str> = of_advice.flat_map(Rule::tests).map(|test| &*test.fact.id).collect();
    let (mut asked, mut known) = (Vec::new(), Answers::default());
    for question in &content.questions {
        let is_missing = |office: &smo_desk::rules::OfficeFinding| office.missing.contains(question);
        let of_advice = !tested.contains(&*question.id) && advised.contains(&*question.id);
        if of_advice || assess(content, &known).offices.iter().any(is_missing) {
            asked.push(question.id.to_string());
            if let Some(answer) = person.get(&question.id) {
                known.set(content, question, answer.clone());
            }
        }
    }
    (asked, known)
}

#[derive(Deserialize)]
struct Filled {
    asked: Vec<String>,
    fields: BTreeMap<String, String>,
}

/// A form as `XForms`, checked by ODK Validate, filled in for people.
fn filled(args: &[String], people: &[BTreeMap<String, String>]) -> Vec<Filled> {
    let folder = tempfile::tempdir().unwrap();
    let [form, xml, list] = ["form.xlsx", "form.xml", "people.json"].map(|name| folder.path().join(name));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let path = form.display().to_string();
    smo(&[&args[..], &["rules", "--format", "xlsform", "-o", &path]].concat()).assert().success();
    script("form.py", &[&form, &xml]);
    std::fs::write(&list, serde_json::to_vec(people).unwrap()).unwrap();
    let engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/form.mjs");
    // Without the condition the engine gets a library that calculates a form once.
    let output = Command::new("node").arg("--conditions=browser").arg(engine).args([&xml, &list]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A field of the form without what it asks of a date.
fn question_of(field: &str) -> &str {
    ["_known", "_day", "_month", "_year"].iter().find_map(|end| field.strip_suffix(end)).unwrap_or(field)
}

#[test]
fn the_form_asks_and_tells_as_the_desk_does() {
    assert_form_tells_the_same(&first());
}

#[test]
fn the_form_of_another_programme_asks_and_tells_as_the_desk_does() {
    assert_form_tells_the_same(&second());
}

fn assert_form_tells_the_same(programme: &Programme) {
    let content = &programme.content;
    let all = people(content).into_iter().step_by(ONE_IN).take(MOST).map(|one| answers(content, &one));
    let of_form = |person: Answers| {
        let fields = content.questions.iter().map(|one| fields(one, &person)).collect::<Option<Vec<_>>>()?;
        Some((fields.into_iter().flatten().collect(), person))
    };
    let (forms, all): (Vec<BTreeMap<String, String>>, Vec<Answers>) = all.filter_map(of_form).unzip();
    assert!(all.len() > (count() / ONE_IN).min(MOST) / 3);
    let (mut verdicts, mut decided) = (0, 0);
    for (person, form) in all.iter().zip(filled(&programme.args, &forms)) {
        let (asked, known) = asked(content, person);
        let mut also: Vec<&str> = form.asked.iter().map(|field| question_of(field)).collect();
        also.dedup();
        assert_eq!(also, asked, "{person:?}");
        for office in assess(content, &known).offices {
            let number = |id: &str| match form.fields[&id.replace(['.', '-'], "_")].as_str() {
                "1" => Verdict::Met,
                "0" => Verdict::NotMet,
                "0.5" => Verdict::Unclear,
                other => panic!("{other} is no verdict"),
            };
            let (minimum, here) = (format!("{}_minimum", office.office.id), &office.requirements[0]);
            assert_eq!(number(&minimum), office.verdict, "{minimum} of {person:?}");
            (verdicts, decided) = (verdicts + 1, decided + usize::from(office.verdict.is_decided()));
            // The form gives its reasons where the person is.
            for one in office.requirements.iter().filter(|_| here.verdict != Verdict::NotMet) {
                assert_eq!(number(&one.requirement.id), one.verdict, "{} of {person:?}", one.requirement.id);
            }
        }
    }
    assert!(decided > verdicts / 2 && decided < verdicts, "{decided} of {verdicts}");
    println!("{} people, {verdicts} verdicts, the same in the form", all.len());
}

//! Numbers and lengths of time: how they are typed, written, said and compared.

use smo_desk::batch::{TableInput, TableOutput, run};
use smo_desk::check::{AnswerError, Reading, read};
use smo_desk::content::{Condition, Content, FactKind, FactScope, Lang, PeriodUnit, Question, Rule, Test, Text};
use smo_desk::proof::{RuleChange, Subject, differences};
use smo_desk::rules::{Answer, Value, Verdict, parse_value};
use std::io::Cursor;
use std::sync::Arc;

use super::person::{CONTENT, langs, today};
use crate::batch::{Seen, options};
use crate::made_up::{Maker, answers, question};
use smo_desk::wording::Phrases;

const UNITS: [PeriodUnit; 2] = [PeriodUnit::Months, PeriodUnit::Days];

fn asking(unit: PeriodUnit) -> Question {
    Question { counts: Some(unit), ..question(0, "worked", FactKind::Period, FactScope::Person, &[]) }
}

fn typed(unit: PeriodUnit, text: &str) -> String {
    let said = |answer: Answer| match answer {
        Answer::Known(value) => value.to_string(),
        answer => format!("{answer:?}"),
    };
    match read(&CONTENT, &asking(unit), None, text, today()) {
        Reading::Answer(answer) => said(answer),
        Reading::Which(choices) => format!("{choices:?}"),
        Reading::Invalid(AnswerError::NoPeriod(of)) if of == Some(unit) => "NoPeriod".to_owned(),
        Reading::Invalid(error) => format!("{error:?}"),
        Reading::Empty => String::new(),
    }
}

#[test]
fn a_length_of_time_is_read_in_every_language() {
    let table = [
        ("18 months", "18", "NoPeriod"),
        ("18 meses", "18", "NoPeriod"),
        ("18 mwa", "18", "NoPeriod"),
        ("1 month", "1", "NoPeriod"),
        ("2 years", "24", "NoPeriod"),
        ("dos a\u{f1}os", "NoPeriod", "NoPeriod"),
        ("2 an", "24", "NoPeriod"),
        ("2 YEARS", "24", "NoPeriod"),
        ("2 years 3 months", "27", "NoPeriod"),
        ("2 a\u{f1}os y 3 meses", "27", "NoPeriod"),
        ("2 an ak 3 mwa", "27", "NoPeriod"),
        ("2yr 3mo", "27", "NoPeriod"),
        ("for 2 years", "24", "NoPeriod"),
        ("hace 2 a\u{f1}os", "24", "NoPeriod"),
        ("P2Y", "24", "NoPeriod"),
        ("p18m", "18", "NoPeriod"),
        ("10 days", "NoPeriod", "10"),
        ("10 d\u{ed}as", "NoPeriod", "10"),
        ("10 jou", "NoPeriod", "10"),
        ("2 weeks", "NoPeriod", "14"),
        ("2 semanas y 3 d\u{ed}as", "NoPeriod", "17"),
        ("2 sem\u{e8}n", "NoPeriod", "14"),
        ("P2W", "NoPeriod", "14"),
        // A number alone can be of either unit.
        ("2", "NoPeriod", "NoPeriod"),
        ("0 months", "0", "NoPeriod"),
        ("0", "NoPeriod", "NoPeriod"),
        ("9", "NoPeriod", "NoPeriod"),
        ("101", "NoPeriod", "NoPeriod"),
        // A length of time that nobody can have, or that says two things, is none.
        ("1201", "NoPeriod", "NoPeriod"),
        ("101 years", "NoPeriod", "NoPeriod"),
        ("100 years 1 month", "NoPeriod", "NoPeriod"),
        ("99999999999", "NoPeriod", "NoPeriod"),
        ("3 months 2 years", "NoPeriod", "NoPeriod"),
        ("2 years 2 years", "NoPeriod", "NoPeriod"),
        ("2 years, 3 months.", "27", "NoPeriod"),
        ("2 a\u{f1}os y medio", "30", "NoPeriod"),
        ("1 year and a half", "18", "NoPeriod"),
        ("1 a\u{f1}o y medio", "18", "NoPeriod"),
        ("2 months and a half", "NoPeriod", "NoPeriod"),
        ("2 weeks and a half", "NoPeriod", "NoPeriod"),
        ("2+ years", "NoPeriod", "NoPeriod"),
        ("2\u{2013}3 years", "NoPeriod", "NoPeriod"),
        ("\u{2248}2 years", "NoPeriod", "NoPeriod"),
        ("2\u{bd} years", "NoPeriod", "NoPeriod"),
        ("2 years and", "NoPeriod", "NoPeriod"),
        ("and 2 years", "NoPeriod", "NoPeriod"),
        ("-2 years", "NoPeriod", "NoPeriod"),
        ("2.5 years", "NoPeriod", "NoPeriod"),
        ("2,5 a\u{f1}os", "NoPeriod", "NoPeriod"),
        ("1/2 year", "NoPeriod", "NoPeriod"),
        ("2-3 years", "NoPeriod", "NoPeriod"),
        ("about 2 years", "NoPeriod", "NoPeriod"),
        ("more than 2 years", "NoPeriod", "NoPeriod"),
        ("< 2 years", "NoPeriod", "NoPeriod"),
        ("years", "NoPeriod", "NoPeriod"),
        ("second year", "NoPeriod", "NoPeriod"),
        ("segundo a\u{f1}o", "NoPeriod", "NoPeriod"),
        ("2nd year", "NoPeriod", "NoPeriod"),
        ("m\u{e1}s de 2 a\u{f1}os", "NoPeriod", "NoPeriod"),
        ("casi 2 a\u{f1}os", "NoPeriod", "NoPeriod"),
        ("almost 2 years", "NoPeriod", "NoPeriod"),
        ("2 y 3 meses", "NoPeriod", "NoPeriod"),
        ("18 y 20 meses", "NoPeriod", "NoPeriod"),
        ("yes -2 years", "NoPeriod", "NoPeriod"),
        ("+2", "NoPeriod", "NoPeriod"),
        ("+2 years", "NoPeriod", "NoPeriod"),
        ("\u{b1}2 years", "NoPeriod", "NoPeriod"),
        ("\u{ff0d}2 years", "NoPeriod", "NoPeriod"),
        ("\u{ff1c}2 years", "NoPeriod", "NoPeriod"),
        ("2019", "NoPeriod", "NoPeriod"),
        ("since 2019", "NoPeriod", "NoPeriod"),
        ("don't know", "DontKnow", "DontKnow"),
    ];
    for (text, months, days) in table {
        assert_eq!([typed(UNITS[0], text), typed(UNITS[1], text)], [months, days], "{text}");
    }
}

#[test]
fn a_number_is_read_with_what_it_counts() {
    let named = |words: &str| Some(Text::new(vec![words.into(), words.into(), words.into()]));
    let question = Question {
        unit: named("children"),
        unit_one: named("child"),
        ..question(0, "children", FactKind::Number, FactScope::Person, &[])
    };
    let table = [
        ("3", Some(3)),
        (" 3 ", Some(3)),
        ("0", Some(0)),
        ("3 children", Some(3)),
        ("3 Children", Some(3)),
        ("1 child", Some(1)),
        ("3 cats", None),
        ("children", None),
        ("-3", None),
        ("\u{2212}3", None),
        ("<3", None),
        ("3+", None),
        ("3 +", None),
        ("+3", None),
        ("\u{b1}3", None),
        ("yes, 3", None),
        ("three", None),
        ("~3", None),
        ("2.5", None),
        ("2,5", None),
        ("2-3", None),
        ("3 or 4", None),
        ("99999999999", None),
    ];
    for (text, expected) in table {
        let read = read(&CONTENT, &question, None, text, today());
        let expected = expected.map_or(Reading::Invalid(AnswerError::NoNumber), |count| {
            Reading::Answer(Answer::Known(Value::Number(count)))
        });
        assert_eq!(read, expected, "{text}");
    }
    let phrases = Phrases::new(&CONTENT, Lang::default());
    let said = [0, 1, 2].map(|count| phrases.value(&question, &Value::Number(count)));
    assert_eq!(said, ["0 children", "1 child", "2 children"]);
}

#[test]
fn what_is_said_of_a_length_of_time_can_be_typed_again() {
    for (lang, unit) in langs().flat_map(|lang| UNITS.map(|unit| (lang, unit))) {
        let question = asking(unit);
        for count in (0..=30).chain([35, 36, 37, 119, 120, 1199, 1200]) {
            let said = Phrases::new(&CONTENT, lang).value(&question, &Value::Number(count));
            assert_eq!(typed(unit, &said), count.to_string(), "{lang:?} {unit:?}: {said}");
        }
    }
}

#[test]
fn a_length_of_time_is_written_as_a_number_or_a_period() {
    let content = Maker::new().content();
    let table = [
        ("18", Some(18), Some(18)),
        ("0", Some(0), Some(0)),
        ("P18M", Some(18), None),
        ("p2y", Some(24), None),
        ("P0D", Some(0), Some(0)),
        ("P2W", None, Some(14)),
        ("P10D", None, Some(10)),
        ("1200", Some(1200), Some(1200)),
        ("1201", None, Some(1201)),
        ("36501", None, None),
        ("P101Y", None, None),
        ("P1Y6M", None, None),
        ("P", None, None),
        ("P+1M", None, None),
        ("P1\u{e9}", None, None),
        ("2 years", None, None),
        ("+24", None, None),
        ("-1", None, None),
        ("1.5", None, None),
    ];
    for (text, months, days) in table {
        for (unit, expected) in UNITS.into_iter().zip([months, days]) {
            let read = parse_value(&content, &asking(unit), text, today()).ok();
            assert_eq!(read, expected.map(|count| Answer::Known(Value::Number(count))), "{text} {unit:?}");
        }
    }
    let refused = |unit| parse_value(&content, &asking(unit), "long", today()).unwrap_err().to_string();
    let [months, days] = UNITS.map(refused);
    assert_eq!(
        months,
        "\"long\" is not one of its values; write a number of months as 18 or P18M, years as P2Y, unknown or declined"
    );
    assert_eq!(
        days,
        "\"long\" is not one of its values; write a number of days as 10 or P10D, weeks as P2W, unknown or declined"
    );
}

/// A programme of which the office tests a length of time.
fn testing(unit: PeriodUnit, condition: Condition) -> Content {
    let maker = Maker::new();
    let mut content = maker.content();
    let fact = Arc::new(Question { order: content.questions.len(), ..asking(unit) });
    let rule = Rule::Test(Test { fact: Arc::clone(&fact), condition });
    content.questions.push(fact);
    content.offices = vec![maker.office("AA", Vec::new(), vec![("worked", "status", rule)])];
    content
}

#[test]
fn in_a_table_a_number_alone_is_of_its_unit_unless_it_is_heard_as_at_the_desk() {
    let content = testing(PeriodUnit::Months, Condition::AtLeast(24));
    let table = "land,worked\nAA,2\nAA,0\nAA,9\nAA,24\nAA,P2Y\nAA,P0M\n";
    let told = |lenient| {
        let mut out = Vec::new();
        let input = TableInput::Csv(Box::new(Cursor::new(table)));
        let phrases = Phrases::new(&content, Lang::default());
        run(phrases, options(lenient), input, (TableOutput::Csv, &mut out), &mut Seen::default()).unwrap();
        let mut rows = csv::Reader::from_reader(&*out);
        let names = rows.headers().unwrap().clone();
        let column = |name: &str| names.iter().position(|one| one == name);
        let columns = ["verdict", "problem", "read_worked"].map(column);
        let cells = |row: csv::StringRecord| columns.map(|at| at.map_or(String::new(), |at| row[at].to_owned()));
        rows.records().map(|row| cells(row.unwrap()).join("|")).collect::<Vec<_>>()
    };
    assert_eq!(told(false), ["not_met||", "not_met||", "not_met||", "met||", "met||", "not_met||"]);
    let heard = told(true);
    assert_eq!(heard[4..], ["met||P24M", "not_met||P0M"]);
    assert!(
        heard[..4]
            .iter()
            .zip(["2", "0", "9", "24"])
            .all(|(row, text)| row.starts_with(&format!("|worked: \"{text}\":"))),
        "{heard:?}"
    );
}

#[test]
fn a_bound_passes_itself() {
    let table = [
        (Condition::AtLeast(24), [Verdict::NotMet, Verdict::Met, Verdict::Met]),
        (Condition::AtMost(24), [Verdict::Met, Verdict::Met, Verdict::NotMet]),
    ];
    for (condition, expected) in table {
        let content = testing(PeriodUnit::Months, condition);
        let verdict = |months: u32| {
            let answers = answers(&content, &format!("land=aa worked={months}"));
            smo_desk::rules::assess(&content, &answers).offices[0].verdict
        };
        assert_eq!([23, 24, 25].map(verdict), expected);
    }
}

#[test]
fn what_can_be_typed_is_said_before_and_after() {
    for lang in langs() {
        let phrases = Phrases::new(&CONTENT, lang);
        for unit in UNITS {
            // Every length of time that is named as one to type can be typed.
            let examples = phrases.hint(&asking(unit)).unwrap().split_once(": ").unwrap().1;
            let read: Vec<String> = examples.split("   ").map(|example| typed(unit, example)).collect();
            assert_eq!(read, if unit == PeriodUnit::Days { ["10", "14"] } else { ["18", "24"] }, "{lang:?}");
            let refused = phrases.answer_error(&AnswerError::NoPeriod(Some(unit)));
            assert!(examples.split("   ").all(|example| refused.contains(example)), "{refused}");
        }
    }
}

#[test]
fn what_counts_otherwise_is_another_rule() {
    let [months, days] = UNITS.map(|unit| testing(unit, Condition::AtLeast(24)));
    assert_eq!(differences(&months, &testing(PeriodUnit::Months, Condition::AtLeast(24))), []);
    let changes: Vec<RuleChange> = differences(&months, &days).into_iter().map(|one| one.change).collect();
    // Nobody can be named: no answer is one to both questions.
    assert_eq!(changes, [RuleChange::Differs(vec![Subject::Requirement("aa.worked".into())], Vec::new())]);
}

//! Dates as people type them.

use proptest::prelude::*;
use smo_desk::check::AnswerError;
use smo_desk::check::date::TypedDateError;
use smo_desk::check::read::{Reading, read};
use smo_desk::content::DateError;
use smo_desk::rules::{Answer, FIRST_YEAR, parse_value};
use unicode_width::UnicodeWidthStr;

use super::person::{CONTENT, langs, meaning, office, phrases, question, today, trouble};

#[track_caller]
fn means(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(meaning("arrived", text), *expected, "{text:?}");
    }
}

/// Two dots mean the same as on the command line, and are never dropped: read as a plain date, they made a "meets" that
/// is none.
#[test]
fn two_dots_open_a_date_to_one_side() {
    means(&[("..2023-06-11", "..2023-06-11"), ("2023-06-12..", "2023-06-12.."), ("11 jun 2023..", "2023-06-11..")]);
    means(&[("2019..", "2019-01-01.."), ("..2023", "..2023-12-31"), ("2023-05..", "2023-05-01..")]);
    means(&[("2019...", "2019-01-01.."), ("11/06/2023..", "1:2023-06-11.. 2:2023-11-06..")]);
    for text in ["..", "..2019..", "11..2023"] {
        assert_eq!(trouble("arrived", text), Some(AnswerError::NoDate(TypedDateError::Form)), "{text:?}");
    }
}

#[test]
fn years_months_and_days() {
    means(&[
        ("2019", "2019"),
        ("  2019 ", "2019"),
        ("1900", "1900"),
        ("2026", "2026"),
        ("03 2023", "2023-03"),
        ("3 2023", "2023-03"),
        ("3/2023", "2023-03"),
        ("2023-03", "2023-03"),
        ("2023 3", "2023-03"),
        ("mar 2023", "2023-03"),
        ("2023 march", "2023-03"),
        ("11 jun 2023", "2023-06-11"),
        ("11 JUNE 2023", "2023-06-11"),
        ("11-Jun-2023", "2023-06-11"),
        ("jun 11 2023", "2023-06-11"),
        ("June 11, 2023", "2023-06-11"),
        ("2023 jun 11", "2023-06-11"),
        ("2023-06-11", "2023-06-11"),
        ("2023/6/11", "2023-06-11"),
        ("2023.06.11", "2023-06-11"),
        ("11 of june 2023", "2023-06-11"),
        ("11 de junio de 2023", "2023-06-11"),
        ("11 de junio del 2023", "2023-06-11"),
        ("11 jen 2023", "2023-06-11"),
        ("29 feb 2024", "2024-02-29"),
    ]);
}

#[test]
fn day_and_month_as_numbers_ask_which_is_meant_where_both_can_be() {
    means(&[
        ("11/06/2023", "1:2023-06-11 2:2023-11-06"),
        ("11.06.2023", "1:2023-06-11 2:2023-11-06"),
        ("11 6 2023", "1:2023-06-11 2:2023-11-06"),
        ("31/12/2022", "2022-12-31"),
        ("12/31/2022", "2022-12-31"),
        ("06/06/2023", "2023-06-06"),
        // One of the two is yet to come: it is shown as not possible, and the other is not taken for it.
        ("11/12/2026", "1:2026-12-11! 2:2026-11-12"),
        ("12/11/2026", "1:2026-11-12 2:2026-12-11!"),
        ("01/12/2026", "1:2026-12-01! 2:2026-01-12"),
    ]);
}

#[test]
fn today_and_what_has_begun_are_taken_and_what_has_not_is_future() {
    means(&[("2026-11-23", "2026-11-23"), ("nov 2026", "2026-11"), ("2026", "2026")]);
    for text in ["2026-11-24", "24 nov 2026", "dec 2026", "12/2026", "2027", "9999", "25/12/2026", "12/12/2026"] {
        assert_eq!(trouble("arrived", text), Some(AnswerError::Future(today())), "{text:?}");
    }
}

#[test]
fn before_the_first_year_is_too_early() {
    for text in ["1899", "12 1899", "31 dec 1899", "1899-12-31", "0001", "01/02/1850", "..1899-12-31", "1899-12-31.."] {
        assert_eq!(trouble("arrived", text), Some(AnswerError::TooEarly), "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_said_exactly() {
    let calendar = TypedDateError::Calendar;
    let (form, short, no_year) = (TypedDateError::Form, TypedDateError::ShortYear, TypedDateError::NoYear);
    let table = [
        ("31 feb 2023", calendar(DateError::Day(2023, 2, 31))),
        ("29 feb 2023", calendar(DateError::Day(2023, 2, 29))),
        ("2023-06-31", calendar(DateError::Day(2023, 6, 31))),
        ("0 jun 2023", calendar(DateError::Day(2023, 6, 0))),
        ("32/06/2023", calendar(DateError::Day(2023, 6, 32))),
        ("31/06/2023", calendar(DateError::Day(2023, 6, 31))),
        ("13/13/2023", calendar(DateError::Month(13))),
        ("13 2023", calendar(DateError::Month(13))),
        ("2023-13", calendar(DateError::Month(13))),
        ("0/2023", calendar(DateError::Month(0))),
        ("2023-13-01", calendar(DateError::Month(13))),
        ("0000", calendar(DateError::YearZero)),
        ("jun 0000", calendar(DateError::YearZero)),
        ("11 06 0000", calendar(DateError::YearZero)),
        ("11 06 23", short),
        ("11/06/23", short),
        ("11 jun 23", short),
        ("jun 23", short),
        ("06/23", short),
        ("23", short),
        ("5", short),
        ("223", short),
        ("jun", no_year),
        ("11 jun", no_year),
        ("11 xyz 2023", TypedDateError::NoMonth),
        ("11 ju 2023", TypedDateError::NoMonth),
        ("ma 2023", TypedDateError::NoMonth),
        ("j 2023", TypedDateError::NoMonth),
        ("soon", form),
        ("11 jun jun 2023", form),
        ("2023 2024", TypedDateError::Two),
        ("2023 06 111", form),
        ("2023 123", form),
        ("2023-06-11-01", form),
        ("1 2 3 4", form),
        ("20231", form),
        ("99999999999999999999", form),
    ];
    for (text, expected) in table {
        assert_eq!(trouble("arrived", text), Some(AnswerError::NoDate(expected)), "{text:?}");
    }
}

#[test]
fn months_are_read_by_every_name_that_they_have() {
    for lang in langs() {
        for month in 1..=12 {
            for name in [CONTENT.catalog.month(month, lang), CONTENT.catalog.month_short(month, lang)] {
                let expected = format!("2023-{month:02}-11");
                for text in [
                    format!("11 {name} 2023"),
                    format!("{} 11 2023", name.to_uppercase()),
                    format!("2023-{name}-11"),
                    format!("11 de {name} de 2023"),
                ] {
                    assert_eq!(meaning("arrived", &text), expected, "{text:?}");
                }
                assert_eq!(meaning("arrived", &format!("{name} 2023")), expected[..7], "{name}");
            }
        }
    }
}

#[test]
fn a_month_is_read_by_its_beginning_once_it_is_no_other() {
    means(&[
        ("sept 2023", "2023-09"),
        ("setem 2023", "2023-09"),
        ("octu 2023", "2023-10"),
        ("jul 2023", "2023-07"),
        ("jui 2023", "NoDate(NoMonth)"),
        ("juni 2023", "2023-06"),
        ("ago 2023", "2023-08"),
        ("out 2023", "2023-08"),
        ("mas 2023", "2023-03"),
        ("me 2023", "2023-05"),
        ("m 2023", "NoDate(NoMonth)"),
    ]);
}

#[test]
fn odd_characters_are_read_or_refused_but_break_nothing() {
    means(&[
        ("\u{ff12}\u{ff10}\u{ff11}\u{ff19}", "2019"),
        ("11\u{a0}jun\u{a0}2023", "2023-06-11"),
        ("11 jiye\u{300} 2023", "2023-07-11"),
        ("11 jiy\u{e8} 2023", "2023-07-11"),
        ("\u{301}", "NoDate(Form)"),
        ("\u{200b}", "NoDate(Form)"),
        ("---", "NoDate(Form)"),
        ("\u{1f389}", "NoDate(Form)"),
        ("2019\u{7}", "NoDate(Form)"),
        ("\u{1b}[2J2019", "NoDate(Form)"),
        ("\u{5e74} 2019", "NoDate(NoMonth)"),
        ("", "empty"),
        (" \t\u{a0}", "empty"),
    ]);
    let long = ["1".repeat(100_000), "1 ".repeat(50_000), "jun ".repeat(50_000), "\u{301}".repeat(50_000)];
    for text in &long {
        assert!(trouble("arrived", text).is_some());
        // What is typed at any other question takes no longer.
        for question in &CONTENT.questions {
            let read = smo_desk::check::read(&CONTENT, question, None, text, today());
            assert!(matches!(read, smo_desk::check::Reading::Invalid(_)), "{}: {read:?}", question.id);
        }
    }
    assert_eq!(meaning("arrived", &format!("{}2019", "-".repeat(100_000))), "2019");
}

#[test]
fn a_date_that_need_not_be_takes_no_in_every_language() {
    for text in ["no", "NON", "not registered", "sin registro", "pa anrejistre", "not reg", "sin reg", "3"] {
        assert_eq!(super::person::shown(read_registered(text)), "no", "{text:?}");
    }
    assert_eq!(super::person::shown(read_registered("registered")), "When");
    assert_eq!(super::person::shown(read_registered("nov 2022")), "2022-11");
    assert_eq!(meaning("arrived", "no"), "NoDate(Form)");
}

fn read_registered(text: &str) -> smo_desk::check::Reading {
    let ecuador = super::person::office("ecuador");
    smo_desk::check::read(&CONTENT, super::person::question("asylum_registered"), Some(ecuador), text, today())
}

#[test]
fn every_trouble_has_words_that_fit_a_line_in_every_language() {
    let days = (1..=12).map(|month| TypedDateError::Calendar(DateError::Day(2023, month, 32)));
    let dates = [
        TypedDateError::Form,
        TypedDateError::ShortYear,
        TypedDateError::NoYear,
        TypedDateError::NoMonth,
        TypedDateError::Vague,
        TypedDateError::Reversed,
        TypedDateError::Again,
    ]
    .into_iter()
    .chain(days);
    let calendar = [DateError::Form, DateError::YearZero, DateError::Month(99)].map(TypedDateError::Calendar);
    let troubles: Vec<AnswerError> = dates
        .chain(calendar)
        .map(AnswerError::NoDate)
        .chain([AnswerError::NoChoice, AnswerError::NoCountry, AnswerError::TooEarly, AnswerError::Future(today())])
        .chain([
            AnswerError::UnknownName { name: "x".repeat(60), kept: None },
            AnswerError::SeveralNames("x".repeat(60)),
        ])
        .chain([AnswerError::StatelessWithOthers, AnswerError::Age(18), AnswerError::Unsettled])
        .chain([AnswerError::Town { of: "CR".into(), named: "DO".into() }])
        .collect();
    for language in &CONTENT.languages {
        let said: Vec<String> = troubles.iter().map(|trouble| phrases(&language.id).answer_error(trouble)).collect();
        for (trouble, said) in troubles.iter().zip(&said) {
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{trouble:?}: {said:?}");
            assert!(said.width() <= 76, "{} cells: {said:?}", said.width());
        }
    }
    let english = phrases("en");
    let day = AnswerError::NoDate(TypedDateError::Calendar(DateError::Day(2023, 2, 31)));
    assert_eq!(english.answer_error(&day), "There is no day 31 in February 2023.");
    assert_eq!(english.answer_error(&AnswerError::TooEarly), format!("Before {FIRST_YEAR}: check the year."));
    assert_eq!(
        english.answer_error(&AnswerError::Future(today())),
        "That is in the future; today is 23 November 2026."
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every way of writing a day that has one reading gives that day, or says that it is out of range.
    #[test]
    fn a_day_is_the_same_in_every_form(year in 1850i32..2040, month in 1u32..=12, day in 1u32..=31) {
        let Some(date) = chrono::NaiveDate::from_ymd_opt(year, month, day) else { return Ok(()) };
        let expected = if year < FIRST_YEAR {
            format!("{:?}", AnswerError::TooEarly)
        } else if date > today() {
            format!("{:?}", AnswerError::Future(today()))
        } else {
            date.to_string()
        };
        for lang in langs() {
            let name = CONTENT.catalog.month(month, lang);
            for text in [format!("{date}"), format!("{day} {name} {year}"), format!("{name}. {day:02}, {year}")] {
                prop_assert_eq!(meaning("arrived", &text), expected.clone(), "{}", text);
            }
        }
    }

    /// A case stores a date as the command line spells it: what the form takes must not be asked again.
    #[test]
    fn a_date_that_is_taken_is_read_back(
        year in prop_oneof![0i32..=9999, 1895i32..1905, 2020i32..2030],
        month in 1u32..=12,
        day in 1u32..=31,
        form in 0usize..7,
    ) {
        let text = match form {
            0 => format!("{year:04}"),
            1 => format!("{year:04}-{month:02}"),
            2 => format!("{year:04}-{month:02}-{day:02}"),
            3 => format!("{day}/{month}/{year:04}"),
            4 => format!("..{year:04}-{month:02}-{day:02}"),
            5 => format!("{year:04}-{month:02}-{day:02}.."),
            _ => format!("{month}/{year:04}"),
        };
        let question = question("arrived");
        let taken = match read(&CONTENT, question, Some(office("colombia")), &text, today()) {
            Reading::Answer(answer) => vec![answer],
            // A reading that lies ahead is shown as not possible, and not taken.
            Reading::Which(choices) => {
                choices.into_iter().filter(|choice| choice.refused.is_none()).map(|choice| choice.answer).collect()
            }
            Reading::Empty | Reading::Invalid(_) => Vec::new(),
        };
        for answer in taken {
            let Answer::Known(value) = &answer else { unreachable!("{answer:?}") };
            let stored = value.to_string();
            let read_back = parse_value(&CONTENT, question, &stored, today());
            prop_assert_eq!(read_back, Ok(answer.clone()), "{} as {}", text, stored);
        }
    }

    /// Nothing that can be typed breaks the reading of any question.
    #[test]
    fn nothing_typed_panics(text in "\\PC{0,40}|[0-9 /.,;+a-z\\-]{0,16}|\\p{M}{1,5}|.{0,20}") {
        for question in &CONTENT.questions {
            meaning(&question.id, &text);
        }
    }
}

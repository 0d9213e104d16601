//! Contact data and birth dates that are typed to be checked.

use chrono::NaiveDate;
use phonenumber::metadata::{DATABASE, Descriptor};
use smo_desk::check::contact::{Phone, birth, is_email, phone};
use smo_desk::rules::Verdict;
use std::collections::BTreeSet;

use super::person::CONTENT;

#[test]
fn every_dialling_plan_is_that_of_the_oracle() {
    let content = &*CONTENT;
    let mut held = 0;
    for country in &content.countries {
        let Some(dialling) = &country.dialling else { continue };
        let known = DATABASE.by_id(&*country.id).unwrap_or_else(|| panic!("{} is unknown", country.id));
        assert_eq!(known.country_code().to_string(), *dialling.code, "{}", country.id);
        let kinds = known.descriptors();
        let of = |kind: Option<&Descriptor>| -> Vec<u16> {
            kind.map(|kind| if kind.possible_length().is_empty() { kinds.general() } else { kind })
                .map(|kind| kind.possible_length().to_vec())
                .unwrap_or_default()
        };
        let lengths: BTreeSet<u16> = of(kinds.mobile()).into_iter().chain(of(kinds.fixed_line())).collect();
        let ours: BTreeSet<u16> = dialling.digits.iter().map(|n| u16::from(*n)).collect();
        assert_eq!(ours, lengths, "{}", country.id);
        held += 1;
    }
    assert!(held >= 4, "every office's country has its plan");
    for office in &content.offices {
        assert!(office.country.dialling.is_some(), "{}", office.id);
    }
}

/// Every kind of number that the oracle knows begins as the content says, and each of those beginnings has one.
#[test]
fn numbers_begin_as_the_oracle_says() {
    let content = &*CONTENT;
    for country in &content.countries {
        let Some(dialling) = &country.dialling else { continue };
        let known = DATABASE.by_id(&*country.id).unwrap();
        let trunk = known.national_prefix().filter(|prefix| !prefix.is_empty());
        assert_eq!(dialling.trunk.as_deref(), trunk, "{}", country.id);
        let kinds = [known.descriptors().mobile(), known.descriptors().fixed_line()];
        for example in kinds.into_iter().flatten().filter_map(Descriptor::example) {
            assert!(dialling.begins.iter().any(|begin| example.starts_with(begin)), "{}: {example}", country.id);
        }
    }
}

#[test]
fn a_number_of_another_country_is_none_of_this_one() {
    let content = &*CONTENT;
    for typed in ["0412-1234567", "0424 123 4567", "+57 412 123 4567", "2125551234"] {
        assert!(matches!(phone(content, Some("CO"), typed), Phone::Begins(_)), "{typed}");
    }
    for (country, typed) in [("EC", "0412-1234567"), ("PE", "0412-1234567"), ("GT", "0412-1234567"), ("CR", "08123456")]
    {
        assert!(!matches!(phone(content, Some(country), typed), Phone::Right(_)), "{country} {typed}");
    }
    for (country, typed) in
        [("VE", "0412-1234567"), ("CO", "300 123 4567"), ("CO", "601 2345678"), ("EC", "0991234567")]
    {
        assert!(matches!(phone(content, Some(country), typed), Phone::Right(_)), "{country} {typed}");
    }
}

#[test]
fn the_oracles_own_examples_look_right() {
    let content = &*CONTENT;
    for country in content.countries.iter().filter(|country| country.dialling.is_some()) {
        let known = DATABASE.by_id(&*country.id).unwrap();
        let example = known.descriptors().mobile().and_then(Descriptor::example).unwrap();
        assert!(matches!(phone(content, Some(&country.id), example), Phone::Right(_)), "{} {example}", country.id);
        let abroad = format!("+{} {example}", known.country_code());
        assert!(matches!(phone(content, None, &abroad), Phone::Right(_)), "{abroad}");
        assert!(matches!(phone(content, None, &abroad[..abroad.len() - 3]), Phone::Digits(..)), "{abroad}");
        assert!(matches!(phone(content, None, &format!("{abroad}000")), Phone::Digits(..)), "{abroad}");
    }
}

#[test]
fn a_number_is_read_however_it_is_parted() {
    let content = &*CONTENT;
    let dialling = content.countries.iter().find_map(|c| c.dialling.as_ref()).unwrap();
    let digits = "3".repeat(usize::from(dialling.digits[0]));
    let (head, tail) = digits.split_at(3);
    for text in [format!("+{} {head} {tail}", dialling.code), format!("00{}-({head}).{tail}", dialling.code)] {
        assert!(matches!(phone(content, None, &text), Phone::Right(_)), "{text}");
    }
    for text in ["", "+", "abc", "12a4567", "+57x300", "++573001234567"] {
        assert_eq!(phone(content, None, text), Phone::NoNumber, "{text}");
    }
    assert_eq!(phone(content, None, "3001234567"), Phone::Unknown, "of which country?");
    assert_eq!(phone(content, Some("AQ"), "3001234567"), Phone::Unknown);
    assert_eq!(phone(content, None, "+999123456789"), Phone::Unknown, "no such plan here");
    assert_eq!(phone(content, None, "+9991"), Phone::NoNumber, "too short for any");
}

#[test]
fn an_address_has_a_name_and_a_domain_with_a_dot() {
    for good in ["a@example.org", " maria.lopez+smo@example.com.co ", "x_y-z@sub.example.net"] {
        assert!(is_email(good), "{good}");
    }
    for bad in [
        "",
        "a",
        "a@",
        "@example.org",
        "a@example",
        "a b@example.org",
        "a@exam ple.org",
        "A <a@example.org>",
        "a@@example.org",
        "a@example.org, b@example.org",
        "a@example..org",
        "a@.org",
    ] {
        assert!(!is_email(bad), "{bad}");
    }
}

#[test]
fn an_age_is_reached_on_the_birthday() {
    let content = &*CONTENT;
    // Typed, on the day, and whether 18 is reached.
    let table = [
        ("2008-11-22", "2026-11-23", Verdict::Met),
        ("2008-11-23", "2026-11-23", Verdict::Met),
        ("2008-11-24", "2026-11-23", Verdict::NotMet),
        ("23 nov 2008", "2026-11-23", Verdict::Met),
        ("2007", "2026-11-23", Verdict::Met),
        ("2008", "2026-11-23", Verdict::Unclear),
        ("2008", "2026-12-31", Verdict::Met),
        ("2009", "2026-11-23", Verdict::NotMet),
        ("nov 2008", "2026-11-23", Verdict::Unclear),
        ("nov 2008", "2026-11-30", Verdict::Met),
        ("dic 2008", "2026-11-30", Verdict::NotMet),
        ("29 feb 2008", "2026-02-27", Verdict::NotMet),
        ("29 feb 2008", "2026-02-28", Verdict::Unclear),
        ("29 feb 2008", "2026-03-01", Verdict::Met),
        ("28 feb 2009", "2027-02-27", Verdict::NotMet),
        ("28 feb 2009", "2027-02-28", Verdict::Met),
        ("04/05/2008", "2026-04-30", Verdict::Unclear),
        ("04/05/2008", "2026-05-04", Verdict::Met),
        ("04/05/2008", "2026-04-04", Verdict::NotMet),
    ];
    for (text, on, condition) in table {
        let on: NaiveDate = on.parse().unwrap();
        let read = birth(content, 18, text, on).unwrap_or_else(|trouble| panic!("{text}: {trouble:?}"));
        assert_eq!(read, condition, "{text} on {on}");
    }
    let on: NaiveDate = "2026-11-23".parse().unwrap();
    for bad in ["", "yesterday", "2027", "1800", "31 feb 2001", "..2001-01-01", &format!("{}", on.succ_opt().unwrap())]
    {
        assert!(birth(content, 18, bad, on).is_err(), "{bad}");
    }
}

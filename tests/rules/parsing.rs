//! Every value and every way to get one wrong, with the whole line that is said.

use smo_desk::rules::{Answer, Value, parse_facts, parse_value};

use crate::made_up::{content, today};

fn read(fact: &str, value: &str) -> String {
    let content = content();
    match parse_value(&content, content.question(fact).unwrap(), value, today()) {
        Ok(Answer::Known(value)) => value.to_string(),
        Ok(answer) => format!("{answer:?}"),
        Err(error) => panic!("{fact}={value}: {error}"),
    }
}

fn wrong(fact: &str, value: &str) -> String {
    let content = content();
    parse_value(&content, content.question(fact).unwrap(), value, today()).unwrap_err().to_string()
}

fn wrong_facts(facts: &[&str]) -> String {
    let facts: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
    parse_facts(&content(), &facts, today()).unwrap_err().to_string()
}

#[test]
fn every_form_is_read() {
    let table = [
        ("grown", "yes", "yes"),
        ("grown", "NO", "no"),
        ("papers", "pending", "pending"),
        ("land", "aa", "AA"),
        ("land", "other", "other"),
        ("origin", "yY,XX", "XX,YY"),
        ("origin", "xx,other", "XX,other"),
        ("origin", "stateless", "stateless"),
        ("came", "2019", "2019"),
        ("came", "2023-05", "2023-05"),
        ("came", "2024-02-29", "2024-02-29"),
        ("came", "..2023-06-11", "..2023-06-11"),
        ("came", "2023-06-12..", "2023-06-12.."),
        ("came", "always", "always"),
        ("came", "1900", "1900"),
        ("came", "2030-06-15", "2030-06-15"),
        ("came", "2030", "2030"),
        ("came", "..2031-01-01", "..2031-01-01"),
        ("signed", "no", "no"),
        ("signed", "2024-12", "2024-12"),
        ("came", "unknown", "DontKnow"),
        ("land", "declined", "Declined"),
    ];
    for (fact, value, expected) in table {
        assert_eq!(read(fact, value), expected, "{fact}={value}");
    }
}

#[test]
fn a_wrong_word_is_answered_with_the_right_ones() {
    assert_eq!(wrong("grown", ""), "the value is empty; write yes, no, unknown or declined");
    assert_eq!(wrong("grown", "  "), "the value is empty; write yes, no, unknown or declined");
    assert_eq!(
        wrong("grown", "yess"),
        "\"yess\" is not one of its values (did you mean yes?); write yes, no, unknown or declined"
    );
    assert_eq!(
        wrong("papers", "pendin"),
        "\"pendin\" is not one of its values (did you mean pending?); write full, pending, none, unknown or declined"
    );
    assert_eq!(wrong("grown", "yes,no"), "\"yes,no\" is more than one value; write yes, no, unknown or declined");
    assert_eq!(
        wrong("signed", "alway"),
        "\"alway\" is not one of its values; write a date as 2023, 2023-05, 2023-05-30, ..2023-05-30, 2023-05-30.., 2019..2020, no, \
         unknown or declined"
    );
}

#[test]
fn a_wrong_code_is_answered_with_the_nearest_country() {
    let codes = "write two-letter country codes parted by commas, other, stateless, unknown or declined";
    assert_eq!(
        wrong("origin", "Whyland"),
        format!("\"Whyland\" is no country code (did you mean YY for Whyland?); {codes}")
    );
    assert_eq!(
        wrong("origin", "exlander"),
        format!("\"exlander\" is no country code (did you mean XX for Éxland?); {codes}")
    );
    assert_eq!(wrong("origin", "QQ"), format!("\"QQ\" is no country code; {codes}"));
    assert_eq!(
        wrong("origin", "statless"),
        format!("\"statless\" is no country code (did you mean stateless?); {codes}")
    );
    assert_eq!(wrong("origin", "XX,,YY"), format!("\"XX,,YY\" has an empty place in its list; {codes}"));
    assert_eq!(wrong("origin", "XX,"), format!("\"XX,\" has an empty place in its list; {codes}"));
    assert_eq!(wrong("origin", "XX,xx"), "\"xx\" stands twice in the list; name each once");
    assert_eq!(wrong("origin", "XX,stateless"), "\"stateless\" stands alone; write it without other values");
    assert_eq!(wrong("origin", "unknown,XX"), "\"unknown\" stands alone; write it without other values");
    assert_eq!(
        wrong("land", "AA,BB"),
        "\"AA,BB\" is more than one value; write a two-letter country code, other, unknown or declined"
    );
}

#[test]
fn a_wrong_date_is_answered_with_what_is_wrong_in_it() {
    let how = "write a date as 2023, 2023-05 or 2023-05-30";
    let table = [
        ("2023-02-31", "\"2023-02-31\" is no date: there is no day 31 in 2023-02".to_owned()),
        ("2023-02-29", "\"2023-02-29\" is no date: there is no day 29 in 2023-02".to_owned()),
        ("2023-13", "\"2023-13\" is no date: there is no month 13; months go from 01 to 12".to_owned()),
        ("2023-00", "\"2023-00\" is no date: there is no month 00; months go from 01 to 12".to_owned()),
        ("2023-05-00", "\"2023-05-00\" is no date: there is no day 00 in 2023-05".to_owned()),
        ("0000", "\"0000\" is no date: there is no year 0".to_owned()),
        ("11/06/2023", format!("\"11/06/2023\" is no date: {how}")),
        ("2023-5", "\"2023-5\" is no date in this form; write 2023-05".to_owned()),
        ("2023-5-3", "\"2023-5-3\" is no date in this form; write 2023-05-03".to_owned()),
        ("2023/05", "\"2023/05\" is no date in this form; write 2023-05".to_owned()),
        ("5/2023", "\"5/2023\" is no date in this form; write 2023-05".to_owned()),
        ("2023-5..2023-6", "\"2023-5..2023-6\" is no date in this form; write 2023-05".to_owned()),
        ("20230530", "\"20230530\" is no date in this form; write 2023-05-30".to_owned()),
        ("..2023-02-31", "\"..2023-02-31\" is no date: there is no day 31 in 2023-02".to_owned()),
        ("..2023-06-11..", format!("\"..2023-06-11..\" is no date: {how}")),
        ("..2023", "\"..2023\" needs a full day beside the dots, as in ..2023-05-30 or 2023-05-30..".to_owned()),
        ("2023-05..", "\"2023-05..\" needs a full day beside the dots, as in ..2023-05-30 or 2023-05-30..".to_owned()),
        ("1899", "1899 lies before 1900; write a later date".to_owned()),
        ("1899-12-31", "1899-12-31 lies before 1900; write a later date".to_owned()),
        ("..1899-12-31", "1899-12-31 lies before 1900; write a later date".to_owned()),
        ("2030-06-16", "2030-06-16 lies in the future; today is 2030-06-15".to_owned()),
        ("2030-07", "2030-07 lies in the future; today is 2030-06-15".to_owned()),
        ("2031", "2031 lies in the future; today is 2030-06-15".to_owned()),
        ("2030-06-16..", "2030-06-16 lies in the future; today is 2030-06-15".to_owned()),
    ];
    for (value, expected) in table {
        assert_eq!(wrong("came", value), expected);
        assert_eq!(wrong("signed", value), expected);
    }
}

#[test]
fn always_is_a_value_only_where_the_question_has_words_for_it() {
    assert!(wrong("signed", "always").starts_with("\"always\" is not one of its values; write a date"));
    assert!(wrong("came", "no").starts_with("\"no\" is not one of its values"));
}

#[test]
fn a_wrong_fact_is_answered_with_the_nearest_one() {
    let all = "the facts are land, has_case, origin, came, grown, papers, filed, signed, kin";
    assert_eq!(wrong_facts(&["orign=XX"]), format!("there is no fact \"orign\" (did you mean origin?); {all}"));
    assert_eq!(
        wrong_facts(&["has-case=yes"]),
        format!("there is no fact \"has-case\" (did you mean has_case?); {all}")
    );
    assert_eq!(wrong_facts(&["=XX"]), format!("there is no fact \"\"; {all}"));
    assert_eq!(wrong_facts(&["grown"]), "\"grown\" has no \"=\"; write FACT=VALUE, as in grown=yes");
    assert_eq!(wrong_facts(&["zzzzzzzz"]), "\"zzzzzzzz\" has no \"=\"; write FACT=VALUE, as in land=other");
    assert_eq!(wrong_facts(&["grown=yes", "land=AA", "grown=yes"]), "grown is given twice; give each fact once");
    assert_eq!(wrong_facts(&["grown=x"]), "grown: \"x\" is not one of its values; write yes, no, unknown or declined");
}

#[test]
fn what_was_written_is_shown_short_and_harmless() {
    let line = wrong("grown", "\u{1b}[2J\nno\u{7}");
    assert!(!line.contains(char::is_control), "{line:?}");
    assert!(line.starts_with("\"\\u{1b}[2J\\nno\\u{7}\" is not one"), "{line}");
    let long = wrong("origin", &"x".repeat(2_000_000));
    assert!(long.len() < 300, "{}", long.len());
    assert!(wrong_facts(&[&"é".repeat(500_000)]).len() < 300);
}

#[test]
fn the_order_of_facts_does_not_matter() {
    let read = |facts: &[&str]| {
        let facts: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        parse_facts(&content(), &facts, today()).unwrap()
    };
    let answers = read(&["came=2019", "land=AA"]);
    assert_eq!(answers, read(&["land=AA", "came=2019"]));
    assert_eq!(answers.value("land"), Some(&Value::Country("AA".into())));
}

use super::*;

/// A line as a calendar's reader puts it together again.
fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

#[test]
fn lines_are_folded_between_characters() {
    for letter in ["a", "è", "—", "𝄞"] {
        for count in [0, 1, 18, 24, 25, 37, 74, 75, 76, 149, 150, 151, 1000] {
            let (text, mut out) = (letter.repeat(count), String::new());
            line(&mut out, &text);
            assert!(out.split("\r\n").all(|one| one.len() <= LONGEST), "{count} of {letter}");
            assert_eq!(unfolded(&out), format!("{text}\r\n"));
        }
    }
}

#[test]
fn what_a_calendar_would_read_is_escaped() {
    assert_eq!(escaped(r"a, b; c\d: e"), r"a\, b\; c\\d: e");
}

#[test]
fn a_day_has_eight_digits() {
    let said = NaiveDate::from_ymd_opt(33, 4, 3).map(day);
    assert_eq!(said.as_deref(), Some("00330403"));
}

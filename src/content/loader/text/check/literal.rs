//! Finds dates in texts that should take them from a rule.

/// A date in a text: a year, a date in digits, or a day beside the name of a month (given in lower case).
pub(super) fn literal_date<'a>(words: &'a str, months: &[String]) -> Option<&'a str> {
    let tokens: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).collect();
    let digits =
        tokens.iter().copied().find(|t| is_year(t)).or_else(|| words.split_whitespace().find(|w| is_slashed(w)));
    if digits.is_some() {
        return digits;
    }
    let is_month = |token: &str| months.contains(&token.to_lowercase());
    let in_window = |near: &[&'a str]| match near {
        [day, .., month] if is_day(day) && is_month(month) => Some(*month),
        [month, day] if is_day(day) && is_month(month) => Some(*month),
        _ => None,
    };
    // With a word between, as in "11 de junio".
    tokens.windows(2).find_map(in_window).or_else(|| tokens.windows(3).find_map(in_window))
}

fn is_year(token: &str) -> bool {
    token.len() == 4 && token.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}

fn is_day(token: &str) -> bool {
    let digits = token.trim_end_matches(|c: char| c.is_alphabetic());
    let ordinal = token.len() - digits.len() <= 2;
    ordinal && digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
}

/// Three numbers with a slash, a dot or a hyphen between them.
fn is_slashed(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    ['/', '.', '-'].iter().any(|mark| {
        let parts: Vec<&str> = word.split(*mark).collect();
        parts.len() == 3 && parts.iter().all(|p| p.len() <= 4 && p.parse::<u32>().is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::literal_date;

    fn date(words: &str) -> Option<&str> {
        literal_date(words, &["june".into(), "jun".into(), "junio".into(), "may".into()])
    }

    #[test]
    fn dates_are_found() {
        assert_eq!(date("In the country on or before 2023-06-30"), Some("2023"));
        assert_eq!(date("before 11/06/23."), Some("11/06/23."));
        assert_eq!(date("hasta el 11 de junio"), Some("junio"));
        assert_eq!(date("by June 11"), Some("June"));
        assert_eq!(date("by the 1st Jun"), Some("Jun"));
        assert_eq!(date("in 2023"), Some("2023"));
    }

    #[test]
    fn other_numbers_are_not() {
        assert_eq!(date("18 or older; H-2A; in {date}; call 1800 519 0665"), None);
        assert_eq!(date("it may take 3 weeks"), None);
        assert_eq!(date("one may apply on 3 days"), None);
    }
}

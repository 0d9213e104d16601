//! What is typed into the wrong field: an e-mail address or a telephone number where an answer was asked for. No answer
//! looks like that, so nothing is lost where it is not kept.

/// Whether a text has an e-mail address or a telephone number in it.
pub fn has_contact(text: &str) -> bool {
    if text.contains('@') || text.trim_start().starts_with('+') {
        return true;
    }
    // Dates are written with these too: what they part is never three digits twice.
    let mut groups = text.split(|c: char| c.is_whitespace() || "-.()/".contains(c)).filter(|group| !group.is_empty());
    let mut before = "";
    groups.any(|group| {
        let is_number = digits(group) > 8 || digits(group) == 7 || (digits(group) == 8 && !is_day(group));
        let follows = digits(before) >= 3 && digits(group) >= 3 && !(is_year(before) && is_year(group));
        before = group;
        is_number || follows
    })
}

/// How many digits stand together at most.
fn digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// Whether eight digits can be a day, with its year first or last.
fn is_day(text: &str) -> bool {
    text.get(..4).is_some_and(is_year) || text.get(4..).is_some_and(is_year)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_told_from_answers() {
        for text in [
            "ana@example.org",
            "ana@",
            "3001234567",
            "300 123 4567",
            "(300) 123-4567",
            "0412-1234567",
            "5555-1234",
            "55551234",
            "+57 300",
            "1234567",
            "tel 3001234567",
            "2 3001234567",
        ] {
            assert!(has_contact(text), "{text}");
        }
        for text in [
            "",
            "colom",
            "1 2 3",
            "10 12 13",
            "ve, co",
            "12/06/2023",
            "12-06-2023",
            "12062023",
            "20230612",
            "2030-06-12",
            "2019-2020",
            "2019 2020",
            "12/06/2023 13/07/2023",
            "june 2023",
            "1200",
            "120",
            "17",
        ] {
            assert!(!has_contact(text), "{text}");
        }
    }
}

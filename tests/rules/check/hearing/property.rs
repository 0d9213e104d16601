//! What holds for all that can be typed.

use proptest::prelude::*;
use smo_desk::check::{Reading, read};
use smo_desk::content::{FactKind, Sense};
use smo_desk::rules::{Answer, Interval, StatedDate, Value, parse_value};

use super::super::person::{CONTENT, meaning, office, question, today};

fn shown(text: &str) -> String {
    meaning("nationality", text)
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn dates(interval: &Interval) -> Vec<String> {
    match interval.stated {
        StatedDate::Partial(date) => vec![date.to_string()],
        StatedDate::Span(from, to) => vec![from.to_string(), to.to_string()],
        // "Before 2019" ends on a day that nobody typed.
        StatedDate::Until(_) | StatedDate::Since(_) | StatedDate::Always => Vec::new(),
    }
}

fn piece() -> impl Strategy<Value = String> {
    let words =
        "jun|junio|mar|me|set|ago|de|el|before|after|to|y|-|/|//|--|\\.\\.|or|lunes|mardi|once|1st|00|xx|\\?|'|,|~";
    prop_oneof![
        3 => words.prop_map(|word: String| word),
        3 => (1u32..=31).prop_map(|n| n.to_string()),
        2 => (1995u32..2026).prop_map(|n| n.to_string()),
        1 => "[a-z]{1,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is read as a date whose year was not typed, and what is taken is read back equal.
    #[test]
    fn no_date_has_a_number_that_was_not_typed(pieces in proptest::collection::vec(piece(), 1..7), glue in " ?") {
        let text = pieces.join(&glue);
        let question = question("arrived");
        let (taken, is_asked) = match read(&CONTENT, question, Some(office("colombia")), &text, today()) {
            Reading::Answer(answer) => (vec![answer], false),
            Reading::Which(which) => (which.into_iter().map(|choice| choice.answer).collect(), true),
            Reading::Empty | Reading::Invalid(_) => (Vec::new(), false),
        };
        for answer in taken {
            let Answer::Known(Value::Date(interval)) = &answer else { continue };
            for date in dates(interval) {
                let year = numbers(&date)[0];
                let typed = numbers(&text);
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                // "2022-23" and "dec-jan 2023" are asked.
                let is_near = is_asked && [year - 1, year + 1, year % 100].iter().any(|near| typed.contains(near));
                prop_assert!(typed.contains(&year) || digits.contains(&year.to_string()) || is_near, "{text:?}: {date}");
                // A day is typed as a number or in a word of the content, or is the second Monday of the month.
                if let Some(day) = numbers(&date).get(2) {
                    let in_words = text.split(' ').any(|word| !word.is_empty() && CONTENT.lexicon().means(word, Sense::Day(*day)));
                    let is_weekday = ["lunes", "mar"].iter().any(|weekday| text.contains(weekday));
                    let in_words = in_words || (is_weekday && typed.contains(&(day.div_ceil(7))));
                    prop_assert!(typed.contains(day) || in_words || digits.contains(&format!("{day:02}")) || text.contains("once"), "{text:?}: {date}");
                }
            }
            if answer.value().is_some_and(|value| matches!(value, Value::Date(i) if i.plausible(today()).is_ok())) {
                let stored = answer.value().map(ToString::to_string).unwrap_or_default();
                prop_assert_eq!(parse_value(&CONTENT, question, &stored, today()), Ok(answer.clone()), "{} as {}", text, stored);
                prop_assert_eq!(meaning("arrived", &stored), stored.clone(), "the form reads what is stored");
            }
        }
    }

    /// A list of nationalities has every name that was typed and no other.
    #[test]
    fn a_list_has_what_was_named(codes in proptest::sample::subsequence(vec!["VE", "CO", "CU", "HT", "NI", "GT", "MX"], 1..5), by in "[,;/+]| y | and | ak ") {
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        prop_assert_eq!(shown(&codes.join(&by)), sorted.join(","));
    }

    /// No question takes what says nothing, and nothing that can be typed breaks one.
    #[test]
    fn every_question_answers_or_refuses(text in "[a-z0-9 ,./\\-~?']{0,24}") {
        for question in &CONTENT.questions {
            let reading = read(&CONTENT, question, Some(office("ecuador")), &text, today());
            if let (Reading::Answer(Answer::Known(Value::Countries(_))), FactKind::Countries) = (&reading, question.kind) {
                // Names, or the numbers of choices.
                let is_number = |part: &str| part.parse::<usize>().is_ok();
                let mut parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                prop_assert!(text.chars().any(char::is_alphabetic) || parts.all(is_number), "{text:?}");
            }
        }
    }
}

/// Dates of every form, and lists of countries, to put a word into.
const DATES: [&str; 12] = [
    "2019",
    "jun 2023",
    "11 de junio de 2023",
    "11/06/2023",
    "before 2019",
    "2019 - 2020",
    "between 2019 and 2020",
    "lunes 12 de junio de 2023",
    "he arrived in 2019",
    "2019 en adelante",
    "2023-06-11 10:30",
    "xx de junio de 2023",
];
const LISTS: [&str; 6] = ["VE", "venezolano", "VE, CO", "VE y CO", "VE o CO", "from Venezuela"];

fn with(text: &str, word: &str, at: usize) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    words.insert(at % (words.len() + 1), word);
    words.join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    /// A word that is not understood is never left out; beside what happened and one date, the date is asked.
    #[test]
    fn no_text_with_an_unknown_word_is_read(word in "[bcdfghkqwz]{4,9}", at in 0usize..8) {
        for text in DATES {
            let text = with(text, &word, at);
            let reading = read(&CONTENT, question("arrived"), Some(office("colombia")), &text, today());
            let is_asked = text.contains("arrived") && matches!(reading, Reading::Which(_));
            prop_assert!(is_asked || matches!(reading, Reading::Invalid(_)), "{text:?}: {reading:?}");
        }
        for text in LISTS {
            let text = with(text, &word, at);
            let reading = read(&CONTENT, question("nationality"), None, &text, today());
            prop_assert!(matches!(reading, Reading::Invalid(_)), "{text:?}: {reading:?}");
        }
    }
}

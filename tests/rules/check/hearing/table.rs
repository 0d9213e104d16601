//! The table of what people type, which holds for all faces.

use super::super::person::meaning;
use super::all;

/// Every question with what is typed and what it comes to.
fn heard() -> Vec<(&'static str, &'static str, &'static str)> {
    let (mut id, mut found) = ("", Vec::new());
    for line in include_str!("../../../fixtures/heard.txt").lines() {
        match (line.strip_prefix('@'), line.split_once(" = ")) {
            (Some(question), _) => id = question,
            (_, Some((typed, outcome))) if !line.starts_with('#') => found.push((id, typed, outcome)),
            _ => {}
        }
    }
    found
}

#[test]
fn every_row_comes_to_what_it_says() {
    let rows = heard();
    assert!(rows.len() > 400, "{}", rows.len());
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(id, typed, outcome)| (id, typed, outcome, meaning(id, typed)))
        .filter(|(_, _, outcome, read)| {
            let refused = outcome.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
            refused.unwrap_or(outcome) != read
        })
        .map(|(id, typed, outcome, read)| format!("{id} {typed:?}: {read}, not {outcome}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_accent_tells_two_words_apart() {
    all("arrived", "2020-01-01..", &["d\u{e8}s 2020", "de\u{300}s 2020", "D\u{c8}S 2020"]);
    all("arrived", "2020-12", &["des 2020", "Des 2020"]);
    all("arrived", "2022-03", &["mas 2022", "mwa mas 2022"]);
    all("arrived", "NoDate(Vague)", &["m\u{e1}s 2022", "ma\u{301}s de 2022", "mas de 2022"]);
}

/// A month that is a common word of another language is one alone, beside a day and among words of its own; among those
/// of the other language it is asked.
#[test]
fn a_month_that_is_another_word_elsewhere_is_asked_there() {
    let months = [("mas", "03"), ("me", "05"), ("out", "08"), ("set", "09"), ("des", "12")];
    for (word, month) in months {
        let read = format!("2022-{month}");
        for text in ["{}", "nan {}", "li te rive nan mwa {}", "depi {}", "nou antre {}", "rive an {}"] {
            all("arrived", &read, &[&format!("{} 2022", text.replace("{}", word))]);
        }
        for text in
            ["arrived {} 2022", "in {} 2022", "she came to Colombia {} 2022", "arriv\u{e9} {} 2022", "{} in 2022"]
        {
            all("arrived", &format!("1:{read}"), &[&text.replace("{}", word)]);
        }
        all("arrived", &format!("{read}-17"), &[&format!("arrived 17 {word} 2022"), &format!("on {word} 17, 2022")]);
        let Some(_) = Some(word).filter(|word| *word != "set") else { continue };
        all("arrived", &format!("1:{read}"), &[&format!("lleg\u{f3} {word} 2022"), &format!("en el {word} 2022")]);
    }
    for month in ["junio", "de junio de", "de jun"] {
        all("arrived", "2023-06-11", &[&format!("once {month} 2023"), &format!("lleg\u{f3} el once {month} 2023")]);
    }
    all("arrived", "1:2023-06-11", &["once June 2023", "she came once June 2023"]);
}

/// Every word of a month or a day that the program's own texts use in a language that has no such month.
#[test]
fn no_word_of_the_texts_is_a_month_by_chance() {
    use crate::check::person::CONTENT;
    use smo_desk::content::{Lang, Sense};
    use std::collections::BTreeSet;
    let catalog = &CONTENT.catalog;
    let own = |lang: Lang| (1..=12).flat_map(move |n| [catalog.month(n, lang), catalog.month_short(n, lang)]);
    let mut found = BTreeSet::new();
    for lang in (0..CONTENT.languages.len()).map(Lang) {
        let own: Vec<String> = own(lang).map(smo_desk::content::hearing::spaced).collect();
        let texts = CONTENT.texts.values().map(|text| text.get(lang).to_lowercase());
        let words: BTreeSet<String> = texts
            .flat_map(|text| text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        for word in words.iter().filter(|word| !own.contains(word)) {
            let senses = CONTENT.lexicon().senses(word);
            let is_month = senses.iter().any(|sense| matches!(sense, Sense::Month(_)));
            if is_month && !senses.iter().any(|sense| matches!(sense, Sense::Doubtful(_))) {
                found.insert(word.clone());
            }
        }
    }
    // Names and words of months in full, and a name.
    let known = [
        "august",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "september",
        "october",
        "november",
        "december",
        "agosto",
        "mayo",
        "jan",
        "vi",
    ];
    let new: Vec<&String> = found.iter().filter(|word| !known.contains(&word.as_str())).collect();
    assert!(new.is_empty(), "is a month, and a word of the texts: {new:?}");
}

#[test]
fn a_month_may_have_a_letter_wrong_and_a_name_is_none() {
    for month in ["January", "February", "September", "octubre", "noviembre", "diciembre", "desanm"] {
        let expected = meaning("arrived", &format!("{month} 2022"));
        for at in 1..month.len() - 1 {
            let (start, end) = month.split_at(at);
            let swapped: String = start.chars().chain(end.chars().skip(1).take(1)).chain(end.chars().take(1)).collect();
            let swapped = swapped + &end.chars().skip(2).collect::<String>();
            let read = meaning("arrived", &format!("{swapped} 2022"));
            assert!(read == expected || read == "NoDate(NoMonth)", "{swapped}: {read}");
        }
    }
    for name in
        ["Mario", "Mar\u{ed}a", "Marta", "Marco", "Julia", "Julian", "Agust\u{ed}n", "Junior", "Octavio", "Mayra"]
    {
        all("arrived", "NoDate(NoMonth)", &[&format!("{name} 2022")]);
    }
}

/// Each part after a sign is read once, however many there are.
#[test]
fn many_signs_take_no_longer_than_their_letters() {
    for question in ["asylum_registered", "arrived", "adult", "status", "nationality", "country"] {
        let _ = meaning(question, &format!("{}x", "s\u{ed},".repeat(60)));
        let _ = meaning(question, &format!("{}x", "no, ".repeat(60)));
        let _ = meaning(question, &"1 ".repeat(120));
        let _ = meaning(question, &"otro:".repeat(60));
    }
}

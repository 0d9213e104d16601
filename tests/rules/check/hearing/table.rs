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

//! Where the content holds each fact of the guide, each later statement, and each thing that the guide leaves open.
//!
//! The numbers are the names of the facts; a fact is held by a text that says it, by a typed value, or by both.

mod later;
mod lookup;
mod open;
mod programme;
mod route;
mod rules;

use std::collections::BTreeSet;

use smo_desk::content::{Certainty, Content, PartialDate};

use lookup::{Fact, Held, english, load, statements};

/// Every fact of the guide has one of these numbers.
const NUMBERS: std::ops::RangeInclusive<u32> = 1..=102;

fn facts() -> impl Iterator<Item = &'static Fact> {
    programme::FACTS.iter().chain(rules::FACTS).chain(route::FACTS)
}

/// What is wrong with a fact, if anything.
fn fault(content: &Content, fact: &Fact) -> Option<String> {
    let Fact(number, held) = fact;
    match held {
        Held::Says(address, keywords) => {
            let Some(words) = english(content, address) else {
                return Some(format!("{number}: no text at {address}"));
            };
            let lower = words.to_lowercase();
            let missing: Vec<_> = keywords.iter().filter(|k| !lower.contains(&k.to_lowercase())).collect();
            (!missing.is_empty()).then(|| format!("{number}: {address} lacks {missing:?}: {words}"))
        }
        Held::Typed(what, holds) => (!holds(content)).then(|| format!("{number}: not held: {what}")),
    }
}

#[test]
fn every_fact_of_the_guide_is_in_the_table() {
    let numbers: BTreeSet<u32> = facts().map(|f| f.0).collect();
    let missing: Vec<u32> = NUMBERS.filter(|n| !numbers.contains(n)).collect();
    let strange: Vec<u32> = numbers.into_iter().filter(|n| !NUMBERS.contains(n)).collect();
    assert!(missing.is_empty() && strange.is_empty(), "missing {missing:?}, no such fact {strange:?}");
}

#[test]
fn the_content_holds_every_fact_of_the_guide() {
    let content = load();
    let faults: Vec<String> = facts().filter_map(|f| fault(&content, f)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_content_holds_what_later_sources_say_under_their_own_names() {
    let content = load();
    let all = statements(&content);
    let mut faults = Vec::new();
    for row in later::ROWS {
        let Some((_, said)) = all.iter().find(|(place, _)| place == row.place) else {
            faults.push(format!("no statement at {}", row.place));
            continue;
        };
        let source = &said.source;
        if *source.id != *row.source || source.publisher != row.publisher {
            faults.push(format!("{}: from {} by {}", row.place, source.id, source.publisher));
        }
        if source.date.map(|d| d.to_string()).as_deref() != row.dated {
            faults.push(format!("{}: dated {:?}", row.place, source.date));
        }
        if source.read.to_string() != later::READ {
            faults.push(format!("{}: read {}", row.place, source.read));
        }
        let words = said.text.get(smo_desk::content::Lang(0)).to_lowercase();
        faults.extend(
            row.keywords
                .iter()
                .filter(|k| !words.contains(&k.to_lowercase()))
                .map(|k| format!("{} lacks {k:?}: {words}", row.place)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_guide_speaks_under_the_guides_name() {
    let content = load();
    let later: BTreeSet<&str> = later::ROWS.iter().map(|row| row.place).collect();
    let stray: Vec<String> = statements(&content)
        .into_iter()
        .filter(|(place, said)| (*said.source.id == *content.guide.id) == later.contains(place.as_str()))
        .map(|(place, said)| format!("{place} from {}", said.source.id))
        .collect();
    assert!(stray.is_empty(), "{}", stray.join("\n"));
}

#[test]
fn every_statement_of_the_guide_names_its_section() {
    let content = load();
    let bare: Vec<String> = statements(&content)
        .into_iter()
        .filter(|(_, said)| *said.source.id == *content.guide.id && said.section.is_none())
        .map(|(place, _)| place)
        .collect();
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}

#[test]
fn what_the_guide_leaves_open_is_said() {
    let content = load();
    let faults: Vec<String> = open::NOTES.iter().filter_map(|f| fault(&content, f)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_guide_is_of_august_2024_or_later() {
    let content = load();
    assert_eq!(content.guide.date, Some(PartialDate::Month(2024, 8)));
    assert_eq!(content.guide.certainty, Certainty::NotBefore);
    assert_eq!(content.guide.publisher, "usahello.org");
    assert!(content.guide.note.is_some(), "how the date is known is not said");
}

#[test]
fn help_lines_are_those_of_the_portal() {
    let content = load();
    let lines: Vec<(&str, &str, &str)> =
        content.help_lines.iter().map(|l| (&*l.country, l.number.as_str(), &*l.source.id)).collect();
    assert_eq!(
        lines,
        [
            ("CO", "0 1800 519 0665", "portal-home"),
            ("CR", "0800 032 0009", "portal-home"),
            ("EC", "1800 001667", "portal-home"),
            ("GT", "1 800 3000 203", "portal-home"),
        ]
    );
}

#[test]
fn no_text_gives_the_verdict_of_somebody_else() {
    let content = load();
    let english = content.language("en").unwrap();
    let claims: Vec<String> = content
        .texts
        .iter()
        .map(|(address, text)| (address, text.get(english).to_lowercase()))
        .filter(|(_, words)| words.contains("eligib") || words.contains("approved") && !words.contains("travel"))
        .map(|(address, words)| format!("{address}: {words}"))
        .collect();
    assert!(claims.is_empty(), "only an authority says so:\n{}", claims.join("\n"));
}

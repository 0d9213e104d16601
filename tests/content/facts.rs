//! Where the content holds each fact of the guide, each later statement, and each thing that the guide leaves open.
//!
//! The numbers are the names of the facts. `facts/*.toml` has the texts that say a fact: in every language, under which
//! heading of the guide, how surely, and with which hedges. What typed values hold stands in the modules.

mod hedges;
mod later;
mod lookup;
mod mutants;
mod notifications;
mod open;
mod programme;
mod records;
mod route;
mod rules;
mod table;

use std::collections::BTreeSet;

use smo_desk::content::{Certainty, Content, PartialDate};

use lookup::{Typed, load, statements};

/// Every fact of the guide has one of these numbers.
const NUMBERS: std::ops::RangeInclusive<u32> = 1..=102;

fn typed() -> impl Iterator<Item = &'static Typed> {
    programme::FACTS.iter().chain(rules::FACTS).chain(route::FACTS)
}

/// Those that do not hold.
fn unheld(content: &Content, all: impl Iterator<Item = &'static Typed>) -> Vec<String> {
    let unheld = all.filter(|Typed(_, _, holds)| !holds(content));
    unheld.map(|Typed(number, what, _)| format!("{number}: not held: {what}")).collect()
}

#[test]
fn every_fact_of_the_guide_is_said_or_typed() {
    let said = table::facts().iter().map(|fact| fact.number).collect::<BTreeSet<_>>();
    let numbers: BTreeSet<u32> = said.iter().copied().chain(typed().map(|fact| fact.0)).collect();
    assert_eq!(numbers, NUMBERS.collect::<BTreeSet<u32>>());
    // Word by e-mail is typed, with its channel.
    let unsaid: Vec<u32> = numbers.difference(&said).copied().collect();
    assert_eq!(unsaid, [58, 76], "every other fact has a text with its section, certainty and hedges");
}

/// What is wrong with any fact.
fn faults(content: &Content) -> Vec<String> {
    let (mut faults, guide) = (unheld(content, typed()), table::guide());
    faults.extend(table::facts().iter().flat_map(|fact| fact.faults(content, &guide)));
    faults
}

#[test]
fn the_content_holds_every_fact_of_the_guide() {
    let faults = faults(&load());
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
    let mut faults = unheld(&content, open::NOTES.iter());
    faults.extend(table::notes().iter().flat_map(|note| note.faults(&content, &table::guide())));
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

//! What a text says in one language it says in all: no hedge is lost in a translation, and nothing is added.

use smo_desk::content::{Certainty, Content, Lang, Text};
use std::collections::BTreeSet;

use super::lookup::load;
use super::records::records;
use super::table::{LANGUAGES, facts, guide, text};

/// The texts of the programme: those of the program itself are not the guide's.
fn texts(content: &Content) -> impl Iterator<Item = (&str, &Text)> {
    content.texts.iter().map(|(at, text)| (&**at, text)).filter(|(at, _)| !at.starts_with("interface."))
}

#[test]
fn a_hedge_in_one_language_is_in_all() {
    let faults = lost(&load());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The hedges that are not in all languages of a text.
pub(super) fn lost(content: &Content) -> Vec<String> {
    let (mut faults, guide) = (Vec::new(), guide());
    for (at, text) in texts(content) {
        for hedge in &guide.hedge {
            let has = [0, 1, 2].map(|lang| hedge.are_in(text.get(Lang(lang)), lang));
            if has != [has[0]; 3] {
                let words: Vec<&str> = text.all().collect();
                faults.push(format!("{at}: {:?} is in {has:?} of {LANGUAGES:?}: {words:#?}", hedge.id));
            }
        }
    }
    faults
}

#[test]
fn nothing_is_added_to_what_the_guide_says() {
    let faults = added(&load());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Words that say more than the guide does.
pub(super) fn added(content: &Content) -> Vec<String> {
    let guide = guide();
    let allowed: BTreeSet<(String, String)> = facts()
        .iter()
        .flat_map(|fact| fact.allows.iter().map(|id| (text(content, &fact.at).unwrap().0, id.clone())))
        .collect();
    let mut faults = Vec::new();
    // Remarks and questions are not the guide's.
    let of_sources = texts(content).filter(|(at, _)| !at.contains(".open.") && !at.starts_with("questions."));
    for (at, text) in of_sources {
        for addition in &guide.addition {
            for (lang, words) in text.all().enumerate().filter(|(lang, words)| addition.are_in(words, *lang)) {
                if !allowed.contains(&(at.to_owned(), addition.id.clone())) {
                    faults.push(format!("{at} {} says {:?}: {words}", LANGUAGES[lang], addition.id));
                }
            }
        }
    }
    faults
}

#[test]
fn how_sure_a_statement_of_the_guide_is_stands_in_its_words() {
    let faults = unsure(&load());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A certainty that is typed and not said, or said and not typed.
pub(super) fn unsure(content: &Content) -> Vec<String> {
    let guide = guide();
    let strong = |id: &str| ["often", "likely", "usually", "most"].contains(&id);
    let mut faults = Vec::new();
    for (at, record) in records(content) {
        let is_link = at.contains(".link.");
        let of_guide = record.source.is_some_and(|source| *source.id == *content.guide.id);
        let Some((_, text)) = text(content, &at).filter(|_| of_guide && !is_link) else { continue };
        let english = text.get(Lang(0));
        let said: Vec<&str> = guide.hedge.iter().filter(|h| h.are_in(english, 0)).map(|h| &*h.id).collect();
        let typed = name(record.certainty);
        if let Some(words) = guide.certainty.get(&typed)
            && !said.iter().any(|id| words.iter().any(|word| word == id))
        {
            faults.push(format!("{at} is {typed} and does not say so: {english}"));
        }
        if record.certainty == Certainty::Stated && said.iter().any(|id| strong(id)) {
            faults.push(format!("{at} says {said:?} and is stated plainly: {english}"));
        }
    }
    faults
}

fn name(certainty: Certainty) -> String {
    serde_json::to_value(certainty).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_section_of_the_guide_is_a_heading_of_it() {
    let faults = strange(&load());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Sections that are no heading of the guide.
pub(super) fn strange(content: &Content) -> Vec<String> {
    let guide = guide();
    records(content)
        .into_iter()
        .filter(|(_, record)| record.source.is_some_and(|source| *source.id == *content.guide.id))
        .filter(|(_, record)| record.section.is_none_or(|section| guide.headings.iter().all(|h| h != section)))
        .map(|(at, record)| format!("{at}: {:?}", record.section))
        .collect()
}

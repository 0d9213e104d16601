//! What is looked up by an index that no list has is seen, in every language.

use smo_desk::content::{Content, Lang, Lookup};

const UNKNOWN: &str = "(?)";

#[test]
fn what_is_not_there_is_seen_in_every_language() {
    let content = Content::default();
    for lang in [0, 1, 9].map(Lang) {
        for words in [
            &content.offices.at(0).name,
            &content.offices.at(3).country.name,
            &content.offices.at(0).requirements.at(1).text,
            &content.process.step(usize::MAX).title,
            &content.process.step(0).short,
            &content.process.step(0).link(2).text,
            &content.process.tracks.at(0).name,
            &content.pathways.at(1).name,
            &content.items.at(1).text,
            &content.questions.at(7).ask,
            &content.statements.at(1).statement.text,
            &content.notices.at(0).statement.source.label,
        ] {
            assert_eq!(words.get(lang), UNKNOWN);
        }
    }
    assert_eq!((&*content.languages.at(0).id, &*content.languages.at(0).name), (UNKNOWN, UNKNOWN));
}

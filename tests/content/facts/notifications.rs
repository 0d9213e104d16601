//! By which channel and from whom the guide, and the portal after it, say that word comes.

use smo_desk::content::{Channel, LinkKind, StepKind};

use super::lookup::{link, load};

use Channel::{Email, NotSaid, Phone};

/// Fact number, the two steps of a link, channels, senders (none: not said), the heading of the guide (none: the portal).
type Row = (u32, [&'static str; 2], &'static [Channel], &'static [&'static str], Option<&'static str>);

const AFTER: Option<&str> = Some("What happens after I apply?");
const SCREENING: Option<&str> = Some("What is the screening process at an SMO?");
const REFUGEE: Option<&str> = Some("Refugee protection");
const OTHER: Option<&str> = Some("Other lawful pathways");
const NEXT: Option<&str> = Some("Next steps");

const ROWS: &[Row] = &[
    (58, ["review", "other_guidance"], &[Email], &[], AFTER),
    (58, ["review", "in_person_interview"], &[Email], &[], AFTER),
    (58, ["review", "in_person_interview"], &[Email, Phone], &[], None),
    (59, ["review", "call"], &[Phone], &["smo"], AFTER),
    (59, ["review", "call"], &[NotSaid], &["unhcr", "iom"], None),
    (61, ["call", "screening"], &[Phone], &["smo"], AFTER),
    (62, ["review", "other_help"], &[NotSaid], &[], AFTER),
    (67, ["routing", "refugee_check"], &[NotSaid], &[], SCREENING),
    (72, ["refugee_check", "unhcr_interview"], &[NotSaid], &["unhcr"], REFUGEE),
    (76, ["refugee_check", "iom_review"], &[Email], &[], REFUGEE),
    (84, ["iom_review", "counselling"], &[NotSaid], &["iom"], OTHER),
    (92, ["uscis_parole", "us_decision"], &[NotSaid], &["uscis"], NEXT),
];

#[test]
fn each_notice_has_the_channel_and_the_sender_that_its_source_gives() {
    let content = load();
    for (number, [from, to], channels, senders, section) in ROWS {
        let source = if section.is_some() { "guide" } else { "portal-questions" };
        let said = link(&content, from, to).unwrap().notifications.iter().filter(|said| *said.source.id == *source);
        let said: Vec<_> = said
            .map(|said| {
                let senders: Vec<&str> = said.senders.iter().map(|actor| &*actor.id).collect();
                (&*said.channels, senders, said.section.as_deref())
            })
            .collect();
        assert_eq!(said, [(*channels, senders.to_vec(), *section)], "{number}: {from} to {to}");
    }
}

/// Who waits for a decision hears of it somehow, or the source does not say how: never nothing at all. Silence is a step
/// of its own.
#[test]
fn whatever_is_decided_says_how_the_person_hears_of_it() {
    let content = load();
    let steps = &content.process.steps;
    for step in steps.iter().filter(|step| step.kind == StepKind::Decision) {
        for link in step.links.iter().filter(|link| link.kind != LinkKind::Loop) {
            let to = steps.get(link.to).unwrap();
            let silent = to.kind == StepKind::Wait;
            assert_eq!(link.notifications.is_empty(), silent, "{} to {}", step.id, to.id);
        }
    }
}

/// What is typed is not said again in words.
#[test]
fn no_text_of_the_guide_says_a_channel_that_is_typed() {
    let content = load();
    let channels = [["e-mail", "correo electrónico", "imèl"], ["by phone", "por teléfono", "pa telefòn"]];
    let said: Vec<&str> = content
        .texts
        .iter()
        .filter(|(at, _)| at.starts_with("process."))
        .filter(|(_, text)| {
            text.all().enumerate().any(|(lang, words)| channels.iter().any(|c| words.contains(c[lang])))
        })
        .map(|(at, _)| &**at)
        .collect();
    assert!(said.is_empty(), "{said:?}");
}

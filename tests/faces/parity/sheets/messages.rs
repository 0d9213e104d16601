//! Messages for a phone: short enough, few, and together they say what is not left to the desk.

use proptest::prelude::*;
use smo_desk::content::{Lang, Msg};
use smo_desk::document::{Block, Document, Kind, Mark, Personal, Role};
use smo_desk::sheet::{Print, Sheet, message};
use smo_desk::wording::Phrases;

use super::{each_sheet, first_notice, of_person, people, squeezed};
use crate::play::script::content;

/// A text in the letters of the messages.
fn lettered(text: &str, ascii: bool) -> String {
    if ascii { smo_desk::text::ascii(text) } else { text.to_owned() }
}

#[test]
fn each_message_stands_alone_and_together_they_say_what_is_not_left_out() {
    each_sheet(|n, desk, sheet| {
        let phrases = desk.context().phrases;
        let newest = phrases.headline(&first_notice(n, desk, sheet)).unwrap();
        for ascii in [false, true] {
            let parts = message::parts(sheet, phrases, ascii);
            for (part, at) in parts.iter().zip(1..) {
                assert!(part.chars().count() <= message::MOST, "person {n}: {part}");
                assert!(!ascii || part.is_ascii(), "person {n}: {part}");
                let number = format!("({at}/{})", parts.len());
                for words in [&*sheet.title, &number] {
                    assert!(part.contains(&lettered(words, ascii)), "person {n}: {words} in {part}");
                }
            }
            let verdict = sheet.document.blocks.iter().find(|block| matches!(block.role, Role::Verdict(_)));
            let verdict = verdict.map(Block::line);
            let beside = [&*newest, phrases.get(Msg::PromisesNothing)].into_iter().chain(verdict.as_deref());
            let beside: Vec<String> = beside.map(|words| lettered(words, ascii)).collect();
            assert!(parts.iter().any(|part| beside.iter().all(|words| part.contains(words))), "person {n}: {parts:#?}");
            let all = squeezed(&parts.concat());
            for block in
                message::said(sheet).flatten().filter(|block| !["name", "sources"].contains(&sheet.part(block)))
            {
                let is_advice = block.role == Role::Advice;
                let text = block.short.as_ref().filter(|_| is_advice).unwrap_or(&block.text);
                let begin: String = squeezed(&lettered(text, ascii)).chars().take(60).collect();
                assert!(all.contains(&begin), "person {n}: {begin} in {parts:#?}");
            }
            let whole = lettered(phrases.get(Msg::SheetWhole), ascii);
            assert_eq!(parts.iter().filter(|part| part.contains(&whole)).count(), 1, "person {n}");
            assert!(parts.last().is_some_and(|part| part.contains(&whole)), "person {n}");
        }
    });
}

/// Nothing that limits a verdict, or that the person has to do or to beware of, is left to the desk.
#[test]
fn messages_leave_out_only_what_cannot_be_acted_on() {
    each_sheet(|n, _, sheet| {
        let said: Vec<&Block> = message::said(sheet).flatten().collect();
        let mut part = "";
        for block in &sheet.document.blocks {
            if block.kind == Kind::Heading {
                part = sheet.part(block);
            }
            let is_ticked = part == "bring" && matches!(block.kind, Kind::Value { .. });
            let may_lack = ["next", "applied", "bring"].contains(&part) && !is_ticked;
            assert!(may_lack || said.contains(&block), "person {n}: {block:?}");
        }
        let open = |block: &Block| block.anchor.ends_with(".applied");
        let mut taken = sheet.clone();
        taken.document.blocks.retain(|block| !open(block));
        assert!(
            message::said(&taken).flatten().any(|block| taken.part(block) == "bring"),
            "while applications are taken"
        );
    });
}

/// Few, since nobody reads the tenth: the most by how many people are at the desk.
#[test]
fn messages_are_few() {
    let (mut counts, mut all) = ([0; 10], 0);
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..40 {
            let desk = people::desk(n, lang);
            let parts = message::parts(&of_person(n, &desk, Personal::Told), desk.context().phrases, false);
            counts[parts.len()] += 1;
            all += 1;
        }
    }
    assert!(counts[..=6].iter().sum::<usize>() * 10 > all * 8, "{counts:?}");
    assert_eq!(counts[9..].iter().sum::<usize>(), 0, "{counts:?}");
}

/// Every office, not only the one in the person's country.
#[test]
fn no_message_of_anybody_anywhere_is_too_long() {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..20 {
            let desk = people::desk(n, lang);
            for office in &content().offices {
                for personal in [Personal::Told, Personal::LeftOut] {
                    let sheet = Sheet::of(&desk.context(), office, personal, Print::Normal);
                    for ascii in [false, true] {
                        let parts = message::parts(&sheet, desk.context().phrases, ascii);
                        let long = parts.iter().find(|part| part.chars().count() > message::MOST);
                        assert_eq!(long, None, "person {n}, {}", office.id);
                        assert!(parts.len() <= 9, "person {n}, {}: {}", office.id, parts.len());
                    }
                }
            }
        }
    }
}

/// What is left open of a reason stands with it wherever both fit one message.
#[test]
fn no_message_parts_a_reason_from_what_is_open_about_it() {
    let seen = std::cell::Cell::new(0);
    each_sheet(|n, desk, sheet| {
        let parts = message::parts(sheet, desk.context().phrases, false);
        let line = |block: &Block| format!("{} {}", block.mark.sign(), block.line()).trim_start().to_owned();
        let holds = |part: &String, block: &Block| part.lines().any(|said| said.starts_with(&line(block)));
        let belongs = |first: &Block, next: &Block| {
            next.kind == Kind::Paragraph && next.mark != Mark::None && next.level > first.level
        };
        let mut blocks = &sheet.document.blocks[..];
        while let [first, rest @ ..] = blocks {
            let below = rest.iter().take_while(|next| belongs(first, next)).count();
            blocks = &rest[below..];
            let is_reason = matches!(first.kind, Kind::Value { .. } | Kind::Item { .. });
            let long: usize = [first].into_iter().chain(&rest[..below]).map(|block| line(block).len() + 40).sum();
            if below == 0 || !is_reason || long > 190 {
                continue;
            }
            seen.set(seen.get() + 1);
            let is_whole = |part: &&String| holds(part, first) && rest[..below].iter().all(|next| holds(part, next));
            assert!(parts.iter().any(|part| is_whole(&part)), "person {n}: {} in {parts:#?}", line(first));
        }
    });
    assert!(seen.get() > 100, "{}", seen.get());
}

fn any_document() -> impl Strategy<Value = Document> {
    let word = prop_oneof![9 => "[a-zñòœ…«(!]{1,12}", 1 => "[a-z]{400,1200}"];
    let text = prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "));
    let kind = prop_oneof![Just(Kind::Heading), Just(Kind::Paragraph), Just(Kind::Item { number: None })];
    let blocks = prop::collection::vec((text, kind, 0..PARTS.len()), 0..30);
    blocks.prop_map(|blocks| {
        let title = blocks.first().map(|(text, ..)| text.clone()).unwrap_or_default();
        let block = |(text, kind, part): (String, Kind, usize)| {
            Block::new(format!("sheet.x.{}", PARTS[part]), kind, text).role(Role::Notice).mark(Mark::Notice)
        };
        [Block::new("sheet.x", Kind::Title, title)].into_iter().chain(blocks.into_iter().map(block)).collect()
    })
}

/// Parts of a sheet that messages treat each in its own way, and one that they do not.
const PARTS: [&str; 5] = ["news", "no_promise", "day", "apply", "said"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a document holds, no message is longer than a message, and each has its number.
    #[test]
    fn no_message_is_too_long(document in any_document(), ascii in any::<bool>()) {
        let content = content();
        let sheet = Sheet { language: "en".into(), title: String::new(), document, address: String::new(), print: Print::Normal };
        let parts = message::parts(&sheet, Phrases::new(&content, Lang(0)), ascii);
        for (part, n) in parts.iter().zip(1..) {
            prop_assert!(part.chars().count() <= message::MOST, "{}", part);
            let number = format!("({n}/{})", parts.len());
            prop_assert!(part.contains(&number), "{}", part);
        }
    }
}

//! The referral slip: three copies that lack nothing, tell nobody's name, and keep apart what was not asked, not answered
//! and not stored.

use smo_desk::check;
use smo_desk::content::{Lang, Msg, Question};
use smo_desk::desk::{Action, Desk};
use smo_desk::document::{self, Block, Document, Kind};
use smo_desk::rules::{Answer, notices};
use smo_desk::sheet::{self, Print, Sheet};

use super::{people, squeezed, unescaped};
use crate::play::script::{content, day};

const COPIES: [&str; 3] = ["person", "receiver", "desk"];

fn each_slip(people: u64, check: impl Fn(&str, &Desk, &Sheet)) {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..people {
            let desk = people::desk(n, lang);
            for office in &content().offices {
                for code in [None, Some("K7Q2")] {
                    let sheet = Sheet::referral(&desk.context(), office, code, Print::Normal);
                    check(&format!("person {n}, {} {code:?}", office.id), &desk, &sheet);
                }
            }
        }
    }
}

fn is_blank(block: &Block) -> bool {
    block.text.ends_with("____")
}

#[test]
fn each_copy_has_what_no_slip_may_lack() {
    each_slip(12, |name, desk, sheet| {
        let (ctx, content) = (desk.context(), content());
        let copies: Vec<&[Block]> = sheet.copies().collect();
        assert_eq!(copies.len(), 3, "{name}");
        let said = |copy: &[Block]| copy[1..].iter().map(Block::line).collect::<Vec<_>>();
        for (copy, whose) in copies.iter().zip(COPIES) {
            assert!(copy[0].kind == Kind::Title && copy[0].anchor.ends_with(whose), "{name}: {:?}", copy[0]);
            assert_eq!(said(copy), said(copies[0]), "{name}: the copies say the same");
            let reported = notices(&content, day()).into_iter().map(|notice| notice.statement.text.get(ctx.lang()));
            let (day, guide) = (ctx.phrases.day(ctx.day), ctx.phrases.guide_date());
            let words = [&*day, &guide, ctx.msg(Msg::PromisesNothing), ctx.msg(Msg::SheetNoAdvice)];
            let agreed =
                [Msg::ReferralPassedOn, Msg::ReferralVoluntary, Msg::ReferralTakenBack].map(|msg| ctx.msg(msg));
            let document = Document { blocks: copy.to_vec() };
            let all = reported.chain(words).chain(agreed).chain([ctx.msg(Msg::ReferralNoChange)]);
            assert_eq!(crate::parity::missing(&document, all), None, "{name}");
            for blank in ["sheet_name", "referral_contact", "referral_to", "referral_day", "referral_signature"] {
                let block = copy.iter().find(|block| block.anchor.ends_with(blank)).unwrap();
                assert!(is_blank(block), "{name}: {block:?}");
            }
            let code = copy.iter().find(|block| block.anchor.ends_with(".code")).unwrap();
            assert!(is_blank(code) || code.text == "K7Q2", "{name}: {code:?}");
            assert_eq!(is_blank(code), name.ends_with("None"), "{name}");
        }
        let anchors: Vec<&str> = sheet.document.anchors().collect();
        let once: std::collections::BTreeSet<_> = anchors.iter().collect();
        assert_eq!(once.len(), anchors.len(), "{name}: each anchor once");
    });
}

#[test]
fn text_and_page_say_every_block_and_part_the_copies() {
    each_slip(4, |name, desk, sheet| {
        let phrases = desk.context().phrases;
        let (text, html) = (sheet::text(sheet, phrases, false), sheet::html(sheet, phrases));
        let all: Vec<&str> = sheet.document.anchors().collect();
        assert_eq!(text.anchors().iter().map(|(anchor, _)| &**anchor).collect::<Vec<_>>(), all, "{name}");
        let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(ids, all, "{name}");
        assert_eq!(text.text().lines().filter(|line| line.starts_with("- - -")).count(), 2, "{name}");
        assert!(text.text().lines().all(|line| line.chars().count() <= 72), "{name}");
        assert_eq!(html.matches("<article>").count(), 3, "{name}");
        let words = squeezed(&unescaped(&html).replace("<span class=\"line\" aria-hidden=\"true\">", ""));
        for block in &sheet.document.blocks {
            assert!(squeezed(text.text()).contains(&squeezed(&block.text)), "{name}: {}", block.text);
            assert!(words.contains(&squeezed(&block.text)), "{name}: {}", block.text);
        }
    });
}

#[test]
fn each_kind_of_answer_is_told_apart() {
    let content = content();
    let office = &content.offices[0];
    for lang in (0..content.languages.len()).map(Lang) {
        for question in &content.questions {
            let choices = check::choices(&content, question, Some(office), "");
            let value = choices.iter().find_map(|choice| choice.answer.value()).cloned();
            let said = |answer: Option<Answer>| {
                let mut desk = Desk::new(content.clone(), lang, day());
                if let Some(answer) = answer {
                    desk.apply(Action::Answer(question.id.clone(), answer));
                }
                let doc = document::referral(&desk.context(), office, None);
                let anchor = format!("referral.{}.person.answer.{}", office.id, question.id);
                doc.blocks.into_iter().find(|block| *block.anchor == *anchor).map(|block| block.text)
            };
            let ends = |answer, words: &str| assert!(said(Some(answer)).unwrap().ends_with(words), "{}", question.id);
            let phrases = smo_desk::wording::Phrases::new(&content, lang);
            ends(Answer::DontKnow, phrases.get(Msg::DontKnow));
            ends(Answer::Declined, phrases.get(Msg::Declined));
            if let Some(value) = value {
                ends(Answer::Known(value.clone()), &phrases.answer(question, &Answer::Known(value.clone())));
                ends(Answer::Withheld(value), "____");
            }
            if let Some(not_asked) = said(None) {
                assert!(not_asked.ends_with(phrases.get(Msg::NotAskedYet)), "{not_asked}");
            }
        }
    }
}

/// A slip is the same whatever a withheld answer is.
#[test]
fn withheld_answers_are_on_no_slip() {
    let content = content();
    let slips = |n: u64, question: &Question, answer: Answer| -> Vec<Document> {
        let mut desk = people::desk(n, Lang(0));
        desk.apply(Action::Answer(question.id.clone(), answer));
        content.offices.iter().map(|office| document::referral(&desk.context(), office, None)).collect()
    };
    let mut compared = 0;
    for n in 0..12 {
        for question in &content.questions {
            let here = people::desk(n, Lang(0));
            let office = here.check().office(&content).map(AsRef::as_ref);
            let choices = check::choices(&content, question, office, "");
            let values: Vec<_> = choices.iter().filter_map(|choice| choice.answer.value()).take(4).collect();
            for pair in values.windows(2) {
                let [one, other] = [pair[0], pair[1]].map(|value| slips(n, question, Answer::Withheld(value.clone())));
                assert_eq!(one, other, "person {n}, {}", question.id);
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn slips_as_text() {
    insta::with_settings!({ omit_expression => true }, {
        for lang in (0..content().languages.len()).map(Lang) {
            let mut desk = people::desk(0, lang);
            let arrived = content().question("arrived").cloned().unwrap();
            desk.apply(Action::Answer(arrived.id.clone(), Answer::Declined));
            let sheet = Sheet::referral(&desk.context(), &content().offices[0], Some("K7Q2"), Print::Normal);
            let text = sheet::text(&sheet, desk.context().phrases, false).finish();
            insta::assert_snapshot!(format!("referral_{}", content().languages[lang.0].id), text);
        }
    });
}

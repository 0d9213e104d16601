//! Every format of a sheet says all of its document, or names what it leaves out.

use std::collections::BTreeSet;
use std::sync::Arc;

use smo_desk::check;
use smo_desk::content::{Lang, Msg, Notice, Office};
use smo_desk::desk::{Action, Desk};
use smo_desk::document::{Block, Document, Personal};
use smo_desk::rules::{Answer, Value, notices, parse_facts};
use smo_desk::sheet::{self, Print, Sheet, script};

use super::{each_person, people};
use crate::play::script::{content, day};

mod hostile;
mod messages;
mod referral;

/// The sheet of a person on the office in their country, or on one by their number.
fn of_person(n: u64, desk: &Desk, personal: Personal) -> Sheet {
    let all = &content().offices;
    let by_number = &all[usize::try_from(n).unwrap() % all.len()];
    let office = desk.finding_here().map_or(by_number, |finding| &finding.office);
    Sheet::of(&desk.context(), office, personal, Print::Normal)
}

fn each_sheet(check: impl Fn(u64, &Desk, &Sheet)) {
    each_person(|n, desk| {
        for personal in [Personal::Told, Personal::LeftOut] {
            check(n, &desk, &of_person(n, &desk, personal));
        }
    });
}

/// What the news of a sheet begin with: what was reported of cases for whom the sheet says that they have one, and the
/// newest notice for everybody else.
fn first_notice(n: u64, desk: &Desk, sheet: &Sheet) -> Arc<Notice> {
    let content = content();
    let has_case = desk.check().answers().get("existing_case") == Some(&Answer::Known(Value::YesNo(true)));
    if has_case && sheet.document == of_person(n, desk, Personal::Told).document {
        return Arc::clone(content.notices.iter().find(|one| *one.statement.id == *"reported_ended").unwrap());
    }
    Arc::clone(notices(&content, day())[0])
}

/// Letters, digits and signs, without what a format puts between words.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn text_page_and_script_say_every_block_in_order() {
    each_sheet(|n, desk, sheet| {
        let phrases = desk.context().phrases;
        let all: Vec<&str> = sheet.document.anchors().collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "each once: {all:?}");
        let page = sheet::text(sheet, phrases, false);
        let said: Vec<&str> = page.anchors().iter().map(|(anchor, _)| &**anchor).collect();
        assert_eq!(said, all, "text, person {n}");
        assert!(page.text().lines().all(|line| line.chars().count() <= 72), "{}", page.text());
        let html = sheet::html(sheet, desk.context().phrases);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(ids, all, "html, person {n}");
        let mut read: Vec<String> =
            script::lines(sheet, phrases).iter().filter_map(|l| l.anchor.as_deref().map(str::to_owned)).collect();
        read.dedup();
        let read_out = sheet.document.blocks.iter().filter(|block| !script::LEFT_OUT.contains(&sheet.part(block)));
        assert_eq!(read, read_out.map(|block| block.anchor.to_string()).collect::<Vec<_>>(), "script, person {n}");
        for format in [page.text(), &html, &sheet::script(sheet, phrases)] {
            let format = squeezed(&unescaped(format));
            for block in &sheet.document.blocks {
                let is_blank = sheet.part(block) == "name";
                assert!(is_blank || format.contains(&squeezed(&block.text)), "person {n}: {}", block.text);
            }
        }
    });
}

fn unescaped(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn every_sheet_has_what_no_sheet_may_lack() {
    each_sheet(|n, desk, sheet| {
        let (ctx, content) = (desk.context(), content());
        let lang = ctx.lang();
        let reported = notices(&content, ctx.day).into_iter().map(|notice| notice.statement.text.get(lang));
        let day = ctx.phrases.day(ctx.day);
        let guide = ctx.phrases.guide_date();
        let words = [&*day, &*guide, ctx.msg(Msg::PromisesNothing), ctx.msg(Msg::SheetNoAdvice)];
        let portal = content.portal.address.as_deref().unwrap();
        assert_eq!(super::missing(&sheet.document, reported.chain(words).chain([portal])), None, "person {n}");
        let is_news = |block: &&Block| block.anchor.ends_with(".news");
        let news = sheet.document.blocks.iter().skip_while(|block| !is_news(block)).nth(1).unwrap();
        assert!(news.text.contains(first_notice(n, desk, sheet).statement.text.get(lang)), "person {n}: {}", news.text);
        for part in ["minimum", "bring", "applied", "next", "ask", "beware", "about"] {
            let anchor = format!("{}.{part}", sheet.document.blocks[0].anchor);
            assert!(sheet.document.anchors().any(|known| known == anchor), "person {n}: {anchor}");
        }
    });
}

/// A met minimum stands on paper with all that stands with it on the screen.
#[test]
fn a_met_minimum_is_not_alone_on_paper() {
    each_person(|n, desk| {
        let ctx = desk.context();
        let withholds = desk.check().answers().iter().any(|(_, answer)| matches!(answer, Answer::Withheld(_)));
        for finding in ctx.findings().filter(|f| !withholds && f.verdict == smo_desk::rules::Verdict::Met) {
            let sheet = Sheet::of(&ctx, &finding.office, Personal::Told, Print::Normal);
            let beside = super::beside_a_met_minimum(&ctx, &finding.office, smo_desk::content::OpenPoint::brief);
            assert_eq!(super::missing(&sheet.document, beside), None, "person {n}");
        }
    });
}

#[test]
fn nobody_is_on_a_sheet_without_personal_facts() {
    for lang in (0..content().languages.len()).map(Lang) {
        let nobody = Desk::new(content(), lang, day());
        for office in &content().offices {
            let empty = Sheet::of(&nobody.context(), office, Personal::Told, Print::Normal).document;
            for n in 0..20 {
                let desk = people::desk(n, lang);
                let sheet = Sheet::of(&desk.context(), office, Personal::LeftOut, Print::Normal);
                assert_eq!(sheet.document, empty, "person {n}");
            }
        }
    }
}

/// A sheet does not depend on what a withheld answer is: what is the same for all of them tells none.
#[test]
fn withheld_answers_are_on_no_sheet() {
    let sheets = |desk: &Desk| -> Vec<Document> {
        let of = |office: &Arc<Office>| Sheet::of(&desk.context(), office, Personal::Told, Print::Normal).document;
        content().offices.iter().map(of).collect()
    };
    let mut compared = 0;
    for n in 0..24 {
        for question in &content().questions.clone() {
            let mut seen: Option<Vec<Document>> = None;
            let desk = people::desk(n, Lang(0));
            let all = content();
            let choices = check::choices(&all, question, desk.check().office(&all).map(AsRef::as_ref), "");
            for value in choices.iter().filter_map(|choice| choice.answer.value()).take(4) {
                let mut desk = people::desk(n, Lang(0));
                desk.apply(Action::Answer(question.id.clone(), Answer::Withheld(value.clone())));
                let now = sheets(&desk);
                if let Some(before) = &seen {
                    assert_eq!(*before, now, "person {n}, {}: {value}", question.id);
                    compared += 1;
                }
                seen = Some(now);
            }
        }
    }
    assert!(compared > 200, "{compared}");
}

#[test]
fn sheets_as_text() {
    let people = [
        ("colombia", "country=CO nationality=VE arrived=2019 adult=yes status=regular", ""),
        ("costa-rica", "country=CR nationality=VE arrived=2025-01-01", ""),
        ("ecuador", "country=EC nationality=VE,CU arrived=2023", "screening"),
        ("guatemala", "", ""),
    ];
    insta::with_settings!({ omit_expression => true }, {
        for (lang, language) in content().languages.iter().enumerate() {
            for (id, facts, step) in people {
                let mut desk = Desk::new(content(), Lang(lang), day());
                let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
                for (question, answer) in parse_facts(&content(), &facts, day()).unwrap().iter() {
                    desk.apply(Action::Answer(question.clone(), answer.clone()));
                }
                if let Some(step) = content().process.steps.iter().position(|known| *known.id == *step) {
                    desk.apply(Action::Reach(step, "2026-11-02".parse().unwrap()));
                }
                let office = content().offices.iter().find(|office| *office.id == *id).cloned().unwrap();
                let sheet = Sheet::of(&desk.context(), &office, Personal::Told, Print::Normal);
                let text = sheet::text(&sheet, desk.context().phrases, false).finish();
                insta::assert_snapshot!(format!("sheet_{}_{id}", language.id), text);
            }
        }
    });
}

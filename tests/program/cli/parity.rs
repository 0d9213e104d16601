//! What the commands print is what the documents say: every block, in their order, in every language.

use smo_desk::check::{Check, Checklist, ResumePoint};
use smo_desk::content::{CheckPart, Content, Lang};
use smo_desk::document::{self, Block, Context, Depth, Document, Kind, PersonState};
use smo_desk::process::Place;
use smo_desk::rules::parse_facts;
use smo_desk::wording::Phrases;

use super::run::{TODAY, text};

const LANGUAGES: [&str; 3] = ["en", "es", "ht"];

/// Facts of persons who meet, do not meet, cannot be told about, have no nationality, decline, contradict themselves,
/// have a case, or are elsewhere.
pub(super) const PERSONS: [&str; 12] = [
    "country=CO nationality=VE arrived=2019 adult=yes status=regular",
    "country=CO nationality=VE arrived=2024 adult=yes status=regular existing_case=yes",
    "country=CO nationality=stateless adult=declined",
    "country=CO nationality=CU,HT arrived=2023 adult=unknown status=unknown existing_case=no",
    "country=CR nationality=NI arrived=..2023-06-12",
    "country=CR nationality=declined arrived=unknown",
    "country=EC nationality=CU arrived=2022 asylum_registered=2020",
    "country=EC nationality=CO arrived=2022-01 regularization=no asylum_registered=no",
    "country=GT nationality=HN arrived=always",
    "country=GT nationality=HN arrived=always family_protected=yes seasonal_work=no relative_applied=unknown",
    "country=MX nationality=VE",
    "existing_case=yes",
];

/// Text without what wrapping changes.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every block stands in the printed text, each after the one before.
fn holds(printed: &str, documents: &[Document], what: &str) {
    let (printed, mut from) = (flat(printed), 0);
    for block in documents.iter().flat_map(|document| &document.blocks) {
        for words in words(block) {
            let words = flat(&words);
            let at = printed[from..].find(&words);
            from += at.unwrap_or_else(|| panic!("{what}: {} {words:?} is not in {}", block.anchor, &printed[from..]));
            from += words.len();
        }
    }
}

/// The mark, the name and the text of a block; cells are set side by side, so that their words are not in a row.
fn words(block: &Block) -> Vec<String> {
    let mark = block.mark.sign().to_owned();
    match &block.kind {
        Kind::Row { .. } => Vec::new(),
        Kind::Value { name, .. } => vec![mark, format!("{name}: {}", block.text)],
        _ => vec![mark, block.text.clone()],
    }
}

fn each_language(test: impl Fn(&Content, Context<'_>, &str)) {
    let content = Content::embedded().unwrap();
    for (n, lang) in LANGUAGES.iter().enumerate() {
        test(
            &content,
            Context { phrases: Phrases::new(&content, Lang(n)), day: TODAY.parse().unwrap(), person: None },
            lang,
        );
    }
}

#[test]
fn offices_requirements_and_process() {
    each_language(|content, ctx, lang| {
        let head = || document::head(&ctx);
        let offices = content.offices.iter();
        let whole: Vec<Document> = offices.clone().map(|office| document::office(&ctx, office, Depth::Whole)).collect();
        holds(&text(&["offices", "--lang", lang]), &[vec![head()], whole].concat(), "offices");
        let rules: Vec<Document> = offices.map(|office| document::requirements(&ctx, office)).collect();
        holds(&text(&["requirements", "--lang", lang]), &[vec![head()], rules].concat(), "requirements");
        let steps = 0..content.process.steps.len();
        let steps: Vec<Document> = steps.map(|step| document::step(&ctx, step, Depth::Whole)).collect();
        holds(&text(&["process", "--lang", lang]), &[vec![head()], steps].concat(), "process");
        let tracks = [head(), document::tracks(&ctx, &[0, 1])];
        holds(&text(&["process", "--track", "A", "--track", "B", "--lang", lang]), &tracks, "tracks");
    });
}

#[test]
fn the_check_of_every_person() {
    each_language(|content, ctx, lang| {
        for (n, facts) in PERSONS.iter().enumerate() {
            let facts: Vec<String> = facts.split(' ').map(str::to_owned).collect();
            let answers = parse_facts(content, &facts, ctx.day).unwrap();
            let mut asked = content.questions.iter().filter(|question| question.part == CheckPart::Pathways);
            let pathways = asked.any(|question| answers.get(&question.id).is_some());
            let check = Check::resume(content, ResumePoint { answers, pathways, ..ResumePoint::default() });
            let (checklist, place) = (Checklist::default(), Place::default());
            let person = PersonState { check, checklist, place, stored_verdicts: Vec::new() };
            let ctx = Context { person: Some(&person), ..ctx };
            let args: Vec<&str> =
                ["check", "--lang", lang].into_iter().chain(facts.iter().map(String::as_str)).collect();
            holds(&text(&args), &[document::brief(&ctx), document::result(&ctx)], &facts.join(" "));
            // One office after the other, in each language another one.
            for office in content.offices.iter().skip((n + ctx.lang().0) % content.offices.len()).take(1) {
                let result = document::of_office(&ctx, person.check.found().office(&office.id).unwrap());
                let printed = text(&[&args[..], &["--office", &*office.id]].concat());
                holds(&printed, &[document::brief(&ctx), result], &facts.join(" "));
                let others = content.offices.iter().filter(|other| other.id != office.id);
                let verdict = |other: &&std::sync::Arc<smo_desk::content::Office>| {
                    printed.contains(&format!("] {}: ", other.name.get(ctx.lang())))
                };
                assert!(!others.clone().any(|other| verdict(&other)), "{printed}");
            }
        }
    });
}

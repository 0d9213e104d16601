//! Every face says all of a document, in its order: the anchors that it shows are those of the document.

pub(crate) mod people;
mod sheets;

use std::collections::BTreeSet;

use smo_desk::content::{Lang, Msg, OpenPoint, Text};
use smo_desk::desk::{Action, Desk};
use smo_desk::document::{self, Block, Context, Depth, Document, Kind};
use smo_desk::linear::Repl;
use smo_desk::plain::{Options, TextPage};
use smo_desk::rules::{Verdict, intake, notices};
use smo_desk::tui::app::App;
use smo_desk::tui::focus::PaneId;
use smo_desk::tui::theme::Theme;

use crate::play::script::{content, day, play};

/// Columns from which the tracks stand side by side.
const BESIDE: u16 = 56;

/// How many people are made up for each language.
const PEOPLE: u64 = 120;

/// The sizes of the screen, the smallest first.
const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

fn each_person(check: impl Fn(u64, Desk)) {
    for lang in (0..content().languages.len()).map(Lang) {
        for n in 0..PEOPLE {
            check(n, people::desk(n, lang));
        }
    }
}

fn anchors(documents: &[Document]) -> Vec<String> {
    documents.iter().flat_map(Document::anchors).map(str::to_owned).collect()
}

#[test]
fn the_people_are_of_every_kind() {
    let mut missing: Vec<&str> = people::KINDS.iter().map(|(kind, _)| *kind).collect();
    for n in 0..PEOPLE {
        let desk = people::desk(n, Lang(0));
        let is = |kind: &&str| people::KINDS.iter().any(|(name, is)| name == kind && is(&desk));
        missing.retain(|kind| !is(kind));
    }
    assert!(missing.is_empty(), "nobody is {missing:?}");
}

/// All tracks, so many beside each other, and the title once.
fn tracks(ctx: &Context<'_>, together: usize) -> Vec<String> {
    let all: Vec<usize> = (0..ctx.content().process.tracks.len()).collect();
    let parts = all.chunks(together).enumerate();
    parts.flat_map(|(n, tracks)| anchors(&[document::tracks(ctx, tracks)]).into_iter().skip(n.min(1))).collect()
}

/// What the session shows for a line, each block on a line of its own or more.
fn said(session: &mut Repl, line: &str) -> Vec<String> {
    let mut page = TextPage::new(Options::default());
    assert!(session.reply(line, &mut page));
    let shown = page.anchors().iter();
    shown
        .inspect(|(anchor, lines)| assert!(!lines.is_empty(), "{anchor}"))
        .map(|(anchor, _)| anchor.to_string())
        .collect()
}

#[test]
fn plain_lines_say_every_document() {
    each_person(|n, desk| {
        let content = content();
        let ctx = desk.context();
        let mut expected = vec![
            (String::new(), anchors(&[document::headline(&ctx), document::result(&ctx)])),
            (
                "review".to_owned(),
                anchors(&[document::answers(&ctx), document::headline(&ctx), document::result(&ctx)]),
            ),
            ("offices".to_owned(), anchors(&[document::list(&ctx)])),
            ("notices".to_owned(), anchors(&[document::notices(&ctx)])),
            ("bring".to_owned(), anchors(&[document::bring(&ctx)])),
            ("due".to_owned(), anchors(&[document::due(&ctx, &[], &[])])),
            ("process".to_owned(), anchors(&[document::headline(&ctx), document::steps(&ctx)])),
        ];
        for (office, n) in content.offices.iter().zip(1..) {
            expected.push((format!("offices {n}"), anchors(&[document::office(&ctx, office, Depth::Whole)])));
            expected.push((format!("requirements {n}"), anchors(&[document::requirements(&ctx, office)])));
        }
        for n in 0..content.process.steps.len() {
            let step = document::step(&ctx, n, Depth::Whole);
            expected.push((format!("process {}", n + 1), anchors(&[document::headline(&ctx), step])));
        }
        expected.push(("tracks".to_owned(), tracks(&ctx, 1)));
        for (a, b) in content.offices.iter().flat_map(|a| content.offices.iter().map(move |b| (a, b))) {
            if a.id != b.id {
                expected.push((format!("compare {} {}", a.id, b.id), anchors(&[document::offices(&ctx, a, b)])));
            }
        }
        for (office, n) in content.offices.iter().zip(1..) {
            let sheet = document::sheet(&ctx, office, document::Personal::Told);
            expected.push((format!("sheet {n}"), anchors(&[sheet])));
        }
        let mut session = Repl::new(desk);
        for (line, expected) in expected {
            assert_eq!(said(&mut session, &line), expected, "{line:?}, person {n}");
        }
    });
}

#[test]
fn plain_lines_say_why_a_question_is_asked() {
    for lang in (0..content().languages.len()).map(Lang) {
        for question in &content().questions {
            let mut desk = people::desk(0, lang);
            desk.apply(Action::Put(question.id.clone()));
            let expected = anchors(&[document::why(&desk.context(), question, Depth::Whole)]);
            assert_eq!(said(&mut Repl::new(desk), "why"), expected);
        }
    }
}

/// What the detail of the pane shown says.
fn detail(app: &App, pane: PaneId) -> Vec<String> {
    let geometry = app.geometry_now();
    let view = app.view(pane, &geometry);
    let detail = app.panes.get(pane).0.detail(&view, geometry.pane(pane).width);
    detail.anchors.iter().map(|(anchor, _)| anchor.to_string()).collect()
}

/// What the overlay says.
fn overlay(app: &App) -> Vec<String> {
    let geometry = app.geometry_now();
    let page =
        app.overlays.last().unwrap().overlay.page(&app.view(app.pane, &geometry), geometry.size.0, geometry.size.1);
    page.anchors.iter().map(|(anchor, _)| anchor.to_string()).collect()
}

/// What the list of what to bring says while the focus goes through it: a hint folds away where it is not.
fn brought(app: &mut App) -> BTreeSet<String> {
    play(app, "t");
    let rows = content().items.len() + app.desk.checklist().family().len();
    let mut seen = BTreeSet::new();
    for _ in 0..rows {
        seen.extend(overlay(app));
        play(app, "<down>");
    }
    play(app, "<esc>");
    seen
}

#[test]
fn the_screen_says_every_document() {
    each_person(|n, desk| {
        let content = content();
        let ctx = desk.context();
        let result = anchors(&[document::result(&ctx)]);
        let notices = anchors(&[document::notices(&ctx)]);
        let bring: BTreeSet<String> = anchors(&[document::bring(&ctx)]).into_iter().collect();
        let offices: Vec<_> =
            content.offices.iter().map(|office| anchors(&[document::office(&ctx, office, Depth::Whole)])).collect();
        let steps = (0..content.process.steps.len()).map(|step| anchors(&[document::step(&ctx, step, Depth::Whole)]));
        let steps: Vec<_> = steps.collect();
        let rules = |office| content.aspects.iter().map(move |aspect| (office, aspect));
        let rules: Vec<_> = content.offices.iter().flat_map(rules).collect();
        let rules: Vec<_> =
            rules.iter().map(|(office, aspect)| anchors(&[document::rule(&ctx, office, aspect)])).collect();
        let side_by_side = [tracks(&ctx, 1), tracks(&ctx, content.process.tracks.len())];
        let mut app = App::new(desk, Theme { ascii: false, color: true }, SIZES[usize::try_from(n % 3).unwrap()]);
        play(&mut app, "c");
        assert_eq!(detail(&app, PaneId::Check), result, "person {n}");
        play(&mut app, "!");
        assert_eq!(overlay(&app), notices, "person {n}");
        play(&mut app, "<esc>");
        play(&mut app, "s");
        let sheet = document::sheet(&app.desk.context(), app.desk.office(), document::Personal::Told);
        assert_eq!(overlay(&app), anchors(&[sheet]), "person {n}");
        play(&mut app, "<esc>");
        play(&mut app, "p d");
        assert_eq!(overlay(&app), side_by_side[usize::from(app.geometry.size.0 >= BESIDE)], "person {n}");
        play(&mut app, "<esc>");
        if !app.desk.check().is_empty() {
            assert_eq!(brought(&mut app), bring, "person {n}");
        }
        play(&mut app, "o<home>");
        for expected in &offices {
            play(&mut app, "<enter>");
            assert_eq!(detail(&app, PaneId::Offices), *expected, "person {n}");
            play(&mut app, "<esc><down>");
        }
        play(&mut app, "p<home>");
        for (step, expected) in steps.iter().enumerate() {
            play(&mut app, &format!("{}<enter>", step + 1));
            assert_eq!(detail(&app, PaneId::Process), *expected, "step {step}, person {n}");
            play(&mut app, "<esc>");
        }
        play(&mut app, "o<home>r");
        for (office, expected) in rules.chunks(content.aspects.len()).enumerate() {
            play(&mut app, &"<left>".repeat(content.offices.len()));
            play(&mut app, &format!("<home>{}", "<right>".repeat(office)));
            for expected in expected {
                // On a high screen the other rules of the office follow.
                let shown = detail(&app, PaneId::Requirements);
                let others = shown.get(expected.len()..).unwrap_or_default();
                assert_eq!(&shown[..expected.len().min(shown.len())], *expected, "person {n}");
                assert_eq!(others.is_empty(), app.geometry.body.height < 37, "person {n}: {others:?}");
                assert!(others.iter().all(|anchor| anchor.starts_with("rules.")), "person {n}: {others:?}");
                play(&mut app, "<down>");
            }
        }
    });
}

/// The first of some texts that no block of a document has.
fn missing<'t>(document: &Document, texts: impl IntoIterator<Item = &'t str>) -> Option<&'t str> {
    let has = |text: &str| document.blocks.iter().any(|block: &Block| block.text.contains(text));
    texts.into_iter().find(|text| !has(text))
}

/// What has to stand with whatever says that an office's minimum is met.
fn beside_a_met_minimum<'c>(
    ctx: &Context<'c>,
    office: &'c smo_desk::content::Office,
    words: fn(&OpenPoint) -> &Text,
) -> Vec<&'c str> {
    let (content, lang, day) = (ctx.content(), ctx.lang(), ctx.day);
    let newest = intake::of(content, office, day).statements.first().map(|line| line.statement.text.get(lang));
    let finding = ctx.finding(office).unwrap();
    let open = finding
        .requirements
        .iter()
        .flat_map(|requirement| requirement.requirement.open.iter().filter(|open| requirement.is_touched_by(open)));
    let open = open.map(|open| words(open).get(lang));
    let later = office.requirements.iter().flat_map(|requirement| &requirement.later);
    let later = later.filter(|said| said.published_by(day)).map(|said| said.text.get(lang));
    let reported = notices(content, day).into_iter().map(|notice| notice.statement.text.get(lang));
    newest.into_iter().chain(open).chain(later).chain(reported).chain([ctx.msg(Msg::PromisesNothing)]).collect()
}

#[test]
fn a_met_minimum_never_stands_alone() {
    each_person(|n, desk| {
        let ctx = desk.context();
        for finding in ctx.findings().filter(|finding| finding.verdict == Verdict::Met) {
            let office = &finding.office;
            // In short forms with the result, and whole on the office's page.
            let brief = (document::of_office(&ctx, finding), OpenPoint::brief as fn(&OpenPoint) -> &Text);
            let whole: fn(&OpenPoint) -> &Text = |open| &open.text;
            for (document, words) in [brief, (document::office(&ctx, office, Depth::Whole), whole)] {
                let beside = beside_a_met_minimum(&ctx, office, words);
                assert_eq!(missing(&document, beside), None, "{}, person {n}", office.id);
            }
            let newest = intake::of(ctx.content(), office, ctx.day).statements[0].statement.text.get(ctx.lang());
            let promise = [newest, ctx.msg(Msg::PromisesNothing)];
            for document in [document::verdict(&ctx, finding), document::list(&ctx), document::result(&ctx)] {
                assert_eq!(missing(&document, promise), None, "{}, person {n}", office.id);
            }
        }
    });
}

#[test]
fn pathways_stand_with_what_became_of_them() {
    each_person(|n, mut desk| {
        desk.apply(Action::ForPathways);
        let (ctx, content) = (desk.context(), content());
        let (lang, day) = (ctx.lang(), ctx.day);
        let of_pathways = content.pathways.iter().flat_map(|pathway| {
            let later = pathway.later.iter().map(|later| &later.statement).filter(|said| said.published_by(day));
            let later = later.map(|said| said.text.get(lang));
            later.chain(pathway.open.iter().map(|open| open.get(lang)))
        });
        let reported = notices(&content, day).into_iter().map(|notice| notice.statement.text.get(lang));
        let all: Vec<&str> = of_pathways.chain(reported).chain([ctx.msg(Msg::PromisesNothing)]).collect();
        assert_eq!(missing(&document::result(&ctx), all), None, "person {n}");
    });
}

#[test]
fn every_result_says_every_notice() {
    each_person(|n, desk| {
        let ctx = desk.context();
        let reported = notices(ctx.content(), day()).into_iter().map(|notice| notice.statement.text.get(ctx.lang()));
        assert_eq!(missing(&document::result(&ctx), reported), None, "person {n}");
    });
}

/// A value stands under one label: the name of a question is none beside that of the kind of rule.
#[test]
fn nothing_has_two_labels() {
    each_person(|n, desk| {
        let ctx = desk.context();
        let names: Vec<_> = content().questions.iter().map(|q| format!("{}: ", q.name.get(ctx.lang()))).collect();
        let offices = ctx.findings().map(|finding| document::of_office(&ctx, finding));
        let all = offices.chain([document::result(&ctx), document::list(&ctx)]);
        for block in all.flat_map(|document| document.blocks) {
            if let Kind::Value { name, .. } = &block.kind {
                let doubled = names.iter().find(|name| block.text.contains(*name));
                assert_eq!(doubled, None, "person {n}: {name}: {}", block.text);
            }
        }
    });
}

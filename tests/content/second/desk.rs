//! The desk on it: a journey by keys, pictures in three sizes and languages, lines, sheets.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::content::{Lang, Office};
use smo_desk::desk::{Desk, LiveContent};
use smo_desk::document::{self, Depth, Personal};
use smo_desk::rules::Verdict;
use smo_desk::sheet::{self, Print, Sheet};
use smo_desk::tui::app::App;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;

use super::CONTENT;
use crate::play::script::{Act, acts};

/// An adult custodian of a child who has held the permit since 2022.
const CUSTODIAN: &str =
    "n CO<enter> VE<enter> 2<enter> 1<enter> 2022<enter> 2022<enter> 2<enter> 2<enter> 2<enter> 1<enter> 2<enter>";

fn app(day: &str, lang: usize, size: (u16, u16), keys: &str) -> App {
    let day = day.parse().unwrap();
    let desk = Desk::new(Arc::clone(&CONTENT).in_force(day), Lang(lang), day);
    let desk = desk.of_host(Vec::new(), Some(LiveContent::OfFolder));
    let mut state = App::new(desk, Theme { ascii: false, color: false }, size);
    for act in acts(keys) {
        if let Act::Key(key) = act {
            state.key(key);
        }
    }
    state
}

fn rows(state: &App) -> Vec<String> {
    let size = state.geometry.size;
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buffer = Buffer::empty(area);
    view::render(state, area, &mut buffer);
    area.rows().map(|row| row.positions().map(|at| buffer[at].symbol().to_owned()).collect()).collect()
}

fn verdicts(state: &App) -> Vec<(&str, Verdict)> {
    state.desk.found().offices.iter().map(|finding| (&*finding.office.id, finding.verdict)).collect()
}

#[test]
fn a_custodian_is_told_of_both_permits() {
    let day = "2026-01-15";
    let state = app(day, 0, (80, 24), CUSTODIAN);
    assert_eq!(verdicts(&state), [("pep-tutor", Verdict::Met), ("ppt", Verdict::Unclear)]);
    let asked = state.desk.question().map(|question| question.id.to_string());
    assert_eq!(asked.as_deref(), Some("held"), "one permit is met, the other is asked on");
    // No paper, came in 2022, not irregular then, never entered regularly: no ground is left.
    let state = app(day, 0, (80, 24), &format!("{CUSTODIAN} 3<enter> 2022<enter> 1<enter>"));
    assert_eq!(
        verdicts(&state),
        [("pep-tutor", Verdict::Met), ("ppt", Verdict::NotMet)],
        "{}",
        rows(&state).join("\n")
    );
    let picture = rows(&state).join("\n");
    assert!(picture.contains("PEP TUTOR: meets the stated minimum, 8 of 8 met"), "{picture}");
    assert!(picture.contains("Applications are taken"), "{picture}");
}

#[test]
fn who_holds_a_ppt_does_not_meet_the_other() {
    let state = app("2026-01-15", 0, (80, 24), "n CO<enter> VE<enter> 1<enter>");
    assert_eq!(verdicts(&state), [("pep-tutor", Verdict::NotMet), ("ppt", Verdict::Unclear)]);
    let finding = state.desk.found().office("pep-tutor").unwrap();
    let stands: Vec<&str> = finding
        .requirements
        .iter()
        .filter(|one| one.verdict == Verdict::NotMet)
        .map(|one| one.requirement.name())
        .collect();
    assert_eq!(stands, ["own_ppt"]);
}

#[test]
fn a_person_elsewhere_meets_neither() {
    let state = app("2026-01-15", 0, (80, 24), "n PE<enter>");
    assert!(verdicts(&state).iter().all(|(_, verdict)| *verdict == Verdict::NotMet));
    let picture = rows(&state).join("\n");
    assert!(picture.contains("no permit in Peru"), "{picture}");
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 20)];

const PLACES: [&str; 18] = [
    "",
    "<enter>",
    "<down><enter>",
    "r",
    "r<down><down><enter>",
    "r d",
    "p",
    "p 1 2",
    "p 1 2<enter>",
    "m",
    "c",
    "n",
    "n CO<enter>",
    "?",
    "!",
    "/pep",
    "b",
    "s",
];

#[test]
fn pictures_fit_in_every_size_and_language() {
    for (size, lang) in SIZES.into_iter().flat_map(|size| (0..3).map(move |lang| (size, lang))) {
        let custodian = [CUSTODIAN.to_owned(), format!("{CUSTODIAN} 3<enter> 2022<enter> 1<enter>")];
        for keys in PLACES.iter().map(ToString::to_string).chain(custodian) {
            let state = app("2026-11-28", lang, size, &keys);
            let rows = rows(&state);
            let (at, picture) = (format!("{keys:?} at {size:?} in {lang}"), rows.join("\n"));
            // The header names this programme as far as there is room, and never the other one.
            let name: String = CONTENT.name.get(Lang(lang)).chars().take(9).collect();
            assert!(rows[0].contains(&name) || size.0 < 120, "{at}\n{picture}");
            assert!(!rows[0].contains("SMO"), "{at}\n{picture}");
            let notice = CONTENT.notices[0].headline.as_ref().unwrap().get(Lang(lang));
            let begins = notice.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
            assert!(picture.contains(&begins), "{at}\n{picture}");
            let footer = rows[rows.len() - 1].trim();
            assert!(footer.contains(' ') && !footer.contains('…'), "{at}\n{picture}");
        }
        // The label of every row and the head of every column.
        let matrix = rows(&app("2026-04-15", lang, size, "r"));
        let picture = matrix.join("\n");
        for name in CONTENT.aspects.iter().map(|aspect| aspect.name.get(Lang(lang))) {
            let shown = matrix.iter().any(|row| row.trim_start_matches([' ', '>']).starts_with(name));
            assert!(shown || size.1 < 24, "{name} in\n{picture}");
        }
        assert!(picture.contains("[PEP Tutor]"), "{picture}");
        let questions = CONTENT.questions.iter().map(|question| question.name.get(Lang(lang)));
        assert_eq!(
            questions.clone().collect::<std::collections::BTreeSet<_>>().len(),
            questions.count(),
            "names differ"
        );
    }
}

/// The map says every step in its short name and no word of it is cut.
#[test]
fn the_map_names_every_step() {
    for lang in 0..3 {
        let mut seen = String::new();
        for step in 1..=CONTENT.process.steps.len() {
            let keys = format!("m {step}");
            seen += &rows(&app("2026-04-15", lang, (80, 24), &keys)).join("\n");
        }
        for step in &CONTENT.process.steps {
            let short = step.short.get(Lang(lang));
            assert!(seen.contains(short), "{short} is nowhere on the map");
        }
    }
}

fn office(id: &str) -> &'static Office {
    CONTENT.office(id).unwrap()
}

/// What the sources disagree on stands side by side wherever the requirement stands.
#[test]
fn a_conflict_is_said_by_every_document() {
    let state = app("2026-04-15", 0, (80, 24), CUSTODIAN);
    let nobody = app("2026-04-15", 0, (80, 24), "");
    for desk in [&state.desk, &nobody.desk] {
        let ctx = desk.context();
        let tutor = office("pep-tutor");
        let whole = document::office(&ctx, tutor, Depth::Whole);
        let glance = document::office(&ctx, tutor, Depth::Glance);
        let rules = document::requirements(&ctx, tutor);
        let sheet = Sheet::of(&ctx, tutor, Personal::Told, Print::Normal);
        let paper = sheet::text(&sheet, ctx.phrases, false).finish().split_whitespace().collect::<Vec<_>>().join(" ");
        for (name, document) in [("whole", whole), ("glance", glance), ("rules", rules)] {
            let texts: Vec<&str> = document.blocks.iter().map(|block| &*block.text).collect();
            let count = |words: &str| texts.iter().filter(|text| text.contains(words)).count();
            assert!(count("held the PPT on 31 December 2023") >= 1, "{name}: {texts:?}");
            assert_eq!(
                count("director: that child was in the register RUMV on 31 December 2023"),
                1,
                "{name}: {texts:?}"
            );
            assert_eq!(count("only until 1 April 2026"), 1, "{name}: {texts:?}");
            assert_eq!(count("to 30 April 2026"), 1, "{name}: {texts:?}");
        }
        for words in [
            "held the PPT on 31 December 2023",
            "register RUMV on 31 December 2023",
            "only until 1 April 2026",
            "to 30 April 2026",
        ] {
            assert!(paper.contains(words), "{words} in {paper}");
        }
    }
}

/// A sheet is about its permit: what to bring and what comes next of the other is not on it.
#[test]
fn a_sheet_is_about_its_own_permit() {
    for lang in 0..3 {
        let state = app("2026-01-15", lang, (80, 24), "");
        let ctx = state.desk.context();
        for (own, other, track) in [("ppt", "pep-tutor", 0), ("pep-tutor", "ppt", 1)] {
            let sheet = Sheet::of(&ctx, office(own), Personal::Told, Print::Normal);
            let paper = sheet::text(&sheet, ctx.phrases, false).finish();
            let joined = paper.split_whitespace().collect::<Vec<_>>().join(" ");
            for item in &CONTENT.items {
                let is_own = item.offices.iter().any(|id| **id == *own);
                assert_eq!(joined.contains(item.text.get(Lang(lang))), is_own, "{}: {paper}", item.id);
            }
            assert!(CONTENT.items.iter().all(|item| item.offices.len() == 1));
            let tracks = &CONTENT.process.tracks;
            let way = |track: usize| format!("  - {}", tracks[track].name.get(Lang(lang)));
            let is_shown = |track: usize| paper.lines().any(|line| line.starts_with(&way(track)));
            assert!(is_shown(track) && !is_shown(1 - track), "{own}, not {other}: {paper}");
        }
    }
}

/// Where a country has several offices, what is short tells them apart.
#[test]
fn two_permits_in_one_country_have_two_signs() {
    let content = &CONTENT;
    let signs: Vec<&str> = content.offices.iter().map(|office| content.sign(office, Lang(0))).collect();
    assert_eq!(signs, ["PEP Tutor", "PPT"]);
    let embedded = smo_desk::content::Content::embedded().unwrap_or_else(|problems| panic!("{problems}"));
    let signs: Vec<&str> = embedded.offices.iter().map(|office| embedded.sign(office, Lang(0))).collect();
    let countries: Vec<&str> = embedded.offices.iter().map(|office| &*office.country.id).collect();
    assert_eq!(signs, countries);
}

//! What is found, in what order, in which language.

use smo_desk::content::{Content, Lang};
use smo_desk::find::{HitKind, Index, rank};

/// What is said by the day on which these tests ask.
fn index() -> (Content, Index) {
    let content = Content::embedded().unwrap();
    let index = Index::new(&content, "2026-11-23".parse().unwrap());
    (content, index)
}

#[test]
fn an_office_comes_first_by_its_name_in_any_language() {
    let (content, index) = index();
    for (n, office) in content.offices.iter().enumerate() {
        for name in office.name.all() {
            let hits = index.search(name, Lang(0));
            assert_eq!(hits[0].kind, HitKind::Office(n), "{name}");
            assert_eq!(hits[0].title, office.name.get(Lang(0)), "{name}");
        }
    }
}

#[test]
fn accents_and_case_count_for_nothing() {
    let (_, index) = index();
    let plain = index.search("haiti", Lang(0));
    assert_eq!(plain[0].title, "Colombia: Nationality");
    assert_eq!(plain.last().unwrap().title, "Haiti");
    assert_eq!(plain, index.search("HAITÍ", Lang(0)));
}

#[test]
fn every_step_is_found_by_its_title() {
    let (content, index) = index();
    for (n, step) in content.process.steps.iter().enumerate() {
        for title in step.title.all() {
            let hits = index.search(title, Lang(0));
            assert!(hits.iter().any(|hit| hit.kind == HitKind::Step(n)), "{title}");
        }
    }
}

#[test]
fn names_stand_before_texts_and_what_has_no_word_of_it_is_left_out() {
    let (_, index) = index();
    let hits = index.search("screening", Lang(0));
    assert!(hits.len() > 1);
    assert!(hits[0].title.to_lowercase().contains("screening"));
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert_eq!(index.search("zzzzqqq", Lang(0)), []);
    assert_eq!(index.search("", Lang(0)), []);
    assert_eq!(index.search(" ?! ", Lang(0)), []);
}

#[test]
fn what_has_every_word_is_wanted() {
    let (_, index) = index();
    let both = index.search("colombia age", Lang(0));
    assert!(matches!(both[0].kind, HitKind::Requirement(..)), "{both:?}");
    assert!(both[0].title.contains("Colombia"));
}

#[test]
fn some_of_the_words_will_do_where_nothing_has_all() {
    let (_, index) = index();
    let kinds = |words| index.search(words, Lang(0)).into_iter().map(|hit| hit.kind).collect::<Vec<_>>();
    assert_eq!(kinds("colombia zzzzqqq"), kinds("colombia"));
}

#[test]
fn a_slip_of_the_finger_is_forgiven_where_nothing_else_fits() {
    let (_, index) = index();
    assert_eq!(index.search("columbia", Lang(0))[0].title, "Colombia");
    assert_eq!(index.search("venezuelian", Lang(0))[0].title, "Venezuela");
}

#[test]
fn what_is_found_is_shown_in_the_language_asked_for() {
    let (content, index) = index();
    let es = content.language("es").unwrap();
    let hits = index.search("screening", es);
    assert!(hits.iter().any(|hit| hit.title.contains("valuación")), "{hits:?}");
}

#[test]
fn megabytes_are_looked_at_no_further_than_anybody_types() {
    let (_, index) = index();
    assert_eq!(index.search(&"x".repeat(3_000_000), Lang(0)), []);
    let _ = index.search(&"\u{0301}á 漢字 \u{1b}[31m ".repeat(50_000), Lang(0));
}

#[test]
fn labels_are_ranked_whole_words_first_and_scatter_is_dropped() {
    let labels = ["Reprocess", "Process", "Processing", "Offices", "Prepare the best choice for us"];
    let places = |words| rank(words, &labels).into_iter().map(|(place, _)| place).collect::<Vec<_>>();
    assert_eq!(places("process"), [1, 2, 0]);
    assert_eq!(places("prcss"), [1, 2]);
    assert_eq!(places(""), [0, 1, 2, 3, 4]);
    assert_eq!(places("best prepare"), [4]);
}

#[test]
fn a_hit_knows_its_office() {
    let (_, index) = index();
    let office = |words| match index.search(words, Lang(0))[0].kind {
        HitKind::Office(office) | HitKind::Requirement(office, _) => Some(office),
        _ => None,
    };
    assert_eq!(office("ecuador"), Some(2));
    assert_eq!(office("ecuador age"), Some(2));
    assert_eq!(office("haiti"), Some(0), "an office that accepts Haitians");
    assert_eq!(office("paraguay"), None);
}

#[test]
fn what_is_said_later_is_not_found_before() {
    let (content, now) = index();
    let before = Index::new(&content, "2024-09-01".parse().unwrap());
    let ended =
        |index: &Index| index.search("This parole has been ended", Lang(0)).first().map(|hit| hit.snippet.clone());
    assert!(ended(&now).unwrap().starts_with("This parole has been ended."), "{:?}", ended(&now));
    assert_ne!(ended(&before), ended(&now));
}

#[test]
fn a_help_line_is_never_shown_as_verified() {
    let (content, index) = index();
    for line in &content.help_lines {
        let hits = index.search(&line.number, Lang(0));
        assert!(hits[0].snippet.contains("not verified"), "{hits:?}");
    }
}

#[test]
fn that_existing_cases_continue_is_not_found_without_the_report_since() {
    let content = Content::embedded().unwrap();
    for (words, lang, report, day, told) in [
        ("existing cases continue", "en", "no longer process", "2026-11-23", true),
        ("los casos existentes siguen", "es", "ya no pueden tramitar", "2025-02-04", true),
        ("dosye ki deja la yo kontinye", "ht", "pa ka trete", "2026-11-23", true),
        ("existing cases continue", "en", "no longer process", "2025-02-03", false),
    ] {
        let hits = Index::new(&content, day.parse().unwrap()).search(words, content.language(lang).unwrap());
        let offices: Vec<_> = hits.iter().filter(|hit| matches!(hit.kind, HitKind::Office(_))).collect();
        let said = offices.iter().filter(|hit| hit.snippet.to_lowercase().contains(words)).collect::<Vec<_>>();
        assert!(!said.is_empty(), "{words}");
        for hit in said {
            let (found, before) = (hit.snippet.to_lowercase().find(words), hit.snippet.find(report));
            assert_eq!(before.is_some_and(|before| Some(before) < found), told, "{day}: {}", hit.snippet);
        }
    }
}

#[test]
fn words_of_the_street_lead_to_what_they_mean() {
    let (content, index) = index();
    let beware = content.statements.iter().find(|one| *one.statement.id == *"beware_of_fees").unwrap();
    let beware = beware.statement.text.get(Lang(0));
    for words in ["eskam", "estafadores", "scam"] {
        assert_eq!(index.search(words, Lang(0))[0].title, beware, "{words}");
    }
    for words in ["sin papeles", "san papye", "undocumented", "indocumentado", "estatus migratorio"] {
        assert!(index.search(words, Lang(0))[0].title.contains("tatus"), "{words}");
    }
}

/// The whole time of each track is what people want who ask for it, however they put it.
#[test]
fn how_long_it_takes_in_all_leads_to_the_tracks() {
    let (content, index) = index();
    for (lang, words) in [
        (
            "en",
            [
                "how long in all",
                "How long in total?",
                "how long altogether",
                "total time",
                "how long does it take in all",
            ],
        ),
        (
            "es",
            [
                "cuánto dura en total",
                "CUANTO DURA EN TOTAL",
                "¿cuánto tiempo en total?",
                "duración total",
                "cuanto tarda todo",
            ],
        ),
        ("ht", ["konbyen tan an tout", "konbyen tan an tou", "Konbyen tan sa pran an tou?", "tan total", "an tou"]),
    ] {
        for word in words {
            let hits = index.search(word, content.language(lang).unwrap());
            assert_eq!(hits[0].kind, HitKind::Tracks, "{word}: {hits:?}");
        }
    }
}

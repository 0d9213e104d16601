//! The guide's process as people and programs read it: picture and JSON.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use smo_desk::content::{Content, EndKind, Lang};
use smo_desk::process::{Cells, Charset, Detail, Map, MapOptions, Rail, RowKind, Spine, SpineRow, json, links};
use smo_desk::rules;
use unicode_width::UnicodeWidthStr;

/// What a list pane beside a detail has at 80 columns, less the column of its cursor.
const PANE: usize = 42;

/// What the map has at 80 columns.
const MAP: usize = 78;

fn content() -> Content {
    Content::embedded().map_err(|problems| problems.to_string()).unwrap()
}

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn picture(content: &Content, lang: Lang, charset: Charset) -> String {
    let cells = Spine::of(&content.process).cells(&content.process, lang, PANE, charset);
    cells.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A row as one line, the wait at the right edge.
fn line(cells: &Cells) -> String {
    let left = format!("{} {}{} {}", cells.number, cells.rail, cells.mark, cells.text);
    let blanks = PANE.saturating_sub(left.width() + cells.wait.width());
    if cells.wait.is_empty() { left } else { format!("{left}{}{}", " ".repeat(blanks), cells.wait) }
}

#[test]
fn the_picture_in_each_language() {
    let content = content();
    for (place, language) in content.languages.iter().enumerate() {
        let seen = picture(&content, Lang(place), Charset::Unicode);
        insta::assert_snapshot!(format!("picture_{}", language.id), seen);
    }
    insta::assert_snapshot!("picture_ascii", picture(&content, Lang(0), Charset::Ascii));
}

#[test]
fn the_map_in_each_language() {
    let content = content();
    for (place, language) in content.languages.iter().enumerate() {
        for charset in [Charset::Unicode, Charset::Ascii] {
            let map = Map::of(&content.process, MapOptions { lang: Lang(place), width: MAP, charset });
            for line in &map.lines {
                assert!(line.width() <= MAP, "{}: {line}", language.id);
            }
            assert!((0..content.process.steps.len()).all(|step| map.rect(step).is_some()));
            if charset == Charset::Unicode {
                insta::assert_snapshot!(format!("map_{}", language.id), map.lines.join("\n"));
            }
        }
    }
}

#[test]
fn labels_and_waits_are_whole_on_the_map() {
    let content = content();
    for (place, language) in content.languages.iter().enumerate() {
        for width in [58, MAP] {
            let options = MapOptions { lang: Lang(place), width, charset: Charset::Unicode };
            let lines = Map::of(&content.process, options).lines.join("\n");
            for (at, step) in content.process.steps.iter().enumerate() {
                let label = format!("[{} {}", at + 1, step.short.get(Lang(place)));
                assert!(lines.contains(&label), "{}: {label}", language.id);
                let wait = step.wait.as_ref().map_or("", |wait| wait.short.get(Lang(place)));
                assert!(lines.contains(wait), "{}: {wait}", language.id);
            }
        }
    }
}

#[test]
fn the_json() {
    let content = content();
    let all = (0..content.process.steps.len()).collect();
    let notices = rules::notices(&content, day());
    let value = json::ProcessData::of(&content.process, &all, &content.guide, &notices, Lang(0), day());
    let value = serde_json::to_value(value).unwrap();
    insta::assert_snapshot!("json_en", serde_json::to_string_pretty(&value).unwrap());
    let ids: BTreeSet<_> = value["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), content.process.steps.len());
    for link in value["links"].as_array().unwrap() {
        assert!(ids.contains(link["from"].as_str().unwrap()) && ids.contains(link["to"].as_str().unwrap()));
    }
}

#[test]
fn the_picture_has_every_link_and_hides_no_step() {
    let content = content();
    let spine = Spine::of(&content.process);
    let joined = |row: &&SpineRow| match row.kind {
        RowKind::Heading { .. } => false,
        RowKind::Link { .. } => true,
        RowKind::Step { .. } | RowKind::Side { .. } => !matches!(row.rail, Rail::Begin | Rail::Alone),
    };
    assert_eq!(spine.rows.iter().filter(joined).count(), links(&content.process).count());
    let steps = spine.rows.iter().filter(|row| row.kind.step().is_some()).count();
    assert_eq!(steps, content.process.steps.len());
    for (place, language) in content.languages.iter().enumerate() {
        let cells = spine.cells(&content.process, Lang(place), PANE, Charset::Unicode);
        for (row, cells) in spine.rows.iter().zip(cells) {
            let step = row.kind.step().map(|step| &content.process.steps[step]);
            assert!(step.is_none() || !cells.text.ends_with('…'), "{}: {}", language.id, cells.text);
            let has_wait = step.is_some_and(|step| step.wait.is_some());
            assert_eq!(has_wait, !cells.wait.is_empty(), "{}: {}", language.id, cells.text);
        }
    }
}

/// On the spine, on the map and in titles: a step is known again by its name.
#[test]
fn a_step_has_one_name_everywhere() {
    let content = content();
    for (place, language) in content.languages.iter().enumerate() {
        let mut names = BTreeSet::new();
        for step in &content.process.steps {
            let (title, short) = (step.title.get(Lang(place)), step.short.get(Lang(place)));
            let mut words = title.split(' ');
            let is_word = |short: &str| {
                let word = words.next().unwrap_or_default().trim_end_matches([':', ',']);
                short.strip_suffix('.').map_or(word == short, |begun| word.starts_with(begun))
            };
            assert!(short.split(' ').all(is_word), "{}: {short:?} is not how {title:?} begins", language.id);
            assert!(names.insert(short), "{}: two steps are called {short:?}", language.id);
        }
    }
}

#[test]
fn what_the_guide_leaves_open_is_drawn_as_open() {
    let content = content();
    let open = content.process.steps.iter().filter(|step| step.end == Some(EndKind::NotStated)).count();
    let picture = picture(&content, Lang(0), Charset::Ascii);
    assert_eq!(picture.lines().filter(|line| line.contains("-o ")).count(), open);
}

#[test]
fn notices_stand_with_the_steps_from_the_day_they_were_made() {
    let content = content();
    let dated = |on: &str| {
        let all = 0..content.process.steps.len();
        let details = all.map(|step| Detail::of(&content.process, step, on.parse().unwrap()));
        details.flat_map(|detail| detail.notices).filter(|notice| notice.statement.date.is_some()).count()
    };
    assert_eq!(dated("2024-12-31"), 0, "no dated notice is older than the guide");
    assert!(dated("2026-11-23") > 0);
}

/// From the form to an end no line crosses another, at every width of a common screen, so that each can be followed.
#[test]
fn no_line_of_the_map_crosses_another() {
    let content = content();
    for (place, language) in content.languages.iter().enumerate() {
        for width in [76, 78, 80, 100, 118] {
            let options = MapOptions { lang: Lang(place), width, charset: Charset::Unicode };
            let map = Map::of(&content.process, options);
            let crossed = map.lines.iter().find(|line| line.contains("─│─"));
            assert_eq!(crossed, None, "{} at {width}:\n{}", language.id, map.lines.join("\n"));
        }
    }
}

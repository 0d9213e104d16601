//! The pictures of the README are the screens of the program, and whoever reads them reads what is there.

use crate::painted::glyph::CELL;
use crate::painted::scenes::{SCENES, Scene};
use crate::painted::svg;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use std::fs;

const MENDED_BY: &str = "cargo run --example pictures";

#[test]
fn every_picture_is_what_the_program_shows_now() {
    let old = |scene: &&Scene| fs::read_to_string(scene.path()).ok() != Some(scene.svg());
    let old: Vec<String> = SCENES.iter().filter(old).map(Scene::link).collect();
    assert_eq!(old, Vec::<String>::new(), "out of date; mended by: {MENDED_BY}");
}

#[test]
fn the_readme_shows_every_picture_and_says_what_is_on_it() {
    let readme = include_str!("../../README.md");
    for scene in SCENES {
        let shown = format!("![{}]({})", scene.words, scene.link());
        assert!(readme.contains(&shown), "README.md lacks {shown}");
    }
    assert_eq!(
        readme.matches("](docs/pictures/").count(),
        SCENES.len(),
        "README.md shows a picture that nothing makes"
    );
}

#[test]
fn every_letter_of_a_screen_stands_in_its_cell() {
    for scene in SCENES {
        let (screen, cursor) = scene.screen();
        assert_eq!(letters(&svg::write(&screen, cursor, scene.words)), symbols(&screen), "{}", scene.name);
    }
}

/// What the desk shows rarely, and signs that XML would take for its own.
#[test]
fn strange_signs_and_attributes_are_kept() {
    let mut screen = Buffer::empty(Rect::new(0, 0, 20, 4));
    screen.set_string(0, 0, "a <b> & \"c\" 'd'", Style::new().fg(Color::Red).bg(Color::White));
    screen.set_string(
        0,
        1,
        "日本 e\u{301} ├─┼┐ ═ ×",
        Style::new().add_modifier(Modifier::UNDERLINED | Modifier::ITALIC),
    );
    screen.set_string(3, 2, "one     two", Style::new().add_modifier(Modifier::REVERSED | Modifier::DIM));
    let picture = svg::write(&screen, Position::new(19, 3), "<&>");
    assert_eq!(letters(&picture), symbols(&screen));
    assert!(picture.contains("aria-label=\"&lt;&amp;&gt;\""), "{picture}");
    // A ground under the words and one under those that are reversed, gaps included.
    let grounds = picture.matches(&format!("height=\"{}\" fill", CELL.1)).count();
    assert_eq!(grounds, 2, "{picture}");
}

#[test]
fn attributes_and_colours_are_seen() {
    let written = |style: Style| {
        let mut screen = Buffer::empty(Rect::new(0, 0, 4, 1));
        screen.set_string(0, 0, "word", style);
        svg::write(&screen, Position::ORIGIN, "")
    };
    let plain = Style::new();
    let mut all = vec![written(plain)];
    for attribute in [Modifier::BOLD, Modifier::DIM, Modifier::UNDERLINED, Modifier::REVERSED, Modifier::ITALIC] {
        all.push(written(plain.add_modifier(attribute)));
    }
    all.extend((0..16).filter(|number| *number != 7).map(|number| written(plain.fg(Color::Indexed(number)))));
    let of_all = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), of_all, "two styles look alike");
}

#[test]
fn a_picture_fetches_nothing_and_is_read_aloud() {
    for scene in SCENES {
        let picture = scene.svg();
        for outside in ["href", "url(", "<style", "<script", "<image", "@import"] {
            assert!(!picture.contains(outside), "{}: {outside}", scene.name);
        }
        assert_eq!(picture.matches("http").count(), 1, "{}: the name space alone", scene.name);
        assert!(picture.contains("role=\"img\"") && picture.contains(&format!("<title>{}</title>", scene.words)));
    }
}

/// Every sign of a screen that is not blank, with its column and row.
fn symbols(screen: &Buffer) -> Vec<(usize, usize, String)> {
    let area = screen.area;
    let all = area.positions().map(|at| (usize::from(at.x), usize::from(at.y), screen[at].symbol().to_owned()));
    all.filter(|(_, _, symbol)| !symbol.trim().is_empty()).collect()
}

/// The same, read from the picture: characters in one place are one sign.
fn letters(picture: &str) -> Vec<(usize, usize, String)> {
    let first = |part: &str| part.split('"').next().unwrap().to_owned();
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for row in picture.split("<text y=\"").skip(1) {
        let y: usize = first(row).parse().unwrap();
        let row = row.split("</text>").next().unwrap();
        for span in row.split("<tspan x=\"").skip(1) {
            let places = first(span);
            let text = span.split_once('>').unwrap().1.split("</tspan>").next().unwrap();
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            assert_eq!(places.split(' ').count(), text.chars().count(), "{text}");
            assert!(!text.contains("  "), "viewers make one blank of several: {text}");
            for (x, c) in places.split(' ').zip(text.chars()).filter(|(_, c)| *c != ' ') {
                let at = ((x.parse::<usize>().unwrap() - 20) / CELL.0, (y - 71) / CELL.1);
                match found.last_mut().filter(|(x, y, _)| (*x, *y) == at) {
                    Some((_, _, symbol)) => symbol.push(c),
                    None => found.push((at.0, at.1, c.to_string())),
                }
            }
        }
    }
    found
}

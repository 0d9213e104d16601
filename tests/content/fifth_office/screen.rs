//! The same folder on the screen, in English and in the language of long words.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::content::{Content, Lang};
use smo_desk::desk::Desk;
use smo_desk::tui::app::App;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;

use super::made::{LONG, folder, long};
use crate::play::script::{Act, acts};

/// The screen after some keys.
fn screen(content: &Arc<Content>, lang: &str, size: (u16, u16), keys: &str) -> String {
    let lang = content.language(lang).unwrap_or(Lang(0));
    let desk = Desk::new(Arc::clone(content), lang, "2026-11-23".parse().unwrap());
    let mut state = App::new(desk, Theme { ascii: false, color: false }, size);
    for act in acts(keys) {
        if let Act::Key(key) = act {
            state.key(key);
        }
    }
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buffer = Buffer::empty(area);
    view::render(&state, area, &mut buffer);
    let row = |row: Rect| row.positions().map(|at| buffer[at].symbol().to_owned()).collect::<String>();
    area.rows().map(row).collect::<Vec<_>>().join("\n")
}

fn content() -> Arc<Content> {
    let folder = folder();
    Arc::new(Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{}", problems.render(false))))
}

#[test]
fn the_office_its_question_and_the_step_are_on_the_screen() {
    let content = content();
    let see = |keys: &str| screen(&content, "en", (80, 24), keys);
    let offices = see("<end>");
    assert!(offices.contains("> Panama") && offices.contains("│ Panama "), "{offices}");
    let matrix = see("r<left><right><right><right><right><right><end>");
    assert!(matrix.contains("[Panama]") && matrix.contains("lodging"), "{matrix}");
    let asked = see("n PA<enter> 2<enter> 1<enter>");
    assert!(asked.contains("Does the person have a place to stay?"), "{asked}");
    assert!(asked.contains("the rule is \"Has a place to stay\""), "{asked}");
    let met = see("n PA<enter> 2<enter> 1<enter> 1<enter>");
    assert!(met.contains("PANAMA: meets the stated minimum, 3 of 3 met"), "{met}");
    let sides = see("n PA<enter> 2<enter>");
    assert!(sides.contains("1 after 29 February 2020") && sides.contains("2 on or before 29 February"), "{sides}");
    let step = see("p28");
    assert!(step.contains("The made-up desk"), "{step}");
    let map = see("m28");
    assert!(map.contains(">28 "), "{map}");
}

/// Long words are wrapped or visibly cut, and never push out what must be seen.
#[test]
fn long_words_keep_the_layout() {
    let content = content();
    for size in [(160, 50), (80, 24), (60, 20), (40, 12)] {
        let see = |keys: &str| screen(&content, LONG, size, keys);
        for keys in
            ["", "r", "p", "m", "m9", "c", "n", "n PA<enter>", "n PA<enter> 2<enter> 1<enter> 1<enter>", "?", "!", "/a"]
        {
            let picture = see(keys);
            let rows: Vec<&str> = picture.lines().collect();
            assert!(rows[0].starts_with(" SMO") || rows[0].starts_with("SMO"), "{picture}");
            assert!(rows[1].contains("(!)"), "{picture}");
            let footer = rows[rows.len() - 1].trim();
            assert!(footer.starts_with("? ") || footer.starts_with("Esc "), "{keys} at {size:?}: {picture}");
        }
        let verdict = see("n PA<enter> 2<enter> 1<enter> 1<enter>");
        assert!(verdict.contains(&long("Panama").to_uppercase()), "{verdict}");
    }
}

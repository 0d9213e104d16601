//! What new users misread: signs before words that are not theirs, sentences run together, columns cut.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use smo_desk::tui::view;

use crate::play::script::{content, play, start_in};

fn shown(lang: usize, size: (u16, u16), keys: &str) -> Vec<String> {
    let mut app = start_in(lang, false, size);
    play(&mut app, keys);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    view::render(&app, buffer.area, &mut buffer);
    let line = |row: Rect| row.columns().map(|cell| buffer[(cell.x, cell.y)].symbol().to_owned()).collect();
    buffer.area.rows().map(line).collect()
}

/// At a glance the sign of a notice stands behind who acts, and on the map behind the step.
#[test]
fn the_sign_of_a_notice_stands_before_no_other_words() {
    for lang in 0..content().languages.len() {
        let process = &content().process;
        for step in 1..=process.steps.len() {
            for (keys, size) in [(format!("p{step}"), (80, 24)), (format!("pm{step}"), (80, 24))] {
                let lines = shown(lang, size, &keys);
                let known = process.steps.iter();
                let mut not_its_own: Vec<String> = known
                    .filter_map(|step| {
                        Some(format!("(!) {}", step.actor.as_ref()?.name.get(smo_desk::content::Lang(lang))))
                    })
                    .collect();
                not_its_own.push(format!("(!) {step} "));
                let wrong = lines.iter().find(|line| not_its_own.iter().any(|words| line.contains(words)));
                assert_eq!(wrong, None, "{keys}");
            }
        }
    }
}

/// How two things are told, which one source says, is two sentences. Where nothing is beside it, a sentence goes on in the
/// next line.
#[test]
fn sentences_of_one_source_are_parted() {
    let joined = [(0, "Notice of 20"), (1, "Aviso de 20"), (2, "Avi pou 20")];
    for (lang, words) in joined {
        let text = shown(lang, (50, 60), "p11<enter>").join(" ");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = text.replace("guide ", "").replace("guía ", "").replace("gid ", "");
        let before = plain.split(words).next().unwrap_or_default().trim_end();
        assert!(plain.contains(words) && before.ends_with('.'), "{plain}");
    }
}

/// The form on one page is called what its key is called.
#[test]
fn what_is_said_of_one_page_is_plain() {
    for (lang, on, off) in [
        (0, "Form on one page: on", "Form on one page: off"),
        (1, "Todo en una página: sí", "Todo en una página: no"),
        (2, "Tout sou yon paj: wi", "Tout sou yon paj: non"),
    ] {
        assert!(shown(lang, (80, 24), "f").join("\n").contains(on));
        assert!(shown(lang, (80, 24), "ff").join("\n").contains(off));
    }
}

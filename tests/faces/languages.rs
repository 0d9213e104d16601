//! What holds of every picture in every language: nothing is cut that is not marked as cut, nothing covers anything else,
//! everything is said in the language of the screen, and the report and the age of the guide stand on it.

use super::marked::{self, End, Mark};
use super::scenes::{of_four_panes, of_one_pane};
use crate::play::script::{content, day, play, start_on};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use smo_desk::content::{Content, Lang, Msg};
use smo_desk::rules;
use smo_desk::tui::keymap::KEYMAP;
use smo_desk::tui::view::{self, footer};
use smo_desk::wording::Phrases;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// A scene at a size in a language.
struct View {
    name: &'static str,
    keys: String,
    size: (u16, u16),
    four: bool,
    lang: usize,
}

/// A picture as it is drawn.
struct Picture {
    cells: Buffer,
    /// What the footer has to say in so many cells.
    keys: Box<dyn Fn(usize) -> String>,
}

impl View {
    fn drawn_on(&self, content: Arc<Content>) -> Picture {
        let mut state = start_on(content, self.lang, false, self.size);
        play(&mut state, &self.keys);
        let mut cells = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        view::render(&state, cells.area, &mut cells);
        Picture {
            cells,
            keys: Box::new(move |width| footer::keys(&state, width).into_iter().map(|span| span.content).collect()),
        }
    }

    fn at(&self, picture: &Buffer) -> String {
        let language = &content().languages[self.lang].id;
        format!("{} at {}x{} in {language}\n{}", self.name, self.size.0, self.size.1, rows(picture).join("\n"))
    }
}

/// Every scene at every size at which it is of use, in every language; the languages of one scene stand together, English
/// first.
fn views() -> Vec<View> {
    let one = [(80, 24), (120, 40), (60, 20), (40, 12)].map(|size| (false, size));
    let four = [(120, 40), (140, 45)].map(|size| (true, size));
    let mut all = Vec::new();
    for (four, size) in one.into_iter().chain(four) {
        for (name, keys) in if four { of_four_panes() } else { of_one_pane() } {
            let languages = 0..content().languages.len();
            all.extend(languages.map(|lang| View { name, keys: keys.clone(), size, four, lang }));
        }
    }
    all
}

/// Every picture of the content whose messages are marked.
fn marked_pictures() -> &'static [(View, Buffer)] {
    static PICTURES: OnceLock<Vec<(View, Buffer)>> = OnceLock::new();
    PICTURES.get_or_init(|| {
        let drawn = |view: View| {
            let cells = view.drawn_on(marked::content()).cells;
            (view, cells)
        };
        views().into_iter().map(drawn).collect()
    })
}

fn rows(buffer: &Buffer) -> Vec<String> {
    buffer.area.rows().map(|row| row.positions().map(|at| buffer[at].symbol()).collect()).collect()
}

/// The marks of a picture, each with the rest of its row.
fn marks(buffer: &Buffer) -> Vec<(Mark, String)> {
    let mut found = Vec::new();
    for row in buffer.area.rows() {
        for at in row.positions() {
            if let Some(mark) = Mark::of(buffer[at].symbol()) {
                let rest = (at.x..row.right()).map(|x| buffer[(x, at.y)].symbol()).collect();
                found.push((mark, rest));
            }
        }
    }
    found
}

/// The messages that a picture shows, of those that are marked in every language.
fn shown(buffer: &Buffer) -> BTreeSet<Msg> {
    let in_all = |msg: &Msg| (0..content().languages.len()).all(|lang| marked::is_marked(*msg, lang));
    marks(buffer).into_iter().map(|(mark, _)| mark.msg).filter(in_all).collect()
}

/// Whether the picture says that there is more than it shows: one pane does at its foot, four where each is cut; what an
/// overlay covers is not said to be there.
fn says_more(view: &View, buffer: &Buffer) -> bool {
    let rows = rows(buffer);
    let cut =
        if view.four { rows.iter().any(|row| row.contains('…')) } else { rows.last().unwrap().ends_with('…') };
    let shown = shown(buffer);
    cut || [Msg::MoreBelow, Msg::KeyClose, Msg::KeyStay].iter().any(|msg| shown.contains(msg))
}

#[test]
fn a_message_whose_end_does_not_show_is_marked_as_cut() {
    for (view, buffer) in marked_pictures() {
        let mut begun: BTreeMap<Msg, Vec<String>> = BTreeMap::new();
        for (mark, rest) in marks(buffer) {
            let begun = begun.entry(mark.msg).or_default();
            match mark.end {
                End::First => begun.push(rest),
                End::Last => drop(begun.pop()),
            }
        }
        for (msg, rest) in begun.iter().flat_map(|(msg, rests)| rests.iter().map(move |rest| (msg, rest))) {
            assert!(rest.contains('…') || says_more(view, buffer), "{msg:?} is cut, {rest:?}: {}", view.at(buffer));
        }
    }
}

#[test]
fn nothing_is_said_in_another_language() {
    for (view, buffer) in marked_pictures() {
        for (mark, _) in marks(buffer) {
            assert_eq!(mark.lang, view.lang, "{:?} of language {}: {}", mark.msg, mark.lang, view.at(buffer));
        }
    }
}

/// What stands beside something else where there is room for it: that more follows, and a key that help lists too.
const BESIDE: [Msg; 2] = [Msg::MoreBelow, Msg::WithholdHint];

#[test]
fn what_is_said_in_english_is_said_in_every_language() {
    for of_one_scene in marked_pictures().chunks(content().languages.len()) {
        let mut english = shown(&of_one_scene[0].1);
        // How many keys stand at the foot depends on the room that they take; that they fit is held in `keys.rs`.
        english.retain(|msg| !BESIDE.contains(msg) && KEYMAP.iter().all(|row| row.word != *msg));
        for (view, buffer) in &of_one_scene[1..] {
            let missing = &english - &shown(buffer);
            assert!(missing.is_empty() || says_more(view, buffer), "{missing:?} is not said: {}", view.at(buffer));
        }
    }
}

/// Whatever lies over the panes.
#[test]
fn every_picture_says_what_was_reported_and_how_old_the_guide_is() {
    let content = content();
    let notice = rules::headline(&content, day()).expect("the content has a headline");
    for view in views() {
        let phrases = Phrases::new(&content, Lang(view.lang));
        let (headline, guide) = (phrases.headline(notice).unwrap(), phrases.guide_date());
        let (age, short) = (phrases.guide_age(day()).unwrap(), phrases.guide_age_short(day()).unwrap());
        let buffer = view.drawn_on(Arc::clone(&content)).cells;
        let top = rows(&buffer)[1..3].join(" ") + " ";
        assert!(top.trim_start().starts_with(&format!("(!) {headline} ")), "no {headline:?}: {}", view.at(&buffer));
        let aged = [format!(" {guide}, {age} "), format!(" {guide} {short} ")];
        assert!(aged.iter().any(|aged| top.contains(aged)), "none of {aged:?}: {}", view.at(&buffer));
    }
}

#[test]
fn the_first_line_names_pane_and_language_and_the_last_one_the_keys() {
    let content = content();
    for view in views() {
        let picture = view.drawn_on(Arc::clone(&content));
        let rows = rows(&picture.cells);
        let (first, last) = (&rows[0], rows.last().unwrap());
        let word = |msg| content.msg(msg, Lang(view.lang));
        let panes = [Msg::PaneOffices, Msg::PaneRequirements, Msg::PaneProcess, Msg::PaneCheck];
        let shown = |x: &u16| picture.cells[(*x, 0)].modifier.contains(Modifier::REVERSED);
        let tab: String = (0..view.size.0).filter(shown).map(|x| picture.cells[(x, 0)].symbol()).collect();
        let named = panes.into_iter().filter(|pane| tab.ends_with(&format!(" {} ", word(*pane))));
        assert_eq!(named.count(), 1, "the pane is not named: {}", view.at(&picture.cells));
        let language = &content.languages[view.lang].id;
        assert!(first.contains(&format!(" {language}")), "the language is not named: {}", view.at(&picture.cells));
        let width = usize::from(view.size.0);
        // A margin and the sign for more take a few cells.
        let keys = (width - 4..=width).any(|room| last.contains((picture.keys)(room).trim()));
        // On the least screen, what was just said stands in their place.
        let last = last.trim_end_matches([' ', '…']);
        let mut messages = Msg::ALL.iter().filter(|msg| msg.key().starts_with("said_"));
        let said = view.size.1 <= 12 && messages.any(|msg| word(*msg).starts_with(last));
        assert!(keys || said, "the keys are not named: {}", view.at(&picture.cells));
    }
}

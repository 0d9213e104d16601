//! What is pictured: the keys that lead there, and words for those who do not see the picture.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use smo_desk::tui::view;

use super::svg;
use crate::play::script::{play, start_in};

/// A picture.
pub(crate) struct Scene {
    /// The name of its file, without ending.
    pub(crate) name: &'static str,
    /// What is on it; also the alternative text in the README.
    pub(crate) words: &'static str,
    /// The number of the language.
    lang: usize,
    size: (u16, u16),
    keys: &'static str,
}

/// In the order of the README.
pub(crate) const SCENES: &[Scene] = &[
    Scene {
        name: "offices",
        words: "The pane Offices: the list of offices, and beside it what Colombia's office says of its intake and its stated minimum",
        lang: 0,
        size: (80, 24),
        keys: "",
    },
    Scene {
        name: "verdict",
        words: "The pane Check: a person in Colombia meets the stated minimum, with the answers, the reasons and what to say",
        lang: 0,
        size: (80, 24),
        keys: "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>",
    },
    Scene {
        name: "spine",
        words: "The pane Process: the steps as a list with rails, a person who was screened on 3 May 2024, and when to expect what",
        lang: 0,
        size: (80, 24),
        keys: "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter> p 9 g 3<space>may<space>2024<enter> <down><up>",
    },
    Scene {
        name: "four",
        words: "All four panes at once, in Spanish: offices, requirements, process and the verdict on a person in Colombia",
        lang: 1,
        size: (120, 40),
        keys: "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter> z",
    },
];

impl Scene {
    /// Where it is kept.
    pub(crate) fn path(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(self.link())
    }

    /// The same from the root of the repository.
    pub(crate) fn link(&self) -> String {
        format!("docs/pictures/{}.svg", self.name)
    }

    /// Made anew.
    pub(crate) fn svg(&self) -> String {
        let (buffer, cursor) = self.screen();
        svg::write(&buffer, cursor, self.words)
    }

    /// What the program draws after the keys, and its cursor.
    pub(crate) fn screen(&self) -> (Buffer, Position) {
        let mut app = start_in(self.lang, false, self.size);
        play(&mut app, self.keys);
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let cursor = view::render(&app, area, &mut buffer);
        (buffer, cursor)
    }
}

//! The same keys at a desk in memory: what the screen should show after each, and what then is on the disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::{Value, json};
use smo_desk::case::{Record, Store};
use smo_desk::content::{FactKind, Lang};
use smo_desk::desk::Desk;
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::tui::pane::check::Field;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;

use super::folder::is_case;
use super::saved;
use crate::play::disk::Model;
use crate::play::script::{self, Act};

/// Random numbers from a seed (splitmix64), so that a failure can be played again.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// What is to be seen and what is stored after a key.
pub(crate) struct After {
    /// The screen, with `CODE` for the code of the case.
    pub(crate) screen: String,
    /// What the cases say, sorted.
    pub(crate) stored: Vec<String>,
}

pub(crate) struct Oracle {
    disk: Model,
    state: App,
    /// Before the first key, then after each.
    pub(crate) told: Vec<After>,
}

impl Oracle {
    pub(crate) fn new() -> Self {
        let disk = Model::default();
        let autosave = disk.clone();
        let open = move || Store::open(Box::new(autosave.clone()));
        let noon = || "2026-11-23T12:00:00".parse().unwrap();
        let empty = Desk::new(script::content(), Lang(0), script::day());
        let state = App::new(empty.keeping(Box::new(open), noon), Theme { ascii: false, color: true }, (80, 24));
        let mut oracle = Self { disk, state, told: Vec::new() };
        oracle.note();
        oracle
    }

    /// Does something that a person could do next, and returns the keys as bytes. They come in one go: a second Esc keeps
    /// the letter after it from being one that is held with Alt.
    pub(crate) fn go(&mut self, chance: &mut Chance) -> String {
        let script = self.next(chance);
        let acts = script::acts(&script);
        for act in &acts {
            script::act(&mut self.state, act);
            self.note();
        }
        acts.iter().map(bytes).collect()
    }

    /// The screen after the last key.
    pub(crate) fn screen(&self) -> &str {
        &self.told.last().unwrap().screen
    }

    fn next(&self, chance: &mut Chance) -> String {
        if self.state.field().is_none() {
            return if self.state.desk.check().is_empty() {
                "n".to_owned()
            } else {
                chance.one_of(&["n", "e", "u", "c<enter>", "t<enter><down><enter><esc><esc>c", "+", "w"]).to_owned()
            };
        }
        match chance.below(16) {
            0 => return "<esc><esc>n".to_owned(),
            1 => return "<esc><esc>e".to_owned(),
            2 => return "<esc><esc>t<down><down><enter><esc><esc>c<enter>".to_owned(),
            3 if self.state.field().is_none_or(Field::is_empty) => return "<c-u>".to_owned(),
            4 => return "<s-tab>".to_owned(),
            _ => {}
        }
        let star = if self.state.field().is_none_or(Field::is_empty) && chance.below(6) == 0 { "*" } else { "" };
        let kind = self.state.desk.question().map(|question| question.kind);
        let typed = chance.one_of(match kind {
            Some(FactKind::Country) => &["CO", "CO", "EC", "GT", "CR", "PE"],
            Some(FactKind::Countries) => &["VE", "CU", "HT", "NI", "9"],
            Some(FactKind::Date | FactKind::DateOrNo) => &["1", "2", "2019", "may<space>2022", "0"],
            _ => &["1", "2", "1", "0", "9"],
        });
        format!("{star}{typed}<enter>")
    }

    fn note(&mut self) {
        let area = Rect::new(0, 0, 80, 24);
        let mut buffer = Buffer::empty(area);
        view::render(&self.state, area, &mut buffer);
        let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        let screen = (0..area.height).map(row).collect::<Vec<_>>().join("\n");
        let names = self.disk.names().into_iter().filter(|name| is_case(name));
        let records: Vec<Record> =
            names.map(|name| serde_json::from_slice(&self.disk.bytes(&name).unwrap()).unwrap()).collect();
        if let Some((code, n)) = saved(&screen) {
            let record = records.iter().find(|record| record.code().as_str() == code).unwrap();
            let told = self.state.desk.check().answers();
            let value = |fact: &str| told.value(fact).map(ToString::to_string);
            assert!(n.is_none_or(|n| n == record.answers.len()), "{screen}");
            assert!(record.answers.iter().all(|said| value(&said.fact).is_none_or(|value| value == said.value)));
            let open = told.iter().filter(|(id, _)| !record.withheld.contains(&id.to_string()));
            assert_eq!(open.count(), record.answers.len(), "{screen}");
        }
        let records = records.into_iter();
        self.told.push(After { screen: without_code(&screen), stored: stored(records) });
    }
}

/// What the cases say, sorted; without what differs from one program to another, and without what is half typed.
pub(crate) fn stored(records: impl Iterator<Item = Record>) -> Vec<String> {
    let said = |record: Record| {
        let Record { answers, parked, withheld, items, family, kept, finished, .. } = record;
        let value: Value = json!([answers, parked, withheld, items, family, kept, finished]);
        value.to_string()
    };
    let mut all: Vec<String> = records.map(said).collect();
    all.sort();
    all
}

/// The screen with `CODE` for the code of the case.
pub(crate) fn without_code(screen: &str) -> String {
    saved(screen).map_or_else(|| screen.to_owned(), |(code, ..)| screen.replace(&code, "CODE"))
}

/// A key as a terminal sends it.
fn bytes(act: &Act) -> String {
    let Act::Key(key) = act else { panic!("{act:?}") };
    match key {
        Key::Char(c) => c.to_string(),
        Key::Enter => "\r".to_owned(),
        Key::Esc => "\x1b".to_owned(),
        Key::Down => "\x1b[B".to_owned(),
        Key::BackTab => "\x1b[Z".to_owned(),
        Key::Ctrl(letter) => char::from(*letter as u8 & 0x1f).to_string(),
        other => panic!("{other:?}"),
    }
}

//! THE table of keys: it drives input, footer and help. A key stands here or nowhere.

mod scope;

use super::key::Key::{
    self, BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab,
    Up,
};
use crate::content::Word;

pub use scope::Scope;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the words of the table say what each one does")]
pub enum Cmd {
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Choose,
    Back,
    NextPart,
    PartBefore,
    PaneOffices,
    PaneRequirements,
    PaneProcess,
    PaneCheck,
    Help,
    Find,
    Undo,
    Redo,
    NextPerson,
    ForRecord,
    Pathways,
    Bring,
    Cases,
    Keep,
    Delete,
    DeleteSurely,
    Stay,
    TakeOut,
    Reached,
    Tracks,
    OnePage,
    Map,
    Spine,
    Zoom,
    FourPanes,
    Filter,
    Differ,
    Withhold,
    Language,
    Notices,
    Hide,
    Show,
    Redraw,
    Quit,
    QuitNow,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is the one that footer and help name.
    pub keys: &'static [Key],
    /// What they do.
    pub cmd: Cmd,
    /// In words.
    pub word: Word,
    /// Its place in the footer, from 1; 0 where it has none.
    pub footer: u8,
}

const fn row(scope: Scope, keys: &'static [Key], cmd: Cmd, word: Word, footer: u8) -> Binding {
    Binding { scope, keys, cmd, word, footer }
}

/// The table.
pub const KEYMAP: &[Binding] = &[
    row(Scope::Always, &[Ctrl('g')], Cmd::Find, Word::KeyFind, 0),
    row(Scope::Always, &[F(1)], Cmd::Help, Word::KeyHelp, 0),
    row(Scope::Always, &[Ctrl('r')], Cmd::Redo, Word::KeyRedo, 0),
    row(Scope::Always, &[Ctrl('x')], Cmd::Hide, Word::KeyHide, 0),
    row(Scope::Always, &[Ctrl('l'), F(5)], Cmd::Redraw, Word::KeyRedraw, 0),
    row(Scope::Always, &[Ctrl('c'), Ctrl('d')], Cmd::QuitNow, Word::KeyQuitNow, 0),
    // While browsing.
    row(Scope::Browse, &[Char('?')], Cmd::Help, Word::KeyHelp, 1),
    row(Scope::Browse, &[Enter], Cmd::Choose, Word::KeyChoose, 0),
    row(Scope::Browse, &[Char('c')], Cmd::PaneCheck, Word::KeyCheck, 4),
    row(Scope::Browse, &[Char('n')], Cmd::NextPerson, Word::KeyNextPerson, 5),
    row(Scope::Browse, &[Char('/')], Cmd::Find, Word::KeyFind, 6),
    row(Scope::Browse, &[Char('q')], Cmd::Quit, Word::KeyQuit, 7),
    row(Scope::Browse, &[Char('o')], Cmd::PaneOffices, Word::KeyOffices, 0),
    row(Scope::Browse, &[Char('r')], Cmd::PaneRequirements, Word::KeyRequirements, 0),
    row(Scope::Browse, &[Char('p')], Cmd::PaneProcess, Word::KeyProcess, 0),
    row(Scope::Browse, &[Tab], Cmd::NextPart, Word::KeyNextPart, 8),
    row(Scope::Browse, &[BackTab], Cmd::PartBefore, Word::KeyPartBefore, 0),
    row(Scope::Browse, &[Esc, Char('b')], Cmd::Back, Word::KeyBack, 0),
    row(Scope::Browse, &[Char('w')], Cmd::Pathways, Word::KeyPathways, 0),
    row(Scope::Browse, &[Char('t')], Cmd::Bring, Word::KeyBring, 0),
    row(Scope::Browse, &[Char('a')], Cmd::Cases, Word::KeyCases, 0),
    row(Scope::Browse, &[Char('f')], Cmd::OnePage, Word::KeyOnePage, 0),
    row(Scope::Browse, &[Char('z')], Cmd::FourPanes, Word::KeyFourPanes, 0),
    row(Scope::Browse, &[Char('e')], Cmd::Keep, Word::KeyKeep, 0),
    row(Scope::Browse, &[Char('m')], Cmd::Map, Word::KeyMap, 0),
    row(Scope::Browse, &[Char('i')], Cmd::Language, Word::KeyLanguage, 9),
    row(Scope::Browse, &[Char('!')], Cmd::Notices, Word::KeyNotices, 0),
    row(Scope::Browse, &[Char('u')], Cmd::Undo, Word::KeyUndo, 0),
    row(Scope::Browse, &[Char('x')], Cmd::Hide, Word::KeyHide, 0),
    row(Scope::Browse, &[Up, Char('k')], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Browse, &[Down, Char('j')], Cmd::Down, Word::KeyDown, 0),
    row(Scope::Browse, &[Left, Char('h')], Cmd::Left, Word::KeyLeft, 0),
    row(Scope::Browse, &[Right, Char('l')], Cmd::Right, Word::KeyRight, 0),
    row(Scope::Browse, &[Home], Cmd::Home, Word::KeyHome, 0),
    row(Scope::Browse, &[End], Cmd::End, Word::KeyEnd, 0),
    row(Scope::Browse, &[PageUp], Cmd::PageUp, Word::KeyPageUp, 0),
    row(Scope::Browse, &[PageDown], Cmd::PageDown, Word::KeyPageDown, 0),
    // What Enter and the arrows do in each place.
    row(Scope::Tabs, &[Enter], Cmd::Choose, Word::KeyOpenPane, 2),
    row(Scope::Tabs, &[Right, Char('l')], Cmd::Right, Word::KeyNextPane, 3),
    row(Scope::Offices, &[Enter], Cmd::Choose, Word::KeyOpen, 2),
    row(Scope::Office, &[Enter], Cmd::Choose, Word::KeyCheckHere, 2),
    row(Scope::Office, &[Esc, Char('b')], Cmd::Back, Word::KeyBack, 3),
    row(Scope::Requirements, &[Enter], Cmd::Choose, Word::KeyOpenRule, 2),
    row(Scope::Requirements, &[Right, Char('l')], Cmd::Right, Word::KeyNextOffice, 3),
    row(Scope::Requirements, &[Char('v')], Cmd::Filter, Word::KeyFilter, 0),
    row(Scope::Requirements, &[Char('d')], Cmd::Differ, Word::KeyDiffer, 0),
    row(Scope::Filter, &[Char('?')], Cmd::Help, Word::KeyHelp, 1),
    row(Scope::Filter, &[Enter], Cmd::Choose, Word::KeyFilterKeep, 2),
    row(Scope::Filter, &[Up], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Filter, &[Down, Tab], Cmd::Down, Word::KeyNextHit, 3),
    row(Scope::Filter, &[Esc], Cmd::Back, Word::KeyFilterOff, 4),
    row(Scope::Rule, &[Enter, Esc, Char('b')], Cmd::Back, Word::KeyBack, 2),
    row(Scope::Rule, &[Char('d')], Cmd::Differ, Word::KeyDiffer, 3),
    row(Scope::Differ, &[Enter, Esc, Char('b')], Cmd::Back, Word::KeyBack, 2),
    row(Scope::Differ, &[Right, Char('l')], Cmd::Right, Word::KeyNextOffice, 3),
    row(Scope::Process, &[Enter], Cmd::Choose, Word::KeyOpenStep, 2),
    row(Scope::Process, &[Char('m')], Cmd::Map, Word::KeyMap, 3),
    row(Scope::Process, &[Right, Char('l')], Cmd::Right, Word::KeyFollow, 4),
    row(Scope::Process, &[Left, Char('h')], Cmd::Left, Word::KeyWalkBack, 8),
    row(Scope::Process, &[Char('g')], Cmd::Reached, Word::KeyReached, 0),
    row(Scope::Process, &[Char('d')], Cmd::Tracks, Word::KeyTracks, 0),
    row(Scope::Step, &[Char('d')], Cmd::Tracks, Word::KeyTracks, 0),
    row(Scope::Step, &[Char('g')], Cmd::Reached, Word::KeyReached, 0),
    row(Scope::Map, &[Char('g')], Cmd::Reached, Word::KeyReached, 0),
    row(Scope::Map, &[Char('d')], Cmd::Tracks, Word::KeyTracks, 0),
    row(Scope::Map, &[Enter], Cmd::Choose, Word::KeyOpenStep, 2),
    row(Scope::Map, &[Char('m')], Cmd::Spine, Word::KeyList, 3),
    row(Scope::Map, &[Char('+'), Char('-')], Cmd::Zoom, Word::KeyZoom, 4),
    row(Scope::Map, &[Right, Char('l')], Cmd::Right, Word::KeyFollow, 8),
    row(Scope::Map, &[Left, Char('h')], Cmd::Left, Word::KeyWalkBack, 8),
    row(Scope::Step, &[Enter, Right, Char('l')], Cmd::Choose, Word::KeyFollow, 2),
    row(Scope::Step, &[Left, Char('h')], Cmd::Left, Word::KeyWalkBack, 3),
    row(Scope::Step, &[Esc, Char('b')], Cmd::Back, Word::KeyBack, 4),
    row(Scope::Answers, &[Enter], Cmd::Choose, Word::KeyAnswer, 2),
    row(Scope::Answers, &[Char('u')], Cmd::Undo, Word::KeyUndo, 3),
    row(Scope::Answers, &[Char('+')], Cmd::ForRecord, Word::KeyForRecord, 0),
    row(Scope::Result, &[Enter], Cmd::Choose, Word::KeyToAnswers, 2),
    row(Scope::Result, &[Char('u')], Cmd::Undo, Word::KeyUndo, 3),
    row(Scope::Result, &[Char('+')], Cmd::ForRecord, Word::KeyForRecord, 0),
    // While a question is being answered.
    row(Scope::EmptyField, &[Char('*')], Cmd::Withhold, Word::KeyWithhold, 0),
    row(Scope::EmptyField, &[Char('/')], Cmd::Find, Word::KeyFind, 0),
    row(Scope::EmptyField, &[Ctrl('u')], Cmd::Undo, Word::KeyUndo, 0),
    // No answer has a `?` in it: help stays one key away while something is typed, and the footer stays as it is.
    row(Scope::Answering, &[Char('?')], Cmd::Help, Word::KeyHelp, 1),
    row(Scope::Answering, &[Enter], Cmd::Choose, Word::KeyCommit, 2),
    row(Scope::Answering, &[Up], Cmd::Up, Word::KeyAnswerBefore, 0),
    row(Scope::Answering, &[Down], Cmd::Down, Word::KeyNextAnswer, 3),
    row(Scope::Answering, &[BackTab], Cmd::PartBefore, Word::KeyQuestionBefore, 4),
    row(Scope::Answering, &[Ctrl('f')], Cmd::OnePage, Word::KeyOnePage, 0),
    row(Scope::Answering, &[Tab], Cmd::NextPart, Word::KeyToAnswers, 0),
    row(Scope::Answering, &[Esc], Cmd::Back, Word::KeyStopAnswering, 5),
    // Over the panes.
    row(Scope::Cases, &[Esc, Char('b')], Cmd::Back, Word::KeyClose, 1),
    row(Scope::Cases, &[Enter], Cmd::Choose, Word::KeyResume, 2),
    row(Scope::Cases, &[Char('n')], Cmd::NextPerson, Word::KeyNextPerson, 3),
    row(Scope::Cases, &[Delete, Char('d')], Cmd::Delete, Word::KeyDelete, 4),
    row(Scope::Cases, &[Up, Char('k')], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Cases, &[Down, Char('j'), Tab], Cmd::Down, Word::KeyNextCase, 5),
    row(Scope::Cases, &[Home], Cmd::Home, Word::KeyHome, 0),
    row(Scope::Cases, &[End], Cmd::End, Word::KeyEnd, 0),
    row(Scope::Cases, &[PageUp], Cmd::PageUp, Word::KeyPageUp, 0),
    row(Scope::Cases, &[PageDown], Cmd::PageDown, Word::KeyPageDown, 0),
    row(Scope::NoCases, &[Esc, Enter, Char('b')], Cmd::Back, Word::KeyClose, 1),
    row(Scope::NoCases, &[Char('n')], Cmd::NextPerson, Word::KeyNextPerson, 2),
    row(Scope::Deleting, &[Char('y')], Cmd::DeleteSurely, Word::KeyDeleteSurely, 1),
    row(Scope::Deleting, &[Esc, Enter], Cmd::Stay, Word::KeyLeaveIt, 2),
    row(Scope::Checking, &[Enter], Cmd::Choose, Word::KeyCheckIt, 2),
    row(Scope::Relative, &[Delete, Backspace], Cmd::TakeOut, Word::KeyTakeOut, 4),
    row(Scope::Day, &[Esc], Cmd::Back, Word::KeyClose, 1),
    row(Scope::Day, &[Enter], Cmd::Choose, Word::KeyTakeDay, 2),
    row(Scope::Bring, &[Esc], Cmd::Back, Word::KeyClose, 1),
    row(Scope::Bring, &[Enter], Cmd::Choose, Word::KeyReady, 2),
    row(Scope::Bring, &[Up], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Bring, &[Down, Tab], Cmd::Down, Word::KeyNextItem, 3),
    row(Scope::Finding, &[Enter], Cmd::Choose, Word::KeyGo, 2),
    row(Scope::Finding, &[Up], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Finding, &[Down], Cmd::Down, Word::KeyNextHit, 3),
    row(Scope::Finding, &[Tab], Cmd::NextPart, Word::KeyAllHits, 4),
    row(Scope::Finding, &[Esc], Cmd::Back, Word::KeyClose, 1),
    row(Scope::HelpList, &[Esc, Enter], Cmd::Back, Word::KeyClose, 1),
    row(Scope::HelpList, &[Up], Cmd::Up, Word::KeyUp, 0),
    row(Scope::HelpList, &[Down, Tab], Cmd::Down, Word::KeyScroll, 2),
    row(Scope::HelpList, &[PageUp], Cmd::PageUp, Word::KeyPageUp, 0),
    row(Scope::HelpList, &[PageDown], Cmd::PageDown, Word::KeyPageDown, 3),
    row(Scope::Reading, &[Esc, Enter, Char('b'), Char('q')], Cmd::Back, Word::KeyClose, 1),
    row(Scope::Reading, &[Up, Char('k')], Cmd::Up, Word::KeyUp, 0),
    row(Scope::Reading, &[Down, Char('j'), Tab], Cmd::Down, Word::KeyScroll, 2),
    row(Scope::Reading, &[PageUp], Cmd::PageUp, Word::KeyPageUp, 0),
    row(Scope::Reading, &[PageDown, Char(' ')], Cmd::PageDown, Word::KeyPageDown, 3),
    row(Scope::Reading, &[Char('i')], Cmd::Language, Word::KeyLanguage, 4),
    row(Scope::Confirm, &[Enter, Char('y')], Cmd::Choose, Word::KeyQuitLosing, 1),
    row(Scope::Confirm, &[Esc, Char('b')], Cmd::Back, Word::KeyStay, 2),
    row(Scope::Hidden, &[Char('x'), Enter, Esc], Cmd::Show, Word::KeyShow, 1),
];

/// What a key does in the first of the scopes that has it.
#[must_use]
pub fn lookup(scopes: &[Scope], key: Key) -> Option<Cmd> {
    scopes.iter().find_map(|scope| {
        let mut rows = KEYMAP.iter().filter(|row| row.scope == *scope);
        rows.find(|row| row.keys.contains(&key)).map(|row| row.cmd)
    })
}

/// The rows that hold in scopes, each key once, in the order of the scopes.
#[must_use]
pub fn rows(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut seen: Vec<Key> = Vec::new();
    let mut found = Vec::new();
    for scope in scopes {
        for row in KEYMAP.iter().filter(|row| row.scope == *scope) {
            if row.keys.iter().any(|key| !seen.contains(key)) {
                seen.extend(row.keys);
                found.push(row);
            }
        }
    }
    found
}

/// The rows of the footer, in its order: `?` first wherever it holds, then what Enter does.
#[must_use]
pub fn footer(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut found: Vec<_> = rows(scopes).into_iter().filter(|row| row.footer > 0).collect();
    found.sort_by_key(|row| row.footer);
    found
}

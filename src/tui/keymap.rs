//! THE table of keys: it drives input, footer and help. A key stands here or nowhere.

mod scope;

use super::key::Key::{
    self, BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab,
    Up,
};
use crate::content::Msg;

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
    Sheet,
    SheetLanguage,
    SheetPersonal,
    SheetFormat,
    SheetCode,
    SheetSave,
    SheetReferral,
    SheetPrint,
    SheetCopy,
    SheetSend,
    Cases,
    Due,
    CaseList,
    Keep,
    Delete,
    DeleteSurely,
    LetGo,
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
#[allow(missing_docs, reason = "the names say it")]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is the one that footer and help name.
    pub keys: &'static [Key],
    pub cmd: Cmd,
    pub word: Msg,
    /// Its place in the footer, from 1; 0 where it has none.
    pub footer: u8,
}

const fn row(scope: Scope, keys: &'static [Key], cmd: Cmd, word: Msg, footer: u8) -> Binding {
    Binding { scope, keys, cmd, word, footer }
}

/// The table.
pub const KEYMAP: &[Binding] = &[
    row(Scope::Always, &[Ctrl('g')], Cmd::Find, Msg::KeyFind, 0),
    row(Scope::Always, &[F(1)], Cmd::Help, Msg::KeyHelp, 0),
    row(Scope::Always, &[Ctrl('r')], Cmd::Redo, Msg::KeyRedo, 0),
    row(Scope::Always, &[Ctrl('x')], Cmd::Hide, Msg::KeyHide, 0),
    row(Scope::Always, &[Ctrl('t')], Cmd::Language, Msg::KeyLanguage, 0),
    row(Scope::Always, &[Ctrl('l'), F(5)], Cmd::Redraw, Msg::KeyRedraw, 0),
    row(Scope::Always, &[Ctrl('c'), Ctrl('d')], Cmd::QuitNow, Msg::KeyQuitNow, 0),
    // While browsing.
    row(Scope::Browse, &[Char('?')], Cmd::Help, Msg::KeyHelp, 1),
    row(Scope::Browse, &[Enter], Cmd::Choose, Msg::KeyChoose, 0),
    row(Scope::Browse, &[Char('c')], Cmd::PaneCheck, Msg::KeyCheck, 4),
    row(Scope::Browse, &[Char('n')], Cmd::NextPerson, Msg::KeyNextPerson, 5),
    row(Scope::Browse, &[Char('/')], Cmd::Find, Msg::KeyFind, 6),
    row(Scope::Browse, &[Char('q')], Cmd::Quit, Msg::KeyQuit, 7),
    row(Scope::Browse, &[Char('o')], Cmd::PaneOffices, Msg::KeyOffices, 0),
    row(Scope::Browse, &[Char('r')], Cmd::PaneRequirements, Msg::KeyRequirements, 0),
    row(Scope::Browse, &[Char('p')], Cmd::PaneProcess, Msg::KeyProcess, 0),
    row(Scope::Browse, &[Tab], Cmd::NextPart, Msg::KeyNextPart, 8),
    row(Scope::Browse, &[BackTab], Cmd::PartBefore, Msg::KeyPartBefore, 0),
    row(Scope::Browse, &[Esc, Char('b')], Cmd::Back, Msg::KeyBack, 0),
    row(Scope::Browse, &[Char('w')], Cmd::Pathways, Msg::KeyPathways, 0),
    row(Scope::Browse, &[Char('t')], Cmd::Bring, Msg::KeyBring, 0),
    row(Scope::Browse, &[Char('s')], Cmd::Sheet, Msg::KeySheet, 0),
    row(Scope::Browse, &[Char('a')], Cmd::Cases, Msg::KeyCases, 0),
    row(Scope::Browse, &[Char('f')], Cmd::OnePage, Msg::KeyOnePage, 0),
    row(Scope::Browse, &[Char('z')], Cmd::FourPanes, Msg::KeyFourPanes, 0),
    row(Scope::Browse, &[Char('e')], Cmd::Keep, Msg::KeyKeep, 0),
    row(Scope::Browse, &[Ctrl('e')], Cmd::LetGo, Msg::KeyLetGo, 0),
    row(Scope::Browse, &[Char('m')], Cmd::Map, Msg::KeyMap, 0),
    row(Scope::Browse, &[Char('i')], Cmd::Language, Msg::KeyLanguage, 9),
    row(Scope::Browse, &[Char('!')], Cmd::Notices, Msg::KeyNotices, 0),
    row(Scope::Browse, &[Char('u'), Ctrl('u')], Cmd::Undo, Msg::KeyUndo, 0),
    row(Scope::Browse, &[Char('x')], Cmd::Hide, Msg::KeyHide, 0),
    row(Scope::Browse, &[Up, Char('k')], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Browse, &[Down, Char('j')], Cmd::Down, Msg::KeyDown, 0),
    row(Scope::Browse, &[Left, Char('h')], Cmd::Left, Msg::KeyLeft, 0),
    row(Scope::Browse, &[Right, Char('l')], Cmd::Right, Msg::KeyRight, 0),
    row(Scope::Browse, &[Home], Cmd::Home, Msg::KeyHome, 0),
    row(Scope::Browse, &[End], Cmd::End, Msg::KeyEnd, 0),
    row(Scope::Browse, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::Browse, &[PageDown], Cmd::PageDown, Msg::KeyPageDown, 0),
    // What Enter and the arrows do in each place.
    row(Scope::Tabs, &[Enter], Cmd::Choose, Msg::KeyOpenPane, 2),
    row(Scope::Tabs, &[Right, Char('l')], Cmd::Right, Msg::KeyNextPane, 3),
    row(Scope::Tabs, &[Up, Char('k')], Cmd::Find, Msg::KeyFind, 0),
    row(Scope::Offices, &[Enter], Cmd::Choose, Msg::KeyOpen, 2),
    row(Scope::Office, &[Enter], Cmd::Choose, Msg::KeyCheckHere, 2),
    row(Scope::Office, &[Esc, Char('b')], Cmd::Back, Msg::KeyBack, 3),
    row(Scope::Requirements, &[Enter], Cmd::Choose, Msg::KeyOpenRule, 2),
    row(Scope::Requirements, &[Right, Char('l')], Cmd::Right, Msg::KeyNextOffice, 3),
    row(Scope::Requirements, &[Char('v')], Cmd::Filter, Msg::KeyFilter, 0),
    row(Scope::Requirements, &[Char('d')], Cmd::Differ, Msg::KeyDiffer, 0),
    row(Scope::Filter, &[Char('?')], Cmd::Help, Msg::KeyHelp, 1),
    row(Scope::Filter, &[Enter], Cmd::Choose, Msg::KeyFilterKeep, 2),
    row(Scope::Filter, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Filter, &[Down, Tab], Cmd::Down, Msg::KeyNextHit, 3),
    row(Scope::Filter, &[Esc], Cmd::Back, Msg::KeyFilterOff, 4),
    row(Scope::Rule, &[Enter, Esc, Char('b')], Cmd::Back, Msg::KeyBack, 2),
    row(Scope::Rule, &[Char('d')], Cmd::Differ, Msg::KeyDiffer, 3),
    row(Scope::Differ, &[Enter, Esc, Char('b')], Cmd::Back, Msg::KeyBack, 2),
    row(Scope::Differ, &[Right, Char('l')], Cmd::Right, Msg::KeyNextOffice, 3),
    row(Scope::Process, &[Enter], Cmd::Choose, Msg::KeyOpenStep, 2),
    row(Scope::Process, &[Char('m')], Cmd::Map, Msg::KeyMap, 3),
    row(Scope::Process, &[Right, Char('l')], Cmd::Right, Msg::KeyFollow, 4),
    row(Scope::Process, &[Left, Char('h')], Cmd::Left, Msg::KeyWalkBack, 8),
    row(Scope::Process, &[Char('g')], Cmd::Reached, Msg::KeyReached, 0),
    row(Scope::Process, &[Char('d')], Cmd::Tracks, Msg::KeyTracks, 0),
    row(Scope::Step, &[Char('d')], Cmd::Tracks, Msg::KeyTracks, 0),
    row(Scope::Step, &[Char('g')], Cmd::Reached, Msg::KeyReached, 0),
    row(Scope::Map, &[Char('g')], Cmd::Reached, Msg::KeyReached, 0),
    row(Scope::Map, &[Char('d')], Cmd::Tracks, Msg::KeyTracks, 0),
    row(Scope::Map, &[Enter], Cmd::Choose, Msg::KeyOpenStep, 2),
    row(Scope::Map, &[Char('m')], Cmd::Spine, Msg::KeyList, 3),
    row(Scope::Map, &[Char('+'), Char('-')], Cmd::Zoom, Msg::KeyZoom, 4),
    row(Scope::Map, &[Right, Char('l')], Cmd::Right, Msg::KeyFollow, 8),
    row(Scope::Map, &[Left, Char('h')], Cmd::Left, Msg::KeyWalkBack, 8),
    row(Scope::Step, &[Enter, Right, Char('l')], Cmd::Choose, Msg::KeyFollow, 2),
    row(Scope::Step, &[Left, Char('h')], Cmd::Left, Msg::KeyWalkBack, 3),
    row(Scope::Step, &[Esc, Char('b')], Cmd::Back, Msg::KeyBack, 4),
    row(Scope::Answers, &[Enter], Cmd::Choose, Msg::KeyAnswer, 2),
    row(Scope::Answers, &[Char('u'), Ctrl('u')], Cmd::Undo, Msg::KeyUndo, 3),
    row(Scope::Answers, &[Char('+')], Cmd::ForRecord, Msg::KeyForRecord, 0),
    row(Scope::Result, &[Enter], Cmd::Choose, Msg::KeyToAnswers, 2),
    row(Scope::Result, &[Char('u'), Ctrl('u')], Cmd::Undo, Msg::KeyUndo, 3),
    row(Scope::Result, &[Char('+')], Cmd::ForRecord, Msg::KeyForRecord, 0),
    // While a question is being answered.
    row(Scope::EmptyField, &[Char('*')], Cmd::Withhold, Msg::KeyWithhold, 0),
    row(Scope::EmptyField, &[Char('/')], Cmd::Find, Msg::KeyFind, 0),
    row(Scope::EmptyField, &[Ctrl('u')], Cmd::Undo, Msg::KeyUndo, 0),
    // No answer has a `?` in it: help stays one key away while something is typed, and the footer stays as it is.
    row(Scope::Answering, &[Char('?')], Cmd::Help, Msg::KeyHelp, 1),
    row(Scope::Answering, &[Enter], Cmd::Choose, Msg::KeyCommit, 2),
    row(Scope::Answering, &[Up], Cmd::Up, Msg::KeyAnswerBefore, 0),
    row(Scope::Answering, &[Down], Cmd::Down, Msg::KeyNextAnswer, 3),
    row(Scope::Answering, &[BackTab], Cmd::PartBefore, Msg::KeyQuestionBefore, 4),
    row(Scope::Answering, &[Ctrl('f')], Cmd::OnePage, Msg::KeyOnePage, 0),
    row(Scope::Answering, &[Tab], Cmd::NextPart, Msg::KeyToAnswers, 0),
    row(Scope::Answering, &[Esc], Cmd::Back, Msg::KeyStopAnswering, 5),
    row(Scope::FormEnded, &[Char('?')], Cmd::Help, Msg::KeyHelp, 1),
    row(Scope::FormEnded, &[Enter, Esc], Cmd::Back, Msg::KeyLeaveForm, 2),
    row(Scope::FormEnded, &[BackTab], Cmd::PartBefore, Msg::KeyQuestionBefore, 3),
    row(Scope::FormEnded, &[Down], Cmd::Down, Msg::KeyScroll, 4),
    row(Scope::FormEnded, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::FormEnded, &[PageDown], Cmd::PageDown, Msg::KeyPageDown, 0),
    row(Scope::FormEnded, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    // Over the panes.
    row(Scope::Cases, &[Esc, Char('b')], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::Cases, &[Enter], Cmd::Choose, Msg::KeyResume, 2),
    row(Scope::Cases, &[Char('n')], Cmd::NextPerson, Msg::KeyNextPerson, 3),
    row(Scope::Cases, &[Delete, Char('d')], Cmd::Delete, Msg::KeyDelete, 4),
    row(Scope::Cases, &[Char('w'), Right], Cmd::Due, Msg::KeyDue, 5),
    row(Scope::Cases, &[Up, Char('k')], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Cases, &[Down, Char('j'), Tab], Cmd::Down, Msg::KeyNextCase, 6),
    row(Scope::Cases, &[Home], Cmd::Home, Msg::KeyHome, 0),
    row(Scope::Cases, &[End], Cmd::End, Msg::KeyEnd, 0),
    row(Scope::Cases, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::Cases, &[PageDown], Cmd::PageDown, Msg::KeyPageDown, 0),
    row(Scope::NoCases, &[Esc, Enter, Char('b')], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::NoCases, &[Char('n')], Cmd::NextPerson, Msg::KeyNextPerson, 2),
    row(Scope::Due, &[Esc, Enter, Left, Char('b'), Char('w')], Cmd::CaseList, Msg::KeyCaseList, 1),
    row(Scope::Due, &[Up, Char('k')], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Due, &[Down, Char('j'), Tab], Cmd::Down, Msg::KeyScroll, 2),
    row(Scope::Due, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::Due, &[PageDown, Char(' ')], Cmd::PageDown, Msg::KeyPageDown, 3),
    row(Scope::Due, &[Char('i')], Cmd::Language, Msg::KeyLanguage, 4),
    row(Scope::DeletingSurely, &[Enter], Cmd::DeleteSurely, Msg::KeyDeleteSurely, 1),
    row(Scope::Deleting, &[Esc, Enter], Cmd::Stay, Msg::KeyLeaveIt, 2),
    row(Scope::Deleting, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Deleting, &[Down, Tab], Cmd::Down, Msg::KeyNextAnswer, 3),
    row(Scope::Checking, &[Enter], Cmd::Choose, Msg::KeyCheckIt, 2),
    row(Scope::Relative, &[Delete, Backspace], Cmd::TakeOut, Msg::KeyTakeOut, 4),
    row(Scope::Day, &[Esc], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::Day, &[Enter], Cmd::Choose, Msg::KeyTakeDay, 2),
    row(Scope::Bring, &[Esc], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::Bring, &[Enter], Cmd::Choose, Msg::KeyReady, 2),
    row(Scope::Bring, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Bring, &[Down, Tab], Cmd::Down, Msg::KeyNextItem, 3),
    row(Scope::Finding, &[Enter], Cmd::Choose, Msg::KeyGo, 2),
    row(Scope::Finding, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Finding, &[Down], Cmd::Down, Msg::KeyNextHit, 3),
    row(Scope::Finding, &[Tab], Cmd::NextPart, Msg::KeyAllHits, 4),
    row(Scope::Finding, &[Esc], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::HelpList, &[Esc, Enter], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::HelpList, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::HelpList, &[Down, Tab], Cmd::Down, Msg::KeyScroll, 2),
    row(Scope::HelpList, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::HelpList, &[PageDown], Cmd::PageDown, Msg::KeyPageDown, 3),
    row(Scope::Reading, &[Esc, Enter, Char('b'), Char('q')], Cmd::Back, Msg::KeyClose, 1),
    row(Scope::Reading, &[Up, Char('k')], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Reading, &[Down, Char('j'), Tab], Cmd::Down, Msg::KeyScroll, 2),
    row(Scope::Reading, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::Reading, &[PageDown, Char(' ')], Cmd::PageDown, Msg::KeyPageDown, 3),
    row(Scope::Reading, &[Char('i')], Cmd::Language, Msg::KeyLanguage, 4),
    row(Scope::Sheet, &[Esc, Char('b'), Char('q')], Cmd::Back, Msg::KeyClose, 2),
    row(Scope::Sheet, &[Char('i'), Left], Cmd::SheetLanguage, Msg::KeySheetLanguage, 5),
    row(Scope::Sheet, &[Char('p'), Tab], Cmd::SheetPersonal, Msg::KeySheetPersonal, 6),
    row(Scope::Sheet, &[Char('f'), Right], Cmd::SheetFormat, Msg::KeySheetFormat, 7),
    row(Scope::Sheet, &[Char('w')], Cmd::SheetSave, Msg::KeySheetSave, 4),
    row(Scope::Sheet, &[Char('r'), Enter], Cmd::SheetCode, Msg::KeySheetCode, 3),
    row(Scope::Sheet, &[Char('o')], Cmd::SheetReferral, Msg::KeySheetReferral, 0),
    row(Scope::Sheet, &[Char('t')], Cmd::SheetPrint, Msg::KeySheetPrint, 0),
    row(Scope::Sheet, &[Char('c')], Cmd::SheetCopy, Msg::KeySheetCopy, 0),
    row(Scope::Sheet, &[Char('?')], Cmd::Help, Msg::KeyHelp, 1),
    row(Scope::Sheet, &[Up, Char('k')], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Sheet, &[Down, Char('j')], Cmd::Down, Msg::KeyScroll, 8),
    row(Scope::Sheet, &[Home], Cmd::Home, Msg::KeyHome, 0),
    row(Scope::Sheet, &[End], Cmd::End, Msg::KeyEnd, 0),
    row(Scope::Sheet, &[PageUp], Cmd::PageUp, Msg::KeyPageUp, 0),
    row(Scope::Sheet, &[PageDown, Char(' ')], Cmd::PageDown, Msg::KeyPageDown, 9),
    row(Scope::SendingSurely, &[Enter], Cmd::SheetSend, Msg::KeySheetSend, 1),
    row(Scope::Sending, &[Esc, Enter], Cmd::Stay, Msg::KeyLeaveIt, 2),
    row(Scope::Sending, &[Up], Cmd::Up, Msg::KeyUp, 0),
    row(Scope::Sending, &[Down, Tab], Cmd::Down, Msg::KeyNextAnswer, 3),
    row(Scope::Confirm, &[Enter], Cmd::Choose, Msg::KeyQuitLosing, 1),
    row(Scope::Confirm, &[Esc, Char('b')], Cmd::Back, Msg::KeyStay, 2),
    row(Scope::Hidden, &[Char('x'), Enter, Esc], Cmd::Show, Msg::KeyShow, 1),
];

/// What a key does in the first of the scopes that has it.
pub fn lookup(scopes: &[Scope], key: Key) -> Option<Cmd> {
    rows(scopes).into_iter().find(|row| row.keys.contains(&key)).map(|row| row.cmd)
}

/// The rows that hold in scopes, each key once, in the order of the scopes.
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
pub fn footer(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut found: Vec<_> = rows(scopes).into_iter().filter(|row| row.footer > 0).collect();
    found.sort_by_key(|row| row.footer);
    found
}

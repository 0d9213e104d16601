//! What keyboards send: each key with its bytes, from the programs' own tables (`infocmp`, `PuTTY`'s `terminal.c`).

use smo_desk::tui::key::Key::{self, BackTab, Delete, Down, End, Enter, F, Home, Left, PageDown, PageUp, Right, Up};

/// A keyboard: its name, and its keys.
pub(crate) type Keyboard = (&'static str, &'static [(&'static str, Key)]);

pub(crate) const KEYBOARDS: &[Keyboard] = &[
    ("xterm", XTERM),
    ("xterm, application cursor keys", APPLICATION),
    ("xterm, held with others", HELD),
    ("xterm, keys by their code", CODED),
    ("rxvt", RXVT),
    ("PuTTY, ESC[n~", PUTTY),
    ("PuTTY, VT100+", PUTTY_VT100),
    ("Linux console", LINUX),
    ("tmux and screen", TMUX),
];

const XTERM: &[(&str, Key)] = &[
    ("\x1b[A", Up),
    ("\x1b[B", Down),
    ("\x1b[C", Right),
    ("\x1b[D", Left),
    ("\x1b[H", Home),
    ("\x1b[F", End),
    ("\x1b[3~", Delete),
    ("\x1b[5~", PageUp),
    ("\x1b[6~", PageDown),
    ("\x1b[Z", BackTab),
    ("\x1bOP", F(1)),
    ("\x1bOQ", F(2)),
    ("\x1bOR", F(3)),
    ("\x1bOS", F(4)),
    ("\x1b[15~", F(5)),
    ("\x1b[17~", F(6)),
    ("\x1b[18~", F(7)),
    ("\x1b[19~", F(8)),
    ("\x1b[20~", F(9)),
    ("\x1b[21~", F(10)),
    ("\x1b[23~", F(11)),
    ("\x1b[24~", F(12)),
];

const APPLICATION: &[(&str, Key)] = &[
    ("\x1bOA", Up),
    ("\x1bOB", Down),
    ("\x1bOC", Right),
    ("\x1bOD", Left),
    ("\x1bOH", Home),
    ("\x1bOF", End),
    ("\x1bOM", Enter),
];

const HELD: &[(&str, Key)] = &[
    ("\x1b[1;2A", Up),
    ("\x1b[1;3B", Down),
    ("\x1b[1;5C", Right),
    ("\x1b[1;8D", Left),
    ("\x1b[1;5H", Home),
    ("\x1b[1;6F", End),
    ("\x1b[3;5~", Delete),
    ("\x1b[5;2~", PageUp),
    ("\x1b[6;3~", PageDown),
    ("\x1b[1;2P", F(1)),
    ("\x1b[15;5~", F(5)),
    ("\x1bO5A", Up),
    ("\x1bO1;5B", Down),
    ("\x1b[1;5:1A", Up),
];

const CODED: &[(&str, Key)] = &[
    ("\x1b[13;2u", Enter),
    ("\x1b[9;2u", BackTab),
    ("\x1b[127;5u", Key::Backspace),
    ("\x1b[99;5u", Key::Ctrl('c')),
    ("\x1b[27;5;108~", Key::Ctrl('l')),
    ("\x1b[27;2;13~", Enter),
];

const RXVT: &[(&str, Key)] = &[
    ("\x1b[7~", Home),
    ("\x1b[8~", End),
    ("\x1b[11~", F(1)),
    ("\x1b[14~", F(4)),
    ("\x1b[a", Up),
    ("\x1b[d", Left),
    ("\x1bOb", Down),
    ("\x1bOc", Right),
    ("\x1b[7$", Home),
    ("\x1b[8^", End),
    ("\x1b[5@", PageUp),
    ("\x1b[3$", Delete),
];

const PUTTY: &[(&str, Key)] = &[
    ("\x1b[A", Up),
    ("\x1bOA", Up),
    ("\x1b[1~", Home),
    ("\x1b[4~", End),
    ("\x1b[3~", Delete),
    ("\x1b[5~", PageUp),
    ("\x1b[6~", PageDown),
    ("\x1b[11~", F(1)),
    ("\x1b[12~", F(2)),
    ("\x1b[13~", F(3)),
    ("\x1b[14~", F(4)),
    ("\x1b[15~", F(5)),
    ("\x1b[24~", F(12)),
    ("\x1b[Z", BackTab),
];

const PUTTY_VT100: &[(&str, Key)] = &[
    ("\x1bOP", F(1)),
    ("\x1bOT", F(5)),
    ("\x1bOU", F(6)),
    ("\x1bOX", F(9)),
    ("\x1bOY", F(10)),
    ("\x1bOZ", F(11)),
    ("\x1bO[", F(12)),
];

const LINUX: &[(&str, Key)] = &[
    ("\x1b[A", Up),
    ("\x1b[1~", Home),
    ("\x1b[4~", End),
    ("\x1b[3~", Delete),
    ("\x1b[5~", PageUp),
    ("\x1b[6~", PageDown),
    ("\x1b[[A", F(1)),
    ("\x1b[[B", F(2)),
    ("\x1b[[C", F(3)),
    ("\x1b[[D", F(4)),
    ("\x1b[[E", F(5)),
    ("\x1b[17~", F(6)),
    ("\x1b[25~", F(13)),
    ("\x1b[28~", F(15)),
    ("\x1b[31~", F(17)),
];

const TMUX: &[(&str, Key)] = &[
    ("\x1b[A", Up),
    ("\x1bOB", Down),
    ("\x1b[1~", Home),
    ("\x1b[4~", End),
    ("\x1b[3~", Delete),
    ("\x1b[5~", PageUp),
    ("\x1b[6~", PageDown),
    ("\x1b[Z", BackTab),
    ("\x1bOP", F(1)),
    ("\x1b[15~", F(5)),
    ("\x1b[1;5D", Left),
];

/// The number pad in its application mode: `vt100` and all that follow it.
pub(crate) const NUMBER_PAD: &[(&str, Key)] = &[
    ("\x1bOp", Key::Char('0')),
    ("\x1bOq", Key::Char('1')),
    ("\x1bOr", Key::Char('2')),
    ("\x1bOs", Key::Char('3')),
    ("\x1bOt", Key::Char('4')),
    ("\x1bOu", Key::Char('5')),
    ("\x1bOv", Key::Char('6')),
    ("\x1bOw", Key::Char('7')),
    ("\x1bOx", Key::Char('8')),
    ("\x1bOy", Key::Char('9')),
    ("\x1bOj", Key::Char('*')),
    ("\x1bOk", Key::Char('+')),
    ("\x1bOl", Key::Char(',')),
    ("\x1bOm", Key::Char('-')),
    ("\x1bOn", Key::Char('.')),
    ("\x1bOo", Key::Char('/')),
    ("\x1bOM", Enter),
];

/// `PuTTY`'s SCO mode: first what nothing else sends, then what others send too.
pub(crate) const SCO: &[(&str, Key)] = &[
    ("\x1b[M", F(1)),
    ("\x1b[N", F(2)),
    ("\x1b[O", F(3)),
    ("\x1b[P", F(4)),
    ("\x1b[Q", F(5)),
    ("\x1b[R", F(6)),
    ("\x1b[S", F(7)),
    ("\x1b[T", F(8)),
    ("\x1b[X", F(12)),
    ("\x1b[A", Up),
    ("\x1b[H", Home),
    ("\x1b[F", End),
    ("\x1b[I", PageUp),
    ("\x1b[G", PageDown),
    ("\x1b[Z", BackTab),
];

/// What is sent and means nothing here: reports, focus, a mouse, Insert, keys of the number pad.
pub(crate) const NOTHING: &[&str] = &[
    "\x1b[2~",
    "\x1b[99~",
    "\x1b[4294967296~",
    "\x1b[201~",
    "\x1b[I",
    "\x1b[O",
    "\x1b[E",
    "\x1b[G",
    "\x1b[P",
    "\x1b[1n",
    "\x1b[?0n",
    "\x1b[12;40R",
    "\x1b[1;2R",
    "\x1b[?1;2c",
    "\x1b[>0;276;0c",
    "\x1b[?2026;2$y",
    "\x1b[<0;10;12M",
    "\x1b[<0;10;12m",
    "\x1b[32;10;12M",
    "\x1b[97;3u",
    "\x1b[57399u",
    "\x1b[ q",
    "\x1b[[z",
];

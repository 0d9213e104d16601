//! What the sequences of terminals mean: xterm, rxvt, `PuTTY` in all its modes, the Linux
//! console, tmux, screen.

use crate::tui::key::{Key, is_text};

/// What a sequence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Key(Key),
    /// A key that only a keyboard sends that speaks SCO.
    Sco(Key),
    Paste,
    /// The terminal answers how it is.
    Status,
    Nothing,
}

impl From<Option<Key>> for Meaning {
    fn from(key: Option<Key>) -> Self {
        key.map_or(Self::Nothing, Self::Key)
    }
}

/// What stands after `ESC [`: a body, and the byte that ends it. `sco` where the keyboard is known to speak SCO.
pub(super) fn csi(body: &[u8], end: u8, sco: bool) -> Meaning {
    match body {
        [] => bare(end, sco),
        // The Linux console's F1 to F5.
        [b'['] => numbered_from(1, b'A'..=b'E', end).into(),
        _ => with_numbers(body, end),
    }
}

fn bare(end: u8, sco: bool) -> Meaning {
    if let Some(key) = arrow_like(end) {
        return Meaning::Key(key);
    }
    match end {
        b'Z' => Meaning::Key(Key::BackTab),
        // No mouse is asked for, so this is SCO's F1 and no report of one; likewise F2 and F8 to F12.
        b'M' | b'N' | b'T'..=b'X' => numbered_from(1, b'M'..=b'X', end).map_or(Meaning::Nothing, Meaning::Sco),
        // Elsewhere the console's Pause and middle key, focus reports, and keys that nobody sends.
        b'O'..=b'S' if sco => numbered_from(1, b'M'..=b'X', end).into(),
        b'I' if sco => Meaning::Key(Key::PageUp),
        b'G' if sco => Meaning::Key(Key::PageDown),
        // rxvt's, held with Shift.
        b'a'..=b'd' if !sco => arrow_like(end.to_ascii_uppercase()).into(),
        _ => Meaning::Nothing,
    }
}

fn with_numbers(body: &[u8], end: u8) -> Meaning {
    if body.iter().any(|byte| !matches!(byte, b'0'..=b'9' | b';' | b':')) {
        return Meaning::Nothing;
    }
    let mut numbers = body.split(|byte| *byte == b';').map(number);
    let first = numbers.next().flatten().unwrap_or(1);
    let (second, third) = (numbers.next().flatten(), numbers.next().flatten());
    match (end, first) {
        (b'~', 200) => Meaning::Paste,
        (b'~', 27) => coded(third.unwrap_or(0), second.unwrap_or(1)),
        (b'~' | b'$' | b'^' | b'@', _) => edit_or_function(first).into(),
        (b'u', _) => coded(first, second.unwrap_or(1)),
        (b'Z', _) => Meaning::Key(Key::BackTab),
        // Well, or with a fault that is not ours.
        (b'n', 0 | 3) => Meaning::Status,
        // An R with numbers tells of the cursor, or is F3: nothing needs either.
        (b'P' | b'Q' | b'S', _) => numbered_from(1, b'P'..=b'S', end).into(),
        _ => arrow_like(end).into(),
    }
}

/// A number, without what stands after a colon; none where nothing stands, 0 where it is beyond all that mean something.
fn number(text: &[u8]) -> Option<u32> {
    let text = text.split(|byte| *byte == b':').next()?;
    (!text.is_empty()).then(|| str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// What stands after `ESC O`.
pub(super) fn ss3(end: u8) -> Option<Key> {
    match end {
        b'a'..=b'd' => arrow_like(end.to_ascii_uppercase()),
        // The number pad in its application mode.
        b'p'..=b'y' => Some(Key::Char(char::from(end - b'p' + b'0'))),
        b'j'..=b'o' => Some(Key::Char(char::from(end - b'j' + b'*'))),
        b'M' => Some(Key::Enter),
        // To F4 everywhere, beyond in PuTTY's VT100+ mode.
        b'P'..=b'[' => numbered_from(1, b'P'..=b'[', end),
        _ => arrow_like(end),
    }
}

fn arrow_like(end: u8) -> Option<Key> {
    Some(match end {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        _ => return None,
    })
}

fn numbered_from(first: u8, range: std::ops::RangeInclusive<u8>, end: u8) -> Option<Key> {
    range.contains(&end).then(|| Key::F(end - range.start() + first))
}

fn edit_or_function(number: u32) -> Option<Key> {
    // The numbers are a keyboard of 1983, with its gaps.
    let function = match number {
        11..=15 => number - 10,
        17..=21 => number - 11,
        23..=26 => number - 12,
        28 | 29 => number - 13,
        31..=34 => number - 14,
        _ => 0,
    };
    Some(match number {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        _ if function > 0 => Key::F(u8::try_from(function).ok()?),
        _ => return None,
    })
}

/// A key by its character and what is held with it, as some terminals are set to send them.
fn coded(code: u32, held: u32) -> Meaning {
    const SHIFT: u32 = 1;
    const CTRL: u32 = 4;
    let held = held.saturating_sub(1);
    let Some(c) = char::from_u32(code).filter(|_| held & !(SHIFT | CTRL) == 0) else { return Meaning::Nothing };
    match (c, u8::try_from(code)) {
        ('\u{1b}', _) => Meaning::Key(Key::Esc),
        ('\t', _) if held & SHIFT != 0 => Meaning::Key(Key::BackTab),
        (_, Ok(byte @ (0..=0x1f | 0x7f))) => Key::of_control(byte).into(),
        (_, Ok(byte @ 0x40..=0x7e)) if held & CTRL != 0 => Key::of_control(byte & 0x1f).into(),
        _ if held & CTRL != 0 || !is_text(c) || ('\u{e000}'..='\u{f8ff}').contains(&c) => Meaning::Nothing,
        _ => Meaning::Key(Key::Char(c)),
    }
}

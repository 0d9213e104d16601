//! What PDF files are written in: numbers, names, strings, lists, dictionaries and operators.

use std::collections::BTreeMap;

/// A thing of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Thing {
    Number(f64),
    /// A number of another object.
    Reference(u32),
    Name(String),
    Bytes(Vec<u8>),
    List(Vec<Thing>),
    Dictionary(Dictionary),
    /// `true`, `null`, `obj`, `BDC` …
    Word(String),
}

pub(super) type Dictionary = BTreeMap<String, Thing>;

/// Bytes that are read from a place on.
pub(super) struct Tokens<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}

impl Tokens<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip(&mut self) {
        while let Some(byte) = self.peek().filter(|byte| is_blank(*byte) || *byte == b'%') {
            self.at += 1;
            while byte == b'%' && self.peek().is_some_and(|byte| byte != b'\n') {
                self.at += 1;
            }
        }
    }

    fn regular(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        String::from_utf8(self.bytes[start..self.at].to_vec()).unwrap()
    }

    fn is_next(&mut self, sign: &[u8]) -> bool {
        let is = self.bytes[self.at..].starts_with(sign);
        self.at += if is { sign.len() } else { 0 };
        is
    }

    fn until(&mut self, end: &[u8]) -> Vec<Thing> {
        let mut all = Vec::new();
        loop {
            self.skip();
            if self.is_next(end) {
                return all;
            }
            all.push(self.thing().expect("closed"));
        }
    }

    /// The next thing; none at the end.
    pub(super) fn thing(&mut self) -> Option<Thing> {
        self.skip();
        self.peek()?;
        if self.is_next(b"<<") {
            let pairs = self.until(b">>");
            let pair = |pair: &[Thing]| (pair[0].name().to_owned(), pair[1].clone());
            return Some(Thing::Dictionary(pairs.chunks(2).map(pair).collect()));
        }
        Some(match self.peek()? {
            b'[' => {
                self.at += 1;
                Thing::List(self.until(b"]"))
            }
            b'/' => {
                self.at += 1;
                Thing::Name(self.regular())
            }
            b'<' => self.hexadecimal(),
            b'(' => self.literal(),
            _ => self.word(),
        })
    }

    fn word(&mut self) -> Thing {
        let word = self.regular();
        assert!(!word.is_empty(), "at {}: {:?}", self.at, &self.bytes[self.at..][..20]);
        let Ok(number) = word.parse::<f64>() else { return Thing::Word(word) };
        let after = self.at;
        if self.is_next(b" 0 R") {
            return Thing::Reference(word.parse().unwrap());
        }
        self.at = after;
        Thing::Number(number)
    }

    fn hexadecimal(&mut self) -> Thing {
        self.at += 1;
        let digits: Vec<u8> = self.bytes[self.at..].iter().copied().take_while(|byte| *byte != b'>').collect();
        self.at += digits.len() + 1;
        let digits: Vec<u8> = digits.into_iter().filter(|byte| !is_blank(*byte)).collect();
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        Thing::Bytes(digits.chunks(2).map(byte).collect())
    }

    fn literal(&mut self) -> Thing {
        let (mut depth, mut out) = (0, Vec::new());
        loop {
            let byte = self.peek().expect("closed");
            self.at += 1;
            match byte {
                b'(' if depth == 0 => depth = 1,
                b')' if depth == 1 => return Thing::Bytes(out),
                b'\\' => out.push(self.escaped()),
                _ => {
                    depth += i32::from(byte == b'(') - i32::from(byte == b')');
                    out.push(byte);
                }
            }
        }
    }

    fn escaped(&mut self) -> u8 {
        let byte = self.peek().unwrap();
        if byte.is_ascii_digit() {
            let digits = std::str::from_utf8(&self.bytes[self.at..self.at + 3]).unwrap();
            self.at += 3;
            return u8::from_str_radix(digits, 8).unwrap();
        }
        self.at += 1;
        match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            other => other,
        }
    }
}

impl Thing {
    pub(super) fn name(&self) -> &str {
        let Self::Name(name) = self else { panic!("{self:?} is no name") };
        name
    }

    pub(super) fn list(&self) -> &[Self] {
        if let Self::List(list) = self { list } else { std::slice::from_ref(self) }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts")]
    pub(super) fn number(&self) -> usize {
        let Self::Number(number) = self else { panic!("{self:?} is no number") };
        *number as usize
    }

    /// A string for people: in UTF-16, or in bytes that are letters.
    pub(super) fn text(&self) -> String {
        let Self::Bytes(bytes) = self else { panic!("{self:?} is no string") };
        if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
            return utf16(wide);
        }
        bytes.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// Letters of two bytes each.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

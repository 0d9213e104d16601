//! The sources of `src/` cut into tokens: comments are gone, and what stands in quotes is told from code.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of `src/`: its path from there, with `/`, and its text.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// Every `.rs` file of `src/`, sorted.
pub(crate) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let named = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| Source { path: named(path), text: fs::read_to_string(path).unwrap() }).collect()
}

/// A piece of source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// An identifier or keyword.
    Msg(String),
    /// A number as it is written.
    Number(String),
    /// What stands between quotes.
    Quoted(String),
    /// Any other character; `::` is one token.
    Sign(&'static str),
    Other(char),
}

/// The tokens of a text, each with its line from 1.
pub(crate) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let mut cut = Cut { chars: &chars, at: 0, line: 1 };
    let mut found = Vec::new();
    while cut.at < chars.len() {
        let line = cut.line;
        if let Some(token) = cut.next() {
            found.push((line, token));
        }
    }
    found
}

struct Cut<'a> {
    chars: &'a [char],
    at: usize,
    line: usize,
}

impl Cut<'_> {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn take(&mut self) -> char {
        let c = self.peek(0);
        self.line += usize::from(c == '\n');
        self.at += 1;
        c
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut out = String::new();
        while self.at < self.chars.len() && wanted(self.peek(0)) {
            out.push(self.take());
        }
        out
    }

    fn next(&mut self) -> Option<Token> {
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => drop(self.take_while(|c| c != '\n')),
            ('/', '*') => self.block(),
            ('"', _) => return Some(self.quoted(0)),
            ('b' | 'c', '"') => {
                self.take();
                return Some(self.quoted(0));
            }
            ('r', '"' | '#') => return Some(self.raw(1)),
            ('b', 'r') if matches!(self.peek(2), '"' | '#') => return Some(self.raw(2)),
            ('\'', _) => return self.letter(),
            (':', ':') => {
                self.at += 2;
                return Some(Token::Sign("::"));
            }
            (c, _) if c.is_ascii_digit() => {
                return Some(Token::Number(self.take_while(|c| c.is_alphanumeric() || c == '_')));
            }
            (c, _) if c.is_alphabetic() || c == '_' => {
                return Some(Token::Msg(self.take_while(|c| c.is_alphanumeric() || c == '_')));
            }
            (c, _) if c.is_whitespace() => drop(self.take()),
            _ => return Some(Token::Other(self.take())),
        }
        None
    }

    fn block(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                ('\0', _) => return,
                _ => {
                    self.take();
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
    }

    /// A string in quotes, or a raw one that `hashes` close.
    fn quoted(&mut self, hashes: usize) -> Token {
        self.take();
        let mut out = String::new();
        while self.at < self.chars.len() {
            let c = self.take();
            let closed = c == '"' && (0..hashes).all(|n| self.peek(n) == '#');
            if closed {
                self.at += hashes;
                break;
            }
            out.push(c);
            if c == '\\' && hashes == 0 {
                out.push(self.take());
            }
        }
        Token::Quoted(out)
    }

    /// A raw string after a prefix of this length; `r#name` is a word.
    fn raw(&mut self, prefix: usize) -> Token {
        let hashes = (0..self.chars.len()).take_while(|n| self.peek(prefix + n) == '#').count();
        if self.peek(prefix + hashes) != '"' {
            self.at += prefix + hashes;
            return Token::Msg(self.take_while(|c| c.is_alphanumeric() || c == '_'));
        }
        self.at += prefix + hashes;
        if hashes == 0 {
            // Raw without hashes: no escapes, the next quote closes it.
            self.take();
            let out = self.take_while(|c| c != '"');
            self.take();
            return Token::Quoted(out);
        }
        self.quoted(hashes)
    }

    /// A character in quotes, or a lifetime.
    fn letter(&mut self) -> Option<Token> {
        let is_lifetime = self.peek(1) != '\\' && self.peek(2) != '\'';
        self.take();
        if is_lifetime {
            self.take_while(|c| c.is_alphanumeric() || c == '_');
            return None;
        }
        let mut out = String::new();
        loop {
            match self.take() {
                '\'' | '\0' => return Some(Token::Quoted(out)),
                '\\' => out.extend(['\\', self.take()]),
                c => out.push(c),
            }
        }
    }
}

//! The code of a case: short enough to say on the phone, without characters that look alike.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// No vowels, so that no code is a word; none of 0 O, 1 I L, 5 S, 2 Z or 8 B together.
const ALPHABET: &[u8; 24] = b"2346789CDFGHJKMNPQRTVWXY";

/// Characters of a code.
const LENGTH: usize = 4;

/// A case's code, as `K7Q2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Code(String);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has four of the characters 2346789CDFGHJKMNPQRTVWXY")]
pub struct NoCode;

impl Code {
    /// A random code, so that it reveals neither time nor person.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(super) fn draw() -> Result<Self, getrandom::Error> {
        let mut code = String::with_capacity(LENGTH);
        while code.len() < LENGTH {
            let mut bytes = [0; 2 * LENGTH];
            getrandom::fill(&mut bytes)?;
            code.extend(bytes.iter().filter_map(|byte| character(*byte)).take(LENGTH - code.len()));
        }
        Ok(Self(code))
    }
    #[allow(missing_docs, reason = "the name says it")]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The character for a random byte; `None` for bytes that would make some characters likelier.
fn character(byte: u8) -> Option<char> {
    let even = u8::MAX - u8::MAX % 24;
    let byte = (byte < even).then_some(byte)?;
    ALPHABET.get(usize::from(byte % 24)).map(|c| char::from(*c))
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Code {
    type Err = NoCode;

    fn from_str(text: &str) -> Result<Self, NoCode> {
        let code = text.to_ascii_uppercase();
        let fits = code.len() == LENGTH && code.bytes().all(|byte| ALPHABET.contains(&byte));
        if fits { Ok(Self(code)) } else { Err(NoCode) }
    }
}

impl TryFrom<String> for Code {
    type Error = NoCode;

    fn try_from(text: String) -> Result<Self, NoCode> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_code_is_four_characters_of_the_alphabet() {
        for _ in 0..200 {
            let code = Code::draw().unwrap();
            assert_eq!(code.as_str().parse(), Ok(code.clone()));
        }
        assert_eq!("k7q2".parse::<Code>().unwrap().as_str(), "K7Q2");
        for bad in ["", "K7Q", "K7Q22", "K0Q2", "KAQ2", "K7Q/", "../x", "ñ7Q", "K7Q "] {
            assert_eq!(bad.parse::<Code>(), Err(NoCode), "{bad}");
        }
    }

    #[test]
    fn every_character_is_as_likely() {
        let drawn: Vec<char> = (0..=u8::MAX).filter_map(character).collect();
        for wanted in ALPHABET {
            assert_eq!(drawn.iter().filter(|c| **c == char::from(*wanted)).count(), 10);
        }
    }
}

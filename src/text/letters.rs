//! The letters that can be printed.

use std::ops::RangeInclusive;

/// What the font of paper has (`src/sheet/pdf/font/`): Latin letters as far as Europe and the Americas write them, with
/// signs, quotation marks and arrows. Content is held to it, so that no text is found unprintable at the desk.
const PRINTABLE: &[RangeInclusive<char>] = &[
    '\u{20}'..='\u{7e}',
    '\u{a0}'..='\u{148}',
    '\u{14a}'..='\u{17f}',
    '\u{192}'..='\u{192}',
    '\u{218}'..='\u{21b}',
    '\u{2bc}'..='\u{2bc}',
    '\u{2c6}'..='\u{2c6}',
    '\u{2da}'..='\u{2da}',
    '\u{2dc}'..='\u{2dc}',
    '\u{300}'..='\u{304}',
    '\u{306}'..='\u{308}',
    '\u{30a}'..='\u{30a}',
    '\u{30c}'..='\u{30c}',
    '\u{327}'..='\u{328}',
    '\u{1e80}'..='\u{1e85}',
    '\u{1ebd}'..='\u{1ebd}',
    '\u{1ef2}'..='\u{1ef3}',
    '\u{2010}'..='\u{2015}',
    '\u{2018}'..='\u{201e}',
    '\u{2020}'..='\u{2022}',
    '\u{2026}'..='\u{2026}',
    '\u{2030}'..='\u{2030}',
    '\u{2032}'..='\u{2033}',
    '\u{2039}'..='\u{203a}',
    '\u{2044}'..='\u{2044}',
    '\u{20ac}'..='\u{20ac}',
    '\u{2116}'..='\u{2116}',
    '\u{2122}'..='\u{2122}',
    '\u{2190}'..='\u{2193}',
    '\u{2212}'..='\u{2212}',
    '\u{2260}'..='\u{2260}',
    '\u{2264}'..='\u{2265}',
    '\u{fffd}'..='\u{fffd}',
];

/// Whether a letter can be printed.
pub fn is_printable(c: char) -> bool {
    PRINTABLE.iter().any(|range| range.contains(&c))
}

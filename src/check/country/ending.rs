//! Words for people in the other gender and in the plural.

/// Endings of gender and plural, in any of the languages.
const ENDINGS: [&str; 10] = ["s", "es", "e", "a", "as", "ne", "nes", "n", "o", "os"];

/// The fewest letters of a word that people add an ending to: "risa" is nobody's.
const SHORTEST: usize = 4;

/// The forms of which a word can be another gender or the plural.
pub(super) fn bases(word: &str) -> Vec<String> {
    let mut bases = Vec::new();
    for ending in ENDINGS {
        let Some(base) = word.strip_suffix(ending).filter(|base| base.len() > 2) else { continue };
        bases.push(base.to_owned());
        if ending.starts_with(['a', 'o', 'e']) {
            bases.extend(["o", "a", "e"].map(|other| format!("{base}{other}")));
        }
    }
    bases.retain(|base| base.len() >= SHORTEST);
    bases
}

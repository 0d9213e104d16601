//! Where a sentence ends.

/// A text sentence by sentence. A full stop behind one letter, or two of which one is a capital, is that of an abbreviation:
/// "U.S. refugees".
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut sentence = String::new();
    for word in text.split_whitespace() {
        if !sentence.is_empty() {
            if ends(&sentence) && begins(word) {
                all.push(std::mem::take(&mut sentence));
            } else {
                sentence.push(' ');
            }
        }
        sentence.push_str(word);
    }
    all.extend(Some(sentence).filter(|sentence| !sentence.is_empty()));
    all
}

fn ends(sentence: &str) -> bool {
    let Some(before) = sentence.strip_suffix('.') else { return sentence.ends_with(['?', '!']) };
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    match last.chars().count() {
        0 => before.ends_with([')', ']', '"', '»']),
        1 => last.chars().all(char::is_numeric),
        2 => !last.chars().any(char::is_uppercase),
        _ => true,
    }
}

fn begins(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "¿¡[(\"«".contains(c))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_sentence_a_line() {
        let cases: [(&str, &[&str]); 8] = [
            ("Beware of it. Ask ya. No.", &["Beware of it.", "Ask ya.", "No."]),
            ("One. Two? Three!", &["One.", "Two?", "Three!"]),
            ("The U.S. Government decides. It is free.", &["The U.S. Government decides.", "It is free."]),
            ("Entra a VV. AA. hoy. ¿Es gratis? Sí.", &["Entra a VV. AA. hoy.", "¿Es gratis?", "Sí."]),
            ("From 20 January 2025. Exceptions exist.", &["From 20 January 2025.", "Exceptions exist."]),
            ("It is suspended (all of it). Wait.", &["It is suspended (all of it).", "Wait."]),
            ("It is open. [portal, 2 Mar 2026]", &["It is open.", "[portal, 2 Mar 2026]"]),
            ("  ", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }
}

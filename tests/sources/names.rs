//! The names that only the content may hold, and where they stand in a source.

use std::collections::BTreeSet;

use super::tokens::{Source, Token, tokens};
use smo_desk::check::country::fold;
use smo_desk::content::{Condition, Content, Text};

/// What a file may say although it is a name too, and why.
pub(crate) const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Names by how they are looked for.
#[derive(Debug)]
pub(crate) struct Names {
    /// Words or phrases, in small letters without accents.
    words: BTreeSet<String>,
    /// Whole string literals.
    codes: BTreeSet<String>,
    /// Days as ISO dates.
    days: BTreeSet<String>,
}

impl Names {
    /// Everything that the content names.
    pub(crate) fn of(content: &Content) -> Self {
        let mut words: BTreeSet<String> = BTreeSet::new();
        let mut say = |text: &Text| words.extend(text.all().map(spread));
        for country in &content.countries {
            say(&country.name);
            say(&country.demonym);
        }
        content.offices.iter().for_each(|office| say(&office.name));
        content.pathways.iter().for_each(|pathway| say(&pathway.name));
        let offices = content.offices.iter().map(|office| &office.id);
        words.extend(offices.chain(content.pathways.iter().map(|p| &p.id)).map(|id| spread(id)));
        words.extend(content.countries.iter().flat_map(|country| &country.also).map(|also| spread(also)));
        let requirements = content.offices.iter().flat_map(|office| &office.requirements);
        let rules = requirements.map(|r| &r.rule).chain(content.pathways.iter().map(|p| &p.rule));
        let days = rules.flat_map(|rule| rule.tests()).filter_map(|test| match test.condition {
            Condition::Cutoff(cutoff) => Some(cutoff.date.to_string()),
            _ => None,
        });
        // Two capitals alone are no name: `SH` is also a macro of manual pages. Only countries that are named here count.
        let codes = content.countries.iter().map(|country| country.id.to_string()).collect();
        Self { words, codes, days: days.collect() }
    }

    /// Every place in a source where a name stands.
    pub(crate) fn in_source(&self, source: &Source) -> Vec<String> {
        let faults = self.found(source).into_iter().filter(|(_, name)| exception(source, name).is_none());
        faults.map(|(line, name)| format!("{}:{line}: names {name}", source.path)).collect()
    }

    /// The exceptions that a source needs: file and name.
    pub(crate) fn excepted(&self, source: &Source) -> Vec<(String, String)> {
        let found = self.found(source).into_iter().filter(|(_, name)| exception(source, name).is_some());
        found.map(|(_, name)| (source.path.clone(), name)).collect()
    }

    fn found(&self, source: &Source) -> Vec<(usize, String)> {
        let tokens = tokens(&source.text);
        let mut found = Vec::new();
        for (line, token) in &tokens {
            let text = match token {
                Token::Msg(word) => word,
                Token::Quoted(text) => text,
                _ => continue,
            };
            found.extend(self.in_text(text).map(|name| (*line, name)));
            if matches!(token, Token::Quoted(_)) {
                found.extend(self.codes.iter().filter(|code| *code == text).map(|code| (*line, code.clone())));
                found.extend(self.days.iter().filter(|day| text.contains(*day)).map(|day| (*line, day.clone())));
            }
        }
        for five in tokens.windows(6) {
            let [(line, year), (_, a), (_, month), (_, b), (_, day), (_, end)] = five else { continue };
            let commas = [a, b].iter().all(|sign| **sign == Token::Other(','));
            if let (true, Some(date)) = (commas && ends(end), iso(year, month, day)) {
                found.extend(self.days.get(&date).map(|day| (*line, day.clone())));
            }
        }
        found
    }

    fn in_text(&self, text: &str) -> impl Iterator<Item = String> {
        let text = format!(" {} ", spread(text));
        self.words.iter().filter(move |name| text.contains(&format!(" {name} "))).cloned()
    }
}

fn exception(source: &Source, name: &str) -> Option<&'static str> {
    EXCEPTIONS.iter().find(|(file, word, _)| *file == source.path && *word == name).map(|(.., why)| *why)
}

/// Words in small letters without accents, one blank between them: those of a sentence, `snake_case`, `CamelCase`.
fn spread(text: &str) -> String {
    let mut out = String::new();
    let mut before_small = false;
    let text = text.replace("\\n", " ").replace("\\t", " ");
    for c in text.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && before_small) {
            out.push(' ');
        }
        before_small = c.is_lowercase();
        if c.is_alphanumeric() {
            out.push(c);
        }
    }
    fold(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ends(token: &Token) -> bool {
    matches!(token, Token::Other(')' | ',' | ']' | '}'))
}

/// Three numbers as a date.
fn iso(year: &Token, month: &Token, day: &Token) -> Option<String> {
    let number = |token: &Token| match token {
        Token::Number(number) => number.trim_end_matches(char::is_alphabetic).parse::<u32>().ok(),
        _ => None,
    };
    Some(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
}

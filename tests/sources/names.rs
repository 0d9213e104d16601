//! The names that only the content may hold, and where they stand in a source.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::Lit;

use super::files::Source;
use smo_desk::content::{Condition, Content, Text};
use smo_desk::text::fold;

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
        let mut add = |text: &Text| words.extend(text.all().map(spread));
        for country in &content.countries {
            add(&country.name);
            add(&country.demonym);
        }
        content.offices.iter().for_each(|office| add(&office.name));
        content.pathways.iter().for_each(|pathway| add(&pathway.name));
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
        let faults = self.found(source).into_iter().filter(|(_, name)| !excepted(source, name));
        faults.map(|(line, name)| format!("{}:{line}: names {name}", source.path)).collect()
    }

    /// The exceptions that a source needs: file and name.
    pub(crate) fn excepted(&self, source: &Source) -> Vec<(String, String)> {
        let found = self.found(source).into_iter().filter(|(_, name)| excepted(source, name));
        found.map(|(_, name)| (source.path.clone(), name)).collect()
    }

    fn found(&self, source: &Source) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let tokens = source.text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path));
        self.in_tokens(tokens, &mut found);
        found
    }

    fn in_tokens(&self, tokens: TokenStream, found: &mut Vec<(usize, String)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let line = token.span().start().line;
            match token {
                TokenTree::Group(group) if !is_comment(&tokens[..at], token) => self.in_tokens(group.stream(), found),
                TokenTree::Ident(ident) => {
                    found.extend(self.in_text(&ident.to_string()).into_iter().map(|name| (line, name)));
                }
                TokenTree::Literal(literal) => {
                    let Some(text) = text(&Lit::new(literal.clone())) else { continue };
                    found.extend(self.in_text(&text).into_iter().map(|name| (line, name)));
                    found.extend(self.codes.get(&text).map(|code| (line, code.clone())));
                    found.extend(self.days.iter().filter(|day| text.contains(*day)).map(|day| (line, day.clone())));
                }
                _ => {}
            }
        }
        for (at, token) in tokens.iter().enumerate() {
            let day = iso(&tokens[at..]).and_then(|date| self.days.get(&date));
            found.extend(day.map(|day| (token.span().start().line, day.clone())));
        }
    }

    fn in_text(&self, text: &str) -> Vec<String> {
        let text = spread(text);
        let mut found = Vec::new();
        for (at, _) in text.match_indices(' ').chain([(0, "")]) {
            let rest = text.split_at(at).1.trim_start();
            let first = rest.split(' ').next().unwrap_or_default();
            // In the order of the alphabet the names that begin with this word follow it.
            let names = self.words.range(first.to_owned()..).take_while(|name| name.starts_with(first));
            let whole =
                |name: &&String| rest.strip_prefix(name.as_str()).is_some_and(|r| r.is_empty() || r.starts_with(' '));
            found.extend(names.filter(whole).cloned());
        }
        found
    }
}

fn excepted(source: &Source, name: &str) -> bool {
    EXCEPTIONS.iter().any(|(file, word, _)| *file == source.path && *word == name)
}

/// Whether a group is a comment: to the compiler `/// text` is `#[doc = "text"]`.
fn is_comment(before: &[TokenTree], group: &TokenTree) -> bool {
    let TokenTree::Group(group) = group else { return false };
    let sign = before.iter().rev().find(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '!'));
    let attribute = matches!(sign, Some(TokenTree::Punct(punct)) if punct.as_char() == '#');
    let first = group.stream().into_iter().next();
    attribute
        && group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(ident)) if ident == "doc")
}

/// What stands between the quotes of a literal.
fn text(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => Some(text.value()),
        Lit::ByteStr(bytes) => Some(String::from_utf8_lossy(&bytes.value()).into_owned()),
        Lit::CStr(text) => Some(text.value().to_string_lossy().into_owned()),
        Lit::Char(c) => Some(c.value().to_string()),
        _ => None,
    }
}

/// Words in small letters without accents, one blank between them: those of a sentence, `snake_case`, `CamelCase`.
fn spread(text: &str) -> String {
    let mut out = String::new();
    let mut before_small = false;
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

/// Three numbers with commas between them as a date, where the tokens begin with them.
fn iso(tokens: &[TokenTree]) -> Option<String> {
    let comma = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ',');
    let number = |at: usize| match tokens.get(at) {
        Some(TokenTree::Literal(literal)) => match Lit::new(literal.clone()) {
            Lit::Int(number) => number.base10_parse::<u32>().ok(),
            _ => None,
        },
        _ => None,
    };
    let ends = tokens.len() == 5 || comma(5);
    let (year, month, day) = (number(0)?, number(2)?, number(4)?);
    (comma(1) && comma(3) && ends).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

//! Checks on the words of a text.

mod literal;

use super::{Spec, Translation};
use crate::content::loader::unseen::{CONTROL_HELP, LAYOUT};
use crate::content::loader::{Loader, Problem};
use crate::content::text::placeholders;
use crate::text::{is_printable, is_text};
use literal::literal_date;

impl Loader {
    /// Checks the words in every language, and that they use the same placeholders.
    pub(super) fn check_text(&mut self, translations: &[Option<Translation>], spec: Spec<'_>) {
        for (lang, t) in translations.iter().enumerate().filter_map(|(lang, t)| Some((lang, t.as_ref()?))) {
            self.check_words(lang, t, spec);
        }
        if !spec.every {
            self.same_placeholders(translations);
        }
    }

    fn check_words(&mut self, lang: usize, t: &Translation, spec: Spec<'_>) {
        let words = &*t.words;
        if words.trim().is_empty() {
            self.wrong(t, "", "this text is empty", "no words", "write the words");
        }
        if let Some(c) = words.chars().find(|c| LAYOUT.contains(c)) {
            let message = format!("this text holds the control character {}", c.escape_unicode());
            self.wrong(t, "", &message, "not allowed in a text", CONTROL_HELP);
        }
        // The private planes are no letters of any language: who writes them knows that they mean nothing elsewhere.
        let foreign = |c: &char| !c.is_ascii() && is_text(*c) && *c < '\u{f0000}' && !is_printable(*c);
        if let Some(c) = words.chars().find(foreign) {
            let message = format!("this text holds {c} ({}), which cannot be printed on a sheet", c.escape_unicode());
            let help = "the font of sheets has the Latin letters with their accents, and common signs";
            self.wrong(t, &c.to_string(), &message, "not in the font", help);
        }
        if spec.every || words.contains(['{', '}']) {
            self.check_placeholders(t, spec);
        }
        self.check_bounds(lang, t, spec);
    }

    fn check_placeholders(&mut self, t: &Translation, spec: Spec<'_>) {
        let words = &*t.words;
        let names = placeholders(words);
        if let Some(name) = names.iter().find(|name| !spec.names.contains(name)) {
            let help = match spec.names {
                [] => "this text has no `{names}`".to_owned(),
                names => format!("it has `{{{}}}`", names.join("}`, `{")),
            };
            let message = format!("this text has no value for `{{{name}}}`");
            self.wrong(t, &format!("{{{name}}}"), &message, "no such name", &help);
        }
        let open = words.matches('{').count();
        if open != words.matches('}').count() || open != names.len() {
            let help = "write `{name}`; a text holds no other brace";
            self.wrong(t, "", "the braces of this text do not match", "", help);
        }
        if let Some(name) = spec.names.iter().find(|name| spec.every && !names.contains(name)) {
            let message = format!("this text does not use `{{{name}}}`");
            self.wrong(t, "", &message, "incomplete", "every language uses all names of the word");
        }
    }

    fn check_bounds(&mut self, lang: usize, t: &Translation, spec: Spec<'_>) {
        let width = if spec.cells > 0 { spec.width(&t.words) } else { 0 };
        if width > spec.cells {
            let message = format!("this text is {width} cells wide; {} fit", spec.cells);
            self.wrong(t, "", &message, "too long", "find shorter words");
        }
        let months = self.months.get(lang).filter(|_| spec.ruled);
        if let Some(date) = months.and_then(|months| literal_date(&t.words, months)) {
            let help = "write `{date}`: the words then follow the rule";
            self.wrong(t, date, "a date stands in the words of a record with a rule", "literal date", help);
        }
    }

    /// Reports languages whose placeholders differ from those of the first one.
    fn same_placeholders(&mut self, translations: &[Option<Translation>]) {
        if !translations.iter().flatten().any(|t| t.words.contains('{')) {
            return;
        }
        let names = |t: &Translation| {
            let mut names = placeholders(&t.words);
            names.dedup();
            if names.is_empty() { "none".to_owned() } else { format!("{{{}}}", names.join("} {")) }
        };
        let mut given = translations.iter().flatten().map(|t| (t, names(t)));
        let Some((first, wanted)) = given.next() else { return };
        for (other, own) in given.filter(|(_, own)| *own != wanted) {
            let message = format!("the languages differ in their names: {wanted} and {own}");
            let mut problem = Problem::at(other.file.clone(), other.span.clone(), message);
            if first.file == other.file {
                problem.also = Some((first.span.clone(), wanted.clone()));
            }
            self.problems.push(problem.label(own).help("use the same `{names}` in every language"));
        }
    }

    /// Reports a problem with a translation, at a part of it where the source contains that part.
    fn wrong(&mut self, t: &Translation, part: &str, message: &str, label: &str, help: &str) {
        let mut span = t.span.clone();
        let here = if t.file == self.file { self.source.get(span.clone()) } else { None };
        if let Some(at) = here.filter(|_| !part.is_empty()).and_then(|source| source.find(part)) {
            span = span.start + at..span.start + at + part.len();
        }
        self.problems.push(Problem::at(t.file.clone(), span, message).label(label).help(help));
    }
}

//! Words: one text in every language, and the checks on it.

use std::ops::Range;

use super::super::problem::Problem;
use super::super::raw::{RawNote, RawText};
use super::super::text::{LanguageState, Text, placeholders};
use super::Loader;
use super::form::Form;
use super::literal::literal_date;

/// Some words, and where they were given.
struct Translation {
    words: Box<str>,
    file: String,
    span: Range<usize>,
}

impl Loader {
    /// Raises a text and registers it under its address, `AT.FIELD`.
    pub(super) fn text(&mut self, at: &str, field: &str, raw: &RawText, form: Form<'_>) -> Text {
        if self.languages.is_empty() {
            return Text::default();
        }
        let address = format!("{at}.{field}");
        self.foreign(raw);
        let said = self.gather(&address, raw);
        self.missing(&address, raw, &said);
        for (lang, said) in said.iter().enumerate().filter_map(|(lang, said)| Some((lang, said.as_ref()?))) {
            self.check_words(lang, said, form);
        }
        if !form.every {
            self.same_names(&said);
        }
        let text = self.filled_up(said);
        self.texts.insert(address.into(), text.clone());
        text
    }

    /// Raises a text that need not be there.
    pub(super) fn maybe(&mut self, at: &str, field: &str, raw: Option<&RawText>, form: Form<'_>) -> Option<Text> {
        raw.map(|raw| self.text(at, field, raw, form))
    }

    /// Raises remarks.
    pub(super) fn notes(&mut self, at: &str, notes: &[RawNote]) -> Vec<Text> {
        let scope = format!("{at}.open");
        let mut texts = Vec::with_capacity(notes.len());
        for note in notes {
            self.declare(&scope, note.id.get_ref(), &note.id.span());
            texts.push(self.text(&format!("{scope}.{}", note.id.get_ref()), "text", &note.text, Form::PLAIN));
        }
        texts
    }

    /// Reports words in languages that the programme does not have.
    fn foreign(&mut self, raw: &RawText) {
        for (lang, words) in raw.get_ref() {
            let declared = self.ids.get("programme.language").is_some_and(|ids| ids.contains_key(lang));
            if declared || self.broken.contains("programme.toml") {
                continue;
            }
            let help = self.suggest(lang, self.languages.iter().map(|l| &*l.id));
            let help = help.unwrap_or_else(|| "define it in programme.toml".to_owned());
            let message = format!("there is no language `{lang}`");
            self.problem(words.span(), message, "unknown language", help);
        }
    }

    /// The words in each language, from the record or from the language's own file.
    fn gather(&mut self, address: &str, raw: &RawText) -> Vec<Option<Translation>> {
        let mut all = Vec::with_capacity(self.languages.len());
        for language in &self.languages {
            let inline = raw.get_ref().get(&*language.id);
            let over = self.text_files.get_mut(&*language.id).and_then(|o| Some((o.words.get_mut(address)?, &o.file)));
            let here = inline.map(|w| (w.get_ref().as_str().into(), self.file.clone(), w.span()));
            let there = over.map(|(w, file)| {
                w.used = true;
                (w.words.clone(), file.clone(), w.span.clone())
            });
            if let (Some((_, file, _)), Some((_, _, span))) = (&here, &there) {
                let problem =
                    Problem::at(format!("texts/{}.toml", language.id), span.clone(), "this text is there twice");
                let help = format!("it also stands in {file}: take one of them out");
                self.problems.push(problem.label(address).help(help));
            }
            all.push(here.or(there).map(|(words, file, span)| Translation { words, file, span }));
        }
        all
    }

    fn missing(&mut self, address: &str, raw: &RawText, said: &[Option<Translation>]) {
        let due = |place: usize| {
            let language = self.languages.get(place);
            let owed = language.is_some_and(|l| place == 0 || l.state != LanguageState::Partial);
            // A file that cannot be read may hold it.
            owed && language.is_some_and(|l| !self.broken.contains(&format!("texts/{}.toml", l.id)))
        };
        let missing: Vec<&str> = self
            .languages
            .iter()
            .zip(said)
            .enumerate()
            .filter(|(place, (_, said))| said.is_none() && due(*place))
            .map(|(_, (language, _))| &*language.id)
            .collect();
        let Some(first) = missing.first() else { return };
        let list = missing.iter().map(|l| format!("`{l}`")).collect::<Vec<_>>().join(", ");
        let help = format!("add `{first} = \"…\"` here, or `{address}` to texts/{first}.toml");
        self.problem(raw.span(), format!("this text has no words in {list}"), "incomplete", help);
    }

    /// Checks the words in one language.
    fn check_words(&mut self, lang: usize, said: &Translation, form: Form<'_>) {
        let words = &*said.words;
        if words.trim().is_empty() {
            self.wrong(said, "", "this text is empty", "no words", "write the words");
        }
        // Every control character has one of these bytes; nearly no text has one.
        let suspect = words.bytes().any(|b| b < 0x20 || b == 0x7f || b == 0xc2);
        if let Some(c) = words.chars().filter(|_| suspect).find(|c| c.is_control()) {
            let message = format!("this text holds the control character {}", c.escape_unicode());
            let help = "a text is one line of plain words; end a line of a long one with `\\`";
            self.wrong(said, &c.to_string(), &message, "not allowed in a text", help);
        }
        if form.every || words.contains(['{', '}']) {
            self.check_names(said, form);
        }
        self.check_bounds(lang, said, form);
    }

    fn check_names(&mut self, said: &Translation, form: Form<'_>) {
        let words = &*said.words;
        let names = placeholders(words);
        if let Some(name) = names.iter().find(|name| !form.names.contains(name)) {
            self.foreign_name(said, name, form);
        }
        let open = words.matches('{').count();
        if open != words.matches('}').count() || open != names.len() {
            let help = "write `{name}`; a text holds no other brace";
            self.wrong(said, "", "the braces of this text do not match", "", help);
        }
        if let Some(name) = form.names.iter().find(|name| form.every && !names.contains(name)) {
            let message = format!("this text does not use `{{{name}}}`");
            self.wrong(said, "", &message, "incomplete", "every language uses all names of the word");
        }
    }

    fn check_bounds(&mut self, lang: usize, said: &Translation, form: Form<'_>) {
        let width = if form.cells > 0 { form.width(&said.words) } else { 0 };
        if width > form.cells {
            let message = format!("this text is {width} cells wide; {} fit", form.cells);
            self.wrong(said, "", &message, "too long", "find shorter words");
        }
        let months = self.months.get(lang).filter(|_| form.ruled);
        if let Some(date) = months.and_then(|months| literal_date(&said.words, months)) {
            let help = "write `{date}`: the words then follow the rule";
            self.wrong(said, date, "a date stands in the words of a record with a rule", "literal date", help);
        }
    }

    fn foreign_name(&mut self, said: &Translation, name: &str, form: Form<'_>) {
        let help = match form.names {
            [] => "this text has no `{names}`".to_owned(),
            names => format!("it has {}", names.iter().map(|n| format!("`{{{n}}}`")).collect::<Vec<_>>().join(", ")),
        };
        let message = format!("this text has no value for `{{{name}}}`");
        self.wrong(said, &format!("{{{name}}}"), &message, "no such name", &help);
    }

    /// Reports a language whose `{names}` are not those of the first one that is given.
    fn same_names(&mut self, said: &[Option<Translation>]) {
        let names = |said: &Translation| {
            let mut names: Vec<String> = placeholders(&said.words).into_iter().map(|n| format!("{{{n}}}")).collect();
            names.dedup();
            names
        };
        let mut given = said.iter().flatten();
        let Some(first) = given.next() else { return };
        if !said.iter().flatten().any(|said| said.words.contains('{')) {
            return;
        }
        let wanted = names(first);
        for other in given.filter(|other| names(other) != wanted) {
            let show = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(" ") };
            let message = format!("the languages differ in their names: {} and {}", show(&wanted), show(&names(other)));
            let mut problem = Problem::at(other.file.clone(), other.span.clone(), message);
            if first.file == other.file {
                problem.also = Some((first.span.clone(), show(&wanted)));
            }
            self.problems.push(problem.label(show(&names(other))).help("use the same `{names}` in every language"));
        }
    }

    /// Reports a problem of some words, at a part of them where it can be found in the source.
    fn wrong(&mut self, said: &Translation, part: &str, message: &str, label: &str, help: &str) {
        let mut span = said.span.clone();
        let here = if said.file == self.file { self.source.get(span.clone()) } else { None };
        if let Some(at) = here.filter(|_| !part.is_empty()).and_then(|source| source.find(part)) {
            span = span.start + at..span.start + at + part.len();
        }
        let problem = Problem::at(said.file.clone(), span, message).label(label).help(help);
        self.problems.push(problem);
    }

    /// The text; what a language lacks is said in the default one and marked with its code.
    fn filled_up(&self, said: Vec<Option<Translation>>) -> Text {
        let default = self.languages.first().map_or("", |l| &*l.id);
        let first = said.first().and_then(|s| s.as_ref()).map(|s| s.words.clone()).unwrap_or_default();
        let stand_in: Box<str> = format!("{first} [{default}]").into();
        Text::new(said.into_iter().map(|said| said.map_or_else(|| stand_in.clone(), |s| s.words)).collect())
    }
}

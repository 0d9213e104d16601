//! Writes the texts of a language as a file of gettext.

use std::fmt::Write as _;

use crate::content::Lang;
use crate::content::schema::Schema;
use crate::content::text::placeholders;
use crate::content::translation::{Standing, Translatable, Translations};

impl Translations {
    /// The file for a translator. The same content gives the same bytes.
    pub fn po(&self) -> String {
        let (content, default) = (&self.content, Lang::default());
        let code = |lang: Lang| content.languages.get(lang.0).map_or("", |language| &*language.id);
        let name = content.name.get(default);
        let head = [
            ("Project-Id-Version", format!("{name} {}", content.check_code)),
            // Not known, and no day of today: the same content is the same file.
            ("PO-Revision-Date", String::new()),
            ("Last-Translator", String::new()),
            ("Language-Team", String::new()),
            ("Language", code(self.lang).to_owned()),
            ("MIME-Version", "1.0".to_owned()),
            ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
            ("Content-Transfer-Encoding", "8bit".to_owned()),
            ("X-Source-Language", code(default).to_owned()),
            ("X-Check-Code", content.check_code.clone()),
        ];
        let mut po = String::from("msgid \"\"\nmsgstr \"\"\n");
        for (key, value) in head {
            let _ = writeln!(po, "{}", quoted(&format!("{key}: {value}\n")));
        }
        let schema = Schema::read();
        self.texts.iter().for_each(|text| entry(&mut po, text, schema.meaning(&text.address)));
        po
    }
}

fn entry(po: &mut String, text: &Translatable, meaning: Option<&str>) {
    let mut names = placeholders(&text.source);
    names.dedup();
    let is_stale = text.standing == Standing::Stale;
    po.push('\n');
    for note in meaning.map(str::to_owned).into_iter().chain(notes(text, &names)) {
        let _ = writeln!(po, "#. {note}");
    }
    // Tools of translators know the braces of this language, and check them.
    let flags = [(is_stale, "fuzzy"), (!names.is_empty(), "python-brace-format")];
    let flags: Vec<&str> = flags.iter().filter(|(is, _)| *is).map(|(_, flag)| *flag).collect();
    if !flags.is_empty() {
        let _ = writeln!(po, "#, {}", flags.join(", "));
    }
    if let Some(of) = text.of.as_deref().filter(|of| is_stale && !of.is_empty()) {
        let _ = writeln!(po, "#| msgid {}", quoted(of));
    }
    let (address, source) = (quoted(&text.address), quoted(&text.source));
    let words = quoted(text.words.as_deref().unwrap_or_default());
    let _ = writeln!(po, "msgctxt {address}\nmsgid {source}\nmsgstr {words}");
}

/// What a translator has to know of a text.
fn notes(text: &Translatable, names: &[&str]) -> Vec<String> {
    let mut notes = Vec::new();
    if text.cells > 0 {
        notes.push(format!("At most {} columns wide.", text.cells));
    }
    if !names.is_empty() {
        notes.push(format!("Keep as they are: {{{}}}", names.join("} {")));
    }
    if text.is_ruled {
        notes.push("Write no date: dates come from the rule.".to_owned());
    }
    notes
}

/// A string of gettext.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out + "\""
}

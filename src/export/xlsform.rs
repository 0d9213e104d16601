//! The check as a form for `ODK` and `KoBo`, which works on a telephone without a line: an `XLSForm` workbook.
//!
//! What the form finds stands for what the desk finds: 1 is met, 0 is not met, 0.5 cannot be told. What is filled in can be
//! given to `smo batch` as it comes back.

mod bounds;
mod expression;
mod questions;
mod results;
mod sheet;

use chrono::NaiveDate;
use std::io;

use crate::content::{Content, Lang};
use crate::wording::Phrases;
use sheet::FormSheet;

/// Writes the form: a workbook with the sheets `survey`, `choices` and `settings`.
///
/// # Errors
/// A text that is too long for a cell.
pub fn xlsform(content: &Content, name: &str, as_of: NaiveDate) -> io::Result<Vec<u8>> {
    let form = FormWriter { content, as_of };
    let mut choices = FormSheet::new("choices", &["list_name", "name"]);
    let mut survey = FormSheet::new("survey", &["type", "name"]);
    results::notices(form, &mut survey);
    questions::write(form, &mut survey, &mut choices);
    results::write(form, &mut survey);
    let mut settings = FormSheet::new("settings", &["form_title", "form_id", "version", "default_language"]);
    settings.row(&[name, "smo_check", &format!("{as_of} {}", content.check_code), &form.column("", Lang::default())]);
    sheet::workbook(&[survey, choices, settings])
}

/// What a form is written from.
#[derive(Clone, Copy)]
struct FormWriter<'a> {
    content: &'a Content,
    as_of: NaiveDate,
}

impl<'a> FormWriter<'a> {
    fn languages(self) -> impl Iterator<Item = Phrases<'a>> {
        (0..self.content.languages.len()).map(move |at| Phrases::new(self.content, Lang(at)))
    }

    /// The column of a text in a language: `label::English (en)`.
    fn column(self, what: &str, lang: Lang) -> String {
        let language = self.content.languages.get(lang.0).map(|one| format!("{} ({})", one.name, one.id));
        let language = language.unwrap_or_default();
        if what.is_empty() { language } else { format!("{what}::{language}") }
    }

    /// Adds a row with a text in every language.
    fn labelled(self, sheet: &mut FormSheet, cells: &[&str], label: impl Fn(Phrases<'a>) -> String) {
        sheet.row(cells);
        self.text(sheet, "label", label);
    }

    /// Gives the last row a text in every language.
    fn text(self, sheet: &mut FormSheet, what: &str, text: impl Fn(Phrases<'a>) -> String) {
        for phrases in self.languages() {
            sheet.set(&self.column(what, phrases.lang), text(phrases));
        }
    }
}

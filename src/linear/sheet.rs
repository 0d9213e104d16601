//! What the person takes home, or the slip for another organisation: in lines, or as a file where a format is named.
//! Nothing is printed from here: what reads plain lines would read the bytes of the printer aloud.

use crate::case::Code;
use crate::content::{Lang, Lookup, Msg};
use crate::document::{Context, Personal};
use crate::plain::TextPage;
use crate::sheet::{Format, Print, Sheet};
use crate::text::fold;
use crate::wording::Phrases;

use super::Repl;
use super::look::{named, no_office};

/// What was asked for behind the command.
struct SheetRequest {
    is_referral: bool,
    lang: Lang,
    /// Where it is to be a file.
    format: Option<Format>,
    /// What is none of those: an office.
    office: String,
}

impl Repl {
    /// The sheet on an office, else on the selected one; in a language that is named, else in that of the desk.
    pub(super) fn sheet(&self, rest: &str, page: &mut TextPage) {
        let (desk, wanted) = (&self.desk, self.wanted(rest));
        let own = desk.phrases();
        let office = if wanted.office.is_empty() { Some(desk.office_index()) } else { named(desk, &wanted.office) };
        let Some(office) = office.map(|n| desk.content().offices.at(n)) else { return no_office(desk, page) };
        if wanted.is_referral && wanted.format.is_some_and(|format| !format.is_signed()) {
            return page.put("(!) ", own.get(Msg::LinearReferralSigned));
        }
        let phrases = Phrases::new(desk.content(), wanted.lang);
        let ctx = Context { phrases, ..desk.context() };
        let sheet = if wanted.is_referral {
            Sheet::referral(&ctx, office, desk.code().map(Code::as_str), Print::Normal)
        } else {
            Sheet::of(&ctx, office, Personal::Told, Print::Normal)
        };
        let Some(format) = wanted.format else { return page.show(&sheet.document, phrases) };
        let Some(folder) = desk.sheets() else { return page.say(own.get(desk.no_sheets())) };
        match format.save(&sheet, office, phrases, page.is_ascii(), folder) {
            Ok(file) => {
                let (until, file) = (own.day(desk.sheets_until()), file.display().to_string());
                page.say(&own.fill(Msg::SheetSaved, &[("date", &until), ("file", &file)]));
            }
            Err(cause) => page.put("(!) ", &own.fill(Msg::SheetNotSaved, &[("cause", &cause.to_string())])),
        }
    }

    /// Languages and formats by their ids, and all in the words of any language.
    fn wanted(&self, rest: &str) -> SheetRequest {
        let (content, mut office) = (self.desk.content(), Vec::new());
        let mut wanted =
            SheetRequest { is_referral: false, lang: self.desk.lang(), format: None, office: String::new() };
        let languages = || (0..content.languages.len()).map(Lang);
        let is = |msg: Msg, word: &str| languages().any(|lang| fold(content.msg(msg, lang)) == word);
        let language = |word: &str| {
            let is_it = |id: &str, name: &str| fold(id) == word || fold(name) == word;
            let named = content.languages.iter().position(|language| is_it(&language.id, &language.name)).map(Lang);
            named.filter(|lang| self.desk.offers(*lang))
        };
        for word in rest.split(' ') {
            let is_format = |format: &Format| <&str>::from(*format) == word || is(format.msg(), word);
            if let Some(lang) = language(word) {
                wanted.lang = lang;
            } else if let Some(format) = Format::ALL.into_iter().find(is_format) {
                wanted.format = Some(format);
            } else if word == "referral" || is(Msg::LinearReferral, word) {
                wanted.is_referral = true;
            } else {
                office.push(word);
            }
        }
        wanted.office = office.join(" ");
        wanted
    }
}

//! What the global options resolve to: content, language, day, office, and how to print.

use chrono::{Datelike, Local, NaiveDate};
use std::env;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use super::args::Global;
use super::error::CommandError;
use super::{locale, names};
use crate::content::{Content, Lang, Office, PartialDate};
use crate::desk::PersonState;
use crate::document::{Context, Document};
use crate::plain::{Options, Page};
use crate::rules::FIRST_YEAR;
use crate::wording::Phrases;

#[derive(Debug)]
pub(super) struct Session {
    pub(super) content: Arc<Content>,
    pub(super) lang: Lang,
    pub(super) as_of: NaiveDate,
    /// Whether `--as-of` was given: the day then does not change at midnight.
    pub(super) as_of_given: bool,
    /// The index of the office of `--office`.
    pub(super) office: Option<usize>,
    pub(super) ascii: bool,
    pub(super) color: bool,
    /// Bits per second.
    pub(super) link: Option<u32>,
}

impl Session {
    pub(super) fn open(global: &Global) -> Result<Self, CommandError> {
        let given = global.as_of.as_deref().map(day).transpose()?;
        let link = global.link.as_deref().map(rate).transpose()?;
        let color = color(global.no_color);
        let content = Arc::new(load(global.content.as_deref())?);
        let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let lang = locale::language(&content, global.lang.as_deref(), &variable)?;
        let office = global.office.as_deref().map(|id| names::office(&content, id)).transpose()?;
        Ok(Self {
            lang,
            as_of: given.unwrap_or_else(|| Local::now().date_naive()),
            as_of_given: given.is_some(),
            office,
            ascii: global.ascii || !locale::is_utf8(&variable),
            color,
            link,
            content,
        })
    }

    pub(super) fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.content, self.lang)
    }

    pub(super) fn page(&self) -> Page {
        Page::new(Options { ascii: self.ascii, bold: self.color, ..Options::default() })
    }

    /// Adds a document to a page, after a blank line.
    pub(super) fn show(&self, page: &mut Page, document: &Document) {
        page.gap();
        page.show(document, self.phrases());
    }

    pub(super) fn context<'a>(&'a self, person: Option<&'a PersonState>) -> Context<'a> {
        Context { phrases: self.phrases(), day: self.as_of, person }
    }

    /// The office named as an argument, else that of `--office`, else all.
    pub(super) fn offices(&self, named: Option<&str>) -> Result<Vec<&Arc<Office>>, CommandError> {
        let one = named.map(|id| names::office(&self.content, id)).transpose()?.or(self.office);
        Ok(match one {
            Some(one) => self.content.offices.get(one).into_iter().collect(),
            None => self.content.offices.iter().collect(),
        })
    }
}

pub(super) fn load(folder: Option<&Path>) -> Result<Content, CommandError> {
    let content = folder.map_or_else(Content::embedded, Content::from_folder);
    // Without colour, so that problems stay readable in a log.
    content.map_err(|problems| CommandError::Content(problems.render(false)))
}

/// Whether standard output takes colours and bold.
pub(super) fn color(refused: bool) -> bool {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    !refused && !no_color && !dumb && std::io::stdout().is_terminal()
}

fn day(text: &str) -> Result<NaiveDate, CommandError> {
    let usage = |cause: String| CommandError::Usage(format!("--as-of: {cause}"));
    let shown = names::quoted(text);
    match text.parse::<PartialDate>() {
        Ok(PartialDate::Day(day)) if day.year() < FIRST_YEAR => {
            Err(usage(format!("{shown} lies before {FIRST_YEAR}; write a later day")))
        }
        Ok(PartialDate::Day(day)) => Ok(day),
        Ok(date) => Err(usage(format!("{shown} is no full day; write one as {}", date.first()))),
        Err(cause) => Err(usage(format!("{shown} is no day: {cause}"))),
    }
}

/// Parses the rate of `--link`, in bits per second, with an optional `k` or `M`.
fn rate(text: &str) -> Result<u32, CommandError> {
    let (digits, times) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix(['m', 'M']).map_or((text, 1), |digits| (digits, 1_000_000)),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = if plain { digits.parse::<u32>().ok() } else { None };
    let rate = number.and_then(|number| number.checked_mul(times)).filter(|rate| *rate > 0);
    rate.ok_or_else(|| {
        let shown = names::quoted(text);
        CommandError::Usage(format!("--link: {shown} is no speed; write bits a second, as 9600 or 64k"))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_speed_is_bits_a_second() {
        let read = |text| rate(text).ok();
        assert_eq!(read("9600"), Some(9600));
        assert_eq!(read("64k"), Some(64_000));
        assert_eq!(read("2M"), Some(2_000_000));
        for bad in ["", "0", "k", "-1", "+5", "9600bps", "4294967296", "5000M", "1.5k"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_day_is_a_whole_one() {
        assert_eq!(day("2030-02-28").unwrap().to_string(), "2030-02-28");
        for bad in ["2030", "2030-02", "2030-02-30", "0000-01-01", "1899-12-31", "tomorrow", "11/06/2023", ""] {
            assert!(matches!(day(bad), Err(CommandError::Usage(_))), "{bad}");
        }
    }
}

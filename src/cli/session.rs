//! What the global options resolve to: content, language, day, office, and how to print.

use chrono::{Datelike, NaiveDate};
use std::env;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Global, Switch};
use super::error::CommandError;
use super::host::{Host, Newer};
use super::{clock, locale, names};
use crate::case::StoreError;
use crate::case::disk::Real;
use crate::content::{Content, DateError, Lang, Office, PartialDate};
use crate::desk::{LiveContent, PersonState, Settings, SettingsFile};
use crate::document::{Context, Document};
use crate::plain::{Options, TextPage};
use crate::rules::FIRST_YEAR;
use crate::text::quoted;
use crate::wording::Phrases;

/// The global options, resolved.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own on the command line")]
pub struct Session {
    pub content: Arc<Content>,
    pub lang: Lang,
    pub as_of: NaiveDate,
    /// Whether `--as-of` was given: the day then does not change at midnight.
    pub as_of_given: bool,
    /// The index of the office of `--office`.
    pub office: Option<usize>,
    pub ascii: bool,
    pub color: bool,
    /// Bits per second, where `--link` was given.
    pub link: Option<u32>,
    /// Whether cases and choices are stored.
    pub stores: bool,
    /// The choices made before and now.
    pub settings: Settings,
    pub settings_file: Option<SettingsFile>,
    /// The language of the locale, where the content does not have it.
    pub missing_language: Option<String>,
    /// What whoever runs the host has set, for a kiosk.
    pub host: Option<Host>,
    /// The languages that a kiosk offers; all where there are none.
    pub offered: Vec<Lang>,
    /// Which content is the live one, where a host has one of its own.
    pub live: Option<LiveContent>,
    /// What looks whether the host's is another by now.
    pub newer: Option<Newer>,
}

impl Session {
    pub(super) fn open(global: &Global) -> Result<Self, CommandError> {
        let link = global.link.as_deref().map(rate).transpose()?;
        let as_of = day_of_asking(global)?;
        let read = || Host::read(global.host_config.as_deref()).and_then(Host::of_person);
        let host = global.kiosk.then(read).transpose()?;
        let (content, live, newer) = if let Some(host) = &host {
            host.content(as_of)?
        } else {
            let folder = global.content.as_deref();
            (load(folder)?, folder.map(|_| LiveContent::OfFolder), None)
        };
        let content = Arc::new(content).in_force(as_of);
        let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        // What one person chose at a kiosk is not for the next one.
        let settings_file = SettingsFile::of_account().filter(|_| host.is_none());
        let remembered = settings_file.as_ref().map(SettingsFile::read).unwrap_or_default();
        let spoken = locale::language(&content, global.lang.as_deref(), remembered.lang.as_deref(), &variable)?;
        let offered = host.as_ref().map_or_else(|| Ok(Vec::new()), |host| host.offered(&content))?;
        if let Some(asked) = global.lang.as_deref().filter(|_| !offered.is_empty() && !offered.contains(&spoken.lang)) {
            return Err(not_offered(asked, &content, &offered));
        }
        let spoken = spoken.among(&content, &offered);
        let settings = chosen(global, remembered);
        Ok(Self {
            lang: spoken.lang,
            missing_language: spoken.missing,
            host,
            offered,
            live,
            newer,
            as_of,
            as_of_given: global.as_of.is_some(),
            office: global.office.as_deref().map(|id| names::office(&content, id)).transpose()?,
            ascii: global.ascii.map_or(settings.ascii || !locale::is_utf8(&variable), is_on),
            color: color(global.no_color),
            link,
            stores: !global.no_store,
            settings,
            settings_file: settings_file.filter(|_| !global.no_store),
            content,
        })
    }

    /// The folder of cases: that of whoever is logged in at a kiosk, else the account's own.
    ///
    /// # Errors
    /// There is none.
    pub fn disk(&self) -> Result<Real, StoreError> {
        let of_host = self.host.as_ref().and_then(|host| host.state.clone());
        of_host.map_or_else(Real::of_account, |folder| Ok(Real::within(folder)))
    }

    /// The folder into which sheets are saved: at a kiosk none that the host does not name.
    pub fn sheets(&self) -> Option<PathBuf> {
        match &self.host {
            Some(host) => host.sheets.clone(),
            None => self.disk().ok().map(|disk| disk.sheets()),
        }
    }

    pub(super) fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.content, self.lang)
    }

    pub(super) fn page(&self) -> TextPage {
        TextPage::new(Options { ascii: self.ascii, bold: self.color, ..Options::default() })
    }

    /// Adds a document to a page, after a blank line.
    pub(super) fn show(&self, page: &mut TextPage, document: &Document) {
        page.gap();
        page.show(document, self.phrases());
    }

    pub(super) fn context<'a>(&'a self, person: Option<&'a PersonState>) -> Context<'a> {
        Context { phrases: self.phrases(), day: self.as_of, person }
    }

    /// The office named as an argument, else that of `--office`, else all.
    pub(super) fn offices(&self, named: Option<&str>) -> Result<&[Arc<Office>], CommandError> {
        let (one, all) = (named.map(|id| names::office(&self.content, id)).transpose()?, &self.content.offices);
        Ok(one.or(self.office).map_or(all, |one| all.get(one..=one).unwrap_or_default()))
    }
}

/// The choices of the command line over those made before. What is chosen for a pipe is no choice of a person: it holds
/// for that one run, and what a person chose does not change what a script gets.
fn chosen(global: &Global, remembered: Settings) -> Settings {
    let before = if std::io::stdout().is_terminal() { remembered } else { Settings::default() };
    let switch = |given: Option<Switch>, before| given.map_or(before, is_on);
    Settings {
        linear: switch(global.linear, before.linear),
        ascii: switch(global.ascii, before.ascii),
        bell: switch(global.bell, before.bell),
        ..before
    }
}

fn is_on(switch: Switch) -> bool {
    switch == Switch::Yes
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

/// The day of asking; one that is given needs no clock.
pub(super) fn day_of_asking(global: &Global) -> Result<NaiveDate, CommandError> {
    global.as_of.as_deref().map(day).transpose()?.map_or_else(clock::today, Ok)
}

/// Parses the day of `--as-of`.
fn day(text: &str) -> Result<NaiveDate, CommandError> {
    let wrong = match text.parse::<PartialDate>() {
        Ok(PartialDate::Day(day)) if day.year() >= FIRST_YEAR => return Ok(day),
        Ok(PartialDate::Day(_)) => format!("lies before {FIRST_YEAR}"),
        Ok(PartialDate::Month(..) | PartialDate::Year(_)) | Err(DateError::Form) => "is no full day".to_owned(),
        Err(cause) => format!("is no day: {cause}"),
    };
    let form = format!("write one as YYYY-MM-DD, from {FIRST_YEAR}-01-01 on");
    Err(CommandError::Usage(format!("--as-of: {} {wrong}; {form}", quoted(text))))
}

/// Parses the rate of `--link`, in bits per second, with an optional `k` or `M`.
fn rate(text: &str) -> Result<u32, CommandError> {
    let (digits, times) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix(['m', 'M']).map_or((text, 1), |digits| (digits, 1_000_000)),
    };
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse::<u32>().ok().filter(|_| plain);
    number.and_then(|number| number.checked_mul(times)).filter(|rate| *rate > 0).ok_or_else(|| {
        CommandError::Usage(format!("--link: {} is no speed; write bits a second, as 9600 or 64k", quoted(text)))
    })
}

/// A language that the content has and the host does not offer.
fn not_offered(asked: &str, content: &Content, offered: &[Lang]) -> CommandError {
    let ids: Vec<&str> = offered.iter().filter_map(|lang| Some(&*content.languages.get(lang.0)?.id)).collect();
    CommandError::Usage(format!("this host does not offer {}; it offers {}", quoted(asked), ids.join(", ")))
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

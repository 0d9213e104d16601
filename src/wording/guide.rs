//! What stands on every screen and every result: how old the guide is, and what was reported since.

use chrono::{Datelike, NaiveDate};

use super::Phrases;
use crate::content::{Certainty, Msg, Notice, PartialDate, Source, Statement};

impl Phrases<'_> {
    /// The date of the guide: "Guide: Aug 2024 or later".
    pub fn guide_date(self) -> String {
        let guide = &self.content.guide;
        self.fill(Msg::GuideDated, &[("date", &self.dated(guide.date, guide.certainty))])
    }

    /// How old the guide may be on a day, in months; nothing for an undated guide, an earlier day, or less than two
    /// months: that is no age to speak of, and words for one month alone would be another form.
    pub fn guide_age(self, as_of: NaiveDate) -> Option<String> {
        self.guide_months(as_of).map(|months| self.fill(Msg::GuideAge, &[("months", &months)]))
    }

    /// The same where there is little room.
    pub fn guide_age_short(self, as_of: NaiveDate) -> Option<String> {
        self.guide_months(as_of).map(|months| self.fill(Msg::GuideAgeShort, &[("months", &months)]))
    }

    fn guide_months(self, as_of: NaiveDate) -> Option<String> {
        let first = self.content.guide.date?.first();
        let months = (as_of.year() - first.year()) * 12 + as_of.month().cast_signed() - first.month().cast_signed();
        (months > 1).then(|| months.to_string())
    }

    /// The notice of the header: "Reported ended, Feb 2025."
    pub fn headline(self, notice: &Notice) -> Option<String> {
        let month = notice.statement.date.map(|date| match date {
            PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
            other => other,
        });
        let date = month.map_or_else(String::new, |date| self.date_short(date));
        Some(notice.headline.as_ref()?.fill(self.lang, &[("date", &date)]))
    }

    /// Who says a statement, and when: "portal, undated, read 23 Nov 2026".
    pub fn said_by(self, statement: &Statement) -> String {
        self.source_on(&statement.source, statement.date, date_certainty(statement))
    }

    /// A source with its own date, in the same words.
    pub fn source_dated(self, source: &Source) -> String {
        self.source_on(source, source.date, source.certainty)
    }

    fn source_on(self, source: &Source, date: Option<PartialDate>, certainty: Certainty) -> String {
        let mut dated = self.dated(date, certainty);
        if date.is_none() {
            let read = PartialDate::Day(source.read);
            dated = format!("{dated}, {}", self.fill(Msg::DateRead, &[("date", &self.date_short(read))]));
        }
        self.fill(Msg::SourceLine, &[("source", source.label.get(self.lang)), ("date", &dated)])
    }

    /// A source in one line: publisher, title, date.
    pub fn source(self, source: &Source) -> String {
        let date = self.dated(source.date, source.certainty);
        format!("{}: {}, {date}", source.publisher, source.title.get(self.lang))
    }
}

/// How sure a statement's date is: as sure as its source's, unless it has one of its own.
fn date_certainty(statement: &Statement) -> Certainty {
    if statement.date == statement.source.date { statement.source.certainty } else { statement.certainty }
}

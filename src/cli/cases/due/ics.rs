//! What is due as a calendar (RFC 5545): an event a window, all day, which keeps nobody busy and names nobody; and a task
//! without a day for what has none.

use chrono::{Datelike, NaiveDate};

use crate::cli::session::Session;
use crate::document::{Context, Document, Due, Role, Waiting, due_caveats, head};
use crate::text::{ascii, clean};

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

/// A calendar needs a component: this one stands where nothing is due, and says nothing.
const NOTHING: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
];

const HEAD: [&str; 4] = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//smo//smo cases due//EN", "CALSCALE:GREGORIAN"];

/// What every event says: it is not sure, it is nobody else's, and it keeps nobody busy.
const UNSURE: [&str; 3] = ["STATUS:TENTATIVE", "CLASS:PRIVATE", "TRANSP:TRANSPARENT"];

/// The windows of kept cases, then the steps that have no day.
pub(super) fn write(session: &Session, waiting: &[Waiting]) -> String {
    let ctx = session.context(None);
    let words = |text: &str| escaped(&if session.ascii { ascii(&clean(text)) } else { clean(text) });
    let notices = words(&notices(&ctx));
    let all = Due::of_kept(&ctx, waiting);
    let (dated, undated): (Vec<_>, Vec<_>) =
        all.iter().map(|due| (due, days(due))).partition(|(_, days)| days.is_some());
    let events =
        dated.iter().filter_map(|(due, days)| Some(event(&ctx, due, (*days)?, &words(&due.summary(&ctx)), &notices)));
    let tasks =
        undated.iter().map(|(due, _)| task(&ctx, due, &words(&due.with_wait(&ctx, due.summary(&ctx))), &notices));
    let mut body: Vec<String> = events.chain(tasks).flatten().collect();
    if body.is_empty() {
        body.extend(NOTHING.map(str::to_owned));
    }
    let mut out = String::new();
    // Also where nothing is due: no calendar is without the notices (RFC 7986, 5.2).
    let about = format!("DESCRIPTION:{notices}");
    for said in HEAD.into_iter().chain([&*about]).chain(body.iter().map(String::as_str)).chain(["END:VCALENDAR"]) {
        line(&mut out, said);
    }
    out
}

/// The lines of an event.
fn event(
    ctx: &Context<'_>,
    due: &Due<'_>,
    (first, end): (NaiveDate, Option<NaiveDate>),
    summary: &str,
    notices: &str,
) -> Vec<String> {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@smo", due.case.code, due.step.id),
        format!("DTSTAMP:{}T000000Z", day(ctx.day)),
        format!("DTSTART;VALUE=DATE:{}", day(first)),
    ];
    lines.extend(end.map(|end| format!("DTEND;VALUE=DATE:{}", day(end))));
    lines.extend([format!("SUMMARY:{summary}"), format!("DESCRIPTION:{notices}")]);
    lines.extend(UNSURE.map(str::to_owned));
    lines.push("END:VEVENT".to_owned());
    lines
}

/// The lines of a task without a day, which a calendar lists beside the days.
fn task(ctx: &Context<'_>, due: &Due<'_>, summary: &str, notices: &str) -> Vec<String> {
    vec![
        "BEGIN:VTODO".to_owned(),
        format!("UID:{}-{}-undated@smo", due.case.code, due.step.id),
        format!("DTSTAMP:{}T000000Z", day(ctx.day)),
        format!("SUMMARY:{summary}"),
        format!("DESCRIPTION:{notices}"),
        "CLASS:PRIVATE".to_owned(),
        "END:VTODO".to_owned(),
    ]
}

/// The first day, and the day after the last where the end is not open; none where a calendar cannot say it.
fn days(due: &Due<'_>) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let can_be_said = |day: &NaiveDate| (1..=9999).contains(&day.year());
    let first = due.day().filter(can_be_said)?;
    Some((first, due.expected.max.and_then(|last| last.succ_opt()).filter(can_be_said)))
}

fn day(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// What no window stands without: that the programme is reported ended, and that no wait time can be given.
fn notices(ctx: &Context<'_>) -> String {
    let said = |doc: Document| doc.blocks.into_iter().filter(|block| block.role == Role::Notice);
    let said = said(due_caveats(ctx)).chain(said(head(ctx)));
    let said = said.map(|block| match block.citation {
        Some(by) => format!("{} [{}]", block.text, by.dated),
        None => block.text,
    });
    said.collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// Adds a line, folded between characters.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests;

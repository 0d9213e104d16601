//! What is due as JSON; `docs/due.md` describes it.

use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

use crate::case::Code;
use crate::cli::error::{CommandError, Printed};
use crate::cli::json::{self, Head, Said};
use crate::cli::session::Session;
use crate::document::{Context, Due, Waiting, not_kept};
use crate::process::{Undated, WindowState};

pub(super) fn print(session: &Session, waiting: &[Waiting]) -> Result<Printed, CommandError> {
    let ctx = session.context(None);
    let (due, undated): (Vec<Due<'_>>, Vec<Due<'_>>) =
        Due::of_kept(&ctx, waiting).into_iter().partition(|due| due.day().is_some());
    let data = WhatIsDue {
        head: Head::of(session),
        waits: Said::made(session, &session.content.process.waits_later),
        due: due.iter().map(|due| Dated::of(&ctx, due)).collect(),
        undated: undated.iter().map(|due| Awaited::of(&ctx, due)).collect(),
        not_kept: not_kept(&ctx, waiting).map(Code::as_str).collect(),
    };
    json::print(session, &data)
}

#[derive(Serialize)]
struct WhatIsDue<'a> {
    #[serde(flatten)]
    head: Head,
    /// What other sources say of every wait.
    waits: Vec<Said<'a>>,
    /// By day.
    due: Vec<Dated<'a>>,
    undated: Vec<Awaited<'a>>,
    not_kept: BTreeSet<&'a str>,
}

/// A step that a case waits for.
#[derive(Serialize)]
struct Awaited<'a> {
    case: &'a str,
    step: &'a str,
    title: &'a str,
    /// The track that the step is on, where it is on one.
    track: Option<&'a str>,
    by: Option<&'a str>,
    /// `early`, `within` or `longer` than the window; else why there is none.
    state: &'static str,
    /// The wait in the words of its source.
    wait: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct Dated<'a> {
    #[serde(flatten)]
    awaited: Awaited<'a>,
    /// `null` where no shortest time is stated.
    first: Option<NaiveDate>,
    /// `null` where the end is open.
    last: Option<NaiveDate>,
    from: Option<Reached<'a>>,
}

/// The step from which the wait counts, and its day.
#[derive(Serialize)]
struct Reached<'a> {
    step: &'a str,
    date: NaiveDate,
}

impl<'a> Awaited<'a> {
    fn of(ctx: &Context<'a>, due: &Due<'a>) -> Self {
        let (lang, step, said) = (ctx.lang(), due.step, &due.expected.wait.statement);
        Self {
            case: due.case.code.as_str(),
            step: &step.id,
            title: step.title.get(lang),
            track: step.track.as_ref().map(|track| &*track.id),
            by: step.actor.as_ref().map(|actor| actor.name.get(lang)),
            state: state(due.expected.state),
            wait: said.text.get(lang),
            source: &said.source.id,
        }
    }
}

impl<'a> Dated<'a> {
    fn of(ctx: &Context<'a>, due: &Due<'a>) -> Self {
        let process = &ctx.content().process;
        let reached = |(at, date): (usize, NaiveDate)| Reached { step: &process.step(at).id, date };
        let (first, last) = (due.expected.min, due.expected.max);
        Self { awaited: Awaited::of(ctx, due), first, last, from: due.expected.from.map(reached) }
    }
}

fn state(state: WindowState) -> &'static str {
    match state {
        WindowState::Early => "early",
        WindowState::Within => "within",
        WindowState::Longer(_) => "longer",
        WindowState::Undated(Undated::NoStart) => "no_start",
        WindowState::Undated(Undated::NoLength) => "no_length",
        WindowState::Undated(Undated::NotRecorded) => "not_recorded",
        WindowState::Undated(Undated::InDoubt) => "in_doubt",
        WindowState::Undated(Undated::TooFar) => "too_far",
    }
}

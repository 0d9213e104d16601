//! The place of a case in the process as JSON, with the windows of the waits ahead.

use chrono::NaiveDate;
use serde::Serialize;

use crate::case::Code;
use crate::cli::session::Session;
use crate::process::{Expected, Place};

pub(super) fn of<'a>(session: &'a Session, code: &'a Code, place: &'a Place) -> CasePlace<'a> {
    let model = &session.content.process;
    let id = |step: usize| &*model.step(step).id;
    let reached = |(step, date)| Reached { step: id(step), date };
    let ahead = Expected::ahead(model, place, session.as_of).into_iter().map(|expected| Window {
        step: id(expected.step),
        from: expected.from.map(reached),
        min: expected.min,
        max: expected.max,
        text: session.phrases().waiting(&expected),
    });
    CasePlace {
        code: code.as_str(),
        moves: place.moves.iter().map(|made| Reached { step: &made.step, date: made.day }).collect(),
        at: place.at(model).map(id),
        expected: ahead.collect(),
    }
}

#[derive(Serialize)]
pub(super) struct CasePlace<'a> {
    code: &'a str,
    moves: Vec<Reached<'a>>,
    at: Option<&'a str>,
    expected: Vec<Window<'a>>,
}

#[derive(Serialize)]
struct Reached<'a> {
    step: &'a str,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Window<'a> {
    step: &'a str,
    from: Option<Reached<'a>>,
    min: Option<NaiveDate>,
    max: Option<NaiveDate>,
    text: String,
}

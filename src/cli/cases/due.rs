//! `smo cases due`: what the people of kept cases wait for, by day. Locks and changes nothing.

mod ics;
mod json;

use super::failed;
use crate::case::{Record, Store, StoreError};
use crate::cli::args::DueFormat;
use crate::cli::error::{CommandError, DONE, FILES, Printed};
use crate::cli::session::Session;
use crate::document::{self, Waiting};

/// A case that cannot be read is told on standard error, and the exit code is then [`FILES`].
pub(super) fn run(session: &Session, store: &Store, format: DueFormat) -> Result<Printed, CommandError> {
    let mut code = DONE;
    let mut waiting = Vec::new();
    for listed in store.list().map_err(failed)?.cases {
        match store.read(&listed.code) {
            Ok(record) if is_of(session, &record) => waiting.push(Waiting::of_record(&record)),
            // Of another office, or deleted since it was listed.
            Ok(_) | Err(StoreError::NoCase(_)) => {}
            Err(trouble) => {
                crate::cli::complain(&format!("error: {}: {trouble}", listed.code));
                code = FILES;
            }
        }
    }
    let printed = match format {
        DueFormat::Text => {
            let mut page = session.page();
            session.show(&mut page, &document::due(&session.context(None), &waiting, &[]));
            page.finish().into()
        }
        DueFormat::Json => json::print(session, &waiting)?,
        DueFormat::Ics => ics::write(session, &waiting).into(),
    };
    Ok(Printed { code, ..printed })
}

/// Whether a case is of the office of `--office`: of somebody in its country, as far as that is stored.
fn is_of(session: &Session, record: &Record) -> bool {
    let Some(office) = session.office.and_then(|office| session.content.offices.get(office)) else { return true };
    record.answers(&session.content).0.country(&session.content).is_some_and(|country| country == office.country.id)
}

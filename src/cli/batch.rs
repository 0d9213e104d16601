//! `smo batch`: a table of people with what each comes to, and a summary of it.

mod progress;
mod summary;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::error::{CommandError, Printed};
use super::session::Session;
use super::{args, output};
use crate::batch::{self, BatchError, BatchOptions, BatchSummary, TableInput, TableOutput, WorkbookWriter};
use crate::text::clean;
use progress::ProgressLine;

/// The most bytes of a workbook, which is read whole.
const MOST_OF_WORKBOOK: u64 = 128 << 20;

pub(super) fn run(session: &Session, args: &args::BatchArgs) -> Result<Printed, CommandError> {
    let (table, size) = open(&args.table)?;
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let register = signal_hook::flag::register(signal, Arc::clone(&stopped));
        register.map_err(|cause| CommandError::io("cannot watch for signals", &cause))?;
    }
    let options = BatchOptions { as_of: session.as_of, office: session.office, lenient: args.lenient };
    let mut line = ProgressLine::new(size, stopped);
    let is_printed = output::is_printed(&args.to);
    let mut failed = None;
    let is_workbook = args.to.output.as_deref().is_some_and(names_workbook);
    let work = |out: &mut (dyn Write + Send)| {
        let written = if is_workbook {
            let mut workbook = WorkbookWriter::new(out)?;
            let summary =
                batch::run(session.phrases(), options, table, (TableOutput::Workbook, &mut workbook), &mut line);
            summary.and_then(|summary| workbook.finish().map(|()| summary).map_err(BatchError::Write))
        } else {
            batch::run(session.phrases(), options, table, (TableOutput::Csv, out), &mut line)
        };
        written.map_err(|error| match error {
            BatchError::Write(cause) => cause,
            other => {
                failed = Some(other);
                io::ErrorKind::Other.into()
            }
        })
    };
    let written = if is_printed { to_stdout(work) } else { output::write_with(&args.to, work).map(Some) };
    line.clear();
    if let Some(error) = failed {
        return Err(refused(&error));
    }
    let Some(summary) = written? else { return Ok(String::new().into()) };
    let text = if args.json { summary::json(session, &summary)? } else { summary::text(session, &summary) };
    if is_printed {
        super::complain(&text);
        return Ok(String::new().into());
    }
    Ok(text.into())
}

/// The table, and its size in bytes where it is known.
fn open(path: &Path) -> Result<(TableInput, Option<u64>), CommandError> {
    if path.as_os_str() == "-" {
        return Ok((TableInput::Csv(Box::new(io::stdin())), None));
    }
    let shown = clean(&path.display().to_string());
    let failed = |cause: io::Error| CommandError::io(&format!("cannot read {shown}"), &cause);
    let mut file = File::open(path).map_err(failed)?;
    let is = file.metadata().map_err(failed)?;
    if is.is_dir() {
        return Err(CommandError::Files(format!("cannot read {shown}: it is a folder")));
    }
    if !names_workbook(path) {
        return Ok((TableInput::Csv(Box::new(file)), Some(is.len()).filter(|_| is.is_file())));
    }
    if is.len() > MOST_OF_WORKBOOK {
        return Err(CommandError::Usage(format!("{shown} has more than 128 MB; save it as CSV")));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok((TableInput::Workbook(bytes), None))
}

/// Whether a file is called as a workbook is.
fn names_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// What work makes of a table that goes to standard output; nothing where who reads has read enough.
fn to_stdout(
    work: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<BatchSummary>,
) -> Result<Option<BatchSummary>, CommandError> {
    match work(&mut io::stdout()) {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(None),
        written => written.map(Some).map_err(|cause| CommandError::io("cannot write", &cause)),
    }
}

fn refused(error: &BatchError) -> CommandError {
    match error {
        BatchError::Stopped => CommandError::Stopped,
        BatchError::Read(_) => CommandError::Files(error.to_string()),
        _ => CommandError::Usage(error.to_string()),
    }
}

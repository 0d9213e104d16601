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
use crate::batch::{self, BatchError, BatchOptions, BatchSummary};
use crate::text::clean;
use progress::ProgressLine;

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
    let work = |out: &mut dyn Write| {
        batch::run(session.phrases(), options, table, out, &mut line).map_err(|error| match error {
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
fn open(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), CommandError> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin()), None));
    }
    let shown = clean(&path.display().to_string());
    let failed = |cause: io::Error| CommandError::io(&format!("cannot read {shown}"), &cause);
    let file = File::open(path).map_err(failed)?;
    let is = file.metadata().map_err(failed)?;
    if is.is_dir() {
        return Err(CommandError::Files(format!("cannot read {shown}: it is a folder")));
    }
    Ok((Box::new(file), Some(is.len()).filter(|_| is.is_file())))
}

/// What work makes of a table that goes to standard output; nothing where who reads has read enough.
fn to_stdout(
    work: impl FnOnce(&mut dyn Write) -> io::Result<BatchSummary>,
) -> Result<Option<BatchSummary>, CommandError> {
    match work(&mut io::stdout().lock()) {
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

//! The program `smo`: arguments in, exit code out. Joins the faces, which know nothing of each other.

use chrono::NaiveDate;
use rustix::process::{Resource, Rlimit, setrlimit};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use std::alloc::System;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Instant;
use zeroizing_alloc::ZeroAlloc;

use smo_desk::case::Store;
use smo_desk::cli::{self, CommandOutcome, OpenDesk, StatsTo};
use smo_desk::desk::{Action, Desk, Ended, FindNewer};
use smo_desk::linear::{self, PatientReader, WipingReader};
use smo_desk::sheet::file::{Existing, write};
use smo_desk::text::clean;
use smo_desk::tui::{self, idle::IdleTimes, theme::Theme};

/// Memory that is given back is wiped: what is not to be stored passes through many strings, lists and copies on its way
/// through the program, and none of them is remembered one by one.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    leave_no_core();
    // A file that may not grow any more is an error of writing, not the end of the program. Without the signal it still is.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    match cli::run(std::env::args_os()) {
        CommandOutcome::Exit(code) => ExitCode::from(code),
        CommandOutcome::Desk(desk) => open_desk(*desk).unwrap_or_else(|cause| fail(&cause)),
    }
}

/// What is never stored gets to the disk by no core dump either, and other programs of the account do not read it from
/// memory. Where the system refuses, the desk works all the same.
fn leave_no_core() {
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Opens the face that was asked for.
fn open_desk(open: OpenDesk) -> io::Result<ExitCode> {
    let session = open.session;
    let (hide, set_aside) = session.host.as_ref().map(cli::Host::idle).unwrap_or_default();
    let idle = IdleTimes { hide, set_aside };
    let (cases, sheets) = (session.disk(), session.sheets());
    let mut desk = Desk::new(session.content, session.lang, session.as_of);
    let file = session.settings_file.filter(|_| io::stdin().is_terminal() && io::stdout().is_terminal());
    desk = desk.remembering(session.settings, file).lacking(session.missing_language);
    let find = session.newer.map(|mut newer| Box::new(move || newer.look(Instant::now())) as FindNewer);
    desk = desk.of_host(session.offered, session.live).finding_newer(find);
    if session.stores {
        let open = move || Store::open(Box::new(cases.clone()?));
        desk = desk.saving_sheets(sheets);
        desk = desk.keeping(Box::new(open), cli::now);
    }
    if let Some(office) = session.office {
        desk.apply(Action::SelectOffice(office));
    }
    if open.linear {
        quit_on_signals()?;
        let options = linear::Options { ascii: session.ascii, ..linear::Options::default() };
        let stdin = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let reader = PatientReader::new(stdin, idle.set_aside);
        let ended = linear::run(desk, &mut WipingReader::new(reader), &mut io::stdout().lock(), options)?;
        return done(ended);
    }
    let theme = Theme { ascii: session.ascii, color: session.color };
    // A day that was asked for stays; today becomes tomorrow at midnight.
    let today: fn() -> NaiveDate = || cli::now().date();
    let (session_stats, ended) = tui::run(desk, theme, session.link, (!session.as_of_given).then_some(today), idle)?;
    match open.wire_stats {
        Some(StatsTo::File(path)) => write(&path, Existing::Replaced, |out| writeln!(out, "{session_stats}"))
            .map_err(|cause| io::Error::new(cause.kind(), format!("cannot write {}: {cause}", path.display())))?,
        // Where the line dropped nobody is left to read it.
        Some(StatsTo::Stderr) => drop(writeln!(io::stderr(), "{session_stats}")),
        None => {}
    }
    done(ended)
}

/// The exit code, unless the program begins anew with newer content.
fn done(ended: Ended) -> io::Result<ExitCode> {
    if ended == Ended::Anew { Err(cli::start_anew()) } else { Ok(ExitCode::SUCCESS) }
}

/// Plain lines are read by a blocking call, and Ctrl-C ends them like the end of the input: at once, with status 0.
fn quit_on_signals() -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if signals.forever().next().is_some() {
            std::process::exit(0);
        }
    })?;
    Ok(())
}

fn fail(cause: &io::Error) -> ExitCode {
    // Nobody is left to tell where standard error is gone too.
    let _ = writeln!(io::stderr(), "error: {}", clean(&cause.to_string()));
    ExitCode::from(cli::FILES)
}

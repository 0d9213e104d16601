//! `smo completions`: completion scripts.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::args::Arguments;
use super::error::Printed;

pub(super) fn run(shell: Shell) -> Printed {
    let mut bytes = Vec::new();
    generate(shell, &mut Arguments::command(), "smo", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned().into()
}

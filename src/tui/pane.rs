//! The four panes: each has a list and a page about the entry selected in it.

pub mod check;
pub mod offices;
pub mod process;
pub mod requirements;

use super::component::Pane;
use super::focus::PaneId;

/// All panes.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Panes {
    pub offices: offices::Offices,
    pub requirements: requirements::Requirements,
    pub process: process::Process,
    pub check: check::Check,
}

impl Panes {
    /// A pane.
    pub fn get(&self, pane: PaneId) -> &dyn Pane {
        match pane {
            PaneId::Offices => &self.offices,
            PaneId::Requirements => &self.requirements,
            PaneId::Process => &self.process,
            PaneId::Check => &self.check,
        }
    }

    /// A pane, to be changed.
    pub fn get_mut(&mut self, pane: PaneId) -> &mut dyn Pane {
        match pane {
            PaneId::Offices => &mut self.offices,
            PaneId::Requirements => &mut self.requirements,
            PaneId::Process => &mut self.process,
            PaneId::Check => &mut self.check,
        }
    }
}

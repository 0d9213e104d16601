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
    pub offices: offices::OfficesPane,
    pub requirements: requirements::RequirementsPane,
    pub process: process::ProcessPane,
    pub check: check::CheckPane,
    /// Lines of each one's detail above the visible ones.
    pub scrolled: [usize; 4],
}

impl Panes {
    /// A pane, and how far it is scrolled.
    pub fn get(&self, pane: PaneId) -> (&dyn Pane, usize) {
        let [offices, requirements, process, check] = self.scrolled;
        match pane {
            PaneId::Offices => (&self.offices, offices),
            PaneId::Requirements => (&self.requirements, requirements),
            PaneId::Process => (&self.process, process),
            PaneId::Check => (&self.check, check),
        }
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, pane: PaneId) -> (&mut dyn Pane, &mut usize) {
        let [offices, requirements, process, check] = &mut self.scrolled;
        match pane {
            PaneId::Offices => (&mut self.offices, offices),
            PaneId::Requirements => (&mut self.requirements, requirements),
            PaneId::Process => (&mut self.process, process),
            PaneId::Check => (&mut self.check, check),
        }
    }
}

//! Who waits for what: the cases at this desk and in the folder, as far as that matters for what is due.

use super::Desk;
use super::cases::Case;
use super::person::Person;
use crate::case::StoreError;
use crate::document::Waiting;

impl Desk {
    /// Every case, one that another desk has open as it was saved there last, and why others cannot be read. Reads each
    /// file of the folder; locks and changes none.
    pub fn waiting(&self) -> (Vec<Waiting>, Vec<StoreError>) {
        let (cases, trouble) = self.cases();
        let (mut found, mut troubles) = (Vec::new(), Vec::from_iter(trouble));
        for case in cases {
            match case {
                Case::Current => found.extend(waiting(&self.person)),
                Case::AtDesk(id) => found.extend(self.aside.iter().find(|person| person.id == id).and_then(waiting)),
                Case::Stored(code) => match self.store().map(|store| store.read(&code)) {
                    Some(Ok(record)) => found.push(Waiting::of_record(&record)),
                    // Deleted since it was listed.
                    None | Some(Err(StoreError::NoCase(_))) => {}
                    Some(Err(trouble)) => troubles.push(trouble),
                },
            }
        }
        (found, troubles)
    }
}

/// Somebody at this desk; none where nothing is stored of them.
fn waiting(person: &Person) -> Option<Waiting> {
    Some(Waiting { code: person.code()?.clone(), place: person.state.place.clone(), kept: person.is_kept })
}

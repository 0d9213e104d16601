//! Where a key holds.

/// Where a row of the table holds. A key is looked up in the scopes of the focused place, most particular first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Scope {
    /// Everywhere, also while something is typed.
    Always,
    /// Wherever nothing is typed: letters command.
    Browse,
    Tabs,
    Offices,
    Office,
    Requirements,
    Filter,
    Rule,
    Differ,
    Process,
    Map,
    Step,
    Answers,
    Result,
    Answering,
    /// Answering, with nothing typed yet.
    EmptyField,
    /// The form on one page went on to its end by itself: what is typed after that was meant for it.
    FormEnded,
    Cases,
    /// A case's code is being typed in the list of cases.
    CaseCode,
    NoCases,
    /// What is due, in place of the list of cases.
    Due,
    /// Something is about to be done; it is not, unless that is chosen.
    Asked,
    /// That it is done is chosen.
    Surely,
    Day,
    Bring,
    /// Something is typed in the list of what to bring, to be checked.
    Checking,
    /// Somebody of the family is selected there.
    Relative,
    Finding,
    HelpList,
    Reading,
    /// Up and down in any list or text without letters to type.
    Moving,
    /// What the person takes home, as it will be on paper.
    Sheet,
    Confirm,
    /// Newer content is there to be changed to.
    Newer,
    Hidden,
}

impl Scope {
    /// Whether something is typed in it: letters are text, and none commands.
    pub fn is_typed_in(self) -> bool {
        matches!(
            self,
            Self::Answering
                | Self::FormEnded
                | Self::Filter
                | Self::Finding
                | Self::HelpList
                | Self::Day
                | Self::Bring
                | Self::Asked
                | Self::CaseCode
        )
    }
}

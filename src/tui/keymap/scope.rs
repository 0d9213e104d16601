//! Where keys hold.

/// Where a row of the table holds. A key is looked up in the scopes of the place with the focus, most particular first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everywhere, also while something is typed.
    Always,
    /// Wherever nothing is typed: letters command.
    Browse,
    /// The pane tabs.
    Tabs,
    /// The list of offices.
    Offices,
    /// An office in full.
    Office,
    /// The requirements matrix.
    Requirements,
    /// What the matrix is filtered by, being typed.
    Filter,
    /// A rule in full.
    Rule,
    /// Two offices beside each other.
    Differ,
    /// The spine of the process.
    Process,
    /// The map of the process.
    Map,
    /// A step in full, with its links.
    Step,
    /// The answers of a person.
    Answers,
    /// What the answers come to.
    Result,
    /// A question is being answered.
    Answering,
    /// The same, with nothing typed yet.
    EmptyField,
    /// The cases.
    Cases,
    /// The list of cases, with none in it.
    NoCases,
    /// Whether to delete one.
    Deleting,
    /// The day on which a step was reached.
    Day,
    /// What to bring.
    Bring,
    /// Something typed there to be checked.
    Checking,
    /// Somebody of the family there.
    Relative,
    /// A list with a field that narrows it.
    Finding,
    /// The list of keys.
    HelpList,
    /// A page to read.
    Reading,
    /// A question of the program's own.
    Confirm,
    /// The screen is hidden.
    Hidden,
}

impl Scope {
    /// Every scope.
    pub const ALL: &'static [Self] = &[
        Self::Always,
        Self::Browse,
        Self::Tabs,
        Self::Offices,
        Self::Office,
        Self::Requirements,
        Self::Filter,
        Self::Rule,
        Self::Differ,
        Self::Process,
        Self::Map,
        Self::Step,
        Self::Answers,
        Self::Result,
        Self::Answering,
        Self::EmptyField,
        Self::Cases,
        Self::NoCases,
        Self::Deleting,
        Self::Day,
        Self::Bring,
        Self::Checking,
        Self::Relative,
        Self::Finding,
        Self::HelpList,
        Self::Reading,
        Self::Confirm,
        Self::Hidden,
    ];
}

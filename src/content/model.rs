//! What the files of `content/` mean, once checked: references are resolved, dates are dates.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use std::sync::Arc;

use super::date::PartialDate;
use super::text::{Id, Text};

/// How sure a statement, a link or a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Said plainly.
    #[default]
    Stated,
    /// Said of most, not of all.
    Most,
    /// Said to be usual.
    Usual,
    /// Said to be likely.
    Likely,
    /// Said to be possible.
    May,
    /// Said of some places only.
    Some,
    /// A date: on that day or later.
    NotBefore,
    /// Not said by the source: drawn so that nobody takes silence for an end.
    NotStated,
}

/// A document that says things.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Who published it.
    pub publisher: String,
    /// A word or two beside a statement.
    pub label: Text,
    /// Its title.
    pub title: Text,
    /// Where it was read.
    pub address: Option<String>,
    /// The date it bears.
    pub date: Option<PartialDate>,
    /// How sure that date is.
    pub certainty: Certainty,
    /// The day it was read.
    pub read: NaiveDate,
    /// How its date is known.
    pub note: Option<Text>,
}

/// Something a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id, unique in its record.
    pub id: Id,
    /// What it says, in our words.
    pub text: Text,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Option<Box<str>>,
    /// Its own date, or else its source's.
    pub date: Option<PartialDate>,
    /// How sure.
    pub certainty: Certainty,
}

impl Statement {
    /// Whether it was already made on a day: an undated one counts as made.
    #[must_use]
    pub fn made_by(&self, day: NaiveDate) -> bool {
        self.date.is_none_or(|date| date.first() <= day)
    }

    /// The day that orders it among others: its date, else the day its source was read.
    #[must_use]
    pub fn order(&self) -> NaiveDate {
        self.date.map_or(self.source.read, PartialDate::first)
    }
}

/// What a statement about the programme is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What the programme is.
    About,
    /// Who may use an office.
    Access,
    /// What meeting the minimum does not mean.
    Caveat,
    /// How to apply.
    Applying,
    /// What is done with personal data.
    Privacy,
    /// What holds for pathways in general.
    Pathways,
    /// Who else helps.
    OtherHelp,
    /// What the guide says of itself.
    Guide,
}

/// A statement about the programme, under its topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeStatement {
    /// What it is about.
    pub topic: Topic,
    /// What is said.
    pub statement: Statement,
}

/// A dated statement about the whole programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub statement: Statement,
    /// A few words for the header, with `{date}` where they use it.
    pub headline: Option<Text>,
    /// What it says of every office's intake.
    pub intake: Option<IntakeState>,
}

/// Whether an office takes new applications. Ordered from the most closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntakeState {
    /// The programme itself has ended.
    Ended,
    /// No new applications; cases go on.
    NoNewApplications,
    /// Applications are taken.
    Open,
    /// The source names no stop.
    NotStated,
}

impl IntakeState {
    /// The word of the command-line contract.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::NoNewApplications => "no_new_applications",
            Self::Open => "open",
            Self::NotStated => "not_stated",
        }
    }

    /// Whether it says that no new application is taken.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Ended | Self::NoNewApplications)
    }
}

/// A statement about intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// What it comes to.
    pub state: IntakeState,
    /// What is said.
    pub statement: Statement,
}

/// A row of the requirements matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Where the person is.
    Place,
    /// Which nationality.
    Nationality,
    /// Since when in the country.
    Presence,
    /// How old.
    Age,
    /// Which legal status.
    Status,
}

/// A free telephone line of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// Its id.
    pub id: Id,
    /// The country it serves.
    pub country: Id,
    /// As it is dialled there.
    pub number: String,
    /// Who gives it; whether it still answers is not verified.
    pub source: Arc<Source>,
}

/// A country that has a name here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The nationality.
    pub demonym: Text,
    /// Other words that a search finds it by.
    pub also: Vec<String>,
}

/// The kind of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of the question's options.
    OneOf,
    /// One country, or `other`.
    Country,
    /// A set of countries, with `other`; or `stateless`.
    Countries,
    /// A date, perhaps inexact; or `always`.
    Date,
    /// A date, or `no`.
    DateOrNo,
}

/// What a fact speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The person, wherever they are.
    Person,
    /// The stay in the country in which the person is now.
    Country,
}

/// The part of the check that asks a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Whether an office can help.
    Minimum,
    /// Which pathways to look at.
    Pathways,
}

/// A question, and the fact that its answer gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    /// The fact's name on the command line.
    pub id: Id,
    /// Its place in asking order, from 0.
    pub order: usize,
    /// What an answer looks like.
    pub kind: Kind,
    /// What it speaks of.
    pub scope: Scope,
    /// When it is asked.
    pub part: Part,
    /// A short label.
    pub name: Text,
    /// The question, with `{country}`.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// Asked while intake is closed, although no verdict needs it.
    pub while_closed: bool,
    /// Words for "born here or always lived here".
    pub always: Option<Text>,
    /// Words for "no" beside a date.
    pub no: Option<Text>,
    /// The fact that this one's date cannot be before.
    pub not_before: Option<Id>,
    /// What a `one_of` fact can be.
    pub options: Vec<Choice>,
}

/// One of a question's options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its value on the command line.
    pub id: Id,
    /// In words.
    pub text: Text,
}

/// A condition tree over facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Every one must hold.
    All(Vec<Rule>),
    /// One at least must hold.
    Any(Vec<Rule>),
    /// It must not hold.
    Not(Box<Rule>),
    /// A test on one fact.
    Test(Test),
    /// No source states the condition; the text says what is unsaid.
    Unstated(Text),
}

impl Rule {
    /// All tests in the tree, in reading order.
    #[must_use]
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::tests).collect(),
            Self::Not(rule) => rule.tests(),
            Self::Test(test) => vec![test],
            Self::Unstated(_) => Vec::new(),
        }
    }
}

/// A test on one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The question whose answer is tested.
    pub fact: Arc<Question>,
    /// What passes.
    pub want: Want,
}

/// What a test accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// `yes`.
    Yes,
    /// One of these options, or countries.
    OneOf(Vec<Id>),
    /// A set that has one of these countries.
    Includes(Vec<Id>),
    /// A date on the right side of a day.
    Cutoff(Cutoff),
}

/// A day, and which side of it passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutoff {
    /// Which side, and whether the day itself counts.
    pub boundary: Boundary,
    /// The day.
    pub date: NaiveDate,
}

/// Which side of a day passes, and whether the day itself counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// The day counts.
    OnOrBefore,
    /// The day does not count.
    Before,
    /// The day counts.
    OnOrAfter,
    /// The day does not count.
    After,
}

/// A place where a person asks for help.
#[derive(Debug, PartialEq, Eq)]
pub struct Office {
    /// Its id on the command line.
    pub id: Id,
    /// The country it is in.
    pub country: Arc<Country>,
    /// Its name.
    pub name: Text,
    /// How the list that it is on is known.
    pub listed: Option<Text>,
    /// What is said of its intake by sources that speak of this office, as in the file.
    pub intake: Vec<Intake>,
    /// Its requirements; the first is the place.
    pub requirements: Vec<Arc<Requirement>>,
    /// How to apply there.
    pub apply: Vec<Statement>,
}

/// A statement with a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Requirement {
    /// `OFFICE.NAME`.
    pub id: Id,
    /// Its row.
    pub aspect: Aspect,
    /// The rule.
    pub rule: Rule,
    /// In words, with `{date}` and `{nationalities}`.
    pub text: Text,
    /// In a cell, with `{date}` and `{codes}`.
    pub short: Text,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
    /// What the source leaves open.
    pub open: Vec<Text>,
    /// What other sources say.
    pub later: Vec<Statement>,
}

/// When a piece of advice is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    /// With every result.
    Always,
    /// No newer statement says that the office takes applications.
    IntakeClosed,
    /// The person's country has no office.
    NoOffice,
    /// The office's minimum is met.
    Met,
    /// The office's minimum is not met.
    NotMet,
    /// It cannot be told yet.
    Unclear,
}

/// What to say in a situation.
#[derive(Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its id.
    pub id: Id,
    /// When it is said.
    pub situation: Situation,
    /// Said only where this is met too.
    pub rule: Option<Rule>,
    /// In full, with `{office}` and `{country}`.
    pub text: Text,
    /// In a few words.
    pub short: Text,
    /// Who says it, where a source does.
    pub source: Option<Arc<Source>>,
    /// Where in the source.
    pub section: Option<Box<str>>,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Somebody does something.
    Act,
    /// Somebody decides.
    Decision,
    /// The person waits, perhaps in silence.
    Wait,
    /// It goes no further.
    End,
}

/// How an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// The source says what it ends in.
    Stated,
    /// The source does not say what comes after.
    NotStated,
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// On to a later step.
    #[default]
    Forward,
    /// Back to an earlier step, or the same one again.
    Loop,
    /// To another track; one way.
    Transfer,
}

/// Who acts, by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
}

/// One of the ways that a case can be routed.
#[derive(Debug, PartialEq, Eq)]
pub struct Track {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The letter of its rail.
    pub mark: String,
}

/// How a case moves.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ProcessModel {
    /// Who acts.
    pub actors: Vec<Arc<Actor>>,
    /// The tracks.
    pub tracks: Vec<Arc<Track>>,
    /// The steps, in reading order; the first is where everyone begins.
    pub steps: Vec<Step>,
}

/// A part of the process.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: StepKind,
    /// For an end: how it is known.
    pub end: Option<EndKind>,
    /// The track it is on.
    pub track: Option<Arc<Track>>,
    /// Who acts.
    pub actor: Option<Arc<Actor>>,
    /// Its title.
    pub title: Text,
    /// Its title in at most 16 cells.
    pub short: Text,
    /// What happens.
    pub statement: Statement,
    /// What else is said of it.
    pub details: Vec<Statement>,
    /// How long until it comes.
    pub wait: Option<Wait>,
    /// What can come next.
    pub links: Vec<Link>,
    /// Notices that bear on it.
    pub notices: Vec<Arc<Notice>>,
    /// What the source leaves open.
    pub open: Vec<Text>,
}

/// How long until a step comes.
#[derive(Debug, PartialEq, Eq)]
pub struct Wait {
    /// At least.
    pub min: Option<Period>,
    /// At most.
    pub max: Option<Period>,
    /// The step from which it counts, by its place in [`ProcessModel::steps`].
    pub from: Option<usize>,
    /// In words.
    pub statement: Statement,
    /// In at most 16 cells.
    pub short: Text,
}

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Seven days each.
    Weeks(u32),
    /// Calendar months.
    Months(u32),
}

impl Period {
    /// The day that lies this long after a day; a month without such a day gives its last one.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weeks(n) => day.checked_add_days(Days::new(u64::from(n) * 7)),
            Self::Months(n) => day.checked_add_months(Months::new(n)),
        }
    }
}

/// What can come after a step.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it goes, by place in [`ProcessModel::steps`].
    pub to: usize,
    /// What it is.
    pub kind: LinkKind,
    /// When it is taken.
    pub text: Text,
    /// How sure.
    pub certainty: Certainty,
}

/// A legal option that a track can end in.
#[derive(Debug, PartialEq, Eq)]
pub struct Pathway {
    /// Its id.
    pub id: Id,
    /// The track that ends in it.
    pub track: Arc<Track>,
    /// Its name.
    pub name: Text,
    /// Whom it suits.
    pub rule: Rule,
    /// Whom it suits, in words.
    pub text: Text,
    /// What it gives.
    pub gives: Option<Text>,
    /// Whether a petitioner or sponsor is needed.
    pub sponsor: Option<Certainty>,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
    /// What the source leaves open.
    pub open: Vec<Text>,
    /// Its later status: statements of other sources.
    pub later: Vec<Statement>,
    /// Notices that bear on it.
    pub notices: Vec<Arc<Notice>>,
}

/// Something that the application asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub text: Text,
    /// How to get it right.
    pub hint: Text,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
}

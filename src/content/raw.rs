//! The shapes of the files in `content/`, exactly as they are written; `docs/content.md` is the reference for editors,
//! and `tests/sources/` compares the two.
//!
//! Unknown keys are refused. A [`RawText`] is a table from language to words, `{ en = "…", es = "…", ht = "…" }`;
//! its words may also stand in `texts/LANG.toml` under the text's address, `FILE.KIND.ID.FIELD`
//! (`[colombia.requirement.presence] text = "…"`; nested records add `.KIND.ID`). References are ids of other records.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

use super::model::{
    Aspect, Certainty, EndKind, IntakeState, ItemKind, Kind, LinkKind, Part, Scope, Situation, StepKind, Topic,
};
use super::text::LanguageState;

/// Words by language.
pub(super) type RawText = Spanned<BTreeMap<String, Spanned<String>>>;

/// A name of another record.
pub(super) type Ref = Spanned<String>;

/// `programme.toml`, its own keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProgramme {
    /// The version of these shapes: 1.
    #[expect(dead_code, reason = "looked at before anything else is, since another version has other shapes")]
    pub(super) format: Spanned<i64>,
    pub(super) id: Spanned<String>,
    pub(super) name: RawText,
    /// The language shown where no other is asked for.
    pub(super) default_language: Ref,
    /// The source that rules and process are from.
    pub(super) guide: Ref,
    /// Days an unkept case is held.
    pub(super) hold_days: Spanned<i64>,
}

/// `[[language]]` in `programme.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLanguage {
    pub(super) id: Spanned<String>,
    /// In the language itself.
    pub(super) name: String,
    pub(super) state: LanguageState,
}

/// `[[source]]` in `programme.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub(super) id: Spanned<String>,
    /// Who published it; a name, the same in every language.
    pub(super) publisher: String,
    /// Two or three words for it beside a statement, as "portal", "guide".
    pub(super) label: RawText,
    pub(super) title: RawText,
    /// Where it was read, as far as a source gives it.
    pub(super) address: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent where the source bears none.
    pub(super) date: Option<Spanned<String>>,
    /// How sure the date is: `stated` (the default) or `not_before`.
    pub(super) certainty: Option<Certainty>,
    /// The day it was read.
    pub(super) read: Spanned<Datetime>,
    /// How its date is known, and what else there is to say of it.
    pub(super) note: Option<RawText>,
}

/// A statement, wherever one stands: `[[statement]]`, `[[notice]]`, `[[intake]]`, `[[requirement.later]]`, `[[step.detail]]`, `[[waits_later]]`…
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStatement {
    pub(super) id: Spanned<String>,
    pub(super) text: RawText,
    pub(super) source: Ref,
    /// The section of the source, in the source's own language.
    pub(super) section: Option<String>,
    /// Where it differs from the source's own date.
    pub(super) date: Option<Spanned<String>>,
    pub(super) certainty: Option<Certainty>,
    /// `[[statement]]` of `programme.toml` only: what it is about.
    pub(super) topic: Option<Topic>,
    /// `[[intake]]`, and a `[[notice]]` that speaks of every office's intake.
    pub(super) state: Option<IntakeState>,
    /// `[[notice]]` only: a few words for the header of every screen; may use `{date}`, the statement's own.
    pub(super) headline: Option<RawText>,
}

/// `[[aspect]]` in `programme.toml`: the rows of the requirements matrix, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAspect {
    pub(super) id: Spanned<Aspect>,
    pub(super) name: RawText,
}

/// `[[help_line]]` in `programme.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHelpLine {
    pub(super) id: Spanned<String>,
    pub(super) country: Ref,
    pub(super) number: String,
    pub(super) source: Ref,
}

/// `countries.toml`, its own key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCodes {
    /// Every assigned ISO 3166 alpha-2 code, in lines parted by blanks.
    pub(super) assigned: Spanned<String>,
}

/// `[[country]]` in `countries.toml`: one that has a name here.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCountry {
    /// The ISO 3166 alpha-2 code.
    pub(super) id: Spanned<String>,
    pub(super) name: RawText,
    /// As in "Venezuelan is accepted".
    pub(super) demonym: RawText,
    /// Other words that a search finds it by, in any language.
    #[serde(default)]
    pub(super) also: Vec<String>,
    /// How its telephone numbers look.
    pub(super) dialling: Option<RawDialling>,
}

/// `dialling` of a country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDialling {
    /// The country's own digits, after the `+`.
    pub(super) code: Spanned<String>,
    /// How many digits come after them, of any kind of number.
    pub(super) digits: Vec<u8>,
}

/// `[[question]]` in `questions.toml`, in asking order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub(super) id: Spanned<String>,
    pub(super) kind: Kind,
    pub(super) scope: Scope,
    pub(super) part: Part,
    /// A label of at most 16 cells.
    pub(super) name: RawText,
    /// The question; may use `{country}`, where the person is.
    pub(super) ask: RawText,
    /// Why it is asked; may use `{country}`.
    pub(super) why: RawText,
    /// Asked although no rule needs it, while some office's intake is not open.
    #[serde(default)]
    pub(super) while_closed: bool,
    /// Kind `date` only: words for "born here or always lived here"; may use `{country}`.
    pub(super) always: Option<RawText>,
    /// Kind `date_or_no` only: words for "no".
    pub(super) no: Option<RawText>,
    /// Kind `date_or_no` or `date`: the fact whose date this one cannot be before (a contradiction is pointed out).
    pub(super) not_before: Option<Ref>,
    /// Kind `yes_no` only: yes from this age on, in years.
    pub(super) age: Option<Spanned<u32>>,
    /// Kind `one_of` only.
    #[serde(default)]
    pub(super) option: Vec<RawOption>,
}

/// `[[question.option]]`; and `[[relation]]` in `application.toml`: who can be named as family.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOption {
    pub(super) id: Spanned<String>,
    pub(super) text: RawText,
}

/// A rule: a tree of conditions over facts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RawRule {
    /// Every one must hold.
    All(Vec<Spanned<RawRule>>),
    /// One at least must hold.
    Any(Vec<Spanned<RawRule>>),
    /// It must not hold.
    Not(Box<Spanned<RawRule>>),
    /// A yes/no fact is yes.
    Yes(Ref),
    /// A `one_of` fact has one of the values, or a `country` fact is one of the countries.
    OneOf(RawOneOf),
    /// A `countries` fact has one of the countries among its own.
    Includes(RawOneOf),
    /// A date fact is on the day or before it.
    OnOrBefore(RawCutoff),
    /// A date fact is before the day, which does not count.
    Before(RawCutoff),
    /// A date fact is on the day or after it.
    OnOrAfter(RawCutoff),
    /// A date fact is after the day, which does not count.
    After(RawCutoff),
    /// No source states the condition: never met by an answer; the text says what is unsaid.
    Unstated(RawText),
}

/// A fact and the values that meet the rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOneOf {
    pub(super) fact: Ref,
    pub(super) values: Vec<Spanned<String>>,
}

/// A fact and a day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCutoff {
    pub(super) fact: Ref,
    pub(super) date: Spanned<Datetime>,
}

/// `offices/*.toml`, its own keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOffice {
    pub(super) id: Spanned<String>,
    /// The country it is in.
    pub(super) country: Ref,
    pub(super) name: RawText,
    /// How the source that lists it is known, where the list is derived.
    pub(super) listed: Option<RawText>,
}

/// `[[requirement]]` in `offices/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRequirement {
    pub(super) id: Spanned<String>,
    /// Its row in the matrix.
    pub(super) aspect: Spanned<Aspect>,
    pub(super) rule: Spanned<RawRule>,
    /// May use `{date}` (the rule's cutoff; `{date2}` for a second one) and `{nationalities}` (the rule's countries as demonyms).
    pub(super) text: RawText,
    /// At most 16 cells for the matrix; may use `{date}` (short) and `{codes}`.
    pub(super) short: RawText,
    pub(super) source: Ref,
    pub(super) section: String,
    /// What the source leaves open: shown as "the guide does not say …".
    #[serde(default)]
    pub(super) open: Vec<RawNote>,
    /// What other sources say.
    #[serde(default)]
    pub(super) later: Vec<RawStatement>,
}

/// A remark of the content's own, which no source makes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNote {
    pub(super) id: Spanned<String>,
    pub(super) text: RawText,
}

/// `[[advice]]` in `advice.toml`: what to say, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAdvice {
    pub(super) id: Spanned<String>,
    pub(super) situation: Situation,
    /// Said only where this is met too.
    pub(super) rule: Option<Spanned<RawRule>>,
    /// May use `{office}`, `{country}`.
    pub(super) text: RawText,
    /// A few words for a list: "other organisations".
    pub(super) short: RawText,
    pub(super) source: Option<Ref>,
    pub(super) section: Option<String>,
}

/// `[[actor]]` and `[[track]]` in `process.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNamed {
    pub(super) id: Spanned<String>,
    pub(super) name: RawText,
    /// Tracks only: the letter of its rail.
    pub(super) mark: Option<String>,
}

/// `[[step]]` in `process.toml`, in reading order; the first is where everyone begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStep {
    pub(super) id: Spanned<String>,
    pub(super) kind: StepKind,
    /// `end` steps only: whether the source says that it ends here.
    pub(super) end: Option<EndKind>,
    pub(super) track: Option<Ref>,
    pub(super) actor: Option<Ref>,
    pub(super) title: RawText,
    /// At most 16 cells, for the map.
    pub(super) short: RawText,
    pub(super) text: RawText,
    pub(super) source: Ref,
    pub(super) section: String,
    pub(super) certainty: Option<Certainty>,
    #[serde(default)]
    pub(super) detail: Vec<RawStatement>,
    pub(super) wait: Option<RawWait>,
    #[serde(default)]
    pub(super) link: Vec<RawLink>,
    /// Notices of `programme.toml` that bear on this step.
    #[serde(default)]
    pub(super) notices: Vec<Ref>,
    /// What the source leaves open.
    #[serde(default)]
    pub(super) open: Vec<RawNote>,
}

/// `[step.wait]`: how long until this step comes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWait {
    /// ISO 8601 period, `P2W` or `P3M`; absent where the source has no number.
    pub(super) min: Option<Spanned<String>>,
    pub(super) max: Option<Spanned<String>>,
    /// The step from which it counts; absent where the source does not say.
    pub(super) from: Option<Ref>,
    pub(super) text: RawText,
    /// At most 16 cells, for the row.
    pub(super) short: RawText,
    pub(super) source: Ref,
    pub(super) section: String,
}

/// `[[step.link]]`: what can come next.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLink {
    pub(super) to: Ref,
    /// `forward` is the default.
    pub(super) kind: Option<LinkKind>,
    /// When it is taken: "qualifies", "not qualified".
    pub(super) text: RawText,
    pub(super) certainty: Option<Certainty>,
}

/// `[[pathway]]` in `pathways.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPathway {
    pub(super) id: Spanned<String>,
    pub(super) track: Ref,
    pub(super) name: RawText,
    pub(super) rule: Spanned<RawRule>,
    /// Whom it suits; may use `{nationalities}`.
    pub(super) text: RawText,
    /// What it gives, where the source says so.
    pub(super) gives: Option<RawText>,
    /// Whether a petitioner or sponsor in the destination country is needed: `most` is shown as "usually needs".
    pub(super) sponsor: Option<Certainty>,
    pub(super) source: Ref,
    pub(super) section: String,
    #[serde(default)]
    pub(super) open: Vec<RawNote>,
    #[serde(default)]
    pub(super) later: Vec<RawStatement>,
    /// Notices that bear on this pathway.
    #[serde(default)]
    pub(super) notices: Vec<Ref>,
}

/// `[[item]]` in `application.toml`: what the application asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) id: Spanned<String>,
    pub(super) text: RawText,
    pub(super) hint: RawText,
    #[serde(default)]
    pub(super) kind: ItemKind,
    pub(super) source: Ref,
    pub(super) section: String,
}

/// `[[month]]` in `interface.toml`, January to December. Beside the months stands `[words]`: a [`RawText`] under every
/// key of [`Msg`](super::catalog::Msg), and no other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMonth {
    pub(super) id: Spanned<String>,
    pub(super) long: RawText,
    /// Three letters or four.
    pub(super) short: RawText,
}

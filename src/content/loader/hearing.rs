//! `hearing.toml`, which a content folder can do without.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

use super::super::hearing::{CalendarUnit, Sense, spaced};
use super::super::{Content, PeriodUnit};
use super::{Loader, Tree};

/// The name of the file.
pub(super) const FILE: &str = "hearing.toml";

/// Its keys.
pub(super) const KEYS: &str = "dont_know declined yes no answers stateless none other regions no_codes halves towns states not inapplicable kin joins around lives origin months days numbers no_months \
                               ordinals weekdays blank month unit dropped before until after since onward between to and or last again vague \
                               events doubtful polite \
                               relative now till_now always born here lasting period age names";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHearing {
    dont_know: String,
    declined: String,
    yes: String,
    no: String,
    #[serde(default)]
    polite: String,
    #[serde(default)]
    answers: BTreeMap<Spanned<String>, String>,
    stateless: String,
    none: String,
    other: String,
    regions: String,
    no_codes: String,
    halves: String,
    #[serde(default)]
    towns: String,
    #[serde(default)]
    states: String,
    not: String,
    #[serde(default)]
    inapplicable: String,
    #[serde(default)]
    kin: String,
    joins: String,
    around: String,
    lives: String,
    origin: String,
    months: Spanned<Vec<String>>,
    days: Spanned<Vec<String>>,
    #[serde(default)]
    numbers: String,
    no_months: String,
    ordinals: String,
    weekdays: Spanned<Vec<String>>,
    blank: String,
    month: String,
    #[serde(default)]
    unit: RawUnits,
    dropped: String,
    #[serde(default)]
    events: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    doubtful: Vec<String>,
    before: String,
    until: String,
    after: String,
    since: String,
    onward: String,
    between: String,
    to: String,
    and: String,
    or: String,
    #[serde(default)]
    last: String,
    #[serde(default)]
    again: String,
    vague: String,
    relative: String,
    #[serde(default)]
    now: String,
    #[serde(default)]
    till_now: String,
    always: String,
    born: String,
    here: String,
    #[serde(default)]
    lasting: String,
    #[serde(default)]
    period: RawTimeUnits,
    #[serde(default)]
    age: RawAge,
    names: Spanned<String>,
}

/// Names of what a calendar is made of.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawUnits {
    day: String,
    month: String,
    year: String,
}

/// Names of what a length of time is told in.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawTimeUnits {
    day: String,
    week: String,
    month: String,
    year: String,
}

/// Words around an age.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawAge {
    around: String,
    from: String,
    over: String,
    under: String,
    #[serde(default)]
    most: String,
    yet: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    compared: String,
    reached: String,
    not_reached: String,
}

impl Loader {
    pub(super) fn hearing(&mut self, tree: &mut Tree<'_>) {
        let Some(raw) = self.own::<RawHearing>(tree) else { return };
        self.counted(&raw.months, 12, "months");
        self.counted(&raw.days, 31, "days");
        self.counted(&raw.weekdays, 7, "weekdays");
        self.named_lines(&raw.names);
        let lists = [
            (Sense::DontKnow, raw.dont_know),
            (Sense::Declined, raw.declined),
            (Sense::Yes, raw.yes),
            (Sense::No, raw.no),
            (Sense::Stateless, raw.stateless),
            (Sense::None, raw.none),
            (Sense::Other, raw.other),
            (Sense::Region, raw.regions),
            (Sense::NoCode, raw.no_codes),
            (Sense::Not, raw.not),
            (Sense::Inapplicable, raw.inapplicable),
            (Sense::Kin, raw.kin),
            (Sense::Joins, raw.joins),
            (Sense::Around, raw.around),
            (Sense::Lives, raw.lives),
            (Sense::Origin, raw.origin),
            (Sense::NoMonth, raw.no_months),
            (Sense::Ordinal, raw.ordinals),
            (Sense::Blank, raw.blank),
            (Sense::MonthIs, raw.month),
            (Sense::Unit(CalendarUnit::Day), raw.unit.day),
            (Sense::Unit(CalendarUnit::Month), raw.unit.month),
            (Sense::Unit(CalendarUnit::Year), raw.unit.year),
            (Sense::Dropped, raw.dropped),
            (Sense::Polite, raw.polite),
            (Sense::Before, raw.before),
            (Sense::Until, raw.until),
            (Sense::After, raw.after),
            (Sense::Since, raw.since),
            (Sense::Onward, raw.onward),
            (Sense::Between, raw.between),
            (Sense::To, raw.to),
            (Sense::And, raw.and),
            (Sense::Or, raw.or),
            (Sense::Vague, raw.vague),
            (Sense::Last, raw.last),
            (Sense::Again, raw.again),
            (Sense::Relative, raw.relative),
            (Sense::Now, raw.now),
            (Sense::TillNow, raw.till_now),
            (Sense::Always, raw.always),
            (Sense::Born, raw.born),
            (Sense::Here, raw.here),
            (Sense::Lasting, raw.lasting),
            (Sense::Counted(PeriodUnit::Days, 1), raw.period.day),
            (Sense::Counted(PeriodUnit::Days, 7), raw.period.week),
            (Sense::Counted(PeriodUnit::Months, 1), raw.period.month),
            (Sense::Counted(PeriodUnit::Months, 12), raw.period.year),
            (Sense::Aged, raw.age.around),
            (Sense::AgeFrom, raw.age.from),
            (Sense::AgeOver, raw.age.over),
            (Sense::AgeUnder, raw.age.under),
            (Sense::AgeMost, raw.age.most),
            (Sense::AgeYet, raw.age.yet),
            (Sense::AgeCompared, raw.age.compared),
            (Sense::OfAge, raw.age.reached),
            (Sense::UnderAge, raw.age.not_reached),
        ];
        let months = raw.months.into_inner().into_iter().zip(1..).map(|(words, n)| (Sense::Month(n), words));
        let days = raw.days.into_inner().into_iter().zip(1..).map(|(words, n)| (Sense::Day(n), words));
        let weekdays = raw.weekdays.into_inner().into_iter().zip(1..).map(|(words, n)| (Sense::Weekday(n), words));
        let doubtful = (0..).zip(raw.doubtful).flat_map(|(n, words)| {
            let (doubtful, beside) = words.split_once(':').unwrap_or((&words, ""));
            [(Sense::Doubtful(n), doubtful.to_owned()), (Sense::Beside(n), beside.to_owned())]
        });
        let events =
            raw.events.values().flat_map(|words| [Sense::Dropped, Sense::Event].map(|sense| (sense, words.clone())));
        let numbers = numbered(&raw.numbers, Sense::Number).chain(numbered(&raw.age.part, Sense::AgePart));
        self.content.hearing.phrases = lists
            .into_iter()
            .chain(months)
            .chain(days)
            .chain(weekdays)
            .chain(numbers)
            .chain(doubtful)
            .chain(events)
            .collect();
        let phrases = |words: &str| words.split(',').map(spaced).collect();
        self.content.hearing.events =
            raw.events.iter().map(|(id, words)| (id.get_ref().clone(), phrases(words))).collect();
        let halves = raw.halves.split(',').map(str::trim).filter(|half| !half.is_empty());
        let halves = halves.map(|half| half.split_once(' ').unwrap_or((half, "")));
        self.content.hearing.halves = halves.map(|(half, name)| (spaced(half), name.to_owned())).collect();
        self.content.hearing.towns = with_country(&raw.towns);
        self.content.hearing.states = with_country(&raw.states);
        self.content.hearing.answers =
            raw.answers.iter().map(|(key, phrases)| answer(key.get_ref(), phrases)).collect();
        // The program's own file has words for questions that a folder need not ask.
        let keys = raw.answers.into_keys().chain(raw.events.into_keys());
        self.answer_keys = if self.is_lent { Vec::new() } else { keys.collect() };
        self.content.hearing.names = raw.names.into_inner();
    }

    /// Whether the words for one answer are those of a question, once the questions are known.
    pub(super) fn answers_heard(&mut self) {
        FILE.clone_into(&mut self.file);
        // Of a broken file not all questions are known.
        if self.broken.contains("questions.toml") {
            return;
        }
        for key in std::mem::take(&mut self.answer_keys) {
            let (question, answer) = key.get_ref().split_once('.').unwrap_or((key.get_ref(), ""));
            let known = self.content.questions.iter().any(|known| *known.id == *question);
            let is_event = self.content.hearing.events.iter().any(|(id, _)| id == key.get_ref());
            if !known || (answer.is_empty() && !is_event) {
                let message = format!("`{}` names no answer of a question", key.get_ref());
                let help = "write a question's id, a full stop and the answer as on the command line";
                self.problem(key.span(), message, "this key", help);
            }
        }
    }

    fn counted(&mut self, list: &Spanned<Vec<String>>, count: usize, what: &str) {
        let given = list.get_ref().len();
        if given != count {
            let message = format!("`{what}` has {given} entries, not {count}");
            self.problem(list.span(), message, "in this list", "write one string for each, in order");
        }
    }

    /// Each line begins with an assigned code, once, and the longer code of the country.
    fn named_lines(&mut self, names: &Spanned<String>) {
        let mut seen = BTreeSet::new();
        for (code, longer, _) in Content::named_lines(names.get_ref()) {
            let assigned = self.content.codes.is_empty() || self.content.code(code).is_some();
            let is_longer = longer.len() == 3 && longer.bytes().all(|b| b.is_ascii_uppercase());
            if !assigned || !is_longer || !seen.insert(code) {
                let message = format!("`{code} {longer}` does not begin a line of names");
                let help = "begin each line with the two and the three letters of ISO 3166, each country once";
                self.problem(names.span(), message, "in this text", help);
            }
        }
    }
}

/// The words for one answer, whose key is its question, a full stop and the answer itself.
fn answer(key: &str, phrases: &str) -> (String, String, Vec<String>) {
    let (question, answer) = key.split_once('.').unwrap_or((key, ""));
    (question.to_owned(), answer.to_owned(), phrases.split(',').map(spaced).collect())
}

/// Phrases, each with its figures behind it.
fn numbered(list: &str, sense: fn(u32) -> Sense) -> impl Iterator<Item = (Sense, String)> {
    list.split(',').filter_map(move |pair| {
        let (words, number) = pair.trim().rsplit_once(' ')?;
        Some((sense(number.parse().ok()?), words.to_owned()))
    })
}

/// Names of places, each with a colon and the name of its country.
fn with_country(list: &str) -> Vec<(String, String)> {
    let pairs = list.split(',').filter_map(|pair| pair.split_once(':'));
    pairs.map(|(place, country)| (spaced(place), country.trim().to_owned())).collect()
}

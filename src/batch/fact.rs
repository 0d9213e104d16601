//! The cells of one column: what they say, and what that is to the rules.

use chrono::NaiveDate;
use hashbrown::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::options::BatchOptions;
use crate::check::{Reading, country, read};
use crate::content::{Condition, FactKind, Question};
use crate::rules::{Answer, Interval, Value, Verdict, parse_value, passes};
use crate::wording::Phrases;

/// The most different texts of a column that are remembered, and the longest of them in bytes.
const MOST_TEXTS: usize = 1 << 13;
const LONGEST: usize = 64;

/// What a cell says.
#[derive(Debug, Clone, Default)]
pub(super) struct CellReading {
    /// What it is to the rules, as an index into [`FactColumn::examples`].
    pub(super) class: u32,
    pub(super) days: Option<Interval>,
    /// Why it is no answer.
    pub(super) problem: Option<String>,
    /// What was understood, in the spelling of the command line, where answers are heard as at the desk.
    pub(super) heard: String,
}

/// The readings of one column. A text is read once.
pub(super) struct FactColumn<'a> {
    /// Its place in the table.
    pub(super) at: usize,
    pub(super) question: Arc<Question>,
    conditions: Vec<Condition>,
    texts: HashMap<Box<[u8]>, Rc<CellReading>>,
    classes: HashMap<Vec<Verdict>, u32>,
    /// One answer for each class; the first is that nothing is known.
    pub(super) examples: Vec<Option<Value>>,
    phrases: Phrases<'a>,
    options: BatchOptions,
}

impl<'a> FactColumn<'a> {
    pub(super) fn new(at: usize, question: &Arc<Question>, phrases: Phrases<'a>, options: BatchOptions) -> Self {
        let mut conditions: Vec<Condition> = Vec::new();
        let rules = phrases.content.offices.iter().flat_map(|office| &office.requirements);
        for test in rules.flat_map(|one| one.rule.tests()).filter(|test| test.fact == *question) {
            if !conditions.contains(&test.condition) {
                conditions.push(test.condition.clone());
            }
        }
        let question = Arc::clone(question);
        let (texts, classes) = (HashMap::new(), HashMap::new());
        Self { at, question, conditions, texts, classes, examples: vec![None], phrases, options }
    }

    /// Reads a cell; an empty one says nothing.
    pub(super) fn read(&mut self, cell: &[u8]) -> Rc<CellReading> {
        if let Some(known) = self.texts.get(cell) {
            return Rc::clone(known);
        }
        let text = String::from_utf8_lossy(cell);
        let reading = Rc::new(self.read_text(text.trim()));
        if self.texts.len() >= MOST_TEXTS {
            self.texts.clear();
        }
        if cell.len() <= LONGEST {
            self.texts.insert(cell.into(), Rc::clone(&reading));
        }
        reading
    }

    fn read_text(&mut self, text: &str) -> CellReading {
        if text.is_empty() {
            return CellReading::default();
        }
        match self.answer(text) {
            Ok(answer) => {
                let heard = if self.options.lenient { spelled(&self.question, &answer) } else { String::new() };
                let value = answer.value();
                let days = value.and_then(|value| if let Value::Date(days) = value { Some(*days) } else { None });
                CellReading { class: self.class(value), days, problem: None, heard }
            }
            Err(problem) => {
                CellReading { problem: Some(format!("{}: {problem}", self.question.id)), ..CellReading::default() }
            }
        }
    }

    /// The class of a value: what all tests of the rules come to. Of values of one class no rule can tell which it is.
    fn class(&mut self, value: Option<&Value>) -> u32 {
        let Some(value) = value else { return 0 };
        let row: Vec<Verdict> = self.conditions.iter().map(|condition| passes(condition, value)).collect();
        let next = u32::try_from(self.examples.len()).unwrap_or_default();
        let class = *self.classes.entry(row).or_insert(next);
        if class == next {
            self.examples.push(Some(value.clone()));
        }
        class
    }

    fn answer(&self, text: &str) -> Result<Answer, String> {
        let (content, as_of) = (self.phrases.content, self.options.as_of);
        let is_place = matches!(self.question.kind, FactKind::Country | FactKind::Countries);
        // A code in small letters can be a word, as "no" and "pa"; a number alone can be months and years.
        let has_meanings = is_place && text.contains(char::is_lowercase) || self.question.kind == FactKind::Period;
        if self.options.lenient && has_meanings {
            return heard(self.phrases, &self.question, text, as_of);
        }
        let spelled = spelled_here(&self.question, text);
        let strict = parse_value(content, &self.question, spelled.as_deref().unwrap_or(text), as_of);
        if !self.options.lenient {
            return strict.map_err(|cause| cause.to_string());
        }
        strict.or_else(|_| heard(self.phrases, &self.question, text, as_of))
    }
}

/// What tables spell otherwise than the command line: countries parted by blanks, as forms write what was chosen of a
/// list, and the two truths of a spreadsheet.
fn spelled_here(question: &Question, text: &str) -> Option<String> {
    match question.kind {
        FactKind::Countries => {
            let codes: Vec<&str> = text.split([' ', ',', ';']).filter(|code| !code.is_empty()).collect();
            let is_code = |code: &&str| code.len() == 2 && code.chars().all(char::is_uppercase);
            (codes.len() > 1 && codes.iter().all(is_code)).then(|| codes.join(","))
        }
        FactKind::YesNo if text.eq_ignore_ascii_case("true") => Some("yes".to_owned()),
        FactKind::YesNo | FactKind::DateOrNo if text.eq_ignore_ascii_case("false") => Some("no".to_owned()),
        _ => None,
    }
}

/// An answer heard as at the desk, where it means one thing.
fn heard(phrases: Phrases<'_>, question: &Question, text: &str, as_of: NaiveDate) -> Result<Answer, String> {
    let which = |answers: &[Answer]| {
        let all: Vec<String> = answers.iter().map(|answer| spelled(question, answer)).collect();
        format!("\"{text}\" can be {}; write the one that is meant", all.join(" or "))
    };
    match read(phrases.content, question, None, text, as_of) {
        // What is only near to a country's name is asked at the desk.
        Reading::Answer(answer) if is_guess(phrases, question, &answer, text) => Err(which(&[answer])),
        Reading::Answer(answer) => Ok(answer),
        Reading::Which(choices) => Err(which(&choices.iter().map(|choice| choice.answer.clone()).collect::<Vec<_>>())),
        Reading::Invalid(error) => Err(format!("\"{text}\": {}", phrases.answer_error(&error))),
        Reading::Empty => Err("nothing is written".to_owned()),
    }
}

/// Whether an answer names countries of which the text is not the code, name or nationality.
fn is_guess(phrases: Phrases<'_>, question: &Question, answer: &Answer, text: &str) -> bool {
    let is_place = matches!(question.kind, FactKind::Country | FactKind::Countries);
    is_place && answer.value().is_some() && !country::is_exact(phrases.content, question, text)
}

fn spelled(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Known(value) | Answer::Withheld(value) => value.spelled(question),
        Answer::DontKnow => "unknown".to_owned(),
        Answer::Declined => "declined".to_owned(),
    }
}

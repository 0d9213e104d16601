//! What the offices come to for a person, once for each way in which the rules can see one.

use hashbrown::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::csv::TableForm;
use super::fact::FactColumn;
use super::options::BatchOptions;
use super::summary::Counts;
use crate::content::{Content, IntakeState, Question};
use crate::rules::{Answer, Answers, OfficeFinding, Verdict, assess, intake, place_question};

/// The most different people that are remembered.
const MOST_PEOPLE: usize = 1 << 12;

/// What parts several values of one cell.
const BETWEEN: &str = ";";

/// What one office comes to.
#[derive(Debug)]
pub(super) struct OfficeCells {
    /// Its place in the content; none where the person is in a country without an office.
    pub(super) office: Option<usize>,
    pub(super) verdict: Verdict,
    /// Ids of the requirements that are not met, and of the facts that are missing.
    pub(super) not_met: Vec<String>,
    pub(super) missing: Vec<String>,
    /// The added cells before that of problems, and the one behind it, each after its delimiter as they are written.
    pub(super) before: Vec<u8>,
    pub(super) settles: Vec<u8>,
}

/// What people of the same classes come to, and how many rows they are.
type KnownPeople = (Rc<[OfficeCells]>, u64);

/// The results of people, by the classes of their answers.
pub(super) struct Judge<'a> {
    content: &'a Content,
    place: Option<&'a Arc<Question>>,
    form: TableForm,
    intake: Vec<&'static str>,
    /// The index of the only office that is asked about.
    only: Option<usize>,
    people: HashMap<Box<[u32]>, KnownPeople>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(content: &'a Content, options: BatchOptions, form: TableForm) -> Self {
        let state = |office| <&str>::from(intake::of(content, office, options.as_of).state);
        Self {
            content,
            form,
            place: place_question(content),
            intake: content.offices.iter().map(|office| state(office)).collect(),
            only: options.office,
            people: HashMap::new(),
        }
    }

    /// The offices of a person with answers of these classes, one for each column.
    pub(super) fn judge(
        &mut self,
        classes: &[u32],
        facts: &[FactColumn<'_>],
        counts: &mut Counts,
    ) -> Rc<[OfficeCells]> {
        if let Some((known, rows)) = self.people.get_mut(classes) {
            *rows += 1;
            return Rc::clone(known);
        }
        if self.people.len() >= MOST_PEOPLE {
            self.count(counts);
        }
        let found: Rc<[OfficeCells]> = self.assess(classes, facts).into();
        self.people.insert(classes.into(), (Rc::clone(&found), 1));
        found
    }

    /// Adds the people that are remembered to the counts, and forgets them.
    pub(super) fn count(&mut self, counts: &mut Counts) {
        for (_, (found, rows)) in self.people.drain() {
            counts.add(&found, rows);
        }
    }

    fn assess(&self, classes: &[u32], facts: &[FactColumn<'_>]) -> Vec<OfficeCells> {
        let mut answers = Answers::default();
        for (class, fact) in classes.iter().zip(facts) {
            let example = usize::try_from(*class).ok().and_then(|class| fact.examples.get(class));
            if let Some(value) = example.and_then(Option::as_ref) {
                answers.set(self.content, &fact.question, Answer::Known(value.clone()));
            }
        }
        let findings = assess(self.content, &answers).offices;
        let shown: Vec<(usize, &OfficeFinding)> =
            findings.iter().enumerate().filter(|(at, _)| self.shows(*at)).collect();
        let knows_place = self.place.is_some_and(|place| answers.value(&place.id).is_some());
        if !knows_place || self.only.is_some() {
            return shown.into_iter().map(|(at, finding)| self.cells(at, finding)).collect();
        }
        let here =
            |finding: &OfficeFinding| finding.requirements.first().is_none_or(|place| place.verdict == Verdict::Met);
        let offices: Vec<OfficeCells> = shown
            .into_iter()
            .filter(|(_, finding)| here(finding))
            .map(|(at, finding)| self.cells(at, finding))
            .collect();
        if offices.is_empty() { vec![self.elsewhere(&findings)] } else { offices }
    }

    fn shows(&self, office: usize) -> bool {
        self.only.is_none_or(|only| only == office)
    }

    fn cells(&self, at: usize, finding: &OfficeFinding) -> OfficeCells {
        let ids = |all: &[Arc<Question>]| all.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
        let failed = finding.requirements.iter().filter(|found| found.applies && found.verdict == Verdict::NotMet);
        let not_met: Vec<String> = failed.map(|found| found.requirement.id.to_string()).collect();
        let missing = ids(&finding.missing);
        let intake = self.intake.get(at).copied().unwrap_or(<&str>::from(IntakeState::NotStated));
        OfficeCells {
            office: Some(at),
            verdict: finding.verdict,
            before: self.before(&finding.office.id, finding.verdict, &not_met, &missing, intake),
            settles: self.written(&[&ids(&finding.settles).join(BETWEEN)]),
            not_met,
            missing,
        }
    }

    /// Where no office is: what all offices agree on, and what they all ask first.
    fn elsewhere(&self, findings: &[OfficeFinding]) -> OfficeCells {
        let verdict = findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Unclear);
        let place = findings.iter().find_map(|finding| finding.office.place());
        let not_met: Vec<String> = place.into_iter().map(|place| place.name().to_owned()).collect();
        let before = self.before("", verdict, &not_met, &[], "");
        OfficeCells { office: None, verdict, not_met, missing: Vec::new(), before, settles: self.written(&[""]) }
    }

    fn before(&self, office: &str, verdict: Verdict, not_met: &[String], missing: &[String], intake: &str) -> Vec<u8> {
        self.written(&[office, verdict.into(), &not_met.join(BETWEEN), &missing.join(BETWEEN), intake])
    }

    fn written(&self, cells: &[&str]) -> Vec<u8> {
        let mut line = Vec::new();
        for cell in cells {
            self.form.add(&mut line, cell.as_bytes());
        }
        line
    }
}

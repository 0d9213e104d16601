//! Which question comes next: only one whose answer can change something.

use chrono::NaiveDate;
use std::sync::Arc;

use crate::content::{CheckPart, Content, Id, Office, Question};

use super::answer::Answers;
use super::finding::Assessment;
use super::intake;

/// What the questions are for.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Ask<'a> {
    pub part: CheckPart,
    pub as_of: NaiveDate,
    /// The offices in view, by id; `None` for all.
    pub offices: Option<&'a [Id]>,
}

impl Ask<'_> {
    /// Asks about all offices.
    pub fn all(part: CheckPart, as_of: NaiveDate) -> Self {
        Self { part, as_of, offices: None }
    }

    fn sees(&self, office: &Office) -> bool {
        self.offices.is_none_or(|ids| ids.contains(&office.id))
    }
}

/// The next question in asking order, or `None` when no answer can change anything more.
///
/// For the minimum: one that an undecided office in view needs, or one that is asked while an office's intake is closed.
/// For pathways: one that an undecided pathway needs, of any part. Unknown and declined answers are not asked again.
pub fn next_question<'a>(
    content: &'a Content,
    answers: &Answers,
    assessment: &Assessment,
    ask: &Ask<'_>,
) -> Option<&'a Arc<Question>> {
    let needed = |question: &Question| match ask.part {
        CheckPart::Minimum => {
            let mut offices = assessment.offices.iter().filter(|finding| ask.sees(&finding.office));
            offices.any(|finding| has(&finding.missing, question))
                || (question.part == ask.part && question.while_closed && some_intake_is_closed(content, ask))
        }
        CheckPart::Pathways => assessment.pathways.iter().any(|finding| has(&finding.missing, question)),
    };
    content.questions.iter().find(|question| answers.get(&question.id).is_none() && needed(question))
}

fn has(questions: &[Arc<Question>], question: &Question) -> bool {
    questions.iter().any(|missing| missing.id == question.id)
}

fn some_intake_is_closed(content: &Content, ask: &Ask<'_>) -> bool {
    let mut offices = content.offices.iter().filter(|office| ask.sees(office));
    offices.any(|office| intake::of(content, office, ask.as_of).state.is_closed())
}

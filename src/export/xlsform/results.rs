//! What the form says before and after the questions.

use super::FormWriter;
use super::expression::{Fields, UNCLEAR, condition, name, number, of_rule};
use super::sheet::FormSheet;
use crate::content::{Msg, Office, Requirement, Situation, Statement};
use crate::export::change::Trees;
use crate::rules::{intake, notices as made};
use crate::wording::Phrases;

/// The verdicts as the numbers of the form.
const MET: &str = "1";
const NOT_MET: &str = "0";

/// What was said of the whole programme, before anything is asked.
pub(super) fn notices(form: FormWriter<'_>, survey: &mut FormSheet) {
    for (at, notice) in made(form.content, form.as_of).into_iter().enumerate() {
        note(form, survey, &format!("notice_{}", at + 1), "", |phrases| dated(phrases, &notice.statement));
    }
    note(form, survey, "promise", "", |phrases| phrases.get(Msg::PromisesNothing).to_owned());
}

/// The verdict of each office, with its reasons, its intake, and what now.
pub(super) fn write(form: FormWriter<'_>, survey: &mut FormSheet) {
    for office in &form.content.offices {
        calculations(office, survey);
    }
    let elsewhere: Vec<String> = form.content.offices.iter().filter_map(|office| office.place()).map(field).collect();
    if let [_, ..] = elsewhere.as_slice() {
        let nowhere = format!("max({}, 0) = 0", elsewhere.join(", "));
        advice(form, survey, "no_office", Situation::NoOffice, None, &nowhere);
    }
    for office in &form.content.offices {
        of_office(form, office, survey);
    }
    advice(form, survey, "now", Situation::Always, None, "");
}

fn field(requirement: &std::sync::Arc<Requirement>) -> String {
    format!("${{{}}}", name(&requirement.id))
}

/// The requirements of an office as numbers, and all of them together.
fn calculations(office: &Office, survey: &mut FormSheet) {
    let trees = Trees::of(office.requirements.iter().map(|one| &one.rule));
    let fields = Fields { office, trees: &trees, before: None };
    let mut calculate = |name: &str, how: String| {
        survey.row(&["calculate", name]);
        survey.set("calculation", how);
    };
    for cell in trees.repeated.iter().flatten() {
        calculate(&fields.cell_name(cell), format!("if({}, 1, 0)", condition(&cell.can_be(&fields))));
    }
    for (at, one) in office.requirements.iter().enumerate() {
        calculate(&name(&one.id), number(&trees.verdict(Some(at), &fields)));
    }
    let is_apart = (0..trees.trees.len()).all(|at| trees.is_alone(at));
    let all: Vec<String> = office.requirements.iter().map(field).collect();
    let minimum = if is_apart { format!("min({})", all.join(", ")) } else { number(&trees.verdict(None, &fields)) };
    calculate(&format!("{}_minimum", name(&office.id)), minimum);
}

fn of_office(form: FormWriter<'_>, office: &Office, survey: &mut FormSheet) {
    let id = name(&office.id);
    let minimum = format!("${{{id}_minimum}}");
    let here = office.place().map_or_else(|| "true()".to_owned(), |place| format!("{} > 0", field(place)));
    let said = intake::of(form.content, office, form.as_of);
    if said.is_contradictory {
        note(form, survey, &format!("{id}_intake_contradictory"), &here, |phrases| {
            format!("{}: {}", office.name.get(phrases.lang), phrases.get(Msg::IntakeDisputed))
        });
    }
    for (at, line) in said.statements.iter().take(said.newest).enumerate() {
        note(form, survey, &format!("{id}_intake_{}", at + 1), &here, |phrases| {
            format!("{}: {}", office.name.get(phrases.lang), dated(phrases, line.statement))
        });
    }
    let verdicts = [
        (MET, Msg::Meets, "met", Situation::Met),
        (UNCLEAR, Msg::CannotTell, "unclear", Situation::Unclear),
        (NOT_MET, Msg::DoesNotMeet, "not_met", Situation::NotMet),
    ];
    for (number, msg, ending, situation) in verdicts {
        let when = format!("{here} and {minimum} = {number}");
        note(form, survey, &format!("{id}_is_{ending}"), &when, |phrases| {
            format!("{}: {}", office.name.get(phrases.lang), phrases.get(msg))
        });
        for one in office.requirements.iter().filter(|_| number != MET) {
            let when = format!("{here} and {minimum} = {number} and {} = {number}", field(one));
            note(form, survey, &format!("{}_is_{ending}", name(&one.id)), &when, |phrases| {
                format!(
                    "{}: {}",
                    phrases.requirement(one),
                    phrases.get(if number == UNCLEAR { Msg::NotKnown } else { msg })
                )
            });
        }
        advice(form, survey, &format!("{id}_{ending}"), situation, Some(office), &when);
    }
    for point in office.requirements.iter().flat_map(|one| one.open.iter().map(move |point| (one, point))) {
        let (one, open) = point;
        note(form, survey, &name(&format!("{}_open_{}", one.id, open.id)), &here, |phrases| {
            open.text.get(phrases.lang).to_owned()
        });
    }
    if said.state.is_closed() {
        advice(form, survey, &format!("{id}_closed"), Situation::IntakeClosed, Some(office), &here);
    }
}

/// The advice of a situation.
fn advice(
    form: FormWriter<'_>,
    survey: &mut FormSheet,
    base: &str,
    in_: Situation,
    office: Option<&Office>,
    when: &str,
) {
    for one in form.content.advice.iter().filter(|advice| advice.situation == in_) {
        let rule = one.rule.as_ref().map(|rule| format!("{} = 1", of_rule(rule)));
        let parts: Vec<&str> = [when].into_iter().chain(rule.as_deref()).filter(|part| !part.is_empty()).collect();
        let country = office.map(|office| &*office.country.id);
        note(form, survey, &name(&format!("{base}_{}", one.id)), &parts.join(" and "), |phrases| {
            let here = phrases.here(country);
            let office = office.map_or(here, |office| office.name.get(phrases.lang));
            one.text.fill(phrases.lang, &[("office", office), ("country", here)])
        });
    }
}

fn note(form: FormWriter<'_>, survey: &mut FormSheet, id: &str, when: &str, words: impl Fn(Phrases<'_>) -> String) {
    form.labelled(survey, &["note", id], words);
    survey.set("relevant", when.to_owned());
}

/// A statement with its day.
fn dated(phrases: Phrases<'_>, said: &Statement) -> String {
    format!("{} ({})", said.text.get(phrases.lang), phrases.said_by(said))
}

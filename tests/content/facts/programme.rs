//! Facts on the programme, its offices, how to apply and what the guide says of itself.

use smo_desk::content::{Certainty, IntakeState, Topic};

use super::lookup::{Typed, certainty, intake, intake_is};

pub(super) const FACTS: &[Typed] = &[
    // Availability.
    Typed(12, "the four offices, each marked as derived", |c| {
        c.offices.iter().map(|o| (&*o.id, &*o.country.id)).eq([
            ("colombia", "CO"),
            ("costa-rica", "CR"),
            ("ecuador", "EC"),
            ("guatemala", "GT"),
        ]) && c.offices.iter().all(|o| o.listed.is_some())
    }),
    Typed(13, "closed there", |c| intake_is(c, "colombia", IntakeState::NoNewApplications)),
    Typed(13, "no stop is named there", |c| intake_is(c, "costa-rica", IntakeState::NotStated)),
    Typed(14, "closed there", |c| intake_is(c, "ecuador", IntakeState::NoNewApplications)),
    Typed(14, "no stop is named there", |c| intake_is(c, "guatemala", IntakeState::NotStated)),
    Typed(16, "no more than likely", |c| {
        ["colombia", "ecuador"].iter().all(|office| {
            intake(c, office, "likely_priority").is_some_and(|i| i.statement.certainty == Certainty::Likely)
        })
    }),
    // Access.
    Typed(17, "the place is each office's first requirement", |c| {
        c.offices.iter().all(|o| {
            o.requirements.first().is_some_and(|r| {
                *r.id == *format!("{}.place", o.id) && super::lookup::one_of(&r.rule, "country", &[&*o.country.id])
            })
        })
    }),
    Typed(19, "they can, not they do", |c| certainty(c, Topic::Access, "depends_origin") == Some(Certainty::May)),
    // Caveats.
    // Applying.
    Typed(40, "the form is where everyone begins", |c| {
        c.process.steps.first().is_some_and(|s| *s.id == *"application")
    }),
    Typed(42, "some offices only", |c| certainty(c, Topic::Applying, "daily_limit") == Some(Certainty::Some)),
    Typed(43, "some offices only", |c| certainty(c, Topic::Applying, "certain_days") == Some(Certainty::Some)),
    Typed(46, "it may be", |c| certainty(c, Topic::Applying, "more_than_one_try") == Some(Certainty::May)),
    // Items.
    Typed(53, "these items and no others", |c| c.items.len() == 6),
    // Meta.
];

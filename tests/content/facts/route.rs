//! Facts on how a case moves: review, screening, the tracks and what comes next.

use smo_desk::content::{Certainty, Channel, EndKind, LinkKind, Period, StepKind};

use super::lookup::{Typed, acts, link, linked, step, told_by, waits};

pub(super) const FACTS: &[Typed] = &[
    Typed(58, "by e-mail", |c| told_by(c, "review", "in_person_interview", Channel::Email)),
    Typed(76, "by e-mail", |c| told_by(c, "refugee_check", "iom_review", Channel::Email)),
    Typed(47, "back to the form", |c| linked(c, "form_closed", "application", LinkKind::Loop, Certainty::Stated)),
    // After the application.
    Typed(56, "by the staff", |c| acts(c, "review", "smo", "")),
    Typed(57, "five ways out", |c| {
        ["other_guidance", "silence", "other_help", "in_person_interview", "call"]
            .iter()
            .all(|to| link(c, "review", to).is_some())
            && step(c, "review").is_some_and(|s| s.links.len() == 5)
    }),
    Typed(60, "a wait of its own, in some countries", |c| {
        step(c, "silence")
            .is_some_and(|s| s.kind == StepKind::Wait && s.statement.certainty == Certainty::SomeCountries)
    }),
    Typed(61, "no number, no start", |c| waits(c, "call", None, None, None)),
    // Screening.
    Typed(64, "usual, no more", |c| step(c, "screening").is_some_and(|s| s.statement.certainty == Certainty::Usual)),
    Typed(67, "both tracks, straight away", |c| {
        linked(c, "routing", "iom_review", LinkKind::Forward, Certainty::Stated)
            && link(c, "routing", "refugee_check").is_some()
            && c.process.tracks.iter().map(|t| t.mark.as_str()).eq(["A", "B"])
    }),
    // Refugee protection.
    Typed(68, "most, not all", |c| linked(c, "routing", "refugee_check", LinkKind::Forward, Certainty::Most)),
    Typed(70, "by both", |c| acts(c, "refugee_check", "unhcr_ngo", "refugee")),
    Typed(71, "may", |c| step(c, "usrap_referral").is_some_and(|s| s.statement.certainty == Certainty::May)),
    Typed(73, "no upper end", |c| waits(c, "unhcr_interview", Some(Period::Weeks(2)), None, Some("screening"))),
    Typed(75, "one way", |c| {
        linked(c, "refugee_check", "iom_review", LinkKind::Transfer, Certainty::Stated)
            && c.process.steps.iter().flat_map(|s| &s.links).filter(|l| l.kind == LinkKind::Transfer).count() == 1
    }),
    // Other pathways.
    Typed(77, "by IOM", |c| acts(c, "iom_review", "iom", "other")),
    Typed(85, "two to four weeks", |c| {
        waits(c, "counselling", Some(Period::Weeks(2)), Some(Period::Weeks(4)), Some("screening"))
    }),
    Typed(86, "again", |c| linked(c, "counselling", "counselling", LinkKind::Loop, Certainty::Stated)),
    // Next.
    Typed(89, "by USRAP", |c| acts(c, "usrap", "usrap", "refugee")),
    Typed(91, "no upper end, no start", |c| waits(c, "arrival", Some(Period::Months(3)), None, None)),
    Typed(92, "may", |c| linked(c, "usrap", "uscis_parole", LinkKind::Forward, Certainty::May)),
    Typed(97, "in some cases, by the person", |c| {
        linked(c, "own_application", "counselling", LinkKind::Loop, Certainty::Some)
            && acts(c, "own_application", "person", "other")
    }),
    Typed(39, "ends that the guide leaves open are marked", |c| {
        [
            "other_guidance",
            "interview_refused",
            "no_referral",
            "nothing_offered",
            "parole_refused",
            "nothing_found",
            "entry_refused",
        ]
        .iter()
        .all(|id| step(c, id).is_some_and(|s| s.end == Some(EndKind::NotStated)))
    }),
];

//! Facts on how a case moves: review, screening, the tracks and what comes next.

use smo_desk::content::{Certainty, EndKind, LinkKind, Period, StepKind};

use super::lookup::Held::{Says, Typed};
use super::lookup::{Fact, acts, link, linked, step, waits};

pub(super) const FACTS: &[Fact] = &[
    Fact(41, Says("process.step.application.text", &["nobody", "straight to an office"])),
    Fact(42, Says("process.step.application.detail.daily_limit.text", &["some", "daily limit"])),
    Fact(43, Says("process.step.application.detail.certain_days.text", &["some", "certain days"])),
    Fact(47, Says("process.step.form_closed.text", &["closed", "later"])),
    Fact(47, Typed("back to the form", |c| linked(c, "form_closed", "application", LinkKind::Loop, Certainty::Stated))),
    // After the application.
    Fact(56, Says("process.step.review.text", &["SMO staff", "review"])),
    Fact(56, Typed("by the staff", |c| acts(c, "review", "smo", ""))),
    Fact(57, Says("process.step.in_person_interview.text", &["interview"])),
    Fact(57, Says("process.step.in_person_interview.title", &["in-person"])),
    Fact(57, Says("process.step.other_guidance.text", &["other guidance"])),
    Fact(
        57,
        Typed("five ways out", |c| {
            ["other_guidance", "silence", "other_help", "in_person_interview", "call"]
                .iter()
                .all(|to| link(c, "review", to).is_some())
                && step(c, "review").is_some_and(|s| s.links.len() == 5)
        }),
    ),
    Fact(58, Says("process.step.review.text", &["e-mail"])),
    Fact(59, Says("process.step.call.text", &["staff contact", "qualify for a protection pathway"])),
    Fact(60, Says("process.step.silence.text", &["some countries", "only", "hear back"])),
    Fact(
        60,
        Typed("a wait of its own, in some places", |c| {
            step(c, "silence").is_some_and(|s| s.kind == StepKind::Wait && s.statement.certainty == Certainty::Some)
        }),
    ),
    Fact(61, Says("process.step.call.wait.text", &["a few weeks", "call"])),
    Fact(61, Says("process.step.call.text", &["phone call", "screening"])),
    Fact(61, Typed("no number, no start", |c| waits(c, "call", None, None, None))),
    Fact(62, Says("process.step.other_help.text", &["do not qualify", "other organisations"])),
    Fact(62, Says("advice.advice.other_organisations.text", &["other organisations"])),
    // Screening.
    Fact(63, Says("process.step.screening.text", &["can vary by place"])),
    Fact(64, Says("process.step.screening.text", &["typically", "humanitarian protection", "more detailed"])),
    Fact(
        64,
        Typed("usual, no more", |c| step(c, "screening").is_some_and(|s| s.statement.certainty == Certainty::Usual)),
    ),
    Fact(65, Says("process.step.screening.detail.pathways.text", &["options", "pathways"])),
    Fact(65, Says("programme.statement.called_pathways.text", &["options", "pathways"])),
    Fact(
        66,
        Says("process.step.screening.detail.referral.text", &["UNHCR", "IOM", "other partners", "options that fit"]),
    ),
    Fact(67, Says("process.step.routing.text", &["SMO staff", "refugee protection", "other lawful pathways"])),
    Fact(
        67,
        Typed("both tracks, straight away", |c| {
            linked(c, "routing", "iom_review", LinkKind::Forward, Certainty::Stated)
                && link(c, "routing", "refugee_check").is_some()
                && c.process.tracks.iter().map(|t| t.mark.as_str()).eq(["A", "B"])
        }),
    ),
    // Refugee protection.
    Fact(68, Says("process.step.routing.link.refugee_check.text", &["refugee protection"])),
    Fact(68, Typed("most, not all", |c| linked(c, "routing", "refugee_check", LinkKind::Forward, Certainty::Most))),
    Fact(69, Says("process.step.refugee_check.text", &["UNHCR handles"])),
    Fact(70, Says("process.step.refugee_check.text", &["UNHCR and NGO partners", "check"])),
    Fact(70, Typed("by both", |c| acts(c, "refugee_check", "unhcr_ngo", "refugee"))),
    Fact(71, Says("process.step.usrap_referral.text", &["may refer", "USRAP"])),
    Fact(71, Typed("may", |c| step(c, "usrap_referral").is_some_and(|s| s.statement.certainty == Certainty::May))),
    Fact(72, Says("process.step.unhcr_interview.text", &["UNHCR", "interview", "people who qualify"])),
    Fact(73, Says("process.step.unhcr_interview.wait.text", &["two weeks", "several months", "after the screening"])),
    Fact(73, Typed("no upper end", |c| waits(c, "unhcr_interview", Some(Period::Weeks(2)), None, Some("screening")))),
    Fact(74, Says("process.step.unhcr_interview.text", &["situation in detail"])),
    Fact(75, Says("process.step.refugee_check.link.iom_review.text", &["not qualified at the screening", "IOM"])),
    Fact(75, Says("process.step.iom_review.text", &["another screening"])),
    Fact(
        75,
        Typed("one way", |c| {
            linked(c, "refugee_check", "iom_review", LinkKind::Transfer, Certainty::Stated)
                && c.process.steps.iter().flat_map(|s| &s.links).filter(|l| l.kind == LinkKind::Transfer).count() == 1
        }),
    ),
    Fact(76, Says("process.step.refugee_check.link.iom_review.text", &["notice by e-mail"])),
    // Other pathways.
    Fact(
        77,
        Says(
            "process.step.iom_review.text",
            &["IOM reviews", "do not fit refugee protection", "other lawful pathways"],
        ),
    ),
    Fact(77, Typed("by IOM", |c| acts(c, "iom_review", "iom", "other"))),
    Fact(84, Says("process.step.counselling.text", &["IOM", "counselling session", "people who qualify"])),
    Fact(85, Says("process.step.counselling.wait.text", &["two to four weeks", "after the screening"])),
    Fact(
        85,
        Typed("two to four weeks", |c| {
            waits(c, "counselling", Some(Period::Weeks(2)), Some(Period::Weeks(4)), Some("screening"))
        }),
    ),
    Fact(86, Says("process.step.counselling.link.counselling.text", &["more time", "sponsor"])),
    Fact(86, Typed("again", |c| linked(c, "counselling", "counselling", LinkKind::Loop, Certainty::Stated))),
    Fact(87, Says("process.step.counselling.text", &["one hour", "IOM's office"])),
    Fact(
        88,
        Says(
            "process.step.counselling.detail.information_only.text",
            &["information", "qualifying", "law", "nothing else"],
        ),
    ),
    // Next.
    Fact(89, Says("process.step.usrap.text", &["after the referral", "takes the case over"])),
    Fact(89, Typed("by USRAP", |c| acts(c, "usrap", "usrap", "refugee"))),
    Fact(90, Says("process.step.usrap.text", &["faster than the regular"])),
    Fact(91, Says("process.step.arrival.wait.text", &["at least three months", "USRAP"])),
    Fact(91, Typed("no upper end, no start", |c| waits(c, "arrival", Some(Period::Months(3)), None, None))),
    Fact(
        92,
        Says("process.step.uscis_parole.text", &["USRAP does not accept", "USCIS may offer", "humanitarian parole"]),
    ),
    Fact(92, Typed("may", |c| linked(c, "usrap", "uscis_parole", LinkKind::Forward, Certainty::May))),
    Fact(93, Says("process.step.uscis_parole.text", &["case by case"])),
    Fact(94, Says("process.step.own_application.text", &["IOM does not help to fill in or file"])),
    Fact(95, Says("process.step.counselling.detail.sponsor.text", &["most", "petitioner or sponsor"])),
    Fact(96, Says("process.step.local_services.text", &["IOM can help", "local services", "passport", "documents"])),
    Fact(97, Says("process.step.own_application.link.counselling.text", &["comes back", "more questions"])),
    Fact(
        97,
        Typed("in some cases, by the person", |c| {
            linked(c, "own_application", "counselling", LinkKind::Loop, Certainty::Some)
                && acts(c, "own_application", "person", "other")
        }),
    ),
    Fact(
        39,
        Typed("ends that the guide leaves open are marked", |c| {
            ["other_guidance", "interview_refused", "no_referral", "parole_refused", "nothing_found", "entry_refused"]
                .iter()
                .all(|id| step(c, id).is_some_and(|s| s.end == Some(EndKind::NotStated)))
        }),
    ),
];

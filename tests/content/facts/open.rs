//! What the guide leaves open, by the numbers of the facts that are unclear, and where the content says so.

use smo_desk::content::{Certainty, FactKind, Situation};

use super::lookup::{Typed, includes, link, pathway};

pub(super) const NOTES: &[Typed] = &[
    Typed(36, "born or always lived there is an answer", |c| {
        c.question("arrived").is_some_and(|q| q.kind == FactKind::Date && q.always.is_some())
    }),
    Typed(57, "what follows the interview is not stated", |c| {
        link(c, "in_person_interview", "screening").is_some_and(|l| l.certainty == Certainty::NotStated)
    }),
    Typed(95, "no supporter is said to be needed for asylum in the host country", |c| {
        pathway(c, "asylum_host").is_some_and(|p| p.sponsor.is_none())
    }),
    // The exception for one country's own people is said only to them, with every result and before contact data.
    Typed(35, "the data exception is said to those whom it is about", |c| {
        c.advice.iter().any(|a| {
            *a.id == *"limited_data_shared"
                && a.situation == Situation::BeforeContact
                && a.source.as_ref().is_some_and(|s| *s.id == *"portal-privacy")
                && a.rule.as_ref().is_some_and(|people| includes(people, &["GT"]))
        })
    }),
];

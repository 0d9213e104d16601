//! Looks up offices, languages, steps and tracks by the names that arguments give.

use super::error::CommandError;
use crate::content::{Content, Lang};
use crate::text::{nearest, quoted};

/// An id, and other names that suggest it.
type Named<'a> = (&'a str, Vec<&'a str>);

/// The index of an office, by its id in upper or lower case.
pub(super) fn office(content: &Content, text: &str) -> Result<usize, CommandError> {
    let all = content.offices.iter().map(|office| {
        let names = office.name.all().chain(office.country.name.all());
        (&*office.id, names.chain([&*office.country.id]).collect())
    });
    find("office", text, all)
}

/// Which offices there are: "the offices are …".
pub(super) fn offices(content: &Content) -> String {
    let ids: Vec<&str> = content.offices.iter().map(|office| &*office.id).collect();
    format!("the offices are {}", ids.join(", "))
}

/// A language by its code, in upper or lower case.
pub(super) fn language(content: &Content, text: &str) -> Result<Lang, CommandError> {
    let all = content.languages.iter().map(|language| (&*language.id, vec![language.name.as_str()]));
    find("language", text, all).map(Lang)
}

/// The index of a step, by its id or its number.
pub(super) fn step(content: &Content, text: &str) -> Result<usize, CommandError> {
    let steps = &content.process.steps;
    let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < steps.len());
    let all = steps.iter().map(|step| (&*step.id, step.short.all().chain(step.title.all()).collect()));
    number.map_or_else(|| find("step", text, all), Ok)
}

/// The index of a track, by its id or its letter.
pub(super) fn track(content: &Content, text: &str) -> Result<usize, CommandError> {
    let tracks = &content.process.tracks;
    let letter = tracks.iter().position(|track| track.mark.eq_ignore_ascii_case(text));
    let all = tracks.iter().map(|track| (&*track.id, track.name.all().collect()));
    letter.map_or_else(|| find("track", text, all), Ok)
}

/// The index of the id; else an error with the nearest name and all ids.
fn find<'a>(what: &str, text: &str, all: impl Iterator<Item = Named<'a>>) -> Result<usize, CommandError> {
    let all: Vec<Named<'a>> = all.collect();
    if let Some(found) = all.iter().position(|(id, _)| id.eq_ignore_ascii_case(text)) {
        return Ok(found);
    }
    let names = || all.iter().flat_map(|(id, names)| names.iter().chain([id]).map(move |name| (*name, *id)));
    let near = nearest(text, names().map(|(name, _)| name));
    // Offices of one country share its name.
    let mut meant: Vec<&str> = names().filter(|(name, _)| Some(*name) == near).map(|(_, id)| id).collect();
    meant.dedup();
    let ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
    Err(unknown(what, text, &meant, &format!("the {what}s are {}", ids.join(", "))))
}

/// That nothing is called so: what was most likely meant, and what there is.
pub(super) fn unknown(what: &str, text: &str, meant: &[&str], there_is: &str) -> CommandError {
    let meant = if meant.is_empty() { String::new() } else { format!(" (did you mean {}?)", meant.join(" or ")) };
    CommandError::Usage(format!("there is no {what} {}{meant}; {there_is}", quoted(text)))
}

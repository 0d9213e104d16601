//! Names of offices and languages on the command line, and what is shown of a text that is none.

use super::error::CommandError;
use crate::content::{Content, Lang};
use crate::text::nearest;

/// The place of an office in the content, by its id in upper or lower case.
pub(super) fn office(content: &Content, text: &str) -> Result<usize, CommandError> {
    let found = content.offices.iter().position(|office| office.id.eq_ignore_ascii_case(text));
    found.ok_or_else(|| {
        let names = content.offices.iter().flat_map(|office| {
            let names = office.name.all().chain(office.country.name.all());
            names.chain([&*office.id, &*office.country.id]).map(move |name| (name, &*office.id))
        });
        let all: Vec<&str> = content.offices.iter().map(|office| &*office.id).collect();
        unknown("office", text, &names.collect::<Vec<_>>(), &all)
    })
}

/// A language of the content by its code, in upper or lower case.
pub(super) fn language(content: &Content, text: &str) -> Result<Lang, CommandError> {
    let found = content.languages.iter().position(|language| language.id.eq_ignore_ascii_case(text));
    found.map(Lang).ok_or_else(|| {
        let names = content.languages.iter().flat_map(|l| [(&*l.id, &*l.id), (l.name.as_str(), &*l.id)]);
        let all: Vec<&str> = content.languages.iter().map(|language| &*language.id).collect();
        unknown("language", text, &names.collect::<Vec<_>>(), &all)
    })
}

/// The place of a step in the process, by its id or its number.
pub(super) fn step(content: &Content, text: &str) -> Result<usize, CommandError> {
    let steps = &content.process.steps;
    let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < steps.len());
    let found = number.or_else(|| steps.iter().position(|step| step.id.eq_ignore_ascii_case(text)));
    found.ok_or_else(|| {
        let names = steps.iter().flat_map(|step| {
            let names = step.short.all().chain(step.title.all()).chain([&*step.id]);
            names.map(move |name| (name, &*step.id))
        });
        let all: Vec<&str> = steps.iter().map(|step| &*step.id).collect();
        unknown("step", text, &names.collect::<Vec<_>>(), &all)
    })
}

/// The place of a track in the process, by its id or its letter.
pub(super) fn track(content: &Content, text: &str) -> Result<usize, CommandError> {
    let tracks = &content.process.tracks;
    let is = |name: &str| name.eq_ignore_ascii_case(text);
    tracks.iter().position(|track| is(&track.id) || is(&track.mark)).ok_or_else(|| {
        let names = tracks.iter().flat_map(|track| track.name.all().chain([&*track.id]).map(|name| (name, &*track.id)));
        let all: Vec<&str> = tracks.iter().map(|track| &*track.id).collect();
        unknown("track", text, &names.collect::<Vec<_>>(), &all)
    })
}

/// One line with the nearest name and all names; `names` are `(compared, shown)`.
fn unknown(what: &str, text: &str, names: &[(&str, &str)], all: &[&str]) -> CommandError {
    let near = nearest(text, names.iter().map(|(compared, _)| *compared));
    let near = near.and_then(|near| names.iter().find(|(compared, _)| *compared == near));
    let meant = near.map_or_else(String::new, |(_, shown)| format!(" (did you mean {shown}?)"));
    CommandError::Usage(format!("there is no {what} {}{meant}; the {what}s are {}", quoted(text), all.join(", ")))
}

/// What was written, short and without anything that a terminal would obey.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(MOST).collect();
    let start = start.escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\"");
    format!("\"{start}{}\"", if chars.next().is_some() { "…" } else { "" })
}

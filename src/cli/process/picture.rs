//! Title, notices and footer of a picture of the process, and its character encoding.

use super::Selection;
use crate::cli::session::Session;
use crate::content::{Lookup, Msg, Topic};
use crate::document::{self, Block};
use crate::process::Picture;
use crate::text::clean;

pub(super) fn of<'a>(session: &'a Session, part: &Selection) -> Picture<'a> {
    let (content, phrases) = (&session.content, session.phrases());
    let ctx = session.context(None);
    let head = document::head(&ctx).blocks.into_iter();
    let (notices, guide): (Vec<Block>, Vec<Block>) = head.partition(|block| block.citation.is_some());
    let cited = |block: Block| match block.citation {
        Some(citation) => format!("{} [{}]", block.text, citation.dated),
        None => block.text,
    };
    let guide: Vec<String> = guide.into_iter().map(cited).collect();
    let day = phrases.fill(Msg::PictureDay, &[("date", &phrases.day(session.as_of))]);
    let language = &content.languages.at(session.lang.0).name;
    let guide = [format!("{language}. {day}. {}", guide.join(" "))];
    let own = ctx.on(Topic::Caveat).map(|said| said.text.get(session.lang));
    let caveats = [phrases.get(Msg::PromisesNothing)].into_iter().chain(own).map(str::to_owned);
    Picture {
        model: &content.process,
        catalog: &content.catalog,
        lang: session.lang,
        code: &content.languages.at(session.lang.0).id,
        steps: part.steps.clone(),
        title: phrases.fill(Msg::PictureTitle, &[("programme", content.name.get(session.lang))]),
        part: name(session, part),
        notices: notices.into_iter().map(|notice| format!("(!) {}", cited(notice))).collect(),
        guide: guide.into(),
        caveats: caveats.collect(),
    }
}

/// "A Refugee protection. From 9 Screening".
fn name(session: &Session, part: &Selection) -> Option<String> {
    let process = &session.content.process;
    let tracks = part.tracks.iter().map(|track| process.tracks.at(*track));
    let mut names: Vec<String> =
        tracks.map(|track| format!("{} {}", track.mark, track.name.get(session.lang))).collect();
    if let Some(at) = part.from {
        let step = format!("{} {}", at + 1, process.step(at).short.get(session.lang));
        names.push(session.phrases().fill(Msg::PictureFrom, &[("step", &step)]));
    }
    (!names.is_empty()).then(|| names.join(". "))
}

/// The lines of a picture without control characters. In ASCII, every other character is written as a numeric
/// reference with the prefix of the format, so that the words stay the same.
pub(super) fn print(picture: &str, ascii: Option<&str>) -> String {
    let lines: String = picture.lines().map(|line| clean(line) + "\n").collect();
    let Some(prefix) = ascii else { return lines };
    lines.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("{prefix}{};", u32::from(c)) }).collect()
}

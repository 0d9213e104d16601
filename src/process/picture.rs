//! The parts of a picture of the process, whatever its format.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{LinkRef, is_firm, links};
use crate::content::{Catalog, Lang, Link, LinkKind, Msg, ProcessModel, Step, Text, Track};

/// The parts of a picture.
#[allow(missing_docs, reason = "the names say it")]
pub struct Picture<'a> {
    pub model: &'a ProcessModel,
    pub catalog: &'a Catalog,
    pub lang: Lang,
    /// Its ISO 639 code.
    pub code: &'a str,
    /// The steps shown, by index in [`ProcessModel::steps`].
    pub steps: BTreeSet<usize>,
    pub title: String,
    /// Which part of the process it shows, where it is not the whole.
    pub part: Option<String>,
    /// What was reported after the guide, each with its source; shown directly below the title.
    pub notices: Vec<String>,
    pub guide: Vec<String>,
    /// What the picture does not promise.
    pub caveats: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineStyle {
    Plain,
    /// Not [firm](is_firm).
    Maybe,
    /// To another track.
    Cross,
}

impl<'a> Picture<'a> {
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, &'a Step)> + '_ {
        self.steps.iter().filter_map(|at| Some((*at, self.model.steps.get(*at)?)))
    }

    /// The tracks of the steps shown, by index in [`ProcessModel::tracks`].
    pub(super) fn tracks(&self) -> impl Iterator<Item = (usize, &'a Arc<Track>)> + '_ {
        let on =
            |track: &Arc<Track>| self.shown().any(|(_, step)| step.track.as_ref().is_some_and(|t| t.id == track.id));
        self.model.tracks.iter().enumerate().filter(move |(_, track)| on(track))
    }

    pub(super) fn links(&self) -> impl Iterator<Item = (LinkRef, &'a Link)> + '_ {
        links(self.model).filter(|(at, _)| self.steps.contains(&at.from))
    }

    /// The steps that links lead to and that are not shown themselves.
    pub(super) fn outside(&self) -> BTreeSet<usize> {
        self.links().map(|(_, link)| link.to).filter(|to| !self.steps.contains(to)).collect()
    }

    pub(super) fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    pub(super) fn msg(&self, msg: Msg) -> &'a str {
        self.catalog.get(msg, self.lang)
    }

    /// "9 Screening".
    pub(super) fn short(&self, at: usize) -> String {
        format!("{} {}", at + 1, self.model.short(at, self.lang))
    }

    /// "9 Screening, varies by place".
    pub(super) fn title(&self, at: usize, step: &Step) -> String {
        format!("{} {}", at + 1, self.get(&step.title))
    }

    /// The texts of a node in a graph language: number and title, then the actor.
    pub(super) fn node(&self, at: usize, step: &Step) -> Vec<String> {
        let actor = step.actor.as_ref().map(|actor| self.get(&actor.name).to_owned());
        [self.title(at, step)].into_iter().chain(actor).collect()
    }

    /// The texts of an edge: when it is taken, then the wait.
    pub(super) fn edge(&self, link: &Link) -> Vec<String> {
        let wait = self.wait(link).map(|wait| format!("~ {wait}"));
        let text = Some(self.get(&link.text).to_owned()).filter(|words| !words.is_empty());
        text.into_iter().chain(wait).collect()
    }

    /// The wait before the step that a link leads to; none on a way back.
    pub(super) fn wait(&self, link: &Link) -> Option<&'a str> {
        let wait = self.model.steps.get(link.to)?.wait.as_ref()?;
        (link.kind != LinkKind::Loop).then(|| wait.short.get(self.lang))
    }
}

pub(super) fn line_style(link: &Link) -> LineStyle {
    match link.kind {
        _ if !is_firm(link.certainty) => LineStyle::Maybe,
        LinkKind::Transfer => LineStyle::Cross,
        LinkKind::Forward | LinkKind::Loop => LineStyle::Plain,
    }
}

/// Appends an indented line.
pub(super) fn put(out: &mut String, line: &str) {
    out.extend(["  ", line, "\n"]);
}

/// The steps that can be reached from a step, itself included, over steps on the given tracks or on none; over all
/// where no track is given.
pub fn reach(model: &ProcessModel, from: usize, tracks: &[usize]) -> BTreeSet<usize> {
    let on = |at: &usize| {
        let track = model.steps.get(*at).and_then(|step| step.track.as_ref());
        let known = tracks.iter().filter_map(|track| model.tracks.get(*track));
        tracks.is_empty() || track.is_none_or(|track| known.into_iter().any(|other| other.id == track.id))
    };
    let mut reached: BTreeSet<usize> = model.steps.get(from).map(|_| from).into_iter().collect();
    let mut next: Vec<usize> = reached.iter().copied().collect();
    while let Some(step) = next.pop() {
        let ways = model.steps.get(step).into_iter().flat_map(|step| &step.links);
        let new: Vec<usize> = ways.map(|link| link.to).filter(on).filter(|to| reached.insert(*to)).collect();
        next.extend(new);
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Certainty;
    use crate::process::testing::ProcessBuilder;

    #[test]
    fn what_can_be_reached_keeps_to_the_tracks_given() {
        let builder = ProcessBuilder::new(6).go(0, 1).go(0, 2).track(1, 0).track(2, 1).go(1, 3).go(2, 3).go(3, 4);
        let model =
            builder.link(1, 2, LinkKind::Transfer, Certainty::Stated).link(4, 3, LinkKind::Loop, Certainty::May);
        let model = model.model();
        let steps = |from, tracks: &[usize]| reach(&model, from, tracks).into_iter().collect::<Vec<_>>();
        assert_eq!(steps(0, &[]), [0, 1, 2, 3, 4]);
        assert_eq!(steps(0, &[0]), [0, 1, 3, 4]);
        assert_eq!(steps(0, &[1]), [0, 2, 3, 4]);
        assert_eq!(steps(0, &[0, 1]), [0, 1, 2, 3, 4]);
        assert_eq!(steps(4, &[]), [3, 4], "ways back can be gone too");
        assert_eq!(steps(1, &[1]), [1, 2, 3, 4], "where one begins is shown, whatever its track");
        assert_eq!(steps(9, &[]), [0_usize; 0]);
    }
}

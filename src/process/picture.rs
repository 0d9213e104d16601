//! The parts of a picture of the process, whatever its format.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{LinkRef, is_firm, links};
use crate::content::{Catalog, Lang, Link, LinkKind, ProcessModel, Step, Text, Track};

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
    /// What was reported after the guide, each with its mark and its source; shown directly below the title.
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

/// A part of a picture in a graph language, in the order in which the parts are written.
pub(super) enum GraphElement<'a> {
    /// Begins a track, by index in [`ProcessModel::tracks`].
    Track(usize, &'a Track),
    /// Ends the track begun last.
    TrackEnd,
    /// Within its track, if it is on one.
    Step(usize, &'a Step),
    /// A step that links lead to and that is not shown itself.
    Outside(usize),
    Link(LinkRef, &'a Link),
}

impl<'a> Picture<'a> {
    /// The steps track by track, those on none, those outside of the picture, and the links.
    pub(super) fn parts(&self) -> Vec<GraphElement<'a>> {
        let shown = || self.steps.iter().map(|at| (*at, self.model.step(*at)));
        let on = |track: Option<&Arc<Track>>| -> Vec<GraphElement<'a>> {
            shown()
                .filter(|(_, step)| step.track.as_ref() == track)
                .map(|(at, step)| GraphElement::Step(at, step))
                .collect()
        };
        let mut parts = Vec::new();
        for (nth, track) in self.model.tracks.iter().enumerate() {
            let steps = on(Some(track));
            if !steps.is_empty() {
                parts.push(GraphElement::Track(nth, track));
                parts.extend(steps);
                parts.push(GraphElement::TrackEnd);
            }
        }
        parts.extend(on(None));
        let outside: BTreeSet<usize> = self.links().map(|(_, link)| link.to).collect();
        parts.extend(outside.difference(&self.steps).map(|at| GraphElement::Outside(*at)));
        parts.extend(self.links().map(|(at, link)| GraphElement::Link(at, link)));
        parts
    }

    pub(super) fn links(&self) -> impl Iterator<Item = (LinkRef, &'a Link)> + '_ {
        links(self.model).filter(|(at, _)| self.steps.contains(&at.from))
    }

    pub(super) fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// "9 Screening".
    pub(super) fn short(&self, at: usize) -> String {
        format!("{} {}", at + 1, self.get(&self.model.step(at).short))
    }

    /// "9 Screening, varies by place".
    pub(super) fn title(&self, at: usize, step: &Step) -> String {
        format!("{} {}", at + 1, self.get(&step.title))
    }

    /// "A Refugee track".
    pub(super) fn track(&self, track: &Track) -> String {
        format!("{} {}", track.mark, self.get(&track.name))
    }

    /// Who acts in a step.
    pub(super) fn actor<'s>(&self, step: &'s Step) -> Option<&'s str> {
        step.actor.as_ref().map(|actor| actor.name.get(self.lang))
    }

    /// The texts of a node in a graph language: number and title, then the actor.
    pub(super) fn node(&self, at: usize, step: &Step) -> Vec<String> {
        [self.title(at, step)].into_iter().chain(self.actor(step).map(str::to_owned)).collect()
    }

    /// The texts of an edge: when it is taken, then the wait.
    pub(super) fn edge(&self, link: &Link) -> Vec<String> {
        let when = Some(self.get(&link.text).to_owned()).filter(|words| !words.is_empty());
        when.into_iter().chain(self.wait(link)).collect()
    }

    /// The wait before the step that a link leads to; none on a way back.
    pub(super) fn wait(&self, link: &Link) -> Option<String> {
        let wait = self.model.step(link.to).wait.as_ref()?;
        (link.kind != LinkKind::Loop).then(|| format!("~ {}", self.get(&wait.short)))
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

//! A step on the rail, with everything drawn between it and the next one on the rail.

use std::sync::Arc;

use super::{RowKind, SpineRow};
use crate::content::{Link, LinkKind, ProcessModel, Step, Track};
use crate::process::{LinkMark, LinkRef, Rail, end_of, is_firm};

type Drawn<'a> = (LinkRef, &'a Link);

pub(super) struct Stop<'a> {
    at: usize,
    step: &'a Step,
    arrived: Option<Drawn<'a>>,
    aside: Vec<Drawn<'a>>,
    /// Links to the side steps, which stand below and branch off.
    sides: Vec<Drawn<'a>>,
    on: Option<Drawn<'a>>,
}

impl<'a> Stop<'a> {
    /// The stop at a step; `None` where there is no such step.
    ///
    /// The next steps in reading order are its side steps as far as it has forward links to them. The rail continues to
    /// the last of them that is no end; ends after that one stand alone.
    pub(super) fn of(model: &'a ProcessModel, at: usize, arrived: Option<Drawn<'a>>) -> Option<Self> {
        let step = model.steps.get(at)?;
        let mut aside = links_of(at, step);
        let forward = |to: usize| move |(_, link): &Drawn<'_>| link.to == to && link.kind == LinkKind::Forward;
        let run = (at + 1..model.steps.len()).take_while(|to| aside.iter().any(forward(*to))).count();
        let goes_on = |to: &usize| end_of(model.step(*to)).is_none();
        let on = (at + 1..=at + run).rev().find(goes_on);
        let last = on.unwrap_or(at + run + 1);
        let mut take = |to| aside.iter().position(forward(to)).map(|place| aside.remove(place));
        let sides = (at + 1..last).filter_map(&mut take).collect();
        let on = on.and_then(take);
        Some(Self { at, step, arrived, aside, sides, on })
    }

    pub(super) fn next(&self, model: &'a ProcessModel) -> Option<Self> {
        Self::of(model, self.at + self.sides.len() + 1, self.on)
    }

    pub(super) fn draw(&self, model: &ProcessModel, rows: &mut Vec<SpineRow>) {
        let below = self.on.is_some() || !self.aside.is_empty() || !self.sides.is_empty();
        if model.begins_part(self.at) {
            let rail = if self.arrived.is_some() { Rail::Through } else { Rail::Alone };
            rows.push(heading_row(self.at, rail, self.step.track.clone()));
        }
        let perhaps = self.arrived.filter(|(_, link)| !is_firm(link.certainty)).map(|_| LinkMark::MaybeHere);
        rows.push(SpineRow {
            kind: RowKind::Step { step: self.at },
            rail: Rail::of_step(self.arrived.is_some(), below),
            inner: None,
            mark: end_of(self.step).map(LinkMark::of_end).or(perhaps),
            track: self.step.track.clone(),
        });
        let mut left = self.aside.len() + self.sides.len();
        let mut rail = || {
            left -= 1;
            if left == 0 && self.on.is_none() { Rail::Last } else { Rail::Fork }
        };
        for link in &self.aside {
            rows.push(link_row(model, *link, rail(), None));
        }
        for (_, link) in &self.sides {
            if model.begins_part(link.to) {
                rows.push(heading_row(link.to, Rail::Through, None));
            }
            let rail = rail();
            let kind = RowKind::Side { step: link.to };
            let mark = Some(LinkMark::of_link(model, link));
            rows.push(SpineRow { kind, rail, inner: None, mark, track: None });
            side_links(model, link.to, rail, rows);
        }
    }
}

fn side_links(model: &ProcessModel, at: usize, rail: Rail, rows: &mut Vec<SpineRow>) {
    let beside = if rail == Rail::Last { Rail::Alone } else { Rail::Through };
    let links = links_of(at, model.step(at));
    for (place, link) in links.iter().enumerate() {
        let inner = if place + 1 == links.len() { Rail::Last } else { Rail::Fork };
        rows.push(link_row(model, *link, beside, Some(inner)));
    }
}

fn heading_row(step: usize, rail: Rail, track: Option<Arc<Track>>) -> SpineRow {
    SpineRow { kind: RowKind::Heading { step }, rail, inner: None, mark: None, track }
}

fn link_row(model: &ProcessModel, (at, link): Drawn<'_>, rail: Rail, inner: Option<Rail>) -> SpineRow {
    let kind = RowKind::Link { link: at, to: link.to };
    SpineRow { kind, rail, inner, mark: Some(LinkMark::of_link(model, link)), track: None }
}

fn links_of(from: usize, step: &Step) -> Vec<Drawn<'_>> {
    step.links.iter().enumerate().map(|(link, l)| (LinkRef { from, link }, l)).collect()
}

//! The structure of the file, for those to whom it is read: which text is a heading, an entry of a list, a cell.

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag as Krilla, TagGroup, TagKind};
use std::num::NonZeroU16;

use super::line::Tag;

/// What an element is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// By its level, from 1, with its words.
    Heading(u16, String),
    Paragraph,
    List,
    Entry,
    /// The bullet, number or mark of an entry.
    Label,
    Body,
    Table,
    Row,
    /// A cell that names its column.
    Head,
    Cell,
    /// With what is said in its place.
    Figure(String),
    Span,
    Link,
}

/// Elements in reading order; content belongs to those that hold no others.
#[derive(Debug, Default)]
pub(super) struct Tags {
    all: Vec<Placed>,
}

#[derive(Debug)]
struct Placed {
    element: Element,
    inside: Option<Tag>,
    content: Vec<Node>,
    /// Of a figure: on which page, and where.
    place: Option<(usize, Rect)>,
}

impl Tags {
    /// Adds an element at the end of another one, or of the file.
    pub(super) fn add(&mut self, element: Element, inside: Option<Tag>) -> Tag {
        self.all.push(Placed { element, inside, content: Vec::new(), place: None });
        self.all.len() - 1
    }

    /// Gives content of a page to an element.
    pub(super) fn fill(&mut self, tag: Tag, content: Identifier) {
        if let Some(placed) = self.all.get_mut(tag) {
            placed.content.push(content.into());
        }
    }

    /// Tells where a figure is.
    pub(super) fn place(&mut self, tag: Tag, page: usize, place: Option<Rect>) {
        if let Some(placed) = self.all.get_mut(tag) {
            placed.place = place.map(|place| (page, place));
        }
    }

    /// The elements as krilla takes them, without those that hold nothing.
    pub(super) fn finish(self) -> Vec<Node> {
        let mut children: Vec<Vec<Node>> = self.all.iter().map(|_| Vec::new()).collect();
        let mut top = Vec::new();
        // Each element comes after the one that it is in, so that backwards its own children are complete.
        for (at, placed) in self.all.into_iter().enumerate().rev() {
            let mut nodes = children.pop().unwrap_or_default();
            nodes.reverse();
            let nodes: Vec<Node> = placed.content.into_iter().chain(nodes).collect();
            if nodes.is_empty() && placed.element != Element::Cell {
                continue;
            }
            let node = Node::Group(TagGroup::with_children(kind(placed.element, placed.place), nodes));
            match placed.inside.filter(|inside| *inside < at).and_then(|inside| children.get_mut(inside)) {
                Some(siblings) => siblings.push(node),
                None => top.push(node),
            }
        }
        top.reverse();
        top
    }
}

fn kind(element: Element, place: Option<(usize, Rect)>) -> TagKind {
    match element {
        Element::Heading(level, words) => {
            Krilla::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(words)).into()
        }
        Element::Paragraph => Krilla::P.into(),
        Element::List => Krilla::L(ListNumbering::None).into(),
        Element::Entry => Krilla::LI.into(),
        Element::Label => Krilla::Lbl.into(),
        Element::Body => Krilla::LBody.into(),
        Element::Table => Krilla::Table.into(),
        Element::Row => Krilla::TR.into(),
        Element::Head => Krilla::TH(TableHeaderScope::Column).into(),
        Element::Cell => Krilla::TD.into(),
        Element::Figure(instead) => {
            let place = place.map(|(page, place)| BBox::new(page, place));
            Krilla::Figure(Some(instead)).with_bbox(place).into()
        }
        Element::Span => Krilla::Span.into(),
        Element::Link => Krilla::Link.into(),
    }
}

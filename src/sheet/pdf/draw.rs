//! Lines on pages as a file.

mod pen;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, TagTree};
use krilla::{Document, SerializeSettings};

use super::PdfError;
use super::face::Face;
use super::line::{Drawing, Piece, PlacedDrawing, TextLine};
use super::look::{FOOT, Look, MARGIN, PAGE, Setting};
use super::pages::OnPage;
use super::tags::Tags;
use crate::sheet::Sheet;
use crate::text::cut;

/// The most letters of the title of a file.
const LONGEST: usize = 200;

/// A sheet whose lines have their pages.
pub(super) struct Laid {
    pub(super) setting: Setting,
    pub(super) pages: Vec<Vec<OnPage>>,
    pub(super) tags: Tags,
}

/// What drawing needs and adds to.
struct Draft<'a> {
    face: &'a Face,
    setting: Setting,
    tags: Tags,
    outline: Outline,
}

/// Pages as the bytes of a file.
pub(super) fn file(sheet: &Sheet, face: &Face, laid: Laid) -> Result<Vec<u8>, PdfError> {
    let Laid { setting, pages, tags } = laid;
    let checks = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = checks.map_err(|cause| PdfError::Refused(format!("{cause:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let title = cut(&face.settable(&sheet.title), LONGEST);
    document.set_metadata(Metadata::new().title(title.clone()).language(sheet.language.clone()));
    let mut draft = Draft { face, setting, tags, outline: Outline::new() };
    let headings = pages.iter().flatten().filter(|(_, line)| line.bookmark.is_some()).count();
    if headings == 0 {
        // The checks ask for an outline of every file.
        draft.bookmark(title, 0, MARGIN.1);
    }
    let of = pages.len();
    for (n, lines) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).unwrap_or_default();
        let foot = (of > 1).then(|| format!("{} / {of}", n + 1));
        draft.page(&mut document.start_page_with(settings), lines, n, foot.as_deref());
    }
    let mut tree = TagTree::new().with_lang(Some(sheet.language.clone()));
    draft.tags.finish().into_iter().for_each(|node| tree.push(node));
    document.set_tag_tree(tree);
    document.set_outline(draft.outline);
    Ok(document.finish()?)
}

impl Draft<'_> {
    fn page(&mut self, page: &mut Page<'_>, lines: &[OnPage], number: usize, foot: Option<&str>) {
        let mut addresses = Vec::new();
        let mut surface = page.surface();
        for (top, line) in lines {
            for picture in &line.pictures {
                self.picture(&mut surface, picture, *top, number);
            }
            for piece in &line.pieces {
                let content = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                let place = self.piece(&mut surface, piece, top + line.baseline);
                surface.end_tagged();
                self.tags.fill(piece.tag, content);
                addresses.extend(piece.link.as_ref().and_then(|link| Some((place?, link.clone(), piece.tag))));
            }
            self.beside(&mut surface, line, *top, number);
        }
        if let Some(foot) = foot {
            self.foot(&mut surface, foot);
        }
        surface.finish();
        for (place, link, tag) in addresses {
            let target = Target::Action(Action::Link(LinkAction::new(link.clone())));
            let link = Annotation::new_link(LinkAnnotation::new(place, target), Some(link));
            self.tags.fill(tag, page.add_tagged_annotation(link));
        }
    }

    /// Draws text from the foot of its letters up, and tells where it is.
    fn piece(&self, surface: &mut Surface<'_>, piece: &Piece, y: f32) -> Option<Rect> {
        let (x, size) = (MARGIN.0 + piece.x, piece.look.size(self.setting));
        pen::write(surface, self.face, &piece.text, piece.look, size, Point::from_xy(x, y));
        Rect::from_xywh(x, y - size, self.face.width(piece.text.trim_end(), piece.look) * size, size * 1.3)
    }

    fn picture(&mut self, surface: &mut Surface<'_>, picture: &PlacedDrawing, top: f32, page: usize) {
        let (x, y) = (MARGIN.0 + picture.x, top + picture.down);
        let content = surface.start_tagged(ContentTag::Other);
        match &picture.drawing {
            Drawing::Pictogram(pictogram) => pen::pictogram(surface, *pictogram, (x, y), picture.side),
            Drawing::Code(modules) => pen::code(surface, modules, (x, y), picture.side),
        }
        surface.end_tagged();
        self.tags.fill(picture.tag, content);
        self.tags.place(picture.tag, page, Rect::from_xywh(x, y, picture.side, picture.side));
    }

    /// What belongs to a line and is no content: its rule, and its place in the list of headings.
    fn beside(&mut self, surface: &mut Surface<'_>, line: &TextLine, top: f32, page: usize) {
        if line.ruled {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
            pen::rule(surface, MARGIN.0, top + line.height, PAGE.0 - 2.0 * MARGIN.0);
            surface.end_tagged();
        }
        if let Some(words) = &line.bookmark {
            self.bookmark(words.clone(), page, top);
        }
    }

    /// The number of the page, in the margin.
    fn foot(&self, surface: &mut Surface<'_>, text: &str) {
        let size = Look::Small.size(self.setting);
        let x = PAGE.0 - MARGIN.0 - self.face.width(text, Look::Small) * size;
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        pen::write(surface, self.face, text, Look::Small, size, Point::from_xy(x, PAGE.1 - FOOT));
        surface.end_tagged();
    }

    fn bookmark(&mut self, words: String, page: usize, top: f32) {
        if !words.is_empty() {
            self.outline.push_child(OutlineNode::new(words, XyzDestination::new(page, Point::from_xy(0.0, top))));
        }
    }
}

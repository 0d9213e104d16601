//! Lines of text, and where a text is broken into them.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

use super::face::Face;
use super::look::{Look, Setting};
use crate::sheet::pictogram::Pictogram;
use crate::sheet::qr::Modules;
use crate::text::{glued, unglued};

/// The place of an element among the tags.
pub(super) type Tag = usize;

/// What stands at one height of a page, all distances in points.
#[derive(Debug, Default)]
pub(super) struct TextLine {
    /// Free above it, but not at the top of a page.
    pub before: f32,
    /// From its top to its foot.
    pub height: f32,
    /// From its top to the foot of its letters.
    pub baseline: f32,
    pub pieces: Vec<Piece>,
    pub pictures: Vec<PlacedDrawing>,
    /// A rule at its foot.
    pub ruled: bool,
    /// Whether the next line has to be on the same page.
    pub keeps: bool,
    /// Whether it begins a page.
    pub begins: bool,
    /// The words under which a reader of the file lists it, for a heading.
    pub bookmark: Option<String>,
}

/// Text in one look.
#[derive(Debug)]
pub(super) struct Piece {
    /// From the left margin.
    pub x: f32,
    pub text: String,
    pub look: Look,
    pub tag: Tag,
    /// Where it leads.
    pub link: Option<String>,
}

/// A picture and its place in the line.
#[derive(Debug)]
pub(super) struct PlacedDrawing {
    pub drawing: Drawing,
    pub x: f32,
    /// From the top of the line.
    pub down: f32,
    pub side: f32,
    pub tag: Tag,
}

#[derive(Debug)]
pub(super) enum Drawing {
    Pictogram(Pictogram),
    Code(Modules),
}

/// Text that is to be broken into lines.
pub(super) struct StyledText<'a> {
    pub(super) words: Cow<'a, str>,
    pub(super) look: Look,
    pub(super) tag: Tag,
}

impl<'a> StyledText<'a> {
    pub(super) fn new(words: impl Into<Cow<'a, str>>, look: Look, tag: Tag) -> Self {
        Self { words: words.into(), look, tag }
    }
}

struct Word {
    text: String,
    look: Look,
    tag: Tag,
    width: f32,
    /// The blank after it; none inside of a word that is broken.
    blank: f32,
}

/// Texts one after the other, each in its look, as lines of a width. A word that is wider than a line is broken.
pub(super) fn broken(face: &Face, setting: Setting, texts: &[StyledText<'_>], width: f32) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    let mut end = f32::INFINITY;
    let mut words = texts.iter().flat_map(|text| words(face, setting, text, width)).peekable();
    while let Some(word) = words.next() {
        let next = words.peek().filter(|_| word.look == Look::Sign).map_or(0.0, |next| word.blank + next.width);
        if end + word.width + next > width && end > 0.0 {
            lines.push(Vec::new());
            end = 0.0;
        }
        let Some(line) = lines.last_mut() else { continue };
        let blank = if word.blank > 0.0 { " " } else { "" };
        let text = format!("{}{blank}", unglued(&word.text));
        match line.last_mut().filter(|last| (last.look, last.tag) == (word.look, word.tag)) {
            Some(last) => last.text.push_str(&text),
            None => line.push(Piece { x: end, text, look: word.look, tag: word.tag, link: None }),
        }
        end += word.width + word.blank;
    }
    lines
}

fn words(face: &Face, setting: Setting, text: &StyledText<'_>, most: f32) -> Vec<Word> {
    let (look, tag) = (text.look, text.tag);
    let size = look.size(setting);
    let blank = face.width(" ", look) * size;
    let text = glued(&face.settable(&text.words));
    let mut all = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let parts = parts(face, word, look, most / size);
        all.extend(parts.into_iter().map(|(text, width)| Word { text, look, tag, width: width * size, blank: 0.0 }));
        if let Some(end) = all.last_mut() {
            end.blank = blank;
        }
    }
    all
}

/// A word in parts that are no wider than a line, each with its width: most are one part.
fn parts(face: &Face, word: &str, look: Look, most: f32) -> Vec<(String, f32)> {
    let width = face.width(word, look);
    if width <= most {
        return vec![(word.to_owned(), width)];
    }
    let mut parts: Vec<(String, f32)> = Vec::new();
    for letter in word.graphemes(true) {
        let width = face.width(letter, look);
        match parts.last_mut().filter(|(_, before)| before + width <= most) {
            Some((part, before)) => {
                part.push_str(letter);
                *before += width;
            }
            None => parts.push((letter.to_owned(), width)),
        }
    }
    parts
}

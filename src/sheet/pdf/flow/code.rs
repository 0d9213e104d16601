//! The code of the address: beside the last part of a sheet where that is short, else below everything.

use super::{TextFlow, gap};
use crate::content::Msg;
use crate::document::{Block, Kind};
use crate::sheet::pdf::line::{Drawing, Piece, PlacedDrawing, StyledText, broken};
use crate::sheet::pdf::look::{Look, WIDTH};
use crate::sheet::pdf::tags::Element;
use crate::sheet::qr::{Modules, QUIET};

/// The side of a module, in points: two thirds of a millimetre, which a cheap telephone reads.
const MODULE: f32 = 2.0;

/// The most letters of a part that the code stands beside.
const SHORT: usize = 900;

/// From which block on the code stands beside the text; after the last where it stands below.
pub(super) fn beside(blocks: &[Block]) -> usize {
    let last = blocks.iter().rposition(|block| block.kind == Kind::Heading);
    let is_short = |part: &[Block]| {
        let is_table = part.iter().any(|block| matches!(block.kind, Kind::Row { .. }));
        !is_table && part.iter().map(|block| block.text.len()).sum::<usize>() <= SHORT
    };
    last.filter(|last| blocks.get(*last..).is_some_and(is_short)).unwrap_or(blocks.len())
}

impl<'a> TextFlow<'a> {
    /// The last part, the address, and its code.
    pub(super) fn with_code(&mut self, address: &str, part: &'a [Block]) {
        let modules = Modules::of(address).filter(|_| !address.is_empty());
        #[allow(clippy::cast_precision_loss, reason = "a code has at most 185 modules")]
        let points = |modules: usize| modules as f32 * MODULE;
        // The light modules at the edge of the page are in its margin.
        let side = modules.as_ref().map_or(0.0, |modules| points(modules.side()));
        self.width = WIDTH - (side - points(QUIET)).max(0.0);
        let first = self.lines.len();
        self.blocks(part);
        self.address(address);
        if let Some(modules) = modules {
            let instead = self.phrases.fill(Msg::QrCode, &[("address", &self.face.settable(address))]);
            let tag = self.tags.add(Element::Figure(instead), None);
            let (drawing, x, down) = (Drawing::Code(modules), self.width, -points(QUIET) / 2.0);
            if let Some(line) = self.lines.get_mut(first) {
                line.pictures.push(PlacedDrawing { drawing, x, down, side, tag });
            }
        }
        self.hold(first, side - points(QUIET));
    }

    /// Keeps lines on one page, and makes them as high as what stands beside them.
    fn hold(&mut self, first: usize, height: f32) {
        let lines = self.lines.get_mut(first..).unwrap_or_default();
        let used: f32 =
            lines.iter().enumerate().map(|(n, line)| line.height + if n > 0 { line.before } else { 0.0 }).sum();
        if let Some((last, others)) = lines.split_last_mut() {
            for line in others {
                line.keeps = true;
            }
            last.height += (height - used).max(0.0);
        }
    }

    /// The address as it is read, and as it is opened from the file.
    fn address(&mut self, address: &str) {
        (self.list, self.half) = (None, None);
        let paragraph = self.tags.add(Element::Paragraph, None);
        let tag = self.tags.add(Element::Link, Some(paragraph));
        let opens = Some(address.to_owned()).filter(|address| is_web(address));
        let all = broken(self.face, self.setting, &[StyledText::new(address, Look::Body, tag)], self.width);
        for (n, words) in all.into_iter().enumerate() {
            let mut line = self.line(Look::Body);
            line.before = if n == 0 { gap::CODE * self.setting.gaps * self.setting.points } else { 0.0 };
            line.pieces.extend(words.into_iter().map(|piece| Piece { link: opens.clone(), ..piece }));
            self.lines.push(line);
        }
    }
}

/// Whether an address is one that a reader of the file can open: of the web, and nothing else in it.
fn is_web(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && address.bytes().all(|byte| byte.is_ascii_graphic())
}

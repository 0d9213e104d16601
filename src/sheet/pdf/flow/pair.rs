//! Short blocks side by side, so that a sheet stays on its page.

use super::TextFlow;
use crate::document::{Block, Kind, Mark, Role};
use crate::sheet::pdf::look::Room;

impl TextFlow<'_> {
    /// Moves a block that has just been put beside the one before it, where both are short and nothing stands below
    /// either. They are read in the order of the document, from left to right.
    pub(super) fn pair(&mut self, block: &Block, first: usize) {
        let half = self.half.take();
        if !self.may_pair(block) || !self.is_short(first) {
            return;
        }
        let Some((left, _)) = half.filter(|(left, level)| left + 1 == first && *level == block.level) else {
            self.half = Some((first, block.level));
            return;
        };
        let Some(right) = self.lines.pop() else { return };
        let x = self.width / 2.0;
        if let Some(line) = self.lines.get_mut(left) {
            line.pieces.extend(right.pieces.into_iter().map(|piece| piece.further(x)));
        }
    }

    fn may_pair(&self, block: &Block) -> bool {
        let is_kind = match block.kind {
            Kind::Item { number: None } | Kind::Value { number: None, .. } => true,
            // Above the first heading stand a day and a name.
            Kind::Paragraph => !self.headed.by_heading,
            _ => false,
        };
        let is_plain = block.level == 0 && block.mark == Mark::None && block.citation.is_none();
        let is_loud = matches!(block.role, Role::Notice | Role::Verdict(_));
        is_kind && !self.leads && !is_loud && (is_plain || self.setting.room > Room::Roomy)
    }

    /// Whether a block is one line that leaves half of it free.
    fn is_short(&self, first: usize) -> bool {
        let [line] = self.lines.get(first..).unwrap_or_default() else { return false };
        let Some(last) = line.pieces.last() else { return false };
        let end = last.x + self.face.width(last.text.trim_end(), last.look) * last.look.size(self.setting);
        end < self.width / 2.0 - self.setting.points / 2.0
    }
}

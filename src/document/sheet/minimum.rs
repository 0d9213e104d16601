//! The stated minimum on a sheet: how the person stands with the reasons, or the requirements alone.

use super::SheetWriter;
use crate::content::{Msg, Situation};
use crate::document::{Block, Document, Kind, advice, result, rule, verdict};
use crate::rules::{self, OfficeFinding};

impl SheetWriter<'_> {
    /// Either way with what the minimum does not promise.
    pub(super) fn minimum(&self) -> Document {
        self.finding.map_or_else(|| self.requirements(), |finding| self.standing(finding))
    }

    /// The verdict, what stands in the way, and the reasons, those that decided first. Rules that are not about the
    /// person are left out.
    fn standing(&self, finding: &OfficeFinding) -> Document {
        let (ctx, base, mut doc) = (self.ctx, &*self.base, Document::default());
        doc.blocks.extend(self.own_advice(finding));
        if self.leaves_out {
            doc.push(Block::open(self.at("withheld"), ctx.msg(Msg::SheetWithheld)));
        }
        doc.push(verdict::line(ctx, base, finding, ""));
        doc.push(verdict::promises_nothing(ctx, base));
        for requirement in result::decided_first(finding).into_iter().filter(|requirement| requirement.applies) {
            doc.push(result::reason(ctx, base, requirement));
            rule::below(ctx, base, requirement, &mut doc);
        }
        doc.blocks.extend(verdict::different(ctx, base, finding));
        doc.blocks.extend(result::settles(ctx, base, finding));
        doc
    }

    /// What is to be said first to somebody in this person's situation: that what is said of applications is not about a
    /// case that they have.
    fn own_advice(&self, finding: &OfficeFinding) -> Vec<Block> {
        let Some(person) = self.ctx.person else { return Vec::new() };
        let all = rules::advice(self.ctx.content(), person.check.answers(), Some(finding), self.ctx.day);
        let own = all.into_iter().filter(|one| one.situation == Situation::Always && one.rule.is_some());
        own.map(|one| advice::block(self.ctx, &self.at("own"), Some(finding), one)).collect()
    }

    /// Every requirement in its words, with what is left open in short.
    fn requirements(&self) -> Document {
        let (ctx, base, mut doc) = (self.ctx, &*self.base, Document::default());
        doc.push(verdict::promises_nothing(ctx, base));
        for requirement in &self.office.requirements {
            doc.push(rule::words(ctx, base, requirement, Kind::Item { number: None }));
            rule::tellings(ctx, base, requirement, 1, &mut doc);
            for open in &requirement.open {
                let anchor = format!("{base}.open.{}.{}", requirement.name(), open.id);
                doc.push(Block::open(anchor, open.brief().get(ctx.lang())).level(1));
            }
            rule::later(ctx, base, requirement, 1, &mut doc);
        }
        doc
    }

    /// What can still change the verdict, by the names of the questions, and answers that do not fit each other.
    pub(super) fn to_find_out(&self) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        let Some(finding) = self.finding else { return doc };
        let names: Vec<&str> = finding.missing.iter().map(|question| question.name.get(ctx.lang())).collect();
        if !names.is_empty() {
            doc.push(Block::new(self.at("missing"), Kind::Paragraph, names.join(", ")));
        }
        result::contradictions(ctx, &self.base, &mut doc);
        doc
    }
}

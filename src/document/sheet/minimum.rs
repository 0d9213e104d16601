//! The stated minimum on a sheet: how the person stands with the reasons, or the requirements alone.

use super::SheetWriter;
use crate::content::{Msg, Situation};
use crate::document::{Block, Context, Document, Kind, advice, result, rule, verdict};
use crate::rules::{self, Answer, OfficeFinding, RequirementFinding, TestFinding, Verdict};

impl SheetWriter<'_> {
    /// Either way with what the minimum does not promise.
    pub(super) fn minimum(&self) -> Document {
        self.finding.map_or_else(|| self.requirements(), |finding| self.standing(finding))
    }

    /// The verdict, what stands in the way, and the reasons, those that decided first. Rules that are not about the
    /// person are left out, and those of which nothing is known: they are no reason, but still to find out.
    fn standing(&self, finding: &OfficeFinding) -> Document {
        let (ctx, base, mut doc) = (self.ctx, &*self.base, Document::default());
        doc.blocks.extend(self.own_advice(finding));
        if self.leaves_out {
            doc.push(Block::open(self.at("withheld"), ctx.msg(Msg::SheetWithheld)));
        }
        doc.push(verdict::line(ctx, base, finding, ""));
        doc.push(verdict::promises_nothing(ctx, base));
        let is_reason = |one: &&RequirementFinding| one.applies && !is_unanswered(one);
        let answers = ctx.person.map(|person| person.check.answers());
        let obstacles = answers.map(|answers| rules::obstacles(finding, answers, ctx.day)).unwrap_or_default();
        let is_fixed = |one: &RequirementFinding| {
            obstacles
                .iter()
                .any(|obstacle| obstacle.fixed.is_some() && obstacle.finding.requirement.id == one.requirement.id)
        };
        for requirement in result::decided_first(finding).into_iter().filter(is_reason) {
            doc.push(result::reason(ctx, base, requirement));
            // What nobody can change any more stays so, however what the source leaves open is read.
            if is_fixed(requirement) {
                rule::later(ctx, base, &requirement.requirement, 2, &mut doc);
            } else {
                rule::below(ctx, base, requirement, &mut doc);
            }
        }
        if finding.verdict == Verdict::NotMet {
            let unanswered = unanswered(ctx, base, finding).into_iter();
            doc.blocks.extend(unanswered.map(|(reason, _)| reason.level(1)));
        }
        doc.blocks.extend(verdict::different(ctx, base, finding));
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
            rule::alternatives(ctx, base, requirement, 1, &mut doc);
            for open in &requirement.open {
                let anchor = format!("{base}.open.{}.{}", requirement.name(), open.id);
                doc.push(Block::open(anchor, open.brief().get(ctx.lang())).level(1));
            }
            rule::later(ctx, base, requirement, 1, &mut doc);
        }
        doc
    }

    /// The rules of which nothing is known, together where that has one reason; what would settle the verdict, and answers
    /// that do not fit each other.
    pub(super) fn to_find_out(&self) -> Document {
        let (ctx, base, mut doc) = (self.ctx, &*self.base, Document::default());
        let Some(finding) = self.finding else { return doc };
        if finding.verdict == Verdict::Unclear {
            for (reason, requirements) in unanswered(ctx, base, finding) {
                doc.push(reason);
                for one in requirements {
                    rule::later(ctx, base, &one.requirement, 1, &mut doc);
                }
            }
        }
        doc.blocks.extend(result::settles(ctx, base, finding).map(|block| block.level(0)));
        result::contradictions(ctx, base, &mut doc);
        doc
    }
}

/// The requirements of which nothing is known, together where that has one reason.
fn unanswered<'f>(
    ctx: &Context<'_>,
    base: &str,
    finding: &'f OfficeFinding,
) -> Vec<(Block, Vec<&'f RequirementFinding>)> {
    let mut groups: Vec<(Block, Vec<&RequirementFinding>)> = Vec::new();
    for one in finding.requirements.iter().filter(|one| one.applies && is_unanswered(one)) {
        let reason = result::reason(ctx, base, one).level(0);
        match groups.iter_mut().find(|(first, _)| first.text == reason.text) {
            Some((_, group)) => group.push(one),
            None => groups.push((reason, vec![one])),
        }
    }
    for (reason, group) in &mut groups {
        let names: Vec<&str> = group.iter().map(|one| ctx.phrases.aspect(&one.requirement.aspect)).collect();
        reason.kind = Kind::Value { name: names.join(", "), number: None };
    }
    groups
}

/// Whether nothing is known of all that a requirement tests.
fn is_unanswered(finding: &RequirementFinding) -> bool {
    let is_unknown = |test: &TestFinding| test.answer.as_ref().and_then(Answer::value).is_none();
    finding.verdict == Verdict::Unclear && !finding.tests.is_empty() && finding.tests.iter().all(is_unknown)
}

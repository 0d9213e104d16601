//! The slip for an organisation that a person is sent to: what was asked and answered, what is open, and a consent to
//! sign, three times: for the person, for the receiver, for the desk.
//!
//! Whatever tells who the person is, is a blank to be filled in by hand. So is an answer that is not stored; that a
//! question was not asked, or not answered, is said in words.

use super::{BLANK, SheetWriter};
use crate::content::{Id, Msg, Office, Question};
use crate::document::{Block, Context, Document, Kind, result, verdict};
use crate::rules::Answers;

/// The copies, each with its part of the anchors.
const COPIES: [(&str, Msg); 3] =
    [("person", Msg::ReferralPerson), ("receiver", Msg::ReferralReceiver), ("desk", Msg::ReferralDesk)];

/// What is agreed to, in the order in which it is read.
const CONSENT: [Msg; 5] = [
    Msg::ReferralPassedOn,
    Msg::ReferralVoluntary,
    Msg::ReferralTakenBack,
    Msg::ReferralNoChange,
    Msg::ReferralNoPromise,
];

/// The slip of a person, on an office; with the code of the case, where there is one. Each copy begins with a title.
pub fn referral(ctx: &Context<'_>, office: &Office, code: Option<&str>) -> Document {
    let withheld = ctx.person.map(|person| person.check.withheld(ctx.content())).unwrap_or_default();
    let on_paper = ctx.person.map(|person| person.on_paper(ctx.content()));
    let ctx = &Context { person: on_paper.as_ref(), ..*ctx };
    let finding = ctx.finding(office);
    let copies = COPIES.into_iter().flat_map(|(copy, whose)| {
        let base = format!("referral.{}.{copy}", office.id);
        let sheet = SheetWriter { ctx, office, base, finding, leaves_out: false };
        Slip { sheet, withheld: &withheld, code }.copy(whose).blocks
    });
    copies.map(Block::for_paper).collect()
}

/// One copy.
struct Slip<'a> {
    sheet: SheetWriter<'a>,
    /// The questions whose answers are on no paper.
    withheld: &'a [Id],
    code: Option<&'a str>,
}

impl Slip<'_> {
    fn copy(&self, whose: Msg) -> Document {
        let sheet = &self.sheet;
        let mut doc = sheet.filled(
            self.head(whose),
            [
                ("who", Msg::ReferralWho, self.blanks(&[Msg::SheetName, Msg::ReferralContact, Msg::ReferralTo])),
                ("news", Msg::SheetNews, sheet.news()),
                ("answers", Msg::ReferralAnswers, self.answers()),
                ("open", Msg::ReferralOpen, self.open()),
                ("consent", Msg::ReferralConsent, self.consent()),
            ],
        );
        // What has one anchor wherever it is said has one in each copy here.
        for block in doc.blocks.iter_mut().filter(|block| !block.anchor.starts_with(&*sheet.base)) {
            block.anchor = sheet.at(&block.anchor).into();
        }
        doc
    }

    fn head(&self, whose: Msg) -> Document {
        let (sheet, ctx) = (&self.sheet, self.sheet.ctx);
        let names = [("programme", ctx.content().name.get(ctx.lang())), ("copy", ctx.msg(whose))];
        let code = self.value("code", Msg::ReferralCode, self.code.unwrap_or(BLANK));
        let office = self.value("office", Msg::ReferralOffice, sheet.office.name.get(ctx.lang()));
        let title = Block::new(&*sheet.base, Kind::Title, ctx.phrases.fill(Msg::ReferralTitle, &names));
        [title, sheet.day(), office, code].into_iter().collect()
    }

    /// Every question that the office needs or that was answered, with what was said.
    fn answers(&self) -> Document {
        let (ctx, nothing) = (self.sheet.ctx, Answers::default());
        let given = ctx.person.map_or(&nothing, |person| person.check.answers());
        let country = given.country(ctx.content());
        let questions = ctx.content().questions.iter();
        let asked = questions.filter(|question| given.get(&question.id).is_some() || self.is_needed(question));
        let said = |question: &Question| {
            if self.withheld.contains(&question.id) {
                return BLANK.to_owned();
            }
            let answer = given.get(&question.id).map(|answer| ctx.phrases.answer(question, answer));
            answer.unwrap_or_else(|| ctx.msg(Msg::NotAskedYet).to_owned())
        };
        let block = |question: &Question| {
            let text = format!("{} {}", ctx.phrases.ask(question, country.as_deref()), said(question));
            Block::new(self.sheet.at(&format!("answer.{}", question.id)), Kind::Item { number: None }, text)
        };
        asked.map(|question| block(question)).collect()
    }

    /// Whether the office's rules rest on a question, or nothing was stored of its answer.
    fn is_needed(&self, question: &Question) -> bool {
        let mut tests = self.sheet.office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
        tests.any(|test| test.fact.id == question.id) || self.withheld.contains(&question.id)
    }

    /// What is still to find out, what does not fit together, and what the sources leave open of the rules.
    fn open(&self) -> Document {
        let (sheet, ctx, mut doc) = (&self.sheet, self.sheet.ctx, Document::default());
        let missing = sheet.finding.iter().flat_map(|finding| &finding.missing);
        let missing = missing.filter(|question| !self.withheld.contains(&question.id));
        let names: Vec<&str> = missing.map(|question| question.name.get(ctx.lang())).collect();
        if !names.is_empty() {
            doc.push(self.value("missing", Msg::ToFindOut, &names.join(", ")));
        }
        result::contradictions(ctx, &sheet.base, &mut doc);
        for requirement in &sheet.office.requirements {
            let finding = ctx.requirement_finding(requirement);
            let is_touched = |open| finding.is_none_or(|finding| finding.applies && finding.is_touched_by(open));
            for open in requirement.open.iter().filter(|open| is_touched(open)) {
                let anchor = sheet.at(&format!("open.{}.{}", requirement.name(), open.id));
                doc.push(Block::open(anchor, open.brief().get(ctx.lang())));
            }
        }
        doc.push(verdict::promises_nothing(ctx, &sheet.base));
        doc
    }

    /// What the person agrees to, in the language of the slip, and where they sign.
    fn consent(&self) -> Document {
        let ctx = self.sheet.ctx;
        let item = |msg: Msg| Block::new(self.sheet.at(msg.key()), Kind::Paragraph, ctx.msg(msg));
        let mut doc: Document = CONSENT.into_iter().map(item).collect();
        doc.append(self.blanks(&[Msg::ReferralDay, Msg::ReferralSignature]));
        doc
    }

    fn blanks(&self, names: &[Msg]) -> Document {
        names.iter().map(|name| self.value(name.key(), *name, BLANK)).collect()
    }

    fn value(&self, part: &str, name: Msg, text: &str) -> Block {
        let kind = Kind::Value { name: self.sheet.ctx.msg(name).to_owned(), number: None };
        Block::new(self.sheet.at(part), kind, text)
    }
}

//! What to bring: each item ready or missing, after the advice that comes before contact data.

use super::{Block, Context, Document, Kind, Mark, Role, advice};
use crate::check::Checklist;
use crate::content::{ItemKind, Msg, Topic};
use crate::rules;

/// The items, numbered, then the family, whose numbers go on. Empty without a person.
pub fn bring(ctx: &Context<'_>) -> Document {
    let Some(person) = ctx.person else { return Document::default() };
    let (content, list, mut doc) = (ctx.content(), &person.checklist, Document::default());
    doc.push(Block::new("bring", Kind::Title, ctx.msg(Msg::BringTitle)));
    doc.push(Block::new("bring.count", Kind::Paragraph, ctx.phrases.bring_count(list)));
    for said in ctx.on(Topic::Money) {
        doc.push(ctx.statement(format!("bring.money.{}", said.id), said));
    }
    for advice in rules::before_contact(content, person.check.answers()) {
        let block = advice::block(ctx, "bring.before", None, advice).mark(Mark::Notice);
        doc.push(Block { kind: Kind::Paragraph, ..block });
    }
    items(ctx, list, &mut doc);
    doc
}

fn items(ctx: &Context<'_>, list: &Checklist, doc: &mut Document) {
    for (item, number) in ctx.content().items.iter().zip(1..) {
        let anchor = format!("bring.item.{}", item.id);
        let hint =
            Block::new(format!("{anchor}.hint"), Kind::Paragraph, item.hint.get(ctx.lang())).role(Role::Aside).level(1);
        doc.push(entry(ctx, anchor, item.text.get(ctx.lang()), number, list.is_ready(&item.id)));
        doc.push(hint);
        if item.kind == ItemKind::Family {
            family(ctx, list, doc);
        }
    }
}

/// The relations that can be added, and the noted relatives.
fn family(ctx: &Context<'_>, list: &Checklist, doc: &mut Document) {
    let content = ctx.content();
    let relations = content.relations.iter().zip(1..);
    let all: Vec<String> = relations.map(|(relation, n)| format!("{n} {}", relation.text.get(ctx.lang()))).collect();
    let text = ctx.phrases.fill(Msg::BringAdd, &[("relations", &all.join(", "))]);
    doc.push(Block::new("bring.add", Kind::Paragraph, text).role(Role::Aside).level(1));
    for (n, relative) in list.family().iter().enumerate() {
        let name = content.relation(&relative.relation, ctx.lang());
        let number = content.items.len() + 1 + n;
        doc.push(entry(ctx, format!("bring.family.{}", n + 1), name, number, relative.ready).level(1));
    }
}

fn entry(ctx: &Context<'_>, anchor: String, name: &str, number: usize, ready: bool) -> Block {
    let kind = Kind::Value { name: name.to_owned(), number: Some(number) };
    Block::new(anchor, kind, ctx.msg(if ready { Msg::BringReady } else { Msg::BringMissing }))
}

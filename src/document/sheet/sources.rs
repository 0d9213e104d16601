//! The sources of a document, each once: what its label stands for, and who published it.

use crate::content::{Msg, Source};
use crate::document::{Anchor, Block, Citation, Context, Document, Kind, Role};

/// "Sources: guide: usahello.org; portal: movilidadsegura.org."
pub(super) fn cited(ctx: &Context<'_>, anchor: impl Into<Anchor>, document: &Document) -> Block {
    let citations: Vec<&Citation> = document.blocks.iter().filter_map(|block| block.citation.as_ref()).collect();
    let label = |source: &Source| source.label.get(ctx.lang()).to_owned();
    let is_cited = |source: &Source| {
        let (label, dated) = (label(source), ctx.phrases.source_dated(source));
        let of_label = || citations.iter().filter(|citation| citation.label == label);
        // A statement may have a date of its own: then every source of its label may be meant.
        let is_exact = |citation: &Citation| {
            ctx.content().sources.iter().any(|source| ctx.phrases.source_dated(source) == citation.dated)
        };
        of_label().any(|citation| citation.dated == dated || !is_exact(citation))
    };
    let mut all: Vec<String> = Vec::new();
    for source in ctx.content().sources.iter().filter(|source| is_cited(source)) {
        let one = format!("{}: {}", label(source), source.publisher);
        if !all.contains(&one) {
            all.push(one);
        }
    }
    let text = ctx.phrases.fill(Msg::SheetSources, &[("sources", &all.join("; "))]);
    Block::new(anchor, Kind::Paragraph, text).role(Role::Aside)
}

//! A sheet as one file for a browser, which prints on one page of A4, or two in large letters.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::pictogram::Pictogram;
use super::{Print, Sheet, qr};
use crate::content::Msg;
use crate::document::{Block, Kind, Role};
use crate::text::clean;
use crate::wording::Phrases;

/// How it looks. Black on white, since most will be printed without colour.
const STYLE: &str = include_str!("html/style.css");

/// The most letters of a copy that fits a page of A4 with room between its entries.
const MOST: usize = 2200;

/// The file.
pub fn html(sheet: &Sheet, phrases: Phrases<'_>) -> String {
    let letters = |copy: &[Block]| copy.iter().map(|block| block.line().chars().count()).sum();
    let size = match sheet.print {
        Print::Large => "large",
        Print::Normal if sheet.copies().map(letters).max() > Some(MOST) => "normal long",
        Print::Normal => "normal",
    };
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.language) class=(size) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (clean(&sheet.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { @for copy in sheet.copies() { (article(sheet, phrases, copy)) } }
            }
        }
    };
    page.into_string()
}

/// One copy, which begins on a page of its own.
fn article(sheet: &Sheet, phrases: Phrases<'_>, copy: &[Block]) -> Markup {
    let (head, parts) = parts(copy);
    // Parts of several copies have the same headings, and are told apart by the title.
    let title = head.first().filter(|_| sheet.copies().count() > 1).map(|title| &*title.anchor);
    html! {
        article {
            header { @for block in head { (of_head(block)) } }
            @for part in parts { (section(sheet, phrases, title, part)) }
        }
    }
}

/// What stands before the first heading, and each heading with what stands under it.
fn parts(blocks: &[Block]) -> (&[Block], impl Iterator<Item = &[Block]>) {
    let first = blocks.iter().position(|block| block.kind == Kind::Heading).unwrap_or(blocks.len());
    let (head, rest) = blocks.split_at_checked(first).unwrap_or((blocks, &[]));
    (head, rest.chunk_by(|_, next| next.kind != Kind::Heading))
}

fn of_head(block: &Block) -> Markup {
    match &block.kind {
        Kind::Title => html! { h1 id=(block.anchor) { (clean(&block.text)) } },
        Kind::Value { name, .. } => html! { p id=(block.anchor) { (clean(name)) ": " (filled(&clean(&block.text))) } },
        _ => html! { p id=(block.anchor) { (clean(&block.text)) } },
    }
}

fn section(sheet: &Sheet, phrases: Phrases<'_>, title: Option<&str>, part: &[Block]) -> Markup {
    let Some((heading, blocks)) = part.split_first() else { return html! {} };
    let name = heading.anchor.rsplit('.').next().unwrap_or_default();
    let labels: Vec<&str> = title.into_iter().chain([&*heading.anchor]).collect();
    html! {
        section class=(name) aria-labelledby=(labels.join(" ")) {
            h2 id=(heading.anchor) {
                @if let Some(picture) = Pictogram::beside(&heading.anchor) { (picture.svg(phrases.get(picture.instead()))) " " }
                (clean(&heading.text))
            }
            @if !blocks.is_empty() {
                ul { @for entry in blocks.chunk_by(|_, next| next.level > 1) { (self::entry(sheet, phrases, entry)) "\n" } }
            }
        }
    }
}

/// A block, and behind it on the same lines what belongs to it.
fn entry(sheet: &Sheet, phrases: Phrases<'_>, blocks: &[Block]) -> Markup {
    let Some((first, rest)) = blocks.split_first() else { return html! {} };
    html! {
        li id=(first.anchor) class=(class(first)) {
            (said(sheet, phrases, first))
            @for block in rest { " " span id=(block.anchor) class=(class(block)) { (said(sheet, phrases, block)) } }
        }
    }
}

fn class(block: &Block) -> String {
    let role = match block.role {
        Role::Notice => "notice",
        Role::Verdict(_) => "verdict",
        Role::Aside => "aside",
        _ => "said",
    };
    format!("{role} l{}", block.level)
}

fn said(sheet: &Sheet, phrases: Phrases<'_>, block: &Block) -> Markup {
    let text = clean(&block.text);
    html! {
        @if !block.mark.sign().is_empty() { b { (block.mark.sign()) } " " }
        @match &block.kind {
            Kind::Value { name, .. } if is_address(sheet, &text) => { (clean(name)) ": " (address(sheet, phrases, &text)) },
            _ => { (filled(&clean(&block.line()))) },
        }
        @if let Some(by) = block.said_by() { " " span.by { "[" (clean(&by)) "]" } }
    }
}

/// A text, and the blank at its end, which is there for the eye: a line to write on.
fn filled(text: &str) -> Markup {
    let words = text.trim_end_matches('_');
    let blank = text.strip_prefix(words).unwrap_or_default();
    html! { (words) @if !blank.is_empty() { span.line aria-hidden="true" { (blank) } } }
}

fn is_address(sheet: &Sheet, text: &str) -> bool {
    !text.is_empty() && sheet.address.ends_with(text)
}

/// The address as it is read, and its code.
fn address(sheet: &Sheet, phrases: Phrases<'_>, text: &str) -> Markup {
    let instead = phrases.fill(Msg::QrCode, &[("address", &sheet.address)]);
    html! { a href=(sheet.address) { (text) } (qr::svg(&sheet.address, &instead)) }
}

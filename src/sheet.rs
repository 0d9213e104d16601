//! Sheets: documents on paper, for the person to take home.
//!
//! Floor 6: imports documents and what lies below them. Each format is a renderer in a file of its own; none of them says
//! anything that is not in the document.

pub mod pdf;
pub mod pictogram;
pub mod qr;

use crate::document::Document;

/// What is to be printed, and what a renderer cannot know from the document alone.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The language of the texts, as a tag of BCP 47: "es".
    pub language: String,
    /// The document's title, for the head of a file.
    pub title: String,
    /// What is said, in reading order.
    pub document: Document,
    /// The address that is also printed as a QR code, as it is to be opened: with its scheme.
    pub address: String,
    /// How large the letters are.
    pub print: Print,
}

/// How large the letters on paper are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// 12 points, on one page.
    Normal,
    /// 16 points, on two pages.
    Large,
}

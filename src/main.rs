//! Arguments and exit code.
use smo_desk::{
    content::{Content, Lang},
    desk::Desk,
    tui::{self, look::Look},
};
use std::sync::Arc;
fn main() {
    let content = match Content::embedded() {
        Ok(c) => Arc::new(c),
        Err(p) => {
            eprintln!("{}", p.render(false));
            std::process::exit(3)
        }
    };
    let lang = std::env::args().nth(1).and_then(|l| content.language(&l)).unwrap_or(Lang(0));
    let desk = Desk::new(content, lang, chrono::Local::now().date_naive());
    if let Err(e) = tui::run(desk, Look { ascii: false, color: true }, None) {
        eprintln!("{e}");
    }
}

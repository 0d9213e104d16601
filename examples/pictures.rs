//! The pictures of the README: the real screen after some keys, as SVG.
//!
//! `cargo run --example pictures` writes them to `docs/pictures/`. A test in `tests/faces/pictures.rs` holds them up to
//! date.

#![allow(missing_docs, dead_code, clippy::panic, clippy::unwrap_used, reason = "it uses a part of what tests share")]

mod pictures {
    pub(crate) mod contrast;
    pub(crate) mod glyph;
    pub(crate) mod palette;
    pub(crate) mod scenes;
    pub(crate) mod svg;
}
#[path = "../tests/play"]
mod play {
    pub(crate) mod script;
}

use std::fs;
use std::io;

use pictures::scenes::SCENES;

fn main() -> io::Result<()> {
    for scene in SCENES {
        let path = scene.path();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, scene.svg())?;
        println!("{}", path.display());
    }
    Ok(())
}

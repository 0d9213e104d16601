//! What has to be true after a session.

use std::fs;
use std::path::{Path, PathBuf};

use super::damage::Damage;
use super::deeds::MARKED;
use super::session::{End, Played};
use crate::host::left_on_the_screen;
use crate::survival::folder::Folder;
use smo_desk::case::disk::Real;
use smo_desk::case::{Record, Store};

/// What a program says that does not end well.
const PANIC: &[&str] = &["panicked", "RUST_BACKTRACE", "overflow", "fatal runtime"];

/// Every plain file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .flat_map(|entry| match entry.file_type().unwrap() {
            is if is.is_dir() => files(&entry.path()),
            is if is.is_file() => vec![entry.path()],
            _ => Vec::new(),
        })
        .collect()
}

#[track_caller]
pub(super) fn check(folder: &Folder, played: &Played, damage: &Damage) {
    let told = format!("after {}; the last picture:\n{}", played.deeds.join(", "), played.last);
    let bytes = String::from_utf8_lossy(&played.bytes);
    for word in PANIC {
        assert!(!bytes.contains(word), "{word} {told}\n{bytes}");
    }
    if played.end.is_none_or(End::is_noticed) {
        assert_eq!(played.status, (0, None), "{told}");
        if let Some(unclean) = &played.unclean {
            let tail = String::from_utf8_lossy(&played.bytes[played.bytes.len().saturating_sub(200)..]);
            panic!("{unclean} {told}\n{tail:?}");
        }
        if played.is_of_one_size && played.end != Some(End::HangUp) {
            assert_eq!(left_on_the_screen(pictures(&played.bytes)), "", "{told}");
        }
    }
    if let Some((code, _)) = &played.saved {
        // A lock that a program left behind holds nothing.
        let store = Store::open(Box::new(Real::at(folder.path().join("smo/cases")))).unwrap();
        let held =
            store.list().unwrap().cases.iter().any(|case| {
                case.code.as_str() == code && store.held_by(&case.code).is_ok_and(|holder| holder.is_some())
            });
        assert!(!held, "{code} is still held {told}");
    }
    is_stored(folder, played, &told);
    let all: Vec<Vec<u8>> = files(folder.path()).iter().map(|file| fs::read(file).unwrap()).collect();
    for damaged in &damage.kept {
        let tail = String::from_utf8_lossy(&damaged[damaged.len().saturating_sub(30)..]);
        assert!(all.contains(damaged), "a damaged file is gone {told}\n{:?} {tail:?}", folder.names());
    }
    for (file, bytes) in files(folder.path()).iter().zip(&all).filter(|(_, bytes)| !damage.kept.contains(bytes)) {
        let text = String::from_utf8_lossy(bytes);
        let leaked = MARKED.iter().find(|marked| text.contains(**marked));
        assert_eq!(leaked, None, "in {}: {text} {told}", file.display());
    }
}

/// What was sent until the terminal was given back; after that it is told what went.
fn pictures(bytes: &[u8]) -> &[u8] {
    const BACK: &[u8] = b"\x1b[?1049l";
    bytes.windows(BACK.len()).rposition(|part| part == BACK).map_or(bytes, |at| &bytes[..at])
}

/// What the last screen called saved is there; and no more and no less, where nothing was on its way.
#[track_caller]
fn is_stored(folder: &Folder, played: &Played, told: &str) {
    // A finished case that nobody kept goes where the program is told to quit, and so does one without an answer.
    let Some((code, Some(n))) = &played.saved else { return };
    let file = folder.path().join(format!("smo/cases/{code}.json"));
    let has_quit = played.end.is_none_or(|end| matches!(end, End::Key(_)));
    if *n == 0 || has_quit && !played.is_calm {
        return;
    }
    let bytes = fs::read(&file).unwrap_or_else(|cause| panic!("{code}: {cause} {told}"));
    let record: Record = serde_json::from_slice(&bytes).unwrap_or_else(|cause| panic!("{code}: {cause} {told}"));
    if played.is_calm {
        assert_eq!(record.answers.len(), *n, "{told}");
    }
}

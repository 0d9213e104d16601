//! The folder on a real disk.

use super::script::{holder, now};
use smo_desk::case::disk::Real;
use smo_desk::case::{Code, Disk, Record, Store, StoreError};
use std::fs;
use std::hint::black_box;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::sync::{Arc, Barrier};
use std::thread;

fn at(folder: &Path) -> Result<Store, StoreError> {
    Store::open(Box::new(Real::at(folder.to_path_buf())))
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The code of a case that is saved and that nobody has.
fn saved(store: &Store) -> Code {
    let hold = store.begin(&holder()).unwrap();
    let code = hold.code().clone();
    store.save(&hold, &Record::new(code.clone(), now())).unwrap();
    code
}

#[test]
fn only_the_owner_can_look_into_the_folder_and_its_files() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("state").join("smo").join("cases");
    let store = at(&folder).unwrap();
    let hold = store.begin(&holder()).unwrap();
    store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap();
    store.save(&hold, &Record::new(hold.code().clone(), now())).unwrap();
    for part in [&folder, folder.parent().unwrap(), folder.parent().unwrap().parent().unwrap()] {
        assert_eq!(mode(part), 0o700, "{}", part.display());
    }
    let code = hold.code();
    assert_eq!(names(&folder), [format!("{code}.json"), format!("{code}.lock")]);
    for name in names(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
    let code = code.clone();
    drop(hold);
    assert_eq!(names(&folder), [format!("{code}.json")]);
    store.delete(&code).unwrap();
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[test]
fn a_folder_that_others_could_read_is_closed() {
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    at(place.path()).unwrap();
    assert_eq!(mode(place.path()), 0o700);
}

#[test]
fn a_link_a_file_and_a_folder_of_somebody_else_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let link = place.path().join("link");
    symlink(place.path(), &link).unwrap();
    assert_eq!(at(&link).unwrap_err(), StoreError::NotPrivate(link.clone()));
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(at(&file).unwrap_err(), StoreError::NoFolder(file.clone()));
    let theirs = place.path().join("theirs");
    fs::create_dir(&theirs).unwrap();
    // Who is not root cannot give a folder away, but has one current that is not their own.
    let theirs = if chown(&theirs, Some(fs::metadata(&theirs).unwrap().uid() + 1), None).is_ok() {
        theirs
    } else {
        Path::new("/").to_path_buf()
    };
    assert_eq!(at(&theirs).unwrap_err(), StoreError::NotPrivate(theirs.clone()));
}

#[test]
fn what_is_no_plain_file_is_neither_followed_nor_waited_for() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("cases");
    let store = at(&folder).unwrap();
    let code = saved(&store);
    let outside = place.path().join("outside.json");
    fs::rename(folder.join(format!("{code}.json")), &outside).unwrap();
    symlink(&outside, folder.join(format!("{code}.json"))).unwrap();
    // Somebody put the link there for a reason; what it leads to may be anybody's.
    assert_eq!(store.take(&code, &holder()).unwrap_err(), StoreError::Link(code.clone()));
    assert_eq!(fs::read_link(folder.join(format!("{code}.json"))).unwrap(), outside);
    let pipe: Code = "K7Q2".parse().unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("K7Q2.json")).status().unwrap();
    assert!(made.success());
    assert!(matches!(store.take(&pipe, &holder()).unwrap_err(), StoreError::Damaged { aside: Some(_), .. }));
    assert!(outside.exists());
}

#[test]
fn two_handles_on_one_folder_share_no_case() {
    let place = tempfile::tempdir().unwrap();
    let (one, two) = (at(place.path()).unwrap(), at(place.path()).unwrap());
    let hold = one.begin(&holder()).unwrap();
    let code = hold.code().clone();
    let record = Record::new(code.clone(), now());
    one.save(&hold, &record).unwrap();
    let refused = StoreError::HeldBy { code: code.clone(), holder: Some(holder()) };
    assert_eq!(two.take(&code, &holder()).unwrap_err(), refused);
    assert_eq!(two.delete(&code).unwrap_err(), refused);
    assert_eq!(two.held_by(&code), Ok(Some(Some(holder()))));
    assert_eq!(two.read(&code).unwrap(), record);
    drop(hold);
    assert_eq!(two.held_by(&code), Ok(None));
    let (hold, again) = two.take(&code, &holder()).unwrap();
    assert_eq!(again, record);
    two.discard(hold).unwrap();
    assert_eq!(names(place.path()), Vec::<String>::new());
}

#[test]
fn a_lock_that_a_dead_program_left_holds_nobody_up() {
    let place = tempfile::tempdir().unwrap();
    let store = at(place.path()).unwrap();
    fs::write(place.path().join("K7Q2.lock"), "left").unwrap();
    let code: Code = "K7Q2".parse().unwrap();
    assert_eq!(store.held_by(&code), Ok(None));
    assert_eq!(store.take(&code, &holder()).unwrap_err(), StoreError::NoCase(code));
    fs::write(place.path().join("K7Q2.lock"), "left").unwrap();
    fs::write(place.path().join("K7Q2.new"), "left").unwrap();
    at(place.path()).unwrap();
    assert_eq!(names(place.path()), Vec::<String>::new());
}

#[test]
fn many_desks_that_take_and_leave_one_case_are_never_in_it_together() {
    let place = tempfile::tempdir().unwrap();
    let store = at(place.path()).unwrap();
    let code = saved(&store);
    let inside = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let store = at(place.path()).unwrap();
                let mut taken = 0;
                while taken < 25 {
                    match store.take(&code, &holder()) {
                        Ok((hold, record)) => {
                            assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                            store.save(&hold, &record).unwrap();
                            assert_eq!(inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst), 1);
                            taken += 1;
                        }
                        Err(StoreError::HeldBy { .. }) => std::thread::yield_now(),
                        Err(trouble) => panic!("{trouble}"),
                    }
                }
            });
        }
    });
    assert_eq!(names(place.path()), [format!("{code}.json")]);
}

#[test]
fn threads_that_save_one_case_at_once_leave_a_whole_one() {
    let place = tempfile::tempdir().unwrap();
    let store = at(place.path()).unwrap();
    let hold = store.begin(&holder()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (store, hold) = (&store, &hold);
            scope.spawn(move || {
                for n in 0..25 {
                    let mut record = Record::new(hold.code().clone(), now());
                    record.at = Some("x".repeat(n * 100 + thread));
                    store.save(hold, &record).unwrap();
                    store.read(hold.code()).unwrap();
                }
            });
        }
    });
    assert_eq!(names(place.path()).len(), 2);
}

#[test]
fn only_the_owner_can_look_into_the_trash() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("cases");
    let (store, until) = (at(&folder).unwrap(), now().date());
    let hold = store.begin(&holder()).unwrap();
    let code = hold.code().clone();
    store.save(&hold, &Record::new(code.clone(), now())).unwrap();
    let bytes = fs::read(folder.join(format!("{code}.json"))).unwrap();
    store.throw_away_held(hold, until).unwrap();
    assert_eq!(names(&folder), Vec::<String>::new());
    let trash = place.path().join("trash");
    let name = format!("{code}.{until}.deleted");
    assert_eq!((names(&trash), mode(&trash), mode(&trash.join(&name))), (vec![name.clone()], 0o700, 0o600));
    assert_eq!(fs::read(trash.join(&name)).unwrap(), bytes);
    fs::rename(trash.join(&name), folder.join(format!("{code}.json"))).unwrap();
    assert!(store.read(&code).is_ok(), "moved back, it is a case again");
    fs::remove_dir(&trash).unwrap();
    symlink(place.path().join("elsewhere"), &trash).unwrap();
    assert!(store.throw_away(&code, until).is_err(), "a link leads to somebody else's");
    assert!(store.read(&code).is_ok());
}

/// A desk that saves as fast as it can, and others that take its case over: what was saved last by whoever has the case is
/// on the disk, and nobody has half of it.
#[test]
fn a_case_that_is_taken_over_in_the_middle_of_a_save_has_one_owner() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("cases");
    let store = at(&folder).unwrap();
    let code = saved(&store);
    for _ in 0..40 {
        let old = at(&folder).unwrap();
        let (hold, mut record) = old.take(&code, &holder()).unwrap();
        let saving = thread::spawn(move || {
            let mut saved = 0;
            while old.save(&hold, &record).is_ok() {
                saved += 1;
                record.finished = !record.finished;
            }
            (saved, old.save(&hold, &record).unwrap_err())
        });
        let (hold, mut mine) = store.take_over(&code, &holder()).unwrap();
        mine.kept = !mine.kept;
        store.save(&hold, &mine).unwrap();
        let (_, error) = saving.join().unwrap();
        assert!(matches!(error, StoreError::TakenOver { .. }), "{error:?}");
        assert_eq!(store.read(&code).unwrap(), mine);
        drop(hold);
        assert_eq!(names(&folder), [format!("{code}.json")]);
    }
}

/// Whoever closes a case removes its own lock alone, also where it is taken over in that moment.
#[test]
fn closing_a_case_removes_no_lock_of_whoever_takes_it_over() {
    let place = tempfile::tempdir().unwrap();
    let disk = || Real::at(place.path().to_owned());
    let meet = Arc::new(Barrier::new(2));
    for n in 0..6000 {
        let old = disk().lock("K7Q2.lock", b"old").unwrap().unwrap();
        let (disk, there) = (disk(), Arc::clone(&meet));
        let taking = thread::spawn(move || {
            there.wait();
            disk.take_lock("K7Q2.lock", b"new").unwrap()
        });
        meet.wait();
        // At another moment each time.
        for wait in 0..n * 37 % 4000 {
            black_box(wait);
        }
        drop(old);
        assert!(taking.join().unwrap().is_none_or(|new| new.is_held()), "round {n}");
    }
}

//! A disk in memory that can lose its power before any operation, and refuse any of them.

use smo_desk::case::disk::{FileEntry, Lock, NewFile};
use smo_desk::case::{Disk, StoreError};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

/// What is done with the disk, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    Prepare,
    Entries,
    Read,
    Create,
    Write,
    Sync,
    Rename,
    Remove,
    SyncFolder,
    Lock,
    IsLocked,
}

/// A change of names that is not yet on the disk.
#[derive(Debug, Clone)]
enum Change {
    Link(String, usize),
    Unlink(String),
    Rename(String, String, usize),
}

#[derive(Debug, Clone, Default)]
struct Inode {
    now: Vec<u8>,
    synced: Vec<u8>,
    modified: u64,
}

#[derive(Debug, Default)]
struct State {
    names: BTreeMap<String, usize>,
    synced: BTreeMap<String, usize>,
    pending: Vec<Change>,
    inodes: Vec<Inode>,
    /// Which lock of all that were ever made holds a name.
    locked: BTreeMap<String, usize>,
    locks: usize,
    ops: Vec<Op>,
    /// The power goes at this operation.
    power_ends: Option<usize>,
    /// Operations from the first to before the second fail with the error of this number.
    refuses: Option<(usize, usize, i32)>,
    seconds: u64,
}

/// The disk; a clone is another program on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model(Arc<Mutex<State>>);

/// How much of what was written and not synced is there after the power went.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Data {
    Lost,
    Half,
    There,
}

impl Model {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub(crate) fn ops(&self) -> Vec<Op> {
        self.state().ops.clone()
    }

    pub(crate) fn forget_ops(&self) {
        self.state().ops.clear();
    }

    pub(crate) fn cut_power_at(&self, op: usize) {
        self.state().power_ends = Some(op);
    }

    pub(crate) fn refuse(&self, from: usize, to: usize, error: i32) {
        self.state().refuses = Some((from, to, error));
    }

    /// Puts a file there, on the disk at once.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        let mut state = self.state();
        state.inodes.push(Inode { now: bytes.to_vec(), synced: bytes.to_vec(), modified: 0 });
        let inode = state.inodes.len() - 1;
        state.names.insert(name.to_owned(), inode);
        state.synced.insert(name.to_owned(), inode);
    }

    /// Says when a file was last written.
    pub(crate) fn written_at(&self, name: &str, time: SystemTime) {
        let mut state = self.state();
        let inode = state.names[name];
        state.inodes[inode].modified = time.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    }

    pub(crate) fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let state = self.state();
        Some(state.inodes[*state.names.get(name)?].now.clone())
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.state().names.keys().cloned().collect()
    }

    /// Every disk that can be found after the power went: some or all of the changes of names since the folder was
    /// last synced, and some or all of what was written since a file was.
    pub(crate) fn after_power_cut(&self) -> Vec<Self> {
        let state = self.state();
        let pending = state.pending.len();
        let starts = (0..=pending).map(|n| state.pending[..n].to_vec());
        let without_one = (0..pending).map(|n| {
            let mut some = state.pending.clone();
            some.remove(n);
            some
        });
        let only_one = state.pending.iter().map(|change| vec![change.clone()]);
        let changes: Vec<Vec<Change>> = starts.chain(without_one).chain(only_one).collect();
        let data = [Data::Lost, Data::Half, Data::There];
        changes.iter().flat_map(|some| data.iter().map(|data| state.after(some, *data))).collect()
    }
}

impl State {
    fn after(&self, changes: &[Change], data: Data) -> Model {
        let mut names = self.synced.clone();
        for change in changes {
            apply(change, &mut names);
        }
        let left = |inode: &Inode| {
            let now = match data {
                Data::Lost => inode.synced.clone(),
                Data::Half if inode.now != inode.synced => inode.now[..inode.now.len() / 2].to_vec(),
                Data::Half | Data::There => inode.now.clone(),
            };
            Inode { synced: now.clone(), now, modified: inode.modified }
        };
        let inodes = self.inodes.iter().map(left).collect();
        let state = Self { synced: names.clone(), names, inodes, seconds: self.seconds, ..Self::default() };
        Model(Arc::new(Mutex::new(state)))
    }

    /// Counts an operation; whether it is done.
    fn step(&mut self, op: Op) -> io::Result<()> {
        let number = self.ops.len();
        self.ops.push(op);
        self.seconds += 1;
        if self.power_ends.is_some_and(|end| number >= end) {
            return Err(io::Error::other("the power is off"));
        }
        match self.refuses {
            Some((from, to, error)) if (from..to).contains(&number) => Err(io::Error::from_raw_os_error(error)),
            _ => Ok(()),
        }
    }

    fn change(&mut self, change: Change) {
        apply(&change, &mut self.names);
        self.pending.push(change);
    }

    fn find(&self, name: &str) -> io::Result<usize> {
        self.names.get(name).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn make(&mut self, name: &str, bytes: &[u8]) -> usize {
        self.inodes.push(Inode { now: bytes.to_vec(), synced: Vec::new(), modified: self.seconds });
        let inode = self.inodes.len() - 1;
        self.change(Change::Link(name.to_owned(), inode));
        inode
    }
}

fn apply(change: &Change, names: &mut BTreeMap<String, usize>) {
    match change {
        Change::Link(name, inode) => drop(names.insert(name.clone(), *inode)),
        Change::Unlink(name) => drop(names.remove(name)),
        Change::Rename(from, to, inode) => {
            names.remove(from);
            names.insert(to.clone(), *inode);
        }
    }
}

impl Disk for Model {
    fn prepare(&self) -> Result<(), StoreError> {
        self.state()
            .step(Op::Prepare)
            .map_err(|cause| StoreError::Disk { attempt: smo_desk::case::Attempt::Opening, cause: (&cause).into() })
    }

    fn entries(&self) -> io::Result<Vec<FileEntry>> {
        let mut state = self.state();
        state.step(Op::Entries)?;
        let modified = |inode: &usize| SystemTime::UNIX_EPOCH + Duration::from_secs(state.inodes[*inode].modified);
        let entry = |(name, inode): (&String, &usize)| FileEntry { name: name.clone(), modified: modified(inode) };
        Ok(state.names.iter().map(entry).collect())
    }

    fn read(&self, name: &str, most: usize) -> io::Result<Option<Vec<u8>>> {
        let mut state = self.state();
        state.step(Op::Read)?;
        let bytes = &state.inodes[state.find(name)?].now;
        Ok((bytes.len() <= most).then(|| bytes.clone()))
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        state.step(Op::Create)?;
        if state.names.contains_key(name) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = state.make(name, &[]);
        Ok(Box::new(Open(self.clone(), inode)))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut state = self.state();
        state.step(Op::Rename)?;
        let inode = state.find(from)?;
        state.change(Change::Rename(from.to_owned(), to.to_owned(), inode));
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        let mut state = self.state();
        state.step(Op::Remove)?;
        state.find(name)?;
        state.change(Change::Unlink(name.to_owned()));
        Ok(())
    }

    fn sync_folder(&self) -> io::Result<()> {
        let mut state = self.state();
        state.step(Op::SyncFolder)?;
        state.synced = state.names.clone();
        state.pending.clear();
        Ok(())
    }

    fn lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let mut state = self.state();
        state.step(Op::Lock)?;
        if state.locked.contains_key(name) {
            return Ok(None);
        }
        state.locks += 1;
        let lock = state.locks;
        state.locked.insert(name.to_owned(), lock);
        state.make(name, note);
        Ok(Some(Box::new(Locked(self.clone(), name.to_owned(), lock))))
    }

    fn take_lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let mut state = self.state();
        state.step(Op::Remove)?;
        state.locked.remove(name);
        if state.names.contains_key(name) {
            state.change(Change::Unlink(name.to_owned()));
        }
        drop(state);
        self.lock(name, note)
    }

    fn is_locked(&self, name: &str) -> io::Result<bool> {
        let mut state = self.state();
        state.step(Op::IsLocked)?;
        Ok(state.locked.contains_key(name))
    }
}

struct Open(Model, usize);

impl NewFile for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.0.state();
        let done = state.step(Op::Write);
        // Half of it is there where it fails.
        let written = if done.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        let seconds = state.seconds;
        let inode = &mut state.inodes[self.1];
        inode.now.extend_from_slice(written);
        inode.modified = seconds;
        done
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.0.state();
        state.step(Op::Sync)?;
        let inode = &mut state.inodes[self.1];
        inode.synced = inode.now.clone();
        Ok(())
    }
}

#[derive(Debug)]
struct Locked(Model, String, usize);

impl Lock for Locked {
    fn is_held(&self) -> bool {
        self.0.state().locked.get(&self.1) == Some(&self.2)
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        if !self.is_held() {
            return;
        }
        let mut state = self.0.state();
        state.locked.remove(&self.1);
        if state.power_ends.is_none_or(|end| state.ops.len() <= end) {
            state.change(Change::Unlink(self.1.clone()));
        }
    }
}

//! A ZIP archive that is written without going back: the size of a part stands behind it.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::{self, Write};

/// What follows a part, and how its names are written: in UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const DEFLATED: u16 = 8;
/// The version that is needed to read it: 2.0, for parts that are deflated.
const VERSION: u16 = 20;
/// The first day that such an archive can name, in place of a clock: the same content gives the same bytes.
const FIRST_DAY: u16 = 1 << 5 | 1;

/// An archive that is being written.
pub(super) struct Archive<W> {
    out: Counting<W>,
    /// The part that is being written.
    part: Option<Part>,
    written: Vec<Written>,
}

struct Part {
    path: String,
    offset: u32,
    deflating: DeflateEncoder<Vec<u8>>,
    crc: Crc,
    packed: u64,
}

struct Written {
    path: String,
    offset: u32,
    crc: u32,
    packed: u32,
    size: u32,
}

/// Bytes that went out.
struct Counting<W> {
    out: W,
    count: u64,
}

impl<W: Write> Counting<W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.count += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    fn place(&self) -> io::Result<u32> {
        small(self.count)
    }
}

fn small(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| io::Error::other("a workbook has 4 GB at most; write CSV"))
}

/// Numbers as an archive has them, the lowest byte first.
#[derive(Default)]
struct Fields(Vec<u8>);

impl Fields {
    fn signed(signature: u32) -> Self {
        Self::default().long(signature)
    }

    fn short(mut self, number: u16) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    fn long(mut self, number: u32) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    /// How a part is packed, and when it was made.
    fn kind(self) -> Self {
        self.short(FLAGS).short(DEFLATED).short(0).short(FIRST_DAY)
    }
}

impl<W: Write> Archive<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out: Counting { out, count: 0 }, part: None, written: Vec::new() }
    }

    /// Begins a part; the one before has ended.
    pub(super) fn begin(&mut self, path: &str) -> io::Result<()> {
        let offset = self.out.place()?;
        let fields = Fields::signed(0x0403_4b50).short(VERSION).kind().long(0).long(0).long(0);
        self.out.put(&fields.short(length(path)).short(0).0)?;
        self.out.put(path.as_bytes())?;
        let deflating = DeflateEncoder::new(Vec::new(), Compression::default());
        self.part = Some(Part { path: path.to_owned(), offset, deflating, crc: Crc::new(), packed: 0 });
        Ok(())
    }

    /// Adds to the part.
    pub(super) fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(part) = &mut self.part else { return Ok(()) };
        part.crc.update(bytes);
        part.deflating.write_all(bytes)?;
        let packed = std::mem::take(part.deflating.get_mut());
        part.packed += packed.len() as u64;
        self.out.put(&packed)
    }

    pub(super) fn end(&mut self) -> io::Result<()> {
        let Some(part) = self.part.take() else { return Ok(()) };
        let rest = part.deflating.finish()?;
        self.out.put(&rest)?;
        let packed = small(part.packed + rest.len() as u64)?;
        let (crc, size) = (part.crc.sum(), part.crc.amount());
        self.out.put(&Fields::signed(0x0807_4b50).long(crc).long(packed).long(size).0)?;
        self.written.push(Written { path: part.path, offset: part.offset, crc, packed, size });
        Ok(())
    }

    /// Writes the list of the parts.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let start = self.out.place()?;
        for one in &self.written {
            let fields = Fields::signed(0x0201_4b50).short(VERSION).short(VERSION).kind();
            let fields = fields.long(one.crc).long(one.packed).long(one.size).short(length(&one.path));
            // No further fields, no comment, one volume, nothing said of the file.
            let fields = fields.short(0).short(0).short(0).short(0).long(0).long(one.offset);
            self.out.put(&fields.0)?;
            self.out.put(one.path.as_bytes())?;
        }
        let size = self.out.place()? - start;
        let count = u16::try_from(self.written.len()).unwrap_or(u16::MAX);
        let fields = Fields::signed(0x0605_4b50).short(0).short(0).short(count).short(count);
        self.out.put(&fields.long(size).long(start).short(0).0)?;
        self.out.out.flush()
    }
}

fn length(path: &str) -> u16 {
    u16::try_from(path.len()).unwrap_or(u16::MAX)
}

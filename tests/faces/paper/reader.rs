//! A file as it is read to people: its elements in their order, each with its text.

use std::collections::BTreeMap;
use std::io::Read;

use super::syntax::{Dictionary, Thing, Tokens, utf16};

/// A file, its objects by number.
pub(super) struct File {
    objects: BTreeMap<u32, (Thing, Vec<u8>)>,
    trailer: Dictionary,
}

/// An element of the structure.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) role: String,
    /// All text in it, of inner elements too.
    pub(super) text: String,
    /// What is said in its place.
    pub(super) alternative: Option<String>,
    /// The roles of those that it is in, the outermost first.
    pub(super) inside: Vec<String>,
}

impl File {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let table = text.rfind("startxref").map(|at| text[at + 9..].trim()).unwrap();
        let start: usize = table.split_whitespace().next().unwrap().parse().unwrap();
        let mut tokens = Tokens { bytes, at: start };
        let mut objects = BTreeMap::new();
        let mut numbers = Vec::new();
        loop {
            match tokens.thing().unwrap() {
                Thing::Number(number) => numbers.push(number),
                Thing::Word(word) if word == "n" => {
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the file")]
                    let (number, object) = object(bytes, numbers[numbers.len() - 2] as usize);
                    objects.insert(number, object);
                }
                Thing::Word(word) if word == "trailer" => break,
                _ => {}
            }
        }
        let Some(Thing::Dictionary(trailer)) = tokens.thing() else { panic!("no trailer") };
        Self { objects, trailer }
    }

    /// A thing, looked up where it is a reference.
    fn at<'a>(&'a self, thing: &'a Thing) -> &'a Thing {
        if let Thing::Reference(number) = thing { &self.objects[number].0 } else { thing }
    }

    fn dictionary<'a>(&'a self, thing: &'a Thing) -> &'a Dictionary {
        let Thing::Dictionary(dictionary) = self.at(thing) else { panic!("{thing:?} is no dictionary") };
        dictionary
    }

    pub(super) fn catalog(&self) -> &Dictionary {
        self.dictionary(&self.trailer["Root"])
    }

    pub(super) fn info(&self) -> &Dictionary {
        self.dictionary(&self.trailer["Info"])
    }

    /// Every dictionary of a type.
    pub(super) fn of_type(&self, name: &str) -> Vec<&Dictionary> {
        let dictionaries = self.objects.values().filter_map(|(thing, _)| match thing {
            Thing::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        });
        dictionaries.filter(|one| one.get("Type") == Some(&Thing::Name(name.to_owned()))).collect()
    }

    /// All that is written in the file, streams unpacked.
    pub(super) fn unpacked(&self) -> Vec<u8> {
        let all = self.objects.values().map(|(thing, stream)| [format!("{thing:?}\n").as_bytes(), stream].concat());
        all.collect::<Vec<_>>().concat()
    }

    /// The elements of the structure in reading order.
    pub(super) fn elements(&self) -> Vec<Element> {
        let mut out = Vec::new();
        let pages: BTreeMap<u32, BTreeMap<usize, String>> = self
            .objects
            .iter()
            .filter_map(|(number, (thing, _))| {
                let Thing::Dictionary(page) = thing else { return None };
                let is_page = page.get("Type") == Some(&Thing::Name("Page".to_owned()));
                is_page.then(|| (*number, self.marked(page)))
            })
            .collect();
        let root = self.dictionary(&self.catalog()["StructTreeRoot"]);
        for child in self.at(&root["K"]).list() {
            self.element(child, &pages, &mut Vec::new(), None, &mut out);
        }
        out
    }

    fn element(
        &self,
        thing: &Thing,
        pages: &BTreeMap<u32, BTreeMap<usize, String>>,
        inside: &mut Vec<String>,
        page: Option<u32>,
        out: &mut Vec<Element>,
    ) -> String {
        if let Thing::Number(_) = thing {
            return pages[&page.unwrap()][&thing.number()].clone();
        }
        let here = self.dictionary(thing);
        let page = match here.get("Pg") {
            Some(Thing::Reference(page)) => Some(*page),
            _ => page,
        };
        if let Some(content) = here.get("MCID") {
            return pages[&page.unwrap()][&content.number()].clone();
        }
        let Some(role) = here.get("S").map(|role| role.name().to_owned()) else { return String::new() };
        let place = out.len();
        let alternative = here.get("Alt").map(Thing::text);
        out.push(Element { role: role.clone(), text: String::new(), alternative, inside: inside.clone() });
        inside.push(role);
        let children = here.get("K").map(|children| self.at(children).list()).unwrap_or_default();
        let text: String = children.iter().map(|child| self.element(child, pages, inside, page, out)).collect();
        inside.pop();
        out[place].text.clone_from(&text);
        text
    }

    /// The marked text of each page.
    pub(super) fn pages(&self) -> Vec<String> {
        let pages = self.of_type("Page").into_iter();
        pages.map(|page| self.marked(page).into_values().collect::<Vec<_>>().concat()).collect()
    }

    /// The text of a page by the numbers under which it is marked; of a page all text is marked.
    fn marked(&self, page: &Dictionary) -> BTreeMap<usize, String> {
        let resources = self.dictionary(&page["Resources"]);
        let fonts = resources.get("Font").map(|fonts| self.dictionary(fonts)).into_iter().flatten();
        let fonts: BTreeMap<&String, BTreeMap<u16, String>> =
            fonts.map(|(name, font)| (name, self.letters(self.dictionary(font)))).collect();
        let Thing::Reference(content) = &page["Contents"] else { panic!("{page:?}") };
        let mut tokens = Tokens { bytes: &self.objects[content].1, at: 0 };
        let (mut out, mut before, mut mark, mut font) = (BTreeMap::new(), Vec::new(), None, String::new());
        while let Some(thing) = tokens.thing() {
            let Thing::Word(word) = &thing else {
                before.push(thing);
                continue;
            };
            match &**word {
                "BDC" => {
                    let Some(Thing::Dictionary(of)) = before.last() else { panic!("{before:?}") };
                    mark = of.get("MCID").map(Thing::number);
                    mark.map(|mark| out.insert(mark, String::new()));
                }
                "EMC" => mark = None,
                "Tf" => before[before.len() - 2].name().clone_into(&mut font),
                "Tj" | "TJ" => {
                    let strings = before.last().unwrap().list().iter();
                    let bytes =
                        strings.filter_map(|one| if let Thing::Bytes(bytes) = one { Some(bytes) } else { None });
                    let codes =
                        bytes.flat_map(|bytes| bytes.chunks(2)).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                    let text: String = codes.map(|code| &*fonts[&font][&code]).collect();
                    if let Some(mark) = mark {
                        out.get_mut(&mark).unwrap().push_str(&text);
                    }
                }
                _ => {}
            }
            before.clear();
        }
        out
    }

    /// What the codes of a font stand for.
    fn letters(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let Thing::Reference(map) = &font["ToUnicode"] else { panic!("{font:?}") };
        let mut tokens = Tokens { bytes: &self.objects[map].1, at: 0 };
        let (mut out, mut before) = (BTreeMap::new(), Vec::new());
        while let Some(thing) = tokens.thing() {
            match thing {
                Thing::Word(word) if word == "endbfchar" => {
                    for pair in before.chunks(2) {
                        let [Thing::Bytes(code), Thing::Bytes(letters)] = pair else { panic!("{pair:?}") };
                        out.insert(u16::from_be_bytes([code[0], code[1]]), utf16(letters));
                    }
                }
                Thing::Word(_) => before.clear(),
                thing => before.push(thing),
            }
        }
        out
    }
}

/// The object at a place: its number, what it is, and its stream unpacked.
fn object(bytes: &[u8], at: usize) -> (u32, (Thing, Vec<u8>)) {
    let mut tokens = Tokens { bytes, at };
    let number = u32::try_from(tokens.thing().unwrap().number()).unwrap();
    tokens.thing();
    tokens.thing();
    let thing = tokens.thing().unwrap();
    let Some(Thing::Word(word)) = tokens.thing() else { panic!("object {number}") };
    if word != "stream" {
        return (number, (thing, Vec::new()));
    }
    let Thing::Dictionary(about) = &thing else { panic!("a stream without a dictionary") };
    let start = tokens.at + if bytes[tokens.at] == b'\r' { 2 } else { 1 };
    let packed = &bytes[start..start + about["Length"].number()];
    let mut stream = Vec::new();
    match about.get("Filter") {
        Some(_) => drop(flate2::read::ZlibDecoder::new(packed).read_to_end(&mut stream).unwrap()),
        None => stream.extend(packed),
    }
    (number, (thing, stream))
}

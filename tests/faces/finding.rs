//! What search words lead to, on the screen in three languages: the block that says it is in sight, and marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use smo_desk::content::Lang;
use smo_desk::tui::app::App;
use smo_desk::tui::view;

use crate::play::script::{content, play, start_in};

/// The lines on the screen with something that stands out.
fn marked(app: &App) -> String {
    let (columns, rows) = app.geometry.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::render(app, buffer.area, &mut buffer);
    let area = Rect::new(0, 1, columns, rows - 1);
    let lines = area.rows().filter_map(|row| {
        let cells: Vec<_> = row.columns().map(|cell| &buffer[(cell.x, cell.y)]).collect();
        let is_strong = cells.iter().any(|cell| cell.modifier.contains(Modifier::BOLD));
        is_strong.then(|| cells.iter().map(|cell| cell.symbol()).collect::<String>())
    });
    // A sentence goes on where the line ends.
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words, and what is marked then, by language.
const TABLE: &[(&[&str], [&str; 3])] = &[
    (&["asylum", "asilo", "azil"], ["Asylum in the host country", "Asilo en el país de acogida", "Azil nan peyi"]),
    (&["photo", "foto"], ["A clear photo", "Una foto clara", "Yon foto klè"]),
    (&["3000<space>203"], ["1 800 3000", "1 800 3000", "1 800 3000"]),
    (&["help<space>line", "línea<space>de<space>ayuda", "liy<space>èd"], ["0 1800 519", "0 1800 519", "0 1800 519"]),
    (&["venezolano", "venezuelan", "venezyelyen"], ["or Venezuelan", "venezolana", "venezwelyen"]),
    (&["apátrida", "stateless"], ["speak of people", "sin nacionalidad", "san nasyonalite"]),
    (&["children", "niños", "timoun"], ["Information on", "Información sobre", "sou manm fanmi"]),
    (&["minor", "menor", "minè", "age", "edad", "laj"], ["Colombia: Age", "Colombia: Edad", "Kolonbi: Laj"]),
    (&["email", "correo", "imel"], ["Valid e-mail", "Correo electrónico", "Adrès imèl"]),
    (&["phone", "teléfono", "telefòn"], ["Valid phone", "Número de teléfono", "Nimewo telefòn"]),
    (&["cost", "free", "gratis"], ["The application is free", "es gratuita", "Demann nan gratis"]),
    (&["fraud", "estafa", "fwod"], ["Beware of anyone", "Cuidado con quien", "Fè atansyon"]),
    (&["deadline", "plazo"], ["Colombia: There by", "Colombia: Llegada", "Kolonbi: Arive"]),
    (&["appointment", "cita", "randevou"], ["An appointment needs", "Para una cita", "Pou yon randevou"]),
    (&["lawyer", "abogado", "avoka"], ["not legal advice", "asesoría legal", "konsèy legal"]),
    (
        &[
            "how<space>long<space>in<space>all",
            "cuánto<space>dura<space>en<space>total",
            "konbyen<space>tan<space>an<space>tout",
        ],
        ["How long in all", "Cuánto en total", "Konbyen tan an tou"],
    ),
    (&["passport", "pasaporte", "paspò"], ["passport", "pasaporte", "paspò"]),
];

#[test]
fn a_hit_is_in_sight_and_marked() {
    let mut faults = Vec::new();
    for (n, language) in content().languages.iter().enumerate() {
        for size in [(80, 24), (40, 12), (120, 40)] {
            for (words, expected) in TABLE {
                for word in *words {
                    let mut app = start_in(n, false, size);
                    play(&mut app, &format!("/{word}<enter>"));
                    let (marked, expected) = (marked(&app), expected[n]);
                    if !marked.contains(expected) {
                        faults.push(format!("{word} in {}, {size:?}: {expected:?} is not in {marked}", language.id));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_language_is_spoken_at_once() {
    for (word, lang) in [("spanish", 1), ("español", 1), ("panyòl", 1), ("english", 0), ("kreyòl", 2)] {
        let mut app = start_in(0, false, (80, 24));
        play(&mut app, &format!("/{word}<enter>"));
        assert_eq!(app.desk.lang(), Lang(lang), "{word}");
    }
}

/// Reading on keeps the mark, and anything else takes it away.
#[test]
fn the_mark_goes_with_the_next_command() {
    let mut app = start_in(0, false, (80, 24));
    play(&mut app, "/fraud<enter>");
    assert!(marked(&app).contains("Beware"));
    play(&mut app, "<esc>");
    assert!(!marked(&app).contains("Beware"));
}

/// The screen as text.
fn shown(app: &App) -> Vec<String> {
    let (columns, rows) = app.geometry.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::render(app, buffer.area, &mut buffer);
    let line = |row: Rect| row.columns().map(|cell| buffer[(cell.x, cell.y)].symbol().to_owned()).collect();
    buffer.area.rows().map(line).collect()
}

/// What is typed, in which language, and what is offered first: whole, with how many there are.
const FIRST: &[(usize, &str, &str)] = &[
    (0, "parole", "= Parole for certain nationalities, pathway  1/"),
    (1, "parole", "= Permiso (parole) para ciertas nacion"),
    (2, "libète<space>sou<space>kondisyon", "chemen  1/"),
    (0, "how<space>long", "= Arrival"),
    (0, "time", "= Arrival"),
    (1, "cuánto<space>tarda", "= Llegada"),
    (2, "konbyen<space>tan", "= Arive"),
    (0, "guatemala<space>help", "= Guatemala, office  1/"),
    (1, "ayuda<space>guatemala", "= Guatemala, oficina  1/"),
    (2, "gwatemala<space>èd", "= Gwatemala, biwo  1/"),
    (0, "paro", "= Parole (USCIS): humanitarian, case b"),
    (0, "help", "= help, ?  1/"),
    (1, "ayuda", "= ayuda, ?  1/"),
];

#[test]
fn the_first_hit_has_its_whole_name_and_the_count() {
    let mut faults = Vec::new();
    for (lang, words, expected) in FIRST {
        let mut app = start_in(*lang, false, (80, 24));
        play(&mut app, &format!("/{words}"));
        let lines = shown(&app);
        if !lines.iter().any(|line| line.contains(expected)) {
            let line = lines.into_iter().find(|line| line.contains(" / ")).unwrap_or_default();
            faults.push(format!("{words}: {expected:?} is not in {line}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// However long the name is and whatever is typed, the count stands in full.
#[test]
fn the_count_of_hits_is_never_cut() {
    for lang in 0..content().languages.len() {
        for size in [(60, 20), (80, 24), (120, 40)] {
            for words in ["no", "a", "parole", "familia", "guatemala<space>help", "statement<space>about<space>who"] {
                let mut app = start_in(lang, false, size);
                play(&mut app, &format!("/{words}"));
                let lines = shown(&app);
                let Some(line) = lines.iter().find(|line| line.contains("= ")) else { continue };
                let count = line.trim_end().rsplit("  ").next().unwrap_or_default();
                let parts: Vec<&str> = count.split('/').collect();
                assert!(parts.len() == 2 && parts.iter().all(|n| n.parse::<usize>().is_ok()), "{words}: {line}");
            }
        }
    }
}

/// A step is not opened past the notice that bears on it, and nothing is opened inside of a sentence.
#[test]
fn a_hit_opens_where_something_begins() {
    for (words, top) in [
        ("how<space>long", "(!) "),
        ("guatemala<space>help", "(!) Applicants were told"),
        ("fraud", ""),
        ("no<space>wait", ""),
        ("appointment", ""),
    ] {
        let mut app = start_in(0, false, (80, 24));
        play(&mut app, &format!("/{words}<enter>"));
        let lines = shown(&app);
        let right = |line: &String| line.split_once('│').map_or(line.clone(), |(_, right)| right.to_owned());
        let detail: Vec<String> = lines.iter().skip(3).map(right).map(|line| line.trim().to_owned()).collect();
        let first = detail.iter().find(|line| !line.is_empty()).cloned().unwrap_or_default();
        let begins = first.trim_start_matches("(!) ").trim_start_matches("> ").starts_with(char::is_uppercase);
        assert!(begins, "{words}: {first} in {lines:#?}");
        assert!(detail.iter().any(|line| line.starts_with(top)), "{words}: {lines:#?}");
    }
}

/// A single full stop would read as the end of a sentence.
#[test]
fn in_ascii_a_cut_text_ends_with_a_sign_of_its_own() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        for keys in ["/parole", "p", "z", "/beware"] {
            let [with, plain] = [false, true].map(|ascii| {
                let mut app = start_in(0, ascii, size);
                play(&mut app, keys);
                shown(&app)
            });
            // The last line has a sign of its own for what is below.
            for (with, plain) in with.iter().zip(&plain).take(with.len() - 1) {
                assert_eq!(with.matches('…').count(), plain.matches('~').count(), "{with}\n{plain}");
                assert!(!plain.contains(".. "), "{plain}");
            }
        }
    }
}

/// The names of a list stand in one column, their texts in another.
#[test]
fn what_is_found_stands_in_columns() {
    let mut seen = 0;
    for (lang, size) in
        (0..content().languages.len()).flat_map(|lang| [(120, 40), (80, 24), (60, 20)].map(|size| (lang, size)))
    {
        for word in ["s", "a", "co", "e"] {
            let mut app = start_in(lang, false, size);
            play(&mut app, &format!("/{word}<tab>"));
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            view::render(&app, buffer.area, &mut buffer);
            let quiet = |x, y| buffer[(x, y)].modifier.contains(Modifier::DIM) && buffer[(x, y)].symbol() != " ";
            // What each hit is stands at the right edge: texts are what stands back left of it.
            let first = |y: u16| (0..size.0 * 2 / 3).find(|x| quiet(*x, y));
            let columns: Vec<u16> = (size.1 / 2 - 2..size.1 - 3).filter_map(first).collect();
            assert!(columns.windows(2).all(|two| two[0] == two[1]), "{word} {lang} {size:?}: {columns:?}");
            seen += columns.len();
        }
    }
    assert!(seen > 100, "{seen}");
}

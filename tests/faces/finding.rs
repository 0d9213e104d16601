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

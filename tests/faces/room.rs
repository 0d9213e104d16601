//! What a large screen makes of its room where the line is fast.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::document::{self, Depth};
use smo_desk::tui::pace::Haste;
use smo_desk::tui::view;

use crate::play::script::{play, start_in};

/// The rows of a picture.
fn rows(buffer: &Buffer) -> Vec<String> {
    let area = *buffer.area();
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
    (0..area.height).map(row).collect()
}

/// What stands beside the list, in one line.
fn detail(rows: &[String]) -> String {
    let right = rows.iter().filter_map(|row| row.rsplit_once('\u{2502}')).map(|(_, right)| right);
    right.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Beside the list of offices stands all that there is to say of one, or no more than a third of the rows is empty.
#[test]
fn no_more_than_a_third_is_empty_where_there_is_more_to_say() {
    let mut fuller = 0;
    for (width, height) in [(100, 33), (100, 40), (120, 36), (120, 40), (120, 50), (160, 36), (160, 50), (200, 60)] {
        for (lang, office) in (0..3).flat_map(|lang| (0..4).map(move |office| (lang, office))) {
            let mut state = start_in(lang, false, (width, height));
            play(&mut state, &"<down>".repeat(office));
            let picture = |haste| {
                let mut shown = start_in(lang, false, (width, height));
                play(&mut shown, &"<down>".repeat(office));
                shown.haste = haste;
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                view::render(&shown, *buffer.area(), &mut buffer);
                rows(&buffer)
            };
            let rows = picture(Haste::None);
            let whole = document::office(&state.desk.context(), state.desk.office(), Depth::Whole);
            let last = &whole.blocks.last().unwrap().text;
            let last = last.split_whitespace().collect::<Vec<_>>().join(" ");
            let at = format!("office {office} in language {lang} at {width}x{height}");
            let empty =
                rows.iter().filter(|row| row.rsplit_once('\u{2502}').is_some_and(|(_, right)| right.trim().is_empty()));
            assert!(
                detail(&rows).contains(&last) || empty.count() <= usize::from(height) / 3,
                "{at}:\n{}",
                rows.join("\n")
            );
            fuller += usize::from(detail(&rows).len() > detail(&picture(Haste::Slow)).len());
        }
    }
    assert!(fuller > 20, "a slow line says less only {fuller} times");
}

/// On a low and narrow screen, too, the office stands below the list.
#[test]
fn below_the_list_of_offices_stands_what_there_is_room_for() {
    for (size, lang) in [(60, 20), (60, 24), (66, 30)].into_iter().flat_map(|size| (0..3).map(move |lang| (size, lang)))
    {
        for office in 0..4 {
            let mut state = start_in(lang, false, size);
            play(&mut state, &"<down>".repeat(office));
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            view::render(&state, *buffer.area(), &mut buffer);
            let body = state.geometry.body;
            let rows = &rows(&buffer)[usize::from(body.y)..usize::from(body.bottom())];
            let glance = document::office(&state.desk.context(), state.desk.office(), Depth::Glance);
            let last = glance.blocks.last().unwrap().text.split_whitespace().last().unwrap().to_owned();
            let empty = rows.iter().filter(|row| row.trim().is_empty()).count();
            assert!(
                empty <= rows.len() / 3 || rows.iter().any(|row| row.contains(&last)),
                "office {office} in {lang} at {size:?}:\n{}",
                rows.join("\n")
            );
        }
    }
}

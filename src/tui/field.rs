//! Fields in which something is typed.

use tui_input::{Input, InputRequest};

use super::key::{Key, is_text};

/// Characters that a field takes at most, unless it says otherwise: pasted megabytes end here.
pub const LONGEST: usize = 120;

/// What a key that commands nothing does to a field.
pub fn request(key: Key) -> Option<InputRequest> {
    Some(match key {
        // Where letters are typed, one that is held with Alt is typed too.
        Key::Char(c) | Key::Alt(c) if is_text(c) => InputRequest::InsertChar(c),
        Key::Backspace => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('u') => InputRequest::DeleteLine,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        _ => return None,
    })
}

/// Applies a request to a field of at most `longest` characters. Whether the text changed.
pub fn edit(input: &mut Input, request: InputRequest, longest: usize) -> bool {
    let is_full = input.value().chars().count() >= longest;
    if is_full && matches!(request, InputRequest::InsertChar(_)) {
        return false;
    }
    input.handle(request).is_some_and(|change| change.value)
}

/// The digit that a request types, where it types one.
pub fn digit(request: InputRequest) -> Option<usize> {
    let InputRequest::InsertChar(c) = request else { return None };
    usize::try_from(c.to_digit(10)?).ok()
}

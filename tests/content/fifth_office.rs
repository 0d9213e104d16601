//! The content model is in command: an office, a question, a step and a language come by edits of files alone.

mod command_line;
mod made;
mod screen;

//! The answers of a question, by the words that people have for them.

use crate::content::Content;

/// The fewest letters of which one can be wrong.
const MISSPELT: usize = 6;

impl Content {
    /// The answer to a question that words stand for, as on the command line. They are in the form of [`spaced`].
    pub fn answer_of(&self, question: &str, words: &str) -> Option<&str> {
        let mut answers = self.hearing.answers.iter().filter(|(id, ..)| id == question);
        answers.find(|(.., phrases)| phrases.iter().any(|phrase| phrase == words)).map(|(_, answer, _)| &**answer)
    }

    /// The answers of which some words are meant with a letter wrong, missing or too much, each once.
    pub fn answers_near(&self, question: &str, words: &str) -> Vec<&str> {
        let is_near = |phrase: &String| {
            let is_long = phrase.len() >= MISSPELT && words.len() >= MISSPELT;
            is_long && phrase.len().abs_diff(words.len()) <= 1 && strsim::osa_distance(phrase, words) <= 1
        };
        let answers = self.hearing.answers.iter().filter(|(id, ..)| id == question);
        let near = answers.filter(|(.., phrases)| phrases.iter().any(is_near));
        let mut found: Vec<&str> = near.map(|(_, answer, _)| &**answer).collect();
        found.dedup();
        found
    }
}

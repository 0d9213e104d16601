//! The engine of the guided form, the sentences made from it, and the desk that all faces share.

mod choices;
mod contact;
mod countries;
mod dates;
mod desk;
mod engine;
mod hearing;
mod model;
mod numbers;
mod person;
mod property;
mod reading;
mod reasons;
mod sentences;
mod sequences;
mod words;

//! Tables of what many places name: files, sources, unknown facts.

use std::collections::BTreeMap;

use trefonds_export::lists::phrases;
use trefonds_findings::{SourceAt, UnknownFact};

use super::contract::At;
use crate::LANGUAGES;

/// Texts, each once.
#[derive(Default)]
pub(crate) struct Texts {
    places: BTreeMap<String, usize>,
    all: Vec<String>,
}

impl Texts {
    pub(crate) fn place(&mut self, text: &str) -> usize {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        self.places.insert(text.to_owned(), self.all.len());
        self.all.push(text.to_owned());
        self.all.len() - 1
    }

    pub(crate) fn into_all(self) -> Vec<String> {
        self.all
    }
}

/// What the page's data refers to by number.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) files: Texts,
    pub(crate) sources: Texts,
    places: BTreeMap<String, usize>,
    /// Unknown facts in words, in both languages.
    pub(crate) facts: [Vec<String>; 2],
}

impl Tables {
    pub(crate) fn at(&mut self, at: &SourceAt) -> At {
        // What is no text of lines has where it is behind its name.
        let whole = at.spot.as_ref().map(|_| at.to_string());
        At(self.files.place(whole.as_deref().unwrap_or(&at.file)), at.line, at.column)
    }

    pub(crate) fn fact(&mut self, fact: &UnknownFact) -> usize {
        if let Some(place) = self.places.get(&fact.id) {
            return *place;
        }
        let place = self.places.len();
        self.places.insert(fact.id.clone(), place);
        for (lang, texts) in LANGUAGES.into_iter().zip(&mut self.facts) {
            texts.push(phrases::unknown_at(lang, fact));
        }
        place
    }
}

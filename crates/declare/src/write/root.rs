//! What stands once in the whole inventory, and sources.

use trefonds_model::Jurisdiction;

use super::{Why, Writer};
use crate::forms::{Catalogue, Declarations, LawsOf, Source};
use crate::yaml::{Fields, Tree};

/// The version of the format that is written.
const VERSION: &str = "1";

impl<'d> Writer<'d> {
    pub(super) fn root(&mut self, file: &'d Declarations<'d>) -> Fields<'d> {
        let mut fields = Fields::default();
        fields.put("trefonds", file.version.map(|_| Tree::word(VERSION)));
        fields.put_text("title", file.title.as_ref().map(|it| &it.text));
        if let Some((home, _)) = &file.home {
            if home.is_empty() {
                self.fault("home", Why::Empty);
            }
            let codes = home.iter().map(|it: &Jurisdiction| Tree::word(it.code()));
            fields.put("home", Some(Tree::List(codes.collect())));
        }
        fields.put("as_of", file.as_of.map(|(day, _)| Tree::word(day.to_string())));
        fields.put("catalogue", file.catalogue.as_ref().map(|(it, _)| catalogue(it)));
        fields.put_text("currency", file.currency.as_ref().map(|it| &it.text));
        if let Some((entities, _)) = file.organisation.as_ref().filter(|(it, _)| !it.is_empty()) {
            let names = entities.iter().map(|it| Tree::text(&it.text)).collect();
            fields.put("organisation", Some(Tree::one_or_list(names)));
        }
        if let Some((asks, _)) = file.asks.as_ref().filter(|(asks, _)| !asks.is_empty()) {
            let mut kinds = Fields::default();
            for (kind, who) in asks {
                kinds.put(kind.word(), Some(Tree::text(who)));
            }
            fields.put("asks", Some(Tree::Map(kinds)));
        }
        fields
    }

    pub(super) fn source(&mut self, source: &'d Source<'d>) -> Fields<'d> {
        let mut fields = Fields::default();
        self.required("title", source.title.is_some());
        fields.put_text("title", source.title.as_ref());
        fields.put_text("publisher", source.publisher.as_ref());
        // A year is a number to YAML, and the day of a source to the reader.
        let date = source.date.as_ref().map(|date| &*date.text);
        let is_day = |it: &str| {
            it.starts_with(|c: char| c.is_ascii_digit())
                && it.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        };
        fields.put("date", date.map(|it| if is_day(it) { Tree::word(it) } else { Tree::text(it) }));
        fields.put_text("link", source.link.as_ref());
        fields
    }

    /// Notes what must be said and is not.
    pub(super) fn required(&mut self, key: &'static str, said: bool) {
        if !said {
            self.fault(key, Why::Missing);
        }
    }
}

/// Which catalogue, in its short form where an edition is all that is said.
fn catalogue<'d>(said: &'d Catalogue<'d>) -> Tree<'d> {
    let edition = match said.edition {
        Some((edition, _)) => Tree::word(edition.to_string()),
        None => Tree::word("none"),
    };
    let mut fields = Fields::one("edition", edition);
    fields.put(
        "laws",
        match &said.laws {
            LawsOf::Nobody => None,
            LawsOf::All => Some(Tree::word("all")),
            LawsOf::These(these) => {
                Some(Tree::List(these.iter().map(|it| Tree::word(it.code())).collect()))
            }
        },
    );
    if !said.also.is_empty() {
        let also = said.also.iter().map(|name| Tree::text(&name.text)).collect();
        fields.put("also", Some(Tree::one_or_list(also)));
    }
    match fields.0.as_mut_slice() {
        [(_, edition)] => std::mem::replace(edition, Tree::word("")),
        _ => Tree::Map(fields),
    }
}

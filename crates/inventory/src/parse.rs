//! One file to unresolved facts: what is said, with the names of other things still as texts.
//!
//! The reader pulls events and goes straight into typed facts. A bad value costs one message and
//! is skipped; reading goes on behind it. Nothing here knows another file.

mod alternatives;
mod amend;
mod catalogue;
mod components;
mod entities;
mod facts;
mod hidden;
mod identifiers;
mod laws;
mod node;
mod recovery;
mod requirements;
mod root;
mod scalars;
mod sites;
mod sources;

pub(crate) use trefonds_declare::forms::*;

/// What one file gave.
pub struct Parsed<'a> {
    /// What it declares, names of other things still as texts.
    pub facts: Declarations<'a>,
    /// Its problems, in the order in which they were met.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it was read to its end.
    pub complete: bool,
}

/// The keys of every mapping of the format.
pub(crate) fn known_keys() -> impl Iterator<Item = &'static str> {
    let all = [
        root::ROOT,
        catalogue::CATALOGUE,
        requirements::CHANGES,
        components::COMPONENT,
        components::SUPPLY,
        components::LOCATION,
        components::DATA,
        recovery::CHANGE,
        recovery::RECOVERY,
        recovery::STAND_IN,
        alternatives::ALTERNATIVE,
        facts::PARTY,
        requirements::REQUIREMENT,
        entities::ENTITY,
        entities::HOLDING,
        entities::SHARE,
        entities::CONTROL,
        sites::SITE,
        laws::LAW,
        sources::SOURCE,
        laws::RULE,
    ];
    all.into_iter().flatten().copied()
}

use trefonds_lang::Lang;
use trefonds_model::Date;
use trefonds_source::{Diagnostic, FileId, Span};

use crate::slips::{self, Slip};
use crate::{Limits, diags};
use trefonds_read::{Format, Stop, Stream};

/// Reads one file: its facts, and its problems in the order in which they were met.
pub(crate) fn parse<'a>(
    file: FileId,
    name: &str,
    text: &'a str,
    format: Format,
    lang: Lang,
    limits: Limits,
) -> Parsed<'a> {
    let mut reader = Reader {
        stream: Stream::new(text, format, limits),
        file,
        lang,
        text,
        diagnostics: Vec::new(),
        fresh: (0, 0),
        newest_verified: None,
        dated: None,
        hidden: Vec::new(),
    };
    let mut facts = Declarations::default();
    reader.root(name, &mut facts);
    facts.hidden = std::mem::take(&mut reader.hidden);
    (facts.newest_verified, facts.dated) = (reader.newest_verified, reader.dated);
    let complete = reader.stream.stop().is_none();
    reader.report_stop(format, limits);
    Parsed { facts, diagnostics: reader.diagnostics, complete }
}

/// Reads the events of one file.
pub(crate) struct Reader<'a> {
    stream: Stream<'a>,
    file: FileId,
    lang: Lang,
    text: &'a str,
    diagnostics: Vec<Diagnostic>,
    /// How many events had been read when the latest problems were reported, and where these begin.
    fresh: (usize, usize),
    newest_verified: Option<Date>,
    /// The first date from or until which something holds.
    dated: Option<Span>,
    /// What was said of undisclosed facts, in the order in which it was met.
    hidden: Vec<Hidden<'a>>,
}

impl Reader<'_> {
    /// Reports a problem. Once the file cannot be read on, what seems missing is not.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.stream.stop().is_some() {
            return;
        }
        if self.fresh.0 != self.stream.read_so_far() {
            self.fresh = (self.stream.read_so_far(), self.diagnostics.len());
        }
        self.diagnostics.push(diagnostic);
    }

    fn report_stop(&mut self, format: Format, limits: Limits) {
        let Some(stop) = self.stream.stop().cloned() else {
            return;
        };
        let (lang, file, text) = (self.lang, self.file, self.text);
        let at = |at: u32| Span::new(file, at, next_char(text, at));
        let diagnostic = match stop {
            Stop::Syntax { at: place, reason } if format == Format::Yaml => {
                let slip = slips::explain(text, place, reason.english());
                self.forget_effects(&slip);
                diags::slip(lang, Span::new(file, slip.start, slip.end), &slip.mistake)
            }
            Stop::Syntax { at: place, reason } => {
                diags::syntax(lang, at(place), format.name(), &diags::reason(lang, &reason))
            }
            Stop::TooDeep { at: place } => diags::too_deep(lang, at(place), limits.depth),
            Stop::AliasBomb { at: place } => diags::alias_bomb(lang, at(place)),
            Stop::AliasCycle { at: place } => diags::alias_cycle(lang, at(place)),
        };
        self.diagnostics.push(diagnostic);
    }

    /// Takes back what was reported because of the slip: of its own lines, and what seemed missing at
    /// the end of a mapping that it cut off.
    fn forget_effects(&mut self, slip: &Slip) {
        let (read, first) = self.fresh;
        let cut_off = read + 1 >= self.stream.read_so_far();
        let mut at = 0;
        self.diagnostics.retain(|diagnostic| {
            at += 1;
            let start = diagnostic.labels.first().map(|label| label.span.start);
            let missing = diagnostic.code == diags::Code::MissingKey.as_str();
            let effect = start.is_some_and(|start| start >= slip.from);
            !(effect || (missing && cut_off && at > first))
        });
    }
}

/// The end of the character at `at`, which is underlined; nothing at a line's end.
fn next_char(text: &str, at: u32) -> u32 {
    let next = text.get(at as usize..).and_then(|rest| rest.chars().next());
    at + next.filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8) as u32
}

#[cfg(test)]
mod tests {
    use super::{
        alternatives, components, entities, facts, hidden, laws, recovery, requirements, root,
        sites,
    };

    /// The keys of one mapping of the schema, in order.
    fn keys_of(mapping: &serde_json::Value) -> Option<Vec<&str>> {
        let mut keys: Vec<&str> =
            mapping.get("properties")?.as_object()?.keys().map(String::as_str).collect();
        keys.sort_unstable();
        Some(keys)
    }

    #[test]
    fn the_schema_has_the_keys_that_are_read() {
        let schema: serde_json::Value = serde_json::from_str(crate::schema()).unwrap();
        let long_form = |mapping: &'static str| {
            let mapping = &schema["$defs"][mapping];
            let mut forms = mapping["anyOf"].as_array().into_iter().flatten();
            keys_of(mapping).or_else(|| forms.find_map(keys_of)).unwrap()
        };
        let read = |keys: &[&'static str]| {
            let mut keys = keys.to_vec();
            keys.sort_unstable();
            keys
        };
        assert_eq!(keys_of(&schema).unwrap(), read(root::ROOT));
        for (mapping, keys) in [
            ("asks", root::ASKS),
            ("component", components::COMPONENT),
            ("alternative", alternatives::ALTERNATIVE),
            ("supplier", components::SUPPLY),
            ("change", recovery::CHANGE),
            ("recovery", recovery::RECOVERY),
            ("stand_in", recovery::STAND_IN),
            ("denied", laws::DENIED),
            ("place", components::LOCATION),
            ("data", components::DATA),
            ("party", facts::PARTY),
            ("requirement", requirements::REQUIREMENT),
            ("soft_group", requirements::SOFT_GROUP),
            ("entity", entities::ENTITY),
            ("stated_country", entities::COUNTRY),
            ("holding", entities::HOLDING),
            ("share", entities::SHARE),
            ("control", entities::CONTROL),
            ("site_facts", sites::SITE),
            ("law", laws::LAW),
            ("rule", laws::RULE),
            ("hidden", hidden::HIDDEN),
        ] {
            assert_eq!(long_form(mapping), read(keys), "{mapping}");
            assert!(keys.len() <= super::node::MOST_KEYS, "{mapping}");
        }
    }
}

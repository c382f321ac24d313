//! One thing, one name: an identifier of the world stands on one entity only.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use trefonds_lang::Lang;
use trefonds_model::{Country, EntityIx, Inventory};
use trefonds_source::{Diagnostic, Span};

use crate::diags;
use crate::forms::{Declarations, Identifier, Name};
use crate::validate::lei;

/// Reports every entity whose LEI stands on another one before it.
pub(super) fn one_lei(files: &[Declarations<'_>], lang: Lang, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: FxHashMap<&str, (Span, &str)> = FxHashMap::default();
    for entity in files.iter().flat_map(|file| &file.entities) {
        let lei = entity.lei.as_ref().filter(|lei| lei::is_valid(&lei.text));
        let Some(lei) = lei else { continue };
        let (at, id) = *first.entry(&lei.text).or_insert((lei.at, &entity.id.text));
        if at != lei.at {
            let (own, lei_text) = (&entity.id.text, &lei.text);
            diagnostics.push(diags::duplicate_lei(lang, lei.at, at, lei_text, (id, own)));
        }
    }
}

/// Reports every identifier that stands on another thing of its kind before it. The `lei` of an entity is
/// one as well, but two of these are reported as such.
pub(super) fn one_identifier(
    files: &[Declarations<'_>],
    lang: Lang,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let all = || files.iter();
    let mut seen = Seen { first: FxHashMap::default(), lang, diagnostics };
    all().flat_map(|file| &file.components).for_each(|it| seen.thing(&it.id, &it.same_as));
    seen.first.clear();
    for entity in all().flat_map(|file| &file.entities) {
        if let Some(lei) = &entity.lei {
            seen.first.entry((lei::SCHEME, &lei.text)).or_insert((lei.at, &entity.id.text));
        }
    }
    all().flat_map(|file| &file.entities).for_each(|it| seen.thing(&it.id, &it.same_as));
    seen.first.clear();
    all().flat_map(|file| &file.sites).for_each(|it| seen.thing(&it.id, &it.same_as));
}

/// Where each identifier of a kind of things stands first, and on which of them.
struct Seen<'d> {
    first: FxHashMap<(&'d str, &'d str), (Span, &'d str)>,
    lang: Lang,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'d> Seen<'d> {
    fn thing(&mut self, own: &'d Name<'_>, identifiers: &'d [Identifier<'_>]) {
        for Identifier { scheme, value } in identifiers {
            let key = (&*scheme.text, &*value.text);
            let (first, id) = *self.first.entry(key).or_insert((value.at, &own.text));
            if id != own.text {
                let of =
                    diags::duplicate_identifier(self.lang, value.at, first, key, (id, &own.text));
                self.diagnostics.push(of);
            }
        }
    }
}

/// Warns of entities of one name, but for case and spaces, and one country.
pub(super) fn one_name(inventory: &Inventory, lang: Lang, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(String, Country), EntityIx> = BTreeMap::new();
    for (at, entity) in inventory.entities.iter().enumerate() {
        let own = EntityIx(at as u32);
        let words = inventory.entity_name(own).split_whitespace().map(str::to_lowercase);
        let name = words.collect::<Vec<_>>().join(" ");
        let other = entity.country.items.iter().find_map(|fact| {
            let known = *first.entry((name.clone(), fact.country)).or_insert(own);
            (known != own).then_some(known)
        });
        if let Some(other) = other.map(|other| inventory.entity(other)) {
            let ids = (inventory.text(other.id), inventory.text(entity.id));
            let name = inventory.entity_name(own);
            diagnostics.push(diags::same_name(lang, entity.at, other.at, name, ids));
        }
    }
}

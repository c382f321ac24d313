//! Facts that age, of which a further set says something else and later: who owns an entity, where it is.

use trefonds_model::{Date, Stated, Verification};
use trefonds_source::Span;

use super::{Joiner, Thing};
use crate::diags;
use crate::forms::{Entity, NoteBox, Noted, Site};

/// What is said of one thing that may change.
pub(super) struct Aging<'t> {
    /// The key of the format.
    pub(super) key: &'static str,
    /// What is said, in words that are the same where the same is said.
    pub(super) said: Vec<String>,
    /// The newest day on which it was verified, or from which it holds.
    pub(super) day: Option<Date>,
    pub(super) at: Span,
    /// Whose.
    pub(super) id: &'t str,
}

impl<'f> Joiner<'_, 'f> {
    /// Tells of each fact that a further set says otherwise, as of a later day.
    pub(super) fn tell_newer<T: Thing<'f>>(&mut self, own: &T, second: &T) {
        for (own, second) in own.aging().into_iter().zip(second.aging()) {
            let differs =
                !own.said.is_empty() && !second.said.is_empty() && own.said != second.said;
            let Some(day) =
                second.day.filter(|day| differs && own.day.is_none_or(|own| own < *day))
            else {
                continue;
            };
            let places = (own.at, second.at);
            let (key, day) = (own.key, self.lang.day(&day.to_string()));
            let told = diags::newer_in_catalogue(self.lang, places, own.id, (key, &day));
            self.diagnostics.push(told);
        }
    }
}

/// The day of a fact.
fn day(note: &NoteBox<'_>) -> Option<Date> {
    let note = note.as_ref()?;
    let verified = match note.verification {
        Verification::VerifiedOn(day) => Some(day),
        _ => None,
    };
    verified.max(note.from)
}

fn aging<'t, T>(
    (key, id): (&'static str, &'t str),
    list: &Stated<Noted<'_, T>>,
    words: impl Fn(&T) -> String,
) -> Aging<'t> {
    let mut said: Vec<String> = list.items.iter().map(|it| words(&it.value)).collect();
    said.sort_unstable();
    let day = list.items.iter().filter_map(|it| day(&it.note)).max();
    Aging { key, said, day, at: list.at, id }
}

pub(super) fn of_entity<'t>(entity: &'t Entity<'_>) -> Vec<Aging<'t>> {
    let id = &*entity.id.text;
    let name = |name: &Option<crate::forms::Name<'_>>| {
        name.as_ref().map_or("dispersed", |name| &*name.text).to_owned()
    };
    vec![
        aging(("country", id), &entity.country, |country| country.code().to_owned()),
        aging(("owned_by", id), &entity.owned_by, |holding| name(&holding.holder)),
        aging(("controlled_by", id), &entity.controlled_by, |it| it.entity.text.to_string()),
    ]
}

pub(super) fn of_site<'t>(site: &'t Site<'_>) -> Vec<Aging<'t>> {
    let id = &*site.id.text;
    vec![
        aging(("country", id), &site.country, |country| country.code().to_owned()),
        aging(("operator", id), &site.operators, |name| name.text.to_string()),
    ]
}

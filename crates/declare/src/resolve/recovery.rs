//! Who can change a component from afar, how many of its places it needs, what its repair needs.

use trefonds_model::{Change, NeedsPlaces, Recovery, Rest, Stated};
use trefonds_source::Span;

use super::Resolver;
use crate::diags;
use crate::forms::{self, Noted, Place};

impl Resolver<'_> {
    pub(super) fn change(&mut self, raw: &Noted<'_, forms::Change<'_>>) -> Option<Change> {
        Some(Change {
            entity: self.entity_named(&raw.value.entity)?,
            how: raw.value.how,
            because: self.text(raw.value.because.as_ref()),
            note: self.note(&raw.note),
            at: raw.at,
        })
    }

    /// What the repair of a component needs: never the component itself.
    pub(super) fn recovery(
        &mut self,
        raw: &Noted<'_, forms::Recovery<'_>>,
        own: &str,
    ) -> Option<Recovery> {
        let name = &raw.value.component;
        if name.text == own {
            self.diagnostics.push(diags::own_repair(self.lang, name.at, own));
            return None;
        }
        Some(Recovery {
            component: self.component_named(name)?,
            because: self.text(raw.value.because.as_ref()),
            note: self.note(&raw.note),
            at: raw.at,
        })
    }

    /// Reports a component that needs more places than all that it has.
    pub(super) fn check_places(
        &mut self,
        needed: Option<(NeedsPlaces, Span)>,
        places: &Stated<Noted<'_, Place<'_>>>,
    ) {
        let Some((NeedsPlaces::AtLeast(needed), at)) = needed else { return };
        let listed = places.items.len();
        if places.rest == Rest::Nothing && needed as usize > listed {
            let problem = diags::too_many_places(self.lang, at, places.at, needed, listed);
            self.diagnostics.push(problem);
        }
    }

    /// The same, of an option. What it does not say is the component's own, unless another option that may
    /// be taken as well says it.
    pub(super) fn check_places_of_option(
        &mut self,
        option: &forms::Alternative<'_>,
        owner: &forms::Component<'_>,
    ) {
        let others = || owner.alternatives.iter().filter(|it| it.id.text != option.id.text);
        match (option.needs_places, &option.locations) {
            (None, None) => {}
            (Some(_), Some(places)) => self.check_places(option.needs_places, places),
            (Some(_), None) => {
                if others().all(|it| it.locations.is_none()) {
                    self.check_places(option.needs_places, &owner.locations);
                }
            }
            (None, Some(places)) => {
                if others().all(|it| it.needs_places.is_none()) {
                    self.check_places(owner.needs_places, places);
                }
            }
        }
    }
}

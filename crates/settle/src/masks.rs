//! The events of a sweep, by what they switch off: one bit an event.

use rustc_hash::FxHashMap;
use trefonds_model::{ComponentIx, Country, SiteIx};

use crate::channels::Target;
use crate::events::Scope;
use crate::unknowns::UnknownIx;

/// A set of events of a sweep.
pub type Events = u128;

/// Which events switch off what.
pub struct Masks {
    parties: Vec<Events>,
    countries: Vec<(Country, Events)>,
    unknowns: FxHashMap<UnknownIx, Events>,
    components: FxHashMap<ComponentIx, Events>,
    sites: FxHashMap<SiteIx, Events>,
}

impl Masks {
    /// The masks of a block of scopes.
    pub fn new(scopes: &[Scope], entities: usize) -> Self {
        let mut masks = Self {
            parties: vec![0; entities],
            countries: Vec::new(),
            unknowns: FxHashMap::default(),
            components: FxHashMap::default(),
            sites: FxHashMap::default(),
        };
        for (at, scope) in scopes.iter().enumerate() {
            let bit = 1 << at;
            scope.parties.iter().for_each(|party| masks.parties[party.at()] |= bit);
            scope.country.iter().for_each(|country| masks.countries.push((*country, bit)));
            for unknown in scope.unknowns.iter().copied() {
                *masks.unknowns.entry(unknown).or_default() |= bit;
            }
            for site in scope.sites.iter().copied() {
                *masks.sites.entry(site).or_default() |= bit;
            }
            if let Some(component) = scope.component {
                *masks.components.entry(component).or_default() |= bit;
            }
        }
        masks
    }

    /// The events that switch off what stands at the end of a channel; a country is a state.
    pub(crate) fn of(&self, target: Target) -> Events {
        match target {
            Target::Party(entity) => self.parties[entity.at()],
            Target::Country(country) => {
                let same = self.countries.iter().filter(|(own, _)| *own == country);
                same.fold(0, |mask, (_, bit)| mask | bit)
            }
            Target::Site(site) => self.sites.get(&site).copied().unwrap_or(0),
            Target::Unknown(_) if self.unknowns.is_empty() => 0,
            Target::Unknown(unknown) => self.unknowns.get(&unknown).copied().unwrap_or(0),
        }
    }

    /// The events that are the withdrawal of a component itself.
    pub(crate) fn itself(&self, component: ComponentIx) -> Events {
        if self.components.is_empty() {
            return 0;
        }
        self.components.get(&component).copied().unwrap_or(0)
    }
}

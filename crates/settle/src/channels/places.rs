//! Where components stand, and how many of their places they need.

use trefonds_model::{
    Channel, Component, ComponentIx, FactKind, Location, Minutes, NeedsPlaces, Place,
};
use trefonds_model::{Question, Why};

use super::{Builder, Draft, Needed, Places, Target, Through};
use crate::unknowns::{Subject, Unknown, UnknownIx};

impl Builder<'_> {
    /// The places of a component. Of several, each is numbered; nobody has said how many it needs.
    pub(super) fn locations(&mut self, owner: ComponentIx, component: &Component) {
        let calendar = self.calendar;
        let stated = &component.locations;
        let holding = || stated.items.iter().filter(|l| calendar.holds(l.note));
        let unknown = calendar.gap_of_parties(stated, |l| l.note);
        let hidden = u32::from(matches!(unknown, Some(Why::Undisclosed | Why::Lapsed)));
        let firm = holding().filter(|l| self.whole.is_none() && !calendar.candidate(l.note));
        // A place that is named twice is one.
        let mut firm_places: Vec<Place> = Vec::new();
        for location in firm {
            if !firm_places.contains(&location.place) {
                firm_places.push(location.place);
            }
        }
        let places = firm_places.len() as u32 + hidden;
        let several = (places > 1).then(|| {
            let needed = match component.needs_places {
                Some(NeedsPlaces::All) => Needed::Said(places),
                Some(NeedsPlaces::AtLeast(needed)) => Needed::Said(needed.clamp(1, places)),
                None => {
                    let subject = Subject::Component(owner);
                    let unknown = Unknown::new(FactKind::Places, subject, Why::NotSaid, stated.at);
                    Needed::NotSaid(self.unknowns.add(unknown))
                }
            };
            let places = Places { count: places, needed };
            self.channels.spread.insert(owner, places);
            places
        });
        // Where enough are confirmed, one that nobody has confirmed carries nothing, and takes nothing away.
        let enough = match component.needs_places {
            Some(NeedsPlaces::AtLeast(needed)) => firm_places.len() >= needed as usize,
            _ => false,
        };
        for location in holding() {
            let draft = Draft::new(owner, Channel::Location, location.at, location.note);
            let subject = Subject::Component(owner);
            let called_for = component.layer.calls_for_site();
            let candidate = calendar.candidate(location.note).then(|| {
                let unknown = Unknown::new(FactKind::Site, subject, Why::Candidate, location.at);
                let about = None;
                self.unknowns.add(Unknown { about, called_for, ..unknown })
            });
            let candidate = candidate.or(self.whole);
            let number = firm_places.iter().position(|it| *it == location.place);
            let number = number.and_then(|at| u32::try_from(at).ok());
            let supposed = several.is_some_and(|it| it.unknown().is_none());
            let place = number.filter(|_| several.is_some() && (supposed || candidate.is_none()));
            let spare = enough && candidate.is_some();
            self.location(Draft { place, ..draft }, location, candidate, (several, spare));
        }
    }

    fn location(
        &mut self,
        draft: Draft,
        location: &Location,
        candidate: Option<UnknownIx>,
        (several, spare): (Option<Places>, bool),
    ) {
        let assumed = candidate.or(several.and_then(Places::unknown));
        // Where more than one place must be lost, no channel alone stops anything.
        let delay = match several {
            _ if spare => Minutes::NEVER,
            Some(places) if places.unknown().is_none() && !places.any_stops() => Minutes::NEVER,
            _ => Minutes::ZERO,
        };
        let site = match location.place {
            // A country does not break.
            Place::Country(_) if self.question == Question::Fault => return,
            Place::Country(country) => {
                return self.push(draft, Target::Country(country), delay, assumed);
            }
            Place::Site(site) => site,
        };
        let Draft { at, note, place, .. } = draft;
        let through = Some(Through { site, at, note, place, candidate });
        let draft = Draft { through, ..draft };
        let facts = &self.sites[site.at()];
        let said = several.is_some_and(|it| it.unknown().is_none());
        let of_place =
            |candidate: Option<UnknownIx>| draft.place.filter(|_| said || candidate.is_none());
        if self.question == Question::Fault {
            self.push(draft, Target::Site(site), delay, assumed);
        }
        let withdraws = self.question == Question::Withdrawal;
        for country in facts.countries.iter().filter(|_| withdraws) {
            let unknown = country.candidate.or(assumed);
            let draft = Draft { place: of_place(country.candidate), ..draft };
            self.push(draft, Target::Country(country.value), delay, unknown);
        }
        for unknown in facts.unknown_countries.iter().filter(|_| withdraws) {
            self.unknown_entry(draft, *unknown, delay);
        }
        let operation = Draft { channel: Some(Channel::Operation), ..draft };
        for operator in &facts.operators {
            let place = of_place(operator.candidate);
            let own = Draft { at: operator.at, note: operator.note, place, ..operation };
            let unknown = operator.candidate.or(assumed);
            self.push(own, Target::Party(operator.value), delay, unknown);
        }
        for unknown in &facts.unknown_operators {
            self.unknown_entry(operation, *unknown, delay);
        }
    }
}

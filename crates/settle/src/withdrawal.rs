//! What can be withdrawn: an event, or what is none of its own (a union, a site, a law).

use trefonds_model::{ComponentIx, Country, EntityIx, LawIx, SiteIx, Union};

use crate::events::Event;
use crate::unknowns::UnknownIx;

/// An unknown fact that a name led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownHandle(pub UnknownIx);

/// One withdrawal of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// A component fails.
    Component(ComponentIx),
    /// A legal entity withdraws, alone.
    Entity(EntityIx),
    /// A legal entity withdraws with all that it controls.
    Controller(EntityIx),
    /// A country withdraws all that it reaches.
    Country(Country),
    /// Every country of a union does.
    Union(Union),
    /// Whoever an unknown fact hides withdraws.
    Unknown(UnknownHandle),
    /// A site closes.
    Site(SiteIx),
    /// A law is applied.
    Law(LawIx),
}

/// The withdrawal of an event.
pub const fn withdrawal_of(event: Event) -> Withdrawal {
    match event {
        // What has ended is no withdrawal: no list of events holds it.
        Event::Ended(component) => Withdrawal::Component(component),
        Event::Component(component) => Withdrawal::Component(component),
        Event::Entity(entity) => Withdrawal::Entity(entity),
        Event::Site(site) => Withdrawal::Site(site),
        Event::Controller(entity) => Withdrawal::Controller(entity),
        Event::Country(country) => Withdrawal::Country(country),
        Event::Unknown(unknown) => Withdrawal::Unknown(UnknownHandle(unknown)),
    }
}

/// The event of a withdrawal, when it is one.
pub fn event_of(withdrawal: Withdrawal) -> Option<Event> {
    Some(match withdrawal {
        Withdrawal::Component(component) => Event::Component(component),
        Withdrawal::Entity(entity) => Event::Entity(entity),
        Withdrawal::Controller(entity) => Event::Controller(entity),
        Withdrawal::Country(country) => Event::Country(country.state()),
        Withdrawal::Unknown(UnknownHandle(unknown)) => Event::Unknown(unknown),
        Withdrawal::Site(site) => Event::Site(site),
        Withdrawal::Union(_) | Withdrawal::Law(_) => return None,
    })
}

//! What stands at the far end of the channels of a component.

use crate::unknown::{Kind, Unknown};
use crate::world::*;

/// What stands behind a channel of a component.
pub enum End {
    /// Somebody.
    Party(Id),
    /// A country.
    Country(String),
    /// Nobody knows.
    Unknown,
}

impl World {
    /// Who runs, houses or supplies a component, and where it stands; and whether that is no candidate.
    #[must_use]
    pub fn ends(&self, component: &Component, unknowns: &[Unknown]) -> Vec<(Channel, End, bool)> {
        let mut found = Vec::new();
        let hides = |kind, subject: &str| {
            unknowns.iter().any(|it| it.kind == kind && it.subject == subject)
        };
        for operator in component.operators.items.iter().filter(|it| self.holds(it)) {
            found.push((
                Channel::Operation,
                End::Party(operator.what.clone()),
                !operator.candidate,
            ));
        }
        for supplier in component.suppliers.items.iter().filter(|it| self.holds(it)) {
            let party = supplier.what.entity.clone();
            found.push((Channel::Supply, End::Party(party), !supplier.candidate));
        }
        for place in component.places.items.iter().filter(|it| self.holds(it)) {
            let surely = !place.candidate;
            let site = match &place.what {
                Place::Country(country) => {
                    found.push((Channel::Location, End::Country(country.clone()), surely));
                    continue;
                }
                Place::Site(site) => site,
            };
            for site in self.site_and_around(site) {
                let says = self.says_where(site);
                for country in says.countries.items.iter().filter(|it| self.holds(it)) {
                    let end = End::Country(country.what.clone());
                    found.push((Channel::Location, end, surely && !country.candidate));
                }
                for operator in site.operators.items.iter().filter(|it| self.holds(it)) {
                    let end = End::Party(operator.what.clone());
                    found.push((Channel::Operation, end, surely && !operator.candidate));
                }
                if hides(Kind::SiteCountry, &says.id) {
                    found.push((Channel::Location, End::Unknown, false));
                }
                if hides(Kind::SiteOperator, &site.id) {
                    found.push((Channel::Operation, End::Unknown, false));
                }
            }
        }
        let hidden = [
            (Kind::Operator, Channel::Operation),
            (Kind::Suppliers, Channel::Supply),
            (Kind::Place, Channel::Location),
        ];
        for (kind, channel) in hidden {
            if hides(kind, &component.id) {
                found.push((channel, End::Unknown, false));
            }
        }
        found
    }
}

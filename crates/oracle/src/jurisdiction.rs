//! The countries of the generator: their states, their unions, and where whose law runs.

use crate::lookup::Reading;
use crate::world::*;

/// The state of a country: itself, unless it is a territory.
#[must_use]
pub fn state(country: &str) -> &str {
    match country {
        "PR" => "US",
        "RE" => "FR",
        other => other,
    }
}

/// Whether a state is a member of a union; Norway is of the economic area alone.
fn is_member(union: &str, state: &str) -> bool {
    match union {
        "EU" => ["FR", "IE", "DE"].contains(&state),
        "EEA" => ["FR", "IE", "DE", "NO"].contains(&state),
        _ => false,
    }
}

/// Whether a jurisdiction, a country or a union, has a country in it: a territory is where its state is.
#[must_use]
pub fn covers(jurisdiction: &str, country: &str) -> bool {
    state(jurisdiction) == state(country) || is_member(jurisdiction, state(country))
}

/// Whether the law of a jurisdiction runs in a country: that of the Union, and of the economic
/// area, does in Réunion, by treaty; that of
/// a state does in its territories.
#[must_use]
pub fn runs_in(jurisdiction: &str, country: &str) -> bool {
    match (jurisdiction, country) {
        ("EU" | "EEA", "RE") => true,
        ("EU" | "EEA", _) => is_member(jurisdiction, country),
        _ => covers(jurisdiction, country),
    }
}

impl World {
    /// Whether a country is outside home.
    #[must_use]
    pub fn is_abroad(&self, country: &str) -> bool {
        !self.home.iter().any(|home| covers(home, country))
    }

    /// The countries where an entity is incorporated.
    #[must_use]
    pub fn countries_of(&self, entity: &str, reading: Reading) -> Vec<String> {
        let entity = self.entity(entity);
        entity.iter().flat_map(|it| self.read(&it.countries, reading)).cloned().collect()
    }
}

//! Who is called what, and which facts of a list count on the day of the inventory.

use crate::world::*;

/// What is taken for true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// Only what is declared counts.
    Settled,
    /// Every unknown is taken against us.
    Careful,
}

impl Reading {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Settled, Self::Careful];
}

impl World {
    /// The component of an id.
    #[must_use]
    pub fn component(&self, id: &str) -> Option<&Component> {
        self.components.iter().find(|it| it.id == id)
    }

    /// The legal entity of an id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.iter().find(|it| it.id == id)
    }

    /// The site of an id.
    #[must_use]
    pub fn site(&self, id: &str) -> Option<&Site> {
        self.sites.iter().find(|it| it.id == id)
    }

    /// A site and those around it, the nearest first.
    #[must_use]
    pub fn site_and_around(&self, id: &str) -> Vec<&Site> {
        let outwards = |site: &&Site| self.site(site.within.as_ref()?);
        std::iter::successors(self.site(id), outwards).collect()
    }

    /// The site that says where a site stands: itself, or where it says nothing the one around it.
    #[must_use]
    pub fn says_where<'w>(&'w self, site: &'w Site) -> &'w Site {
        let around = site.within.as_ref().and_then(|around| self.site(around));
        match around {
            Some(around) if self.is_silent(&site.countries) => self.says_where(around),
            _ => site,
        }
    }

    /// Whether a list says nothing on the day: it is left out, or all that it says is over.
    #[must_use]
    pub fn is_silent<T>(&self, stated: &Stated<T>) -> bool {
        let over = stated.rest == Rest::Nothing && !stated.items.is_empty();
        let over = over && !stated.items.iter().any(|it| self.holds(it));
        over || stated.is_not_said()
    }

    /// Whether a fact holds on the day.
    #[must_use]
    pub fn holds<T>(&self, fact: &Fact<T>) -> bool {
        fact.dates.hold(self.as_of)
    }

    /// Whether a fact holds on the day and counts in a reading: a candidate in the careful one only.
    #[must_use]
    pub fn counts<T>(&self, fact: &Fact<T>, reading: Reading) -> bool {
        self.holds(fact) && (reading == Reading::Careful || !fact.candidate)
    }

    /// What of a list counts in a reading.
    pub fn read<'w, T>(
        &'w self,
        stated: &'w Stated<T>,
        reading: Reading,
    ) -> impl Iterator<Item = &'w T> {
        stated.items.iter().filter(move |it| self.counts(it, reading)).map(|it| &it.what)
    }

    /// Whether something of a list is over, and nothing of it begins later: somebody may have followed
    /// whom nobody wrote down.
    #[must_use]
    pub fn has_lapsed<T>(&self, stated: &Stated<T>) -> bool {
        stated.items.iter().any(|it| self.is_lapsed(it, stated))
    }

    /// Whether this item of a list is over without a successor.
    #[must_use]
    pub fn is_lapsed<T>(&self, item: &Fact<T>, stated: &Stated<T>) -> bool {
        let follows = |other: &Fact<T>| match (other.dates.from, item.dates.from) {
            (Some(other), Some(own)) => other > own,
            (Some(_), None) => true,
            (None, _) => false,
        };
        item.dates.are_over(self.as_of) && !stated.items.iter().any(follows)
    }

    /// Whether a list says something, and nothing of it holds on the day.
    #[must_use]
    pub fn is_over<T>(&self, stated: &Stated<T>) -> bool {
        !stated.items.is_empty() && !stated.items.iter().any(|it| self.holds(it))
    }
}

impl Layer {
    /// Whether the layer calls for an operator, and for data.
    #[must_use]
    pub const fn calls_for_operator(self) -> bool {
        !matches!(self, Self::Service | Self::Software)
    }

    /// Whether the layer calls for suppliers.
    #[must_use]
    pub const fn calls_for_suppliers(self) -> bool {
        !matches!(self, Self::Service)
    }

    /// Whether the place of what it rests on answers for its own.
    #[must_use]
    pub const fn place_is_inherited(self) -> bool {
        matches!(self, Self::Application | Self::Data | Self::Middleware)
    }
}

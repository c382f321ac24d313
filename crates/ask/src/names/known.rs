//! Every name that means something, for suggestions.

use trefonds_settle::Withdrawal;

use crate::Analysis;

impl Analysis<'_> {
    /// The ids of all components and legal entities, for suggestions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let components = self.model().components.iter().map(|component| component.id);
        let entities = self.model().entities.iter().map(|entity| entity.id);
        components.chain(entities).map(|id| self.model().text(id))
    }

    /// Every name that [`Analysis::withdrawal`] knows but unknown facts, for suggestions.
    #[must_use]
    pub fn withdrawal_names(&self) -> Vec<String> {
        let countries = self.countries().into_iter().map(|country| country.code().to_owned());
        self.ids().map(str::to_owned).chain(countries).collect()
    }

    /// Whether anything of the inventory could be touched by a withdrawal: for a country, that something
    /// stands there, or is run, supplied or controlled from there; for a union, the same of a member.
    #[must_use]
    pub fn meets(&self, withdrawal: Withdrawal) -> bool {
        match withdrawal {
            Withdrawal::Country(country) => self.countries().contains(&country.state()),
            Withdrawal::Union(union) => {
                self.countries().iter().any(|country| union.has(*country, self.day()))
            }
            _ => true,
        }
    }

    /// The countries that reach anything of the inventory, for suggestions.
    #[must_use]
    pub fn country_names(&self) -> Vec<String> {
        self.countries().iter().map(|country| country.code().to_owned()).collect()
    }

    /// The layers of the components that are there on the day.
    #[must_use]
    pub fn layers(&self) -> std::collections::BTreeSet<trefonds_model::Layer> {
        self.present_components().map(|component| self.model().component(component).layer).collect()
    }

    /// The ids of all sites, for suggestions.
    #[must_use]
    pub fn site_names(&self) -> Vec<String> {
        self.model().sites.iter().map(|site| self.text(site.id)).collect()
    }

    /// The ids of all laws, for suggestions.
    #[must_use]
    pub fn law_names(&self) -> Vec<String> {
        self.model().laws.iter().map(|law| self.text(law.id)).collect()
    }

    /// The ids of the services that are there on the day, in file order.
    #[must_use]
    pub fn service_names(&self) -> Vec<String> {
        self.services().into_iter().map(|service| self.component_named(service).id).collect()
    }
}

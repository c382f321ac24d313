//! The unknown facts that could name a party or a place: hands.

use std::collections::{BTreeMap, BTreeSet};

use crate::lookup::Reading;
use crate::world::*;

/// What an unknown fact could name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Who runs a component.
    Operator,
    /// Who makes, licenses, supports or updates it.
    Suppliers,
    /// Where it stands.
    Place,
    /// What it needs.
    Requirements,
    /// Where an entity is incorporated.
    Country,
    /// Who is above it.
    Parents,
    /// Where a site stands.
    SiteCountry,
    /// Who runs it.
    SiteOperator,
    /// Who can change a component from afar.
    ChangedBy,
}

/// An unknown fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What is not known.
    pub kind: Kind,
    /// Of what.
    pub subject: Id,
    /// What is said of it all the same.
    pub hidden: Hidden,
}

impl Unknown {
    /// Its id, as results have it: `operator:mail`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}:{}", self.kind.word(), self.subject)
    }
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Suppliers => "suppliers",
            Self::Place => "site",
            Self::Requirements => "requirements",
            Self::Country => "country",
            Self::Parents => "parents",
            Self::SiteCountry => "site-country",
            Self::SiteOperator => "site-operator",
            Self::ChangedBy => "changed-by",
        }
    }
}

/// Unknown facts that are known to hide one and the same: one, or all of one name.
pub type Hand = Vec<Unknown>;

impl World {
    /// Every unknown fact that could name a party or a place.
    #[must_use]
    pub fn unknowns(&self) -> Vec<Unknown> {
        let mut found = Vec::new();
        for entity in &self.entities {
            self.unknowns_of_entity(entity, &mut found);
        }
        for site in &self.sites {
            // That of the site around answers for its own.
            let called_for = site.within.is_none();
            let inherits = site.within.is_some() && self.is_silent(&site.countries);
            let countries = !inherits && self.is_unknown(&site.countries, called_for, true);
            push(&mut found, countries, Kind::SiteCountry, &site.id, &site.countries);
            let operators = self.is_unknown(&site.operators, false, true);
            push(&mut found, operators, Kind::SiteOperator, &site.id, &site.operators);
        }
        let standing = self.standing();
        for component in self.components.iter().filter(|it| standing.contains(&it.id)) {
            self.unknowns_of_component(component, &mut found);
        }
        found
    }

    /// Whether a question asks for a fact: a supplier or a country breaks nothing, and who can change a component
    /// from afar withdraws nothing by that.
    fn is_asked(&self, kind: Kind) -> bool {
        match kind {
            Kind::Suppliers | Kind::Country | Kind::SiteCountry => {
                self.question == Question::Withdrawal
            }
            Kind::ChangedBy => self.question == Question::Fault,
            _ => true,
        }
    }

    fn unknowns_of_entity(&self, entity: &Entity, found: &mut Vec<Unknown>) {
        let countries = self.is_unknown(&entity.countries, true, true);
        push(found, countries, Kind::Country, &entity.id, &entity.countries);
        if self.hidden_votes(entity) > 0 {
            let (owned, controlled) = (&entity.owned_by, &entity.controlled_by);
            let hidden = hidden_of(owned).or_else(|| hidden_of(controlled)).unwrap_or_default();
            found.push(Unknown { kind: Kind::Parents, subject: entity.id.clone(), hidden });
        }
    }

    fn unknowns_of_component(&self, component: &Component, found: &mut Vec<Unknown>) {
        let (id, layer) = (&component.id, component.layer);
        let needs = self.is_unknown(&component.needs, layer == Layer::Service, false);
        push(found, needs, Kind::Requirements, id, &component.needs);
        let operators = self.is_unknown(&component.operators, layer.calls_for_operator(), true);
        push(found, operators, Kind::Operator, id, &component.operators);
        let suppliers = self.is_unknown(&component.suppliers, layer.calls_for_suppliers(), true);
        push(found, suppliers, Kind::Suppliers, id, &component.suppliers);
        // Infrastructure and hosting have places of their own.
        let elsewhere = layer.place_is_inherited() && self.has_place(id);
        let called_for = layer.calls_for_operator() && !elsewhere;
        let places = self.is_unknown(&component.places, called_for, true);
        push(found, places, Kind::Place, id, &component.places);
        let changed_by = component.changed_by.is_undisclosed();
        push(found, changed_by, Kind::ChangedBy, id, &component.changed_by);
    }

    /// Whether something of a list is not known: it is undisclosed, or called for and not said, or nothing
    /// of it is left on the day; of parties and places also when one has ended without a successor.
    fn is_unknown<T>(&self, stated: &Stated<T>, called_for: bool, parties: bool) -> bool {
        match stated.rest {
            Rest::Undisclosed(_) => true,
            Rest::NotSaid => called_for,
            Rest::Nothing => self.is_over(stated) || parties && self.has_lapsed(stated),
        }
    }

    /// The votes of an entity that nobody who is named need hold; all of them where somebody may control it
    /// by other means.
    #[must_use]
    pub fn hidden_votes(&self, entity: &Entity) -> i64 {
        let (owned, controlled) = (&entity.owned_by, &entity.controlled_by);
        let other_means =
            controlled.is_undisclosed() || self.has_lapsed(controlled) || self.is_over(controlled);
        if other_means || (owned.is_not_said() && controlled.is_not_said()) {
            return WHOLE;
        }
        if owned.is_not_said() || (owned.items.is_empty() && !owned.is_undisclosed()) {
            return 0;
        }
        let named = || self.read(owned, Reading::Careful).map(at_least);
        let left = (WHOLE - named().sum::<i64>()).max(0);
        // What somebody held whose holding is over, another may hold, though the rest is dispersed.
        let over = owned.items.iter().filter(|it| self.is_lapsed(it, owned));
        let over: i64 = over.map(|it| at_most(&it.what)).sum();
        let dispersed = self.read(owned, Reading::Careful).any(|it| *it == Holding::RestDispersed);
        // Where one has a majority for certain, nobody else can.
        match () {
            () if named().any(|votes| votes > WHOLE / 2) => 0,
            () if dispersed => left.min(over),
            () => left,
        }
    }

    /// The hands: unknown facts of one name are one; those that the question asks for.
    #[must_use]
    pub fn hands(&self) -> Vec<Hand> {
        let mut named: BTreeMap<String, Hand> = BTreeMap::new();
        let mut hands = Vec::new();
        for unknown in self.unknowns().into_iter().filter(|it| self.is_asked(it.kind)) {
            match unknown.hidden.name.clone() {
                Some(name) => named.entry(name).or_default().push(unknown),
                None => hands.push(vec![unknown]),
            }
        }
        hands.extend(named.into_values());
        hands
    }
}

/// The least that a holding is of the votes.
pub(crate) const fn at_least(holding: &Holding) -> i64 {
    match holding {
        Holding::Entity(_, Some((least, _))) | Holding::Dispersed(least) => *least,
        Holding::Entity(_, None) | Holding::RestDispersed => 0,
    }
}

/// The most.
const fn at_most(holding: &Holding) -> i64 {
    match holding {
        Holding::Entity(_, Some((_, most))) | Holding::Dispersed(most) => *most,
        Holding::Entity(_, None) => WHOLE,
        Holding::RestDispersed => 0,
    }
}

fn hidden_of<T>(stated: &Stated<T>) -> Option<Hidden> {
    match &stated.rest {
        Rest::Undisclosed(hidden) => Some(hidden.clone()),
        _ => None,
    }
}

fn push<T>(found: &mut Vec<Unknown>, is: bool, kind: Kind, subject: &Id, stated: &Stated<T>) {
    if is {
        let hidden = hidden_of(stated).unwrap_or_default();
        found.push(Unknown { kind, subject: subject.clone(), hidden });
    }
}

/// The ids of the facts of a hand.
#[must_use]
pub fn ids(hand: &[Unknown]) -> BTreeSet<String> {
    hand.iter().map(Unknown::id).collect()
}

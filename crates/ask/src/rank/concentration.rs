//! The Herfindahl-Hirschman index of who holds the components of a layer.
//!
//! Each component weighs one, split equally among its holders. Holders by controller: the ultimate
//! controllers of whoever runs it, runs its site, or supplies it and is not survived. By jurisdiction:
//! the countries of these, and the country in which it stands. A holder that is not known, or may not
//! be the last one, is one of its own for the lower bound, and the largest one for the upper bound.
//! The index is the sum of the squared shares, 0 to 10,000.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_findings::{Concentration, HolderKind, Named, Reading, Share};
use trefonds_model::{ComponentIx, Country, EntityIx, Layer, Minutes};

use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::unknowns::{Subject, UnknownIx};

/// The weight of one component: splits evenly into up to sixteen.
const WHOLE: u128 = 720_720;

/// Who holds a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Controller(EntityIx),
    Country(Country),
    /// Hidden by a fact that is not known.
    Unknown(UnknownIx),
    /// The controllers above this party, or their countries, depend on facts that are not known.
    Unsure(EntityIx),
}

impl Holder {
    const fn is_known(self) -> bool {
        matches!(self, Self::Controller(_) | Self::Country(_))
    }
}

impl Analysis<'_> {
    /// By layer, top down, then over all layers; by controller, then by jurisdiction.
    pub(super) fn concentration(&self) -> Vec<Concentration> {
        let mut all = Vec::new();
        for by in [HolderKind::Controller, HolderKind::Jurisdiction] {
            let layers = Layer::ALL.into_iter().map(Some).chain([None]);
            let each = layers.map(|layer| self.concentration_of(layer, by));
            all.extend(each.filter(|it| it.components > 0 || it.layer.is_none()));
        }
        all
    }

    fn concentration_of(&self, layer: Option<Layer>, by: HolderKind) -> Concentration {
        let mut weights: BTreeMap<Holder, u128> = BTreeMap::new();
        let (mut components, mut unheld) = (0, 0);
        let of_layer = |component: &ComponentIx| {
            layer.is_none_or(|layer| self.model().component(*component).layer == layer)
        };
        for component in self.present_components().filter(of_layer) {
            let holders = self.holders(component, by);
            if holders.is_empty() {
                unheld += 1;
                continue;
            }
            components += 1;
            let part = WHOLE / holders.len() as u128;
            for holder in holders {
                *weights.entry(holder).or_default() += part;
            }
        }
        let index = Index::new(&weights);
        let mut known: Vec<(Holder, u128)> =
            weights.into_iter().filter(|(holder, _)| holder.is_known()).collect();
        known.sort_by_key(|(holder, weight)| (std::cmp::Reverse(*weight), *holder));
        let share =
            |weight: u128| (weight * 1_000_000).checked_div(index.total).unwrap_or(0) as u32;
        Concentration {
            layer,
            by,
            components,
            unheld,
            at_least: index.at_least,
            at_most: index.at_most,
            unknown_millionths: share(index.unknown),
            shares: known
                .into_iter()
                .map(|(holder, weight)| Share {
                    holder: self.holder_named(holder),
                    millionths: share(weight),
                })
                .collect(),
        }
    }

    /// Everybody who can stop a component by its own channels, each once.
    fn holders(&self, component: ComponentIx, by: HolderKind) -> BTreeSet<Holder> {
        let entries = self.channels().of(component).iter();
        let stopping = entries.filter(|entry| entry.delay(Reading::Careful) != Minutes::NEVER);
        let mut holders = BTreeSet::new();
        for entry in stopping.filter(|entry| entry.channel.is_some()) {
            match entry.target {
                Target::Party(party) => self.add_controllers(party, by, &mut holders),
                Target::Country(country) if by == HolderKind::Jurisdiction => {
                    holders.insert(Holder::Country(country.state()));
                }
                Target::Country(_) | Target::Site(_) => {}
                Target::Unknown(_)
                    if by == HolderKind::Controller
                        && entry.channel == Some(trefonds_model::Channel::Location) => {}
                Target::Unknown(unknown) => {
                    holders.insert(Holder::Unknown(unknown));
                }
            }
        }
        holders
    }

    fn add_controllers(&self, party: EntityIx, by: HolderKind, holders: &mut BTreeSet<Holder>) {
        let tops = &self.control(Reading::Settled).ultimate[party.at()];
        let chain = [&party].into_iter().chain(&self.control(Reading::Careful).above[party.at()]);
        let hidden = chain.into_iter().any(|entity| {
            let facts = &self.entities()[entity.at()];
            facts.unknown_parent.is_some()
        });
        if hidden || *tops != self.control(Reading::Careful).ultimate[party.at()] {
            holders.insert(Holder::Unsure(party));
            return;
        }
        for top in tops {
            let facts = &self.entities()[top.at()];
            if by == HolderKind::Controller {
                holders.insert(Holder::Controller(*top));
                continue;
            }
            if facts.countries.iter().any(|country| country.candidate.is_some()) {
                holders.insert(Holder::Unsure(*top));
                continue;
            }
            holders.extend(
                facts.countries.iter().map(|country| Holder::Country(country.value.state())),
            );
            holders.extend(facts.unknown_country.map(Holder::Unknown));
        }
    }

    fn holder_named(&self, holder: Holder) -> Named {
        match holder {
            Holder::Controller(entity) | Holder::Unsure(entity) => self.entity_named(entity),
            Holder::Country(country) => self.subject_named(Subject::Country(country)),
            Holder::Unknown(unknown) => self.subject_named(self.unknowns().get(unknown).subject),
        }
    }
}

/// The two bounds of the index.
struct Index {
    total: u128,
    unknown: u128,
    at_least: u32,
    at_most: u32,
}

impl Index {
    fn new(weights: &BTreeMap<Holder, u128>) -> Self {
        let total: u128 = weights.values().sum();
        let square = |weight: u128| weight * weight;
        let known = weights.iter().filter(|(holder, _)| holder.is_known());
        let largest = known.clone().map(|(_, weight)| *weight).max().unwrap_or(0);
        let known: u128 = known.map(|(_, weight)| square(*weight)).sum();
        let apart: u128 = weights.values().map(|weight| square(*weight)).sum();
        let unknown: u128 = weights
            .iter()
            .filter(|(holder, _)| !holder.is_known())
            .map(|(_, weight)| *weight)
            .sum();
        let together = known - square(largest) + square(largest + unknown);
        let scaled = |sum: u128| (sum * 10_000).checked_div(square(total)).unwrap_or(0) as u32;
        Self { total, unknown, at_least: scaled(apart), at_most: scaled(together) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(known: &[u128], unknown: &[u128]) -> (u32, u32) {
        let known = known
            .iter()
            .enumerate()
            .map(|(at, weight)| (Holder::Controller(EntityIx(at as u32)), *weight));
        let unknown = unknown
            .iter()
            .enumerate()
            .map(|(at, weight)| (Holder::Unknown(UnknownIx(at as u32)), *weight));
        let index = Index::new(&known.chain(unknown).collect());
        (index.at_least, index.at_most)
    }

    #[test]
    fn the_sum_of_the_squared_shares() {
        // 30, 30, 20 and 20 %: 900 + 900 + 400 + 400.
        assert_eq!(index(&[30, 30, 20, 20], &[]), (2_600, 2_600));
        assert_eq!(index(&[7], &[]), (10_000, 10_000));
        assert_eq!(index(&[], &[]), (0, 0));
    }

    #[test]
    fn the_unknown_widen_it() {
        // 50 % known in one hand, twice 25 % unknown: apart 2500 + 625 + 625, together 10,000.
        assert_eq!(index(&[50], &[25, 25]), (3_750, 10_000));
        assert_eq!(index(&[40, 40], &[20]), (3_600, 5_200));
    }
}

//! Legal entities, who is above them, and places.

use super::Maker;
use crate::world::*;

impl Maker {
    pub(super) fn all_entities(&mut self) -> Vec<Entity> {
        let ids = self.entities.clone();
        let entity = |id| Entity {
            id,
            name: None,
            countries: self.at_least_one("land", Self::country),
            owned_by: self.owned_by(),
            controlled_by: self.controlled_by(),
        };
        ids.into_iter().map(entity).collect()
    }

    pub(super) fn all_sites(&mut self) -> Vec<Site> {
        let ids = self.sites.clone();
        let site = |id| Site {
            id,
            name: None,
            countries: self.at_least_one("ground", Self::country),
            operators: self.stated("hand", 20, Self::entity),
            within: None,
        };
        ids.into_iter().map(site).collect()
    }

    fn controlled_by(&mut self) -> Stated<Id> {
        match self.seed.below(100) {
            0..=9 => {
                let entity = self.entity();
                Stated::complete(vec![self.fact(entity)])
            }
            10..=12 if self.taste.gaps > 0 => {
                Stated { items: Vec::new(), rest: Rest::Undisclosed(self.hidden("parent")) }
            }
            13..=20 => Stated::complete(Vec::new()),
            _ => Stated::not_said(),
        }
    }

    fn owned_by(&mut self) -> Stated<Holding> {
        if self.seed.percent(self.taste.gaps) {
            let rest = Rest::Undisclosed(self.hidden("parent"));
            return if self.seed.percent(50) {
                Stated::not_said()
            } else {
                Stated { items: Vec::new(), rest }
            };
        }
        if self.seed.percent(40) {
            return Stated::complete(Vec::new());
        }
        let mut left = WHOLE;
        let mut items = Vec::new();
        for _ in 0..=self.seed.below(3) {
            let holder = self.entity();
            if let Some(votes) = self.votes(&mut left) {
                items.push(self.fact(Holding::Entity(holder, votes)));
            }
        }
        if self.seed.percent(10) && left > 0 {
            items.push(Fact::plain(Holding::Dispersed(left / 2)));
            left -= left / 2;
        }
        self.rest_of_votes(left, items)
    }

    /// The lower bounds together are no more than the whole.
    #[allow(clippy::option_option, reason = "none at all, and a share that is not said")]
    fn votes(&mut self, left: &mut i64) -> Option<Option<(i64, i64)>> {
        let gaps = self.taste.gaps > 0;
        let (least, most) = match self.seed.below(10) {
            0 => (500_000, 500_000),
            1 => (500_001, 500_001),
            2 | 3 => (260_000, 260_000),
            4 => (300_000, 300_000),
            5 => (1_000_000, 1_000_000),
            6 if gaps => (400_000, 600_000),
            7 if gaps => (0, 450_000),
            8 if gaps => return Some(None),
            _ => (510_000, 510_000),
        };
        if least > *left {
            return None;
        }
        *left -= least;
        Some(Some((least, most)))
    }

    fn rest_of_votes(&mut self, left: i64, mut items: Vec<Fact<Holding>>) -> Stated<Holding> {
        let said = self.taste.gaps == 0 || self.seed.percent(50);
        if said && left > 0 {
            items.push(Fact::plain(Holding::RestDispersed));
        } else if self.seed.percent(20) {
            return Stated { items, rest: Rest::Undisclosed(self.hidden("parent")) };
        }
        Stated::complete(items)
    }
}

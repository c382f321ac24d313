//! Coverage: facts declared over facts called for, over what a service rests on.
//!
//! Sixty-four services share one sweep: a bit each, carried from dependents to what they need.
//! O((V + E) x services / 64) time.

use trefonds_findings::Coverage;
use trefonds_model::{ComponentIx, DataForm, EntityIx};

use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::unknowns::Subject;

/// Services that share one sweep.
const BITS: usize = 64;

/// Coverage of each service of a list, and of all of them together.
pub(crate) struct Coverages {
    pub each: Vec<Coverage>,
    /// How many components each service rests on, itself included.
    pub components: Vec<u32>,
    pub all: Coverage,
}

/// What the services rest on: components and entities.
pub(crate) struct Met {
    components: Vec<bool>,
    entities: Vec<bool>,
}

impl Met {
    /// Whether the coverage of the services counts the facts of a subject.
    pub(crate) fn has(&self, subject: Subject) -> bool {
        match subject {
            Subject::Component(component) => self.components[component.at()],
            Subject::Entity(entity) => self.entities[entity.at()],
            Subject::Site(_) | Subject::Country(_) | Subject::Law(_) => true,
        }
    }
}

impl Analysis<'_> {
    /// All that the services rest on.
    pub(crate) fn met(&self, services: &[ComponentIx]) -> Met {
        let mut met = vec![0_u64; self.model().components.len()];
        for block in services.chunks(BITS) {
            let reach = self.cones(block);
            met.iter_mut().zip(&reach).for_each(|(met, reach)| *met |= u64::from(*reach != 0));
        }
        let entities = self.entities_met(&met);
        let some = |bits: Vec<u64>| bits.into_iter().map(|bits| bits != 0).collect();
        Met { components: some(met), entities: some(entities) }
    }

    /// Coverage over the cones of `services`, each by itself and all together.
    pub(crate) fn coverage(&self, services: &[ComponentIx]) -> Coverages {
        let mut each = Vec::with_capacity(services.len());
        let mut components = Vec::with_capacity(services.len());
        let mut met = vec![0_u64; self.model().components.len()];
        for block in services.chunks(BITS) {
            let reach = self.cones(block);
            let entities = self.entities_met(&reach);
            let counts = self.count(&reach, &entities, block.len());
            for (declared, called_for, size) in counts {
                each.push(Coverage::new(declared, called_for));
                components.push(size);
            }
            met.iter_mut().zip(&reach).for_each(|(met, reach)| *met |= u64::from(*reach != 0));
        }
        let entities = self.entities_met(&met);
        let all = self.count(&met, &entities, 1);
        let all = all.first().map_or(Coverage::new(0, 0), |(d, c, _)| Coverage::new(*d, *c));
        Coverages { each, components, all }
    }

    /// Which of the services each component stands under: one bit a service.
    pub(crate) fn cones(&self, services: &[ComponentIx]) -> Vec<u64> {
        let mut reach = vec![0_u64; self.model().components.len()];
        for (bit, service) in services.iter().enumerate() {
            reach[service.at()] |= 1 << bit;
        }
        for circle in self.order().circles().rev() {
            let bits = circle.iter().fold(0, |bits, member| bits | reach[member.at()]);
            if bits == 0 {
                continue;
            }
            for member in circle {
                reach[member.at()] = bits;
                self.hand_down(*member, bits, &mut reach);
            }
        }
        reach
    }

    fn hand_down(&self, component: ComponentIx, bits: u64, reach: &mut [u64]) {
        for (_, needed) in self.circuit().leaves(component) {
            reach[needed.at()] |= bits;
        }
    }

    /// Which of the services each entity is met under: as a party, a holder of keys, or above one.
    fn entities_met(&self, reach: &[u64]) -> Vec<u64> {
        let mut met = vec![0_u64; self.model().entities.len()];
        for (at, bits) in reach.iter().enumerate().filter(|(_, bits)| **bits != 0) {
            let component = ComponentIx(at as u32);
            for entry in self.channels().of(component) {
                if let Target::Party(entity) = entry.target {
                    met[entity.at()] |= bits;
                }
            }
            for key in self.key_holders(component) {
                met[key.at()] |= bits;
            }
        }
        self.hand_up(&mut met);
        met
    }

    /// Holders are met wherever what they hold is: repeated until nothing changes, as chains are short.
    fn hand_up(&self, met: &mut [u64]) {
        let mut changed = true;
        while changed {
            changed = false;
            for stake in self.stakes().iter() {
                let bits = met[stake.held.at()];
                changed |= bits & !met[stake.holder.at()] != 0;
                met[stake.holder.at()] |= bits;
            }
        }
    }

    /// Who holds keys of data of a component.
    pub(crate) fn key_holders(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = EntityIx> + '_ {
        let calendar = self.calendar();
        let data = self.model().component(component).data.items.iter();
        let data = data.filter(move |data| calendar.holds(data.note));
        data.flat_map(|data| match &data.form {
            DataForm::Encrypted { keys } => keys.items.as_ref(),
            _ => &[],
        })
        .copied()
    }

    fn count(&self, reach: &[u64], entities: &[u64], services: usize) -> Vec<(u64, u64, u32)> {
        let mut counts = vec![(0, 0, 0); services];
        for (at, bits) in reach.iter().enumerate() {
            let tally = self.tallies()[at];
            each_bit(*bits, |bit| {
                let count = &mut counts[bit];
                count.0 += u64::from(tally.declared);
                count.1 += u64::from(tally.called_for);
                count.2 += 1;
            });
        }
        for (at, bits) in entities.iter().enumerate() {
            let facts = &self.entities()[at];
            let declared = u64::from(facts.country_known()) + u64::from(facts.parents_known);
            each_bit(*bits, |bit| {
                counts[bit].0 += declared;
                counts[bit].1 += 2;
            });
        }
        counts
    }
}

fn each_bit(mut bits: u64, mut visit: impl FnMut(usize)) {
    while bits != 0 {
        visit(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

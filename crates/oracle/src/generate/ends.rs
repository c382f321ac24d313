//! What has just ended, and is still borne; and suppliers that have ended, each with terms of its own.

use super::{DAY, Maker};
use crate::day::Dates;
use crate::world::*;

impl Maker {
    /// Ends what a service needs some days ago, and makes the service bear its loss for about as long; as an
    /// alternative of something else, it no longer helps.
    pub(super) fn end_what_is_borne(&mut self, world: &mut World) {
        let until = DAY - 1 - self.seed.below(3) as i64;
        let service = &mut world.components[0];
        let Some(need) = service.needs.items.iter_mut().find(|it| !it.candidate) else { return };
        let Gate::One(id) = &need.what.gate else { return };
        let id = id.clone();
        need.what.tolerates = 24 * 60 + self.seed.below(120 * 60) as i64;
        let spare = self.seed.one(&self.components).clone();
        if spare != id {
            let alone = |id: Id| Fact::plain(Need::of(id));
            let gate = Gate::Any(vec![alone(id.clone()), alone(spare)]);
            let need = Need { soft: false, tolerates: 0, starts_in: 0, gate };
            service.needs.items.push(Fact::plain(need));
        }
        for component in world.components.iter_mut().filter(|it| it.id == id) {
            component.dates = Dates { from: None, until: Some(until) };
        }
    }

    /// Ends two suppliers of a component, and names nobody after them.
    pub(super) fn end_two_suppliers(&mut self, world: &mut World) {
        let at = self.seed.below(world.components.len());
        let over = Dates { from: None, until: Some(DAY - 9) };
        let mut ended = |after: i64| {
            let on_withdrawal = OnWithdrawal::Stops(after);
            let supplier = Supplier { entity: self.entity(), on_withdrawal };
            Fact { dates: over, ..Fact::plain(supplier) }
        };
        let suppliers = vec![ended(90), ended(30)];
        if world.components[at].layer != Layer::Service {
            world.components[at].suppliers = Stated::complete(suppliers);
        }
    }
}

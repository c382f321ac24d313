//! Small worlds where things take time: to take over, to be borne, to restart, to be mended.

use super::{Taste, in_taste};
use crate::seed::Seed;
use crate::world::*;

/// The world of a number, all of its times a few minutes.
#[must_use]
pub fn timed(number: u64) -> World {
    let gaps = if number.is_multiple_of(3) { 8 } else { 0 };
    let groups = if number.is_multiple_of(2) { 75 } else { 45 };
    let taste = Taste { gaps, groups, second: 20, components: 7, entities: 4, ..Taste::of(0) };
    let mut world = in_taste(number, taste);
    let mut seed = Seed::new(number ^ 0x71_3ed0);
    let ids: Vec<Id> = world.components.iter().map(|it| it.id.clone()).collect();
    for component in &mut world.components {
        component.needs.items.iter_mut().for_each(|it| need(&mut it.what, &mut seed));
        component.suppliers.items.iter_mut().for_each(|it| supplier(&mut it.what, &mut seed));
        if seed.percent(40) {
            component.restarts_in = seed.below(6) as i64;
        }
        if seed.percent(30) {
            let some = (0..=seed.below(2)).map(|_| seed.one(&ids).clone());
            component.recovers_with = some.filter(|it| *it != component.id).collect();
            component.recovers_with.sort();
            component.recovers_with.dedup();
        }
    }
    world
}

fn supplier(it: &mut Supplier, seed: &mut Seed) {
    if let OnWithdrawal::Stops(after) = &mut it.on_withdrawal {
        *after = seed.below(10) as i64;
    }
}

/// Some members of a group are cold.
fn need(it: &mut Need, seed: &mut Seed) {
    it.tolerates = if seed.percent(25) { 1 + seed.below(5) as i64 } else { 0 };
    let of = match &mut it.gate {
        Gate::One(_) => return,
        Gate::All(of) | Gate::Any(of) | Gate::Least(_, of) => of,
    };
    for member in of.iter_mut() {
        need(&mut member.what, seed);
        if seed.percent(35) {
            member.what.starts_in = 1 + seed.below(6) as i64;
        }
    }
    if seed.percent(90) {
        warm(it);
    }
}

/// Makes as many of the first members hot as are needed.
fn warm(it: &mut Need) {
    let (least, of) = match &mut it.gate {
        Gate::One(_) => return,
        Gate::All(of) => (of.len(), of),
        Gate::Any(of) => (1, of),
        Gate::Least(least, of) => (*least, of),
    };
    of.iter_mut().take(least).for_each(|member| member.what.starts_in = 0);
}

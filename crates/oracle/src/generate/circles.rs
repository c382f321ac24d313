//! Circles of hundreds: each needs the next, borne for a while, with shortcuts and alternatives.

use super::{COUNTRIES, DAY};
use crate::seed::Seed;
use crate::world::*;

/// A circle of `length` components that three entities run here and there, and a service on it.
#[must_use]
pub fn circle(number: u64, length: usize) -> World {
    let mut seed = Seed::new(number);
    let mut components = vec![Component {
        needs: hard(vec![one("c0".to_owned(), 0)]),
        ..Component::bare("svc0".to_owned(), Layer::Service)
    }];
    for at in 0..length {
        let next = format!("c{}", (at + 1) % length);
        let far = format!("c{}", seed.below(length));
        let borne = if seed.percent(40) { 1 + seed.below(9) as i64 } else { 0 };
        let mut needs = vec![one(next.clone(), borne)];
        if seed.percent(2) && far != next && far != format!("c{at}") {
            let members = [next, far].map(|id| Fact::plain(one(id, 0)));
            let gate = Gate::Any(members.into());
            needs = vec![Need { soft: false, tolerates: borne, starts_in: 0, gate }];
        }
        let operators =
            if seed.percent(2) { vec![format!("e{}", seed.below(3))] } else { Vec::new() };
        let operators = Stated::complete(operators.into_iter().map(Fact::plain).collect());
        components.push(Component {
            needs: hard(needs),
            operators,
            ..Component::bare(format!("c{at}"), Layer::Infrastructure)
        });
    }
    let entities = (0..3).map(|at| Entity {
        id: format!("e{at}"),
        name: None,
        countries: Stated::complete(vec![Fact::plain((*seed.one(&COUNTRIES)).to_owned())]),
        owned_by: Stated::complete(Vec::new()),
        controlled_by: Stated::not_said(),
    });
    let entities = entities.collect();
    World {
        home: vec!["FR".to_owned()],
        as_of: Some(DAY),
        components,
        entities,
        ..World::default()
    }
}

fn one(id: Id, tolerates: i64) -> Need {
    Need { tolerates, ..Need::of(id) }
}

fn hard(needs: Vec<Need>) -> Stated<Need> {
    Stated::complete(needs.into_iter().map(Fact::plain).collect())
}

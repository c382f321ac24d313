//! Two of whom one will do, each run by somebody of whom little is known: could they be one?

use super::{COUNTRIES, DAY};
use crate::seed::Seed;
use crate::world::*;

/// A service on two components; who runs them is undisclosed, within bounds.
#[must_use]
pub fn twins(number: u64) -> World {
    let mut seed = Seed::new(number);
    let entities: Vec<Id> = (0..4).map(|at| format!("e{at}")).collect();
    let twin = |id: &str, seed: &mut Seed| {
        let mut who = |seed: &mut Seed| {
            let unions = if seed.percent(20) { &["EU", "EEA"][..] } else { &COUNTRIES };
            let country = (*seed.one(unions)).to_owned();
            if seed.percent(70) { seed.one(&entities).clone() } else { country }
        };
        let some = |seed: &mut Seed, who: &mut dyn FnMut(&mut Seed) -> String| {
            (0..=seed.below(2)).map(|_| who(seed)).collect::<Vec<String>>()
        };
        let among = seed.percent(75).then(|| some(seed, &mut who));
        let not = if seed.percent(40) { some(seed, &mut who) } else { Vec::new() };
        let hidden = Hidden { name: None, not, among };
        Component {
            operators: Stated { items: Vec::new(), rest: Rest::Undisclosed(hidden) },
            ..Component::bare(id.to_owned(), Layer::Middleware)
        }
    };
    let members = ["a", "b"].map(|id| Fact::plain(Need::of(id.to_owned())));
    let need = Need { soft: false, tolerates: 0, starts_in: 0, gate: Gate::Any(members.into()) };
    let service = Component {
        needs: Stated::complete(vec![Fact::plain(need)]),
        ..Component::bare("svc0".to_owned(), Layer::Service)
    };
    let components = vec![service, twin("a", &mut seed), twin("b", &mut seed)];
    let entities = entities.iter().map(|id| Entity {
        id: id.clone(),
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

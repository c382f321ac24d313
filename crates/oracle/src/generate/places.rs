//! Sites within sites, how many of its places a component needs, and who can change it from afar.

use super::{COUNTRIES, DAY};
use crate::day::Dates;
use crate::seed::Seed;
use crate::world::*;

/// Says so of some sites and components.
pub(super) fn refine(world: &mut World, seed: &mut Seed) {
    let sites: Vec<Id> = world.sites.iter().map(|it| it.id.clone()).collect();
    for at in 1..sites.len() {
        if seed.percent(35) {
            let around = seed.below(at);
            let (outer, inner) = world.sites.split_at_mut(at);
            put_within(&mut inner[0], &outer[around], seed);
        }
    }
    let entities: Vec<Id> = world.entities.iter().map(|it| it.id.clone()).collect();
    for component in &mut world.components {
        places(component, &sites, seed);
        component.changed_by = changed_by(&entities, seed);
    }
}

/// One stands within another: in the country of that one, said again or not.
fn put_within(inner: &mut Site, outer: &Site, seed: &mut Seed) {
    inner.within = Some(outer.id.clone());
    let said = &outer.countries;
    let always = |it: &Fact<String>| !it.candidate && it.dates == Dates::default();
    let plain =
        said.rest == Rest::Nothing && outer.within.is_none() && said.items.iter().all(always);
    let again = plain && seed.percent(30);
    inner.countries = if again { said.clone() } else { Stated::not_said() };
    // What is said no more leaves the country of the site around.
    if again && seed.percent(30) {
        let over = Dates { from: None, until: Some(DAY - 1 - seed.below(40) as i64) };
        inner.countries.items.iter_mut().for_each(|it| it.dates = over);
    }
}

fn changed_by(entities: &[Id], seed: &mut Seed) -> Stated<Id> {
    let one = |seed: &mut Seed| {
        let who = seed.one(entities).clone();
        let ends = seed.percent(12).then(|| DAY - 30 + seed.below(60) as i64);
        let dates = Dates { from: None, until: ends };
        Fact { candidate: seed.percent(8), dates, ..Fact::plain(who) }
    };
    match seed.below(12) {
        0 => Stated { items: Vec::new(), rest: Rest::Undisclosed(Hidden::default()) },
        1 => Stated { items: vec![one(seed)], rest: Rest::Undisclosed(Hidden::default()) },
        2..=4 => Stated::complete(vec![one(seed)]),
        5 => Stated::complete(vec![one(seed), one(seed)]),
        6 => Stated::complete(Vec::new()),
        _ => Stated::not_said(),
    }
}

fn places(component: &mut Component, sites: &[Id], seed: &mut Seed) {
    let stated = &mut component.places;
    if stated.items.is_empty() {
        return;
    }
    while stated.items.len() < 4 && seed.percent(30) {
        let place = match seed.percent(50) {
            true => Place::Site(seed.one(sites).clone()),
            false => Place::Country((*seed.one(&COUNTRIES)).to_owned()),
        };
        stated.items.push(Fact::plain(place));
    }
    let firm = stated.items.iter().filter(|it| !it.candidate).count();
    component.needs_places = match seed.below(6) {
        0 => Needed::All,
        1..=3 if firm > 0 => Needed::Least(1 + seed.below(firm)),
        _ => Needed::NotSaid,
    };
}

use trefonds_oracle::lookup::Reading;
use trefonds_oracle::standing::NEVER;
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::{generate, json, seed::Seed, yaml};

use crate::program::{read, worlds};

#[test]
fn every_world_is_an_inventory_in_any_order() {
    for number in worlds(150) {
        let world = generate::world(number);
        read(&yaml::one_file(&world));
        read(&yaml::shuffled(&world, &mut Seed::new(number)));
    }
}

/// Laws that hold of nothing hold always: the worlds must have what the laws are about.
#[test]
fn the_worlds_have_what_the_laws_are_about() {
    let (mut certain, mut possible, mut later, mut hidden, mut pairs, mut ended) =
        (0, 0, 0, 0, 0, 0);
    for number in 0..100 {
        let world = generate::world(number);
        for stop in world.single_points(Level::Controller, false).into_values() {
            certain += usize::from(stop.certain);
            possible += usize::from(!stop.certain);
            later += usize::from(stop.careful < stop.settled && stop.settled < NEVER);
        }
        hidden += world.hands().iter().filter(|hand| hand.len() > 1).count();
        pairs += world.pairs(Level::Controller, false).len();
        ended += world.ended(Reading::Settled).len();
    }
    let found = [certain, possible, later, hidden, pairs, ended];
    for (found, least) in found.into_iter().zip([80, 80, 4, 5, 30, 10]) {
        assert!(found >= least, "{found} and no {least}");
    }
}

#[test]
fn json_says_what_yaml_says() {
    for number in worlds(60) {
        let world = generate::world(number);
        let of_json = read(&[json::one_file(&world)]);
        let of_yaml = read(&yaml::one_file(&world));
        let facts = |inventory| {
            let facts = trefonds_ask::facts(inventory).facts;
            facts.into_iter().map(|it| (it.key, it.value)).collect::<Vec<_>>()
        };
        assert_eq!(facts(&of_json), facts(&of_yaml), "world {number}");
    }
}

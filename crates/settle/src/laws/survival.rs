use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_model::{ComponentIx, Minutes};
use trefonds_model::{Level, Reading};

use super::random::{Want, Wanted, sketch};
use crate::circuit::Failure;
use crate::search::Search;
use crate::spread::WIDTH;
use crate::survival::{LANES, World};
use crate::{Options, Settled};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn both_solvers_say_the_same(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Settled::new(&model, &Options::default());
        let none = FxHashSet::default();
        for event in Level::ALL.into_iter().flat_map(|level| analysis.events(level)) {
            for reading in [Reading::Settled, Reading::Careful] {
                let scope = analysis.scope(event, reading, &none);
                for failure in [Failure::Stops, Failure::Degrades] {
                    let block = analysis.survival(std::slice::from_ref(&scope), reading, failure, World::Now);
                    let mut search = Search::of(&analysis, failure);
                    search.run(&analysis, &scope, reading, &none);
                    for (at, times) in block.iter().enumerate() {
                        let lane = Some(times[0]).filter(|time| *time != u32::MAX);
                        let time = search.time(ComponentIx(at as u32));
                        prop_assert_eq!(lane, time, "{:?} {:?} {:?} c{}", event, reading, failure, at);
                    }
                }
            }
        }
    }

    #[test]
    fn lanes_do_not_disturb_each_other(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Settled::new(&model, &Options::default());
        let none = FxHashSet::default();
        let events = analysis.events(Level::Jurisdiction);
        for block in events.chunks(LANES) {
            let scopes: Vec<_> =
                block.iter().map(|e| analysis.scope(*e, Reading::Careful, &none)).collect();
            let together = analysis.survival(&scopes, Reading::Careful, Failure::Stops, World::Now);
            for (lane, scope) in scopes.iter().enumerate() {
                let alone = analysis.survival(std::slice::from_ref(scope), Reading::Careful, Failure::Stops, World::Now);
                for (together, alone) in together.iter().zip(&alone) {
                    prop_assert_eq!(together[lane], alone[0]);
                }
            }
        }
    }

    #[test]
    fn the_short_form_says_the_same(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Settled::new(&model, &Options::default());
        let none = FxHashSet::default();
        let events: Vec<_> = Level::ALL.into_iter().flat_map(|level| analysis.events(level)).collect();
        for (reading, failure) in [
            (Reading::Settled, Failure::Stops),
            (Reading::Careful, Failure::Stops),
            (Reading::Careful, Failure::Degrades),
        ] {
            for block in events.chunks(WIDTH) {
                let scopes: Vec<_> =
                    block.iter().map(|e| analysis.scope(*e, reading, &none)).collect();
                // A circle that does not come to rest soon is left to the plain times.
                let Some(spread) = analysis.spread(&scopes, reading, failure, World::Now) else { continue };
                let mut counts = vec![(0, Minutes::ZERO); block.len()];
                for (first, lanes) in scopes.chunks(LANES).enumerate() {
                    for (at, plain) in analysis.survival(lanes, reading, failure, World::Now).iter().enumerate() {
                        let mut short = [u32::MAX; LANES];
                        for (event, time) in spread.times(ComponentIx(at as u32)) {
                            if event / LANES == first {
                                short[event % LANES] = time.0;
                                counts[event].0 += 1;
                                counts[event].1 = counts[event].1.max(time);
                            }
                        }
                        prop_assert_eq!(&short, plain, "c{} {:?} {:?}", at, reading, failure);
                    }
                }
                prop_assert_eq!(&spread.counts()[..block.len()], &counts);
            }
        }
    }

    #[test]
    fn the_careful_reading_is_never_later(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Settled::new(&model, &Options::default());
        let none = FxHashSet::default();
        for event in Level::ALL.into_iter().flat_map(|level| analysis.events(level)) {
            let [careful, settled] = [Reading::Careful, Reading::Settled].map(|reading| {
                analysis.survival(&[analysis.scope(event, reading, &none)], reading, Failure::Stops, World::Now)
            });
            for (careful, settled) in careful.iter().zip(&settled) {
                prop_assert!(careful[0] <= settled[0]);
            }
            prop_assert!(analysis.foreign(event).careful >= analysis.foreign(event).settled);
        }
    }

    #[test]
    fn another_alternative_never_shortens_survival(sketch in sketch(), which in 0_usize..8) {
        let mut wider = sketch.clone();
        let count = wider.things.len();
        let mut widened = false;
        for thing in &mut wider.things {
            for wanted in &mut thing.needs.items {
                if let Want::Any(of) = &mut wanted.want {
                    of.push(Wanted { want: Want::One(which % count), tolerates: 0, soft: false });
                    widened = true;
                }
            }
        }
        prop_assume!(widened);
        let (before, after) = (sketch.inventory(), wider.inventory());
        let (before, after) = (Settled::new(&before, &Options::default()), Settled::new(&after, &Options::default()));
        let none = FxHashSet::default();
        for event in before.events(Level::Controller).into_iter().chain(before.events(Level::Component)) {
            if matches!(event, crate::events::Event::Unknown(_)) {
                continue;
            }
            for reading in [Reading::Settled, Reading::Careful] {
                let old = before.survival(&[before.scope(event, reading, &none)], reading, Failure::Stops, World::Now);
                let new = after.survival(&[after.scope(event, reading, &none)], reading, Failure::Stops, World::Now);
                for (old, new) in old.iter().zip(&new) {
                    prop_assert!(old[0] <= new[0]);
                }
            }
        }
    }
}

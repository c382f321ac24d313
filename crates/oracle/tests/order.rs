//! In which order files, things, keys and lists stand says nothing.

use std::collections::BTreeMap;

use trefonds_ask::{Analysis, Detail, Options, RankOptions, SinglePointOptions};
use trefonds_oracle::generate;
use trefonds_oracle::seed::Seed;
use trefonds_oracle::world::World;
use trefonds_oracle::yaml;

use crate::program::{Differences, read, worlds};
use crate::results::{self, Hands, LEVELS};

/// All that is told, line by line. Where several proofs, or sets of facts, are as good, the first in file
/// order is told: these are left out.
fn lines(analysis: &Analysis<'_>, world: &World) -> BTreeMap<String, String> {
    let hands = Hands::of(world);
    let mut lines = BTreeMap::new();
    let mut line = |key: String, value: String| {
        let before = lines.insert(key.clone(), value);
        assert!(before.is_none(), "{key} is told twice");
    };
    for (level, asked) in LEVELS {
        for home_too in [false, true] {
            let options = SinglePointOptions {
                home_too,
                detail: Detail::Unproven,
                ..SinglePointOptions::at(asked)
            };
            let found = analysis.single_points(&options);
            let what = format!("{level:?} home too: {home_too}");
            for (point, stop) in results::points(&found, &hands) {
                line(format!("{what} {point:?}"), format!("{stop:?}"));
            }
            for (pair, facts) in results::one_hand(&found, &hands) {
                line(format!("{what} in one hand {pair:?}"), format!("{facts:?}"));
            }
            for it in &found.services {
                let counts = (it.certain, it.possible, it.unknown, it.one_hand, it.ended);
                line(
                    format!("{what} verdict {}", it.service.id),
                    format!("{counts:?} {:?}", it.coverage),
                );
            }
            for it in &found.degradations {
                let key = format!(
                    "{what} degrades {} {:?} {}",
                    it.service.id, it.event_kind, it.event.id
                );
                line(key, format!("{:?} {:?} {:?}", it.foreign, it.certainty, it.degraded_minutes));
            }
            for it in &found.ended {
                line(
                    format!("{what} ended {}", it.service.id),
                    format!("{} {:?}", it.minutes, it.since),
                );
            }
        }
    }
    for (exposed, reach) in results::exposure(analysis.exposure(true)) {
        line(format!("{exposed:?}"), format!("{reach:?}"));
    }
    let levels = LEVELS.iter().map(|(_, asked)| (*asked, None)).collect();
    let ranked = analysis.rank(&RankOptions { levels, by: None, home_too: true });
    for level in ranked.levels {
        for it in level.events.into_iter().chain(level.unknown) {
            let key =
                format!("rank {:?} {:?} {:?}", level.level, it.kind, hands.hidden(&it.event.id));
            line(key, format!("{:?} {:?} {:?}", it.certain, it.possible, it.one_hand));
        }
    }
    let overview = analysis.overview();
    line("overview".to_owned(), format!("{:?} {:?}", overview.layers, overview.coverage));
    lines
}

#[test]
fn the_order_of_files_and_of_lists_says_nothing() {
    let mut differences = Differences::default();
    for number in worlds(120) {
        let world = generate::world(number);
        let (one, other) =
            (read(&yaml::one_file(&world)), read(&yaml::shuffled(&world, &mut Seed::new(number))));
        let [one, other] =
            [one, other].map(|it| lines(&Analysis::new(&it, &Options::default()), &world));
        differences.note((number, &world), "in another order", &one, &other);
    }
    differences.none();
}

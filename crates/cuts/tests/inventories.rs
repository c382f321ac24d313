//! Cut sets of real inventories: order 1 is the list of single points, order 2 what trying every pair
//! finds, and every set listed stops the service while no part of it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // Tests may stop at a surprise.

use std::collections::BTreeSet;
use std::path::Path;

use trefonds_ask::{Analysis, Options, SinglePointOptions, StopOptions, Withdrawal};
use trefonds_cuts::{Bounds, CutOptions, service_cuts};
use trefonds_findings::{Certainty, Cuts, EventKind, Level, Reading, SinglePoint};
use trefonds_inventory::LoadOptions;
use trefonds_model::{ComponentIx, Inventory, Minutes};

fn load(path: &str) -> Inventory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let shelf: Option<&dyn trefonds_declare::Shelf> = Some(&trefonds_catalogue::Embedded);
    let options = LoadOptions { shelf, ..LoadOptions::default() };
    trefonds_inventory::load(&root, &options).inventory.unwrap()
}

/// The shipped inventories and the situations.
fn all() -> Vec<(String, Inventory)> {
    let mut found = Vec::new();
    for folder in ["inventories", "tests/inventories", "tests/situations"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        let mut names: Vec<String> = (std::fs::read_dir(root).unwrap())
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "policies" && name != "README.md")
            .collect();
        names.sort();
        for name in names {
            let path = format!("{folder}/{name}");
            found.push((path.clone(), load(&path)));
        }
    }
    found
}

fn options(level: Level, by: Option<Minutes>, order: u16) -> CutOptions {
    let bounds = Bounds { order: Some(order), ..Bounds::default() };
    CutOptions { level, by, foreign_only: true, bounds, limit: usize::MAX, proofs: true }
}

/// (service, event, certainty, careful, settled).
type Line = (String, String, Certainty, Option<u32>, Option<u32>);

#[test]
fn order_one_is_the_list_of_single_points() {
    for (name, inventory) in all() {
        let analysis = Analysis::new(&inventory, &Options::default());
        for level in Level::ALL {
            for by in [None, Some(Minutes(0)), Some(Minutes::hours(24 * 30))] {
                let mut wanted: BTreeSet<Line> = BTreeSet::new();
                let points = analysis
                    .single_points(&SinglePointOptions { by, ..SinglePointOptions::at(level) });
                // What has ended is nobody's withdrawal.
                let withdrawn = |it: &SinglePoint| it.event_kind != EventKind::Ended;
                for it in points.findings.into_iter().filter(withdrawn) {
                    let (careful, settled) =
                        (it.survival_minutes.careful, it.survival_minutes.settled);
                    wanted.insert((it.service, it.event, it.certainty, careful, settled));
                }
                let mut found: BTreeSet<Line> = BTreeSet::new();
                for service in analysis.business_services() {
                    let cuts = service_cuts(&analysis, service, &options(level, by, 1)).unwrap();
                    let certain =
                        cuts.sets.iter().filter(|set| set.certainty == Certainty::Certain).count();
                    assert_eq!(cuts.total, certain as u128, "{name}");
                    for set in cuts.sets {
                        let times = set.survival_minutes;
                        found.insert((
                            cuts.service.id.clone(),
                            set.events[0].clone(),
                            set.certainty,
                            times.careful,
                            times.settled,
                        ));
                    }
                }
                let apart: Vec<&Line> = found.symmetric_difference(&wanted).collect();
                assert!(apart.is_empty(), "{name} {level:?} {by:?}: {apart:#?}");
            }
        }
    }
}

/// The minimal sets of at most two withdrawals, by trying them all on the search for stops.
fn tried(
    analysis: &Analysis<'_>,
    service: ComponentIx,
    level: Level,
    by: Option<Minutes>,
    reading: Reading,
) -> BTreeSet<Vec<String>> {
    let asked = StopOptions { level, reading, by, foreign_only: true };
    let events = analysis.stop_formula(&[service], asked).events;
    let horizon = by.map_or(u32::MAX - 1, |by| by.0);
    let stops = |set: &[Withdrawal]| {
        let stopped = analysis.stopped_by(service, set, by);
        stopped.is_some_and(|stopped| {
            let time = match reading {
                Reading::Settled => stopped.survival_minutes.settled,
                Reading::Careful => stopped.survival_minutes.careful,
            };
            time.is_some_and(|time| time <= horizon)
        })
    };
    let id = |one: &Withdrawal| analysis.cut_event(*one).unwrap().event.id;
    let mut found = BTreeSet::new();
    let alone: Vec<bool> = events.iter().map(|one| stops(&[*one])).collect();
    for (at, one) in events.iter().enumerate() {
        if alone[at] {
            found.insert(vec![id(one)]);
            continue;
        }
        for (_, other) in events.iter().enumerate().skip(at + 1).filter(|(other, _)| !alone[*other])
        {
            if stops(&[*one, *other]) {
                found.insert(vec![id(one), id(other)]);
            }
        }
    }
    found
}

fn sets(cuts: &Cuts, keep: impl Fn(Certainty) -> bool) -> BTreeSet<Vec<String>> {
    let kept = cuts.sets.iter().filter(|set| keep(set.certainty));
    kept.map(|set| set.events.clone()).collect()
}

#[test]
fn order_two_is_what_trying_every_pair_finds() {
    for (name, inventory) in all() {
        let analysis = Analysis::new(&inventory, &Options::default());
        for level in [Level::Entity, Level::Controller, Level::Jurisdiction] {
            for service in analysis.business_services().into_iter().take(4) {
                let by = Some(Minutes::hours(24 * 60));
                let cuts = service_cuts(&analysis, service, &options(level, by, 2)).unwrap();
                let settled = tried(&analysis, service, level, by, Reading::Settled);
                let careful = tried(&analysis, service, level, by, Reading::Careful);
                let certain = sets(&cuts, |it| it == Certainty::Certain);
                assert_eq!(certain, settled, "{name} {level:?} certain");
                let possible = sets(&cuts, |it| it == Certainty::Possible);
                let wanted: BTreeSet<_> = careful.difference(&settled).cloned().collect();
                assert_eq!(possible, wanted, "{name} {level:?} possible");
                assert_eq!(cuts.careful.total, careful.len() as u128, "{name}");
            }
        }
    }
}

#[test]
fn every_component_cut_set_stops_the_service_and_no_part_of_it_does() {
    let inventory = load("inventories/hospital");
    let analysis = Analysis::new(&inventory, &Options::default());
    for service in analysis.business_services() {
        let cuts =
            service_cuts(&analysis, service, &options(Level::Component, None, u16::MAX)).unwrap();
        assert!(cuts.complete && !cuts.sets.is_empty());
        for set in &cuts.sets {
            let whole: Vec<Withdrawal> = (set.events.iter())
                .map(|id| Withdrawal::Component(analysis.find_component(id).unwrap()))
                .collect();
            assert!(analysis.stopped_by(service, &whole, None).is_some(), "{set:?}");
            for at in 0..whole.len() {
                let mut part = whole.clone();
                part.remove(at);
                assert!(analysis.stopped_by(service, &part, None).is_none(), "{set:?} - {at}");
            }
        }
    }
}

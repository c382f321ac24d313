use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{Level, Reading};

use super::random::sketch;
use super::verifier::fails_at;
use crate::single_points::{Detail, SinglePointOptions};
use crate::{Analysis, Options};
use trefonds_settle::search::Search;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn witnesses_hold_and_break_without_any_one_edge(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let none = FxHashSet::default();
        let mut search = Search::new(&analysis);
        for event in Level::ALL.into_iter().flat_map(|level| analysis.events(level)) {
            for reading in [Reading::Settled, Reading::Careful] {
                search.run(&analysis, &analysis.scope(event, reading, &none), reading, &none);
                for service in search.failed().to_vec() {
                    let proof = analysis.prove(&search, event, service, reading, &none);
                    let proof = proof.expect("what failed is proven");
                    let whole = fails_at(&analysis, &proof, &proof.edges);
                    prop_assert_eq!(whole, Some(proof.fails_at.0), "{:?}", proof);
                    for spare in 0..proof.edges.len() {
                        let mut less = proof.edges.clone();
                        less.remove(spare);
                        let time = fails_at(&analysis, &proof, &less);
                        prop_assert!(time.is_none_or(|time| time > proof.fails_at.0), "{:?} without {}", proof, spare);
                    }
                }
            }
        }
    }

    #[test]
    fn proofs_within_a_bound_are_all_of_them_or_none(sketch in sketch(), most in 0_usize..40) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        for level in Level::ALL {
            let all = SinglePointOptions::at(level);
            let full = analysis.single_points(&all);
            let bounded = SinglePointOptions { detail: Detail::Within(most), ..all };
            let bounded = analysis.single_points(&bounded);
            let unproven = SinglePointOptions { detail: Detail::Unproven, ..all };
            let mut stripped = full.clone();
            stripped.findings.iter_mut().for_each(|finding| finding.witness.steps.clear());
            prop_assert_eq!(analysis.single_points(&unproven), stripped);
            let steps: usize = full.findings.iter().map(|it| it.witness.steps.len()).sum();
            prop_assert_eq!(&bounded.events, &full.events);
            prop_assert_eq!(&bounded.services, &full.services);
            if steps <= most {
                prop_assert_eq!(bounded.findings, full.findings);
            } else {
                prop_assert!(bounded.findings.is_empty());
            }
        }
    }

    #[test]
    fn answering_what_it_hangs_on_removes_the_finding(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let services = analysis.services();
        let mut search = Search::new(&analysis);
        for level in [Level::Entity, Level::Controller, Level::Jurisdiction] {
            for hit in analysis.hits(&SinglePointOptions::at(level), &services) {
                let hangs_on = analysis.hit_hangs_on(&hit, &mut search);
                if hit.certain {
                    prop_assert!(hit.careful == hit.settled || !hangs_on.is_empty());
                    continue;
                }
                prop_assert!(!hangs_on.is_empty(), "a possible finding names its unknowns: {:?}", hit);
                let answered: FxHashSet<_> = hangs_on.into_iter().collect();
                let scope = analysis.scope(hit.event, Reading::Careful, &answered);
                search.run(&analysis, &scope, Reading::Careful, &answered);
                let time = search.time(hit.service);
                prop_assert_eq!(time, hit.settled.finite(), "{:?}", hit);
            }
        }
    }
}

use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_model::EntityIx;
use trefonds_model::Reading;

use super::random::{Sketch, firm, sketch};
use crate::{Analysis, Options};

fn only_firms() -> impl Strategy<Value = Sketch> {
    (sketch(), prop::collection::vec(firm(), 1..7))
        .prop_map(|(sketch, firms)| Sketch { firms, ..sketch })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn proofs_of_control_hold_and_are_irreducible(sketch in only_firms()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let none = FxHashSet::default();
        for reading in [Reading::Settled, Reading::Careful] {
            for (at, below) in analysis.control(reading).below.iter().enumerate() {
                let top = EntityIx(at as u32);
                for entity in below {
                    let proof = analysis.stakes().proof(top, *entity, reading, &none);
                    prop_assert!(super::verifier::proves_control(&analysis, &proof, top, *entity, reading));
                    for spare in 0..proof.len() {
                        let mut less = proof.clone();
                        less.remove(spare);
                        prop_assert!(!super::verifier::proves_control(&analysis, &less, top, *entity, reading));
                    }
                }
            }
        }
    }
}

use proptest::prelude::*;
use trefonds_findings::Certainty;

use super::random::sketch;
use crate::{Analysis, Options};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_possible_exposure_names_what_it_hangs_on(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        for finding in analysis.exposure(true).findings {
            let open = finding.certainty == Certainty::Possible;
            prop_assert_eq!(open, !finding.hangs_on.is_empty(), "{:?}", finding);
            prop_assert!(!finding.path.is_empty());
        }
    }
}

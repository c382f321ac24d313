use proptest::prelude::*;
use trefonds_findings::{EventKind, Level};

use super::random::sketch;
use crate::single_points::SinglePointOptions;
use crate::{Analysis, Options};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_clean_words_stand_only_where_nothing_is_left(sketch in sketch(), level in 1_usize..4) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let level = Level::ALL[level];
        let points = analysis.single_points(&SinglePointOptions::at(level));
        for verdict in &points.services {
            let of = |id: &str| id == verdict.service.id;
            let lines = points.one_hand.iter().filter(|it| of(&it.service.id)).count();
            prop_assert_eq!(lines as u32, verdict.one_hand);
            let findings = points.findings.iter().filter(|it| of(&it.service)).count();
            let clean = verdict.certain + verdict.possible + verdict.unknown + verdict.ended == 0;
            prop_assert_eq!(clean, findings == 0);
        }
        for line in &points.one_hand {
            prop_assert!(!line.witness.steps.is_empty());
            prop_assert_eq!(line.event.is_none(), line.other.is_some());
            prop_assert!(line.event_kind != Some(EventKind::Unknown));
            prop_assert!(line.witness.fails_at == line.minutes);
        }
    }
}

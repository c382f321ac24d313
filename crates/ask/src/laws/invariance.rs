use std::collections::BTreeSet;

use proptest::prelude::*;
use trefonds_findings::{FactKind, Level};
use trefonds_model::Inventory;

use super::random::{Said, Sketch, Want, Wanted, sketch};
use crate::single_points::SinglePointOptions;
use crate::{Analysis, Options};

/// Findings by the names that `rename` gives to components and entities.
fn findings(model: &Inventory, rename: &dyn Fn(&str) -> String) -> BTreeSet<String> {
    let analysis = Analysis::new(model, &Options::default());
    let mut found = BTreeSet::new();
    for level in Level::ALL {
        let points = analysis.single_points(&SinglePointOptions::at(level));
        for finding in points.findings {
            let event = finding.event.split(':').map(rename).collect::<Vec<_>>().join(":");
            found.insert(format!(
                "{level:?} {} {event} {:?} {:?} {:?}",
                rename(&finding.service),
                finding.foreign,
                finding.certainty,
                finding.survival_minutes,
            ));
        }
        found.insert(format!("{:?}", points.coverage));
    }
    for finding in analysis.exposure(true).findings {
        found.insert(format!(
            "exposure {} {:?} {:?} {:?} {:?} {:?}",
            rename(&finding.service.id),
            finding.jurisdiction,
            finding.law,
            finding.channel,
            finding.grade,
            finding.certainty,
        ));
    }
    for question in analysis.questions().questions {
        let fact = question.fact.id.split(':').map(rename).collect::<Vec<_>>().join(":");
        // Of several sets of unknown facts that would each settle a finding, the first in file order is
        // named. Facts that a layer calls for are asked about whatever hangs on them.
        if question.called_for && question.fact.fact != FactKind::Votes {
            found.insert(format!("question {fact}"));
        }
    }
    found
}

/// The same inventory with components, entities and the members of lists in reverse order.
fn reversed(sketch: &Sketch) -> Sketch {
    let (things, firms) = (sketch.things.len(), sketch.firms.len());
    let firm = |at: usize| firms - 1 - at % firms;
    let mut turned = sketch.clone();
    for thing in &mut turned.things {
        thing.needs.items.iter_mut().for_each(|wanted| turn(wanted, things));
        thing.needs.items.reverse();
        turn_firms(&mut thing.operators, firm);
        thing.suppliers.items.iter_mut().for_each(|(at, _)| *at = firm(*at));
        thing.suppliers.items.reverse();
        thing.data.items.iter_mut().for_each(|(_, keys)| turn_firms(keys, firm));
    }
    for owned in &mut turned.firms {
        owned.owners.items.iter_mut().for_each(|(at, ..)| *at = firm(*at));
        owned.owners.items.reverse();
        turn_firms(&mut owned.masters, firm);
    }
    turned.sites.iter_mut().for_each(|(_, operators)| turn_firms(operators, firm));
    turned.things.reverse();
    turned.firms.reverse();
    turned
}

fn turn_firms(list: &mut Said<usize>, firm: impl Fn(usize) -> usize) {
    list.items.iter_mut().for_each(|at| *at = firm(*at));
}

fn turn(wanted: &mut Wanted, things: usize) {
    match &mut wanted.want {
        Want::One(at) => *at = things - 1 - *at % things,
        Want::All(of) | Want::Any(of) | Want::Least(_, of) => {
            of.iter_mut().for_each(|member| turn(member, things));
            of.reverse();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn renaming_and_reordering_change_nothing(sketch in sketch()) {
        let (things, firms) = (sketch.things.len(), sketch.firms.len());
        let back = |name: &str| -> String {
            let Some((kind, at)) = name.split_at_checked(1) else { return name.to_owned() };
            match (kind, at.parse::<usize>()) {
                ("c", Ok(at)) => format!("c{}", things - 1 - at),
                ("e", Ok(at)) => format!("e{}", firms - 1 - at),
                _ => name.to_owned(),
            }
        };
        let straight = findings(&sketch.inventory(), &|name| name.to_owned());
        let turned = findings(&reversed(&sketch).inventory(), &back);
        let apart: Vec<&String> = straight.symmetric_difference(&turned).collect();
        prop_assert!(apart.is_empty(), "{:#?}", apart);
    }
}

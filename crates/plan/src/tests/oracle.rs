//! Every subset tried, single points counted from the findings that `spof` prints.

use std::collections::BTreeSet;

use trefonds_ask::{Analysis, SinglePointOptions};
use trefonds_findings::{Certainty, Criticality, PlanWeights};
use trefonds_model::{AlternativeIx, Inventory};

use crate::PlanOptions;

/// One set of options that may be taken.
#[derive(Clone, Debug)]
pub struct Tried {
    pub taken: Vec<u32>,
    pub cost: u64,
    /// Service and event of what counts.
    pub left: BTreeSet<(String, String)>,
    pub weight: u64,
}

/// All sets that may be taken.
pub fn all(model: &Inventory, options: &PlanOptions) -> Vec<Tried> {
    let count = model.alternatives.len();
    // What sums up a service is new where today all is certain there, and nothing in one hand.
    let today = Analysis::new(model, &options.analysis);
    let wanted = SinglePointOptions { by: options.by, ..SinglePointOptions::at(options.level) };
    let today = today.single_points(&wanted);
    let mut open: BTreeSet<String> =
        today.one_hand.iter().map(|it| it.service.id.clone()).collect();
    let possible = today.findings.into_iter().filter(|it| it.certainty == Certainty::Possible);
    open.extend(possible.map(|it| it.service));
    let before: BTreeSet<(String, String)> = (points(model, options).into_iter())
        .map(|(point, _, _)| point)
        .filter(|(service, event)| event != AT_ALL || open.contains(service))
        .collect();
    let sets = 0..1_u32 << count;
    let sets = sets.map(|bits| (0..count as u32).filter(|at| bits & (1 << at) != 0).collect());
    sets.filter(|taken: &Vec<u32>| is_allowed(model, taken))
        .map(|taken| tried(model, options, taken, &before))
        .collect()
}

fn is_allowed(model: &Inventory, taken: &[u32]) -> bool {
    let option = |at: u32| &model.alternatives[at as usize];
    taken.iter().all(|own| {
        let excluded = option(*own).excludes.iter().any(|other| taken.contains(&other.0));
        let lacking = option(*own).requires.iter().any(|other| !taken.contains(&other.0));
        let clash = taken.iter().any(|other| {
            let (a, b) = (AlternativeIx(*own), AlternativeIx(*other));
            own != other && option(*own).is_at_odds(a, option(*other), b)
        });
        !excluded && !lacking && !clash
    })
}

/// The point that sums up all that stops a service, alone or in one hand.
pub const AT_ALL: &str = "any at all";

type Point = ((String, String), Certainty, u64);

/// Single points over the chosen services, with their weight.
fn points(model: &Inventory, options: &PlanOptions) -> Vec<Point> {
    let analysis = Analysis::new(model, &options.analysis);
    let wanted = SinglePointOptions { by: options.by, ..SinglePointOptions::at(options.level) };
    let points = analysis.single_points(&wanted);
    let findings = points.findings;
    // One more for each service that anything stops, alone or in one hand: it goes with the last.
    let alone = findings.iter().map(|it| (it.service.clone(), it.criticality));
    let together = points.one_hand.iter().map(|it| (it.service.id.clone(), it.criticality));
    let stopped: BTreeSet<(String, Criticality)> = alone.chain(together).collect();
    let sums: Vec<Point> = (stopped.into_iter())
        .filter(|(_, criticality)| *criticality <= options.criticality)
        .map(|(service, criticality)| {
            let weight = PlanWeights::DOUBLING.of(criticality);
            ((service, AT_ALL.to_owned()), Certainty::Possible, weight)
        })
        .collect();
    let findings = findings.into_iter();
    findings
        .filter(|finding| finding.criticality <= options.criticality)
        .map(|it| {
            let weight = PlanWeights::DOUBLING.of(it.criticality);
            ((it.service, format!("{:?} {}", it.event_kind, it.event)), it.certainty, weight)
        })
        .chain(sums)
        .collect()
}

fn tried(
    model: &Inventory,
    options: &PlanOptions,
    taken: Vec<u32>,
    before: &BTreeSet<(String, String)>,
) -> Tried {
    let chosen: Vec<AlternativeIx> = taken.iter().copied().map(AlternativeIx).collect();
    let after = points(&model.with(&chosen), options);
    let counts = |(point, certainty, _): &Point| {
        *certainty == Certainty::Certain
            || options.counted == Certainty::Possible
            || !before.contains(point)
    };
    let left: Vec<Point> = after.into_iter().filter(counts).collect();
    Tried {
        cost: taken.iter().map(|at| model.alternatives[*at as usize].cost).sum(),
        weight: left.iter().map(|(_, _, weight)| weight).sum(),
        left: left.into_iter().map(|(point, _, _)| point).collect(),
        taken,
    }
}

//! What is told for certain has a proof that holds for each of its words.

use std::collections::BTreeMap;

use trefonds_ask::SinglePointOptions;
use trefonds_findings::{
    Certainty, Channel, ExposureFinding, Grade, Reading, SinglePoint, Step, StepKind,
};
use trefonds_oracle::generate;

use crate::program::{Differences, ask, worlds};
use crate::results::LEVELS;

const fn is_control(step: &Step) -> bool {
    matches!(step.kind, StepKind::Votes { .. } | StepKind::ControlByOtherMeans)
}

const fn channel_of(step: &Step) -> Option<Channel> {
    match step.kind {
        StepKind::Location => Some(Channel::Location),
        StepKind::Operation => Some(Channel::Operation),
        StepKind::Supply { .. } => Some(Channel::Supply),
        _ => None,
    }
}

/// The words of a certain stop that its proof does not bear out.
fn unproven(point: &SinglePoint) -> Vec<String> {
    let steps = &point.witness.steps;
    let through = |channel| steps.iter().any(|step| channel_of(step) == Some(channel));
    let mut wrong = Vec::new();
    let mut word = |holds: bool, word: &str| {
        if !holds {
            wrong.push(format!("{word}: {steps:?}"));
        }
    };
    word(point.witness.reading == Reading::Settled, "settled");
    word(
        point.hangs_on.is_empty()
            || point.survival_minutes.careful != point.survival_minutes.settled,
        "hangs on nothing",
    );
    word(steps.iter().all(|step| step.assumes.is_none()), "assumes nothing");
    word(Some(point.witness.fails_at) == point.survival_minutes.settled, "when");
    word(point.through.is_none_or(through), "through");
    match point.channel {
        Some(Channel::Ownership) => word(steps.iter().any(is_control), "ownership"),
        Some(channel) => word(through(channel), "channel"),
        None => {}
    }
    wrong
}

#[test]
fn certain_stops_are_proven_word_by_word() {
    let mut differences = Differences::default();
    let mut proven = 0;
    for number in worlds(120) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            for (level, asked) in LEVELS {
                let found = analysis.single_points(&SinglePointOptions::at(asked));
                let certain = found.findings.iter().filter(|it| it.certainty == Certainty::Certain);
                let wrong: BTreeMap<_, _> = certain
                    .inspect(|_| proven += 1)
                    .map(|it| ((it.service.clone(), it.event.clone()), unproven(it)))
                    .filter(|(_, wrong)| !wrong.is_empty())
                    .collect();
                differences.note((number, &world), &format!("{level:?}"), &BTreeMap::new(), &wrong);
            }
        });
    }
    differences.none();
    assert!(proven > 200, "{proven}");
}

/// The words of a certain exposure that its path does not bear out.
fn unreached(it: &ExposureFinding) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut word = |holds: bool, word: &str| {
        if !holds {
            wrong.push(format!("{word}: {:?}", it.path));
        }
    };
    word(it.hangs_on.is_empty(), "hangs on nothing");
    word(it.path.iter().all(|step| step.assumes.is_none()), "assumes nothing");
    word(it.law.is_some(), "law");
    word(it.grade != Grade::Undetermined || it.law.is_some(), "grade");
    let own = |step: &&Step| step.from.id == it.component.id && channel_of(step).is_some();
    let channel = it.path.iter().filter(own).any(|step| channel_of(step) == it.channel);
    let by_site = it.path.iter().any(|step| channel_of(step) == it.channel);
    word(channel || by_site, "channel");
    let controls = it.path.iter().any(is_control);
    let inside = it
        .path
        .iter()
        .any(|step| step.kind == StepKind::Country || step.kind == StepKind::Location);
    word(inside, "country");
    // A law may call a link of control arguable, but none of its own makes a direct one out of it.
    word(it.grade != Grade::ViaControl || controls || it.channel.is_some(), "grade");
    wrong
}

#[test]
fn certain_exposures_are_proven_word_by_word() {
    let mut differences = Differences::default();
    let mut proven = 0;
    for number in worlds(200) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            let found = analysis.exposure(true).findings;
            let certain = found.iter().filter(|it| it.certainty == Certainty::Certain);
            let wrong: BTreeMap<_, _> = certain
                .inspect(|_| proven += 1)
                .map(|it| ((it.service.id.clone(), it.law.clone(), it.channel), unreached(it)))
                .filter(|(_, wrong)| !wrong.is_empty())
                .collect();
            differences.note((number, &world), "exposure", &BTreeMap::new(), &wrong);
        });
    }
    differences.none();
    assert!(proven > 50, "{proven}");
}

use std::collections::BTreeMap;

use trefonds_findings::{self as findings, Certainty};
use trefonds_oracle::exposure::Exposed;
use trefonds_oracle::generate;
use trefonds_oracle::laws::Reach;
use trefonds_oracle::world::{Channel, Grade};

use crate::program::{Differences, ask, worlds};

fn channel(it: findings::Channel) -> Channel {
    match it {
        findings::Channel::Location => Channel::Location,
        findings::Channel::Operation => Channel::Operation,
        findings::Channel::Supply => Channel::Supply,
        findings::Channel::Ownership => panic!("ownership is a link, and no channel of data"),
    }
}

fn grade(it: findings::Grade) -> Grade {
    match it {
        findings::Grade::Direct => Grade::Direct,
        findings::Grade::ViaControl => Grade::ViaControl,
        findings::Grade::ViaGroup => Grade::ViaGroup,
        findings::Grade::Technology => Grade::Technology,
        findings::Grade::Arguable => Grade::Arguable,
        findings::Grade::Undetermined => Grade::Undetermined,
        findings::Grade::None => Grade::None,
    }
}

/// Each component and each class in the best way that the program tells.
fn told(exposure: findings::Exposure) -> BTreeMap<Exposed, Reach> {
    let mut best: BTreeMap<Exposed, Reach> = BTreeMap::new();
    for it in exposure.findings {
        let others = it.others.into_iter().map(|it| (it.component, it.grade, it.data));
        for (component, own, data) in others.chain([(it.component, it.grade, it.data)]) {
            let reach = Reach { possible: it.certainty == Certainty::Possible, grade: grade(own) };
            for class in data.into_iter().map(Some).chain([None]) {
                let exposed = Exposed {
                    service: it.service.id.clone(),
                    law: it.law.as_ref().map(|law| law.id.clone()),
                    jurisdiction: it.jurisdiction.clone(),
                    channel: it.channel.map(channel),
                    component: component.id.clone(),
                    class,
                };
                let kept = best.entry(exposed).or_insert(reach);
                *kept = (*kept).min(reach);
            }
        }
    }
    best
}

#[test]
fn exposure_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(300) {
        // What is reached by way of a requirement that is only a candidate is possible by the rules.
        let world = generate::with_confirmed_needs(generate::world(number));
        ask(&world, |analysis| {
            for home_too in [false, true] {
                let program = told(analysis.exposure(home_too));
                let what = format!("exposure, home too: {home_too}");
                differences.note((number, &world), &what, &world.exposure(home_too), &program);
            }
        });
    }
    differences.none();
}

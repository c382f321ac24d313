//! What is expected, held against what a scenario does.

use trefonds_findings::{
    Certainty, Criticality, EndedService, Named, Outage, Outcome, StoppedService, SurvivalTimes,
    WhatIf,
};

use crate::scenario::{
    Check, Difference, Expectation, Expected, Found, Scenario, ScenarioResult, Unspoken,
};

/// Holds a scenario against the result of its withdrawals. An expectation of a service that the result
/// does not name is passed over: services are looked up before.
#[must_use]
pub fn judge(file: &str, scenario: &Scenario, result: &WhatIf) -> ScenarioResult {
    let all = services(result);
    let find = |id: &str| all.iter().find(|(service, ..)| service.id == id);
    let checks: Vec<Check> = (scenario.expect.iter())
        .filter_map(|expected| {
            let (service, _, found) = find(&expected.service)?;
            let ended = result.ended.iter().find(|ended| ended.service.id == service.id);
            Some(check(expected, service, found, ended))
        })
        .collect();
    let spoken = |id: &str| scenario.expect.iter().any(|expected| expected.service == id);
    let unspoken = all
        .iter()
        .filter(|(service, _, found)| found.outcome != Outcome::Holds && !spoken(&service.id));
    let unspoken = unspoken.map(|(service, criticality, found)| Unspoken {
        service: service.clone(),
        criticality: *criticality,
        found: found.clone(),
    });
    ScenarioResult {
        file: file.to_owned(),
        title: scenario.title.clone(),
        by_minutes: result.by_minutes,
        withdrawn: result.withdrawn.clone(),
        passed: checks.iter().all(|check| check.differences.is_empty()),
        unspoken: unspoken.collect(),
        checks,
    }
}

/// Every service and what it does: what stops is told as such, degraded before or not.
fn services(result: &WhatIf) -> Vec<(Named, Criticality, Found)> {
    let failing = |service: &StoppedService, outcome| {
        let (certainty, minutes) = (service.certainty, service.survival_minutes);
        let outages = service.outages.clone();
        let found = Found { outcome, certainty, minutes, outages };
        (service.service.clone(), service.criticality, found)
    };
    let mut all: Vec<(Named, Criticality, Found)> = Vec::new();
    all.extend(result.stopped.iter().map(|service| failing(service, Outcome::Stops)));
    let stopped = |id: &str| result.stopped.iter().any(|service| service.service.id == id);
    let degraded = result.degraded.iter().filter(|service| !stopped(&service.service.id));
    all.extend(degraded.map(|service| failing(service, Outcome::Degrades)));
    let holds = |minutes| {
        let (outcome, certainty) = (Outcome::Holds, Certainty::Certain);
        Found { outcome, certainty, minutes, outages: Vec::new() }
    };
    for held in &result.held {
        if !all.iter().any(|(service, ..)| service.id == held.service.id) {
            let found = holds(held.survival_minutes);
            all.push((held.service.clone(), held.criticality, found));
        }
    }
    for untouched in &result.untouched {
        let never = SurvivalTimes { careful: None, settled: None };
        all.push((untouched.service.clone(), untouched.criticality, holds(never)));
    }
    all
}

fn check(
    expected: &Expected,
    service: &Named,
    found: &Found,
    ended: Option<&EndedService>,
) -> Check {
    let mut differences = differences(&expected.expectation, found);
    differences.extend(ended.and_then(|ended| down(&expected.expectation, ended)));
    Check {
        service: service.clone(),
        at: expected.at.clone(),
        expected: expected.expectation,
        found: found.clone(),
        differences,
    }
}

/// What is down from what has ended neither holds nor goes on until later, whatever is withdrawn.
fn down(expected: &Expectation, ended: &EndedService) -> Option<Difference> {
    let stands_until = match expected.outcome {
        Outcome::Stops => expected.at_least_minutes.map_or(i64::MIN, i64::from),
        Outcome::Holds | Outcome::Degrades => i64::MAX,
    };
    let since = ended.since.clone();
    (ended.minutes < stands_until).then_some(Difference::Down { minutes: ended.minutes, since })
}

/// A service that is degraded holds: it stands. One that stops is not merely degraded.
fn differences(expected: &Expectation, found: &Found) -> Vec<Difference> {
    let stands = expected.outcome == Outcome::Holds && found.outcome != Outcome::Stops;
    if stands {
        return Vec::new();
    }
    if expected.outcome != found.outcome || expected.certainty != found.certainty {
        return vec![Difference::Outcome];
    }
    let late = |time: Option<u32>| time.unwrap_or(u32::MAX);
    let mut differences = Vec::new();
    if let Some(at_least_minutes) = expected.at_least_minutes
        && late(found.minutes.careful) < at_least_minutes
    {
        differences.push(Difference::TooEarly { at_least_minutes });
    }
    let time = match expected.certainty {
        Certainty::Certain => found.minutes.settled,
        Certainty::Possible => found.minutes.careful,
    };
    if let Some(at_most_minutes) = expected.at_most_minutes
        && late(time) > at_most_minutes
    {
        differences.push(Difference::TooLate { at_most_minutes });
    }
    differences.extend(expected.back_minutes.and_then(|by| not_back(by, found)));
    if expected.for_good && !is_for_good(expected, found) {
        differences.push(Difference::NotForGood);
    }
    differences
}

/// What is told without its outages is down for good.
fn not_back(back_minutes: u32, found: &Found) -> Option<Difference> {
    let until = |outage: &Outage| outage.until_minutes.unwrap_or(u32::MAX);
    let last = found.outages.iter().map(until).max().unwrap_or(u32::MAX);
    (last > back_minutes).then_some(Difference::NotBack { back_minutes })
}

fn is_for_good(expected: &Expectation, found: &Found) -> bool {
    let counts = |outage: &&Outage| outage.certainty <= expected.certainty;
    let mut outages = found.outages.iter().filter(counts);
    found.outages.is_empty() || outages.any(|outage| outage.until_minutes.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_30_D: Found = Found {
        outcome: Outcome::Stops,
        certainty: Certainty::Certain,
        minutes: SurvivalTimes { careful: Some(8), settled: Some(720) },
        outages: Vec::new(),
    };

    fn stops(at_least_minutes: Option<u32>, at_most_minutes: Option<u32>) -> Expectation {
        let (outcome, certainty) = (Outcome::Stops, Certainty::Certain);
        let (back_minutes, for_good) = (None, false);
        Expectation {
            outcome,
            certainty,
            at_least_minutes,
            at_most_minutes,
            back_minutes,
            for_good,
        }
    }

    #[test]
    fn not_before_holds_in_both_readings() {
        assert_eq!(differences(&stops(Some(8), Some(720)), &AT_30_D), []);
        let early = Difference::TooEarly { at_least_minutes: 9 };
        assert_eq!(differences(&stops(Some(9), None), &AT_30_D), [early]);
    }

    #[test]
    fn by_then_is_of_the_reading_that_is_certain() {
        let late = Difference::TooLate { at_most_minutes: 719 };
        assert_eq!(differences(&stops(None, Some(719)), &AT_30_D), [late]);
        let possible = Found { certainty: Certainty::Possible, ..AT_30_D };
        let expected = Expectation { certainty: Certainty::Possible, ..stops(None, Some(8)) };
        assert_eq!(differences(&expected, &possible), []);
    }

    #[test]
    fn possible_is_not_certain_nor_the_other_way_round() {
        let possible = Found { certainty: Certainty::Possible, ..AT_30_D };
        assert_eq!(differences(&stops(None, None), &possible), [Difference::Outcome]);
        let expected = Expectation { certainty: Certainty::Possible, ..stops(None, None) };
        assert_eq!(differences(&expected, &AT_30_D), [Difference::Outcome]);
    }

    #[test]
    fn what_is_degraded_stands_and_what_stops_does_not() {
        let holds = Expectation { outcome: Outcome::Holds, ..stops(None, None) };
        let degraded = Found { outcome: Outcome::Degrades, ..AT_30_D };
        assert_eq!(differences(&holds, &degraded), []);
        let may_stop = Found { certainty: Certainty::Possible, ..AT_30_D };
        assert_eq!(differences(&holds, &may_stop), [Difference::Outcome]);
        let degrades = Expectation { outcome: Outcome::Degrades, ..holds };
        assert_eq!(differences(&degrades, &AT_30_D), [Difference::Outcome]);
    }
}

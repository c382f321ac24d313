//! A scenario that can be played, made of a file, and every fault of that file.

use trefonds_findings::{QuestionKind as Question, SourceAt};

use crate::scenario::file::{OneOrMany, SCENARIO_KEY, SCENARIO_VERSION, ScenarioFile};
use crate::scenario::{Expectation, ExpectationForm};

/// What a name is asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who or what withdraws.
    Withdrawn,
    /// A site that closes.
    Site,
    /// A law that is applied.
    Law,
}

/// A name and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is written.
    pub name: String,
    /// What it is asked to be.
    pub asked: Asked,
    /// Where.
    pub at: SourceAt,
}

/// What is expected of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The id of the service.
    pub service: String,
    /// What.
    pub expectation: Expectation,
    /// Where that is written.
    pub at: SourceAt,
}

/// A scenario whose names are still names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What people call it.
    pub title: Option<String>,
    /// Whether its events are withdrawals or faults.
    pub question: Question,
    /// What is withdrawn, in the order of the file.
    pub names: Vec<Name>,
    /// The horizon.
    pub by_minutes: Option<u32>,
    /// How long all of it lasts.
    pub lasts_minutes: Option<u32>,
    /// What is expected, by the ids of services.
    pub expect: Vec<Expected>,
}

/// What makes a scenario no scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another version of the format.
    Version(u32),
    /// Nothing is withdrawn.
    NothingWithdrawn,
    /// Faults beside withdrawals.
    Mixed,
    /// An expectation that says nothing, or two things.
    NotOneOutcome,
    /// Not before a time that is after the time by which.
    NoTimeBetween,
}

/// A fault of a scenario and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: SourceAt,
    /// What.
    pub kind: FaultKind,
}

impl Scenario {
    /// Makes a scenario of a file, and tells every fault in the order of the file; what is at fault is
    /// left out, so that names can be looked up all the same. `place` gives the place of a path such as
    /// `withdraw[0]`.
    #[must_use]
    pub fn new(file: ScenarioFile, place: &dyn Fn(&str) -> SourceAt) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        if file.version != SCENARIO_VERSION {
            let kind = FaultKind::Version(file.version);
            faults.push(Fault { at: place(SCENARIO_KEY), kind });
        }
        let mut names = named("withdraw", file.withdraw, Asked::Withdrawn, place);
        let faults_named = named("faults", file.faults, Asked::Withdrawn, place);
        let question = match faults_named.first() {
            Some(first) if !names.is_empty() || !file.laws.names.is_empty() => {
                faults.push(Fault { at: first.at.clone(), kind: FaultKind::Mixed });
                Question::Fault
            }
            Some(_) => Question::Fault,
            None => Question::Withdrawal,
        };
        names.extend(faults_named);
        names.extend(named("close_sites", file.close_sites, Asked::Site, place));
        names.extend(named("laws", file.laws, Asked::Law, place));
        if names.is_empty() {
            faults.push(Fault { at: place(SCENARIO_KEY), kind: FaultKind::NothingWithdrawn });
        }
        let mut expect = Vec::new();
        for (service, form) in file.expect {
            let at = place(&format!("expect.{service}"));
            match expected(form) {
                Ok(expectation) => expect.push(Expected { service, expectation, at }),
                Err(kind) => faults.push(Fault { at, kind }),
            }
        }
        expect.sort_by_key(|expected| (expected.at.line, expected.at.column));
        faults.sort_by_key(|fault| (fault.at.line, fault.at.column));
        let by_minutes = file.by.map(|by| by.0);
        let lasts_minutes = file.lasts.map(|lasts| lasts.0);
        let title = file.title;
        (Self { title, question, names, by_minutes, lasts_minutes, expect }, faults)
    }
}

fn named(
    key: &str,
    written: OneOrMany,
    asked: Asked,
    place: &dyn Fn(&str) -> SourceAt,
) -> Vec<Name> {
    let list = written.list;
    let names = written.names.into_iter().enumerate();
    names
        .map(|(at, name)| {
            let path = if list { format!("{key}[{at}]") } else { key.to_owned() };
            Name { name, asked, at: place(&path) }
        })
        .collect()
}

fn expected(form: ExpectationForm) -> Result<Expectation, FaultKind> {
    let expectation = form.meaning().ok_or(FaultKind::NotOneOutcome)?;
    match (expectation.at_least_minutes, expectation.at_most_minutes) {
        (Some(least), Some(most)) if least > most => Err(FaultKind::NoTimeBetween),
        _ => Ok(expectation),
    }
}

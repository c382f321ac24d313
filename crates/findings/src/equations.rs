//! The survival equations as plain data: enough to work out, without the program, what any
//! withdrawal stops and when. See "Survival time" in `docs/method.md`.

use trefonds_model::{Channel, Criticality, Layer};

use crate::{
    EndedThing, EventKind, Level, Named, Provenance, SourceAt, SurvivalTimes, UnknownFact,
};

/// What can be switched off: whatever stands at the far end of a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A legal entity.
    Party {
        /// Which.
        entity: Named,
        /// Where it is incorporated, if known.
        country: Option<String>,
        /// Its ultimate controllers for certain, itself left out.
        controllers: Vec<Named>,
    },
    /// A country, as a place.
    Country(String),
    /// A site that may fail.
    Site(Named),
    /// A fact that nobody knows.
    Unknown(UnknownFact),
}

/// A channel from a component to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquationChannel {
    /// The place of the target in [`Equations::targets`].
    pub target: u32,
    /// Which channel; `None` for requirements that nobody has declared.
    pub channel: Option<Channel>,
    /// The site through which it passes.
    pub site: Option<Named>,
    /// Minutes from the withdrawal of the target to the stop of the component.
    pub stops: SurvivalTimes,
    /// Where it is written, and its source.
    pub provenance: Provenance,
}

/// What a requirement names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EquationGate {
    /// The component at this place of [`Equations::components`].
    Component(u32),
    /// Fails when so many of its members have failed: 1 for all-of, all for any-of, n - k + 1 for
    /// k-of-n.
    Group {
        /// How many.
        must_fail: u32,
        /// The members, cold ones too.
        members: Vec<EquationNeed>,
        /// How many must run, of a group with cold members.
        must_run: Option<u32>,
    },
}

/// How a member of a group takes over that is not up all the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColdStart {
    /// Minutes that it needs; `None` is for ever.
    pub starts_in: Option<u32>,
    /// In the circle of its owner: it counts as down.
    pub frozen: bool,
    /// The static reading leaves it out, and takes it for hot else: `must_fail` of its group counts without
    /// it.
    pub left_out: bool,
}

/// A requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquationNeed {
    /// What it names.
    pub gate: EquationGate,
    /// Minutes for which the loss is borne.
    pub tolerates: u32,
    /// Degrades, does not stop.
    pub soft: bool,
    /// Not confirmed: it counts in the careful reading only.
    pub candidate: bool,
    /// Of a cold member of a group.
    pub cold: Option<ColdStart>,
    /// The reason given.
    pub because: Option<String>,
    /// Where it is written.
    pub at: SourceAt,
}

/// What the repair of a component needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EquationRepair {
    /// The place of that in [`Equations::components`]; `None` where it is not there on the day.
    pub component: Option<u32>,
    /// Not confirmed: it counts in the careful reading only.
    pub candidate: bool,
}

/// The places of what stands in several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EquationPlaces {
    /// The targets that take each place, from what is declared.
    pub settled: Vec<Vec<u32>>,
    /// The same once the unknowns are taken against us; only where it is said how many places are needed.
    pub careful: Vec<Vec<u32>>,
    /// How many must be lost together for it to stop, where that is said. Not said, all must in the settled
    /// reading, and any one is enough in the careful one.
    pub must_fail: Option<u32>,
}

/// A component: it has failed once one of its channels is switched off, or one of its hard
/// requirements has failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquationComponent {
    /// Id and name.
    pub component: Named,
    /// Its layer.
    pub layer: Layer,
    /// How much it matters, if said.
    pub criticality: Option<Criticality>,
    /// Who answers for it inside the organisation.
    pub owner: Option<String>,
    /// Free marks.
    pub tags: Vec<String>,
    /// The classes of data that it holds.
    pub data: Vec<String>,
    /// Where it is declared.
    pub provenance: Provenance,
    /// Facts that its layer calls for and nobody has declared.
    pub blind_spots: Vec<UnknownFact>,
    /// What it is when it has ended, or is not there yet, and is needed.
    pub ended: Option<EndedThing>,
    /// Since when it is down for that, in minutes after the day of the results.
    pub down_since: Option<i64>,
    /// When it fails from what has ended alone, in minutes after the day of the results.
    pub ended_at: Option<i64>,
    /// Of what stands in several places: what takes each of them.
    pub places: EquationPlaces,
    /// Minutes that it needs to come up again once the cause of an outage is over.
    pub restarts_in: u32,
    /// What its repair needs.
    pub recovers_with: Vec<EquationRepair>,
    /// How controllers reach it.
    pub channels: Vec<EquationChannel>,
    /// What it needs.
    pub needs: Vec<EquationNeed>,
}

/// A withdrawal and what it switches off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquationEvent {
    /// Id and name.
    pub event: Named,
    /// What it is.
    pub kind: EventKind,
    /// The levels whose lists it stands in.
    pub levels: Vec<Level>,
    /// The unknown fact, when it is one.
    pub unknown: Option<UnknownFact>,
    /// Outside home for certain.
    pub foreign: bool,
    /// Outside home once the unknowns are taken against us.
    pub maybe_foreign: bool,
    /// The targets that it switches off from what is declared.
    pub settled: Vec<u32>,
    /// The targets that it switches off once the unknowns are taken against us.
    pub careful: Vec<u32>,
}

/// The equations of an inventory on one day.
///
/// Of the withdrawal of an event, in one reading: `own(n)` is the smallest delay among n's channels
/// whose target the event switches off; a requirement fails when what it names has failed, plus what
/// is borne; `t(n)` is the minimum of `own(n)` and the times of its hard requirements. Times are the
/// greatest solution: nothing fails without a cause. What has ended is down since its `down_since`; where
/// an event does not stop a component earlier than that does (`ended_at`), its time is that of the
/// equations without it.
///
/// Where any group has cold members (`in_time`), what has failed may be up again: times are then sets, worked
/// out forward. See "Down and back" in `docs/method.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equations {
    /// Whether any group has cold members.
    pub in_time: bool,
    /// What can be switched off.
    pub targets: Vec<Target>,
    /// The components that are there on the day, and those that are needed though they are not, in file
    /// order.
    pub components: Vec<EquationComponent>,
    /// The withdrawals of entities, controllers, countries and unknowns, in a fixed order.
    pub events: Vec<EquationEvent>,
}

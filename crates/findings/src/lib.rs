//! Plain results of every analysis: what renderers read and what leaves the program as JSON.
//!
//! Nothing here computes. Every type is versioned data with a JSON Schema; ids and codes are text,
//! since a result must be readable without the program that made it. Times are whole minutes;
//! `null` is never. Lists are sorted, the most pressing first.

mod catalogue;
mod common;
mod cuts;
mod denial;
mod diff;
mod ends;
mod equations;
mod exposure;
mod history;
mod map;
mod overview;
mod plan;
mod questions;
mod rank;
mod resolution;
mod schema;
mod single_points;
mod snapshot;
mod suggestions;
mod unknown;
mod what_if;
mod witness;

pub use catalogue::{
    CatalogueEntry, CatalogueFact, CatalogueFactKind, CatalogueGround, CatalogueHead,
    CatalogueKind, CatalogueOverview, CataloguePattern, CatalogueReach, CatalogueSearch,
    CatalogueSource, CatalogueSources, CatalogueStale, CatalogueStep, CatalogueThing,
    CatalogueValue, CatalogueWithdrawal, Identified, Identity, IdentityHit, IdentityVerdict,
    OfferKindCount, StaleFact, StaleKind,
};
pub use common::{
    Certainty, Coverage, Head, Named, Outage, Provenance, SourceAt, SurvivalTimes, Unmendable,
};
pub use cuts::{CutCounts, CutEvent, CutSet, Cuts, FaultTreeCuts};
pub use denial::{Denials, DeniedChannel, DeniedTo, Force, LawDays, LawDenial};
pub use diff::{
    Answer, Causes, Change, ChangeKind, Consequence, Diff, DiffSide, Down, Matter, OneHandSaid,
    Rename, ResultsFrom, State,
};
pub use ends::{End, EndKind, EndStop, Ends, Successor};
pub use equations::{
    ColdStart, EquationChannel, EquationComponent, EquationEvent, EquationGate, EquationNeed,
    EquationPlaces, EquationRepair, Equations, Target,
};
pub use exposure::{AlsoReached, Exposure, ExposureFinding};
pub use history::{History, HistoryCommit, HistoryMeasures};
pub use map::{
    Aggregation, AlternativesKind, Chip, GroupFates, MapAlternatives, MapComponent, MapCountry,
    MapDown, MapEdge, MapEdgeKind, MapEntity, MapGraph, MapGroup, MapHeader, MapNode, MapNodeIx,
    MapScenario, Verdict, VerdictLine,
};
pub use overview::{
    AmendedFact, FromCatalogue, LayerCount, Overview, PassedOver, PassedOverKind, ServiceOverview,
};
pub use plan::{
    Effort, LeftWhy, NamedSubject, OptionLine, Plan, PlanOutcome, PlanPoint, PlanService, PlanStep,
    PlanWeights, Proof, StandingPoint,
};
pub use questions::{Question, Questions};
pub use rank::{ByCriticality, Concentration, HolderKind, Pairs, Rank, Ranked, RankedLevel, Share};
pub use resolution::{Resolution, ResolvedItem, ResolvedKind, WayStep};
pub use schema::{schema_of, schemas};
pub use single_points::{
    Degradation, EndedService, EndedThing, EventSummary, OneHand, ServiceVerdict, SinglePoint,
    SinglePoints, TWO_HANDS,
};
pub use snapshot::{Asked, SNAPSHOT_VERSION, Snapshot, SnapshotResults};
pub use suggestions::{HiddenLayer, LooksLike, Suggestion, Suggestions};
pub use trefonds_declare::{
    AlternativeFact, Fact, FactKey, FactNote, FactValue, Facts, Field, FormFact, HiddenFact,
    ItemFact, ListFact, NeedFact, PlacesFact, RequirementFact, RestFact, SubjectKind,
    WithdrawalFact,
};
pub use unknown::UnknownFact;
pub use what_if::{
    Carrier, CarrierKind, Fate, GradedTimes, HiddenStop, Outcome, ReachedByLaw, StandingService,
    StandsElsewhere, StoppedService, UntouchedService, WhatIf, Withdrawn, WithdrawnKind,
};
pub use witness::{Explanation, LawReach, Step, StepKind, Witness};

pub use trefonds_model::{
    ChangeWay, Channel, Criticality, DayFrom, Desk, Effect, EventKind, FactKind, Grade,
    Jurisdiction, Layer, Level, Link, Minutes, Question as QuestionKind, Reach, Reading, Why,
    is_earlier,
};

/// The version of every JSON document that the program prints.
pub const VERSION: u32 = 2;

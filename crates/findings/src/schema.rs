use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::{
    CatalogueEntry, CatalogueOverview, CatalogueSearch, CatalogueSources, CatalogueStale, Cuts,
    Denials, Diff, Ends, Explanation, Exposure, FaultTreeCuts, History, Identified, MapGraph,
    Overview, Plan, Questions, Rank, Resolution, SinglePoints, Snapshot, Suggestions, WhatIf,
};

/// The JSON Schema (2020-12) of one kind of result.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// Every kind of result by the name of the command that prints it, with its JSON Schema.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("catalogue", schema_of::<CatalogueOverview>()),
        ("catalogue-identify", schema_of::<Identified>()),
        ("catalogue-search", schema_of::<CatalogueSearch>()),
        ("catalogue-show", schema_of::<CatalogueEntry>()),
        ("catalogue-sources", schema_of::<CatalogueSources>()),
        ("catalogue-stale", schema_of::<CatalogueStale>()),
        ("check", schema_of::<Overview>()),
        ("cuts", schema_of::<Cuts>()),
        ("denial", schema_of::<Denials>()),
        ("diff", schema_of::<Diff>()),
        ("ends", schema_of::<Ends>()),
        ("exposure", schema_of::<Exposure>()),
        ("fault-tree", schema_of::<FaultTreeCuts>()),
        ("history", schema_of::<History>()),
        ("map", schema_of::<MapGraph>()),
        ("plan", schema_of::<Plan>()),
        ("questions", schema_of::<Questions>()),
        ("rank", schema_of::<Rank>()),
        ("resolve", schema_of::<Resolution>()),
        ("snapshot", schema_of::<Snapshot>()),
        ("spof", schema_of::<SinglePoints>()),
        ("suggest", schema_of::<Suggestions>()),
        ("whatif", schema_of::<WhatIf>()),
        ("why", schema_of::<Explanation>()),
    ]
}

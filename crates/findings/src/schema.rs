use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::{
    Diff, Explanation, Exposure, History, MapGraph, Overview, Plan, Questions, Resolution,
    SinglePoints, Snapshot,
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
        ("check", schema_of::<Overview>()),
        ("diff", schema_of::<Diff>()),
        ("exposure", schema_of::<Exposure>()),
        ("history", schema_of::<History>()),
        ("map", schema_of::<MapGraph>()),
        ("plan", schema_of::<Plan>()),
        ("questions", schema_of::<Questions>()),
        ("resolve", schema_of::<Resolution>()),
        ("snapshot", schema_of::<Snapshot>()),
        ("spof", schema_of::<SinglePoints>()),
        ("why", schema_of::<Explanation>()),
    ]
}
